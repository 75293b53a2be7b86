/**
 * No path to a dose that nobody signed: random courses of sensible and hostile commands through the deciders, the diary's
 * rule and the fold, every accepted event judged by an oracle that knows none of them (H4, H8, H9, H11, H12, H17, H35).
 * Here 2,000 courses and every planted fault; a hundred thousand in test/calibration/dose-safety.test.ts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES, WEAKENED } from '../../test/dose-safety/rules.ts';
import { acceptedTooRarely, runCourses } from '../../test/dose-safety/run.ts';

const SEED = 20_261_122;

test('no course of 2,000 records a dose above its plan, without one, past a hard finding, twice a day, or undecided', () => {
  const { courses, broken, ...tally } = runCourses(RULES, SEED, 2_000);
  assert.equal(broken?.why, undefined, JSON.stringify(broken));
  assert.equal(courses, 2_000);
  assert.deepEqual(acceptedTooRarely(tally, courses), []);
});

for (const [fault, rules] of Object.entries(WEAKENED))
  test(`a planted fault is caught: ${fault}`, () => {
    const { broken } = runCourses(rules, SEED, 2_000);
    assert.ok(broken, 'nothing was noticed');
  });

test('the same seed gives the same courses', () => {
  const [one, two] = [1, 2].map(() => runCourses(RULES, SEED, 50));
  assert.deepEqual(one?.events, two?.events);
});
