/** German of the events of a blinded trial. Before the opening nothing here can tell an arm (H13). */
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
  'escape-rule': 'die Regel für ein frühes Ende war erfüllt',
  'patient-wish': 'auf Wunsch der Patientin oder des Patienten',
  'side-effect': 'eine Nebenwirkung',
  safety: 'aus Sicherheit',
  'consent-withdrawn': 'die Zustimmung wurde zurückgenommen',
  other: 'ein anderer Grund',
};

export const DEVIATION: Readonly<Record<DeviationWhat, string>> = {
  'wrong-kit': 'eine falsche Packung',
  'missed-days': 'ausgelassene Tage',
  'kit-lost': 'eine Packung ging verloren',
  'new-medicine': 'ein neues Medikament',
  'late-guess': 'eine späte Vermutung',
  other: 'etwas anderes',
};

export const GUESS: Readonly<Record<GuessWord, string>> = {
  drug: 'das Mittel',
  placebo: 'Placebo',
  'no-idea': 'keine Ahnung',
};

export const KIT_DOSE: Readonly<Record<KitDoseStatus, string>> = {
  taken: 'genommen',
  'not-taken': 'nicht genommen',
  'taken-anyway': 'genommen, obwohl keine zu nehmen war',
};

const METHOD: Readonly<Record<Signature['method'], string>> = {
  passkey: 'mit einem Passkey',
  password: 'mit einem Passwort',
};
const quoted = (text: string): string => (text === '' ? '' : ` „${text}“`);
const armInWords = (dose: Dose): string => (dose === NO_DOSE ? 'Placebo' : formatDose(dose));

type Kind = TrialEvent['kind'] | TrialDiaryEvent['kind'];

export const TRIAL_EVENT: { readonly [K in Kind]: (event: EventOf<K>) => string } = {
  'trial-designed': () => 'Eine verblindete Studie wurde entworfen.',
  'trial-signed': ({ signature }) =>
    `Das Protokoll einer verblindeten Studie wurde ${METHOD[signature.method]} unterschrieben; daran ändert sich nichts mehr.`,
  'trial-dropped': ({ reason }) => `Eine Studie, die nicht begonnen hatte, wurde aufgegeben.${quoted(reason)}`,
  'consent-given': ({ text }) => `Die Patientin oder der Patient hat der Studie zugestimmt (Text ${text}).`,
  'consent-withdrawn': ({ on, reason }) =>
    `Die Zustimmung zur Studie gilt ab ${longDate(on)} nicht mehr.${quoted(reason)}`,
  'allocation-sealed': ({ commitment }) =>
    `Die Reihenfolge der Studie wurde ausgelost und versiegelt. Festlegung: ${commitment.slice(0, 12)}…`,
  'kits-dispensed': ({ kits, capsulesEach, usableUntil }) =>
    `Die Packungen ${kits.join(', ')} wurden ausgegeben, je ${capsulesEach} Kapseln, verwendbar bis ${longDate(usableUntil)}.`,
  'trial-started': ({ on }) => `Die Studie beginnt am ${longDate(on)}.`,
  'trial-stopped': ({ on, why, note }) => `Die Studie endet am ${longDate(on)}: ${TRIAL_STOP[why]}.${quoted(note)}`,
  'trial-deviated': ({ what, note }) => `Anders als im Protokoll: ${DEVIATION[what]}.${quoted(note)}`,
  'code-broken': ({ period, reason }) => `Der Code von Abschnitt ${period + 1} wurde gebrochen.${quoted(reason)}`,
  'allocation-opened': ({ sequence }) =>
    `Die Studie wurde geöffnet: ${sequence.map(armInWords).join(', ')}. Das passt zur Festlegung.`,
  'kit-dose-recorded': ({ kit, date, status }) => `Packung ${kit}, Kapsel vom ${longDate(date)}: ${KIT_DOSE[status]}.`,
  'guess-given': ({ period, guess }) => `Vermutung zu Abschnitt ${period + 1}: ${GUESS[guess]}.`,
};
