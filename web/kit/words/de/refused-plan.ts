/** What is said in German when a plan cannot be signed or a move not taken: every reason, in the words the plan itself uses. */
import type { PlanRefused } from '../../../../src/http/refused.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { NoPlan, PlanStatus } from '../../../../src/records/case-state.ts';
import type { GateFault } from '../../../../src/service/titration-gates.ts';
import { say, type Words } from '../say.ts';
import { dayCount, longDate } from './number.ts';
import { PLAN_FAULT, REASON, STOP_RULE } from './plan.ts';

const list = (items: readonly string[]): string => items.join(', ');
const some = (sentences: readonly string[]): string => sentences.slice(0, 10).join(' ');

export const PLAN_STATUS: Readonly<Record<PlanStatus, string>> = {
  drafted: 'ein Entwurf',
  'half-signed': 'einmal unterschrieben',
  'in-force': 'gültig',
  superseded: 'durch einen neueren ersetzt',
  ended: 'beendet',
};

export const NO_PLAN: Words<NoPlan> = {
  'no-plan-signed': () => 'Es ist noch kein Plan unterschrieben.',
  'plan-waits-for-second-signature': () => 'Der Plan wartet auf eine zweite Unterschrift.',
  'plan-not-yet-valid': ({ validFrom }) => `Der Plan beginnt am ${longDate(validFrom)}.`,
  'plan-past-its-last-day': ({ validTo }) => `Der Plan galt bis zum ${longDate(validTo)}.`,
  'plan-was-ended': ({ on }) => `Der Plan wurde am ${longDate(on)} beendet.`,
  'therapy-stopped': ({ on }) => `Die Behandlung wurde am ${longDate(on)} abgesetzt.`,
  'in-blinded-trial': ({ from }) =>
    `Seit dem ${longDate(from)} läuft eine verblindete Studie. Genommen werden ihre Packungen, nichts nach einem Plan.`,
  'trial-over': ({ on }) =>
    `Die verblindete Studie ist seit dem ${longDate(on)} vorbei. Wie es weitergeht, entscheidet und unterschreibt, wer verordnet.`,
  'case-not-open': () => 'Der Fall ist nicht offen.',
};

export const GATE_FAULT: Words<GateFault> = {
  'case-not-open': () => 'Der Fall ist nicht offen.',
  'not-a-prescriber-of-the-case': () => 'Das darf nur eine verordnende Person dieses Falls.',
  'not-the-patient': () => 'Das darf nur die Patientin oder der Patient.',
  'signer-is-the-patient': () => 'Niemand verordnet für sich selbst.',
  'solo-cannot-sign': () => 'Wer allein ist, trägt einen Plan ein. Unterschrieben wird er hier nicht.',
  'only-solo-transcribes': () => 'Pläne einer Praxis werden unterschrieben und nicht abgeschrieben.',
  'plan-not-a-draft': ({ status }) => `Der Plan ist kein Entwurf mehr. Er ist ${PLAN_STATUS[status]}.`,
  'plan-refused': ({ faults }) => `Der Entwurf hat Fehler. ${some(faults.map((fault) => say(PLAN_FAULT, fault)))}`,
  'valid-from-out-of-range': ({ earliest, latest }) =>
    `Der erste Tag muss zwischen dem ${longDate(earliest)} und dem ${longDate(latest)} liegen.`,
  'valid-to-out-of-range': ({ earliest, latest }) =>
    `Der letzte Tag muss zwischen dem ${longDate(earliest)} und dem ${longDate(latest)} liegen.`,
  'place-not-in-plan': ({ steps }) =>
    `Der Plan hat ${steps} ${steps === 1 ? 'Stufe' : 'Stufen'}. Die Stufe für den Beginn ist nicht dabei.`,
  'start-too-high': ({ dose, current, limit }) =>
    `Ein Beginn mit ${formatDose(dose)} nach ${formatDose(current)} ist ein Anstieg um mehr als ${formatDose(limit)}.`,
  'screening-not-reviewed': () => 'Noch niemand hat die Sicherheitsprüfung als Ganzes durchgesehen.',
  'screening-review-stale': ({ on, limitDays }) =>
    `Die Sicherheitsprüfung wurde zuletzt am ${longDate(on)} durchgesehen. Das gilt ${dayCount(limitDays)} lang oder bis ein neues Medikament gemeldet wird.`,
  'new-medicine-since-review': () =>
    'Nach der Durchsicht der Sicherheitsprüfung wurde ein Medikament gemeldet. Sehen Sie sie noch einmal durch.',
  'review-saw-findings': () =>
    'Bei der Durchsicht der Sicherheitsprüfung war noch etwas offen. Sehen Sie sie jetzt noch einmal durch.',
  'screening-hard-open': ({ findings }) =>
    findings.length === 1
      ? 'Ein Punkt der Sicherheitsprüfung spricht gegen das Medikament.'
      : `${findings.length} Punkte der Sicherheitsprüfung sprechen gegen das Medikament.`,
  'screening-soft-open': ({ findings }) =>
    findings.length === 1
      ? 'Ein Punkt der Sicherheitsprüfung wartet auf eine Begründung der verordnenden Person.'
      : `${findings.length} Punkte der Sicherheitsprüfung warten auf eine Begründung der verordnenden Person.`,
  'red-flag-open': ({ rules }) =>
    `Ein Zeichen, das die Behandlung beendet, ist nicht geklärt: ${list(rules.map((rule) => STOP_RULE[rule]))}.`,
};

const gates = (faults: readonly GateFault[]): string => some(faults.map((fault) => say(GATE_FAULT, fault)));

export const PLAN_REFUSED: Words<PlanRefused> = {
  'clearing-not-allowed': ({ faults }) => `Nichts wurde geklärt. ${gates(faults)}`,
  'flag-not-open': () =>
    'Eine dieser Meldungen ist nicht mehr offen, oder es wurde keine genannt. Sehen Sie sie noch einmal an.',
  'test-not-waited-for': () => 'Auf ein Ergebnis dieser Untersuchung wird nicht gewartet.',
  'test-waits-already': () => 'Auf das Ergebnis dieser Untersuchung wird schon gewartet.',
  'end-not-allowed': ({ faults }) => `Der Plan wurde nicht beendet. ${gates(faults)}`,
  'end-out-of-range': ({ earliest, latest }) =>
    `Ein Plan kann vom ${longDate(earliest)} bis zum ${longDate(latest)} beendet werden. Nichts wurde geändert.`,
  'later-day-kept': ({ on }) =>
    `Im Tagebuch steht schon der ${longDate(on)}, und der ist später. Sehen Sie den Tag noch einmal an. Nichts wurde geändert.`,
  'later-move-recorded': ({ on }) =>
    `Für den ${longDate(on)} ist schon eine Änderung der Dosis festgehalten, und der ist später. Nichts wurde geändert.`,
  'move-not-permitted': ({ reasons, standing }) => {
    const against = reasons.filter(({ stands }) => stands === 'against').map((reason) => say(REASON, reason));
    return `Dieser Schritt ist heute nicht möglich. ${some([...standing.map((fault) => say(GATE_FAULT, fault)), ...against])} Sie können die verordnende Person darum bitten.`;
  },
  'no-plan-in-force': ({ why }) => `An diesem Tag gilt kein Plan. ${say(NO_PLAN, why)}`,
  'not-yours-to-move': () =>
    'Nur die Patientin oder der Patient und eine verordnende Person des Falls ändern die Dosis.',
  'interruption-out-of-range': ({ earliest, longestDays }) =>
    `Tage ohne Dosis beginnen frühestens am ${longDate(earliest)} und sind 1 bis ${longestDays} hintereinander. Nichts wurde geändert.`,
  'interruption-unknown': () => 'Diese Tage sind nicht geplant oder schon vorbei.',
  'nothing-to-interrupt': () => 'Kein Plan gilt oder wartet darauf. Also gibt es keine Dosis, die ausfallen könnte.',
  'nothing-to-stop': () => 'Es gibt keinen Plan zum Absetzen: Keiner gilt, und keiner beginnt bald.',
  'place-changed': () =>
    'Die Dosis wurde inzwischen geändert. Sehen Sie sie noch einmal an. Jetzt wurde nichts geändert.',
  'place-not-in-plan': () => 'Der Plan hat keine solche Stufe für den Beginn.',
  'plan-changed': () => 'Es gibt einen neueren Plan. Sehen Sie ihn an. Jetzt wurde nichts geändert.',
  'plan-draft-faulty': ({ faults }) =>
    `Der Entwurf hat ${faults.length === 1 ? 'einen Fehler' : `${faults.length} Fehler`}. Die Liste sagt, wo. Nichts wurde gespeichert.`,
  'plan-has-no-force': () => 'Der Plan gilt nicht, also gibt es nichts zu beenden.',
  'plan-not-a-draft': ({ status }) =>
    `Der Plan ist kein Entwurf mehr. Er ist ${PLAN_STATUS[status]}. Nichts wurde geändert.`,
  'plan-not-half-signed': () => 'Der Plan wartet nicht auf eine zweite Unterschrift.',
  'plan-not-signable': ({ faults }) => `Nichts wurde unterschrieben. ${gates(faults)}`,
  'plan-unknown': () => 'Diesen Plan gibt es in dem Fall nicht.',
  'read-back-differs': () =>
    'Seit dem Gegenlesen hat sich etwas geändert. Lesen Sie den Plan noch einmal gegen, bevor Sie unterschreiben.',
  'reason-too-short': ({ needed }) => `Eine Begründung braucht mindestens ${needed} Zeichen. Nichts wurde geändert.`,
  'signature-differs': () =>
    'Unterschrieben wurde nicht das, was jetzt hier steht. Lesen Sie den Plan noch einmal gegen, bevor Sie unterschreiben.',
  'signed-by-you-already': () =>
    'Sie haben diesen Plan schon unterschrieben. Die zweite Unterschrift kommt von jemand anderem.',
};
