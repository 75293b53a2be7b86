import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { trialFacts } from '../../test/report/trial-case.ts';
import { simulateJourney } from '../analysis/journey.ts';
import { canonicalJson } from '../base/canonical.ts';
import { StorageError } from '../records/ports.ts';
import { analyseKeptDiary } from '../service/analyse-diary.ts';
import { analysisPool } from './analysis-pool.ts';

const WORKER = new URL('../service/analyse-diary.ts', import.meta.url);
const pool = analysisPool(WORKER, { threads: 1, waiting: 1 });
after(() => pool.close());

const { diary } = simulateJourney('responder');
const request = {
  diary: { unit: diary.unit, outcomes: diary.outcomes.slice(0, 1), days: diary.days },
  blinded: false,
  randomised: false,
};

test('a thread of the pool gives the same bytes as this one', async () => {
  assert.equal(canonicalJson(await pool.analyse(request)), canonicalJson(analyseKeptDiary(request)));
});

test('an opened trial is answered there too, with the same bytes', async () => {
  const { run, answer } = trialFacts();
  assert.equal(canonicalJson(await pool.analyse({ trialRun: run })), canonicalJson(answer));
});

test('a diary that does not hold together fails alone, and the pool goes on', async () => {
  const broken = { ...request, diary: { ...request.diary, days: [] } };
  await assert.rejects(pool.analyse(broken), /diary-empty/);
  assert.ok(await pool.analyse(request));
});

test('a full queue says so at once', async () => {
  const asked = Array.from({ length: 5 }, () => pool.analyse(request));
  const ended = await Promise.allSettled(asked);
  const refused = ended.filter((each) => each.status === 'rejected');
  assert.ok(refused.length > 0 && refused.length < 5);
  assert.ok(refused.every(({ reason }) => reason instanceof StorageError && reason.trouble === 'busy'));
});

test('a pool never asked starts no thread and closes at once', async () => {
  const idle = analysisPool(WORKER);
  await idle.close();
  await assert.rejects(idle.analyse(request), StorageError);
});
