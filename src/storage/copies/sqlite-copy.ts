/**
 * An SQLite file as the source and the target of a copy, each through a connection of its own: reading sees one moment
 * of a file others write to, and needs no lock.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { StorageError } from '../../records/ports.ts';
import { MIGRATION_TABLES, migrate, STEPS, type Step, standingOf } from '../migrations/migrate.ts';
import { SQLITE_TYPES } from '../migrations/table-types.ts';
import { sqliteError } from '../sql/trouble.ts';
import { sqliteDialect } from '../sqlite-dialect.ts';
import { openToRead, openToWrite } from '../sqlite-file.ts';
import { sqliteTables, type Table } from './catalogue.ts';
import {
  type Cell,
  type CopySource,
  type CopyTarget,
  type Filling,
  quoted,
  quotedList,
  ROWS_AT_ONCE,
  type Row,
  selectAll,
} from './copying.ts';

/** The data of a folder, to read. A folder without data is found out at the first reading. */
export function sqliteSource(folder: string): CopySource {
  return {
    read: (use) =>
      withConnection(
        () => openToRead(folder) ?? missing(folder),
        async (connection) => {
          connection.exec('begin');
          const { at } = await standingOf(new Kysely<unknown>({ dialect: sqliteDialect(connection) }));
          return use({
            migration: at,
            tables: sqliteTables(connection),
            count: async (table) =>
              Number(connection.prepare(`select count(*) as rows from ${quoted(table.name)}`).get()?.rows),
            rows: (table) => rowsOf(connection, table),
          });
        },
      ),
  };
}

function missing(folder: string): never {
  throw new StorageError('broken', new RangeError(`no data in ${folder}`));
}

/** The data of a folder this process holds, to fill. */
export function sqliteTarget(folder: string, steps: Readonly<Record<string, Step>> = STEPS): CopyTarget {
  const open = (): DatabaseSync => openToWrite(folder);
  const toLast = (connection: DatabaseSync, last?: string): Promise<void> =>
    migrate(new Kysely<unknown>({ dialect: sqliteDialect(connection) }), SQLITE_TYPES, steps, last);
  return {
    ...sqliteSource(folder),
    steps: Object.keys(steps).sort(),
    rebuildAt: (migration) =>
      withConnection(open, async (connection) => {
        const names = sqliteTables(connection).map(({ name }) => name);
        for (const name of [...names.reverse(), ...MIGRATION_TABLES])
          connection.exec(`drop table if exists ${quoted(name)}`);
        await toLast(connection, migration);
      }),
    fill: (fill) => withConnection(open, (connection) => fillInOnePiece(connection, fill)),
    bringUpToDate: () => withConnection(open, (connection) => toLast(connection)),
  };
}

async function fillInOnePiece<T>(connection: DatabaseSync, fill: (filling: Filling) => Promise<T>): Promise<T> {
  connection.exec('begin immediate');
  const value = await fill({
    tables: sqliteTables(connection),
    rows: (table) => rowsOf(connection, table),
    insert: async (table, rows) => {
      const slots = table.columns.map(() => '?').join(', ');
      const names = quotedList(table.columns.map(({ name }) => name));
      const insert = connection.prepare(`insert into ${quoted(table.name)} (${names}) values (${slots})`);
      for (const row of rows) insert.run(...row);
    },
  });
  connection.exec('commit');
  return value;
}

async function* rowsOf(connection: DatabaseSync, table: Table): AsyncGenerator<readonly Row[]> {
  const statement = connection.prepare(selectAll(table));
  statement.setReturnArrays(true);
  let rows: Row[] = [];
  for (const row of statement.iterate()) {
    rows.push(row as unknown as readonly Cell[]);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** A connection closes whatever it was about; a transaction that was not ended is undone with it. */
async function withConnection<T>(open: () => DatabaseSync, act: (connection: DatabaseSync) => Promise<T>): Promise<T> {
  const connection = open();
  try {
    return await act(connection);
  } catch (error) {
    throw sqliteError(error);
  } finally {
    connection.close();
  }
}
