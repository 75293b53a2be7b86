/**
 * Everything that can stand between a file and a diary, and everything a reader decided on the way.
 *
 * Codes and data only: the sentences are in web/kit/words. A fault names the line of the source, the column and the cell,
 * so that a person finds it in a spreadsheet; a decision (`Stated`) is never silent (H34).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { DecimalSeparator, DoseTextFault } from '../medicine/dose.ts';
import type { LdnDoseFault } from '../medicine/ldn-range.ts';
import type { Direction } from '../trial/outcome.ts';

export type Delimiter = ',' | ';' | '\t' | '|';
export type { DecimalSeparator };
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export type ColumnRole = 'date' | 'dose' | 'capsule' | 'outcome';
/** 'none': treatment levels of another study, such as 0 and 1. */
export type DiaryDoseUnit = 'mg' | 'ug' | 'none';

/** One cell of the source. `row` is the line as an editor numbers it, 1 = first; `cell` is cut to 40 characters. */
export type Place = { readonly row: number; readonly column: string; readonly cell: string };

/** What one cell can have wrong with it. Dose codes are those of `medicine` and more. */
export type CellFault =
  | { readonly code: 'date-missing' | 'date-unreadable' | 'date-not-in-calendar' }
  | { readonly code: 'date-style-mixed' | 'date-order-mixed' | 'date-order-ambiguous' }
  | { readonly code: 'date-in-future'; readonly today: LocalDate }
  | { readonly code: 'date-goes-back' | 'date-gap'; readonly previous: LocalDate }
  | { readonly code: 'date-twice' | 'moment-twice'; readonly firstRow: number }
  | { readonly code: DoseTextFault['code'] | LdnDoseFault['code'] | 'dose-not-a-level' }
  | { readonly code: 'dose-unit-disagrees'; readonly expected: DiaryDoseUnit }
  | { readonly code: 'dose-disagrees' | 'capsule-disagrees'; readonly firstRow: number; readonly first: string }
  | { readonly code: 'capsule-unreadable' }
  | { readonly code: 'score-unreadable' | 'number-thousands' }
  | { readonly code: 'number-other-separator'; readonly separator: DecimalSeparator }
  | { readonly code: 'decimal-separator-ambiguous' }
  | { readonly code: 'score-off-scale'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'scale-unclear' | 'scale-unknown' };

/** What the table or the question about it can have wrong with it; `row` is the line, where one can be named. */
export type ShapeFault =
  | { readonly code: 'table-empty' }
  | { readonly code: 'table-too-large'; readonly characters: number; readonly limit: number }
  | { readonly code: 'too-many-cells'; readonly cells: number; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly row: number; readonly columns: number; readonly limit: number }
  | { readonly code: 'nul-character' | 'quote-unbalanced'; readonly row: number }
  | { readonly code: 'header-only'; readonly row: number }
  | { readonly code: 'header-twice'; readonly row: number; readonly column: string }
  | {
      readonly code: 'row-ragged';
      readonly row: number;
      readonly cell: string;
      readonly cells: number;
      readonly expected: number;
    }
  | { readonly code: 'columns-not-separated'; readonly row: number; readonly cell: string }
  | { readonly code: 'delimiter-ambiguous'; readonly row: number; readonly candidates: readonly Delimiter[] }
  | {
      readonly code: 'column-unknown';
      readonly role: ColumnRole;
      readonly column: string;
      readonly columns: readonly string[];
    }
  | { readonly code: 'column-used-twice'; readonly column: string }
  | { readonly code: 'column-missing'; readonly role: ColumnRole; readonly columns: readonly string[] }
  | { readonly code: 'dose-column-ambiguous'; readonly columns: readonly string[] }
  | { readonly code: 'direction-unknown'; readonly row: number; readonly column: string }
  | { readonly code: 'no-scores'; readonly column: string }
  | { readonly code: 'scale-empty'; readonly minimum: number; readonly maximum: number }
  | {
      readonly code: 'worthwhile-off-scale';
      readonly column: string;
      readonly worthwhile: number;
      readonly width: number;
    }
  | { readonly code: 'more-faults'; readonly count: number };

export type TableFault = (CellFault & Place) | ShapeFault;

/** Why a file could not be taken as text; `row` is the line of the first bad byte. */
export type FileFault = { readonly path: string } & (
  | { readonly code: 'file-missing' | 'file-is-a-directory' | 'file-not-regular' | 'file-not-readable' }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file-is-utf16' }
  | { readonly code: 'file-not-utf8' | 'file-has-nul'; readonly row: number }
);

export type ColumnReason =
  | 'asked'
  | 'cells-are-dates'
  | 'name-says-date'
  | 'name-says-dose'
  | 'name-says-capsule'
  | 'cells-are-scores';

export type LeftOutReason =
  | 'cells-are-dates'
  | 'not-numbers'
  | 'no-entries'
  | 'counts-up'
  | 'name-is-no-score'
  | 'beyond-0-100'
  | 'direction-unknown';

/** A decision taken while reading, for the reader to disagree with. */
export type Stated =
  | { readonly code: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly code: 'decimal-separator'; readonly separator: DecimalSeparator | 'none-seen' }
  | { readonly code: 'date-order'; readonly order: DateOrder; readonly column: string }
  | { readonly code: 'civil-date-as-written'; readonly zones: boolean }
  | { readonly code: 'newest-first' }
  | { readonly code: 'rows-averaged'; readonly days: number; readonly median: number; readonly most: number }
  | {
      readonly code: 'column-chosen';
      readonly role: ColumnRole;
      readonly column: string;
      readonly reason: ColumnReason;
    }
  | { readonly code: 'column-left-out'; readonly column: string; readonly reason: LeftOutReason }
  | { readonly code: 'dose-unit'; readonly unit: DiaryDoseUnit; readonly from: 'cell' | 'column-name' | 'asked' }
  | {
      readonly code: 'scale';
      readonly column: string;
      readonly minimum: number;
      readonly maximum: number;
      readonly reason: 'asked' | 'all-within-10' | 'all-within-100';
    }
  | {
      readonly code: 'direction';
      readonly column: string;
      readonly better: Direction;
      readonly reason: 'asked' | 'name';
    }
  | {
      readonly code: 'worthwhile';
      readonly column: string;
      readonly points: number;
      readonly reason: 'asked' | 'tenth-of-scale';
    }
  | { readonly code: 'missing-markers'; readonly markers: readonly { readonly text: string; readonly count: number }[] }
  | { readonly code: 'lines-blank'; readonly count: number }
  | { readonly code: 'columns-unnamed'; readonly count: number }
  | {
      readonly code: 'days';
      readonly days: number;
      readonly rows: number;
      readonly first: LocalDate;
      readonly last: LocalDate;
    };

/** Faults kept for a person to read; the rest are counted. */
export const FAULTS_SHOWN = 20;

/** A list that keeps the first `FAULTS_SHOWN` faults and counts the rest. */
export type FaultList = { readonly shown: TableFault[]; more: number };

export function newFaultList(): FaultList {
  return { shown: [], more: 0 };
}

export function addFault(faults: FaultList, fault: TableFault): void {
  if (faults.shown.length < FAULTS_SHOWN) faults.shown.push(fault);
  else faults.more += 1;
}

/** In line order, with `more-faults` last where some were not kept. */
export function listFaults(faults: FaultList): readonly TableFault[] {
  const row = (fault: TableFault): number => ('row' in fault ? fault.row : 0);
  const sorted = faults.shown.toSorted((a, b) => row(a) - row(b));
  return faults.more > 0 ? [...sorted, { code: 'more-faults', count: faults.more }] : sorted;
}

/** The cell's text as a fault quotes it: at most 40 characters, white space made visible as single spaces. */
export function quoteCell(text: string): string {
  const short = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return short.length > 40 ? `${short.slice(0, 39)}…` : short;
}
