/** A finding as plain lines for a terminal: the same sentences as the page, then the numbers in columns. */
import type { Finding } from '../../../../src/analysis/finding.ts';
import { assumptionSentence } from './assumption.ts';
import * as say from './finding.ts';
import { doseInWords, hundredths, points } from './number.ts';

/** Lines without colour or control characters; an empty string is a blank line. */
export function findingText(finding: Finding): string[] {
  const { outcome, diagnostics } = finding;
  const { scale } = outcome;
  const some = (text: string | undefined): string[] => (text ? wrap(text) : []);
  return [
    `${outcome.label.toUpperCase()} (${scale.minimum} to ${scale.maximum}, ${outcome.better} is better)`,
    '',
    ...wrap(say.sentence(finding)),
    ...wrap(say.worthwhile(finding)),
    ...some(say.harm(finding)),
    ...some(say.doubt(finding)),
    ...wrap(say.gradeLine(finding)),
    ...some(say.placebo(finding)),
    ...wrap(say.settle(finding)),
    '',
    ...doseTable(finding),
    '',
    ...wrap(say.best(finding)),
    ...wrap(say.lowest(finding)),
    ...wrap(say.onset(finding)),
    ...some(say.expectancy(finding)),
    ...some(say.missing(finding)),
    '',
    ...trendTable(finding),
    '',
    'Taken for granted:',
    ...diagnostics.assumptions.flatMap((a) => wrap(assumptionSentence(a), '  ', '- ')),
    ...(diagnostics.assumptions.length === 0 ? ['  nothing beyond the model itself'] : []),
    ...wrap(`Model: ${say.model(finding)} ${say.data(finding)}; data ${diagnostics.dataHash.slice(0, 12)}.`),
    ...wrap(say.notAdvice),
  ];
}

function doseTable({ doses, outcome, unit }: Finding): string[] {
  const { scale } = outcome;
  const head = ['dose', 'change', '90 % interval', 'better*', 'worthwhile*', 'days logged'];
  const rows = doses.map((d) => [
    doseInWords(d.dose, unit),
    points(d.mean, scale),
    `${points(d.quantiles['0.05'], scale)} to ${points(d.quantiles['0.95'], scale)}`,
    hundredths(d.pBenefit),
    hundredths(d.pWorthwhile),
    `${d.daysLogged} of ${d.daysTaken}`,
  ]);
  return [...columns([head, ...rows]), '* chances in 100, against no drug'];
}

function trendTable({ trendStrip, outcome, unit }: Finding): string[] {
  const head = ['if drift per 30 days is about', 'dose', 'change', 'better*', 'worthwhile*', ''];
  const rows = trendStrip.map((row) => [
    `${row.trendPriorSd} ${row.trendPriorSd === 1 ? 'point' : 'points'} of 10`,
    doseInWords(row.dose, unit),
    points(row.mean, outcome.scale),
    hundredths(row.pBenefit),
    hundredths(row.pWorthwhile),
    row.used ? '<- used' : '',
  ]);
  return columns([head, ...rows]);
}

/** Pads every column to its widest cell; the first is set left, the rest right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** Breaks at spaces so that no line is longer than 78 characters unless one word is. */
function wrap(text: string, indent = '', bullet = ''): string[] {
  const lines: string[] = [];
  let line = indent + bullet;
  for (const word of text.split(' ')) {
    const fits = line.length + word.length + 1 <= 78;
    if (!fits && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent + ' '.repeat(bullet.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
