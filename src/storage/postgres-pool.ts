/**
 * Many connections, many askers. A write is one transaction on one connection, run again when PostgreSQL asks for it; a
 * read takes any connection. Days come back as text and whole numbers as numbers, or not at all (H33).
 */
import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { StorageError } from '../records/ports.ts';
import type { Answer, Database, Script } from './sql/script.ts';
import { isAgain, postgresError } from './sql/trouble.ts';

/** A transaction two others keep undoing is given up after so many times. */
const TIMES = 8;

/** Object ids of types in PostgreSQL's own catalogue: pg_type.dat. */
const INT8 = 20;
const DATE = 1082;

/** @param most connections at a time */
export function openPool(url: string, most: number): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, wholeNumber);
  types.setTypeParser(DATE, (text: string) => text);
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types,
    application_name: 'titrial',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it is replaced at its next use, where the trouble shows.
  pool.on('error', () => {});
  return pool;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a whole number past 2^53: ${text}`);
  return value;
}

/** Drives scripts over a pool. */
export function postgresDatabase(pool: pg.Pool): Database {
  return {
    read: (script) => inWorld(() => drive((query) => ask(pool, query), script())),
    write: async (script) => {
      for (let time = 1; ; time += 1) {
        try {
          return await transaction(pool, (client) => drive((query) => ask(client, query), script()));
        } catch (error) {
          if (time >= TIMES || !isAgain(error)) throw postgresError(error);
        }
      }
    },
  };
}

/** One transaction on one connection. A connection that cannot roll back is thrown away. */
export async function transaction<T>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<T>,
  how = 'begin',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(how);
    const value = await act(client);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new StorageError('broken', new RangeError(`commit answered ${command}`));
    return value;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      (second: Error) => second,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs it; what PostgreSQL or the wire throws becomes what it means. */
export async function inWorld<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw postgresError(error);
  }
}

async function drive<T>(answer: (query: CompiledQuery) => Promise<Answer>, script: Script<T>): Promise<T> {
  let step = script.next({ rows: [], affected: 0 });
  while (step.done !== true) step = script.next(await answer(step.value));
  return step.value;
}

async function ask(to: pg.Pool | pg.PoolClient, { sql, parameters }: CompiledQuery): Promise<Answer> {
  const { rows, rowCount } = await to.query(sql, [...parameters]);
  return { rows, affected: rowCount ?? 0 };
}
