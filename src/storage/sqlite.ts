/**
 * The record in one file, `titrial.sqlite`, through Node's own SQLite: the default, for one process and one machine.
 * Refuses a folder another process holds and a file a newer program wrote. Before tables change, the file is copied.
 */
import { join } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { err, ok, type Result } from '../base/result.ts';
import type { Storage } from '../records/ports.ts';
import type { CopyTarget } from './copies/copying.ts';
import { sqliteTarget } from './copies/sqlite-copy.ts';
import { instantName } from './instant-name.ts';
import { migrate, STEPS, type Standing, type Step, standingOf } from './migrations/migrate.ts';
import { SQLITE_TYPES } from './migrations/table-types.ts';
import { queriesFor, storesOver } from './queries.ts';
import type { Schema } from './sql/schema.ts';
import { sqliteError } from './sql/trouble.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import {
  checkSettings,
  checkWrites,
  type DataInUse,
  holdFolder,
  inodeOf,
  openToWrite,
  ownFile,
} from './sqlite-file.ts';
import { sqliteTurns } from './sqlite-turns.ts';

export type SqliteOptions = {
  /** The file may not grow past so many pages of 4,096 bytes; a write that would is refused as 'full'. */
  readonly mostPages?: number;
  /** Migrations other than this program's own, for their tests. */
  readonly steps?: Readonly<Record<string, Step>>;
};

export type DataNewer = { readonly code: 'data-newer'; readonly migration: string };

/** `copies`: to back up from and to restore into. */
export type SqliteStorage = Storage & { readonly kind: 'sqlite'; readonly folder: string; readonly copies: CopyTarget };

/** Opens the data of a folder, made if it is not there, and brings its tables up to date. */
export async function openSqlite(
  folder: string,
  { mostPages, steps = STEPS }: SqliteOptions = {},
): Promise<Result<SqliteStorage, DataInUse | DataNewer>> {
  const held = holdFolder(folder);
  if (!held.ok) return held;
  let connection: DatabaseSync | undefined;
  try {
    connection = openToWrite(folder, mostPages);
    const standing = await bringUpToDate(connection, folder, steps);
    if (standing.unknown === undefined)
      return ok(storageOver(connection, held.value, folder, sqliteTarget(folder, steps)));
    connection.close();
    held.value.close();
    return err({ code: 'data-newer', migration: standing.unknown });
  } catch (error) {
    connection?.close();
    held.value.close();
    throw sqliteError(error);
  }
}

async function bringUpToDate(
  connection: DatabaseSync,
  folder: string,
  steps: Readonly<Record<string, Step>>,
): Promise<Standing> {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(connection) });
  const standing = await standingOf(db, steps);
  const [next] = standing.pending;
  if (standing.unknown !== undefined || next === undefined) return standing;
  if (standing.at !== undefined) {
    const copy = join(folder, `before-${next}-${instantName(Date.now())}.sqlite`);
    await backup(connection, ownFile(copy));
  }
  await migrate(db, SQLITE_TYPES, steps);
  return standing;
}

function storageOver(connection: DatabaseSync, lock: DatabaseSync, folder: string, copies: CopyTarget): SqliteStorage {
  const turns = sqliteTurns(connection);
  const queries = queriesFor(new Kysely<Schema>({ dialect: sqliteDialect(connection) }));
  const inode = inodeOf(folder);
  const stores = storesOver(turns, queries);
  return {
    kind: 'sqlite',
    folder,
    copies,
    ...stores,
    ledger: {
      ...stores.ledger,
      append: async (batch) => {
        const answer = await stores.ledger.append(batch);
        if (batch.shred && answer === 'appended') emptyLog(connection);
        return answer;
      },
    },
    check: async () => {
      checkSettings(connection);
      checkWrites(connection, folder, inode);
    },
    close: async () => {
      await turns.end();
      connection.close();
      lock.close();
    },
  };
}

/**
 * What was destroyed must not be read from the log either: it is written out and cut to nothing. While a backup reads, it
 * cannot be, and is overwritten later as the log goes round; nobody waits for that.
 */
function emptyLog(connection: DatabaseSync): void {
  try {
    connection.exec('pragma busy_timeout=0; pragma wal_checkpoint(truncate); pragma busy_timeout=5000');
  } catch {
    connection.exec('pragma busy_timeout=5000');
  }
}
