/**
 * Text of a CSV file into rows that remember their line. The only file that knows the CSV package.
 *
 * Refuses what has no single reading: nothing in it, NUL characters, open quotes, rows longer or shorter than the header,
 * a column name twice, too many cells. Pure: text comes in, no file is opened.
 */
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse/papaparse.min.js';
import { err, ok, type Result } from '../base/result.ts';
import { DELIMITERS, detectDelimiter, survey } from './delimiter.ts';
import {
  addFault,
  type Delimiter,
  type FaultList,
  listFaults,
  newFaultList,
  quoteCell,
  type TableFault,
} from './fault.ts';

/** Longest text read, characters. A diary of ten years is under one million. */
export const TEXT_LIMIT = 50_000_000;
/** Most cells read: 500 columns of ten years of days fit. */
export const CELL_LIMIT = 2_000_000;
/** Most columns read: the widest exports of study software have a few thousand. */
export const COLUMN_LIMIT = 5_000;

/** One record; `line` is where it starts in the source, 1 = first. Cells are as written, quotes removed. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** Every row has as many cells as `header`; rows with nothing in them are left out and counted. */
export type Table = {
  readonly delimiter: Delimiter;
  /** Names without surrounding white space; '' for a column without a name. No name twice. */
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly Row[];
  readonly linesBlank: number;
};

/** Reads a whole table. Refuses with every ragged row or doubled name at once, up to the limit of `FaultList`. */
export function parseCsv(text: string): Result<Table, readonly TableFault[]> {
  if (text.length > TEXT_LIMIT) return err([{ code: 'table-too-large', characters: text.length, limit: TEXT_LIMIT }]);
  const opened = openText(text);
  if (!opened.ok) return err([opened.error]);
  const { body, delimiter, linesBefore } = opened.value;
  const parsed = Papa.parse(body, { delimiter, newline: '\n', skipEmptyLines: false });
  const broken = parsed.errors[0];
  if (broken) return err([{ code: 'quote-unbalanced', row: (broken.row ?? 0) + 1 + linesBefore }]);
  return toTable(numberRows(parsed.data, linesBefore), delimiter);
}

type Opened = { readonly body: string; readonly delimiter: Delimiter; readonly linesBefore: number };

/** Line ends made one, byte order mark and Excel's "sep=" line taken off, delimiter found, hostile text refused. */
function openText(text: string): Result<Opened, TableFault> {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const whole = start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
  if (!/\S/.test(whole)) return err({ code: 'table-empty' });
  const nul = whole.indexOf('\0');
  if (nul >= 0) return err({ code: 'nul-character', row: whole.slice(0, nul).split('\n').length });
  const told = /^sep=([,;\t|])[ \t]*\n/.exec(whole);
  const body = told ? whole.slice(told[0].length) : whole;
  const linesBefore = told ? 1 : 0;
  const toldDelimiter = DELIMITERS.find((d) => d === told?.[1]);
  const found = toldDelimiter ? ok(toldDelimiter) : detectDelimiter(body);
  if (!found.ok) return found;
  const counted = survey(body, found.value, Number.POSITIVE_INFINITY);
  if (counted.cells > CELL_LIMIT) return err({ code: 'too-many-cells', cells: counted.cells, limit: CELL_LIMIT });
  if (counted.badQuoteLine !== undefined)
    return err({ code: 'quote-unbalanced', row: counted.badQuoteLine + linesBefore });
  return ok({ body, delimiter: found.value, linesBefore });
}

/** A quoted cell may hold line ends, so a record's line is where the one before it ended. */
function numberRows(data: readonly (readonly string[])[], linesBefore: number): Row[] {
  let line = 1 + linesBefore;
  return data.map((cells) => {
    const row = { line, cells };
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return row;
  });
}

function toTable(all: readonly Row[], delimiter: Delimiter): Result<Table, readonly TableFault[]> {
  const filled = all.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [first, ...rows] = filled;
  if (!first) return err([{ code: 'table-empty' }]);
  const header = first.cells.map((name) => name.trim());
  if (header.length > COLUMN_LIMIT)
    return err([{ code: 'too-many-columns', row: first.line, columns: header.length, limit: COLUMN_LIMIT }]);
  if (rows.length === 0) return err([{ code: 'header-only', row: first.line }]);
  const faults = newFaultList();
  checkNames(header, first.line, faults);
  for (const { line, cells } of rows) {
    if (cells.length === header.length) continue;
    const cell = quoteCell(cells.slice(0, 12).join(delimiter));
    addFault(faults, { code: 'row-ragged', row: line, cell, cells: cells.length, expected: header.length });
  }
  if (faults.shown.length > 0) return err(listFaults(faults));
  const last = all.at(-1);
  const finalNewline = last && last.cells.length === 1 && last.cells[0] === '' ? 1 : 0;
  return ok({ delimiter, header, headerLine: first.line, rows, linesBlank: all.length - filled.length - finalNewline });
}

function checkNames(header: readonly string[], row: number, faults: FaultList): void {
  const seen = new Set<string>();
  for (const column of header) {
    if (column !== '' && seen.has(column)) addFault(faults, { code: 'header-twice', row, column: quoteCell(column) });
    seen.add(column);
  }
}

/** Comma-separated text with `\n` line ends and quotes where needed, that `parseCsv` reads back as written. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows, { delimiter: ',', newline: '\n' })}\n`;
}
