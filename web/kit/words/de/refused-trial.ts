/**
 * German of what is said when an act of a blinded trial is not done: every reason, what was kept, what to do. No sentence
 * here can tell what a kit holds (H13).
 */
import type { TrialRefused } from '../../../../src/http/refused.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { TrialPhase } from '../../../../src/records/trial-state.ts';
import type { TrialGate } from '../../../../src/service/trial/gates.ts';
import { say, type Words } from '../say.ts';
import { longDate } from './number.ts';
import { GATE_FAULT, NO_PLAN } from './refused-plan.ts';
import { PROTOCOL_FAULT } from './trial-fault.ts';

const some = (sentences: readonly string[]): string => sentences.slice(0, 10).join(' ');
const numbered = (periods: readonly number[]): string => periods.map((period) => period + 1).join(', ');

export const TRIAL_PHASE: Readonly<Record<TrialPhase, string>> = {
  designed: 'ein Entwurf',
  signed: 'unterschrieben und wartet auf die Zustimmung der Patientin oder des Patienten',
  consented: 'bewilligt und wartet auf das Auslosen und Versiegeln',
  sealed: 'versiegelt und wartet auf Packungen und ersten Tag',
  ready: 'kurz vor dem Beginn',
  running: 'im Gang',
  over: 'vorbei und noch versiegelt',
  opened: 'geöffnet',
  dropped: 'aufgegeben',
};

export const TRIAL_GATE: Words<TrialGate> = {
  ...GATE_FAULT,
  'plan-not-in-force': ({ why }) => `Eine Studie beruht auf einem unterschriebenen Plan. ${say(NO_PLAN, why)}`,
  'trial-on-another-plan': () =>
    'Die Studie wurde zu einem anderen Plan unterschrieben als dem, der jetzt gilt. Entwerfen Sie sie neu.',
  'dose-above-ceiling': ({ dose, ceiling }) =>
    `${formatDose(dose)} liegt über der Obergrenze des unterschriebenen Plans, ${formatDose(ceiling)}.`,
  'rise-not-tolerated': ({ rise, limit }) =>
    `Von einem Abschnitt zum nächsten könnte die Dosis um ${formatDose(rise)} steigen. Genommen wurden bisher höchstens ${formatDose(limit)}.`,
  'nothing-to-randomise': PROTOCOL_FAULT['nothing-to-randomise'],
  'trial-runs-already': () => 'Eine andere Studie dieses Falls ist im Gang oder beginnt bald.',
  'first-day-out-of-range': ({ earliest, latest }) =>
    `Der erste Tag muss zwischen dem ${longDate(earliest)} und dem ${longDate(latest)} liegen.`,
  'consent-missing': () => 'Die Zustimmung der Patientin oder des Patienten fehlt oder wurde zurückgenommen.',
  'allocation-not-sealed': () => 'Die Reihenfolge ist noch nicht ausgelost und versiegelt.',
  'first-kits-not-dispensed': ({ kits }) => `Die ersten Packungen sind noch nicht ausgegeben: ${kits.join(', ')}.`,
  'first-kits-expire': ({ usableUntil, until }) =>
    `Die ersten Packungen sind bis zum ${longDate(usableUntil)} verwendbar. Gebraucht werden sie bis zum ${longDate(until)}.`,
};

const gates = (faults: readonly TrialGate[]): string => some(faults.map((fault) => say(TRIAL_GATE, fault)));

export const TRIAL_REFUSED: Words<TrialRefused> = {
  'allocation-not-sealed': () => 'Die Reihenfolge ist noch nicht ausgelost und versiegelt.',
  'allocation-unreadable': () =>
    'Das Versiegelte lässt sich nicht öffnen. Es wurde verändert, oder die Schlüsseldatei dieses Servers ist nicht die, mit der es versiegelt wurde. Behandeln Sie im Notfall wie unter Naltrexon.',
  'blind-would-end': () =>
    'Sie behandeln oder betreuen in dieser Studie oder haben sie entworfen und dürfen nicht wissen, was die Packungen enthalten. Packen muss eine andere Apotheke oder Person.',
  'commitment-does-not-fit': () =>
    'Das Versiegelte ist nicht das, was vor dem ersten Tag festgelegt wurde. Es wurde nicht geöffnet, und die Studie ist nicht auszuwerten.',
  'consent-text-unknown': () => 'Der Text für die Zustimmung ist neu. Laden Sie die Seite neu und lesen Sie ihn.',
  'deviation-out-of-range': ({ earliest, latest }) =>
    `Eine Abweichung gilt für einen Tag zwischen dem ${longDate(earliest)} und dem ${longDate(latest)}. Nichts wurde notiert.`,
  'guesses-awaited': ({ periods }) =>
    `Zu Abschnitt ${numbered(periods)} kann die Vermutung noch kommen. Geöffnet wird danach oder wenn die Zeit dafür vorbei ist.`,
  'kits-dispensed-already': ({ kits }) =>
    `Schon ausgegeben: ${kits.join(', ')}. Ging eine verloren, notieren Sie das zuerst. Dann kann der ganze Block noch einmal ausgegeben werden.`,
  'kits-expire-too-soon': ({ earliest }) =>
    `Diese Packungen werden mindestens bis zum ${longDate(earliest)} gebraucht. Nichts wurde notiert.`,
  'kits-not-whole-blocks': () =>
    'Packungen werden in ganzen Blöcken ausgegeben. So verraten weder Zahl noch Tag, was sie enthalten. Nichts wurde notiert.',
  'lots-not-of-the-arms': () => 'Für jeden Inhalt ist eine Charge nötig, auch für Placebo. Nichts wurde notiert.',
  'no-consent-given': () => 'Es gibt keine Zustimmung, die zurückgenommen werden könnte.',
  'nothing-to-randomise': PROTOCOL_FAULT['nothing-to-randomise'],
  'period-unknown': () => 'Diesen Abschnitt hat die Studie nicht.',
  'protocol-differs': () =>
    'Das ist nicht das Protokoll, das unterschrieben wurde. Laden Sie die Seite neu und lesen Sie es noch einmal.',
  'protocol-faulty': ({ faults }) =>
    `Das Protokoll wurde nicht behalten. ${some(faults.map((fault) => say(PROTOCOL_FAULT, fault)))}`,
  'trial-not-at-this-point': ({ phase }) => `Stand der Studie: ${TRIAL_PHASE[phase]}. Nichts wurde geändert.`,
  'trial-not-opened': () =>
    'Solange die Reihenfolge versiegelt ist, gibt es keinen Bericht. Ist die Studie vorbei und geöffnet, gibt es einen.',
  'trial-not-signable': ({ gates: faults }) => `Nichts wurde unterschrieben. ${gates(faults)}`,
  'trial-not-startable': ({ gates: faults }) => `Die Studie wurde nicht begonnen. ${gates(faults)}`,
  'trial-unknown': () => 'Diese Studie gibt es in diesem Fall nicht.',
};
