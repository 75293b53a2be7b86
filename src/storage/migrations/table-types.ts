/** What do the two databases call the three types of a column? Everything else about a table is the same in both. */
import { type RawBuilder, sql } from 'kysely';

export type TableTypes = {
  /** Compared byte by byte, so that lists have one order in every database. */
  readonly text: RawBuilder<unknown>;
  /** Whole numbers to 2^53. */
  readonly integer: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
  /** What stands after the closing bracket of a table. */
  readonly ending?: RawBuilder<unknown>;
};

/** 'strict' refuses a value of another type, which SQLite would take otherwise. */
export const SQLITE_TYPES: TableTypes = {
  text: sql`text`,
  integer: sql`integer`,
  bytes: sql`blob`,
  ending: sql`strict, without rowid`,
};

export const POSTGRES_TYPES: TableTypes = {
  text: sql`text collate "C"`,
  integer: sql`bigint`,
  bytes: sql`bytea`,
};
