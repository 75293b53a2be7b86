import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  day,
  dayKept,
  dose,
  doseRecorded,
  evening,
  ledgerOf,
  moved,
  PATIENT,
  screened,
  screeningOf,
  sideEffect,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import type { LocalDate } from '../base/calendar.ts';
import { type Course, permittedMoves } from '../medicine/moves.ts';
import { courseOn, foldEvents, isOfItsDay, leastGapHours, planOn, redFlagsOn, slotOn } from './course.ts';
import type { CaseEvent, DeviceClock, EventOf } from './event.ts';

const stateOf = (events: readonly CaseEvent[]) => foldEvents(undefined, ledgerOf(events));

function courseAt(events: readonly CaseEvent[], date: string, screening = screeningOf(date)): Course {
  const state = stateOf(events);
  const plan = planOn(state, day(date));
  assert.ok(plan.ok, JSON.stringify(plan));
  return courseOn(state, plan.value, day(date), screening);
}

const at = (first: string, n: number): string => new Date((day(first) + n) * 86_400_000).toISOString().slice(0, 10);
/** In force from 1 March, on 1.5 mg from the 15th. */
const begun: readonly CaseEvent[] = [signedPlan('2026-03-01'), screened('2026-03-14'), moved('2026-03-15', 0)];
const doses = (n: number): readonly CaseEvent[] =>
  Array.from({ length: n }, (_, i) => doseRecorded(at('2026-03-15', i)));
const clock = (text: string, offsetMinutes = 0): DeviceClock => ({ instant: Date.parse(text), offsetMinutes });

describe('doses of the step', () => {
  test('days taken and logged run from the first day at the dose to the day before', () => {
    const course = courseAt([...begun, ...doses(5)], '2026-03-19');
    assert.deepEqual([course.step, course.since, course.daysTaken, course.daysLogged], [0, day('2026-03-15'), 4, 4]);
  });

  test('a lower dose is logged and keeps the drug up, but is not the step’s dose', () => {
    const course = courseAt([...begun, doseRecorded('2026-03-15', '1.5 mg', 'less')], '2026-03-16');
    assert.deepEqual([course.daysTaken, course.daysLogged, course.missedDaysInARow], [0, 1, 0]);
  });

  test('a day nobody logged is a missed day, and so is one said not to have been taken', () => {
    const events = [...begun, ...doses(2), doseRecorded('2026-03-17', '0 mg', 'not-taken')];
    assert.equal(courseAt(events, '2026-03-20').missedDaysInARow, 3);
    assert.equal(courseAt(events, '2026-03-17').missedDaysInARow, 0);
  });

  test('a dose two entries disagree about is logged, and not known to be taken, whichever is shown (H10)', () => {
    const not = doseRecorded('2026-03-15', '0 mg', 'not-taken');
    for (const events of [
      [...begun, ...doses(1), not],
      [...begun, not, ...doses(1)],
    ]) {
      const course = courseAt(events, '2026-03-16');
      assert.deepEqual([course.daysTaken, course.daysLogged, course.missedDaysInARow], [0, 1, 1]);
    }
  });

  test('missed days are not forgotten by a move, and do not reach back into the baseline', () => {
    const events = [...begun, ...doses(7), moved('2026-03-24', 1)];
    assert.equal(courseAt(events, '2026-03-25').missedDaysInARow, 3);
    assert.equal(courseAt(begun, '2026-03-17').missedDaysInARow, 2);
    assert.equal(courseAt(begun, '2026-03-14').missedDaysInARow, 0);
  });
});

describe('side effects', () => {
  const events = [
    ...begun,
    sideEffect('2026-03-15', 'dreams', 1),
    sideEffect('2026-03-17', 'dreams', 2),
    sideEffect('2026-03-20', 'dreams', 0),
    sideEffect('2026-03-22', 'dreams', 1),
  ];

  test('one complaint lasts until it is said to have ended; its grade is the latest', () => {
    const open = (date: string) => courseAt(events, date).sideEffects;
    assert.deepEqual(open('2026-03-16'), [{ name: 'dreams', grade: 1, since: day('2026-03-15') }]);
    assert.deepEqual(open('2026-03-18'), [{ name: 'dreams', grade: 2, since: day('2026-03-15') }]);
    assert.deepEqual(open('2026-03-20'), []);
    assert.deepEqual(open('2026-03-30'), [{ name: 'dreams', grade: 1, since: day('2026-03-22') }]);
  });

  test('the state keeps both complaints, the first with its end', () => {
    assert.deepEqual(stateOf(events).sideEffects, [
      { name: 'dreams', grade: 2, since: day('2026-03-15'), ended: day('2026-03-20') },
      { name: 'dreams', grade: 1, since: day('2026-03-22') },
    ]);
  });
});

describe('sleep', () => {
  const baseline = [4, 5, 6].map((sleep, i) => dayKept(at('2026-03-12', i), { sleep }));
  const nights = (scores: readonly number[]) => scores.map((sleep, i) => dayKept(at('2026-03-15', i), { sleep }));

  test('is compared with the mean of the days before the first dose; missing nights stay missing', () => {
    const events = [...begun, ...baseline, ...doses(5), ...nights([5, 7, 8])];
    assert.deepEqual(courseAt(events, '2026-03-19').sleepWorseBy, [1, 0, 2, 3, Number.NaN]);
  });

  test('counts the night before today where it is scored already', () => {
    const events = [...begun, ...baseline, ...doses(5), ...nights([5, 7, 8, 8, 9])];
    assert.deepEqual(courseAt(events, '2026-03-19').sleepWorseBy, [0, 2, 3, 3, 4]);
  });

  test('is compared with nothing where there is no baseline', () => {
    const events = [...begun, ...doses(3), ...nights([9, 9, 9])];
    assert.ok(courseAt(events, '2026-03-17').sleepWorseBy.every(Number.isNaN));
  });
});

describe('screening', () => {
  const report: EventOf<'change-reported'> = {
    kind: 'change-reported',
    version: 1,
    what: 'new-medicine',
    text: 'something for the cough',
    date: day('2026-03-15'),
    clock: evening(day('2026-03-15')),
  };
  const medicine: CaseEvent = {
    kind: 'medicine-recorded',
    version: 1,
    medicine: { id: idOf(5), text: 'cough syrup', form: 'unknown', use: { kind: 'current' } },
  };
  const of = (events: readonly CaseEvent[], date: string, hard = 0, soft = 0) =>
    courseAt(events, date, screeningOf(date, hard, soft)).screening;

  test('is the last look with what is found now', () => {
    assert.deepEqual(of(begun, '2026-03-16', 0, 2), { on: day('2026-03-14'), hardFindings: 0, softFindings: 2 });
  });

  test('is as if never done once a new medicine was reported or recorded, until somebody looks again', () => {
    assert.equal(of([...begun, report], '2026-03-16'), undefined);
    assert.equal(of([...begun, medicine], '2026-03-16'), undefined);
    const reportId = ledgerOf([...begun, report]).at(-1)?.id;
    assert.ok(reportId);
    const looked = [...begun, report, medicine, screened('2026-03-16', [reportId])];
    assert.equal(of(looked, '2026-03-16')?.on, day('2026-03-16'));
  });

  test("is renewed by the patient's answer that nothing is new, but only after somebody has looked", () => {
    const nothing = { ...report, what: 'nothing-new', text: '' } as const;
    assert.equal(of([...begun, nothing], '2026-03-16')?.on, day('2026-03-15'));
    assert.equal(of([...begun, nothing], '2026-03-14')?.on, day('2026-03-14'));
    assert.equal(of([signedPlan('2026-03-01'), nothing], '2026-03-16'), undefined);
    assert.equal(of([...begun, report, { ...nothing, date: day('2026-03-16') }], '2026-03-17'), undefined);
  });

  test('does not count for a report that had not arrived when somebody looked', () => {
    assert.equal(of([...begun, screened('2026-03-16'), report], '2026-03-17'), undefined);
  });

  test('never leaves out an open hard finding, stale or never done (H4)', () => {
    assert.equal(of([...begun, medicine], '2026-03-16', 1)?.hardFindings, 1);
    assert.equal(of([signedPlan('2026-03-01')], '2026-03-02', 1)?.hardFindings, 1);
  });

  test('of a past day is the last one until then', () => {
    const events = [...begun, ...doses(6), screened('2026-03-20')];
    assert.equal(of(events, '2026-03-16')?.on, day('2026-03-14'));
    assert.equal(of(events, '2026-03-20')?.on, day('2026-03-20'));
  });
});

describe('red flags', () => {
  const flag = (date: string): EventOf<'red-flag-reported'> => ({
    kind: 'red-flag-reported',
    version: 1,
    rule: 'jaundice',
    date: day(date),
    note: '',
    clock: evening(day(date)),
  });
  const events = [...begun, flag('2026-03-16')];
  const flagId = ledgerOf(events).at(-1)?.id;
  assert.ok(flagId);
  const cleared: CaseEvent = {
    ...{ kind: 'red-flag-cleared', version: 1, rule: 'jaundice', flags: [flagId] },
    ...{ on: day('2026-03-18'), reason: 'seen', decidedBy: idOf<'person'>(9) },
  };

  test('a flag is a stop rule met from its day until a prescriber clears it', () => {
    assert.deepEqual(courseAt([...events, cleared], '2026-03-15').stopRulesMet, []);
    assert.deepEqual(courseAt([...events, cleared], '2026-03-17').stopRulesMet, ['jaundice']);
    assert.deepEqual(courseAt([...events, cleared], '2026-03-18').stopRulesMet, []);
  });

  test('clearing it again later does not open it in between', () => {
    const again = { ...cleared, on: day('2026-03-25') } as CaseEvent;
    assert.deepEqual(courseAt([...events, cleared, again], '2026-03-20').stopRulesMet, []);
  });

  test('one that arrives after the clearing still stands', () => {
    assert.deepEqual(courseAt([...events, cleared, flag('2026-03-17')], '2026-03-18').stopRulesMet, ['jaundice']);
  });

  test('a correction takes no flag away', () => {
    const withdrawn: CaseEvent = {
      ...{ kind: 'entry-corrected', version: 1, entry: flagId, reason: 'slip' },
      clock: evening(day('2026-03-17')),
    };
    assert.equal(redFlagsOn(stateOf([...events, withdrawn]), day('2026-03-17')).length, 1);
  });
});

test('laboratory results to come are those asked for by that day', () => {
  const asked: CaseEvent = { kind: 'laboratory-asked', version: 1, test: 'ALT', on: day('2026-03-15') };
  const came: CaseEvent = { kind: 'laboratory-answered', version: 1, test: 'ALT', on: day('2026-03-17') };
  const pending = (date: string) => courseAt([...begun, asked, came], date).labsPending;
  assert.deepEqual(['2026-03-14', '2026-03-16', '2026-03-17'].map(pending), [0, 1, 0]);
});

test('the course is one the rules of the plan take: a step up is earned after a week', () => {
  const baseline = [dayKept('2026-03-10', { sleep: 5 })];
  const events = [...begun, ...baseline, ...doses(7), screened('2026-03-22')];
  const state = stateOf(events);
  const plan = planOn(state, day('2026-03-22'));
  assert.ok(plan.ok);
  const course = courseOn(state, plan.value, day('2026-03-22'), screeningOf('2026-03-22'));
  const { moves } = permittedMoves(plan.value.content, course, day('2026-03-22'));
  assert.deepEqual(
    moves.map(({ move }) => move),
    ['hold', 'step-up', 'stop'],
  );
});

describe('one slot for a civil day', () => {
  test('two devices that agree make one slot; that disagree, a conflict with the latest shown, never a sum', () => {
    const phone = doseRecorded('2026-03-15', '1.5 mg', 'taken', clock('2026-03-15T20:00:00Z'));
    const tablet = { ...phone, clock: clock('2026-03-15T21:00:00Z') };
    assert.equal(slotOn(stateOf([...begun, phone, tablet]), day('2026-03-15'))?.conflict, false);
    const other = doseRecorded('2026-03-15', '3 mg', 'taken', clock('2026-03-15T21:00:00Z'));
    const slot = slotOn(stateOf([...begun, other, phone]), day('2026-03-15'));
    assert.deepEqual([slot?.dose, slot?.conflict], [dose('3 mg'), true]);
  });

  test('a withdrawn entry leaves no slot behind', () => {
    const events = [...begun, doseRecorded('2026-03-15')];
    const entry = ledgerOf(events).at(-1)?.id;
    assert.ok(entry);
    const gone: CaseEvent = {
      kind: 'entry-corrected',
      version: 1,
      entry,
      reason: '',
      clock: evening(day('2026-03-15')),
    };
    assert.deepEqual(stateOf([...events, gone]).slots, {});
    assert.equal(stateOf([...events, gone]).entries[entry]?.by, PATIENT);
  });
});

describe('hours between two doses (H9)', () => {
  const taken = (date: string, text: string, offset = 0) => doseRecorded(date, '1.5 mg', 'taken', clock(text, offset));
  const gap = (events: readonly CaseEvent[], date: string, text: string) =>
    leastGapHours(stateOf([...begun, ...events]), day(date) as LocalDate, Date.parse(text));

  test('are counted between instants, whatever the clocks show', () => {
    const yesterday = taken('2026-03-28', '2026-03-28T20:00:00Z', 60);
    assert.equal(gap([yesterday], '2026-03-29', '2026-03-29T19:00:00Z'), 23);
  });

  test('look to both sides, and not at the same day', () => {
    const events = [taken('2026-03-20', '2026-03-20T21:00:00Z'), taken('2026-03-22', '2026-03-22T06:00:00Z')];
    assert.equal(gap(events, '2026-03-21', '2026-03-21T20:00:00Z'), 10);
    assert.equal(gap(events, '2026-03-20', '2026-03-20T21:30:00Z'), 32.5);
  });

  test('are not known from an entry made on a later day, nor from a dose not taken', () => {
    const late = taken('2026-03-20', '2026-03-21T09:00:00Z');
    assert.equal(isOfItsDay(late), false);
    assert.equal(gap([late], '2026-03-21', '2026-03-21T20:00:00Z'), undefined);
    assert.equal(
      gap([doseRecorded('2026-03-20', '0 mg', 'not-taken')], '2026-03-21', '2026-03-21T01:00:00Z'),
      undefined,
    );
  });
});
