/**
 * Two small charts: the answer under weaker and stronger drift priors (the trend-prior strip), and the chance of each
 * dose, "none" among them, of being the best.
 */
import type { Finding } from '../analysis/finding.ts';
import type { Rows } from './rows.ts';
import { extent, largest, linear } from './scale.ts';
import { colour, drawing, element, type Frame, lines, rule, text, textWidth } from './svg.ts';
import type { ChartWords } from './words.ts';

const ROW = 48;
const Z90 = 1.6449; // 95th percentile of the standard normal

/** One interval for each drift prior; the one in use is named. */
export function trendSvg(finding: Finding, words: ChartWords, frame: Frame): string {
  const { trendStrip, outcome } = finding;
  const { width } = frame;
  const sign = outcome.better === 'lower' ? 1 : -1;
  const reach = trendStrip.flatMap(({ mean, sd }) => [sign * mean - Z90 * sd, sign * mean + Z90 * sd]);
  const w = outcome.worthwhile;
  const [low, high] = extent([...reach, -1.3 * w, 0.5 * w]);
  const x = linear([low - 0.1 * w, high + 0.1 * w], [8, width - 8]);
  const bottom = 8 + trendStrip.length * ROW;
  const rows = trendStrip.flatMap((row, i) => {
    const y = 8 + i * ROW;
    const name = words.trendPrior(row.trendPriorSd) + (row.used ? ` · ${words.label.used}` : '');
    const middle = sign * row.mean;
    return [
      text(0, y + 14, name, { halo: true }),
      text(width, y + 14, words.points(row.mean, outcome.scale), { anchor: 'end', role: 'quiet', halo: true }),
      rule([x(middle - Z90 * row.sd), y + 30, x(middle + Z90 * row.sd), y + 30], 'accent', {
        'stroke-width': row.used ? 4 : 2,
      }),
      element('circle', {
        cx: x(middle),
        cy: y + 30,
        r: 5,
        fill: colour('ground'),
        stroke: colour('accent'),
        'stroke-width': 2,
      }),
    ];
  });
  return drawing(frame, bottom + 62, words.caption.trend(finding), [
    rule([x(0), 4, x(0), bottom], 'quiet'),
    rule([x(-w), 4, x(-w), bottom], 'quiet', { 'stroke-dasharray': '2 4' }),
    ...rows,
    ...markName(x(-w), lines(words.label.worthwhile, 90), bottom, width),
    ...markName(x(0), lines(words.label['no-change'], 60), bottom, width),
    text(0, bottom + 54, `← ${words.label.better}`, { role: 'quiet' }),
    text(width, bottom + 54, `${words.label.worse} →`, { anchor: 'end', role: 'quiet' }),
  ]);
}

/** What a mark stands for, in lines beneath it that stay inside the drawing. */
function markName(x: number, content: readonly string[], bottom: number, width: number): string[] {
  const half = Math.max(...content.map(textWidth)) / 2;
  const at = Math.min(Math.max(x, half), width - half);
  return content.map((line, i) => text(at, bottom + 16 + i * 16, line, { anchor: 'middle', role: 'quiet' }));
}

/** The same as rows. */
export function trendTable({ trendStrip, outcome, unit }: Finding, words: ChartWords): Rows {
  const { label } = words;
  return {
    head: [label.drift, label.dose, label.change, label['p-benefit'], label['p-worthwhile']],
    rows: trendStrip.map((row) => [
      words.trendPrior(row.trendPriorSd) + (row.used ? ` (${label.used})` : ''),
      words.dose(row.dose, unit),
      words.points(row.mean, outcome.scale),
      words.hundredths(row.pBenefit),
      words.hundredths(row.pWorthwhile),
    ]),
  };
}

/** One bar for each dose and for none. */
export function bestDoseSvg(finding: Finding, words: ChartWords, frame: Frame): string {
  const { bestDose } = finding;
  const { width } = frame;
  const x = linear([0, Math.max(0.5, largest(bestDose.probabilities.map((d) => d.probability)) ?? 1)], [0, width - 44]);
  const rows = bestDose.probabilities.flatMap(({ dose, probability }, i) => {
    const y = i * 42;
    return [
      text(0, y + 14, doseOrNone(finding, dose, words)),
      element('rect', { x: 0, y: y + 20, width: Math.max(1, x(probability)), height: 14, fill: colour('accent') }),
      text(x(probability) + 8, y + 32, words.hundredths(probability), { role: 'quiet' }),
    ];
  });
  return drawing(frame, bestDose.probabilities.length * 42, words.caption['best-dose'](finding), rows);
}

/** Chance of being best, and of being the lowest dose near the best, as rows. */
export function bestDoseTable(finding: Finding, words: ChartWords): Rows {
  const { probabilities, lowestNearBest } = finding.bestDose;
  return {
    head: [words.label.dose, words.label.best, words.label['lowest-near-best']],
    rows: probabilities.map(({ dose, probability }) => {
      const lowest = lowestNearBest.find((l) => l.dose === dose);
      return [
        doseOrNone(finding, dose, words),
        words.hundredths(probability),
        lowest ? words.hundredths(lowest.probability) : '–',
      ];
    }),
  };
}

function doseOrNone({ unit }: Finding, dose: number, words: ChartWords): string {
  return dose === 0 && unit === 'mg' ? words.label.none : words.dose(dose, unit);
}
