/**
 * What does a copy need of a database? To be read as of one moment while others write, and to be filled in one piece.
 * Rows are lists of values in the order of the table's columns, a few hundred at a time, so that memory stays flat.
 */
import type { Table } from './catalogue.ts';

export type Cell = string | number | null | Uint8Array;
export type Row = readonly Cell[];

/** Rows of one list. */
export const ROWS_AT_ONCE = 500;

/** A database as of one moment. */
export type Reading = {
  /** Last migration; undefined = no tables yet. */
  readonly migration: string | undefined;
  readonly tables: readonly Table[];
  readonly count: (table: Table) => Promise<number>;
  /** In the order of the primary key. */
  readonly rows: (table: Table) => AsyncIterable<readonly Row[]>;
};

export type CopySource = {
  /** What is read inside is one moment, however long it takes. */
  readonly read: <T>(use: (reading: Reading) => Promise<T>) => Promise<T>;
};

export type Filling = Pick<Reading, 'tables' | 'rows'> & {
  readonly insert: (table: Table, rows: readonly Row[]) => Promise<void>;
};

export type CopyTarget = CopySource & {
  /** Migrations this program knows, in order. */
  readonly steps: readonly string[];
  /** Takes every table away and makes those of that migration. Only for a database without rows. */
  readonly rebuildAt: (migration: string) => Promise<void>;
  /** One transaction: all of it, or nothing when `fill` throws. */
  readonly fill: <T>(fill: (filling: Filling) => Promise<T>) => Promise<T>;
  /** Takes the migrations that are still to take. */
  readonly bringUpToDate: () => Promise<void>;
};

/** A name as SQL has it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** "a", "b" */
export const quotedList = (names: readonly string[]): string => names.map(quoted).join(', ');

/** All rows of a table in the order of its key. */
export const selectAll = ({ name, columns, key }: Table): string =>
  `select ${quotedList(columns.map((one) => one.name))} from ${quoted(name)} order by ${quotedList(key)}`;
