/**
 * Every question this program asks of a database, once for both: three lists by what they are about. Compiled for SQLite
 * or PostgreSQL by Kysely, so that a query is written, read and tested in one place.
 */
import type { Kysely } from 'kysely';
import type { Storage } from '../records/ports.ts';
import { fileQueries } from './sql/file-queries.ts';
import { accessTable, findingTable } from './sql/file-tables.ts';
import { ledgerQueries } from './sql/ledger-queries.ts';
import { ledgerTables } from './sql/ledger-tables.ts';
import { peopleQueries } from './sql/people-queries.ts';
import { peopleTables } from './sql/people-tables.ts';
import type { Schema } from './sql/schema.ts';
import type { Database } from './sql/script.ts';

/** All queries, compiled for the database behind `db`. */
export function queriesFor(db: Kysely<Schema>) {
  return { ledger: ledgerQueries(db), people: peopleQueries(db), files: fileQueries(db) };
}

/** The stores over a database that `queries` were compiled for. */
export function storesOver(
  database: Database,
  queries: ReturnType<typeof queriesFor>,
): Pick<Storage, 'ledger' | 'people' | 'access' | 'findings'> {
  return {
    ledger: ledgerTables(database, queries.ledger),
    people: peopleTables(database, queries.people),
    access: accessTable(database, queries.files),
    findings: findingTable(database, queries.files),
  };
}
