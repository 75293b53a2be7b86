/**
 * `titrial analyse`: a diary file in, an honest answer out. Everything guessed about the file is stated, whatever has
 * two readings is refused with its row and column, and a question the days can't answer is refused with what is
 * missing (H18, H19).
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { chartWords } from '../../web/kit/words/en/chart.ts';
import { findingWords } from '../../web/kit/words/en/finding.ts';
import { findingText } from '../../web/kit/words/en/finding-text.ts';
import { refusalSentence } from '../../web/kit/words/en/refusal.ts';
import { reportWords } from '../../web/kit/words/en/report.ts';
import { fileFaultSentence, tableRefusalLines } from '../../web/kit/words/en/table.ts';
import { statedSentence } from '../../web/kit/words/en/table-stated.ts';
import { analyseOutcome } from '../analysis/analyse.ts';
import type { Analysis, Finding, Refusal } from '../analysis/finding.ts';
import { type LocalDate, parseLocalDate } from '../base/calendar.ts';
import { standaloneSvg } from '../chart/standalone.ts';
import { timelineSvg } from '../chart/timeline.ts';
import { reportHtml } from '../report/page.ts';
import type { Likelihood } from '../stats/problem.ts';
import { type ReadDiary, type ReadOptions, readDiaryTable } from '../table/read-diary.ts';
import type { Direction } from '../trial/outcome.ts';
import { readTextFile } from './input-file.ts';
import type { Terminal } from './terminal.ts';

type AnalyseOptions = {
  readonly date?: string;
  readonly dose?: string;
  readonly doseUnit?: 'mg' | 'ug' | 'none';
  readonly outcome?: string[];
  readonly scale?: { minimum: number; maximum: number };
  readonly better?: Direction;
  readonly worthwhile?: number;
  readonly capsule?: string;
  readonly blinded?: boolean;
  readonly blindedFrom?: LocalDate;
  readonly randomised?: boolean;
  readonly likelihood: Likelihood | 'auto';
  readonly onset?: number;
  readonly json?: boolean;
  readonly svg?: string;
  readonly html?: string;
};

const HELP = `
The file is any tidy daily CSV: a date column, a column with the dose taken, one
column a symptom. Several rows a day are averaged by civil date; a blank cell is
a day not logged. A dose needs its unit: in the cell ("4.5 mg"), in the column's
name (dose_mg), or by --dose-unit. Write 0 for days without the drug.

The answer needs at least 7 logged days without the drug and 7 with it, 21 in
all, and half of every period logged. How the file was read is said first: look
at it before you believe the rest. docs/formats/finding.md explains the JSON.

Examples:
  titrial simulate --journey responder --out diary.csv
  titrial analyse diary.csv
  titrial analyse diary.csv --html report.html
  titrial analyse diary.csv --outcome pain --json
  titrial analyse study.csv --date day --dose arm --dose-unit none \\
    --outcome mood --scale 0:100 --better higher

Exit codes: 0 answered for at least one symptom; 2 refused, with the reason; 3 a
file could not be written.`;

/** Adds the command; `terminal` is where it speaks. */
export function addAnalyseCommand(program: Command, terminal: Terminal): void {
  program
    .command('analyse')
    .description('read a diary and say whether the drug works for this person, at which dose, and how sure that is')
    .argument('<diary.csv>', 'the diary, one row a day or several')
    .option('--date <column>', 'column with the date; found where absent')
    .option('--dose <column>', 'column with the dose taken that day; found where absent')
    .addOption(
      new Option(
        '--dose-unit <unit>',
        'unit of a dose column that names none; none = treatment levels such as 0 and 1',
      ).choices(['mg', 'ug', 'none']),
    )
    .option('--outcome <column...>', 'symptom columns to answer for; all that look like scores where absent')
    .option('--scale <low:high>', 'lowest and highest possible score, such as 0:10 or 0:100', parseScale)
    .addOption(new Option('--better <direction>', 'which way is better').choices(['lower', 'higher']))
    .option(
      '--worthwhile <points>',
      'smallest change worth having, in points; a tenth of the scale where absent',
      parseAbove0,
    )
    .option('--capsule <column>', 'blinded diaries: was any capsule taken that day (1/0, yes/no)')
    .option('--blinded', 'the person did not know which days were drug and which placebo, and chance decided')
    .option(
      '--blinded-from <date>',
      'first blinded day (YYYY-MM-DD) where an open part came before: only days from it on are used; implies --blinded',
      parseDay,
    )
    .option('--randomised', 'chance decided which days were which, but the person knew')
    .addOption(
      new Option('--likelihood <kind>', 'how scores are read; auto picks rounded near the ends of a 0-10 scale')
        .choices(['auto', 'gaussian', 'rounded'])
        .default('auto'),
    )
    .option(
      '--onset <days>',
      'time constant of onset expected before the diary; 7 for naltrexone, half a day for --dose-unit none',
      parseAbove0,
    )
    .option('--json', 'print findings and refusals as JSON')
    .option('--svg <file>', 'also write the picture of the first finding')
    .option('--html <file>', 'also write a page with everything, readable without a network')
    .addHelpText('after', HELP)
    .action((file: string, options: AnalyseOptions) => analyse(file, options, terminal));
}

function parseScale(text: string): { minimum: number; maximum: number } {
  const match = /^(-?\d+(?:\.\d+)?):(-?\d+(?:\.\d+)?)$/.exec(text);
  const minimum = Number(match?.[1]);
  const maximum = Number(match?.[2]);
  if (!match || !(maximum > minimum)) throw new InvalidArgumentError('write it as low:high, such as 0:10.');
  return { minimum, maximum };
}

function parseAbove0(text: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text) || !(Number(text) > 0))
    throw new InvalidArgumentError('write a number above 0, such as 1.');
  return Number(text);
}

function parseDay(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new InvalidArgumentError('write a date of the calendar as YYYY-MM-DD, such as 2026-03-30.');
  return day.value;
}

/** Reads, analyses, prints, and writes what was asked for. */
export function analyse(file: string, options: AnalyseOptions, terminal: Terminal): void {
  const overwrites = [options.svg, options.html].find((path) => path !== undefined && resolve(path) === resolve(file));
  if (overwrites !== undefined) {
    const says = `${overwrites} is the diary itself, which is only read. Name another file to write.`;
    refuse(terminal, options, [says], [{ code: 'export-is-the-diary', path: overwrites }]);
    return;
  }
  const text = readTextFile(file);
  if (!text.ok) {
    refuse(terminal, options, [fileFaultSentence(text.error)], [text.error]);
    return;
  }
  const read = readDiaryTable(text.value, readOptions(options), terminal.today() as LocalDate);
  if (!read.ok) {
    refuse(terminal, options, tableRefusalLines(read.error), read.error);
    return;
  }
  const analysis = analyseWithProgress(read.value, options, terminal);
  if (options.json) terminal.print(jsonText(analysis, read.value));
  else if (analysis.findings.length > 0) terminal.print(plainText(analysis, read.value));
  if (analysis.findings.length === 0) terminal.complain(plainText(analysis, read.value));
  const unwritten = writeExports(analysis, options, file);
  for (const path of unwritten)
    terminal.complain(`${path} could not be written. The answer above stands; name another file.`);
  terminal.endWith(unwritten.length > 0 ? 3 : analysis.findings.length > 0 ? 0 : 2);
}

function refuse(
  terminal: Terminal,
  options: AnalyseOptions,
  lines: readonly string[],
  faults: readonly unknown[],
): void {
  if (options.json) terminal.print(JSON.stringify({ findings: [], refusals: faults }, undefined, 1));
  for (const line of lines) terminal.complain(line);
  terminal.endWith(2);
}

function readOptions(options: AnalyseOptions): ReadOptions {
  const { date, dose, doseUnit, capsule, outcome, scale, better, worthwhile } = options;
  return { date, dose, doseUnit, capsule, outcomes: outcome, scale, better, worthwhile };
}

function analyseWithProgress({ diary }: ReadDiary, options: AnalyseOptions, terminal: Terminal): Analysis {
  const findings: Finding[] = [];
  const refusals: Refusal[] = [];
  const bar = terminal.progress('Analysing', diary.outcomes.length);
  const request = {
    diary,
    likelihood: options.likelihood,
    blinded: options.blinded === true || options.blindedFrom !== undefined,
    ...(options.blindedFrom === undefined ? {} : { blindedFrom: options.blindedFrom }),
    randomised: options.randomised === true,
    ...(options.onset === undefined ? {} : { onsetDays: options.onset }),
  };
  for (const [i, outcome] of diary.outcomes.entries()) {
    const answer = analyseOutcome(request, outcome);
    if ('code' in answer) refusals.push(answer);
    else findings.push(answer);
    bar.advance(i + 1);
  }
  bar.done();
  return { findings, refusals };
}

function jsonText(analysis: Analysis, { stated, columns }: ReadDiary): string {
  return JSON.stringify({ ...analysis, stated, columns }, undefined, 1);
}

function plainText({ findings, refusals }: Analysis, { stated, diary }: ReadDiary): string {
  const unit = diary.unit === 'ug' ? 'mg' : 'none';
  return [
    'How the file was read:',
    ...stated.map((s) => `  ${statedSentence(s)}`),
    ...findings.flatMap((finding) => ['', ...findingText(finding)]),
    ...refusals.flatMap((refusal) => ['', refusalSentence(refusal, unit)]),
  ].join('\n');
}

const WORDS = { finding: findingWords, chart: chartWords, report: reportWords };

/** Writes the picture and the page asked for. @returns the paths that could not be written */
function writeExports(analysis: Analysis, { svg, html }: AnalyseOptions, source: string): string[] {
  const unwritten: string[] = [];
  const write = (path: string, content: string): void => {
    try {
      writeFileSync(path, content);
    } catch {
      unwritten.push(path);
    }
  };
  const first = analysis.findings[0];
  if (svg && first) write(svg, standaloneSvg(timelineSvg(first, chartWords, { width: 960, id: 'timeline' })));
  if (html) write(html, reportHtml(analysis, WORDS, { source }));
  return unwritten;
}
