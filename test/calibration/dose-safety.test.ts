/** The dose-safety property over a hundred thousand courses; `node bench/dose-safety.ts` runs more and prints counts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../dose-safety/rules.ts';
import { acceptedTooRarely, runCourses } from '../dose-safety/run.ts';

test('no course of 100,000 finds a path to a dose that nobody signed', () => {
  const { courses, broken, ...tally } = runCourses(RULES, 1, 100_000);
  assert.equal(broken?.why, undefined, JSON.stringify(broken));
  assert.equal(courses, 100_000);
  assert.deepEqual(acceptedTooRarely(tally, courses), []);
});
