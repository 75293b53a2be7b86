/**
 * How is a record read while another process writes it? Through a second connection that can do nothing else: for
 * verifying. Refuses a file whose tables are not those this program knows; brings nothing up to date.
 */
import { Kysely } from 'kysely';
import { err, ok, type Result } from '../base/result.ts';
import { type Storage, StorageError } from '../records/ports.ts';
import { STEPS, standingOf } from './migrations/migrate.ts';
import { queriesFor, storesOver } from './queries.ts';
import type { Schema } from './sql/schema.ts';
import { sqliteError } from './sql/trouble.ts';
import type { DataNewer } from './sqlite.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { openToRead } from './sqlite-file.ts';
import { sqliteTurns } from './sqlite-turns.ts';

export type DataMissing = { readonly code: 'data-missing'; readonly folder: string };
/** Tables of an earlier program: opening the data to write brings them up to date. */
export type DataOlder = { readonly code: 'data-older'; readonly migration: string };

/** The stores over a connection that cannot write; what tries to write throws `StorageError`. */
export async function readSqlite(folder: string): Promise<Result<Storage, DataMissing | DataNewer | DataOlder>> {
  const connection = openToRead(folder);
  if (!connection) return err({ code: 'data-missing', folder });
  try {
    const { unknown, pending } = await standingOf(new Kysely<unknown>({ dialect: sqliteDialect(connection) }), STEPS);
    const [older] = pending;
    if (unknown === undefined && older === undefined) {
      const turns = sqliteTurns(connection);
      const stores = storesOver(turns, queriesFor(new Kysely<Schema>({ dialect: sqliteDialect(connection) })));
      const check = (): Promise<void> => Promise.reject(new StorageError('busy', new RangeError('opened to read')));
      return ok({ kind: 'sqlite', ...stores, check, close: async () => connection.close() });
    }
    connection.close();
    return unknown === undefined
      ? err({ code: 'data-older', migration: older ?? '' })
      : err({ code: 'data-newer', migration: unknown });
  } catch (error) {
    connection.close();
    throw sqliteError(error);
  }
}
