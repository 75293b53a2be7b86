/**
 * Which tables does a database have, and how do they hang together? Asked of the database itself and not of this program,
 * so that a copy made before the tables change is a copy of what was there.
 */
import type { DatabaseSync } from 'node:sqlite';
import type pg from 'pg';
import { MIGRATION_TABLES } from '../migrations/migrate.ts';

export type ColumnType = 'text' | 'integer' | 'bytes';

export type Table = {
  readonly name: string;
  /** In the order of the table. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Tables its rows belong to. */
  readonly belongsTo: readonly string[];
};

const TYPES: Readonly<Record<string, ColumnType>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  blob: 'bytes',
  bytea: 'bytes',
};

/** @throws RangeError for a type of column this program never made */
function typeOf(table: string, column: string, type: string): ColumnType {
  const known = TYPES[type.toLowerCase()];
  if (known === undefined) throw new RangeError(`${table}.${column} is ${type}`);
  return known;
}

/** Tables of an SQLite file, those others belong to first. */
export function sqliteTables(connection: DatabaseSync): readonly Table[] {
  const names = connection
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !MIGRATION_TABLES.includes(name));
  const tables = names.map((name): Table => {
    const columns = connection.prepare(`select name, type, pk from pragma_table_info(?) order by cid`).all(name);
    const parents = connection.prepare(`select distinct "table" as parent from pragma_foreign_key_list(?)`).all(name);
    const key = columns.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk));
    return {
      name,
      columns: columns.map((one) => ({
        name: String(one.name),
        type: typeOf(name, String(one.name), String(one.type)),
      })),
      key: key.map((one) => String(one.name)),
      belongsTo: parents.map(({ parent }) => String(parent)),
    };
  });
  return parentsFirst(tables);
}

const POSTGRES_COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
         coalesce(array_position(k.conkey, a.attnum), 0)::int as pk
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
  order by c.relname, a.attnum`;

const POSTGRES_PARENTS = `
  select distinct c.relname as "table", p.relname as parent
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`;

/** Tables of a PostgreSQL schema, those others belong to first. */
export async function postgresTables(client: pg.PoolClient): Promise<readonly Table[]> {
  type Column = { readonly table: string; readonly name: string; readonly type: string; readonly pk: number };
  const { rows: columns } = await client.query<Column>(POSTGRES_COLUMNS);
  const { rows: parents } = await client.query<{ readonly table: string; readonly parent: string }>(POSTGRES_PARENTS);
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !MIGRATION_TABLES.includes(name));
  const tables = names.map((name): Table => {
    const own = columns.filter(({ table }) => table === name);
    const key = own.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return {
      name,
      columns: own.map((one) => ({ name: one.name, type: typeOf(name, one.name, one.type) })),
      key: key.map((one) => one.name),
      belongsTo: parents.filter(({ table }) => table === name).map(({ parent }) => parent),
    };
  });
  return parentsFirst(tables);
}

function parentsFirst(tables: readonly Table[]): readonly Table[] {
  const placed: Table[] = [];
  const place = (table: Table): void => {
    if (placed.includes(table)) return;
    for (const parent of tables) if (parent !== table && table.belongsTo.includes(parent.name)) place(parent);
    placed.push(table);
  };
  for (const table of tables) place(table);
  return placed;
}
