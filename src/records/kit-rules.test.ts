/** Which capsule and which guess may be kept: judged as if every capsule held the drug (H4, H9, H10, H12, H13). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { doseRecorded, evening, screened } from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import {
  BEFORE,
  DAY_1,
  dispensed,
  groundsOn,
  guess,
  KITS,
  kitDose,
  nth,
  opened,
  RUNNING,
  stateOf,
  trialStarted,
  trialStopped,
} from '../../test/records/trial-maker.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { doseRefusal } from './dose-rules.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { guessRefusal, kitClosed, kitRefusal } from './kit-rules.ts';

const HOUR = 3_600_000;
const codeOf = (events: readonly CaseEvent[], event: EventOf<'kit-dose-recorded'>, openHard = 0): string =>
  kitRefusal(stateOf(...events), event, groundsOn(event.date, openHard))?.code ?? 'kept';
const at = (n: number, hours: number) => ({ instant: nth(n) * 24 * HOUR + hours * HOUR, offsetMinutes: 0 });

test('the capsule of the kit of the day is kept, once a civil day', () => {
  assert.equal(codeOf(RUNNING, kitDose(0)), 'kept');
  assert.equal(codeOf([...RUNNING, kitDose(0)], kitDose(0)), 'kept');
  assert.equal(codeOf([...RUNNING, kitDose(0)], kitDose(0, { status: 'not-taken' })), 'kit-slot-filled');
  assert.equal(codeOf(RUNNING, kitDose(0, { kit: KITS[1] })), 'kit-not-of-the-day');
  assert.equal(codeOf([...RUNNING, kitDose(27)], kitDose(28)), 'kept');
});

test('outside the trial no capsule is kept', () => {
  for (const [events, n] of [
    [RUNNING, -1],
    [RUNNING, 112],
    [BEFORE, 0],
    [[...RUNNING, trialStopped(nth(3))], 3],
  ] as const)
    assert.equal(codeOf(events, kitDose(n)), 'no-trial-running');
  assert.equal(codeOf(RUNNING, kitDose(0, { trial: idOf(0x72) })), 'no-trial-running');
});

test('a kit that was not handed out, or is past its last day, is closed', () => {
  const without = [
    ...BEFORE.filter(({ kind }) => kind !== 'kits-dispensed'),
    dispensed(KITS.slice(0, 2), '2026-06-10'),
  ];
  const events = [...without, trialStarted()];
  assert.equal(codeOf([...events, kitDose(8)], kitDose(9)), 'kept');
  assert.equal(codeOf(events, kitDose(10)), 'kit-past-its-date');
  assert.equal(codeOf(events, kitDose(56)), 'kit-not-dispensed');
});

test('a red flag and a hard finding close the kit; what was taken all the same is kept as that', () => {
  const flag: CaseEvent = {
    ...{ kind: 'red-flag-reported', version: 1, rule: 'jaundice', note: '' },
    ...{ date: nth(2), clock: evening(nth(2)) },
  };
  assert.equal(codeOf([...RUNNING, flag], kitDose(1)), 'kept');
  assert.equal(codeOf([...RUNNING, flag], kitDose(2)), 'red-flag-open');
  assert.equal(codeOf(RUNNING, kitDose(2), 1), 'screening-forbids');
  assert.equal(codeOf([...RUNNING, flag], kitDose(2, { status: 'not-taken' })), 'kept');
  assert.equal(codeOf([...RUNNING, flag], kitDose(2, { status: 'taken-anyway' }), 1), 'kept');
  assert.equal(codeOf(RUNNING, kitDose(2, { status: 'taken-anyway', kit: KITS[3] })), 'kept');
  assert.equal(codeOf(RUNNING, kitDose(2, { status: 'taken-anyway', kit: 'ZZZZZZ' })), 'kit-not-of-the-day');
  const state = stateOf(...RUNNING, flag);
  const record = state.trials[0];
  assert.ok(record);
  assert.equal(kitClosed(state, record, nth(2), groundsOn(nth(2)))?.code, 'red-flag-open');
  assert.equal(kitClosed(state, record, nth(1), groundsOn(nth(1))), undefined);
});

test('after as many missed days as the plan names somebody looks at the screening first', () => {
  const start = [...RUNNING, kitDose(0)];
  assert.equal(codeOf(start, kitDose(3)), 'kept');
  assert.equal(codeOf(start, kitDose(4)), 'dose-closed');
  assert.equal(codeOf([...start, kitDose(2, { status: 'not-taken' })], kitDose(4)), 'dose-closed');
  assert.equal(codeOf([...start, screened(formatLocalDate(nth(4)))], kitDose(4)), 'kept');
});

test('eighteen hours lie between a dose of the plan and the first capsule, and between two capsules', () => {
  const lastDose = doseRecorded(formatLocalDate(nth(-1)), '1.5 mg', 'taken', at(-1, 23));
  assert.equal(codeOf([...RUNNING, lastDose], kitDose(0, { clock: at(0, 16) })), 'too-soon');
  assert.equal(codeOf([...RUNNING, lastDose], kitDose(0, { clock: at(0, 17) })), 'kept');
  assert.equal(codeOf([...RUNNING, kitDose(0, { clock: at(0, 20) })], kitDose(1, { clock: at(1, 13) })), 'too-soon');
  assert.equal(codeOf([...RUNNING, kitDose(0, { clock: at(0, 20) })], kitDose(1, { clock: at(1, 14) })), 'kept');
});

test('never a dose of the plan and a capsule on one day, whatever day and order', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 130 }), fc.boolean(), (n, capsuleFirst) => {
      const date = nth(n);
      const planned = doseRecorded(formatLocalDate(date));
      const capsule = kitDose(n);
      const state = stateOf(...RUNNING);
      const after = stateOf(...RUNNING, capsuleFirst ? capsule : planned);
      const grounds = groundsOn(date);
      const first = capsuleFirst ? kitRefusal(state, capsule, grounds) : doseRefusal(state, planned, grounds);
      const second = capsuleFirst ? doseRefusal(after, planned, grounds) : kitRefusal(after, capsule, grounds);
      assert.ok(first || second, `both were kept on day ${n}`);
    }),
    { seed: 20_261_128, numRuns: 300 },
  );
});

test('a capsule taken outside its kit by another way of the day closes the day', () => {
  const unplanned: CaseEvent = {
    ...{ kind: 'unplanned-dose-reported', version: 1, dose: doseRecorded('2026-06-01').dose, note: '' },
    ...{ date: DAY_1, clock: evening(DAY_1) },
  };
  assert.equal(codeOf([...RUNNING, unplanned], kitDose(0)), 'day-has-another-dose');
});

test('a guess is kept once, in its days, of a period that has begun, and never after the opening', () => {
  const refused = (events: readonly CaseEvent[], event: EventOf<'guess-given'>) =>
    guessRefusal(stateOf(...events), event)?.code ?? 'kept';
  assert.equal(refused(RUNNING, guess(0, 26)), 'guess-too-early');
  assert.equal(refused(RUNNING, guess(0, 27)), 'kept');
  assert.equal(refused(RUNNING, guess(0, 34)), 'kept');
  assert.equal(refused(RUNNING, guess(0, 35)), 'guess-too-late');
  assert.equal(refused([...RUNNING, guess(0, 27)], guess(0, 28)), 'guess-given-already');
  assert.equal(refused(RUNNING, guess(4, 111)), 'period-not-begun');
  assert.equal(refused([...RUNNING, trialStopped(nth(20))], guess(1, 40)), 'period-not-begun');
  assert.equal(refused([...RUNNING, opened], guess(3, 112)), 'allocation-is-open');
  assert.equal(refused(RUNNING, guess(0, 27, { trial: idOf(0x72) })), 'trial-unknown');
});
