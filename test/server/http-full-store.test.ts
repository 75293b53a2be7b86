/** A store that fills up under a clinic: writes stop and say so, cases can still be read, and nobody's reading goes unrecorded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Storage, StorageError } from '../../src/records/ports.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { browser, httpWorld, isoDay, PHRASE, setUpToken } from './http-world.ts';

/** The memory store; while `isFull` says so, no write reaches it. */
function fillable(isFull: () => boolean): Storage {
  const storage = memoryStorage();
  const guarded = <T extends object>(store: T, writes: readonly (keyof T)[]): T => {
    const copy = { ...store };
    for (const name of writes) {
      const write = store[name] as (...given: unknown[]) => Promise<unknown>;
      copy[name] = (async (...given: unknown[]) => {
        if (isFull()) throw new StorageError('full', 'no space left');
        return write(...given);
      }) as T[typeof name];
    }
    return copy;
  };
  return {
    ...storage,
    ledger: guarded(storage.ledger, ['append', 'addAnchor']),
    access: guarded(storage.access, ['add']),
    people: guarded(storage.people, ['touchSession', 'savePerson', 'addSession', 'countTry', 'revokeSessions']),
    check: async () => {
      if (isFull()) throw new StorageError('full', 'no space left');
    },
  };
}

test('writes stop, reading goes on, and what was read meanwhile is on record afterwards', async () => {
  let full = false;
  const world = httpWorld(fillable(() => full));
  const admin = browser(world);
  const way = { way: 'password', login: 'ada', password: PHRASE };
  const token = await setUpToken(world);
  await admin.must('POST', '/set-up', { token, clinicName: 'Riverside', name: 'Ada', prescribes: true, way });
  const patient = { name: 'Robin' };
  const opened = await admin.must('POST', '/cases', { patient, label: 'A-17', indications: [], washout: 'label' });
  const path = `/cases/${opened.case}`;

  full = true;
  world.now += 30 * 86_400_000; // long enough for the session to be touched again
  const medicine = { text: 'tramadol', form: 'unknown', use: { kind: 'current' } };
  const write = () => admin.send('POST', `${path}/medicines`, { medicine, day: isoDay(world) });
  assert.equal((await write()).body.code, 'not-written');
  for (let i = 0; i < 3; i++) assert.equal((await admin.send('GET', path)).status, 200);
  assert.equal((await write()).body.code, 'not-taking-writes');
  assert.equal((await world.app.request('/ready')).status, 503);

  full = false;
  world.now += 6_000;
  assert.equal((await write()).status, 201);
  const { accesses } = await admin.must('GET', `${path}/accesses`);
  const read = (accesses as readonly { readonly action: string }[]).filter(({ action }) => action === 'case.read');
  assert.equal(read.length, 3);
});
