/** What the events of a blinded trial are called on a record. Before the opening nothing here can tell an arm (H13). */
import { type Dose, formatDose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import type {
  DeviationWhat,
  KitDoseStatus,
  StopWhy,
  TrialDiaryEvent,
  TrialEvent,
} from '../../../../src/records/event-trial.ts';
import type { Signature } from '../../../../src/records/signature.ts';
import type { GuessWord } from '../../../../src/trial/guess.ts';
import { longDate } from './number.ts';

export const TRIAL_STOP: Readonly<Record<StopWhy, string>> = {
  'escape-rule': 'the rule that ends it early was met',
  'patient-wish': 'the patient wished it',
  'side-effect': 'a side effect',
  safety: 'for safety',
  'consent-withdrawn': 'the agreement was taken back',
  other: 'another reason',
};

export const DEVIATION: Readonly<Record<DeviationWhat, string>> = {
  'wrong-kit': 'a wrong kit',
  'missed-days': 'missed days',
  'kit-lost': 'a kit was lost',
  'new-medicine': 'a new medicine',
  'late-guess': 'a late guess',
  other: 'something else',
};

export const GUESS: Readonly<Record<GuessWord, string>> = {
  drug: 'the drug',
  placebo: 'placebo',
  'no-idea': 'no idea',
};

export const KIT_DOSE: Readonly<Record<KitDoseStatus, string>> = {
  taken: 'taken',
  'not-taken': 'not taken',
  'taken-anyway': 'taken although none was to be taken',
};

const METHOD: Readonly<Record<Signature['method'], string>> = {
  passkey: 'with a passkey',
  password: 'with a password',
};
const quoted = (text: string): string => (text === '' ? '' : ` “${text}”`);
const armInWords = (dose: Dose): string => (dose === NO_DOSE ? 'placebo' : formatDose(dose));

type Kind = TrialEvent['kind'] | TrialDiaryEvent['kind'];

export const TRIAL_EVENT: { readonly [K in Kind]: (event: EventOf<K>) => string } = {
  'trial-designed': () => 'A blinded trial was drafted.',
  'trial-signed': ({ signature }) =>
    `The protocol of a blinded trial was signed ${METHOD[signature.method]}; nothing of it changes any more.`,
  'trial-dropped': ({ reason }) => `A trial that had not begun was given up.${quoted(reason)}`,
  'consent-given': ({ text }) => `The patient agreed to the trial (text ${text}).`,
  'consent-withdrawn': ({ on, reason }) =>
    `The patient took the agreement to the trial back from ${longDate(on)} on.${quoted(reason)}`,
  'allocation-sealed': ({ commitment }) =>
    `The order of the trial was drawn and sealed. Commitment: ${commitment.slice(0, 12)}…`,
  'kits-dispensed': ({ kits, capsulesEach, usableUntil }) =>
    `Kits ${kits.join(', ')} were handed out, ${capsulesEach} capsules each, usable until ${longDate(usableUntil)}.`,
  'trial-started': ({ on }) => `The trial begins on ${longDate(on)}.`,
  'trial-stopped': ({ on, why, note }) => `The trial ends on ${longDate(on)}: ${TRIAL_STOP[why]}.${quoted(note)}`,
  'trial-deviated': ({ what, note }) => `Not as the protocol says: ${DEVIATION[what]}.${quoted(note)}`,
  'code-broken': ({ period, reason }) => `The code of period ${period + 1} was broken.${quoted(reason)}`,
  'allocation-opened': ({ sequence }) =>
    `The trial was opened: ${sequence.map(armInWords).join(', ')}. It fitted its commitment.`,
  'kit-dose-recorded': ({ kit, date, status }) => `Kit ${kit}, capsule of ${longDate(date)}: ${KIT_DOSE[status]}.`,
  'guess-given': ({ period, guess }) => `Guess about period ${period + 1}: ${GUESS[guess]}.`,
};
