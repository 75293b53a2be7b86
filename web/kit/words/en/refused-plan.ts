/** What is said when a plan cannot be signed or a move not taken: every reason, in the words the plan itself uses. */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import type { PlanRefused } from '../../../../src/http/refused.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { NoPlan, PlanStatus } from '../../../../src/records/case-state.ts';
import type { GateFault } from '../../../../src/service/titration-gates.ts';
import { PLAN_FAULT, REASON, STOP_RULE, say, type Words } from './plan.ts';

const list = (items: readonly string[]): string => items.join(', ');
const some = (sentences: readonly string[]): string => sentences.slice(0, 10).join(' ');

export const PLAN_STATUS: Readonly<Record<PlanStatus, string>> = {
  drafted: 'a draft',
  'half-signed': 'signed once',
  'in-force': 'in force',
  superseded: 'replaced by a newer one',
  ended: 'ended',
};

export const NO_PLAN: Words<NoPlan> = {
  'no-plan-signed': () => 'No plan has been signed yet.',
  'plan-waits-for-second-signature': () => 'The plan waits for a second signature.',
  'plan-not-yet-valid': ({ validFrom }) => `The plan begins on ${formatLocalDate(validFrom)}.`,
  'plan-past-its-last-day': ({ validTo }) => `The plan could be followed until ${formatLocalDate(validTo)}.`,
  'plan-was-ended': ({ on }) => `The plan was ended on ${formatLocalDate(on)}.`,
  'therapy-stopped': ({ on }) => `The therapy was stopped on ${formatLocalDate(on)}.`,
  'in-blinded-trial': ({ from }) =>
    `A blinded trial has run since ${formatLocalDate(from)}; its kits are taken, and nothing of a plan.`,
  'trial-over': ({ on }) =>
    `The blinded trial is over since ${formatLocalDate(on)}. A prescriber decides what follows and signs a plan.`,
  'case-not-open': () => 'The case is not open.',
};

export const GATE_FAULT: Words<GateFault> = {
  'case-not-open': () => 'The case is not open.',
  'not-a-prescriber-of-the-case': () => 'Only a prescriber of the case may do this.',
  'not-the-patient': () => 'Only the patient may do this.',
  'signer-is-the-patient': () => 'Nobody prescribes for themselves.',
  'solo-cannot-sign': () => 'A patient alone copies a plan in; nobody signs it here.',
  'only-solo-transcribes': () => 'Plans of a clinic are signed, not copied in.',
  'plan-not-a-draft': ({ status }) => `The plan is no draft any more: it is ${PLAN_STATUS[status]}.`,
  'plan-refused': ({ faults }) => `The draft has faults. ${some(faults.map((fault) => say(PLAN_FAULT, fault)))}`,
  'valid-from-out-of-range': ({ earliest, latest }) =>
    `The first day must lie from ${formatLocalDate(earliest)} to ${formatLocalDate(latest)}.`,
  'valid-to-out-of-range': ({ earliest, latest }) =>
    `The last day must lie from ${formatLocalDate(earliest)} to ${formatLocalDate(latest)}.`,
  'place-not-in-plan': ({ steps }) => `The plan has ${steps} steps, and the one to start at is not among them.`,
  'start-too-high': ({ dose, current, limit }) =>
    `Starting at ${formatDose(dose)} from ${formatDose(current)} is a rise of more than ${formatDose(limit)}.`,
  'screening-not-reviewed': () => 'Nobody has looked at the screening as a whole yet.',
  'screening-review-stale': ({ on, limitDays }) =>
    `The screening was last looked at on ${formatLocalDate(on)}; it holds for ${limitDays} days, or until a new medicine is reported.`,
  'new-medicine-since-review': () => 'A medicine was reported after the screening was looked at. Look at it again.',
  'review-saw-findings': () => 'When the screening was looked at, something was open. Look at it again now.',
  'screening-hard-open': ({ findings }) =>
    findings.length === 1
      ? 'A finding of the screening forbids the drug.'
      : `${findings.length} findings of the screening forbid the drug.`,
  'screening-soft-open': ({ findings }) =>
    findings.length === 1
      ? "A finding of the screening waits for a prescriber's reason."
      : `${findings.length} findings of the screening wait for a prescriber's reason.`,
  'red-flag-open': ({ rules }) =>
    `A sign that ends the therapy has not been cleared: ${list(rules.map((rule) => STOP_RULE[rule]))}.`,
};

const gates = (faults: readonly GateFault[]): string => some(faults.map((fault) => say(GATE_FAULT, fault)));

export const PLAN_REFUSED: Words<PlanRefused> = {
  'clearing-not-allowed': ({ faults }) => `Nothing was cleared. ${gates(faults)}`,
  'flag-not-open': () => 'One of these reports is not open any more, or none was named. Look at them again.',
  'test-not-waited-for': () => 'No result of this test is waited for.',
  'test-waits-already': () => 'The result of this test is waited for already.',
  'end-not-allowed': ({ faults }) => `The plan was not ended. ${gates(faults)}`,
  'end-out-of-range': ({ earliest, latest }) =>
    `A plan can be ended from ${formatLocalDate(earliest)} to ${formatLocalDate(latest)}. Nothing was changed.`,
  'later-day-kept': ({ on }) =>
    `The diary already holds ${formatLocalDate(on)}, which is later. Look at the day again; nothing was changed.`,
  'later-move-recorded': ({ on }) =>
    `A move has been recorded for ${formatLocalDate(on)}, which is later. Nothing was changed.`,
  'move-not-permitted': ({ reasons, standing }) => {
    const against = reasons.filter(({ stands }) => stands === 'against').map((reason) => say(REASON, reason));
    return `This move is not open today. ${some([...standing.map((fault) => say(GATE_FAULT, fault)), ...against])} A request to the prescriber is open.`;
  },
  'no-plan-in-force': ({ why }) => `No plan may be followed on this day. ${say(NO_PLAN, why)}`,
  'not-yours-to-move': () => 'Only the patient and a prescriber of the case change the dose.',
  'interruption-out-of-range': ({ earliest, longestDays }) =>
    `Days without a dose begin on ${formatLocalDate(earliest)} or later and are 1 to ${longestDays} in a row. Nothing was changed.`,
  'interruption-unknown': () => 'These days are not planned, or are over.',
  'nothing-to-interrupt': () => 'No plan has force or waits for it, so there is no dose to leave out.',
  'nothing-to-stop': () => 'There is no plan to stop: none has force, and none is about to.',
  'place-changed': () => 'The dose was changed in the meantime. Look at it again; nothing was changed now.',
  'place-not-in-plan': () => 'The plan has no such step to start at.',
  'plan-changed': () => 'There is a newer plan. Look at it again; nothing was changed now.',
  'plan-draft-faulty': ({ faults }) =>
    `The draft has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}. The list says where. Nothing was kept.`,
  'plan-has-no-force': () => 'The plan has no force, so there is nothing to end.',
  'plan-not-a-draft': ({ status }) =>
    `The plan is no draft any more: it is ${PLAN_STATUS[status]}. Nothing was changed.`,
  'plan-not-half-signed': () => 'The plan does not wait for a second signature.',
  'plan-not-signable': ({ faults }) => `Nothing was signed. ${gates(faults)}`,
  'plan-unknown': () => 'There is no such plan in the case.',
  'read-back-differs': () => 'Something has changed since the plan was read back. Read it back again before signing.',
  'reason-too-short': ({ needed }) => `A reason needs at least ${needed} characters. Nothing was changed.`,
  'signature-differs': () => 'What was signed is not what stands here now. Read it back again before signing.',
  'signed-by-you-already': () => "You have signed this plan. The second signature is somebody else's.",
};
