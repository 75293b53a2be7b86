// H24, H28
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  day,
  dayKept,
  doseRecorded,
  ledgerOf,
  moved,
  PLAN,
  screened,
  screeningOf,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { permittedMoves } from '../medicine/moves.ts';
import { DAILY_OUTCOMES } from '../trial/outcome.ts';
import { courseOn, diaryOf, foldEvents, planOn } from './course.ts';
import { courseChartOf } from './course-chart.ts';
import { doseRefusal } from './dose-rules.ts';
import type { CaseEvent } from './event.ts';
import { interruptionOn, nextInterruption } from './interruption.ts';

const without = (from: string, until: string): CaseEvent => ({
  ...{ kind: 'interruption-planned', version: 1, plan: PLAN, from: day(from), until: day(until) },
  ...{ why: 'operation', decidedBy: idOf(2) },
});
const ended = (entry: number, on: string): CaseEvent => ({
  ...{ kind: 'interruption-ended', version: 1, interruption: idOf<'event'>(entry), on: day(on), decidedBy: idOf(2) },
});
const at = (first: string, n: number): string => formatLocalDate((day(first) + n) as LocalDate);
const doses = (first: string, n: number): readonly CaseEvent[] =>
  Array.from({ length: n }, (_, i) => doseRecorded(at(first, i)));
const stateOf = (events: readonly CaseEvent[]) => foldEvents(undefined, ledgerOf(events));
const begun: readonly CaseEvent[] = [signedPlan('2026-03-01'), screened('2026-03-14'), moved('2026-03-15', 0)];
/** Five days of doses, then four planned days without. */
const paused: readonly CaseEvent[] = [...begun, ...doses('2026-03-15', 5), without('2026-03-20', '2026-03-23')];

function permitted(events: readonly CaseEvent[], date: string) {
  const state = stateOf(events);
  const plan = planOn(state, day(date));
  assert.ok(plan.ok);
  const course = courseOn(state, plan.value, day(date), screeningOf(date));
  return { course, ...permittedMoves(plan.value.content, course, day(date)) };
}

test('in a planned interruption nothing is open but to stop, with the days as the one reason', () => {
  for (const date of ['2026-03-20', '2026-03-23']) {
    const { moves, reasons, asks } = permitted(paused, date);
    assert.deepEqual(
      moves.map(({ move }) => move),
      ['stop'],
    );
    const [from, until] = [day('2026-03-20'), day('2026-03-23')];
    assert.deepEqual(reasons, [{ stands: 'against', code: 'interruption-planned', from, until }]);
    assert.equal(asks, undefined);
  }
  assert.ok(permitted(paused, '2026-03-19').moves.length > 1);
});

test('its days are not missed: they neither serve the step nor count against the doses taken', () => {
  const { course, reasons } = permitted([...paused, ...doses('2026-03-24', 1)], '2026-03-25');
  assert.deepEqual([course.daysTaken, course.daysOff], [6, 4]);
  const served = reasons.find(({ code }) => code === 'days-not-served');
  assert.ok(served && 'days' in served && served.days === 6);
  assert.ok(reasons.some(({ code }) => code === 'doses-taken'));
  const open = permitted([...paused, ...doses('2026-03-24', 2), screened('2026-03-25')], '2026-03-26');
  assert.ok(open.moves.some(({ move }) => move === 'step-up'));
});

test('after it the plan’s own rule asks for screening, by the days the drug was away (H24)', () => {
  const long = [...begun, ...doses('2026-03-15', 2), without('2026-03-17', '2026-03-30')];
  const { reasons } = permitted(long, '2026-03-31');
  assert.deepEqual(
    reasons.map(({ code }) => code),
    ['rescreen-before-resuming'],
  );
  assert.ok(permitted([...long, screened('2026-03-31')], '2026-03-31').moves.length > 1);
});

test('a dose of the plan is refused in it, and one said not to have been taken is kept', () => {
  const state = stateOf(paused);
  const grounds = { today: day('2026-03-21'), screeningOn: () => screeningOf('2026-03-21') };
  const refused = doseRefusal(state, doseRecorded('2026-03-21'), grounds);
  assert.ok(refused?.code === 'dose-closed' && refused.reasons[0]?.code === 'interruption-planned');
  assert.equal(doseRefusal(state, doseRecorded('2026-03-21', '0 mg', 'not-taken'), grounds), undefined);
});

test('a kept day in it is known to be without the drug; the course shows that none was planned', () => {
  const state = stateOf([...paused, dayKept('2026-03-21', { pain: 4 })]);
  const days = diaryOf(state, DAILY_OUTCOMES).days;
  assert.equal(days.find(({ date }) => date === day('2026-03-21'))?.taken, 0);
  const chart = courseChartOf(state, day('2026-03-19'), day('2026-03-21'));
  assert.deepEqual(
    chart.days.map(({ planned }) => planned),
    [1500, 0, 0],
  );
  assert.deepEqual(chart.days[2]?.dose, { kind: 'none' });
});

test('it can end early, or not happen; what lies behind stays; of two that overlap both hold', () => {
  const number = paused.length + 1;
  const early = stateOf([...paused, ended(number, '2026-03-22')]);
  assert.deepEqual(
    ['2026-03-20', '2026-03-21', '2026-03-22'].map((date) => interruptionOn(early, day(date)) !== undefined),
    [true, true, false],
  );
  assert.deepEqual(stateOf([...paused, ended(number, '2026-03-20')]).interruptions, []);
  const two = stateOf([...paused, without('2026-03-22', '2026-03-30')]);
  assert.equal(interruptionOn(two, day('2026-03-22'))?.until, day('2026-03-30'));
  assert.equal(nextInterruption(two, day('2026-03-20'))?.from, day('2026-03-22'));
});

test('a plan signed meanwhile does not lift it: an operation stays an operation', () => {
  const later = signedPlan('2026-03-18', { plan: idOf<'plan'>(0x92), startAt: 0 });
  assert.ok(interruptionOn(stateOf([...paused, later]), day('2026-03-21')));
});
