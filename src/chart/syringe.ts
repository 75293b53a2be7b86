/**
 * To which mark is the syringe filled? An oral syringe lying down, filled to one mark, the volume and the mass it holds
 * beside the mark (H2: never millilitres without milligrams). Refuses a volume that no mark of the syringe shows.
 */
import type { Volume } from '../medicine/concentration.ts';
import type { Dose } from '../medicine/dose.ts';
import type { Rows } from './rows.ts';
import { linear, type Scale, ticks } from './scale.ts';
import { colour, drawing, element, type Frame, rule, text, textWidth } from './svg.ts';
import type { Caption } from './words.ts';

/** What is drawn up, by the marks of the syringe handed out with the liquid. */
export type Fill = { readonly volume: Volume; readonly graduation: Volume; readonly dose: Dose };

export type SyringeWords = {
  readonly caption: (fill: Fill, size: Volume) => Caption;
  /** "3 mL". */
  readonly volume: (volume: Volume) => string;
  /** "3", the number at a mark. */
  readonly mark: (volume: Volume) => string;
  /** "3 mL = 3 mg". */
  readonly equal: (fill: Fill) => string;
  readonly dose: (dose: Dose) => string;
  readonly label: { readonly size: string; readonly fillTo: string; readonly holds: string };
};

/** Sizes oral syringes are sold in, microlitres. */
const SIZES = [1000, 2500, 3000, 5000, 10_000, 20_000] as Volume[];
/** Marks closer than this, in pixels, run into one another; only every second, fifth or tenth is then drawn. */
const CLOSEST = 2.4;
const LEFT = 22;
const BARREL_TOP = 44;
const BARREL = 34;

/** The smallest usual syringe that takes the volume with such marks; undefined where none does: then nothing is drawn. */
export function syringeSize({ volume, graduation }: Fill): Volume | undefined {
  return SIZES.find((size) => size >= volume && size % graduation === 0);
}

/** @throws RangeError when the volume is none, beyond the syringe, or between two of its marks */
export function syringeSvg(fill: Fill, size: Volume, words: SyringeWords, frame: Frame): string {
  const { volume, graduation } = fill;
  if (!(volume > 0 && volume <= size && volume % graduation === 0))
    throw new RangeError(`a syringe of ${size} uL with marks each ${graduation} uL shows no ${volume} uL`);
  const right = frame.width - 36;
  const x = linear([0, size], [LEFT, right]);
  return drawing(frame, 112, words.caption(fill, size), [
    ...pointer(fill, x(volume), words, frame.width),
    ...barrel(x(volume), right, frame.width),
    ...marks(fill, size, x),
    ...numbers(size, x, words),
  ]);
}

function pointer(fill: Fill, at: number, words: SyringeWords, width: number): string[] {
  const told = words.equal(fill);
  const half = (textWidth(told) * 1.3) / 2;
  const middle = Math.min(Math.max(at, half), width - half);
  return [
    element('g', { 'font-size': 18, 'font-weight': 700 }, text(middle, 18, told, { anchor: 'middle' })),
    rule([at, 25, at, BARREL_TOP + BARREL], 'ink', { 'stroke-width': 2 }),
    element('path', { d: `M${at - 5},30h10l-5,10z` }),
  ];
}

/** Nozzle, liquid, seal, rod and the plate for the thumb. */
function barrel(at: number, right: number, width: number): string[] {
  const middle = BARREL_TOP + BARREL / 2;
  const box = { y: BARREL_TOP, height: BARREL };
  const outline = { fill: 'none', stroke: colour('quiet'), 'stroke-width': 1.5 };
  return [
    element('rect', { x: 4, y: middle - 5, width: LEFT - 4, height: 10, ...outline }),
    element('rect', { ...box, x: LEFT, width: at - LEFT, fill: colour('band') }),
    element('rect', { ...box, x: LEFT, width: right - LEFT, ...outline }),
    element('rect', { x: at, y: middle - 5, width: width - 8 - at, height: 10, ...outline, fill: colour('ground') }),
    element('rect', { ...box, x: at, width: 5, fill: colour('ink') }),
    rule([width - 6, BARREL_TOP + 2, width - 6, BARREL_TOP + BARREL - 2], 'quiet', { 'stroke-width': 4 }),
    rule([right, BARREL_TOP - 6, right, BARREL_TOP + BARREL + 6], 'quiet', { 'stroke-width': 3 }),
  ];
}

function marks({ graduation }: Fill, size: Volume, x: Scale): string[] {
  const apart = x(graduation) - x(0);
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => n * apart >= CLOSEST) ?? 100;
  const numbered = new Set(numberedMarks(size));
  const count = Math.floor(size / (graduation * every));
  return Array.from({ length: count + 1 }, (_, i) => i * graduation * every).map((volume) =>
    rule([x(volume), BARREL_TOP, x(volume), BARREL_TOP + (numbered.has(volume) ? 14 : 7)], 'ink'),
  );
}

function numbers(size: Volume, x: Scale, words: SyringeWords): string[] {
  const y = BARREL_TOP + BARREL + 22;
  return numberedMarks(size).map((volume) => {
    const told = volume === size ? words.volume(size) : words.mark(volume as Volume);
    return text(x(volume), y, told, { anchor: 'middle', role: 'quiet' });
  });
}

const numberedMarks = (size: Volume): number[] => ticks([0, size], 5);

/** The same as rows. */
export function syringeTable(fill: Fill, size: Volume, words: SyringeWords): Rows {
  const { label, volume, dose } = words;
  return {
    head: [label.size, label.fillTo, label.holds],
    rows: [[volume(size), volume(fill.volume), dose(fill.dose)]],
  };
}
