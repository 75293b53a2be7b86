/**
 * How is a piece of work written once for a database that answers at once and for one that answers over a wire? As a
 * generator that yields its questions and is given the answers; each database drives it in its own way.
 */
import type { CompiledQuery } from 'kysely';

export type Answer = { readonly rows: readonly unknown[]; readonly affected: number };

/** Work that yields queries, one after the other, and returns a T. */
export type Script<T> = Generator<CompiledQuery, T, Answer>;

/** A database as the stores see it. Both reject with `StorageError`, `UniqueViolation`, `Undone`, or a bug. */
export type Database = {
  /** Queries that change nothing. They may see what others commit in between. */
  readonly read: <T>(script: () => Script<T>) => Promise<T>;
  /** One transaction: all of it is on disk when the promise resolves, or nothing of it. May be run more than once. */
  readonly write: <T>(script: () => Script<T>) => Promise<T>;
};

/** Thrown in a script to roll back what it wrote; not an error of the world. */
export class Undone extends Error {
  constructor() {
    super('rolled back on purpose');
    this.name = 'Undone';
  }
}

/** A primary or unique key stands already: an answer where a store expects it, a bug everywhere else. */
export class UniqueViolation extends RangeError {
  constructor(cause: unknown) {
    super('a key stands already');
    this.cause = cause;
    this.name = 'UniqueViolation';
  }
}

/** Rows of a query. */
export function* rowsOf<R>(query: CompiledQuery<R>): Script<readonly R[]> {
  const { rows } = yield query;
  return rows as readonly R[];
}

/** First row of a query; undefined = none. */
export function* rowOf<R>(query: CompiledQuery<R>): Script<R | undefined> {
  return (yield* rowsOf(query))[0];
}

/** How many rows a query changed. */
export function* changedBy(query: CompiledQuery): Script<number> {
  return (yield query).affected;
}
