/** What of a trial asks to be looked at, and when it stops asking (H13, H20). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayKept, screeningOf, signedPlan } from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import {
  BEFORE,
  dispensed,
  KITS,
  kitDose,
  nth,
  OVER,
  opened,
  RUNNING,
  stateOf,
  trialStarted,
  trialStopped,
} from '../../test/records/trial-maker.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { attentionOf } from './course.ts';
import type { CaseEvent } from './event.ts';

/** The words that a trial brings, and 'silent' with them. */
const OF_TRIAL: readonly string[] = ['escape-offered', 'kits-missing', 'silent', 'trial-over', 'unplanned-dose'];

function words(events: readonly CaseEvent[], n: number): readonly string[] {
  const found = attentionOf(stateOf(...events), nth(n), screeningOf(formatLocalDate(nth(n))));
  return found.filter((word) => OF_TRIAL.includes(word));
}
const scored = (n: number, pain: number): CaseEvent => dayKept(formatLocalDate(nth(n)), { pain });

test('three bad days in a row, and it offers an end until they are over', () => {
  const bad = [...RUNNING, scored(0, 8), scored(1, 9), scored(2, 8)];
  assert.deepEqual(words(bad, 2), ['escape-offered']);
  assert.deepEqual(words([...bad, scored(3, 4)], 3), []);
  assert.deepEqual(words([...bad, trialStopped(nth(3))], 3), ['trial-over']);
});

test('kits of a block that begins within a week and were not handed out are missing', () => {
  const half = [...BEFORE.filter(({ kind }) => kind !== 'kits-dispensed'), dispensed(KITS.slice(0, 2)), trialStarted()];
  assert.deepEqual(words([...half, scored(48, 4)], 48), []);
  assert.deepEqual(words([...half, scored(49, 4)], 49), ['kits-missing']);
  assert.deepEqual(words([...half, scored(60, 4)], 60), ['kits-missing']);
  assert.deepEqual(words([...half, dispensed(KITS.slice(2)), scored(49, 4)], 49), []);
  assert.deepEqual(words([...half, scored(49, 4), trialStopped(nth(50))], 49), []);
});

test('a trial that is over asks until it is opened and a plan is signed', () => {
  const late = OVER - nth(0);
  assert.deepEqual(words([...RUNNING, scored(111, 4)], 111), []);
  assert.deepEqual(words(RUNNING, late), ['trial-over']);
  assert.deepEqual(words([...RUNNING, opened], late), ['trial-over']);
  const anew = signedPlan(formatLocalDate(OVER), { plan: idOf(0x99) });
  assert.deepEqual(words([...RUNNING, anew], late), ['trial-over']);
  assert.deepEqual(words([...RUNNING, opened, anew], late), []);
});

test('nobody heard of for more than three days of a trial is silent; a capsule taken anyway is a dose off the plan', () => {
  assert.deepEqual(words(RUNNING, 2), []);
  assert.deepEqual(words(RUNNING, 3), ['silent']);
  assert.deepEqual(words([...RUNNING, kitDose(3, { status: 'taken-anyway' })], 5), ['unplanned-dose']);
});
