/** What SQLite must stand: a power cut, a second process, a full disk, an older and a newer program. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { StorageError } from '../../src/records/ports.ts';
import { STEPS, type Step } from '../../src/storage/migrations/migrate.ts';
import { openSqlite, type SqliteOptions, type SqliteStorage } from '../../src/storage/sqlite.ts';
import { batch, bytes, CLINIC, entry, id, person, row } from '../contract/sample.ts';
import { startAppending } from './storage-process.ts';

const root = mkdtempSync(join(tmpdir(), 'titrial-sqlite-'));
after(() => rmSync(root, { recursive: true }));
const CASE = id<'case'>(100);

async function open(folder: string, options: SqliteOptions = {}): Promise<SqliteStorage> {
  const opened = await openSqlite(folder, options);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

test('five times cut off in the middle of writing, every acknowledged entry is there and the order unbroken', async () => {
  const folder = join(root, 'cut');
  const acknowledged = new Map<number, number>();
  for (let cut = 0; cut < 5; cut += 1) {
    const writer = startAppending('sqlite', folder, '100', 'Infinity', `${cut * 100_000}`);
    await writer.line('open');
    await writer.line('done');
    await new Promise((resolve) => setTimeout(resolve, 40 + 37 * cut));
    await writer.kill();
    for (const [seq, event] of writer.acknowledged) acknowledged.set(seq, event);
  }
  const storage = await open(folder);
  const entries = await storage.ledger.entries(CLINIC, CASE, 0, 100_000);
  assert.ok(acknowledged.size > 20, `only ${acknowledged.size} were acknowledged`);
  for (const [seq, event] of acknowledged) assert.deepEqual(entries[seq - 1], entry(seq, {}, event));
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    entries.map((_, i) => i + 1),
  );
  assert.equal((await storage.ledger.head(CLINIC, CASE))?.seq, entries.length);
  await storage.close();
});

test('a second process is refused while the first lives, and served once it was ended without a word', async () => {
  const folder = join(root, 'held');
  const first = startAppending('sqlite', folder, '100');
  await first.line('done');
  const second = startAppending('sqlite', folder, '101');
  assert.equal(await second.line('refused'), 'refused data-in-use');
  assert.equal(await second.end(), 3);
  assert.deepEqual(await openSqlite(folder), { ok: false, error: { code: 'data-in-use', folder } });
  await first.kill();
  const storage = await open(folder);
  assert.deepEqual(
    await openSqlite(folder),
    { ok: false, error: { code: 'data-in-use', folder } },
    'nor in one process',
  );
  await storage.close();
  await (await open(folder)).close();
});

test('data are their owner’s alone, and every open waits for the disk, whatever the open before had set', async () => {
  const folder = join(root, 'settings');
  await (await open(folder)).close();
  const careless = new DatabaseSync(join(folder, 'titrial.sqlite'));
  careless.exec('pragma journal_mode=delete; pragma synchronous=off');
  careless.close();
  const storage = await open(folder);
  await storage.check();
  await storage.people.savePerson(person(1));
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  assert.ok(existsSync(join(folder, 'titrial.sqlite-wal')), 'the log is back');
  await storage.close();
});

test('a data file that was moved away is found out, not written to', async () => {
  const folder = join(root, 'moved');
  const storage = await open(folder);
  renameSync(join(folder, 'titrial.sqlite'), join(folder, 'elsewhere.sqlite'));
  await assert.rejects(storage.check(), (error) => error instanceof StorageError && error.trouble === 'broken');
  renameSync(join(folder, 'elsewhere.sqlite'), join(folder, 'titrial.sqlite'));
  await storage.check();
  await storage.close();
});

test('what is not a database is corrupt, and the folder is free again', async () => {
  const folder = join(root, 'rubbish');
  await (await open(folder)).close();
  writeFileSync(join(folder, 'titrial.sqlite'), Buffer.alloc(8_192, 'x'));
  const corrupt = (error: unknown): boolean => error instanceof StorageError && error.trouble === 'corrupt';
  await assert.rejects(openSqlite(folder), corrupt);
  await assert.rejects(openSqlite(folder), corrupt, 'not "in use"');
});

test('a full disk is told as such, keeps what was written, still reads, and takes writes again once there is room', async () => {
  const folder = join(root, 'full');
  const small = await open(folder, { mostPages: 120 });
  let kept = 0;
  const fill = async (): Promise<void> => {
    for (;;) {
      const entries = [{ ...entry(kept + 1), payload: bytes('x'.repeat(3_000)) }];
      await small.ledger.append(batch(kept, 1, {}, { entries }));
      kept += 1;
    }
  };
  await assert.rejects(fill(), (error) => error instanceof StorageError && error.trouble === 'full');
  assert.ok(kept > 3, `${kept} were kept`);
  await assert.rejects(small.check(), (error) => error instanceof StorageError && error.trouble === 'full');
  assert.equal((await small.ledger.head(CLINIC, CASE))?.seq, kept);
  assert.equal((await small.ledger.entries(CLINIC, CASE, 0, 1_000)).length, kept);
  await small.close();
  const roomy = await open(folder);
  await roomy.check();
  assert.equal(await roomy.ledger.append(batch(kept, 1)), 'appended');
  assert.equal((await roomy.ledger.entries(CLINIC, CASE, 0, 1_000)).length, kept + 1);
  await roomy.close();
});

test('when the disk refuses to write, neighbours of one turn all fail alike and nothing of them stays', async () => {
  const folder = join(root, 'neighbours');
  const small = await open(folder, { mostPages: 60 });
  await small.ledger.append(batch(0, 1));
  const big = { payload: bytes('x'.repeat(200_000)) };
  const writes = [
    small.ledger.append(batch(0, 1, { case: 101 })),
    small.ledger.append(batch(0, 1, { case: 102 }, { entries: [{ ...entry(1, { case: 102 }), ...big }] })),
    small.ledger.append(batch(0, 1, { case: 103 })),
  ];
  for (const { status } of await Promise.allSettled(writes)) assert.equal(status, 'rejected');
  assert.deepEqual(
    (await small.ledger.heads(CLINIC, undefined, 9)).map((head) => head.case),
    [CASE],
  );
  assert.equal(await small.ledger.append(batch(0, 1, { case: 101 })), 'appended', 'what fits is written again');
  await small.close();
});

test('a disk that fails under the file is told as broken or full, and what was acknowledged is there afterwards', () => {
  const folder = join(root, 'failing');
  // The system refuses the program every file beyond 1,200 blocks: its writes fail in the middle of its work.
  const program = [process.execPath, join(import.meta.dirname, 'appending-process.ts'), 'sqlite', folder, '100'];
  const limited = 'trap \'\' XFSZ; ulimit -f 1200; exec "$@"';
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', limited, 'sh', ...program], { encoding: 'utf8' });
  const acknowledged = stdout.match(/^done \d+/gm)?.length ?? 0;
  assert.ok(acknowledged > 5, `${acknowledged} acknowledged: ${stderr}`);
  assert.match(stderr, /storage: (?:broken|full)/);
  const file = new DatabaseSync(join(folder, 'titrial.sqlite'));
  const { entries } = file.prepare('select count(*) as entries from ledger').get() ?? {};
  assert.ok(Number(entries) >= acknowledged, `${entries} of ${acknowledged}`);
  assert.deepEqual(
    file
      .prepare('pragma integrity_check')
      .all()
      .map((one) => ({ ...one })),
    [{ integrity_check: 'ok' }],
  );
  file.close();
});

const MORE: Step = { up: async (db) => void (await sql`alter table clinic add column motto text`.execute(db)) };

test('before tables change that hold data the file is copied, and an older program refuses the newer data', async () => {
  const folder = join(root, 'changing');
  const before = await open(folder);
  await before.people.savePerson(person(1));
  await before.close();
  const copies = (): readonly string[] => readdirSync(folder).filter((name) => /^before-.*\.sqlite$/.test(name));
  assert.deepEqual(copies(), [], 'nothing to copy the first time');

  const newer = await open(folder, { steps: { ...STEPS, '0002-a-motto': MORE } });
  assert.deepEqual(await newer.people.person(CLINIC, id(1)), person(1));
  await newer.close();
  const [copy = '', ...others] = copies();
  assert.match(copy, /^before-0002-a-motto-\d{8}T\d{9}Z\.sqlite$/);
  assert.deepEqual(others, []);
  const kept = new DatabaseSync(join(folder, copy), { readOnly: true });
  assert.equal(kept.prepare('select name from person').get()?.name, 'Person 1');
  assert.equal(kept.prepare("select count(*) as n from pragma_table_info('clinic') where name = 'motto'").get()?.n, 0);
  kept.close();

  assert.deepEqual(await openSqlite(folder), { ok: false, error: { code: 'data-newer', migration: '0002-a-motto' } });
  await (await open(folder, { steps: { ...STEPS, '0002-a-motto': MORE } })).close();
  assert.equal(copies().length, 1, 'no copy where nothing changes');
});

test('a migration that fails half-way leaves the tables as they were', async () => {
  const folder = join(root, 'half');
  await (await open(folder)).close();
  const half: Step = {
    up: async (db, types) => {
      await MORE.up(db, types);
      throw new RangeError('half-way');
    },
  };
  await assert.rejects(openSqlite(folder, { steps: { ...STEPS, '0002-half': half } }), /half-way/);
  const storage = await open(folder, { steps: { ...STEPS, '0002-a-motto': MORE } });
  await storage.close();
});

test('what was shredded cannot be read from any file of the folder', async () => {
  const folder = join(root, 'shredded');
  const secret = bytes('this key must be gone from every file');
  const storage = await open(folder);
  for (let number = 200; number < 260; number += 1) await storage.ledger.append(batch(0, 1, { case: number }));
  await storage.ledger.append(batch(0, 1, {}, { key: secret }));
  const found = (): readonly string[] => {
    const { stdout } = spawnSync('grep', ['-rlaF', Buffer.from(secret).toString(), folder], { encoding: 'utf8' });
    return stdout.split('\n').filter((name) => name !== '');
  };
  assert.notDeepEqual(found(), [], 'it was there');
  await storage.ledger.append(batch(1, 1, {}, { shred: true, row: row({ status: 'erased' }) }));
  assert.deepEqual(found(), []);
  await storage.close();
});
