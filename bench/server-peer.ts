/** The least a durable write can cost on this machine: one row of a diary entry's size, one commit each, nothing else. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

const ROW = randomBytes(600);
const MILLISECONDS = 3000;

/** Rows a second into a bare table with synchronous=FULL, one after the other. */
export function sqlitePeer(folder: string): number {
  const file = join(folder, 'peer.sqlite');
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode=wal; pragma synchronous=full; create table peer (n integer primary key, row blob)');
  const insert = db.prepare('insert into peer (row) values (?)');
  const started = performance.now();
  let rows = 0;
  for (; performance.now() - started < MILLISECONDS; rows++) insert.run(ROW);
  const perSecond = rows / ((performance.now() - started) / 1000);
  db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  return perSecond;
}

/** Rows a second into a bare table over eight connections, one commit each, as pgbench does it. */
export async function postgresPeer(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  await pool.query('create table peer (n bigint generated always as identity primary key, row bytea)');
  const started = performance.now();
  let rows = 0;
  const lane = async (): Promise<void> => {
    for (; performance.now() - started < MILLISECONDS; rows++)
      await pool.query('insert into peer (row) values ($1)', [ROW]);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  const perSecond = rows / ((performance.now() - started) / 1000);
  await pool.end();
  return perSecond;
}
