/**
 * The picture of a finding: days as dots, the dose as steps beneath, the band of the likely level, and the dashed band
 * of what the same days would likely have been without the drug. Nothing is smoothed beyond what the model gave.
 */
import type { Band, Finding } from '../analysis/finding.ts';
import { cross, type Entry, hatching, legend } from './legend.ts';
import { doseTicks, levels } from './levels.ts';
import { stepArea } from './path.ts';
import type { Rows } from './rows.ts';
import { largest, linear, type Scale } from './scale.ts';
import { colour, drawing, element, type Frame, rule, text, textWidth } from './svg.ts';
import type { ChartWords } from './words.ts';

type Plot = {
  readonly x: Scale;
  readonly y: Scale;
  readonly dose: Scale;
  readonly left: number;
  readonly right: number;
};

/** The drawing for a width; the score axis spans the whole scale, so a small change looks small. */
export function timelineSvg(finding: Finding, words: ChartWords, frame: Frame): string {
  const { band, outcome } = finding;
  const { width } = frame;
  const hatch = `${frame.id}-hatch`;
  const key = legend(entries(finding, words), width, hatch);
  const ticks = doseTicks(band.dose);
  const left = 10 + Math.max(...[...ticks.map(words.doseTick), String(outcome.scale.maximum)].map(textWidth));
  const right = width - 8;
  const top = key.height + 34;
  const bottom = top + (width < 480 ? 190 : 250);
  const doseTop = bottom + 46;
  const doseBottom = doseTop + (width < 480 ? 60 : 70);
  const days = band.dose.length;
  const plot: Plot = {
    left,
    right,
    x: linear([0, days], [left, right]),
    y: linear([outcome.scale.minimum, outcome.scale.maximum], [bottom, top]),
    dose: linear([0, largest(band.dose) || 1], [doseBottom, doseTop]),
  };
  return drawing(frame, doseBottom + 26, words.caption.timeline(finding), [
    hatching(hatch),
    ...key.body,
    text(0, key.height + 18, words.scoreAxis(finding), { role: 'quiet' }),
    ...scoreGrid(plot),
    ...levels(band, { x: plot.x, y: plot.y, from: band.start, to: band.start + days - 1 }),
    ...dots(band, plot, bottom + 12),
    text(0, doseTop - 12, words.doseAxis(finding.unit), { role: 'quiet' }),
    ...doseSteps(finding, plot, words, ticks, hatch),
    ...dateAxis(band, plot, words, doseBottom + 20),
  ]);
}

function entries({ grade, band }: Finding, { label }: ChartWords): Entry[] {
  return [
    { mark: 'dot', name: label['day-logged'] },
    { mark: 'band', name: label.fitted },
    { mark: 'dashed-band', name: label.without },
    ...(band.tooIll.some(Boolean) ? [{ mark: 'cross', name: label['too-ill'] } as const] : []),
    grade === 'randomised-blinded' ? { mark: 'hatched-dose', name: label.blinded } : { mark: 'dose', name: label.dose },
  ];
}

function scoreGrid({ y, left, right }: Plot): string[] {
  return y
    .ticks(5)
    .flatMap((tick) => [
      rule([left, y(tick), right, y(tick)], 'hairline'),
      text(left - 6, y(tick) + 4.5, String(tick), { anchor: 'end', role: 'quiet' }),
    ]);
}

function dots({ observed, tooIll }: Band, { x, y }: Plot, illY: number): string[] {
  return observed.map((score, t) => {
    if (score !== null) return element('circle', { cx: x(t + 0.5), cy: y(score), r: 2.2 });
    return tooIll[t] ? cross(x(t + 0.5), illY) : '';
  });
}

function doseSteps(
  { band, grade }: Finding,
  { x, dose, left, right }: Plot,
  words: ChartWords,
  ticks: readonly number[],
  hatch: string,
): string[] {
  const steps = [...band.dose, band.dose.at(-1) ?? 0];
  const fill = grade === 'randomised-blinded' ? `url(#${hatch})` : colour('dose');
  return [
    ...ticks.flatMap((tick) => [
      rule([left, dose(tick), right, dose(tick)], 'hairline'),
      text(left - 6, dose(tick) + 4.5, words.doseTick(tick), { anchor: 'end', role: 'quiet' }),
    ]),
    element('path', {
      d: stepArea(
        steps.map((d, t) => [x(t), dose(d)]),
        dose(0),
      ),
      fill,
      stroke: colour('quiet'),
    }),
  ];
}

function dateAxis({ start, dose }: Band, { x, left, right }: Plot, words: ChartWords, y: number): string[] {
  const room = Math.max(2, Math.floor((right - left) / 68));
  const weeks = Math.max(1, Math.ceil(dose.length / 7 / room));
  const step = weeks * 7;
  const count = Math.floor((dose.length - 1) / step) + 1;
  return Array.from({ length: count }, (_, i) => i * step)
    .filter((t) => x(t) + 50 <= right || t === 0)
    .flatMap((t) => [
      rule([x(t), y - 20, x(t), y - 14], 'quiet'),
      text(x(t), y, words.day(start + t), { role: 'quiet' }),
    ]);
}

/** The same as rows: one for each run of days at one dose. */
export function timelineTable({ band, outcome, unit }: Finding, words: ChartWords): Rows {
  const { label } = words;
  const head = [
    label.from,
    label.to,
    label.dose,
    label['days-logged'],
    label['mean-score'],
    label['mean-fitted'],
    label['mean-without'],
  ];
  const rows = runs(band.dose).map(([from, to]) => {
    const scores = band.observed.slice(from, to + 1).filter((s) => s !== null);
    const over = (values: readonly number[]): string => words.points(mean(values.slice(from, to + 1)), outcome.scale);
    return [
      words.longDay(band.start + from),
      words.longDay(band.start + to),
      words.dose(band.dose[from] ?? 0, unit),
      `${scores.length} / ${to - from + 1}`,
      scores.length > 0 ? words.points(mean(scores), outcome.scale) : '–',
      over(band.fitted.mean),
      over(band.without.mean),
    ];
  });
  return { head, rows };
}

/** First and last index of every run of equal values. */
function runs(values: readonly number[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [t, value] of values.entries()) {
    const last = out.at(-1);
    if (last && values[last[0]] === value) last[1] = t;
    else out.push([t, t]);
  }
  return out;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
