/** The deciders on plain states: every gate by itself, and what no table of rights stands in front of (H8, H11, H12, H35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOn } from '../../test/dose-safety/commands.ts';
import { name, PEOPLE } from '../../test/dose-safety/world.ts';
import { type LocalDate, localDate } from '../base/calendar.ts';
import { micrograms } from '../medicine/dose.ts';
import { BUILT_IN_LIST } from '../medicine/screening/built-in-list.ts';
import { templatePlan } from '../medicine/templates.ts';
import { checkPlan, type TitrationPlan } from '../medicine/titration.ts';
import type { CaseState } from '../records/case-state.ts';
import { foldEvents, planOn } from '../records/course.ts';
import type { CaseEvent, Recorded } from '../records/event.ts';
import { screenCase } from './case-record-row.ts';
import { reviewOf } from './screen-case.ts';
import {
  decideCosigning,
  decideEnding,
  decideMove,
  decideSigning,
  decideStop,
  decideTranscription,
} from './titration.ts';
import type { SignCommand } from './titration-commands.ts';
import { currentDose, decisionHash } from './titration-plans.ts';

const DAY = localDate(2026, 6, 1);
const on = (days: number): LocalDate => (DAY + days) as LocalDate;
const PLAN = name<'plan'>(4, 1);
const OTHER = name<'plan'>(4, 2);
const weekly = templatePlan('seed-weekly');
const POLICY = { maximumCeiling: micrograms(7_000) };
const clockOn = (day: number) => ({ instant: day * 86_400_000 + 72_000_000, offsetMinutes: 0 });

let seq = 0;
function fold(state: CaseState | undefined, ...events: readonly CaseEvent[]): CaseState {
  const recorded = events.map((event): Recorded => {
    seq++;
    const place = { clinic: name<'clinic'>(0, 0), case: name<'case'>(1, 0), seq, id: name<'event'>(3, seq) };
    return { ...place, at: DAY * 86_400_000, by: PEOPLE.first, event };
  });
  return foldEvents(state, recorded);
}

const screeningOf = (state: CaseState, day = DAY) => screenCase(state, BUILT_IN_LIST, day);
/** A look at the screening `days` from the day, as it then is. */
const looked = (state: CaseState, days = 0): CaseState => fold(state, reviewOf(state, screeningOf(state, on(days))));

function opened(solo = false): CaseState {
  const who = { patient: PEOPLE.patient, label: 'one', indications: [], solo, washout: 'label' } as const;
  const ties = [PEOPLE.first, PEOPLE.second].map((person) => ({ person, relation: 'prescriber' }) as const);
  return fold(
    undefined,
    { kind: 'case-opened', version: 1, ...who },
    ...ties.map((tie) => ({ kind: 'tie-made', version: 1, ...tie }) as const),
    { kind: 'screening-answered', version: 1, answers: answersOn(on(-10)) },
    { kind: 'plan-drafted', version: 1, plan: PLAN, content: weekly },
  );
}

const ready = looked(opened());

const command = (given: Partial<SignCommand> = {}): SignCommand => ({
  ...{ plan: PLAN, validFrom: DAY, validTo: on(60), startAt: 0, signer: PEOPLE.first, readBackHash: '' },
  ...given,
});

/** Signs what is read back at that moment; the faults told, or none. */
function sign(state: CaseState, given: Partial<SignCommand> = {}, day = DAY) {
  const asked = command(given);
  const content = state.plans.find(({ plan }) => plan === asked.plan)?.content ?? weekly;
  const { on: seen = DAY, listVersion = '' } = state.screened ?? {};
  const hash = decisionHash(state, { ...asked, screening: { on: seen, listVersion } }, content, asked.signer);
  const signature = { method: 'password', hash } as const;
  const grounds = { day, screening: screeningOf(state, day), policy: POLICY };
  return decideSigning(state, { ...asked, readBackHash: hash, signature }, grounds);
}
function faultsOf(result: ReturnType<typeof sign>): readonly string[] {
  if (result.ok) return [];
  return result.error.code === 'plan-not-signable' ? result.error.faults.map(({ code }) => code) : [result.error.code];
}
function signedState(state: CaseState, given: Partial<SignCommand> = {}): CaseState {
  const decided = sign(state, given);
  assert.ok(decided.ok, JSON.stringify(decided));
  return fold(state, decided.value);
}
const draftOf = (plan: typeof PLAN, content: TitrationPlan): CaseEvent => ({
  ...{ kind: 'plan-drafted', version: 1, plan, content },
});
const tookOn = (days: number, ug: number): CaseEvent => ({
  ...{
    kind: 'dose-recorded',
    version: 1,
    date: on(days),
    status: 'taken',
    dose: micrograms(ug),
    clock: clockOn(on(days)),
  },
});

test('with everything in order a plan is signed, by whom it says, on the screening that was looked at', () => {
  const decided = sign(ready);
  assert.ok(decided.ok);
  assert.equal(decided.value.decidedBy, PEOPLE.first);
  assert.deepEqual(decided.value.screening, { on: DAY, listVersion: BUILT_IN_LIST.version });
});

const medicine = (text: string): CaseEvent => ({
  kind: 'medicine-recorded',
  version: 1,
  medicine: { id: name<'medicine'>(5, 1), text, form: 'immediate-release', use: { kind: 'current' } },
});
const flag: CaseEvent = {
  ...{ kind: 'red-flag-reported', version: 1, rule: 'jaundice', date: on(-40), note: '', clock: clockOn(on(-40)) },
};
const news: CaseEvent = {
  ...{ kind: 'change-reported', version: 1, what: 'new-medicine', text: '', date: on(-3), clock: clockOn(on(-3)) },
};
const high = checkPlan({ ...weekly, ceiling: micrograms(12_000) }, { maximumCeiling: micrograms(12_000) });
assert.ok(high.ok);

const gates: readonly [why: string, state: CaseState, given: Partial<SignCommand>, faults: readonly string[]][] = [
  ['the patient signs', ready, { signer: PEOPLE.patient }, ['signer-is-the-patient']],
  ['a carer signs', ready, { signer: PEOPLE.carer }, ['not-a-prescriber-of-the-case']],
  [
    'a prescriber who is the patient',
    fold(ready, { kind: 'tie-made', version: 1, person: PEOPLE.patient, relation: 'prescriber' }),
    { signer: PEOPLE.patient },
    ['signer-is-the-patient'],
  ],
  ['no such plan', ready, { plan: OTHER }, ['plan-unknown']],
  ['the case is closed', fold(ready, { kind: 'case-closed', version: 1, reason: 'done' }), {}, ['case-not-open']],
  ['nobody signs for a patient alone', looked(opened(true)), {}, ['solo-cannot-sign']],
  ['above the ceiling of the site', fold(ready, draftOf(PLAN, high.value)), {}, ['plan-refused']],
  ['signed before', signedState(ready), {}, ['plan-not-a-draft']],
  ['from the day before yesterday', ready, { validFrom: on(-2), validTo: on(30) }, ['valid-from-out-of-range']],
  ['a dose may not wait until after tomorrow', ready, { validFrom: on(2) }, ['valid-from-out-of-range']],
  ['a baseline may wait four weeks', ready, { validFrom: on(28), startAt: 'baseline' }, []],
  ['and no longer', ready, { validFrom: on(29), startAt: 'baseline' }, ['valid-from-out-of-range']],
  ['for a year and a leap day', ready, { validTo: on(366) }, []],
  ['and no longer', ready, { validTo: on(367) }, ['valid-to-out-of-range']],
  ['over before it begins', ready, { validTo: on(-1) }, ['valid-to-out-of-range']],
  ['at a step it does not have', ready, { startAt: 3 }, ['place-not-in-plan']],
  ['at its second step from nothing', ready, { startAt: 1 }, ['start-too-high']],
  ['nobody has looked', opened(), {}, ['screening-not-reviewed']],
  ['a look of a week ago', looked(opened(), -7), {}, []],
  ['a look of eight days ago', looked(opened(), -8), {}, ['screening-review-stale']],
  ['a look of tomorrow', looked(opened(), 1), {}, ['screening-review-stale']],
  ['a harmless medicine since', fold(ready, medicine('paracetamol')), {}, ['new-medicine-since-review']],
  ['news of a medicine since', fold(ready, news), {}, ['new-medicine-since-review']],
  [
    'an opioid that was looked at',
    looked(fold(opened(), medicine('tramadol'))),
    {},
    ['review-saw-findings', 'screening-hard-open'],
  ],
  [
    'a finding to weigh',
    looked(fold(opened(), { kind: 'screening-answered', version: 1, answers: answersOn(DAY, 'yes') })),
    {},
    ['review-saw-findings', 'screening-soft-open'],
  ],
  ['a red flag nobody cleared', fold(ready, flag), {}, ['red-flag-open']],
];
for (const [why, state, given, faults] of gates)
  test(`signing, ${why}: ${faults.join(', ') || 'signed'}`, () =>
    assert.deepEqual(faultsOf(sign(state, given)), faults));

test('where a plan may begin is measured by the last dose taken, and by no more than the plan in force has', () => {
  const running = signedState(ready);
  assert.deepEqual(currentDose(running, DAY), { dose: 0, atStep: true });
  assert.equal(currentDose(fold(running, tookOn(0, 1_500)), DAY).dose, 1_500);
  assert.equal(currentDose(fold(running, tookOn(-1, 4_500)), DAY).dose, 1_500);
  assert.equal(currentDose(fold(ready, tookOn(-6, 3_000)), DAY).dose, 3_000);
  assert.equal(currentDose(fold(ready, tookOn(-7, 3_000)), DAY).dose, 0);
  const next = (state: CaseState, startAt: number) =>
    faultsOf(sign(fold(state, draftOf(OTHER, weekly)), { plan: OTHER, startAt }));
  const taken = fold(running, tookOn(0, 1_500));
  assert.deepEqual(next(taken, 1), []);
  assert.deepEqual(next(taken, 2), ['start-too-high']);
  // After an interruption the last dose may be taken up again and nothing above it.
  const paused = fold(ready, tookOn(-6, 3_000));
  assert.deepEqual(next(paused, 1), []);
  assert.deepEqual(next(paused, 2), ['start-too-high']);
});

test('a signature or a read-back over anything else is refused', () => {
  const decided = decideSigning(
    ready,
    { ...command(), readBackHash: 'a'.repeat(64), signature: { method: 'password', hash: 'a'.repeat(64) } },
    { day: DAY, screening: screeningOf(ready), policy: POLICY },
  );
  assert.ok(!decided.ok && decided.error.code === 'read-back-differs');
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
  assert.deepEqual(tried(fold(alone, draftOf(PLAN, high.value))), ['plan-refused']);
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
