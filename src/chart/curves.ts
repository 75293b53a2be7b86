/**
 * Two charts of chance: P(change for the better of at least x) for each dose, and the chance that more days settle the
 * question for each way of going on. Lines are told apart by dash and by a name at their end, never by colour alone.
 */
import type { Finding } from '../analysis/finding.ts';
import { linePath } from './path.ts';
import type { Rows } from './rows.ts';
import { largest, linear, type Scale } from './scale.ts';
import { colour, drawing, element, type Frame, lines, rule, text, textWidth } from './svg.ts';
import type { Caption, ChartWords } from './words.ts';

type Series = { readonly name: string; readonly points: readonly (readonly [number, number])[] };
type Plot = { readonly caption: Caption; readonly yName: string; readonly xName: string; readonly mark?: number };

const DASHES = ['', '8 4', '2 4', '10 4 2 4', '4 4', '1 3', '12 3', '6 2 2 2'];

/** P(better by at least x) over x, one line a dose; the worthwhile change is marked. */
export function exceedanceSvg(finding: Finding, words: ChartWords, frame: Frame): string {
  const { exceedance, outcome, unit } = finding;
  const far = Math.max(outcome.worthwhile * 2, lastAbove(exceedance, 0.01));
  const series = exceedance.curves.map(({ dose, p }) => ({
    name: words.dose(dose, unit),
    points: exceedance.x.map((x, i) => [x, p[i] ?? 0] as const).filter(([x]) => x <= far),
  }));
  const plot = {
    caption: words.caption.exceedance(finding),
    yName: words.label['chance-axis'],
    xName: words.label['at-least-axis'],
    mark: outcome.worthwhile,
  };
  return curves(series, plot, words, frame);
}

function lastAbove({ x, curves }: Finding['exceedance'], probability: number): number {
  return largest(x.filter((_, i) => curves.some(({ p }) => (p[i] ?? 0) > probability))) ?? 0;
}

/** Chance of settling over further days, one line a way of going on. */
export function decisionSvg(finding: Finding, words: ChartWords, frame: Frame): string {
  const series = finding.decision.curves.map(({ continuation, points }) => ({
    name: words.continuation(continuation, finding),
    points: points.map(({ days, probability }) => [days, probability] as const),
  }));
  const plot = {
    caption: words.caption.decision(finding),
    yName: words.label['chance-axis'],
    xName: words.label['more-days-axis'],
  };
  return curves(series, plot, words, frame);
}

function curves(series: readonly Series[], plot: Plot, words: ChartWords, frame: Frame): string {
  const { width } = frame;
  const key = names(series, width);
  const left = 34;
  const top = key.height + 36;
  const bottom = top + (width < 480 ? 170 : 210);
  const xs = series.flatMap(({ points }) => points.map(([x]) => x));
  const x = linear([0, largest(xs) || 1], [left, width - 10]);
  const y = linear([0, 1], [bottom, top]);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((p) => [
    rule([left, y(p), width - 10, y(p)], 'hairline'),
    text(left - 6, y(p) + 4.5, String(p * 100), { anchor: 'end', role: 'quiet' }),
  ]);
  const below = lines(plot.xName, width - left);
  return drawing(frame, bottom + 30 + below.length * 16, plot.caption, [
    ...key.body,
    text(0, key.height + 18, plot.yName, { role: 'quiet' }),
    ...grid,
    ...marked(plot.mark, x, [top, bottom], words),
    ...series.map(({ points }, i) => stroke(points, x, y, i)),
    ...x.ticks(5).map((tick) => text(x(tick), bottom + 18, String(tick), { anchor: 'middle', role: 'quiet' })),
    ...below.map((part, i) => text(left, bottom + 36 + i * 16, part, { role: 'quiet' })),
  ]);
}

function stroke(points: Series['points'], x: Scale, y: Scale, i: number): string {
  const d = linePath(points.map(([v, p]) => [x(v), y(p)]));
  return element('path', { d, fill: 'none', stroke: colour('accent'), 'stroke-width': 2, ...dash(i) });
}

function marked(
  at: number | undefined,
  x: Scale,
  [top, bottom]: readonly [number, number],
  words: ChartWords,
): string[] {
  if (at === undefined) return [];
  return [
    rule([x(at), top, x(at), bottom], 'quiet', { 'stroke-dasharray': '2 4' }),
    text(x(at) + 5, top + 14, words.label.worthwhile, { role: 'quiet' }),
  ];
}

function dash(i: number): { 'stroke-dasharray'?: string } {
  const pattern = DASHES[i % DASHES.length] ?? '';
  return pattern === '' ? {} : { 'stroke-dasharray': pattern };
}

/** The lines with their names, one a row where they do not fit side by side. */
function names(series: readonly Series[], width: number): { body: string[]; height: number } {
  const body: string[] = [];
  let x = 0;
  let y = 0;
  for (const [i, { name }] of series.entries()) {
    const takes = 44 + textWidth(name) + 14;
    if (x > 0 && x + takes > width) {
      x = 0;
      y += 20;
    }
    body.push(rule([x, y + 10, x + 36, y + 10], 'accent', { 'stroke-width': 2, ...dash(i) }));
    const parts = lines(name, width - x - 44);
    for (const [k, part] of parts.entries()) body.push(text(x + 44, y + 14.5 + k * 16, part, { role: 'quiet' }));
    y += (parts.length - 1) * 16;
    x += takes;
  }
  return { body, height: y + 20 };
}

/** Exceedance as rows: one for each of a few sizes of change, one column a dose. */
export function exceedanceTable({ exceedance, outcome, unit }: Finding, words: ChartWords): Rows {
  const wanted = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3].map((k) => k * outcome.worthwhile);
  const rows = wanted.flatMap((size) => {
    const i = exceedance.x.findIndex((x) => x >= size - 1e-9);
    if (i < 0) return [];
    return [
      [
        words.points(exceedance.x[i] ?? size, outcome.scale),
        ...exceedance.curves.map(({ p }) => words.hundredths(p[i] ?? 0)),
      ],
    ];
  });
  return {
    head: [words.label['at-least'], ...exceedance.curves.map(({ dose }) => words.dose(dose, unit))],
    rows: rows.filter((row, i) => row[0] !== rows[i - 1]?.[0]),
  };
}

/** Time to decision as rows: one for each horizon, one column a way of going on. */
export function decisionTable(finding: Finding, words: ChartWords): Rows {
  const { curves: all } = finding.decision;
  const horizons = all[0]?.points ?? [];
  return {
    head: [words.label.days, ...all.map(({ continuation }) => words.continuation(continuation, finding))],
    rows: horizons.map(({ days }, i) => [
      String(days),
      ...all.map(({ points }) => words.hundredths(points[i]?.probability ?? 0)),
    ]),
  };
}
