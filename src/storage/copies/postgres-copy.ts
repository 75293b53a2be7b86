/**
 * A PostgreSQL database as the source and the target of a copy: one transaction that sees one moment, read through a
 * cursor; one transaction that fills all tables.
 */
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { MIGRATION_TABLES, migrate, STEPS, type Step, standingOf } from '../migrations/migrate.ts';
import { POSTGRES_TYPES } from '../migrations/table-types.ts';
import { inWorld, openPool, transaction } from '../postgres-pool.ts';
import { type ColumnType, postgresTables, type Table } from './catalogue.ts';
import { type CopySource, type CopyTarget, quoted, quotedList, ROWS_AT_ONCE, type Row, selectAll } from './copying.ts';

const ONE_MOMENT = 'begin isolation level repeatable read read only';

/** The database behind the URL, to read. */
export function postgresSource(url: string): CopySource {
  return {
    read: (use) =>
      withPool(url, async (pool) => {
        const { at } = await standingOf(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }));
        return transaction(
          pool,
          async (client) =>
            use({
              migration: at,
              tables: await postgresTables(client),
              count: (table) => countOf(client, table),
              rows: (table) => rowsOf(client, table),
            }),
          ONE_MOMENT,
        );
      }),
  };
}

/** The database behind the URL, to fill. */
export function postgresTarget(url: string, steps: Readonly<Record<string, Step>> = STEPS): CopyTarget {
  const toLast = (pool: pg.Pool, last?: string): Promise<void> =>
    migrate(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), POSTGRES_TYPES, steps, last);
  return {
    ...postgresSource(url),
    steps: Object.keys(steps).sort(),
    rebuildAt: (migration) =>
      withPool(url, async (pool) => {
        await transaction(pool, async (client) => {
          const names = (await postgresTables(client)).map(({ name }) => name);
          for (const name of [...names.reverse(), ...MIGRATION_TABLES])
            await client.query(`drop table if exists ${quoted(name)}`);
        });
        await toLast(pool, migration);
      }),
    fill: (fill) =>
      withPool(url, (pool) =>
        transaction(pool, async (client) =>
          fill({
            tables: await postgresTables(client),
            rows: (table) => rowsOf(client, table),
            insert: (table, rows) => insert(client, table, rows),
          }),
        ),
      ),
    bringUpToDate: () => withPool(url, (pool) => toLast(pool)),
  };
}

async function countOf(client: pg.PoolClient, table: Table): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(`select count(*) as rows from ${quoted(table.name)}`);
  return rows[0]?.rows ?? 0;
}

const ARRAYS: Readonly<Record<ColumnType, string>> = { text: 'text[]', integer: 'bigint[]', bytes: 'bytea[]' };

/** One list a column: one query text for any number of rows. */
async function insert(client: pg.PoolClient, table: Table, rows: readonly Row[]): Promise<void> {
  const names = quotedList(table.columns.map(({ name }) => name));
  const lists = table.columns.map(({ type }, i) => `$${i + 1}::${ARRAYS[type]}`).join(', ');
  const values = table.columns.map((_, i) => rows.map((row) => row[i]));
  await client.query(`insert into ${quoted(table.name)} (${names}) select * from unnest(${lists})`, values);
}

async function* rowsOf(client: pg.PoolClient, table: Table): AsyncGenerator<readonly Row[]> {
  await client.query(`declare copied no scroll cursor for ${selectAll(table)}`);
  try {
    for (;;) {
      const { rows } = await client.query<Row[]>({ text: `fetch ${ROWS_AT_ONCE} from copied`, rowMode: 'array' });
      if (rows.length > 0) yield rows as unknown as readonly Row[];
      if (rows.length < ROWS_AT_ONCE) return;
    }
  } finally {
    await client.query('close copied');
  }
}

async function withPool<T>(url: string, act: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = openPool(url, 2);
  try {
    return await inWorld(() => act(pool));
  } finally {
    await pool.end();
  }
}
