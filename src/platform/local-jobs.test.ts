import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CaseId, type ClinicId, idFrom } from '../base/ids.ts';
import { localJobs } from './local-jobs.ts';

const id = <Of extends string>(n: number) => idFrom<Of>(n, new Uint8Array(10).fill(n));
const clinic: ClinicId = id(1);
const first: CaseId = id(2);
const second: CaseId = id(3);
const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test('a case asked for many times is computed once, and two cases one after the other', async () => {
  const done: string[] = [];
  let atOnce = 0;
  let most = 0;
  const jobs = localJobs({
    quiet: 10,
    compute: async (_, each) => {
      most = Math.max(most, ++atOnce);
      await later(5);
      done.push(each);
      atOnce--;
    },
  });
  for (let i = 0; i < 20; i++) {
    await jobs.computeFinding(clinic, first);
    await jobs.computeFinding(clinic, second);
  }
  await jobs.idle();
  assert.deepEqual([done, most, jobs.waiting()], [[first, second], 1, 0]);
});

test('the wait starts anew with each ask, so a diary in use is left alone', async () => {
  let computed = 0;
  const jobs = localJobs({ quiet: 60, compute: async () => computed++ });
  for (let i = 0; i < 6; i++) {
    await jobs.computeFinding(clinic, first);
    await later(20);
  }
  assert.equal(computed, 0);
  await jobs.idle();
  assert.equal(computed, 1);
});

test('a case asked for while it is being computed is computed once more', async () => {
  let computed = 0;
  const jobs = localJobs({
    quiet: 0,
    compute: async () => {
      if (++computed === 1) await jobs.computeFinding(clinic, first);
    },
  });
  await jobs.computeFinding(clinic, first);
  await jobs.idle();
  assert.equal(computed, 2);
});

test('a computation that fails is tried three times and takes no other with it', async () => {
  const tried: string[] = [];
  const told: unknown[] = [];
  const jobs = localJobs({
    quiet: 1,
    failed: (error) => told.push(error),
    compute: async (_, each) => {
      tried.push(each);
      if (each === first) throw new RangeError('no fit');
    },
  });
  await jobs.computeFinding(clinic, first);
  await jobs.computeFinding(clinic, second);
  await jobs.idle();
  assert.deepEqual([tried.filter((each) => each === first).length, told.length], [3, 3]);
  assert.ok(tried.includes(second));
});

test('closing lets the running one finish, forgets the waiting ones and takes no more', async () => {
  const done: string[] = [];
  const jobs = localJobs({
    quiet: 0,
    compute: async (_, each) => {
      await later(20);
      done.push(each);
    },
  });
  await jobs.computeFinding(clinic, first);
  await jobs.computeFinding(clinic, second);
  await later(5);
  await jobs.close();
  await jobs.computeFinding(clinic, second);
  await later(30);
  assert.deepEqual(done, [first]);
});
