/** Every gate between a draft and its force, by itself, and where a plan may begin (H4, H8, H12, H35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOn } from '../../test/dose-safety/commands.ts';
import {
  clockOn,
  DAY,
  draftOf,
  faultsOf,
  flag,
  fold,
  high,
  looked,
  OTHER,
  on,
  opened,
  PLAN,
  ready,
  sign,
  signedState,
  tookOn,
  weekly,
} from '../../test/dose-safety/states.ts';
import { name, PEOPLE } from '../../test/dose-safety/world.ts';
import type { CaseState } from '../records/case-state.ts';
import type { CaseEvent } from '../records/event.ts';
import type { SignCommand } from './titration-commands.ts';
import { currentDose } from './titration-plans.ts';

const medicine = (text: string): CaseEvent => ({
  kind: 'medicine-recorded',
  version: 1,
  medicine: { id: name<'medicine'>(5, 1), text, form: 'immediate-release', use: { kind: 'current' } },
});
const news: CaseEvent = {
  ...{ kind: 'change-reported', version: 1, what: 'new-medicine', text: '', date: on(-3), clock: clockOn(on(-3)) },
};
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
  ['above the ceiling of the site', fold(ready, draftOf(PLAN, high)), {}, ['plan-refused']],
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
  // A dose two entries disagree about is not known to have been taken.
  const lower = { ...tookOn(-1, 1_500), clock: clockOn(on(-1) + 0.01) } as CaseEvent;
  assert.equal(currentDose(fold(ready, tookOn(-1, 3_000), lower), DAY).dose, 0);
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
