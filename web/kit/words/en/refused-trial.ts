/**
 * What is said when an act of a blinded trial is not done: every reason, what was kept, what to do. No sentence here can
 * tell what a kit holds (H13).
 */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import type { TrialRefused } from '../../../../src/http/refused.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { TrialPhase } from '../../../../src/records/trial-state.ts';
import type { TrialGate } from '../../../../src/service/trial/gates.ts';
import { say, type Words } from '../say.ts';
import { GATE_FAULT, NO_PLAN } from './refused-plan.ts';
import { PROTOCOL_FAULT } from './trial-fault.ts';

const some = (sentences: readonly string[]): string => sentences.slice(0, 10).join(' ');
const numbered = (periods: readonly number[]): string => periods.map((period) => period + 1).join(', ');

export const TRIAL_PHASE: Readonly<Record<TrialPhase, string>> = {
  designed: 'a draft',
  signed: 'signed, and waits for the patient’s agreement',
  consented: 'agreed to, and waits to be drawn and sealed',
  sealed: 'sealed, and waits for its kits and its first day',
  ready: 'about to begin',
  running: 'running',
  over: 'over, and still sealed',
  opened: 'opened',
  dropped: 'given up',
};

export const TRIAL_GATE: Words<TrialGate> = {
  ...GATE_FAULT,
  'plan-not-in-force': ({ why }) => `A trial rests on a signed plan. ${say(NO_PLAN, why)}`,
  'trial-on-another-plan': () => 'The trial was signed on another plan than the one in force. Design it anew.',
  'dose-above-ceiling': ({ dose, ceiling }) =>
    `${formatDose(dose)} is above the ceiling of the signed plan, ${formatDose(ceiling)}.`,
  'rise-not-tolerated': ({ rise, limit }) =>
    `From one period to the next the dose could rise by ${formatDose(rise)}; the patient has taken no more than ${formatDose(limit)} so far.`,
  'nothing-to-randomise': PROTOCOL_FAULT['nothing-to-randomise'],
  'trial-runs-already': () => 'Another trial of this case runs or is about to begin.',
  'first-day-out-of-range': ({ earliest, latest }) =>
    `The first day must lie from ${formatLocalDate(earliest)} to ${formatLocalDate(latest)}.`,
  'consent-missing': () => 'The patient has not agreed, or has taken the agreement back.',
  'allocation-not-sealed': () => 'The order has not been drawn and sealed.',
  'first-kits-not-dispensed': ({ kits }) => `The first kits have not been handed out: ${kits.join(', ')}.`,
  'first-kits-expire': ({ usableUntil, until }) =>
    `The first kits can be used until ${formatLocalDate(usableUntil)}; they are needed until ${formatLocalDate(until)}.`,
};

const gates = (faults: readonly TrialGate[]): string => some(faults.map((fault) => say(TRIAL_GATE, fault)));

export const TRIAL_REFUSED: Words<TrialRefused> = {
  'allocation-not-sealed': () => 'The order has not been drawn and sealed yet.',
  'allocation-unreadable': () =>
    'What was sealed cannot be opened: it was altered, or the key file of this server is not the one it was sealed with. In an emergency treat as on naltrexone.',
  'blind-would-end': () =>
    'You also treat, coordinate or designed this trial, so you must not know what its kits hold. Another pharmacist packs them.',
  'commitment-does-not-fit': () =>
    'What was sealed is not what was committed to before the first day. It was not opened, and the trial cannot be answered.',
  'consent-text-unknown': () => 'There is a newer text to agree to. Reload the page and read it.',
  'deviation-out-of-range': ({ earliest, latest }) =>
    `A deviation is noted for a day from ${formatLocalDate(earliest)} to ${formatLocalDate(latest)}. Nothing was noted.`,
  'guesses-awaited': ({ periods }) =>
    `The patient can still say what they believe was in period ${numbered(periods)}. It is opened after that, or when the time for it has passed.`,
  'kits-dispensed-already': ({ kits }) =>
    `Handed out already: ${kits.join(', ')}. If one was lost, note that first; then the whole block can be handed out again.`,
  'kits-expire-too-soon': ({ earliest }) =>
    `These kits are needed until ${formatLocalDate(earliest)} at the least. Nothing was recorded.`,
  'kits-not-whole-blocks': () =>
    'Kits are handed out in whole blocks, so that neither number nor day tells what they hold. Nothing was recorded.',
  'lots-not-of-the-arms': () => 'One lot for each content is needed, placebo too. Nothing was recorded.',
  'no-consent-given': () => 'There is no agreement to take back.',
  'nothing-to-randomise': PROTOCOL_FAULT['nothing-to-randomise'],
  'period-unknown': () => 'The trial has no such period.',
  'protocol-differs': () => 'This is not the protocol that was signed. Reload the page and read it again.',
  'protocol-faulty': ({ faults }) =>
    `The protocol was not kept. ${some(faults.map((fault) => say(PROTOCOL_FAULT, fault)))}`,
  'trial-not-at-this-point': ({ phase }) => `The trial is ${TRIAL_PHASE[phase]}. Nothing was changed.`,
  'trial-not-opened': () =>
    'There is no report while the order is sealed. Once the trial is over and opened, there is one.',
  'trial-not-signable': ({ gates: faults }) => `Nothing was signed. ${gates(faults)}`,
  'trial-not-startable': ({ gates: faults }) => `The trial was not begun. ${gates(faults)}`,
  'trial-unknown': () => 'There is no such trial in the case.',
};
