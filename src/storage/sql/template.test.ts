/** A query built once is filled anew at every use; an error of a database is what it means. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DummyDriver, Kysely, PostgresAdapter, PostgresQueryCompiler } from 'kysely';
import { StorageError } from '../../records/ports.ts';
import type { Schema } from './schema.ts';
import { UniqueViolation } from './script.ts';
import { template } from './template.ts';
import { postgresError, sqliteError } from './trouble.ts';

const db = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: () => assert.fail('nothing is asked'),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

test('a template is built once, at its first use, and its values go where they belong', () => {
  let built = 0;
  const query = template((given: { clinic: string; seq: number; again: string }) => {
    built += 1;
    const rows = db.selectFrom('ledger').select('seq').where('seq', '>', given.seq);
    return rows.where('clinic_id', '=', given.clinic).where('case_id', '=', given.again).limit(given.seq);
  });
  assert.equal(built, 0);
  assert.deepEqual(query({ clinic: 'c', seq: 5, again: 'd' }).parameters, [5, 'c', 'd', 5]);
  assert.deepEqual(query({ clinic: 'x', seq: 6, again: 'y' }).parameters, [6, 'x', 'y', 6]);
  assert.equal(built, 1);
  assert.match(query.sql(), /where "seq" > \$1 and "clinic_id" = \$2 and "case_id" = \$3 limit \$4$/);
});

const raised = (property: object): Error => Object.assign(new Error('as the database says it'), property);

// Numbers: sqlite.org/rescode.html; codes: PostgreSQL, appendix A.
const meanings: readonly [of: (error: unknown) => unknown, error: object, meaning: string][] = [
  [sqliteError, { errcode: 13 }, 'full'], // SQLITE_FULL
  [sqliteError, { errcode: 778 }, 'broken'], // SQLITE_IOERR_WRITE
  [sqliteError, { errcode: 517 }, 'busy'], // SQLITE_BUSY_SNAPSHOT
  [sqliteError, { errcode: 267 }, 'corrupt'], // SQLITE_CORRUPT_VTAB
  [sqliteError, { errcode: 1032 }, 'broken'], // SQLITE_READONLY_DBMOVED
  [sqliteError, { errcode: 2067 }, 'key'], // SQLITE_CONSTRAINT_UNIQUE
  [sqliteError, { errcode: 787 }, 'bug'], // SQLITE_CONSTRAINT_FOREIGNKEY
  [sqliteError, { errcode: 1 }, 'unchanged'], // SQLITE_ERROR: wrong SQL
  [sqliteError, { code: 'ENOSPC' }, 'full'],
  [postgresError, { code: '53100' }, 'full'],
  [postgresError, { code: '58030' }, 'broken'],
  [postgresError, { code: '57P01' }, 'lost'],
  [postgresError, { code: '08006' }, 'lost'],
  [postgresError, { code: 'ECONNREFUSED' }, 'lost'],
  [postgresError, { message: 'Connection terminated unexpectedly' }, 'lost'],
  [postgresError, { code: '40P01' }, 'busy'],
  [postgresError, { code: 'XX001' }, 'corrupt'],
  [postgresError, { code: '23505' }, 'key'],
  [postgresError, { code: '23503' }, 'bug'],
  [postgresError, { code: '42601' }, 'unchanged'], // syntax_error
];

test('every error of a database is a key that stands, the world, or a bug', () => {
  for (const [meaningOf, properties, expected] of meanings) {
    const error = raised(properties);
    const meant = meaningOf(error);
    const found =
      meant instanceof StorageError
        ? meant.trouble
        : meant instanceof UniqueViolation
          ? 'key'
          : meant === error
            ? 'unchanged'
            : 'bug';
    assert.equal(found, expected, JSON.stringify(properties));
  }
});
