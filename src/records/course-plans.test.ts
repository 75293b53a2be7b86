import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cosigned,
  day,
  doseRecorded,
  HIGH,
  ledgerOf,
  moved,
  PLAN,
  PLAN_2,
  PRESCRIBER,
  planEnded,
  SECOND,
  signedPlan,
  WEEKLY,
} from '../../test/records/case-maker.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { foldEvents, lastStopOn, planOn } from './course.ts';
import type { CaseEvent } from './event.ts';

const stateOf = (events: readonly CaseEvent[]) => foldEvents(undefined, ledgerOf(events));

/** "step 0 since 2026-03-15", or the code of why not. */
function on(events: readonly CaseEvent[], date: string): string {
  const plan = planOn(stateOf(events), day(date));
  if (!plan.ok) return plan.error.code;
  const { place, since } = plan.value;
  const which = plan.value.plan === PLAN ? '' : 'second plan, ';
  return `${which}${typeof place === 'number' ? `step ${place}` : place} since ${formatLocalDate(since)}`;
}

const first = signedPlan('2026-03-01');
const drafted: CaseEvent = { kind: 'plan-drafted', version: 1, plan: PLAN, content: WEEKLY };
const second = signedPlan('2026-03-20', { plan: PLAN_2, startAt: 0 });
const high = signedPlan('2026-03-01', { content: HIGH });
const closed: CaseEvent = { kind: 'case-closed', version: 1, reason: '' };
const reopened: CaseEvent = { kind: 'case-reopened', version: 1, reason: '' };
const transcribed: CaseEvent = {
  kind: 'plan-transcribed',
  version: 1,
  plan: PLAN,
  content: WEEKLY,
  validFrom: day('2026-03-01'),
  validTo: day('2026-06-08'),
  startAt: 0,
  prescribedBy: 'Dr A, Lund',
  screening: first.screening,
  decidedBy: first.decidedBy,
};

const rows: readonly [events: readonly CaseEvent[], date: string, answer: string, why: string][] = [
  [[], '2026-03-01', 'no-plan-signed', 'absence denies'],
  [[drafted], '2026-03-01', 'no-plan-signed', 'a draft has no force'],
  [[first], '2026-02-28', 'plan-not-yet-valid', 'the day before its first'],
  [[first], '2026-03-01', 'baseline since 2026-03-01', 'its first day'],
  [[first], '2026-06-08', 'baseline since 2026-03-01', 'its last day, the 100th'],
  [[first], '2026-06-09', 'plan-past-its-last-day', 'the day after (H8)'],
  [[transcribed], '2026-03-05', 'step 0 since 2026-03-01', 'a transcribed plan may be followed'],
  [[first, moved('2026-03-15', 0)], '2026-03-14', 'baseline since 2026-03-01', 'a move leaves past days alone'],
  [[first, moved('2026-03-15', 0)], '2026-03-15', 'step 0 since 2026-03-15', 'the first day of the new dose'],
  [
    [first, moved('2026-03-15', 0), moved('2026-03-20', 0)],
    '2026-03-21',
    'step 0 since 2026-03-15',
    'holding does not start the days anew',
  ],
  [
    [first, moved('2026-03-22', 1), moved('2026-03-15', 0)],
    '2026-03-16',
    'step 0 since 2026-03-15',
    'moves count by their day, not by when they were written',
  ],
  [
    [first, moved('2026-03-22', 1), moved('2026-03-15', 0)],
    '2026-03-23',
    'step 1 since 2026-03-22',
    'and the later day counts last',
  ],
  [
    [first, moved('2026-03-15', 0), second],
    '2026-03-19',
    'step 0 since 2026-03-15',
    'the old plan until the new begins',
  ],
  [
    [first, moved('2026-03-15', 0), second],
    '2026-03-20',
    'second plan, step 0 since 2026-03-20',
    'and the new from then',
  ],
  [[first, second, planEnded('2026-03-10')], '2026-03-12', 'plan-not-yet-valid', 'ended before the new one begins'],
  [[second, first], '2026-03-25', 'baseline since 2026-03-01', 'the newest decision holds, whatever its days'],
  [[first, planEnded('2026-03-10')], '2026-03-09', 'baseline since 2026-03-01', 'in force until it ended'],
  [[first, planEnded('2026-03-10')], '2026-03-10', 'plan-was-ended', 'and not from that day on'],
  [
    [first, planEnded('2026-03-10'), planEnded('2026-03-20')],
    '2026-03-15',
    'plan-was-ended',
    'a later end opens nothing',
  ],
  [[high], '2026-03-02', 'plan-waits-for-second-signature', 'above 6 mg one signature is not enough'],
  [
    [high, cosigned('2026-03-03', PRESCRIBER)],
    '2026-03-04',
    'plan-waits-for-second-signature',
    'the same person twice is one',
  ],
  [[high, cosigned('2026-03-03', SECOND)], '2026-03-02', 'plan-not-yet-valid', 'no force before the second signature'],
  [[high, cosigned('2026-03-03', SECOND)], '2026-03-03', 'baseline since 2026-03-03', 'force from that day on'],
  [[high, cosigned('2026-02-20', SECOND)], '2026-03-01', 'baseline since 2026-03-01', 'and not before its first day'],
  [
    [high, second, cosigned('2026-03-21', SECOND)],
    '2026-03-22',
    'second plan, step 0 since 2026-03-20',
    'a late second signature does not put an older decision above a newer one',
  ],
  [
    [first, moved('2026-03-15', 'stopped')],
    '2026-03-14',
    'baseline since 2026-03-01',
    'stopping leaves past days alone',
  ],
  [[first, moved('2026-03-15', 'stopped')], '2026-03-15', 'therapy-stopped', 'stopped from its day on'],
  [
    [first, moved('2026-03-15', 'stopped'), moved('2026-03-16', 1)],
    '2026-03-17',
    'therapy-stopped',
    'no move opens what was stopped',
  ],
  [
    [first, second, moved('2026-03-10', 'stopped')],
    '2026-03-25',
    'therapy-stopped',
    'a plan signed before does not either',
  ],
  [
    [first, { ...high, plan: PLAN_2 }, moved('2026-03-10', 'stopped'), { ...cosigned('2026-03-11'), plan: PLAN_2 }],
    '2026-03-12',
    'therapy-stopped',
    'nor one whose first signature is older than the stop',
  ],
  [
    [first, moved('2026-03-10', 'stopped'), second],
    '2026-03-20',
    'second plan, step 0 since 2026-03-20',
    'a plan signed afterwards does',
  ],
  [[first, moved('2026-06-20', 'stopped')], '2026-06-21', 'therapy-stopped', 'stopping a plan past its last day'],
  [[first, closed], '2026-03-05', 'case-not-open', 'a closed case'],
  [[first, closed, reopened], '2026-03-05', 'baseline since 2026-03-01', 'opened again'],
];
for (const [events, date, answer, why] of rows)
  test(`on ${date}: ${answer}: ${why}`, () => assert.equal(on(events, date), answer));

test('a plan that had force is not signed or drafted over under its own name', () => {
  const again = signedPlan('2026-04-01', { startAt: 2 });
  assert.equal(on([first, again], '2026-04-02'), 'baseline since 2026-03-01');
  assert.equal(on([first, drafted], '2026-03-02'), 'baseline since 2026-03-01');
});

test('the same person is not listed twice among those who signed', () => {
  assert.equal(stateOf([high, cosigned('2026-03-03', PRESCRIBER)]).plans[0]?.signatures.length, 1);
  assert.equal(stateOf([high, cosigned('2026-03-03', SECOND)]).plans[0]?.signatures.length, 2);
});

test('status tells drafts, waiting, in force, superseded and ended plans apart', () => {
  const statuses = (events: readonly CaseEvent[]) => stateOf(events).plans.map(({ status }) => status);
  assert.deepEqual(statuses([drafted]), ['drafted']);
  assert.deepEqual(statuses([high]), ['half-signed']);
  assert.deepEqual(statuses([drafted, first]), ['in-force']);
  assert.deepEqual(statuses([first, second]), ['superseded', 'in-force']);
  assert.deepEqual(statuses([first, planEnded('2026-03-10')]), ['ended']);
});

test('a changed plan rewrites no dose, no move and no day of force that is past', () => {
  const events = [first, moved('2026-03-15', 0), doseRecorded('2026-03-15'), doseRecorded('2026-03-16')];
  const before = stateOf(events);
  const after = stateOf([...events, second, planEnded('2026-03-25')]);
  assert.deepEqual(after.slots, before.slots);
  assert.deepEqual(after.moves, before.moves);
  for (let date = day('2026-03-01'); date < day('2026-03-20'); date++)
    assert.deepEqual(planOn(after, date), planOn(before, date as LocalDate));
});

test('at most one plan has force on a day, whatever was signed, ended and stopped', () => {
  const steps = [first, second, high, cosigned('2026-03-05'), planEnded('2026-03-12'), moved('2026-03-08', 'stopped')];
  for (let code = 0; code < 6 ** 4; code++) {
    const picked = [code % 6, Math.floor(code / 6) % 6, Math.floor(code / 36) % 6, Math.floor(code / 216)];
    const { plans } = stateOf(picked.map((i) => steps[i] ?? first));
    for (let date = day('2026-02-28'); date < day('2026-03-30'); date++) {
      const force = plans.filter(
        ({ forceFrom, forceUntil }) =>
          forceFrom !== undefined && forceFrom <= date && (forceUntil === undefined || date < forceUntil),
      );
      assert.ok(force.length <= 1, `${picked} on ${formatLocalDate(date)}`);
    }
  }
});

test('the last stop is named by its day', () => {
  assert.equal(lastStopOn(stateOf([first])), undefined);
  assert.equal(lastStopOn(stateOf([first, moved('2026-03-15', 'stopped')])), day('2026-03-15'));
});
