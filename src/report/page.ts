/**
 * A finding as one HTML file that needs nothing else: sentences, drawings, tables, light and dark, and no script. Holds
 * what the page showed and no diary beyond the drawn days. Refuses nothing: what could not be found is told as such.
 */
import type { Analysis, Finding } from '../analysis/finding.ts';
import { decisionSvg, decisionTable, exceedanceSvg, exceedanceTable } from '../chart/curves.ts';
import { intervalsSvg, intervalsTable } from '../chart/intervals.ts';
import type { Rows } from '../chart/rows.ts';
import { bestDoseSvg, bestDoseTable, trendSvg, trendTable } from '../chart/strips.ts';
import { element, escapeText, type Frame } from '../chart/svg.ts';
import { timelineSvg, timelineTable } from '../chart/timeline.ts';
import type { ChartWords } from '../chart/words.ts';
import { reportStyle } from './style.ts';
import type { FindingWords, ReportWords } from './words.ts';

export type PageWords = { readonly finding: FindingWords; readonly chart: ChartWords; readonly report: ReportWords };
export type ReportOptions = {
  /** Where the days came from, such as a file's name. */
  readonly source: string;
  /** True for invented people: the page then says so at its head. */
  readonly synthetic?: boolean;
};

const NARROW = 300;
const WIDE = 680;

/** The whole document as text. */
export function reportHtml(analysis: Analysis, words: PageWords, options: ReportOptions): string {
  const { report, finding: say } = words;
  const refusals = analysis.refusals.map((refusal) =>
    element('p', { class: 'refusal' }, escapeText(say.refusal(refusal))),
  );
  const body = [
    element('h1', {}, escapeText(report.title)),
    element('p', { class: 'quiet' }, escapeText(options.source)),
    ...(options.synthetic ? [element('p', { class: 'mark' }, escapeText(report.synthetic))] : []),
    ...analysis.findings.map((finding, i) => section(finding, i, words)),
    ...together(analysis.findings, words),
    ...(refusals.length > 0 ? [element('h2', {}, escapeText(report.label.refusals)), ...refusals] : []),
    element('footer', {}, element('p', {}, escapeText(say.notAdvice))),
  ];
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(report.title)}</title>`,
    `<style>${reportStyle()}</style>`,
  ];
  return `<!doctype html>\n<html lang="${escapeText(report.language)}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n<main>\n${body.join('\n')}\n</main>\n</body>\n</html>\n`;
}

function section(finding: Finding, i: number, words: PageWords): string {
  const { finding: say, chart, report } = words;
  const { label } = report;
  const paragraph = (text: string | undefined): string[] => (text ? [element('p', {}, escapeText(text))] : []);
  const drawn = (name: string, draw: Draw, rows: Rows): string => figure(`${name}-${i}`, draw, rows, label['as-table']);
  return element(
    'section',
    {},
    element('h2', {}, escapeText(report.heading(finding))),
    element('p', { class: 'sentence' }, escapeText(say.sentence(finding))),
    ...paragraph(say.worthwhile(finding)),
    ...paragraph(say.harm(finding)),
    ...paragraph(say.doubt(finding)),
    ...paragraph(say.grade(finding)),
    ...paragraph(say.placebo(finding)),
    ...paragraph(say.settle(finding)),
    drawn('timeline', (frame) => timelineSvg(finding, chart, frame), timelineTable(finding, chart)),
    element('h3', {}, escapeText(label['best-dose'])),
    ...paragraph(say.best(finding)),
    ...paragraph(say.lowest(finding)),
    ...paragraph(say.onset(finding)),
    ...paragraph(say.expectancy(finding)),
    drawn('best', (frame) => bestDoseSvg(finding, chart, frame), bestDoseTable(finding, chart)),
    element('h3', {}, escapeText(label.exceedance)),
    drawn('exceedance', (frame) => exceedanceSvg(finding, chart, frame), exceedanceTable(finding, chart)),
    element('h3', {}, escapeText(label.trend)),
    ...paragraph(say.missing(finding)),
    drawn('trend', (frame) => trendSvg(finding, chart, frame), trendTable(finding, chart)),
    element('h3', {}, escapeText(label.decision)),
    drawn('decision', (frame) => decisionSvg(finding, chart, frame), decisionTable(finding, chart)),
    ...grounds(finding, words),
  );
}

/** What was taken for granted, and what made the numbers. */
function grounds(finding: Finding, { finding: say, report: { label } }: PageWords): string[] {
  const { assumptions, dataHash } = finding.diagnostics;
  const items = assumptions.map((assumption) => element('li', {}, escapeText(say.assumption(assumption))));
  return [
    element('h3', {}, escapeText(label.assumptions)),
    items.length > 0 ? element('ul', {}, ...items) : element('p', {}, escapeText(label['no-assumptions'])),
    element('p', { class: 'quiet' }, escapeText(`${say.model(finding)} ${say.data(finding)}.`)),
    element('p', { class: 'quiet hash' }, escapeText(`${label['data-hash']}: ${dataHash}`)),
  ];
}

function together(findings: readonly Finding[], { chart, report: { label } }: PageWords): string[] {
  if (findings.length === 0) return [];
  return [
    element('h2', {}, escapeText(label['all-doses'])),
    figure('all', (frame) => intervalsSvg(findings, chart, frame), intervalsTable(findings, chart), label['as-table']),
  ];
}

type Draw = (frame: Frame) => string;

/** The drawing for a wide and for a narrow reader, of which one is shown, and its table. */
function figure(id: string, draw: Draw, rows: Rows, asTable: string): string {
  return element(
    'figure',
    {},
    element('div', { class: 'wide' }, draw({ width: WIDE, id: `${id}-w` })),
    element('div', { class: 'narrow' }, draw({ width: NARROW, id: `${id}-n` })),
    element('details', {}, element('summary', {}, escapeText(asTable)), table(rows)),
  );
}

function table({ head, rows }: Rows): string {
  const top = element('tr', {}, ...head.map((cell) => element('th', { scope: 'col' }, escapeText(cell))));
  const body = rows.map(([first = '', ...rest]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, escapeText(first)),
      ...rest.map((cell) => element('td', {}, escapeText(cell))),
    ),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: 0 },
    element('table', {}, element('thead', {}, top), element('tbody', {}, ...body)),
  );
}
