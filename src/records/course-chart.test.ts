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
  sideEffect,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { micrograms } from '../medicine/dose.ts';
import { foldEvents } from './course.ts';
import { courseChartOf, courseSpan } from './course-chart.ts';
import type { CaseEvent, EventOf } from './event.ts';

const stateOf = (events: readonly CaseEvent[]) => foldEvents(undefined, ledgerOf(events));
const chart = (events: readonly CaseEvent[], from: string, to = from) =>
  courseChartOf(stateOf(events), day(from), day(to));

const begun = [signedPlan('2026-03-01'), moved('2026-03-15', 0)];
const extra: CaseEvent = {
  ...{ kind: 'unplanned-dose-reported', version: 1, dose: micrograms(3000), note: '' },
  ...{ date: day('2026-03-15'), clock: evening(day('2026-03-15')) },
};
const none = doseRecorded('2026-03-15', '0 mg', 'not-taken');
const taken = doseRecorded('2026-03-15');

const rows: readonly [
  events: readonly CaseEvent[],
  on: string,
  dose: object,
  planned: number | undefined,
  why: string,
][] = [
  [[], '2026-03-01', { kind: 'none' }, undefined, 'before any plan there is no drug'],
  [begun, '2026-03-10', { kind: 'none' }, 0, 'nor in the baseline'],
  [begun, '2026-03-15', { kind: 'unknown' }, 1500, 'a step, and nobody said'],
  [[...begun, taken], '2026-03-15', { kind: 'taken', dose: 1500 }, 1500, 'taken'],
  [[...begun, none], '2026-03-15', { kind: 'not-taken' }, 1500, 'not taken is not unknown'],
  [[...begun, extra], '2026-03-15', { kind: 'unplanned', dose: 3000 }, 1500, 'a dose no plan allowed'],
  [[...begun, taken, none], '2026-03-15', { kind: 'conflict' }, 1500, 'two entries that disagree'],
  [[...begun, taken, planEnded('2026-03-16')], '2026-03-17', { kind: 'none' }, undefined, 'after the end of the plan'],
  [[...begun, taken], '2026-07-01', { kind: 'unknown' }, undefined, 'past the last day of a plan nobody knows'],
];
for (const [events, on, dose, planned, why] of rows)
  test(why, () => {
    const [drawn] = chart(events, on).days;
    assert.deepEqual(drawn?.dose, dose);
    assert.equal(drawn?.planned, planned);
  });

test('a score of 0 stays a score, a day filled in later says so, and a day nobody kept has nothing', () => {
  const late: EventOf<'day-kept'> = { ...dayKept('2026-03-03', { pain: 3 }), how: ['back-filled'] };
  const { days } = chart([dayKept('2026-03-01', { pain: 0 }), late], '2026-03-01', '2026-03-03');
  assert.deepEqual(
    days.map(({ scores, secondHand, kept }) => [scores.pain, secondHand, kept]),
    [
      [{ kind: 'value', value: 0 }, false, true],
      [undefined, false, false],
      [{ kind: 'value', value: 3 }, true, true],
    ],
  );
});

test('complaints that touch the days are there, also when they began before; marks are those of the days, in order', () => {
  const events = [
    ...begun,
    sideEffect('2026-02-20', 'headache', 1),
    sideEffect('2026-02-22', 'headache', 0),
    sideEffect('2026-03-12', 'nausea', 1),
    sideEffect('2026-03-20', 'nausea', 0),
  ];
  const { complaints, marks } = chart(events, '2026-03-14', '2026-03-31');
  assert.deepEqual(complaints, [{ name: 'nausea', grade: 1, since: day('2026-03-12'), ended: day('2026-03-20') }]);
  assert.deepEqual(marks, [{ kind: 'move', move: 'step-up', dose: 1500, on: day('2026-03-15') }]);
});

test('the span of a course runs from its first entry to its last, and is nothing before there is one', () => {
  assert.equal(courseSpan(stateOf(begun)), undefined);
  assert.deepEqual(courseSpan(stateOf([...begun, dayKept('2026-03-02', { pain: 1 }), taken])), {
    from: day('2026-03-02'),
    to: day('2026-03-15'),
  });
  assert.throws(() => chart([], '2026-03-02', '2026-03-01'), RangeError);
});
