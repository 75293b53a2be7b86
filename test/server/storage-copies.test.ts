/** Does a backup come back to an equal record, from either database into the other, and is a damaged one refused? */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { sqliteSource } from '../../src/storage/copies/sqlite-copy.ts';
import { dumpTo, tableHashes } from '../../src/storage/dump.ts';
import { STEPS, type Step } from '../../src/storage/migrations/migrate.ts';
import { openPostgres, type PostgresStorage } from '../../src/storage/postgres.ts';
import { restoreFrom } from '../../src/storage/restore.ts';
import { openSqlite, type SqliteOptions, type SqliteStorage } from '../../src/storage/sqlite.ts';
import { batch, bytes, CLINIC, finding, id, OTHER, person, row, tie } from '../contract/sample.ts';
import { startPostgres } from './postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'titrial-copies-'));
after(() => rmSync(root, { recursive: true }));
const server = await startPostgres();
after(server.stop);

let made = 0;
const folder = (): string => join(root, `${++made}`);

async function openFile(at: string, options: SqliteOptions = {}): Promise<SqliteStorage> {
  const opened = await openSqlite(at, options);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function openServer(): Promise<PostgresStorage> {
  const opened = await openPostgres(await server.createDatabase());
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** A record with rows in every table, and text and bytes that are hard to carry. */
async function filled(): Promise<SqliteStorage> {
  const storage = await openFile(folder());
  const { ledger, people, access, findings } = storage;
  const hard = 'line\nfeed \u2028 "quoted" \\ {null,NULL} é 😀 \u{ffee} \t 100%';
  for (const clinic of [CLINIC, OTHER]) {
    await people.saveClinic({ clinic, name: hard, state: 'open', maximumCeiling: 6_000, at: 1 });
    await people.savePerson(person(1, { clinic, name: hard, login: 'ada' }));
    await people.savePerson(person(2, { clinic, name: '' }));
    const ends = { clinic, person: id<'person'>(1), at: 1, expires: 9 };
    await people.addSession({ ...ends, secretHash: 's', session: 'x', device: hard, seenAt: 2, revokedAt: 3 });
    await people.addInvitation({ ...ends, secretHash: 'i', purpose: 'join' });
    await people.addChallenge({ clinic, challenge: 'c', purpose: 'sign-in', about: '', expires: 9 });
    await people.countTry(clinic, 'ada', 100);
    const kept = { ...ends, credential: 'password', secret: '$argon2id$', counter: 0, transports: [], label: '' };
    await people.addCredential(kept);
    for (let number = 100; number < 110; number += 1) {
      const place = { clinic, case: number };
      const snapshot = { seq: 60, payload: new Uint8Array([0, 255, 92, 39, 10]) };
      const tiesMade = [
        tie(1, 'prescriber', place.clinic === CLINIC ? { case: id(number) } : { clinic, case: id(number) }),
      ];
      await ledger.append(batch(0, 120, place, { snapshot, tiesMade }));
      const ended = [{ person: id<'person'>(1), relation: 'prescriber' as const, at: 7 }];
      if (number % 2 === 0) await ledger.append(batch(120, 1, place, { tiesEnded: ended }));
    }
    await findings.add(finding(1, { clinic }));
    await access.add([{ clinic, id: 'a', at: 1, case: id(100), person: id(1), action: 'case.read' }]);
    const anchor = { clinic, seq: 1, at: 1, heads: { [id(100)]: [1, 'h'] as const }, previous: 'p', hash: 'h' };
    await ledger.addAnchor({ ...anchor, signature: 's', key: 'k' });
  }
  return storage;
}

const source = await filled();
after(() => source.close());
const backup = await dumpTo(source.copies, root, { at: Date.UTC(2026, 2, 29, 1, 2, 3) });

test('SQLite into PostgreSQL into SQLite: every table has the hash it had, and the record reads the same', async () => {
  assert.equal(Object.keys(backup.tables).length, 16);
  for (const [name, { rows }] of Object.entries(backup.tables)) assert.ok(rows > 0, `${name} is empty`);
  const middle = await openServer();
  const first = await restoreFrom(backup.folder, middle.copies);
  assert.deepEqual(first.ok && first.value.tables, backup.tables);
  assert.deepEqual(await tableHashes(middle.copies), backup.tables);
  const again = await dumpTo(middle.copies, root, { at: Date.UTC(2026, 2, 30) });
  const last = await openFile(folder());
  const second = await restoreFrom(again.folder, last.copies);
  assert.deepEqual(second, {
    ok: true,
    value: { made: '2026-03-30T00:00:00.000Z', tables: backup.tables, leftErased: 0 },
  });
  assert.deepEqual(await tableHashes(last.copies), backup.tables);
  for (const storage of [middle, last]) {
    assert.deepEqual(await storage.ledger.open(CLINIC, id(101)), await source.ledger.open(CLINIC, id(101)));
    assert.deepEqual(await storage.people.people(OTHER, { limit: 9 }), await source.people.people(OTHER, { limit: 9 }));
    assert.equal(await storage.ledger.append(batch(120, 1, { case: 101 })), 'appended');
    await storage.close();
  }
});

test('a backup is named for its instant, readable by its owner alone, and has progress from nothing to all', async () => {
  const seen: (readonly [number, number])[] = [];
  const { folder: at } = await dumpTo(sqliteSource(source.folder), folder(), {
    at: Date.UTC(2026, 0, 1),
    progress: (done, total) => seen.push([done, total]),
  });
  assert.match(at, /\/titrial-backup-20260101T000000000Z$/);
  assert.equal(statSync(at).mode & 0o777, 0o700);
  for (const name of readdirSync(at)) assert.equal(statSync(join(at, name)).mode & 0o777, 0o600, name);
  const all = Object.values(backup.tables).reduce((sum, { rows }) => sum + rows, 0);
  assert.deepEqual(seen.at(-1), [all, all]);
  for (const [i, [done]] of seen.entries()) assert.ok(done > (seen[i - 1]?.[0] ?? 0));
});

test('a backup made while entries arrive is of one moment: every head is the last of its entries', async () => {
  for (const storage of [await openFile(folder()), await openServer()]) {
    for (let number = 100; number < 130; number += 1) await storage.ledger.append(batch(0, 60, { case: number }));
    let writing = true;
    let written = 0;
    const write = async (): Promise<void> => {
      for (let seq = 60; writing; seq += 1)
        for (let number = 100; number < 130 && writing; number += 1, written += 1)
          assert.equal(await storage.ledger.append(batch(seq, 1, { case: number })), 'appended');
    };
    const writer = write();
    const { folder: at } = await dumpTo(storage.copies, folder(), { at: Date.UTC(2026, 0, 1) });
    writing = false;
    await writer;
    assert.ok(written > 0);
    const copy = await openFile(folder());
    assert.ok((await restoreFrom(at, copy.copies)).ok);
    for (const head of await copy.ledger.heads(CLINIC, undefined, 100)) {
      const entries = await copy.ledger.entries(CLINIC, head.case, 0, 10_000);
      assert.equal(entries.length, head.seq);
      assert.equal(entries.at(-1)?.hash, head.hash);
    }
    await copy.close();
    await storage.close();
  }
});

/** The backup with one thing done to it. */
function damaged(how: (at: string) => void): string {
  const at = folder();
  cpSync(backup.folder, at, { recursive: true });
  how(at);
  return at;
}

const inLedger = (change: (lines: string[]) => string[]) => (at: string) => {
  const path = join(at, 'ledger.jsonl.gz');
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  writeFileSync(path, gzipSync(`${change(lines).join('\n')}\n`));
};
const inManifest = (change: (manifest: Record<string, unknown>) => void) => (at: string) => {
  const path = join(at, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
};
const LEDGER = { code: 'backup-damaged', file: 'ledger.jsonl.gz' };

const damages: readonly [why: string, how: (at: string) => void, refusal: Record<string, unknown>][] = [
  ['one character of one entry', inLedger(([first = '', ...rest]) => [first.replace('0', '1'), ...rest]), LEDGER],
  ['an entry taken out', inLedger((lines) => lines.slice(1)), LEDGER],
  ['two entries exchanged', inLedger(([a = '', b = '', ...rest]) => [b, a, ...rest]), LEDGER],
  ['an entry put in twice', inLedger(([a = '', ...rest]) => [a, a, ...rest]), LEDGER],
  ['a row that is not one', inLedger(([, ...rest]) => ['{"a":1}', ...rest]), LEDGER],
  [
    'a file cut short',
    (at) => writeFileSync(join(at, 'ledger.jsonl.gz'), readFileSync(join(at, 'ledger.jsonl.gz')).subarray(0, 900)),
    LEDGER,
  ],
  ['a file missing', (at) => rmSync(join(at, 'ledger.jsonl.gz')), LEDGER],
  ['the manifest missing', (at) => rmSync(join(at, 'manifest.json')), { code: 'backup-unreadable' }],
  [
    'another manifest',
    (at) => writeFileSync(join(at, 'manifest.json'), '{"format":"else"}'),
    { code: 'backup-unreadable' },
  ],
  [
    'a table named to do harm',
    inManifest((m) => Object.assign((m.tables as { name: string }[])[0] ?? {}, { name: '../x' })),
    { code: 'backup-unreadable' },
  ],
  ['a newer form', inManifest((m) => Object.assign(m, { version: 2 })), { code: 'backup-newer', version: 2 }],
  [
    'newer tables',
    inManifest((m) => Object.assign(m, { migration: '0009-later' })),
    { code: 'data-newer', migration: '0009-later' },
  ],
];

test('a damaged or newer backup is refused by name, and nothing of it is written', async () => {
  const target = await openFile(folder());
  const empty = await tableHashes(target.copies);
  for (const [why, how, refusal] of damages) {
    const at = damaged(how);
    const answer = await restoreFrom(at, target.copies);
    const expected = refusal.code === 'backup-unreadable' ? { ...refusal, folder: at } : refusal;
    assert.deepEqual(answer, { ok: false, error: expected }, why);
    assert.deepEqual(await tableHashes(target.copies), empty, why);
  }
  await target.close();
});

test('a target that holds data is refused and left alone', async () => {
  for (const target of [await openFile(folder()), await openServer()]) {
    await target.people.savePerson(person(9));
    const before = await tableHashes(target.copies);
    assert.deepEqual(await restoreFrom(backup.folder, target.copies), {
      ok: false,
      error: { code: 'target-holds-data', table: 'person' },
    });
    assert.deepEqual(await tableHashes(target.copies), before);
    await target.close();
  }
});

test('a restore that is stopped half-way leaves the target empty', async () => {
  for (const target of [await openFile(folder()), await openServer()]) {
    const empty = await tableHashes(target.copies);
    const stop = (done: number, total: number): void => {
      if (done > 0.7 * total) throw new Error('stopped');
    };
    await assert.rejects(restoreFrom(backup.folder, target.copies, { progress: stop }), /stopped/);
    assert.deepEqual(await tableHashes(target.copies), empty);
    await target.close();
  }
});

test('a case erased after the backup was made stays erased; its chain comes back whole', async () => {
  const target = await openFile(folder());
  const erased = [{ clinic: CLINIC, case: id<'case'>(100) }];
  const answer = await restoreFrom(backup.folder, target.copies, { erased });
  assert.equal(answer.ok && answer.value.leftErased, 1);
  const before = await source.ledger.open(CLINIC, id(100));
  const opened = await target.ledger.open(CLINIC, id(100));
  const gone = { label: '', status: 'erased' as const, lastDay: '', planUntil: '', attention: [] };
  const { row: words = row(), head = undefined } = before ?? {};
  assert.deepEqual(opened, {
    ...{ head, row: { ...words, ...gone }, key: undefined, snapshot: undefined },
    tail: await source.ledger.entries(CLINIC, id(100), 0, 1_000),
  });
  assert.deepEqual(await target.ledger.ties(CLINIC, id(100)), []);
  assert.deepEqual((await target.findings.list(CLINIC, id(100), { limit: 9 })).findings, []);
  assert.deepEqual((await target.ledger.open(CLINIC, id(101)))?.key, bytes('key of 101'));
  assert.deepEqual((await target.ledger.open(OTHER, id(100)))?.key, bytes('key of 100'), 'another clinic’s stays');
  assert.equal((await target.findings.list(OTHER, id(100), { limit: 9 })).findings.length, 1);
  await target.close();
});

const MORE: Step = {
  up: async (db) => void (await sql`alter table clinic add column motto text not null default 'care'`.execute(db)),
};

test('a backup of an earlier program comes back, and its tables are brought up to date', async () => {
  const at = folder();
  const target = await openFile(at, { steps: { ...STEPS, '0002-a-motto': MORE } });
  const answer = await restoreFrom(backup.folder, target.copies);
  assert.deepEqual(answer.ok && answer.value.tables, backup.tables);
  assert.equal((await target.people.clinics(9)).length, 2);
  const now = await dumpTo(target.copies, root, { at: Date.UTC(2026, 5, 1) });
  assert.notEqual(now.tables.clinic?.sha256, backup.tables.clinic?.sha256);
  assert.deepEqual(now.tables.ledger, backup.tables.ledger);
  const { migration } = JSON.parse(readFileSync(join(now.folder, 'manifest.json'), 'utf8')) as { migration: string };
  assert.equal(migration, '0002-a-motto');
  await target.close();
});
