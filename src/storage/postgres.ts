/**
 * The record in PostgreSQL: for a clinic that outgrows one machine. Several server processes may share one database.
 * Refuses one a newer program wrote, one too old to be trusted here, and to change tables without a copy of what they hold.
 */
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { err, ok, type Result } from '../base/result.ts';
import { type Storage, StorageError } from '../records/ports.ts';
import type { CopyTarget } from './copies/copying.ts';
import { postgresSource, postgresTarget } from './copies/postgres-copy.ts';
import { dumpTo } from './dump.ts';
import { migrate, STEPS, type Step, standingOf } from './migrations/migrate.ts';
import { POSTGRES_TYPES } from './migrations/table-types.ts';
import { inWorld, openPool, postgresDatabase } from './postgres-pool.ts';
import { queriesFor, storesOver } from './queries.ts';
import type { Schema } from './sql/schema.ts';
import type { DataNewer } from './sqlite.ts';

/** Oldest version the schema and its tests know. */
const OLDEST = 15;

export type PostgresOptions = {
  /** Connections at a time; 10 if not said. */
  readonly connections?: number;
  /** Where the copy goes before tables change that hold data. */
  readonly backupFolder?: string;
  /** Migrations other than this program's own, for their tests. */
  readonly steps?: Readonly<Record<string, Step>>;
};

export type PostgresRefusal =
  | DataNewer
  | { readonly code: 'postgres-too-old'; readonly version: number; readonly oldest: number }
  | { readonly code: 'backup-folder-missing'; readonly migration: string };

/** `copies`: to back up from and to restore into. */
export type PostgresStorage = Storage & { readonly kind: 'postgres'; readonly copies: CopyTarget };

/** Opens the database behind the URL and brings its tables up to date. @throws StorageError when it is not there */
export async function openPostgres(
  url: string,
  { connections = 10, backupFolder, steps = STEPS }: PostgresOptions = {},
): Promise<Result<PostgresStorage, PostgresRefusal>> {
  const pool = openPool(url, connections);
  try {
    const refusal = await inWorld(() => bringUpToDate(pool, url, backupFolder, steps));
    if (refusal === undefined) return ok(storageOver(pool, postgresTarget(url, steps)));
    await pool.end();
    return err(refusal);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function bringUpToDate(
  pool: pg.Pool,
  url: string,
  backupFolder: string | undefined,
  steps: Readonly<Record<string, Step>>,
): Promise<PostgresRefusal | undefined> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < OLDEST) return { code: 'postgres-too-old', version, oldest: OLDEST };
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const { at, pending, unknown } = await standingOf(db, steps);
  const [next] = pending;
  if (unknown !== undefined) return { code: 'data-newer', migration: unknown };
  if (next === undefined) return undefined;
  if (at !== undefined) {
    if (backupFolder === undefined) return { code: 'backup-folder-missing', migration: next };
    await dumpTo(postgresSource(url), backupFolder, { at: Date.now() });
  }
  await migrate(db, POSTGRES_TYPES, steps);
  return undefined;
}

function storageOver(pool: pg.Pool, copies: CopyTarget): PostgresStorage {
  const queries = queriesFor(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }));
  return {
    kind: 'postgres',
    copies,
    ...storesOver(postgresDatabase(pool), queries),
    check: () => inWorld(() => checkSettings(pool)),
    close: () => pool.end(),
  };
}

/** What must be in force before a commit means "on disk", and where writes go at all. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  transaction_read_only: ['off'],
};

/** @throws StorageError unless a commit waits for the disk */
async function checkSettings(pool: pg.Pool): Promise<void> {
  const asked = Object.keys(PROMISED).map((name) => `current_setting('${name}') as ${name}`);
  const { rows } = await pool.query<Record<string, string>>(`select ${asked.join(', ')}`);
  for (const [name, promised] of Object.entries(PROMISED)) {
    const found = rows[0]?.[name] ?? '';
    if (!promised.includes(found))
      throw new StorageError('broken', new RangeError(`PostgreSQL's ${name} is ${found}, not ${promised[0]}`));
  }
}
