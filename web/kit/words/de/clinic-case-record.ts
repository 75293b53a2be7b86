/** The record of a case, in German: each kind of event as a plain sentence, who looked, taking away, closing, erasing. */
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { EventKind, EventOf } from '../../../../src/records/event.ts';
import type { Relation } from '../../../../src/records/person.ts';
import type { Score } from '../../../../src/trial/diary.ts';
import type { clinicRecordWords as english } from '../en/clinic-case-record.ts';
import { clinicRequestsWords } from './clinic-case-requests.ts';
import { longDate, outcomeName } from './number.ts';
import { packInWords } from './pack.ts';
import { STOP_RULE } from './plan.ts';
import { sideEffectInWords } from './side-effect.ts';
import { TRIAL_EVENT } from './trial-events.ts';

const RELATION: Readonly<Record<Relation, string>> = {
  patient: 'Patientin oder Patient',
  carer: 'Begleitperson',
  prescriber: 'verordnende Person',
  pharmacist: 'Apotheke',
  coordinator: 'Koordination',
};

const SCORE = { skipped: 'ausgelassen', 'too-ill': 'zu krank', 'not-asked': 'nicht gefragt' } as const;
const HOW = {
  proxy: 'von einer Begleitperson eingetragen',
  'back-filled': 'nachgetragen',
  'same-as-yesterday': 'wie am Tag davor',
} as const;
const DOSE_STATUS = { taken: 'genommen', less: 'weniger genommen', 'not-taken': 'nicht genommen' } as const;
const MOVE = { hold: 'Gehalten', 'step-up': 'Erhöht', 'step-down': 'Gesenkt', stop: 'Abgesetzt' } as const;
const METHOD = { passkey: 'mit einem Passkey', password: 'mit einem Passwort' } as const;

const quoted = (text: string): string => (text === '' ? '' : ` „${text}“`);
const scoreInWords = (score: Score): string => (score.kind === 'value' ? String(score.value) : SCORE[score.kind]);

type Sentence<K extends EventKind> = (event: EventOf<K>, name: (id: string) => string) => string;

const EVENT: { readonly [K in EventKind]: Sentence<K> } = {
  ...TRIAL_EVENT,
  'case-opened': ({ label }) => `Der Fall „${label}“ wurde eröffnet.`,
  'tie-made': ({ person, relation }, name) => `${name(person)} gehört nun zum Fall: ${RELATION[relation]}.`,
  'tie-ended': ({ person, relation }, name) => `${name(person)} gehört nicht mehr zum Fall: ${RELATION[relation]}.`,
  'case-closed': ({ reason }) => `Der Fall wurde geschlossen.${quoted(reason)}`,
  'case-reopened': ({ reason }) => `Der Fall wurde wieder geöffnet.${quoted(reason)}`,
  'medicine-recorded': ({ medicine }) =>
    `Ein Medikament wurde eingetragen:${quoted(medicine.text || medicine.code?.code || '')}.`,
  'medicine-use-changed': ({ use }) =>
    use.kind === 'stopped'
      ? `Ein Medikament wurde zuletzt am ${longDate(use.lastTaken)} genommen.`
      : use.kind === 'current'
        ? 'Ein Medikament wird genommen.'
        : 'Ob ein Medikament genommen wird, ist nicht bekannt.',
  'medicine-resolved': ({ resolution }) =>
    `Ein Medikament wurde geklärt: ${resolution.kind === 'ingredient' ? resolution.ingredient : 'nicht auf der Liste, keine Regel betrifft es'}.${quoted(resolution.reason)}`,
  'screening-answered': ({ answers }) =>
    `Die Fragen der Sicherheitsprüfung wurden beantwortet, Stand ${longDate(answers.on)}.`,
  'finding-overridden': ({ key, reason }) =>
    `Ein Ergebnis der Sicherheitsprüfung wurde zurückgestellt (${key}).${quoted(reason)}`,
  'case-screened': ({ on, openHard, openSoft }) =>
    `Die Sicherheitsprüfung vom ${longDate(on)} wurde als Ganzes angesehen: ${openHard} im Weg, ${openSoft} warten auf eine Begründung.`,
  'plan-drafted': ({ content }) => `Ein Plan wurde entworfen: „${content.name}“.`,
  'plan-signed': ({ content, validFrom, validTo, signature }) =>
    `Der Plan „${content.name}“ wurde ${METHOD[signature.method]} unterschrieben, gültig vom ${longDate(validFrom)} bis ${longDate(validTo)}.`,
  'plan-cosigned': ({ signature }) => `Der Plan wurde ein zweites Mal unterschrieben, ${METHOD[signature.method]}.`,
  'plan-transcribed': ({ content, prescribedBy }) =>
    `Der Plan „${content.name}“ wurde abgeschrieben, verordnet von ${prescribedBy}. Niemand hat ihn hier unterschrieben.`,
  'plan-ended': ({ on, reason }) => `Der Plan wurde ab ${longDate(on)} beendet.${quoted(reason)}`,
  'move-taken': ({ move, dose, on }) =>
    `${MOVE[move]}: ${dose === 0 ? 'kein Wirkstoff' : formatDose(dose)} ab ${longDate(on)}.`,
  'request-made': ({ wish, note }) => `Anfrage: ${clinicRequestsWords.wish('Die Person', wish)}.${quoted(note)}`,
  'request-answered': ({ answer, note }) =>
    `Einer Anfrage wurde ${answer === 'agreed' ? 'zugestimmt' : 'nicht zugestimmt'}.${quoted(note)}`,
  'day-kept': ({ date, scores, how, note }) =>
    `${longDate(date)}: ${[
      ...Object.entries(scores).map(([outcome, score]) => `${outcomeName(outcome)} ${scoreInWords(score)}`),
      ...how.map((word) => HOW[word]),
    ].join(', ')}.${quoted(note)}`,
  'dose-recorded': ({ date, status, dose }) => `${longDate(date)}: Dosis ${DOSE_STATUS[status]}, ${formatDose(dose)}.`,
  'unplanned-dose-reported': ({ date, dose, note }) =>
    `${longDate(date)}: ${formatDose(dose)} außerhalb des Plans genommen.${quoted(note)}`,
  'side-effect-reported': ({ name, grade, date }) =>
    `${longDate(date)}: ${sideEffectInWords(name)}${grade === 0 ? ' ist vorbei' : `, Grad ${grade}`}.`,
  'red-flag-reported': ({ rule, date, note }) => `${longDate(date)}: ${STOP_RULE[rule]}.${quoted(note)}`,
  'red-flag-cleared': ({ rule, reason }) => `Aufgehoben: ${STOP_RULE[rule]}.${quoted(reason)}`,
  'change-reported': ({ what, text, date }) => `${longDate(date)}: ${clinicRequestsWords.change[what]}.${quoted(text)}`,
  'entry-corrected': ({ reason, replacement }) =>
    `Ein früherer Eintrag wurde ${replacement ? 'berichtigt' : 'zurückgezogen'}.${quoted(reason)}`,
  'laboratory-asked': ({ test }) => `Eine Untersuchung wurde angefordert: ${test}.`,
  'laboratory-answered': ({ test }) => `Das Ergebnis einer Untersuchung ist da: ${test}.`,
  'products-recorded': ({ products }) =>
    products.length === 0 ? 'Nichts ist mehr vorhanden.' : `Was vorhanden ist, wurde eingetragen (${products.length}).`,
  'supply-dispensed': ({ content, lot, beyondUse }) =>
    `Abgegeben: ${packInWords(content)}, Charge ${lot}, zu verwenden bis ${longDate(beyondUse)}.`,
  'supply-withdrawn': ({ why, on }) =>
    why === 'entered-wrongly'
      ? 'Etwas Abgegebenes war falsch eingetragen.'
      : `Etwas Abgegebenes ging am ${longDate(on)} ${why === 'lost' ? 'verloren' : 'zurück'}.`,
  'interruption-planned': ({ from, until }) =>
    `Eine Unterbrechung wurde geplant: keine Dosis vom ${longDate(from)} bis ${longDate(until)}.`,
  'interruption-ended': ({ on }) => `Eine Unterbrechung endet: ab ${longDate(on)} gilt wieder der Plan.`,
  'case-exported': () => 'Die ganze Akte wurde als Datei mitgenommen.',
  'case-erased': ({ reason }) => `Der Fall wurde gelöscht.${quoted(reason)}`,
};

function eventInWords<K extends EventKind>(event: EventOf<K>, name: (id: string) => string): string {
  const sentence = EVENT[event.kind as K] as Sentence<K>;
  return sentence(event, name);
}

const ACCESS: Readonly<Record<string, string>> = {
  'case.read': 'hat den Fall geöffnet',
  'case.events': 'hat die Einträge gelesen',
  'case.export': 'hat die ganze Akte mitgenommen',
  'access.read': 'hat diese Liste gelesen',
  'screening.read': 'hat die Sicherheitsprüfung gelesen',
  'plan.read': 'hat die Pläne gelesen',
  'plan.sign': 'hat einen Plan gegengelesen',
  'move.read': 'hat angesehen, was der Plan zulässt',
  'request.read': 'hat die Anfragen gelesen',
  'finding.read': 'hat die Befunde gelesen',
  'letter.make': 'hat einen Brief erstellt',
  'trial.packs': 'hat gelesen, was die Packungen einer Studie enthalten',
  'trial.report': 'hat den Bericht einer Studie gelesen',
  'trial.sign': 'hat eine Studie gegengelesen',
  'supply.read': 'hat den Vorrat gelesen',
  'supply.dispense': 'hat Etiketten erstellt',
};

export const clinicRecordWords: typeof english = {
  events: 'Alles, was eingetragen wurde, das Neueste zuerst',
  event: eventInWords,
  eventUnknown: 'Ein Eintrag, für den diese Seite keine Worte hat.',
  eventHead: ['Nr.', 'Wann', 'Was', 'Wer'],
  offClock: (minutes) => `die Uhr des Geräts ging um ${minutes} min falsch`,
  older: 'Ältere Einträge zeigen',
  noMore: 'Das ist alles.',
  chain: 'Einträge werden nie geändert. Ein Fehler wird durch einen weiteren Eintrag berichtigt; beide bleiben.',

  accesses: 'Wer hineingesehen hat',
  accessHead: ['Wann', 'Wer', 'Was'],
  access: (action) => ACCESS[action] ?? action,
  showAccesses: 'Zeigen, wer hineingesehen hat',
  olderAccesses: 'Ältere zeigen',

  take: 'Die ganze Akte mitnehmen',
  takeHelp:
    'Eine Datei mit allen Einträgen, Befunden und Namen und dem Beweis ihrer Reihenfolge. Dass sie erstellt wurde, kommt in die Akte.',
  export: 'Akte als Datei speichern',
  exported: 'Die Akte wurde dem Browser zum Speichern gegeben.',
  exportFile: 'akte.json',

  closing: 'Den Fall schließen oder öffnen',
  closeHelp:
    'Ein geschlossener Fall nimmt keinen neuen Plan an. Tage, die noch unterwegs sind, werden bei Ankunft behalten.',
  closeCase: 'Fall schließen',
  reopenHelp: 'Der Fall ist geschlossen.',
  reopenCase: 'Fall wieder öffnen',

  erasing: 'Den Fall löschen',
  eraseHelp:
    'Vernichtet den Schlüssel des Falls. Niemand kann ihn wieder lesen, auch nicht aus einer Sicherung. Das lässt sich nicht rückgängig machen.',
  eraseTyped: 'Zur Sicherheit schreiben Sie LÖSCHEN',
  eraseWord: 'LÖSCHEN',
  eraseNotTyped: 'Schreiben Sie LÖSCHEN in Großbuchstaben. Nichts wurde gelöscht.',
  eraseCase: 'Für immer löschen',
  erased: 'Der Fall wurde gelöscht.',
};
