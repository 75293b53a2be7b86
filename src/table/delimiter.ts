/**
 * What separates the cells? Comma, semicolon, tab or bar, decided on the first records and stated by the caller.
 *
 * One cheap walk over the characters also counts cells and finds an open quote, so that a hostile file is refused
 * before anything is built from it. Text that reads equally well in two ways is refused, never guessed (H34).
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Delimiter, quoteCell, type TableFault } from './fault.ts';

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Records looked at to decide on the delimiter. */
const SAMPLE_RECORDS = 60;

const QUOTE = 34;
const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;

export type Survey = {
  /** Delimiters in each of the first records that are not blank. */
  readonly separators: readonly number[];
  readonly cells: number;
  /** Line (1 = first) where a quoted cell opens that is never closed, or closes before the cell ends. */
  readonly badQuoteLine?: number;
};

/**
 * Walks text with `\n` line ends as RFC 4180 reads it: a quote opens only at the start of a cell. Stops at the first bad
 * quote and after `maxRecords` records. Cost O(length).
 */
export function survey(text: string, delimiter: Delimiter, maxRecords: number): Survey {
  const separatorCode = delimiter.charCodeAt(0);
  const separators: number[] = [];
  let [cells, records, line, inRecord] = [0, 0, 1, 0];
  let blank = true;
  let cellStart = true;
  for (let i = 0; i <= text.length && records < maxRecords; i++) {
    const c = i < text.length ? text.charCodeAt(i) : NEWLINE;
    if (c === separatorCode) {
      inRecord += 1;
      cellStart = true;
    } else if (c === NEWLINE) {
      if (inRecord > 0 || !blank) {
        if (records < SAMPLE_RECORDS) separators.push(inRecord);
        records += 1;
        cells += inRecord + 1;
      }
      line += 1;
      inRecord = 0;
      blank = true;
      cellStart = true;
    } else if (c === QUOTE && cellStart) {
      const end = quotedEnd(text, i, separatorCode);
      if (end < 0) return { separators, cells, badQuoteLine: line };
      line += newlinesBetween(text, i, end);
      i = end;
      blank = false;
      cellStart = false;
    } else {
      blank = blank && (c === SPACE || c === TAB);
      cellStart = false;
    }
  }
  return { separators, cells };
}

/** Index of the quote that closes the cell opened at `start`; -1 when none does or text follows it. */
function quotedEnd(text: string, start: number, separatorCode: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  if (at < 0) return -1;
  let next = at + 1;
  while (text.charCodeAt(next) === SPACE) next += 1;
  const c = next < text.length ? text.charCodeAt(next) : NEWLINE;
  return c === separatorCode || c === NEWLINE ? at : -1;
}

function newlinesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

type Candidate = { readonly delimiter: Delimiter; readonly share: number; readonly broken: boolean };

/** How well the sample reads under one delimiter: the share of records with as many cells as the header. */
function weigh(text: string, delimiter: Delimiter): Candidate | undefined {
  const { separators, badQuoteLine } = survey(text, delimiter, SAMPLE_RECORDS);
  const header = separators[0] ?? 0;
  if (header === 0) return undefined;
  const rows = separators.slice(1);
  const alike = rows.filter((n) => n === header).length;
  return { delimiter, share: rows.length === 0 ? 1 : alike / rows.length, broken: badQuoteLine !== undefined };
}

/** The delimiter, or `columns-not-separated` when the header has none, or `delimiter-ambiguous` when two fit. */
export function detectDelimiter(text: string): Result<Delimiter, TableFault> {
  const all = DELIMITERS.map((delimiter) => weigh(text, delimiter)).filter((c) => c !== undefined);
  const whole = all.filter((c) => !c.broken);
  const [best, second] = (whole.length > 0 ? whole : all).toSorted((a, b) => b.share - a.share);
  if (!best) {
    const firstLine = text.slice(0, 400).trimStart().split('\n')[0] ?? '';
    return err({ code: 'columns-not-separated', row: 1, cell: quoteCell(firstLine) });
  }
  if (second && second.share > best.share / 2)
    return err({ code: 'delimiter-ambiguous', row: 1, candidates: [best.delimiter, second.delimiter] });
  return ok(best.delimiter);
}
