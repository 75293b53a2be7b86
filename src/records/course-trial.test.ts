/** Where a blinded trial stands on a day; what its events settle stays settled; order of arrival does not matter (H10, H13). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type day, dayKept, doseRecorded, ledgerOf, recorded, signedPlan } from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import {
  BEFORE,
  consented,
  DAY_1,
  designed,
  guess,
  KITS,
  kitDose,
  nth,
  OVER,
  opened,
  PROTOCOL,
  RUNNING,
  sealed,
  stateOf,
  TRIAL,
  trialSigned,
  trialStarted,
  trialStopped,
} from '../../test/records/trial-maker.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical.ts';
import { micrograms } from '../medicine/dose.ts';
import { foldEvents, planOn } from './course.ts';
import {
  escapeOffered,
  guessDays,
  guessesAwaited,
  guessesDue,
  kitOn,
  missedKitDays,
  periodsKept,
  phaseOn,
  trialEndOn,
  trialOf,
  trialOn,
} from './course-trial.ts';
import type { CaseEvent } from './event.ts';
import { shownEvent, shownTrial } from './trial-shown.ts';
import type { TrialRecord } from './trial-state.ts';

const recordOf = (events: readonly CaseEvent[]): TrialRecord => {
  const record = trialOf(stateOf(...events), TRIAL);
  assert.ok(record);
  return record;
};
const phases = (events: readonly CaseEvent[], date = DAY_1) => phaseOn(recordOf(events), date);

test('each act brings the trial to its next point, and no other act does', () => {
  const acts = [designed, trialSigned, consented, sealed];
  const points = ['designed', 'signed', 'consented', 'sealed'];
  for (const [i, point] of points.entries()) assert.equal(phases(acts.slice(0, i + 1)), point);
  assert.equal(phases(RUNNING, nth(-1)), 'ready');
  assert.equal(phases(RUNNING, DAY_1), 'running');
  assert.equal(phases(RUNNING, nth(111)), 'running');
  assert.equal(phases(RUNNING, OVER), 'over');
  assert.equal(phases([...RUNNING, opened], OVER), 'opened');
  // Out of order nothing is skipped: no seal without a signature, no beginning without a seal.
  assert.equal(phases([designed, sealed]), 'designed');
  assert.equal(phases([designed, trialSigned, consented, trialStarted()]), 'consented');
  assert.equal(phases([designed, consented]), 'designed');
});

test('what was settled stays: the protocol after its signature, the commitment, day 1, the opening', () => {
  const other = { ...PROTOCOL, purpose: 'Something else' };
  const record = recordOf([
    ...RUNNING,
    { ...designed, protocol: other },
    { ...trialSigned, protocol: other },
    { ...sealed, commitment: '9'.repeat(64), kits: ['ZZZZZZ'] },
    trialStarted(nth(5)),
    opened,
    { ...opened, sequence: [micrograms(0)] },
  ]);
  assert.equal(record.protocol.purpose, PROTOCOL.purpose);
  assert.equal(record.sealed?.commitment, '1'.repeat(64));
  assert.deepEqual(record.kits, KITS);
  assert.equal(record.started?.on, DAY_1);
  assert.equal(record.opened?.sequence.length, 4);
});

test('while it runs no plan may be followed, and after it none until one is signed', () => {
  const state = stateOf(...RUNNING);
  const codeOn = (date: ReturnType<typeof day>, of = state): string => {
    const plan = planOn(of, date);
    return plan.ok ? 'followed' : plan.error.code;
  };
  assert.equal(codeOn(nth(-1)), 'followed');
  assert.equal(codeOn(DAY_1), 'in-blinded-trial');
  assert.equal(codeOn(nth(111)), 'in-blinded-trial');
  assert.equal(codeOn(OVER), 'trial-over');
  const anew = signedPlan(formatLocalDate(OVER), { plan: idOf(0x99), startAt: 0 });
  assert.equal(codeOn(OVER, stateOf(...RUNNING, anew)), 'followed');
  // One that was stopped before its day 1 has taken no plan's place.
  const never = stateOf(...RUNNING, trialStopped(nth(-2)));
  assert.equal(codeOn(DAY_1, never), 'followed');
  assert.equal(codeOn(OVER, never), 'followed');
});

test('it ends on the earliest of its last day, a stop, and the consent taken back', () => {
  const withdrawn = { kind: 'consent-withdrawn', version: 1, trial: TRIAL, reason: '', on: nth(40) } as const;
  assert.equal(trialEndOn(recordOf(BEFORE)), undefined);
  assert.equal(trialEndOn(recordOf(RUNNING)), OVER);
  assert.equal(trialEndOn(recordOf([...RUNNING, withdrawn])), nth(40));
  assert.equal(trialEndOn(recordOf([...RUNNING, withdrawn, trialStopped(nth(35))])), nth(35));
  assert.equal(trialEndOn(recordOf([...RUNNING, trialStopped(nth(50)), trialStopped(nth(60))])), nth(50));
  assert.equal(trialOn(stateOf(...RUNNING, withdrawn), nth(40)), undefined);
});

test('each civil day has the kit of its period', () => {
  const record = recordOf(RUNNING);
  const kits = [0, 27, 28, 55, 56, 84, 111].map((n) => kitOn(record, nth(n))?.kit);
  assert.deepEqual(kits, [KITS[0], KITS[0], KITS[1], KITS[1], KITS[2], KITS[3], KITS[3]]);
  assert.equal(kitOn(record, nth(-1)), undefined);
  assert.equal(kitOn(record, OVER), undefined);
});

test('a guess is due from the last day of its period for seven days more, and awaited until then', () => {
  const state = stateOf(...RUNNING);
  const record = recordOf(RUNNING);
  assert.deepEqual(guessDays(record, 0), { from: nth(27), until: nth(34) });
  assert.deepEqual(guessDays(record, 4), undefined);
  assert.deepEqual(guessesDue(state, record, nth(26)), []);
  assert.deepEqual(guessesDue(state, record, nth(27)), [0]);
  assert.deepEqual(guessesDue(state, record, nth(34)), [0]);
  assert.deepEqual(guessesDue(state, record, nth(35)), []);
  assert.deepEqual(guessesAwaited(state, record, nth(111)), [3]);
  const given = stateOf(...RUNNING, guess(3, 111));
  assert.deepEqual(guessesAwaited(given, record, nth(112)), []);
  // A period the trial ended in is asked about from that day on; one that never began is not.
  const stopped = recordOf([...RUNNING, trialStopped(nth(30))]);
  assert.deepEqual(guessDays(stopped, 1), { from: nth(30), until: nth(37) });
  assert.equal(guessDays(stopped, 2), undefined);
});

test('of two guesses about a period the first by the clock stands, in whichever order they arrive', () => {
  const [early, late] = [guess(0, 27), guess(0, 29, { guess: 'placebo' })];
  for (const order of [
    [early, late],
    [late, early],
  ])
    assert.equal(stateOf(...RUNNING, ...order).guesses[`${TRIAL}/0`]?.guess, 'drug');
});

test('days of a period are counted as taken, not taken and unsaid, up to the day', () => {
  const state = stateOf(
    ...RUNNING,
    kitDose(0),
    kitDose(1, { status: 'not-taken' }),
    kitDose(2, { status: 'taken-anyway', kit: KITS[1] }),
    dayKept(formatLocalDate(nth(0)), { pain: 4 }),
  );
  const [first, ...more] = periodsKept(state, recordOf(RUNNING), nth(4));
  assert.deepEqual(more, []);
  assert.deepEqual(first, {
    ...{ period: 0, kit: KITS[0], first: nth(0), last: nth(27) },
    ...{ days: 5, taken: 2, notTaken: 1, unsaid: 2, scored: 1 },
  });
  assert.equal(periodsKept(state, recordOf(RUNNING), OVER).length, 4);
  assert.equal(missedKitDays(state, recordOf(RUNNING), nth(5)), 2);
});

test('the escape rule offers an end after three days in a row at the limit, the last of them today or yesterday', () => {
  const scored = (...pains: readonly number[]) =>
    stateOf(...RUNNING, ...pains.map((pain, n) => dayKept(formatLocalDate(nth(n)), { pain })));
  const record = recordOf(RUNNING);
  const offered = (pains: readonly number[], n: number) => escapeOffered(scored(...pains), record, nth(n));
  assert.equal(offered([8, 8], 1), false);
  assert.equal(offered([8, 9, 8], 2), true);
  assert.equal(offered([8, 9, 8], 3), true);
  assert.equal(offered([8, 9, 8], 4), false);
  assert.equal(offered([8, 7, 8], 2), false);
  assert.equal(offered([8, 9, 8, 3], 3), false);
});

test('diary entries of a trial give one state in whatever order and however often they arrive', () => {
  const entries: readonly CaseEvent[] = [
    ...[
      kitDose(0),
      kitDose(1),
      kitDose(1, { status: 'not-taken', clock: { instant: nth(1) * 864e5, offsetMinutes: 0 } }),
    ],
    ...[kitDose(28), guess(0, 27), guess(0, 28, { guess: 'placebo' }), dayKept('2026-06-01', { pain: 3 })],
    ...[doseRecorded('2026-05-31')],
  ];
  const ground = ledgerOf(RUNNING);
  const named = entries.map((event, i) => recorded(ground.length + 1 + i, event));
  const whole = canonicalJson(foldEvents(undefined, [...ground, ...named]));
  const shuffled = fc.shuffledSubarray([...named], { minLength: named.length });
  fc.assert(
    fc.property(shuffled, fc.nat(named.length), (order, cut) => {
      const once = foldEvents(foldEvents(undefined, [...ground, ...order.slice(0, cut)]), order);
      assert.equal(canonicalJson(once), whole);
    }),
    { seed: 20_261_128, numRuns: 200 },
  );
});

test('what is sealed is shown to nobody', () => {
  const record = recordOf(RUNNING);
  assert.equal(record.sealed?.sealed, 'c2VhbGVk');
  assert.equal(JSON.stringify(shownTrial(record)).includes('c2VhbGVk'), false);
  for (const event of RUNNING) assert.equal(JSON.stringify(shownEvent(event)).includes('c2VhbGVk'), false);
});
