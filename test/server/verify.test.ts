/** Whoever alters the record behind the server's back is found: a thousand ways of trying, and none on an untouched one (H17). */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { Kysely } from 'kysely';
import type { CaseId } from '../../src/base/ids.ts';
import type { Anchor } from '../../src/records/ledger.ts';
import type { Storage } from '../../src/records/ports.ts';
import { signedHash } from '../../src/records/signature.ts';
import { type AnchorMemories, anchorClinics } from '../../src/service/anchor.ts';
import { eraseCase } from '../../src/service/erase-case.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import { openCase } from '../../src/service/open-case.ts';
import type { Ports } from '../../src/service/ports.ts';
import { type VerifyReport, verifyRecord } from '../../src/service/verify.ts';
import { queriesFor, storesOver } from '../../src/storage/queries.ts';
import type { Schema } from '../../src/storage/sql/schema.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { sqliteDialect } from '../../src/storage/sqlite-dialect.ts';
import { sqliteTurns } from '../../src/storage/sqlite-turns.ts';
import { addPerson, DAY, dayKept, got, newCaseWorld, signedPlan, write } from './case-world.ts';
import { belowFrom, setBack, TAMPERS } from './tampering.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-verify-'));
after(() => rmSync(folder, { recursive: true }));

let ports: Ports;
let db: DatabaseSync;
let old: DatabaseSync;
let anchors: Anchor[] = [];
let storage: Storage;
const ids: CaseId[] = [];

/** Three cases with a snapshot each; a copy of the file from when they were shorter; anchors of both moments. */
before(async () => {
  const opened = got(await openSqlite(folder));
  const world = await newCaseWorld(opened);
  ports = world.ports;
  const { prescriber } = world;
  const { clinic } = prescriber;
  const plan = signedPlan(world, { lastsDays: 60, startAt: 0, decidedBy: prescriber.person });
  assert.ok(plan.kind === 'plan-signed');
  const hash = signedHash({ clinic, case: world.case, ...plan, signer: prescriber.person });
  await write(world, { ...plan, signature: { method: 'password', hash } });
  const cases = [{ case: world.case, patient: world.patient }];
  for (const label of ['B-1', 'B-2']) {
    const patient = await addPerson(ports, prescriber.clinic, label, ['patient']);
    const who = { label, indications: [], washout: 'label', patient: { person: patient.person } } as const;
    cases.push({ case: got(await openCase(ports, prescriber, who)).case, patient });
  }
  const live = async (days: number): Promise<void> => {
    for (let i = 0; i < days; i++) {
      world.now += DAY;
      for (const each of cases) {
        const batch = { sentAt: world.now, events: [dayKept(world.now, i % 10)] };
        got(await syncDiary(ports, each.patient, each.case, batch));
      }
    }
  };
  const memories: AnchorMemories = new Map();
  await live(15);
  anchors = [...(await anchorClinics(ports, memories))];
  copyFileSync(join(folder, 'titrial.sqlite'), join(folder, 'old.sqlite'));
  copyFileSync(join(folder, 'titrial.sqlite-wal'), join(folder, 'old.sqlite-wal'));
  await live(5);
  anchors.push(...(await anchorClinics(ports, memories)));
  ids.push(...cases.map((each) => each.case));
  await opened.close();
  db = new DatabaseSync(join(folder, 'titrial.sqlite'));
  db.exec('pragma foreign_keys=off');
  old = new DatabaseSync(join(folder, 'old.sqlite'));
  const stores = storesOver(sqliteTurns(db), queriesFor(new Kysely<Schema>({ dialect: sqliteDialect(db) })));
  storage = { ...opened, ...stores };
});
after(() => {
  db.close();
  old.close();
});

async function* copyOf(lines: readonly Anchor[]): AsyncGenerator<Anchor> {
  yield* lines;
}

const passkeys = { verifySignature: async () => false } as unknown as Ports['passkeys'];
const verified = (outside: readonly Anchor[] = anchors): Promise<VerifyReport> =>
  verifyRecord({ ...ports, storage, passkeys }, { outside: copyOf(outside) });

/** Alters, verifies, and takes the alteration back. */
async function afterwards(alter: () => string): Promise<{ readonly what: string; readonly report: VerifyReport }> {
  db.exec('begin');
  try {
    return { what: alter(), report: await verified() };
  } finally {
    db.exec('rollback');
  }
}

test('an untouched record holds, and every entry, anchor, snapshot and signature was read', async () => {
  const report = await verified();
  assert.deepEqual(report.faults, []);
  const { cases, anchors: kept, outside, snapshots, entries, passwordSignatures } = report.counts;
  assert.deepEqual([cases, kept, outside, snapshots, passwordSignatures], [3, 2, 2, 3, 1]);
  assert.equal(entries, db.prepare('select count(*) as n from ledger').get()?.n);
});

test('1,000 random edits to the stored ledger are 1,000 times found', async (t) => {
  const below = belowFrom(20_261_122);
  const tried = [...TAMPERS, setBack(old)];
  const missed: string[] = [];
  for (let i = 0; i < 1000; i++) {
    const tamper = tried[i % tried.length] ?? tried[0];
    const { what, report } = await afterwards(() => tamper?.(db, below) ?? '');
    if (report.faultCount === 0) missed.push(what);
  }
  assert.deepEqual(missed, []);
  assert.equal((await verified()).faultCount, 0);
  t.diagnostic('1,000 of 1,000 found');
});

test('an edited entry is named as the first broken link of its case, and no other case is blamed', async () => {
  const { report } = await afterwards(() => {
    db.prepare('update ledger set at = at + 1 where case_id = ? and seq in (7, 9)').run(ids[1] ?? '');
    return '';
  });
  const [first] = report.faults;
  assert.deepEqual(first, { code: 'entry-altered', clinic: first?.clinic, case: ids[1], seq: 7 });
  assert.ok(report.faults.every((fault) => fault.case === ids[1]));
});

test('the whole database set back is found by the copy of the anchors, and only by it', async () => {
  const back = new DatabaseSync(join(folder, 'old.sqlite'));
  const stores = storesOver(sqliteTurns(back), queriesFor(new Kysely<Schema>({ dialect: sqliteDialect(back) })));
  const verify = (outside: readonly Anchor[]) =>
    verifyRecord({ ...ports, storage: { ...storage, ...stores }, passkeys }, { outside: copyOf(outside) });
  assert.equal((await verify([])).faultCount, 0);
  const codes = new Set((await verify(anchors)).faults.map(({ code }) => code));
  assert.ok(codes.has('anchor-missing') && codes.has('case-set-back'));
  back.close();
});

test('an erased case leaves a chain that holds, and its content cannot be read again', async () => {
  const row = (await storage.ledger.open(anchors[0]?.clinic ?? ('' as never), ids[2] ?? ('' as never)))?.row;
  assert.ok(row);
  const world = { ...ports, storage };
  const admin = { clinic: row.clinic, person: row.patient, name: '', roles: ['admin'], session: '' } as const;
  got(await eraseCase(world, admin, row.case, { reason: 'asked to be forgotten' }));
  const report = await verified();
  assert.deepEqual([report.faultCount, report.counts.erased], [0, 1]);
  const found = await storage.ledger.open(row.clinic, row.case);
  assert.deepEqual([found?.key, found?.snapshot, found?.row.status], [undefined, undefined, 'erased']);
  assert.equal((await storage.people.person(row.clinic, row.patient))?.name, '');
});
