/**
 * Every dose of every symptom on one axis: point, 50 % and 90 % interval, with "no change" and the worthwhile change
 * marked. Symptoms may have other scales and directions, so the axis is in worthwhile changes, better to the left.
 */
import type { DoseEffect, Finding } from '../analysis/finding.ts';
import type { Rows } from './rows.ts';
import { extent, linear } from './scale.ts';
import { colour, drawing, element, type Frame, lines, rule, text } from './svg.ts';
import type { ChartWords } from './words.ts';

const ROW = 44;
const HEAD = 30;

/** Change in worthwhile changes for the worse: -1 is a worthwhile change for the better. */
const asWorse = (change: number, { better, worthwhile }: Finding['outcome']): number =>
  ((better === 'lower' ? 1 : -1) * change) / worthwhile;

/** The drawing for a width, symptoms beneath one another in the order given. */
export function intervalsSvg(findings: readonly Finding[], words: ChartWords, frame: Frame): string {
  const { width } = frame;
  const reach = findings.flatMap(({ outcome, doses }) =>
    doses.flatMap(({ quantiles }) => [asWorse(quantiles['0.05'], outcome), asWorse(quantiles['0.95'], outcome)]),
  );
  const [low, high] = extent([...reach, -1.4, 0.6]);
  const x = linear([low - 0.1, high + 0.1], [8, width - 8]);
  const signs = words.label;
  const body: string[] = [];
  let y = 50;
  for (const finding of findings) {
    body.push(text(0, y + 18, words.scoreAxis(finding), { halo: true }));
    y += HEAD;
    for (const effect of finding.doses) {
      body.push(...dose(finding, effect, y, x, words, width));
      y += ROW;
    }
    y += 6;
  }
  const marks = [
    rule([x(0), 44, x(0), y], 'quiet'),
    rule([x(-1), 44, x(-1), y], 'quiet', { 'stroke-dasharray': '2 4' }),
    ...heading(x(-1), lines(signs.worthwhile, 90), width),
    ...heading(x(0), lines(signs['no-change'], 60), width),
  ];
  const ends = [
    text(0, y + 20, `← ${signs.better}`, { role: 'quiet' }),
    text(width, y + 20, `${signs.worse} →`, { anchor: 'end', role: 'quiet' }),
  ];
  const only = findings[0];
  const caption = findings.length === 1 && only ? words.caption.intervals(only) : words.intervalsTogether(findings);
  return drawing(frame, y + 30, caption, [...marks, ...body, ...ends]);
}

function heading(x: number, content: readonly string[], width: number): string[] {
  const half = Math.max(...content.map((line) => line.length)) * 3.5;
  const at = Math.min(Math.max(x, half), width - half);
  return content.map((line, i) =>
    text(at, 34 - (content.length - 1 - i) * 15, line, { anchor: 'middle', role: 'quiet' }),
  );
}

function dose(
  finding: Finding,
  effect: DoseEffect,
  y: number,
  x: (value: number) => number,
  words: ChartWords,
  width: number,
): string[] {
  const { outcome, unit } = finding;
  const at = (value: number): number => x(asWorse(value, outcome));
  const { quantiles: q, mean } = effect;
  const range = `${words.points(q['0.05'], outcome.scale)} … ${words.points(q['0.95'], outcome.scale)}`;
  const bar = (from: number, to: number, thick: number): string =>
    rule([at(from), y + 26, at(to), y + 26], 'accent', { 'stroke-width': thick });
  return [
    text(0, y + 12, words.dose(effect.dose, unit), { halo: true }),
    text(width, y + 12, `${words.points(mean, outcome.scale)}  (${range})`, {
      anchor: 'end',
      role: 'quiet',
      halo: true,
    }),
    bar(q['0.05'], q['0.95'], 2),
    bar(q['0.25'], q['0.75'], 6),
    element('circle', {
      cx: at(mean),
      cy: y + 26,
      r: 5,
      fill: colour('ground'),
      stroke: colour('accent'),
      'stroke-width': 2,
    }),
  ];
}

/** The same as rows: one for each symptom and dose. */
export function intervalsTable(findings: readonly Finding[], words: ChartWords): Rows {
  const { label, points, hundredths } = words;
  return {
    head: [
      label.symptom,
      label.dose,
      label.change,
      label.interval,
      label['p-benefit'],
      label['p-worthwhile'],
      label['days-logged'],
    ],
    rows: findings.flatMap(({ outcome, unit, doses }) =>
      doses.map((d) => [
        outcome.label,
        words.dose(d.dose, unit),
        points(d.mean, outcome.scale),
        `${points(d.quantiles['0.05'], outcome.scale)} … ${points(d.quantiles['0.95'], outcome.scale)}`,
        hundredths(d.pBenefit),
        hundredths(d.pWorthwhile),
        `${d.daysLogged} / ${d.daysTaken}`,
      ]),
    ),
  };
}
