/**
 * Comparisons with placebo on one axis: point, 50 % and 90 % interval of each, with "no change" and the worthwhile change
 * marked. Symptoms may have other scales and directions, so the axis is in worthwhile changes, better to the left (H18).
 */
import type { Change } from '../analysis/finding.ts';
import type { Outcome } from '../trial/outcome.ts';
import type { Rows } from './rows.ts';
import { extent, linear } from './scale.ts';
import { colour, drawing, element, type Frame, lines, rule, text } from './svg.ts';
import type { Caption } from './words.ts';

export type Contrast = {
  /** "Pain, 4.5 mg". */
  readonly name: string;
  readonly outcome: Pick<Outcome, 'scale' | 'better' | 'worthwhile'>;
  readonly change: Change;
  /** The one that decides; drawn stronger. */
  readonly decides: boolean;
};

export type ContrastWords = {
  readonly caption: (contrasts: readonly Contrast[]) => Caption;
  readonly points: (value: number, scale: Outcome['scale']) => string;
  readonly chance: (probability: number) => string;
  readonly noChange: string;
  readonly worthwhile: string;
  readonly better: string;
  readonly worse: string;
  /** Comparison, change, its interval, chances better, chances worthwhile. */
  readonly head: readonly string[];
};

const ROW = 44;
const TOP = 50;

export function contrastsSvg(contrasts: readonly Contrast[], words: ContrastWords, frame: Frame): string {
  const { width } = frame;
  const reach = contrasts.flatMap(({ change, outcome }) => [
    asWorse(change.quantiles['0.05'], outcome),
    asWorse(change.quantiles['0.95'], outcome),
  ]);
  const [low, high] = extent([...reach, -1.4, 0.6]);
  const x = linear([low - 0.1, high + 0.1], [8, width - 8]);
  const bottom = TOP + contrasts.length * ROW;
  return drawing(frame, bottom + 30, words.caption(contrasts), [
    rule([x(0), 44, x(0), bottom], 'quiet'),
    rule([x(-1), 44, x(-1), bottom], 'quiet', { 'stroke-dasharray': '2 4' }),
    ...heading(x(-1), lines(words.worthwhile, 90), width),
    ...heading(x(0), lines(words.noChange, 60), width),
    ...contrasts.flatMap((each, i) => row(each, TOP + i * ROW, x, words, width)),
    text(0, bottom + 20, `← ${words.better}`, { role: 'quiet' }),
    text(width, bottom + 20, `${words.worse} →`, { anchor: 'end', role: 'quiet' }),
  ]);
}

/** The same as rows. */
export function contrastsTable(contrasts: readonly Contrast[], { points, chance, head }: ContrastWords): Rows {
  const rows = contrasts.map(({ name, outcome: { scale }, change }) => [
    name,
    points(change.mean, scale),
    intervalOf(change, scale, points),
    chance(change.pBenefit),
    chance(change.pWorthwhile),
  ]);
  return { head, rows };
}

/** Change in worthwhile changes for the worse: -1 is a worthwhile change for the better. */
const asWorse = (change: number, { better, worthwhile }: Contrast['outcome']): number =>
  ((better === 'lower' ? 1 : -1) * change) / worthwhile;

const intervalOf = ({ quantiles }: Change, scale: Outcome['scale'], points: ContrastWords['points']): string =>
  `${points(quantiles['0.05'], scale)} … ${points(quantiles['0.95'], scale)}`;

function heading(x: number, content: readonly string[], width: number): string[] {
  const half = Math.max(...content.map((line) => line.length)) * 3.5;
  const at = Math.min(Math.max(x, half), width - half);
  return content.map((line, i) =>
    text(at, 34 - (content.length - 1 - i) * 15, line, { anchor: 'middle', role: 'quiet' }),
  );
}

function row(contrast: Contrast, y: number, x: (v: number) => number, words: ContrastWords, width: number): string[] {
  const { name, outcome, change, decides } = contrast;
  const { quantiles: q, mean } = change;
  const at = (value: number): number => x(asWorse(value, outcome));
  const shade = decides ? 'accent' : 'quiet';
  const bar = (from: number, to: number, thick: number): string =>
    rule([at(from), y + 26, at(to), y + 26], shade, { 'stroke-width': thick });
  const told = `${words.points(mean, outcome.scale)}  (${intervalOf(change, outcome.scale, words.points)})`;
  return [
    text(0, y + 12, name, { halo: true }),
    text(width, y + 12, told, { anchor: 'end', role: 'quiet', halo: true }),
    bar(q['0.05'], q['0.95'], 2),
    bar(q['0.25'], q['0.75'], 6),
    element('circle', {
      ...{ cx: at(mean), cy: y + 26, r: 5, fill: colour('ground'), stroke: colour(shade), 'stroke-width': 2 },
    }),
  ];
}
