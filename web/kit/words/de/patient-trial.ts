/** German of a blinded trial on the patient's page. No sentence depends on what a kit holds before it is opened (H13). */

import type { LocalDate } from '../../../../src/base/calendar.ts';
import { CONSENT_TEXTS } from '../../../../src/trial/consent.ts';
import type { TrialWords } from '../words.ts';
import { whenWords } from './patient-when.ts';

const { days, dayMonth, longDay } = whenWords;

/** "4 Wochen", "10 Tage". */
const span = (n: number): string => (n % 7 === 0 && n > 7 ? `${n / 7} Wochen` : days(n));
/** "3 Tagen", after a preposition. */
const ofDays = (n: number): string => (n === 1 ? '1 Tag' : `${n} Tagen`);

const OUTCOME: Readonly<Record<string, string>> = { pain: 'Schmerz', fatigue: 'Erschöpfung', sleep: 'Schlaf' };
const outcome = (id: string): string => OUTCOME[id] ?? id;
export const trialWords: TrialWords = {
  version: CONSENT_TEXTS.de,
  heading: 'Meine Studie',
  none: 'Es gibt keine Studie.',
  outcome,

  phase: {
    designed: 'Ihre Praxis schreibt noch an dieser Studie.',
    signed: 'Sie werden gefragt, ob Sie mitmachen möchten.',
    consented: 'Sie haben zugestimmt. Ihre Praxis lost nun die Folge aus, die Apotheke macht Ihre Kits.',
    sealed: 'Sie haben zugestimmt. Die Folge ist gelost und verschlossen. Ihre Praxis nennt Ihnen den ersten Tag.',
    ready: 'Ihre Studie beginnt bald.',
    running: 'Ihre Studie läuft.',
    over: 'Ihre Studie ist vorbei. Nehmen Sie nichts, bis Ihre Praxis einen Plan unterschrieben hat.',
    opened: 'Ihre Studie ist vorbei und wurde geöffnet.',
    dropped: 'Ihre Praxis hat diese Studie aufgegeben. Ihr Plan gilt weiter wie bisher.',
  },
  untilThen: 'Bis Tag 1 gilt Ihr Plan weiter wie bisher.',
  begins: (on: LocalDate): string => `Tag 1 ist ${longDay(on)}. Ab dann nehmen Sie die Kapseln Ihrer Kits.`,
  endsOn: (on: LocalDate): string => `Der letzte Tag ist ${longDay(on)}.`,
  overSealed:
    'Was Ihre Kits enthielten, ist noch verschlossen. Geöffnet wird, wenn Ihre letzte Antwort da ist oder die Zeit dafür vorbei ist.',

  about: {
    heading: 'Worum es geht',
    purpose: (text: string): string => `Warum Ihre Praxis fragt: ${text}`,
    question: (symptom: string, dose: string): string =>
      `Die Frage: Wird es mit ${dose} am Tag besser? Gemeint ist: ${symptom}.`,
    compared: (dosesTaken: string): string =>
      `Manche Kapseln enthalten Naltrexon (${dosesTaken}). Die anderen enthalten keinen Wirkstoff. Sie sehen gleich aus.`,
    how: {
      'paired-blocks':
        'Die Zeiten kommen in Paaren. In jedem Paar ist eine mit Wirkstoff und eine ohne. Der Zufall sagt, welche zuerst kommt.',
      'dose-finding':
        'Jede Runde hat eine Zeit ohne Wirkstoff und für jede Dosis eine. Der Zufall bestimmt die Reihenfolge.',
      'randomised-start': 'Sie beginnen ohne Wirkstoff. An einer Stelle, die der Zufall bestimmt, kommt er dazu.',
      'randomised-withdrawal':
        'Sie beginnen mit Wirkstoff. An einer Stelle, die der Zufall bestimmt, fällt er weg. Danach geht es ohne ihn weiter.',
    },
    without:
      'Sie nehmen also in manchen Wochen keinen Wirkstoff. Dann kann es Ihnen schlechter gehen. Nur so lässt es sich erkennen.',
    long: (periods: number, each: number): string =>
      `Es dauert ${span(periods * each)}: ${periods} Zeiten, jede ${span(each)} lang und mit einem eigenen Kit.`,
    asked: [
      'Jeden Tag eine Kapsel aus dem Kit der Zeit, und Ihr Tagebuch wie immer.',
      'Am Ende jeder Zeit: was Sie glauben, genommen zu haben.',
    ],
    blind:
      'Niemand um Sie weiß, was ein Kit enthält: Sie nicht, Ihre Praxis nicht, dieses Handy nicht. Nur die Apotheke weiß es.',
    stop: 'Sie können jederzeit aufhören. Sie müssen keinen Grund nennen und werden weiter gut betreut.',
    escape: (symptom: string, atLeast: number, inARow: number): string =>
      `Steht ${symptom} an ${ofDays(inARow)} ${inARow === 1 ? '' : 'in Folge '}bei ${atLeast} oder mehr, fragt diese Seite, ob Sie aufhören möchten.`,
    emergency:
      'Im Notfall werden Sie behandelt wie unter Naltrexon, egal was Sie nehmen. Zeigen Sie Ihre Karte. Wer verordnet oder die Apotheke kann dann nachsehen, was ein Kit enthält.',
    after:
      'Nach dem letzten Tag nehmen Sie nichts, bis ein neuer Plan unterschrieben ist. Dann erfahren Sie, was jedes Kit enthielt.',
    signed: (name: string): string => `Unterschrieben von ${name}.`,
    someone: 'Ihrer Praxis',
  },

  consent: {
    heading: 'Möchten Sie mitmachen?',
    help: 'Lassen Sie sich Zeit. Fragen Sie Ihre Praxis, was Sie wissen möchten. Sie dürfen Nein sagen, und es ändert sich nichts.',
    agree: 'Ich möchte mitmachen',
    ask: 'Dieser Studie zustimmen?',
    askHelp: 'Sie können das jederzeit zurücknehmen.',
    yes: 'Ja, ich stimme zu',
    notNow: 'Jetzt nicht',
    carer: 'Nur die Patientin oder der Patient selbst kann zustimmen.',
    needsNet: 'Dafür braucht es eine Verbindung.',
    given: (on: LocalDate): string => `Zugestimmt am ${longDay(on)}.`,
    withdraw: 'Zustimmung zurücknehmen',
    withdrawAsk: 'Ihre Zustimmung zurücknehmen?',
    withdrawRuns: 'Die Studie endet jetzt. Nehmen Sie keine Kapsel mehr. Ihr Tagebuch bleibt, wie es ist.',
    withdrawBefore: 'Die Studie beginnt nicht. Ihr Plan gilt weiter wie bisher.',
    withdrawYes: 'Ja, zurücknehmen',
    withdrawn: 'Sie haben Ihre Zustimmung zurückgenommen. Ihre Praxis erfährt es.',
  },

  invited: 'Ihre Praxis fragt, ob Sie bei einer Studie mitmachen möchten.',
  read: 'Mehr lesen',

  kit: {
    capsule: (kit: string): string => `Kit ${kit}: eine Kapsel`,
    where: (period: number, of: number): string => `Zeit ${period} von ${of}.`,
    left: (n: number): string =>
      n === 1 ? 'Heute ist der letzte Tag dieses Kits.' : `Noch ${days(n)} mit diesem Kit.`,
    lastOf: (kit: string): string => `Ab morgen kommt das nächste Kit: ${kit}.`,
    blind: 'Niemand um Sie weiß, was es enthält.',
    toTrial: 'Meine Studie',
    taken: 'Genommen',
    notTaken: 'Nicht genommen',
    different: 'Anders',
    differentHelp: 'Was haben Sie genommen?',
    fromKit: (kit: string): string => `Eine Kapsel aus Kit ${kit}`,
    fromKitHelp: 'Ihre Praxis sieht, dass es ein anderes Kit war.',
    outside: 'Eine Dosis außerhalb der Studie',
    anyway: 'Ich habe sie trotzdem genommen',
    slot: {
      taken: (kit: string): string => `Genommen: Kit ${kit}`,
      'not-taken': (): string => 'Nicht genommen',
      'taken-anyway': (kit: string): string => `Notiert: Kit ${kit}, nicht wie geplant`,
    },
    never: 'Nehmen Sie heute keine zweite Kapsel.',
    conflict: 'Zwei Einträge zu dieser Kapsel stimmen nicht überein. Sagen Sie, welcher richtig ist.',
    closed: 'Nehmen Sie jetzt keine Kapsel.',
    why: {
      'kit-not-of-the-day': 'Das ist nicht das Kit dieses Tages.',
      'kit-not-dispensed': 'Dieses Kit wurde noch nicht ausgegeben. Rufen Sie Ihre Praxis an.',
      'kit-past-its-date':
        'Dieses Kit ist über seinen letzten Tag hinaus. Nicht mehr nehmen. Rufen Sie Ihre Praxis an.',
      'day-has-another-dose': 'Für diesen Tag steht eine Dosis außerhalb der Studie. Nehmen Sie keine Kapsel dazu.',
      'screening-forbids':
        'Die Sicherheitsprüfung hat etwas gefunden, das dieses Mittel vorerst verbietet. Rufen Sie Ihre Praxis an.',
    },
    checked: (when: string): string => `Mit der Praxis abgeglichen ${when}`,
    checkedNever: 'Noch nicht mit der Praxis abgeglichen',
  },

  guess: {
    heading: (kit: string): string => `Was, glauben Sie, war in Kit ${kit}?`,
    help: (from: LocalDate, to: LocalDate): string =>
      `Sie nahmen es vom ${dayMonth(from)} bis ${dayMonth(to)}. Raten genügt; die erste Antwort zählt.`,
    until: (until: LocalDate): string => `Antworten können Sie bis ${longDay(until)}.`,
    what: 'Meine Vermutung',
    guess: { drug: 'Naltrexon', placebo: 'Kein Wirkstoff', 'no-idea': 'Keine Ahnung' },
    sure: 'Wie sicher sind Sie?',
    confidence: { 1: 'Kaum', 2: 'Ein wenig', 3: 'Ziemlich', 4: 'Sehr sicher' },
    why: 'Warum glauben Sie das?',
    reason: {
      'felt-better': 'Es ging mir besser',
      'felt-worse': 'Es ging mir schlechter',
      'felt-the-same': 'Es war wie immer',
      'side-effects': 'Nebenwirkungen',
      'look-or-taste': 'Aussehen oder Geschmack',
      told: 'Jemand hat es gesagt',
      'just-a-feeling': 'Nur ein Gefühl',
    },
    note: 'Ein paar Worte, wenn Sie mögen',
    keep: 'Vermutung behalten',
    kept: 'Behalten. Danke.',
    change: 'Richtigstellen',
    correction: 'Von der Patientin oder dem Patienten berichtigt',
    said: (guess: string, sure: string): string => `Ihre Vermutung: ${guess} (${sure})`,
    saidNoIdea: 'Ihre Vermutung: keine Ahnung',
    none: 'Keine Vermutung',
  },

  escape: {
    heading: 'Sie dürfen die Studie jetzt beenden',
    met: (symptom: string, atLeast: number, inARow: number): string =>
      `${symptom} stand an ${ofDays(inARow)} ${inARow === 1 ? '' : 'in Folge '}bei ${atLeast} oder mehr. Für diesen Fall hat Ihre Studie einen Ausgang.`,
    choice: 'Sie entscheiden. Sie können auch weitermachen.',
    button: 'Studie beenden',
    ask: 'Die Studie jetzt beenden?',
    help: 'Nehmen Sie ab jetzt keine Kapsel mehr. Ihre Praxis erfährt es und unterschreibt, wie es weitergeht. Die Tage bis hier zählen weiter.',
    yes: 'Ja, beenden',
  },

  stopped: (on: LocalDate): string => `Sie haben sie am ${longDay(on)} beendet. Nehmen Sie keine Kapsel mehr.`,
  stoppedBy: (on: LocalDate): string => `Sie wurde am ${longDay(on)} beendet. Nehmen Sie keine Kapsel mehr.`,
  leaving: 'Die Studie verlassen',
  leavingHelp: 'Sie dürfen jederzeit aufhören und müssen niemanden fragen. Es geht auch ohne Netz.',

  periods: {
    heading: 'Zeiten',
    name: (period: number, kit: string): string => `Zeit ${period}: Kit ${kit}`,
    dates: (from: LocalDate, to: LocalDate): string => `${dayMonth(from)} bis ${dayMonth(to)}`,
    now: 'Hier sind Sie',
    kept: (taken: number, of: number): string => `${taken} von ${of} Kapseln genommen`,
  },

  opened: {
    heading: 'Was Ihre Kits enthielten',
    on: (on: LocalDate): string => `Geöffnet am ${longDay(on)}. Es passt zu dem, was vor Tag 1 verschlossen wurde.`,
    drug: (dose: string): string => `Naltrexon ${dose}`,
    placebo: 'Kein Wirkstoff',
    columns: { period: 'Zeit', held: 'Enthielt', guess: 'Ihre Vermutung' },
    right: (right: number, of: number): string => `Sie lagen ${right}-mal von ${of} richtig.`,
    next: 'Wie es weitergeht, entscheiden Sie mit Ihrer Praxis. Nehmen Sie nichts, bis ein Plan unterschrieben ist.',
  },

  answer: {
    heading: 'Die Antwort Ihrer verblindeten Studie',
    blinded:
      'Niemand wusste, was Sie nahmen. So konnten Glaube und Hoffnung diese Antwort nicht lenken. Sie zählt mehr als Ihr Tagebuch allein.',
    during:
      'Solange Ihre Studie läuft, wird keine Antwort berechnet. Sonst könnte sie verraten, was Ihre Kits enthalten.',
    get: 'Antwort zeigen',
    getting: 'Einen Moment …',
    pdf: 'Den ganzen Bericht speichern',
    saved: 'Auf diesem Gerät gespeichert.',
  },
};
