/** Loading, deciding and writing, on the memory storage and real keys: conflicts, snapshots, tampering, records of reading. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addPerson,
  anyId,
  type CaseWorld,
  codeOf,
  dayKept,
  dayOf,
  got,
  HOUR,
  newCaseWorld,
  startPlan,
  tie,
} from '../../test/server/case-world.ts';
import { canonicalJson } from '../base/canonical.ts';
import type { RequestId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { CaseEvent } from '../records/event.ts';
import { type LedgerStore, type Storage, StorageError } from '../records/ports.ts';
import { memoryStorage } from '../storage/memory.ts';
import { actOnCase, loadCase, newEvent, readCase } from './case-record.ts';
import { syncDiary } from './keep-diary.ts';
import { answerRequest, makeRequest } from './requests.ts';

/** The storage with some of its ledger's answers changed, as somebody with access to the database could. */
function tampered(storage: Storage, change: Partial<LedgerStore>): Storage {
  return { ...storage, ledger: { ...storage.ledger, ...change } };
}

async function keepDays(world: CaseWorld, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    world.now += 24 * HOUR;
    const batch = { sentAt: world.now, events: [dayKept(world.now, day % 11)] };
    const synced = got(await syncDiary(world.ports, world.patient, world.case, batch));
    assert.deepEqual(
      synced.answers.map(({ outcome }) => outcome),
      ['kept'],
    );
  }
}

const wish = (world: CaseWorld, request: RequestId) =>
  makeRequest(world.ports, world.patient, world.case, { request, wish: 'hold', note: '', day: dayOf(world) });

test('twenty acts at once land one after another or say that the case is busy, and none is lost or doubled', async () => {
  const world = await newCaseWorld();
  const { ports, case: id, prescriber, patient } = world;
  const record = (name: string): Promise<Result<{ readonly seq: number }, { readonly code: string }>> => {
    const medicine = { id: anyId<'medicine'>(), text: name, form: 'unknown', use: { kind: 'current' } } as const;
    const event: CaseEvent = { kind: 'medicine-recorded', version: 1, medicine };
    return actOnCase<object, never>(ports, patient, id, 'medicine.record', () =>
      ok({ events: [newEvent(ports, event)], value: { name } }),
    );
  };
  let left = Array.from({ length: 20 }, (_, i) => `medicine ${i}`);
  const seqs: number[] = [];
  for (let round = 0; left.length > 0; round++) {
    assert.ok(round < 5, 'does not come to an end');
    const acted = await Promise.all(left.map(record));
    assert.ok(acted.filter(({ ok: landed }) => landed).length >= Math.min(8, left.length));
    for (const each of acted) if (each.ok) seqs.push(each.value.seq);
    left = left.filter((_, i) => codeOf(acted[i] ?? ok({})) === 'case-busy');
  }
  assert.equal(new Set(seqs).size, 20);
  const { state, head } = got(await readCase(ports, prescriber, id, 'case.read'));
  assert.equal(head.seq, 23); // opened, two ties, twenty medicines
  assert.equal(new Set(state.medicines.map(({ text }) => text)).size, 20);
});

test('an act that met another decides anew on what it finds then', async () => {
  const world = await newCaseWorld();
  const request: RequestId = anyId();
  got(await wish(world, request));
  const answers = ['agreed', 'declined'] as const;
  const answered = await Promise.all(
    answers.map((answer) => answerRequest(world.ports, world.prescriber, world.case, { request, answer, note: '' })),
  );
  assert.deepEqual(answered.map(codeOf).sort(), ['done', 'request-answered-already']);
});

test('an act that decides to write nothing writes nothing', async () => {
  const world = await newCaseWorld();
  const request: RequestId = anyId();
  const first = got(await wish(world, request));
  assert.deepEqual(got(await wish(world, request)), first);
});

test('the state is the same with a snapshot, without one, and with one that was altered', async () => {
  const world = await newCaseWorld();
  const { ports } = world;
  await startPlan(world);
  await keepDays(world, 40);
  const clinic = world.patient.clinic;
  const found = await ports.storage.ledger.open(clinic, world.case);
  assert.ok(found?.snapshot && found.snapshot.seq >= 32, 'there is a snapshot');
  assert.equal(found.snapshot.seq + found.tail.length, found.head.seq);
  const opened = async (snapshot: object | undefined) => {
    const tail = snapshot ? found.tail : await ports.storage.ledger.entries(clinic, world.case, 0, 1000);
    const storage = tampered(ports.storage, { open: async () => ({ ...found, tail, snapshot }) as typeof found });
    return loadCase({ ...ports, storage }, clinic, world.case);
  };
  const whole = await opened(undefined);
  assert.equal(whole?.snapshotSeq, 0);
  assert.equal(Object.keys(whole.state.days).length, 40);
  const quick = await opened(found.snapshot);
  assert.equal(quick?.snapshotSeq, found.snapshot.seq);
  assert.equal(canonicalJson(quick.state), canonicalJson(whole.state));
  const payload = found.snapshot.payload.with(40, (found.snapshot.payload[40] ?? 0) ^ 1);
  const altered = [
    { ...found.snapshot, payload },
    { ...found.snapshot, seq: found.snapshot.seq - 1 },
    { ...found.snapshot, seq: found.snapshot.seq + 1 },
  ];
  for (const snapshot of altered) {
    const anew = await opened(snapshot);
    assert.equal(anew?.snapshotSeq, 0);
    assert.equal(canonicalJson(anew.state), canonicalJson(whole.state));
  }
});

test('an older snapshot put in place of a newer one makes no older state', async () => {
  const world = await newCaseWorld();
  await startPlan(world);
  const clinic = world.patient.clinic;
  await keepDays(world, 20);
  const old = (await world.ports.storage.ledger.open(clinic, world.case))?.snapshot;
  await keepDays(world, 20);
  const found = await world.ports.storage.ledger.open(clinic, world.case);
  assert.ok(old && found?.snapshot && old.seq < found.snapshot.seq);
  for (const snapshot of [old, { ...old, seq: found.snapshot.seq }]) {
    const storage = tampered(world.ports.storage, { open: async () => ({ ...found, snapshot }) });
    const loaded = await loadCase({ ...world.ports, storage }, clinic, world.case);
    assert.equal(Object.keys(loaded?.state.days ?? {}).length, 40);
  }
});

test('an entry that was altered, moved, taken out or put in the place of another is never skipped', async () => {
  const world = await newCaseWorld();
  await keepDays(world, 6);
  const { storage } = world.ports;
  const clinic = world.patient.clinic;
  const found = await storage.ledger.open(clinic, world.case);
  const entries = await storage.ledger.entries(clinic, world.case, 0, 100);
  assert.ok(found && !found.snapshot && entries.length === 9);
  const [a, b] = [entries[4], entries[5]];
  assert.ok(a && b);
  const wrong = {
    altered: entries.with(4, { ...a, payload: a.payload.with(30, (a.payload[30] ?? 0) ^ 1) }),
    'moved: payloads exchanged': entries.with(4, { ...a, payload: b.payload }).with(5, { ...b, payload: a.payload }),
    'taken out': entries.toSpliced(4, 1),
    'the last taken out': entries.slice(0, -1),
    'put in twice': entries.toSpliced(5, 0, { ...a, seq: 6 }),
    'another id': entries.with(4, { ...a, id: anyId() }),
    'another order': entries.with(4, b).with(5, a),
  };
  for (const [how, tail] of Object.entries(wrong)) {
    const open: LedgerStore['open'] = async () => ({ ...found, tail });
    const page: LedgerStore['entries'] = async (_, __, after, limit) =>
      tail.filter(({ seq }) => seq > after).slice(0, limit);
    const ports = { ...world.ports, storage: tampered(storage, { open, entries: page }) };
    await assert.rejects(loadCase(ports, clinic, world.case), { name: 'StorageError', trouble: 'corrupt' }, how);
  }
});

test('every reading of a case is on record before anything is shown, and a refused one shows nothing', async () => {
  const world = await newCaseWorld();
  const { ports, case: id, prescriber, patient } = world;
  const carer = await tie(world, 'Kim', ['patient'], 'carer');
  const stranger = await addPerson(ports, patient.clinic, 'Dr Else', ['prescriber', 'pharmacist', 'coordinator']);
  got(await readCase(ports, prescriber, id, 'case.read'));
  world.now += HOUR;
  got(await readCase(ports, patient, id, 'finding.read'));
  assert.deepEqual(await readCase(ports, stranger, id, 'case.read'), {
    ok: false,
    error: { code: 'not-found' },
  });
  assert.deepEqual(await readCase(ports, carer, id, 'finding.read'), {
    ok: false,
    error: { code: 'not-allowed', action: 'finding.read' },
  });
  const { accesses } = await ports.storage.access.list(patient.clinic, id, { limit: 10 });
  const read = accesses.map(({ person, action }) => [person, action]).reverse();
  assert.deepEqual(read, [
    [prescriber.person, 'case.read'],
    [patient.person, 'finding.read'],
  ]);
  const broken = { ...ports.storage.access, add: () => Promise.reject(new RangeError('disk')) };
  const storage = { ...ports.storage, access: broken };
  await assert.rejects(readCase({ ...ports, storage }, prescriber, id, 'case.read'), /disk/);
});

test('a person of another clinic finds no case, whatever their roles', async () => {
  const world = await newCaseWorld();
  const elsewhere = { ...world.prescriber, clinic: anyId<'clinic'>() };
  assert.equal(codeOf(await readCase(world.ports, elsewhere, world.case, 'case.read')), 'not-found');
});

test('a tie put into the table and not into the ledger opens nothing', async () => {
  const world = await newCaseWorld();
  const spy = await addPerson(world.ports, world.patient.clinic, 'Spy', ['prescriber']);
  const storage = tampered(world.ports.storage, { relationsOf: async () => ['prescriber'] });
  assert.equal(codeOf(await readCase({ ...world.ports, storage }, spy, world.case, 'case.read')), 'not-found');
});

test('a case whose key is gone is not there for anybody', async () => {
  const world = await newCaseWorld();
  const erased = await actOnCase(world.ports, { ...world.patient, roles: ['admin'] }, world.case, 'case.erase', () =>
    ok({
      events: [newEvent(world.ports, { kind: 'case-erased', version: 1, reason: 'asked' })],
      value: {},
      shred: true,
    }),
  );
  got(erased);
  for (const actor of [world.patient, world.prescriber, { ...world.patient, roles: ['admin'] as const }])
    assert.equal(codeOf(await readCase(world.ports, actor, world.case, 'case.read')), 'not-found');
});

test('a finding is asked for when the diary moved, and only then', async () => {
  const world = await newCaseWorld();
  got(await wish(world, anyId()));
  assert.deepEqual(world.asked, []);
  await keepDays(world, 2);
  assert.deepEqual(world.asked, [world.case, world.case]);
});

test('a day that was kept is answered as kept, although its finding could not be asked for', async () => {
  const world = await newCaseWorld();
  const jobs = { computeFinding: () => Promise.reject(new StorageError('lost', 'queue')) };
  const batch = { sentAt: world.now, events: [dayKept(world.now, 3)] };
  const { answers } = got(await syncDiary({ ...world.ports, jobs }, world.patient, world.case, batch));
  assert.equal(answers[0]?.outcome, 'kept');
});

test('what could not be read again is refused and not written', async () => {
  const world = await newCaseWorld(memoryStorage());
  const before = (await world.ports.storage.ledger.head(world.patient.clinic, world.case))?.seq;
  const made = await makeRequest(world.ports, world.patient, world.case, {
    ...{ wish: 'other', note: 'a'.repeat(2001), day: dayOf(world) },
  });
  assert.equal(codeOf(made), 'event-refused');
  assert.equal((await world.ports.storage.ledger.head(world.patient.clinic, world.case))?.seq, before);
});
