import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  day,
  dayKept,
  doseRecorded,
  evening,
  ledgerOf,
  moved,
  planEnded,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { micrograms } from '../medicine/dose.ts';
import { checkDiary } from '../trial/diary.ts';
import { DAILY_OUTCOMES } from '../trial/outcome.ts';
import { diaryOf, foldEvents } from './course.ts';
import type { CaseEvent } from './event.ts';

const diary = (events: readonly CaseEvent[]) => diaryOf(foldEvents(undefined, ledgerOf(events)), DAILY_OUTCOMES);

/** "03-15 1500", or "03-15 ?" where the dose is not known. */
const doses = (events: readonly CaseEvent[]) =>
  diary(events).days.map(({ date, taken }) => `${formatLocalDate(date).slice(5)} ${taken ?? '?'}`);

const kept = (date: string) => dayKept(date, { pain: 4 });
const begun = [signedPlan('2026-03-01'), moved('2026-03-15', 0)];
const extra: CaseEvent = {
  ...{ kind: 'unplanned-dose-reported', version: 1, dose: micrograms(3000), note: '' },
  ...{ date: day('2026-03-15'), clock: evening(day('2026-03-15')) },
};
const none = doseRecorded('2026-03-15', '0 mg', 'not-taken');

const rows: readonly [events: readonly CaseEvent[], days: readonly string[], why: string][] = [
  [[], [], 'an empty diary has no days'],
  [[kept('2026-02-27'), kept('2026-03-01')], ['02-27 0', '03-01 0'], 'days kept before any dose are without the drug'],
  [[...begun, kept('2026-03-14'), doseRecorded('2026-03-15')], ['03-14 0', '03-15 1500'], 'a dose is the slot’s'],
  [[...begun, none], ['03-15 0'], 'not taken is 0'],
  [[...begun, extra], ['03-15 3000'], 'an unplanned dose was taken all the same'],
  [[...begun, doseRecorded('2026-03-15'), none], [], 'two entries that disagree: not known'],
  [
    [...begun, doseRecorded('2026-03-15'), kept('2026-03-16')],
    ['03-15 1500', '03-16 ?'],
    'a step, and nothing recorded',
  ],
  [
    [...begun, doseRecorded('2026-03-15'), moved('2026-03-16', 'stopped'), kept('2026-03-18')],
    ['03-15 1500', '03-16 0', '03-17 0', '03-18 0'],
    'stopped is 0, kept or not',
  ],
  [
    [...begun, doseRecorded('2026-03-15'), planEnded('2026-03-16'), kept('2026-03-17')],
    ['03-15 1500', '03-16 0', '03-17 0'],
    'so is a plan that was ended',
  ],
  [
    [...begun, doseRecorded('2026-06-08'), kept('2026-06-10')],
    ['06-08 1500', '06-10 ?'],
    'what was done past the last day of a plan is not known',
  ],
];
for (const [events, days, why] of rows) test(why, () => assert.deepEqual(doses(events), days));

test('scores are those of the outcomes asked for, and the diary passes its check', () => {
  const events = [...begun, dayKept('2026-03-15', { pain: 0, fatigue: 10, mood: 3 }), doseRecorded('2026-03-15')];
  const draft = diary(events);
  assert.deepEqual(draft.days[0]?.scores, { pain: { kind: 'value', value: 0 }, fatigue: { kind: 'value', value: 10 } });
  assert.ok(checkDiary(draft).ok);
});
