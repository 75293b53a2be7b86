/** What a patient asked and reported, in German. Answering moves no dose, and the page says so (H8, H9, H11). */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import type { clinicRequestsWords as english } from '../en/clinic-case-requests.ts';
import { dateInWords } from './clinic-case.ts';
import { STOP_RULE } from './plan.ts';
import { sideEffectInWords } from './side-effect.ts';

const WISH: Readonly<Record<EventOf<'request-made'>['wish'], string>> = {
  hold: 'bittet, die Dosis zu halten',
  'step-up': 'bittet, die Dosis zu erhöhen',
  'step-down': 'bittet, die Dosis zu senken',
  resume: 'bittet, wieder beginnen zu dürfen',
  other: 'bittet um etwas anderes',
};

export const clinicRequestsWords: typeof english = {
  requests: 'Anfragen',
  noRequests: 'Nichts wurde angefragt.',
  answered: 'Beantwortet',
  wish: (who, wish) => `${who} ${WISH[wish]}`,
  asked: (day) => `gefragt am ${dateInWords(day)}`,
  yourAnswer: 'Ihre Antwort',
  sendAnswer: 'Antwort senden',
  agree: 'Zustimmen',
  agreeAndTake: (move) => `Zustimmen und ${move}`,
  take: {
    hold: (dose) => `ab heute bei ${dose} halten`,
    'step-up': (dose) => `ab heute auf ${dose} erhöhen`,
    'step-down': (dose) => `ab heute auf ${dose} senken`,
  },
  twoActs: 'Das sind zwei Einträge in der Akte: die Antwort und die Änderung.',
  decline: 'Ablehnen',
  movesNothing:
    'Eine Antwort allein ändert keine Dosis. Dazu wird eine Änderung vorgenommen oder ein anderer Plan unterschrieben.',
  notOpen: 'Der Plan lässt diese Änderung heute nicht zu. Die Gründe stehen im Überblick.',
  noteHelp: 'Die Patientin oder der Patient liest sie. Sie darf leer sein.',
  answeredBy: (answer, who) => `${answer === 'agreed' ? 'zugestimmt' : 'abgelehnt'} von ${who}`,
  agreedAndTaken: (dose) => `Zugestimmt und eingetragen: ${dose} ab heute.`,
  agreedNotTaken: 'Zugestimmt. Die Änderung wurde nicht vorgenommen:',
  agreedOnly: 'Zugestimmt. Keine Dosis wurde geändert.',
  declinedOnly: 'Abgelehnt.',

  flags: 'Zeichen, die die Therapie beenden',
  noFlags: 'Keines wurde gemeldet.',
  flag: (rule) => STOP_RULE[rule],
  reported: (day) => `gemeldet für ${dateInWords(day)}`,
  cleared: (day) => `aufgehoben am ${dateInWords(day)}`,
  clear: (rule) => `Aufheben: ${STOP_RULE[rule]}`,
  clearHelp:
    'Hebt die hier genannten Meldungen auf und keine anderen. Eine, die später eintrifft, gilt wieder. Keine Dosis ändert sich dadurch.',
  clearReason: 'Warum darf die Therapie weitergehen?',
  clearButton: 'Aufheben',

  sideEffects: 'Nebenwirkungen',
  noSideEffects: 'Keine wurde gemeldet.',
  sideEffectHead: ['Nebenwirkung', 'Grad', 'Seit', 'Beendet'],
  sideEffect: sideEffectInWords,
  grade: { 1: '1, leicht', 2: '2, mittel', 3: '3, schwer' },
  goesOn: 'dauert an',

  changes: 'Gemeldete Veränderungen',
  noChanges: 'Keine wurde gemeldet.',
  changeHead: ['Tag', 'Was', 'In eigenen Worten', 'Bei einer Sicherheitsprüfung gesehen'],
  change: {
    'new-medicine': 'Neues Medikament',
    infection: 'Infekt',
    crash: 'Crash',
    cycle: 'Zyklustag',
    'operation-planned': 'Operation geplant',
    'nothing-new': 'Nichts Neues',
  },
  seen: 'ja',
  unseen: 'noch nicht: Sicherheitsprüfung neu ansehen',

  doses: 'Dosen außerhalb des Plans und Tage mit zweierlei Angaben',
  noDoses: 'Im Tagebuch gibt es keine.',
  unplanned: (day, dose) => `${dateInWords(day)}: ${dose}, außerhalb des Plans`,
  conflict: (day) => `${dateInWords(day)}: Die Einträge dieses Tages widersprechen sich`,
  showEntries: 'Die Einträge nebeneinander zeigen',
  entryHead: ['Eintrag', 'Dosis', 'Von wem', 'Uhr des Geräts', 'Beim Server'],
  entry: {
    taken: 'genommen',
    less: 'weniger genommen',
    'not-taken': 'nicht genommen',
    unplanned: 'außerhalb des Plans',
  },
  counts: 'zählt',
  dose: (dose) => (dose === 0 ? 'keine' : formatDose(dose)),

  laboratory: 'Laborwerte',
  laboratoryHelp: 'Ein Wert, auf den gewartet wird, steht einer höheren Dosis im Weg.',
  noLaboratory: 'Kein Wert wurde angefordert.',
  testAsked: (test, day) => `${test}, angefordert am ${day}`,
  testAnswered: (day) => `das Ergebnis kam am ${day}`,
  waits: 'wird erwartet',
  test: 'Untersuchung',
  testHelp: 'Zum Beispiel ALT, TSH, eGFR.',
  askTest: 'Eine Untersuchung wurde angefordert',
  answerTest: (test) => `Das Ergebnis von ${test} ist da`,
};
