/**
 * The diary in one picture for paper: a strip for each symptom with its days as dots and, where there is a finding, the
 * likely level and the level without the drug; the dose beneath. The whole scale is shown, so a small change looks small.
 * Days nobody kept stay empty; days too ill to log are crosses (H18).
 */
import type { Band, Finding } from '../../analysis/finding.ts';
import { formatLocalDate, type LocalDate } from '../../base/calendar.ts';
import { element, FONT_SIZE, rule, text } from '../../chart/svg.ts';
import type { CaseState } from '../../records/case-state.ts';
import type { Outcome } from '../../trial/outcome.ts';
import { summaryOf } from './diary-summary.ts';
import type { PictureWords } from './letter-words.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

export type PictureInput = {
  readonly state: CaseState;
  readonly day: LocalDate;
  readonly findings: readonly Finding[];
  /** Height of a symptom's strip, pixels of 900. */
  readonly strip: number;
};

export const WIDTH = 900;
const LEFT = 118;
const RIGHT = WIDTH - 6;
const GAP = 14;
const DOSE = 34;

type Frame = { readonly from: LocalDate; readonly to: LocalDate; readonly x: (date: number) => number };

/** The drawing and what it shows in words; undefined while nothing is kept. */
export function pictureOf(
  input: PictureInput,
  words: PictureWords,
): { readonly svg: string; readonly alt: string } | undefined {
  const { state, day, findings, strip } = input;
  const summary = summaryOf(state, day);
  if (!summary || summary.symptoms.length === 0) return undefined;
  const { from, to } = summary;
  const frame: Frame = { from, to, x: (date) => LEFT + ((date - from) / (to - from + 1)) * (RIGHT - LEFT) };
  const strips = summary.symptoms.map(({ outcome }, i) =>
    symptomStrip(state, outcome, findings, frame, { top: 8 + i * (strip + GAP), height: strip }, words),
  );
  const stretches = stretchesOf(state, day);
  const planned = stretches.some((stretch) => (stretch.planned ?? 0) > 0);
  const below = 8 + summary.symptoms.length * (strip + GAP);
  const bottom = planned ? below + DOSE : below;
  const body = [
    ...strips.flat(),
    ...(planned ? doseStrip(stretches, frame, below, words) : []),
    ...dates(frame, bottom, words),
  ];
  return { svg: onPaper(body, bottom + 30), alt: words.alt(summary, findings) };
}

type Place = { readonly top: number; readonly height: number };

function symptomStrip(
  state: CaseState,
  outcome: Outcome,
  findings: readonly Finding[],
  frame: Frame,
  { top, height }: Place,
  words: PictureWords,
): string[] {
  const { minimum, maximum } = outcome.scale;
  const y = (score: number): number => top + height - ((score - minimum) / (maximum - minimum)) * height;
  const middle = (minimum + maximum) / 2;
  const band = findings.find((finding) => finding.outcome.id === outcome.id)?.band;
  return [
    ...[minimum, middle, maximum].flatMap((score) => [rule([LEFT, y(score), RIGHT, y(score)], 'hairline')]),
    ...[minimum, maximum].map((score) =>
      text(LEFT - 6, y(score) + (score === minimum ? 0 : 9), String(score), { anchor: 'end', role: 'quiet' }),
    ),
    text(0, top + height / 2 + 5, words.symptom(outcome)),
    ...(band ? levels(band, frame, y) : []),
    ...dots(state, outcome, frame, y, top + height),
  ];
}

function levels(band: Band, { x }: Frame, y: (score: number) => number): string[] {
  const at = (values: readonly number[], back = false): string => {
    const points = values.map((value, t) => `${round(x(band.start + t + 0.5))} ${round(y(clamp(value)))}`);
    return (back ? points.reverse() : points).join(' L ');
  };
  const clamp = (value: number): number => Math.min(10, Math.max(0, value));
  const { fitted, without } = band;
  const first = Math.max(
    0,
    band.dose.findIndex((dose) => dose > 0),
  );
  const later = without.mean.slice(first).map((value, t) => {
    return `${round(x(band.start + first + t + 0.5))} ${round(y(clamp(value)))}`;
  });
  return [
    element('path', { d: `M ${at(fitted.low)} L ${at(fitted.high, true)} Z`, fill: '#d4e0ee' }),
    element('path', { d: `M ${at(fitted.mean)}`, fill: 'none', stroke: '#1a4f85', 'stroke-width': 1.8 }),
    element('path', {
      d: `M ${later.join(' L ')}`,
      fill: 'none',
      stroke: '#46433e',
      'stroke-width': 1.4,
      'stroke-dasharray': '5 3',
    }),
  ];
}

function dots(
  state: CaseState,
  outcome: Outcome,
  { from, to, x }: Frame,
  y: (score: number) => number,
  bottom: number,
): string[] {
  const drawn: string[] = [];
  for (let date = from; date <= to; date++) {
    const score = state.days[formatLocalDate(date)]?.scores[outcome.id];
    const cx = x(date + 0.5);
    if (score?.kind === 'value') drawn.push(element('circle', { cx, cy: y(score.value), r: 1.9, fill: '#1d1c1a' }));
    if (score?.kind === 'too-ill')
      drawn.push(
        rule([cx - 3, bottom - 3, cx + 3, bottom + 3], 'ink'),
        rule([cx - 3, bottom + 3, cx + 3, bottom - 3], 'ink'),
      );
  }
  return drawn;
}

/** What was to be taken, as steps; where no plan could be followed nothing is drawn. */
function doseStrip(stretches: readonly Stretch[], { from, to, x }: Frame, top: number, words: PictureWords): string[] {
  const most = Math.max(1, ...stretches.map(({ planned }) => planned ?? 0));
  const shown = stretches.filter((stretch) => stretch.to >= from && stretch.from <= to);
  const bottom = top + DOSE;
  const bars = shown.flatMap(({ planned, from: start, to: end }) => {
    if (planned === undefined || planned === 0) return [];
    const [left, right] = [x(Math.max(start, from)), x(Math.min(end, to) + 1)];
    const height = (planned / most) * DOSE;
    const bar = { x: left, y: bottom - height, width: right - left, height, fill: '#b7b1a5', stroke: '#46433e' };
    const label = words.dose(planned);
    const fits = right - left > label.length * 8;
    return [
      element('rect', bar),
      ...(fits ? [text(left + 4, height < 16 ? bottom - height - 4 : bottom - 5, label)] : []),
    ];
  });
  return [text(0, top + DOSE / 2 + 5, words.doseLabel), ...bars, rule([LEFT, bottom, RIGHT, bottom], 'quiet')];
}

function dates({ from, to, x }: Frame, bottom: number, words: PictureWords): string[] {
  const weeks = Math.max(1, Math.ceil((to - from + 1) / 7 / 8));
  const ticks: string[] = [];
  for (let date = from; date <= to; date = (date + weeks * 7) as LocalDate) {
    if (x(date) > RIGHT - 46) break;
    ticks.push(rule([x(date), bottom, x(date), bottom + 5], 'quiet'), text(x(date), bottom + 20, words.day(date)));
  }
  return ticks;
}

/** Black on white, `WIDTH` wide: colours are written out, because paper has no style sheet. */
export function onPaper(body: readonly string[], height: number): string {
  const drawn = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      width: WIDTH,
      height: Math.ceil(height),
      'font-family': 'Atkinson Hyperlegible',
      'font-size': FONT_SIZE,
      fill: '#1d1c1a',
    },
    ...body,
  );
  return drawn.replace(/var\(--chart-[a-z]+, (#[0-9a-f]{6})\)/g, '$1');
}

const round = (value: number): number => Math.round(value * 10) / 10;
