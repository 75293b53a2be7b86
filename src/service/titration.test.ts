/** The deciders on plain states: every gate by itself, and what no table of rights stands in front of (H8, H11, H12, H35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockOn,
  command,
  DAY,
  draftOf,
  flag,
  fold,
  high,
  looked,
  OTHER,
  on,
  opened,
  PLAN,
  POLICY,
  ready,
  screeningOf,
  sign,
  signedState,
  tookOn,
  weekly,
} from '../../test/dose-safety/states.ts';
import { PEOPLE } from '../../test/dose-safety/world.ts';
import { micrograms } from '../medicine/dose.ts';
import { BUILT_IN_LIST } from '../medicine/screening/built-in-list.ts';
import { checkPlan } from '../medicine/titration.ts';
import type { CaseState } from '../records/case-state.ts';
import { planOn } from '../records/course.ts';
import type { CaseEvent } from '../records/event.ts';
import {
  decideCosigning,
  decideEnding,
  decideMove,
  decideSigning,
  decideStop,
  decideTranscription,
} from './titration.ts';
import { decisionHash } from './titration-plans.ts';

test('with everything in order a plan is signed, by whom it says, on the screening that was looked at', () => {
  const decided = sign(ready);
  assert.ok(decided.ok);
  assert.equal(decided.value.decidedBy, PEOPLE.first);
  assert.deepEqual(decided.value.screening, { on: DAY, listVersion: BUILT_IN_LIST.version });
});

test('a signature or a read-back over anything else is refused', () => {
  const decided = decideSigning(
    ready,
    { ...command(), readBackHash: 'a'.repeat(64), signature: { method: 'password', hash: 'a'.repeat(64) } },
    { day: DAY, screening: screeningOf(ready), policy: POLICY },
  );
  assert.ok(!decided.ok && decided.error.code === 'read-back-differs');
  const screening = { on: DAY, listVersion: BUILT_IN_LIST.version };
  const readBackHash = decisionHash(ready, { ...command(), screening }, weekly, PEOPLE.first);
  const signature = { method: 'password', hash: 'a'.repeat(64) } as const;
  const grounds = { day: DAY, screening: screeningOf(ready), policy: POLICY };
  const forged = decideSigning(ready, { ...command(), readBackHash, signature }, grounds);
  assert.ok(!forged.ok && forged.error.code === 'signature-differs');
});

test('the second signature is over what its own signer read back, and comes before the plan’s last day is over', () => {
  const seven = checkPlan({ ...weekly, ceiling: micrograms(6_500) });
  assert.ok(seven.ok);
  const half = signedState(fold(ready, draftOf(PLAN, seven.value)), { validTo: on(3) });
  const terms = { ...command(), validTo: on(3), screening: { on: DAY, listVersion: BUILT_IN_LIST.version } };
  const tried = (readBackHash: string, hash: string, days = 1) => {
    const asked = { plan: PLAN, signer: PEOPLE.second, readBackHash, signature: { method: 'password', hash } } as const;
    const grounds = { day: on(days), screening: screeningOf(half, on(days)), policy: POLICY };
    const decided = decideCosigning(half, asked, grounds);
    return decided.ok ? 'signed' : decided.error.code;
  };
  const own = decisionHash(half, terms, seven.value, PEOPLE.second);
  const firsts = decisionHash(half, terms, seven.value, PEOPLE.first);
  assert.equal(tried(firsts, firsts), 'read-back-differs');
  assert.equal(tried(own, firsts), 'signature-differs');
  assert.equal(tried(own, own, 4), 'plan-not-signable');
  assert.equal(tried(own, own, 3), 'signed');
});

test('only a patient alone transcribes, and only up to 7 mg whatever the site allows', () => {
  const grounds = { day: DAY, screening: screeningOf(ready), policy: { maximumCeiling: micrograms(12_000) } };
  const tried = (state: CaseState, signer = PEOPLE.patient) => {
    const decided = decideTranscription(state, { ...command({ signer }), prescribedBy: 'Dr Lee' }, grounds);
    return !decided.ok && decided.error.code === 'plan-not-signable'
      ? decided.error.faults.map(({ code }) => code)
      : [];
  };
  const alone = looked(opened(true));
  assert.deepEqual(tried(ready), ['only-solo-transcribes']);
  assert.deepEqual(tried(alone, PEOPLE.first), ['not-the-patient']);
  assert.deepEqual(tried(fold(alone, draftOf(PLAN, high))), ['plan-refused']);
});

test('a move is the patient’s or a prescriber’s, whoever is let near it', () => {
  const running = signedState(ready);
  const hold = { plan: PLAN, move: 'hold', from: 0 } as const;
  for (const [who, may] of [
    ['patient', true],
    ['second', true],
    ['carer', false],
    ['stranger', false],
  ] as const) {
    const decided = decideMove(running, { ...hold, decidedBy: PEOPLE[who] }, DAY, screeningOf(running));
    assert.equal(decided.ok, may, who);
    assert.equal(decideStop(running, { decidedBy: PEOPLE[who] }, DAY).ok, may, who);
  }
});

test('while a plan waits to take over at a dose, the old one is not moved', () => {
  const taken = fold(signedState(ready), tookOn(0, 1_500), draftOf(OTHER, weekly));
  const waiting = signedState(taken, { plan: OTHER, validFrom: on(1), startAt: 1 });
  const hold = { plan: PLAN, move: 'hold', from: 0, decidedBy: PEOPLE.patient } as const;
  const decided = decideMove(waiting, hold, DAY, screeningOf(waiting));
  assert.ok(!decided.ok && decided.error.code === 'plan-changed' && decided.error.plan === OTHER);
  // Stopping is open all the same, and closes the one that waits.
  const stop = decideStop(waiting, { decidedBy: PEOPLE.patient }, DAY);
  assert.ok(stop.ok);
  const stopped = fold(waiting, stop.value);
  for (const days of [0, 1, 30]) assert.equal(planOn(stopped, on(days)).ok, false);
});

test('a plan that waits with a baseline leaves the old one free to move', () => {
  const waiting = signedState(fold(signedState(ready), draftOf(OTHER, weekly)), {
    ...{ plan: OTHER, validFrom: on(5), startAt: 'baseline' },
  });
  const hold = { plan: PLAN, move: 'hold', from: 0, decidedBy: PEOPLE.patient } as const;
  assert.equal(decideMove(waiting, hold, DAY, screeningOf(waiting)).ok, true);
});

test('a red flag of tomorrow, where the patient’s calendar already is, leaves only stopping today', () => {
  const tomorrow = { ...flag, date: on(1), clock: clockOn(on(1)) } as CaseEvent;
  const flagged = fold(signedState(ready), tomorrow);
  const hold = { plan: PLAN, move: 'hold', from: 0, decidedBy: PEOPLE.patient } as const;
  const decided = decideMove(flagged, hold, DAY, screeningOf(flagged));
  assert.ok(!decided.ok && decided.error.code === 'move-not-permitted');
  assert.deepEqual(decided.error.standing, [{ code: 'red-flag-open', rules: ['jaundice'] }]);
});

test('stopping is open on a closed case and past the last day, and needs something to stop', () => {
  const running = signedState(ready);
  const closed = fold(running, { kind: 'case-closed', version: 1, reason: 'moved away' });
  assert.equal(decideStop(closed, { decidedBy: PEOPLE.patient }, DAY).ok, true);
  assert.equal(decideStop(running, { decidedBy: PEOPLE.patient }, on(61)).ok, true);
  assert.equal(decideStop(ready, { decidedBy: PEOPLE.patient }, DAY).ok, false);
});

test('a prescriber ends a plan, a patient alone their copy, and nobody else', () => {
  const running = signedState(ready);
  const end = { plan: PLAN, on: DAY, reason: 'moves to another clinic' };
  for (const [who, may] of [
    ['second', true],
    ['patient', false],
    ['stranger', false],
  ] as const)
    assert.equal(decideEnding(running, { ...end, decidedBy: PEOPLE[who] }, DAY).ok, may, who);
});

test('a plan that had its one signature asks for no second', () => {
  const running = signedState(ready);
  const signature = { method: 'password', hash: '' } as const;
  const again = { plan: PLAN, signer: PEOPLE.second, readBackHash: '', signature };
  const decided = decideCosigning(running, again, { day: DAY, screening: screeningOf(running), policy: POLICY });
  assert.ok(!decided.ok && decided.error.code === 'plan-not-half-signed');
});
