/**
 * Does the database have the tables this program needs? Migrations are run in order, each in a transaction, and a
 * database that has one this program does not know is refused: an older program would not know what it destroys.
 */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as theRecord from './0001-the-record.ts';
import type { TableTypes } from './table-types.ts';

/** A step from one set of tables to the next. */
export type Step = { readonly up: (db: Kysely<unknown>, types: TableTypes) => Promise<void> };

/** Every step there is, by name, in the order of the names. */
export const STEPS: Readonly<Record<string, Step>> = { '0001-the-record': theRecord };

/** Where Kysely keeps which steps were taken. */
export const MIGRATION_TABLES = ['kysely_migration', 'kysely_migration_lock'];

export type Standing = {
  /** Last step taken; undefined = an empty database. */
  readonly at: string | undefined;
  readonly pending: readonly string[];
  /** A step this program does not know. */
  readonly unknown: string | undefined;
};

/** Which steps were taken and which are still to take. Changes nothing. */
export async function standingOf(db: Kysely<unknown>, steps = STEPS): Promise<Standing> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration'))
    return { at: undefined, pending: Object.keys(steps).sort(), unknown: undefined };
  const rows = await (db as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  const taken = rows.map(({ name }) => name);
  return {
    at: taken.at(-1),
    pending: Object.keys(steps)
      .sort()
      .filter((name) => !taken.includes(name)),
    unknown: taken.find((name) => steps[name] === undefined),
  };
}

/** Takes every step that is still to take, or those up to `last`. @throws what a step threw */
export async function migrate(db: Kysely<unknown>, types: TableTypes, steps = STEPS, last?: string): Promise<void> {
  const migrations: Record<string, Migration> = {};
  for (const [name, { up }] of Object.entries(steps)) migrations[name] = { up: (inside) => up(inside, types) };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations }, nameComparator: byCode });
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  if (error !== undefined) throw error;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
