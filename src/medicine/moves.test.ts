import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LocalDate, localDate } from '../base/calendar.ts';
import { micrograms } from './dose.ts';
import { permittedEvaluation, permittedLateDose } from './late-dose.ts';
import { type Course, permittedMoves, type SideEffect } from './moves.ts';
import { TEMPLATE_NAMES, templatePlan } from './templates.ts';
import { STOP_RULES } from './titration.ts';

const plan = templatePlan('seed-weekly');
const day = localDate(2026, 3, 9);
const ago = (days: number): LocalDate => (day - days) as LocalDate;

/** A week at 1.5 mg with nothing against going up; every test spoils one thing. */
const course: Course = {
  step: 0,
  since: ago(7),
  daysTaken: 7,
  daysLogged: 7,
  missedDaysInARow: 0,
  screening: { on: ago(1), hardFindings: 0, softFindings: 0 },
  sideEffects: [],
  sleepWorseBy: [],
  labsPending: 0,
  stopRulesMet: [],
  planValidTo: (day + 30) as LocalDate,
};
const names = (changed: Partial<Course>, on = day): string =>
  permittedMoves(plan, { ...course, ...changed }, on)
    .moves.map(({ move }) => move)
    .join(' ');
const dreams = (grade: 1 | 2 | 3, days: number): SideEffect => ({ name: 'vivid dreams', grade, since: ago(days) });

const boundaries: readonly [changed: Partial<Course>, moves: string, why: string][] = [
  [{}, 'hold step-up stop', 'nothing against it'],
  [{ since: ago(6), daysTaken: 6, daysLogged: 6 }, 'hold stop', 'a day too early'],
  [{ screening: { on: ago(7), hardFindings: 0, softFindings: 0 } }, 'hold step-up stop', 'screening a week old'],
  [{ screening: { on: ago(8), hardFindings: 0, softFindings: 0 } }, 'hold stop', 'a day older'],
  [{ screening: { on: ago(-1), hardFindings: 0, softFindings: 0 } }, 'hold stop', 'screening dated tomorrow'],
  [{ screening: { on: day, hardFindings: 0, softFindings: 0 } }, 'hold step-up stop', 'screened today'],
  [{ screening: undefined }, 'hold stop', 'absence denies'],
  [{ screening: { on: day, hardFindings: 0, softFindings: 1 } }, 'hold stop', 'an open finding'],
  [{ screening: { on: day, hardFindings: 1, softFindings: 0 } }, 'stop', 'an opioid'],
  [{ sideEffects: [dreams(1, 6)] }, 'hold step-up stop', 'mild'],
  [{ sideEffects: [dreams(2, 0)] }, 'hold stop', 'moderate, since today'],
  [{ sideEffects: [dreams(3, 1)] }, 'hold stop', 'severe'],
  [{ sleepWorseBy: [2, 2, 0, 0, 1.9] }, 'hold step-up stop', 'two bad nights'],
  [{ sleepWorseBy: [2, 2, 0, 0, 2] }, 'hold stop', 'three bad nights'],
  [{ sleepWorseBy: [2, 2, 2, 0, 0, 0, 0, 0] }, 'hold step-up stop', 'bad nights longer ago than the window'],
  [{ sleepWorseBy: [Number.NaN, Number.NaN, Number.NaN] }, 'hold step-up stop', 'nights nobody logged are not bad'],
  [{ since: ago(10), daysTaken: 8 }, 'hold step-up stop', '80 in 100'],
  [{ since: ago(14), daysTaken: 11 }, 'hold stop', '79 in 100'],
  [{ labsPending: 1 }, 'hold stop', 'a result to come'],
  [{ missedDaysInARow: 2 }, 'hold step-up stop', 'two days missed'],
  [{ missedDaysInARow: 3 }, 'hold step-up stop', 'three, screened yesterday'],
  [{ missedDaysInARow: 3, screening: { on: ago(2), hardFindings: 0, softFindings: 0 } }, 'stop', 'three, not since'],
  [{ missedDaysInARow: 3, screening: { on: day, hardFindings: 0, softFindings: 0 } }, 'hold step-up stop', 'and today'],
  [{ missedDaysInARow: 3, screening: undefined }, 'stop', 'three, never screened'],
  [{ planValidTo: day }, 'hold step-up stop', 'last valid day'],
  [{ planValidTo: ago(1) }, 'stop', 'expired yesterday'],
  [{ planValidTo: undefined }, 'stop', 'absence denies'],
  [{ stopRulesMet: ['jaundice'] }, 'stop', 'a red flag'],
  [{ step: 2, since: ago(7) }, 'hold step-down stop', 'last step'],
  [{ step: 'baseline', since: ago(14), daysTaken: 0 }, 'hold step-up stop', 'baseline served'],
  [{ step: 'baseline', since: ago(13), daysTaken: 0 }, 'hold stop', 'a day of baseline missing'],
];
for (const [changed, moves, why] of boundaries) test(`${moves}: ${why}`, () => assert.equal(names(changed), moves));

test('the rules ask for the dose below from the seventh day of a side effect, and hold before', () => {
  const asks = (changed: Partial<Course>) => permittedMoves(plan, { ...course, step: 1, ...changed }, day).asks;
  assert.equal(asks({}), undefined);
  assert.equal(asks({ sideEffects: [dreams(2, 6)] }), 'hold');
  assert.equal(asks({ sideEffects: [dreams(2, 7)] }), 'step-down');
  assert.equal(asks({ sideEffects: [dreams(2, 7)], step: 0 }), 'hold');
  assert.equal(asks({ sleepWorseBy: [3, 3, 3] }), 'hold');
  assert.equal(asks({ stopRulesMet: ['pregnancy'] }), 'stop');
  assert.equal(asks({ planValidTo: ago(1) }), undefined);
  assert.equal(asks({ screening: { on: day, hardFindings: 1, softFindings: 0 } }), 'stop');
});

test('every gate gives its reason, also when it is passed, and on the first day no dose counts as taken', () => {
  const reasons = (changed: Partial<Course>) =>
    permittedMoves(plan, { ...course, ...changed }, day).reasons.map(({ code }) => code);
  const passed = ['days-served', 'screening-clear', 'side-effects-below-rule', 'sleep-not-worse', 'doses-taken'];
  assert.deepEqual(reasons({}), passed);
  const first = reasons({ since: day, daysTaken: 0, daysLogged: 0 });
  assert.deepEqual(first, ['days-not-served', ...passed.slice(1, 4), 'too-few-doses-taken']);
});

test('a step outside the plan, or one that begins after the day, is a bug', () => {
  assert.throws(() => permittedMoves(plan, { ...course, step: 3 }, day), RangeError);
  assert.throws(() => permittedMoves(plan, { ...course, since: ago(-1) }, day), RangeError);
  assert.throws(() => permittedMoves(plan, { ...course, sideEffects: [dreams(2, -1)] }, day), RangeError);
});

const few = fc.integer({ min: 0, max: 4 });
const courses = fc.record<Course>({
  step: fc.constantFrom<Course['step']>('baseline', 0, 1, 2, 3, 4, 5, 6, 7, 8),
  since: fc.integer({ min: 0, max: 90 }).map(ago),
  daysTaken: fc.nat(90),
  daysLogged: fc.nat(90),
  missedDaysInARow: few,
  screening: fc.option(
    fc.record({
      on: fc.integer({ min: -1, max: 12 }).map(ago),
      hardFindings: fc.constantFrom(0, 0, 1),
      softFindings: fc.constantFrom(0, 0, 1),
    }),
    { nil: undefined },
  ),
  sideEffects: fc.array(
    fc.tuple(fc.constantFrom<1 | 2 | 3>(1, 2, 3), fc.nat(10)).map(([grade, days]) => dreams(grade, days)),
    { maxLength: 2 },
  ),
  sleepWorseBy: fc.array(fc.constantFrom(0, 1, 2, 3, Number.NaN), { maxLength: 7 }),
  labsPending: fc.constantFrom(0, 0, 0, 1),
  stopRulesMet: fc
    .subarray([...STOP_RULES], { maxLength: 1 })
    .filter((rules) => rules.length === 0 || rules[0] === 'jaundice'),
  planValidTo: fc.option(fc.integer({ min: -20, max: 2 }).map(ago), { nil: undefined }),
});

test('whatever the course, no move goes above the ceiling, further than one step, or anywhere on a closed day', () => {
  let steppedUp = 0;
  fc.assert(
    fc.property(fc.constantFrom(...TEMPLATE_NAMES), courses, (name, at) => {
      const under = templatePlan(name);
      if (at.step !== 'baseline' && at.step >= under.steps.length) return;
      const { moves, reasons } = permittedMoves(under, at, day);
      const open = new Map(moves.map(({ move, dose }) => [move, dose]));
      const index = at.step === 'baseline' ? -1 : at.step;
      assert.equal(open.get('stop'), 0);
      assert.ok(reasons.length > 0);
      for (const { dose } of moves) assert.ok(dose <= under.ceiling);
      const closed =
        at.planValidTo === undefined ||
        day > at.planValidTo ||
        at.stopRulesMet.length > 0 ||
        (at.screening?.hardFindings ?? 0) > 0;
      if (closed) assert.deepEqual([...open.keys()], ['stop']);
      if (open.has('step-down')) assert.equal(open.get('step-down'), under.steps[index - 1]?.dose);
      if (!open.has('step-up')) return;
      steppedUp += 1;
      assert.equal(open.get('step-up'), under.steps[index + 1]?.dose);
      assert.ok(at.screening && day - at.screening.on >= 0 && day - at.screening.on <= 7);
      assert.equal(at.screening.softFindings + at.labsPending, 0);
      assert.ok(at.sideEffects.every(({ grade }) => grade < under.rules.hold.sideEffectGrade));
      assert.ok(day - at.since >= (under.steps[index]?.minimumDays ?? under.baselineDays));
      assert.ok(reasons.every(({ stands }) => stands === 'for'));
    }),
    { seed: 8, numRuns: 20_000 },
  );
  assert.ok(steppedUp > 100, `only ${steppedUp} courses earned a step up, which proves little`);
});

test('a dose late by up to twelve hours may be taken, later not, twice never', () => {
  const late = (minutesLate: number, takenToday = false) =>
    permittedLateDose(plan, course, day, { minutesLate, takenToday });
  assert.deepEqual([late(0).take, late(720).take, late(721).take, late(0, true).take], [true, true, false, false]);
  assert.deepEqual([late(720).dose, late(721).dose], [micrograms(1500), 0]);
  for (const minutes of [-1, 0.5, Number.NaN]) assert.throws(() => late(minutes), RangeError);
});

test('no late dose is open in the baseline, after three missed days, or when the plan has run out', () => {
  const late = { minutesLate: 5, takenToday: false };
  const changes: readonly Partial<Course>[] = [
    { step: 'baseline' },
    { missedDaysInARow: 3, screening: undefined },
    { planValidTo: ago(1) },
    { stopRulesMet: ['opioid-taken'] },
  ];
  for (const changed of changes) {
    const { take, dose } = permittedLateDose(plan, { ...course, ...changed }, day, late);
    assert.deepEqual([take, dose], [false, 0]);
  }
});

test('a dose is not judged before eight weeks, and the baseline never', () => {
  const judged = (changed: Partial<Course>) => permittedEvaluation(plan, { ...course, ...changed }, day).permitted;
  assert.deepEqual([judged({ since: ago(55) }), judged({ since: ago(56) })], [false, true]);
  assert.equal(judged({ since: ago(90), step: 'baseline' }), false);
});
