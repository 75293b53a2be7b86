/** An installation in the hands of who runs it: the real commands, in processes of their own, on a file and on PostgreSQL. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { openLine } from '../../bench/server-load.ts';
import { type ServerProcess, startServerProcess } from '../../bench/server-process.ts';
import { serveOptions } from '../../src/cli/serve-options.ts';
import { sqliteSource } from '../../src/storage/copies/sqlite-copy.ts';
import { tableHashes } from '../../src/storage/dump.ts';
import { assertPlain, ROOT, testFolder, titrial, writeInto } from '../cli/titrial.ts';
import { argsOf, type Faulty, faultyClinic, postOne } from './faulty-server.ts';
import { startPostgres } from './postgres.ts';

const folder = testFolder();
const data = join(folder, 'data');
const place = { data, keys: join(data, 'keys.json') };
let faulty: Faulty;
let server: ServerProcess;

before(async () => {
  faulty = await faultyClinic(place);
  server = await startServerProcess([...argsOf(place), '--anchor-minutes', '1']);
});
after(() => server.child.kill('SIGKILL'));

async function post(turns: number): Promise<void> {
  const line = openLine(server.origin, 2);
  for (let turn = 0; turn < turns; turn++) assert.equal(await postOne(faulty, line.post, turn), 200);
  line.close();
}

test('the table of docs/operate.md names every option of serve, its variable and its default, and no other', () => {
  const text = readFileSync(join(ROOT, 'docs', 'operate.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `(--[a-z-]+)` \| `([A-Z_]+)` \| (?:`([^`]+)`)? ?\|/gm)];
  const told = rows.map(([, flag, variable, otherwise]) => [flag, variable, otherwise]);
  const known = serveOptions().map(({ long, envVar, defaultValue }) => [long ?? undefined, envVar, defaultValue]);
  assert.deepEqual(told, known);
});

test('a second process on the same data ends with a sentence and code 3, and the first goes on', async () => {
  const second = await titrial(['serve', '--data', data, '--port', '0']);
  assert.equal(second.code, 3);
  assert.match(second.stderr, /Another Titrial is using the data/);
  assertPlain(second.stderr);
  const people = await titrial(['people', 'list', '--data', data]);
  assert.deepEqual([people.code, people.stdout], [3, '']);
  assert.equal((await fetch(`${server.origin}/ready`)).status, 200);
});

test('a backup made while days arrive restores to an equal record, without keys only where they were brought', async () => {
  const posting = post(30);
  const made = await titrial(['backup', '--data', data, '--to', join(folder, 'backups')]);
  await posting;
  assert.deepEqual([made.code, made.stderr], [0, '']);
  assert.match(made.stdout, /The keys are not in it/);
  const [name = ''] = readdirSync(join(folder, 'backups'));
  const backup = join(folder, 'backups', name);
  assert.equal(statSync(backup).mode & 0o077, 0);
  const target = join(folder, 'restored');
  const keyless = await titrial(['restore', backup, '--data', target]);
  assert.deepEqual([keyless.code, existsSync(join(target, 'titrial.sqlite'))], [3, false]);
  const restored = await titrial(['restore', backup, '--data', target, '--keys', place.keys]);
  assert.equal(restored.code, 0, restored.stderr + restored.stdout);
  assert.match(restored.stdout, /^Everything holds\.$/m);
  const again = await titrial(['restore', backup, '--data', target, '--keys', place.keys]);
  assert.equal(again.code, 2);
  const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as {
    tables: { name: string; sha256: string }[];
  };
  const hashes = await tableHashes(sqliteSource(target));
  for (const { name: table, sha256 } of manifest.tables) assert.equal(hashes[table]?.sha256, sha256, table);
});

test('verify runs beside the server and says what it read', async () => {
  const { code, stdout, stderr } = await titrial(['verify', '--data', data, '--json']);
  assert.deepEqual([code, stderr], [0, '']);
  const { counts, faultCount } = JSON.parse(stdout);
  assert.deepEqual([counts.cases, faultCount], [12, 0]);
});

test('Ctrl+C ends in order with a last anchor; then people can be let in; then an altered entry is named', async () => {
  assert.equal(await server.stop(), 0);
  assert.match(server.said(), /Stopped\./);
  assert.ok(readFileSync(join(data, 'anchors.jsonl'), 'utf8').length > 100);
  const invited = await titrial(['people', 'invite', 'Ada Löw', '--role', 'prescriber', '--data', data]);
  assert.match(invited.stdout, /http:\/\/localhost:7420\/join#[0-9a-f-]{36}\.[\w-]{43}/);
  const listed = await titrial(['people', 'list', '--data', data, '--json']);
  const ada = JSON.parse(listed.stdout).find(({ name }: { name: string }) => name === 'Ada Löw');
  assert.deepEqual([ada.state, ada.roles], ['invited', ['prescriber']]);
  const wrong = await titrial(['people', 'device-link', 'Ada', '--data', data]);
  assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
  assertPlain(wrong.stderr);
  const db = new DatabaseSync(join(data, 'titrial.sqlite'));
  db.exec('update ledger set at = at + 1 where seq = 4 and case_id = (select min(case_id) from ledger)');
  db.close();
  const altered = await titrial(['verify', '--data', data]);
  assert.equal(altered.code, 2);
  assert.match(altered.stdout, /entry 4: this entry was altered/);
});

test('data without its keys is refused and no new keys are made; an empty place is not made by looking', async () => {
  renameSync(place.keys, `${place.keys}.away`);
  const served = await titrial(['serve', '--data', data, '--port', '0']);
  assert.deepEqual([served.code, existsSync(place.keys)], [3, false]);
  assert.match(served.stderr, /No new keys were made/);
  const nowhere = join(folder, 'nowhere');
  for (const command of [['verify'], ['people', 'list'], ['backup', '--to', folder]]) {
    const { code, stdout } = await titrial([...command, '--data', nowhere]);
    assert.deepEqual([code, stdout, existsSync(nowhere)], [3, '', false], command.join(' '));
  }
});

test('a new installation prints a set-up link that opens it, and another at the next start', async () => {
  const fresh = join(folder, 'fresh');
  const links: string[] = [];
  for (let start = 0; start < 2; start++) {
    const one = await startServerProcess(['--data', fresh]);
    // All it said has arrived once it has ended; the link comes after the line that says it is ready.
    assert.equal(await one.stop(), 0);
    const [, link = ''] = /^ {2}(http:\/\/localhost:\d+\/set-up#\S+)$/m.exec(one.said()) ?? [];
    links.push(link.replace(/^.*#/, ''));
  }
  assert.ok(links.every((link) => link.length > 70) && links[0] !== links[1]);
});

test('a damaged backup is refused before anything is written, and one of a file comes back into PostgreSQL', async (t) => {
  const made = await titrial([
    'backup',
    '--data',
    join(folder, 'restored'),
    '--keys',
    `${place.keys}.away`,
    '--to',
    join(folder, 'second'),
    '--with-keys',
  ]);
  assert.equal(made.code, 0, made.stderr);
  const backup = join(folder, 'second', readdirSync(join(folder, 'second'))[0] ?? '');
  const postgres = await startPostgres();
  t.after(() => postgres.stop());
  const database = await postgres.createDatabase();
  const there = ['--data', join(folder, 'pg'), '--database', database];
  const restored = await titrial(['restore', backup, ...there]);
  assert.equal(restored.code, 0, restored.stderr + restored.stdout);
  const verified = await titrial(['verify', ...there, '--json']);
  assert.deepEqual([verified.code, JSON.parse(verified.stdout).counts.cases], [0, 12]);
  const serving = await startServerProcess(there);
  const line = openLine(serving.origin, 1);
  assert.equal(await postOne(faulty, line.post, 3), 200);
  line.close();
  assert.equal(await serving.stop(), 0);
  writeInto(backup, 'ledger.jsonl.gz', 'cut');
  const damaged = await titrial(['restore', backup, '--data', join(folder, 'third')]);
  assert.equal(damaged.code, 3);
  assert.match(damaged.stderr, /ledger\.jsonl\.gz is not what its manifest says/);
});
