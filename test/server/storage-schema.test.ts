/**
 * Could the tables be spread over many machines by clinic? Every key, index and question leads with the clinic, and
 * nothing counts or fires by itself. Read from the catalogues of real databases, with planted faults.
 */
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import { openPostgres } from '../../src/storage/postgres.ts';
import { queriesFor } from '../../src/storage/queries.ts';
import type { CaseFilter } from '../../src/storage/sql/ledger-queries.ts';
import type { Schema } from '../../src/storage/sql/schema.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { ask, startPostgres } from './postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'titrial-schema-'));
after(() => rmSync(root, { recursive: true }));

/** Kysely's own list of migrations is of no clinic. */
const OWN = /^kysely_/;
const OUR_TABLES = 16;

type Key = { readonly name: string; readonly table: string; readonly first: string; readonly to?: string };

const faultsOf = (keys: readonly Key[]): readonly string[] =>
  keys
    .filter(({ table }) => !OWN.test(table))
    .filter(({ first, to }) => first !== 'clinic_id' || (to !== undefined && to !== 'clinic_id'))
    .map(({ table, name }) => `${table}: ${name}`)
    .sort();

function sqliteKeys(file: DatabaseSync): readonly Key[] {
  const rows = file
    .prepare(
      `select i.name, t.name as "table", c.name as first, null as "to" from sqlite_schema t
         join pragma_index_list(t.name) i join pragma_index_info(i.name) c on c.seqno = 0 where t.type = 'table'
       union all
       select 'primary key', t.name, coalesce((select c.name from pragma_table_info(t.name) c where c.pk = 1), '-'), null
         from sqlite_schema t where t.type = 'table'
       union all
       select 'foreign key', t.name, f."from", f."to" from sqlite_schema t join pragma_foreign_key_list(t.name) f
         where t.type = 'table' and f.seq = 0`,
    )
    .all();
  return rows.map((row) => ({
    ...{ name: String(row.name), table: String(row.table), first: String(row.first) },
    ...(row.to === null ? {} : { to: String(row.to) }),
  }));
}

const POSTGRES_KEYS = `
  select i.relname as name, t.relname as "table", a.attname as first, null as "to"
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
  where t.relnamespace = 'public'::regnamespace
  union all
  select k.conname, t.relname, a.attname, b.attname
  from pg_constraint k join pg_class t on t.oid = k.conrelid
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  left join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
  where t.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
  union all
  select 'primary key', t.relname, '-', null from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
    and not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`;

const POSTGRES_MOVING = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
  union all select tgname from pg_trigger where not tgisinternal
  union all select proname from pg_proc where pronamespace = 'public'::regnamespace`;

async function postgresKeys(url: string): Promise<readonly Key[]> {
  const rows = await ask<{ name: string; table: string; first: string; to: string | null }>(url, POSTGRES_KEYS);
  return rows.map(({ to, ...key }) => (to === null ? key : { ...key, to }));
}

test('in SQLite every primary, unique and foreign key and every index leads with the clinic; a planted one is found', async () => {
  const folder = join(root, 'sqlite');
  const opened = await openSqlite(folder);
  assert.ok(opened.ok);
  await opened.value.close();
  const file = new DatabaseSync(join(folder, 'titrial.sqlite'));
  assert.deepEqual(faultsOf(sqliteKeys(file)), []);
  assert.equal(
    new Set(
      sqliteKeys(file)
        .map(({ table }) => table)
        .filter((name) => !OWN.test(name)),
    ).size,
    OUR_TABLES,
  );
  const moving = "select name from sqlite_schema where type in ('trigger', 'view') or name = 'sqlite_sequence'";
  assert.deepEqual(file.prepare(moving).all(), []);
  file.exec(`create table planted (id text primary key, clinic_id text, of_case text references ledger (case_id));
    create index planted_index on ledger (at); create table counted (clinic_id integer primary key autoincrement);
    create trigger planted_trigger after insert on clinic begin select 1; end`);
  assert.deepEqual(faultsOf(sqliteKeys(file)), [
    'ledger: planted_index',
    'planted: foreign key',
    'planted: primary key',
    'planted: sqlite_autoindex_planted_1',
    'sqlite_sequence: primary key',
  ]);
  assert.equal(file.prepare(moving).all().length, 2);
  file.close();
});

test('in PostgreSQL too, and there is no sequence, trigger or function; planted ones are found', async () => {
  const server = await startPostgres();
  try {
    const url = await server.createDatabase();
    const opened = await openPostgres(url);
    assert.ok(opened.ok);
    await opened.value.close();
    const keys = await postgresKeys(url);
    assert.deepEqual(faultsOf(keys), []);
    assert.equal(new Set(keys.map(({ table }) => table).filter((name) => !OWN.test(name))).size, OUR_TABLES);
    assert.deepEqual(await ask(url, POSTGRES_MOVING), []);
    const columns = `select collation_name as name from information_schema.columns
      where data_type = 'text' and table_schema = 'public' and table_name not like 'kysely%'`;
    const orders = new Set((await ask<{ name: string }>(url, columns)).map(({ name }) => name));
    assert.deepEqual([...orders], ['C'], 'text compares byte by byte everywhere');
    await ask(
      url,
      `create table planted (id serial primary key, clinic_id text, person_id text);
       create unique index planted_index on ledger (event_id); create table heap (clinic_id text);
       alter table planted add foreign key (person_id, clinic_id) references person (clinic_id, person_id)`,
    );
    assert.deepEqual(faultsOf(await postgresKeys(url)), [
      ...['heap: primary key', 'ledger: planted_index', 'planted: planted_person_id_clinic_id_fkey'],
      ...['planted: planted_pkey', 'planted: planted_pkey'],
    ]);
    assert.deepEqual(await ask(url, POSTGRES_MOVING), [{ name: 'planted_id_seq' }]);
  } finally {
    await server.stop();
  }
});

/** Every list a page of cases can be narrowed to. */
function filters(): readonly CaseFilter[] {
  const both = [true, false];
  const orders = ['label', 'changed'] as const;
  const halves = both.flatMap((tied) => both.flatMap((status) => both.map((start) => ({ tied, status, start }))));
  const others = both.flatMap((attention) =>
    both.flatMap((after) => orders.map((order) => ({ attention, after, order }))),
  );
  return halves.flatMap((half) => others.map((other) => ({ ...half, ...other })));
}

/** Every query text of both databases, by name. */
function queryTexts(): readonly (readonly [name: string, sql: string])[] {
  const dialects = [
    { adapter: new SqliteAdapter(), compiler: new SqliteQueryCompiler() },
    { adapter: new PostgresAdapter(), compiler: new PostgresQueryCompiler() },
  ];
  return dialects.flatMap(({ adapter, compiler }) => {
    const db = new Kysely<Schema>({
      dialect: {
        createAdapter: () => adapter,
        createDriver: () => new DummyDriver(),
        createIntrospector: () => assert.fail('nothing is asked'),
        createQueryCompiler: () => compiler,
      },
    });
    const { ledger, people, files } = queriesFor(db);
    const { known, cases, ...rest } = ledger;
    const plain = Object.entries({ ...rest, ...people, ...files }).map(([name, query]) => [name, query.sql()] as const);
    const pages = filters().map((filter) => ['cases', cases(filter).sql()] as const);
    return [...plain, ...pages, ['known', known(1).sql()] as const, ['known', known(4).sql()] as const];
  });
}

/** false: a table is read or written without its clinic being named. */
function staysInClinic(sql: string): boolean {
  const tables = sql.replaceAll(/do update/g, '').match(/\b(?:from|join|into|update) "\w+"/g)?.length ?? 0;
  const named = sql.startsWith('insert')
    ? (sql.match(/^insert into "\w+" \("clinic_id"/g)?.length ?? 0)
    : (sql.match(/"clinic_id" = /g)?.length ?? 0);
  return tables > 0 && named === tables;
}

test('every question names the clinic of every table it touches, but one: which clinics there are', () => {
  const texts = queryTexts();
  assert.ok(texts.length > 200, `${texts.length} texts`);
  const crossing = texts.filter(([, sql]) => !staysInClinic(sql));
  assert.deepEqual([...new Set(crossing.map(([name]) => name))], ['clinics']);
});

test('a planted question across clinics is found', () => {
  const planted = [
    'select * from "ledger" where "seq" > ?',
    'select * from "case_row" where "clinic_id" = ? and "case_id" in (select "case_id" from "tie" where "person_id" = ?)',
    'insert into "tie" ("case_id") values (?)',
    'delete from "challenge" where "expires" < ?',
  ];
  for (const sql of planted) assert.equal(staysInClinic(sql), false, sql);
});

test('no other file of storage asks a question of a table', () => {
  const root = join(import.meta.dirname, '..', '..');
  const asking = globSync('src/storage/**/*.ts', { cwd: root })
    .filter((path) => !/-queries\.ts$|\.test\.ts$|\/migrations\/|\/copies\//.test(path))
    .filter((path) =>
      /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/.test(readFileSync(join(root, path), 'utf8')),
    );
  assert.deepEqual(asking, []);
});
