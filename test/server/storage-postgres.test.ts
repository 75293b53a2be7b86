/** What PostgreSQL must stand: several servers of ours on one database, careless settings, lost connections, newer data. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { StorageError, type StorageTrouble } from '../../src/records/ports.ts';
import { STEPS, type Step } from '../../src/storage/migrations/migrate.ts';
import { openPostgres, type PostgresOptions, type PostgresStorage } from '../../src/storage/postgres.ts';
import { openPool } from '../../src/storage/postgres-pool.ts';
import { batch, CLINIC, entry, id, person } from '../contract/sample.ts';
import { ask, startPostgres } from './postgres.ts';
import { startAppending } from './storage-process.ts';

const server = await startPostgres({ deadlock_timeout: '50ms' });
after(server.stop);
const root = mkdtempSync(join(tmpdir(), 'titrial-postgres-'));
after(() => rmSync(root, { recursive: true }));
const CASE = id<'case'>(100);

async function open(url: string, options: PostgresOptions = {}): Promise<PostgresStorage> {
  const opened = await openPostgres(url, options);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const inTrouble = (trouble: StorageTrouble) => (error: unknown) =>
  error instanceof StorageError && error.trouble === trouble;

test('two processes append to one case at once and make one unbroken chain with every event once', async () => {
  const url = await server.createDatabase();
  const storage = await open(url);
  const each = 120;
  const writers = [0, 500_000].map((first) => startAppending('postgres', url, '100', `${each}`, `${first}`));
  for (const writer of writers) assert.equal(await writer.end(), 0);
  const entries = await storage.ledger.entries(CLINIC, CASE, 0, 1_000);
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    Array.from({ length: 2 * each }, (_, i) => i + 1),
  );
  assert.equal(new Set(entries.map((one) => one.id)).size, 2 * each);
  for (const { acknowledged } of writers) {
    assert.equal(acknowledged.size, each);
    for (const [seq, event] of acknowledged) assert.deepEqual(entries[seq - 1], entry(seq, {}, event));
  }
  await storage.close();
});

test('two processes that start at once on an empty database both serve it', async () => {
  const url = await server.createDatabase();
  const both = await Promise.all([open(url), open(url), open(url)]);
  for (const [i, storage] of both.entries()) await storage.people.savePerson(person(i));
  assert.equal((await both[0]?.people.people(CLINIC, { limit: 9 }))?.people.length, 3);
  for (const storage of both) await storage.close();
});

test('where PostgreSQL undoes a transaction to keep order, it is run again', async () => {
  const url = await server.createDatabase();
  await ask(url, `alter database ${/\/(t\d+)\?/.exec(url)?.[1]} set default_transaction_isolation = 'serializable'`);
  const storage = await open(url, { connections: 8 });
  await storage.ledger.append(batch(0, 1));
  const land = async (event: number): Promise<void> => {
    for (;;) {
      const seq = ((await storage.ledger.head(CLINIC, CASE))?.seq ?? 0) + 1;
      const next = batch(seq - 1, 1, {}, { entries: [entry(seq, {}, 10_000 + event)] });
      if ((await storage.ledger.append(next)) === 'appended') return;
    }
  };
  await Promise.all(Array.from({ length: 24 }, (_, event) => land(event)));
  assert.equal((await storage.ledger.head(CLINIC, CASE))?.seq, 25);
  await storage.close();
});

test('a database that does not wait for the disk is found out', async () => {
  const url = await server.createDatabase();
  const storage = await open(url);
  await storage.check();
  await storage.close();
  const name = /\/(t\d+)\?/.exec(url)?.[1];
  for (const [setting, careless] of [
    ['synchronous_commit', 'off'],
    ['default_transaction_read_only', 'on'],
  ]) {
    await ask(url, `alter database ${name} set ${setting} = '${careless}'`);
    const found = await open(url);
    await assert.rejects(found.check(), inTrouble('broken'), setting);
    await found.close();
    await ask(url, `alter database ${name} reset ${setting}`).catch(() =>
      ask(server.url('postgres'), `alter database ${name} reset ${setting}`),
    );
  }
  const careless = await startPostgres({ fsync: 'off' });
  try {
    const found = await open(await careless.createDatabase());
    await assert.rejects(found.check(), inTrouble('broken'));
    await found.close();
  } finally {
    await careless.stop();
  }
});

test('connections that break are replaced; a server that is gone is told as lost', async () => {
  const own = await startPostgres();
  const storage = await open(await own.createDatabase());
  await storage.ledger.append(batch(0, 1));
  const others = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'titrial'";
  await ask(own.url('postgres'), others);
  await storage.ledger.head(CLINIC, CASE).catch(() => undefined);
  assert.equal(await storage.ledger.append(batch(1, 1)), 'appended');
  await own.stop();
  await assert.rejects(storage.ledger.head(CLINIC, CASE), inTrouble('lost'));
  await assert.rejects(storage.ledger.append(batch(2, 1)), inTrouble('lost'));
  await assert.rejects(storage.check(), inTrouble('lost'));
  await storage.close();
  await assert.rejects(openPostgres(own.url('postgres')), inTrouble('lost'));
});

const MORE: Step = { up: async (db) => void (await sql`alter table clinic add column motto text`.execute(db)) };

test('before tables change that hold data a backup is made, or they do not change; newer data are refused', async () => {
  const url = await server.createDatabase();
  await (await open(url)).close();
  const steps = { ...STEPS, '0002-a-motto': MORE };
  const refused = await openPostgres(url, { steps });
  assert.deepEqual(refused, { ok: false, error: { code: 'backup-folder-missing', migration: '0002-a-motto' } });
  const backupFolder = join(root, 'backups');
  await (await open(url, { steps, backupFolder })).close();
  const [made = '', ...others] = readdirSync(backupFolder);
  assert.match(made, /^titrial-backup-\d{8}T\d{9}Z$/);
  assert.deepEqual(others, []);
  assert.ok(existsSync(join(backupFolder, made, 'manifest.json')));
  assert.deepEqual(await openPostgres(url), { ok: false, error: { code: 'data-newer', migration: '0002-a-motto' } });
});

test('a civil day comes back as the text it is, and a whole number as a number or not at all', async () => {
  const pool = openPool(await server.createDatabase(), 1);
  const { rows } = await pool.query("select date '2026-03-29' as day, 9007199254740991::int8 as most");
  assert.deepEqual(rows, [{ day: '2026-03-29', most: 9_007_199_254_740_991 }]);
  await assert.rejects(pool.query('select 9007199254740992::int8'), RangeError);
  await pool.end();
});

test('when the process that started a PostgreSQL is ended without a word, no PostgreSQL is left', async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
    const server = await startPostgres();
    process.stdout.write(server.pid() + '\\n');
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const pid = Number(line);
  assert.ok(isAlive(pid));
  child.kill('SIGKILL');
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 50) await new Promise((done) => setTimeout(done, 50));
  assert.ok(!isAlive(pid), 'it is still there');
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
