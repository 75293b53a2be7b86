/**
 * The record of a case, in English: each kind of event as a plain sentence, who looked, and how a case is taken away,
 * closed or erased. A new kind of event does not compile until it has its sentence here.
 */

import { formatDose } from '../../../../src/medicine/dose.ts';
import type { EventKind, EventOf } from '../../../../src/records/event.ts';
import type { Relation } from '../../../../src/records/person.ts';
import type { Score } from '../../../../src/trial/diary.ts';
import { clinicRequestsWords } from './clinic-case-requests.ts';
import { longDate } from './number.ts';
import { packInWords } from './pack.ts';
import { STOP_RULE } from './plan.ts';
import { sideEffectInWords } from './side-effect.ts';
import { TRIAL_EVENT } from './trial-events.ts';

const RELATION: Readonly<Record<Relation, string>> = {
  patient: 'patient',
  carer: 'carer',
  prescriber: 'prescriber',
  pharmacist: 'pharmacist',
  coordinator: 'coordinator',
};

const quoted = (text: string): string => (text === '' ? '' : ` “${text}”`);

function scoreInWords(score: Score): string {
  if (score.kind === 'value') return String(score.value);
  return { skipped: 'skipped', 'too-ill': 'too ill', 'not-asked': 'not asked' }[score.kind];
}

const HOW = {
  proxy: 'kept by a carer',
  'back-filled': 'filled in later',
  'same-as-yesterday': 'same as the day before',
} as const;

const DOSE_STATUS = { taken: 'taken', less: 'less taken', 'not-taken': 'not taken' } as const;

/** `name`: who is meant by an id. */
type Sentence<K extends EventKind> = (event: EventOf<K>, name: (id: string) => string) => string;

const EVENT: { readonly [K in EventKind]: Sentence<K> } = {
  ...TRIAL_EVENT,
  'case-opened': ({ label }) => `The case “${label}” was opened.`,
  'tie-made': ({ person, relation }, name) => `${name(person)} was tied to the case as ${RELATION[relation]}.`,
  'tie-ended': ({ person, relation }, name) =>
    `${name(person)} is no longer tied to the case as ${RELATION[relation]}.`,
  'case-closed': ({ reason }) => `The case was closed.${quoted(reason)}`,
  'case-reopened': ({ reason }) => `The case was opened again.${quoted(reason)}`,
  'medicine-recorded': ({ medicine }) =>
    `A medicine was entered:${quoted(medicine.text || medicine.code?.code || '')}.`,
  'medicine-use-changed': ({ use }) =>
    use.kind === 'stopped'
      ? `A medicine was taken for the last time on ${longDate(use.lastTaken)}.`
      : use.kind === 'current'
        ? 'A medicine is being taken.'
        : 'It is not known whether a medicine is taken.',
  'medicine-resolved': ({ resolution }) =>
    `A medicine was resolved: ${resolution.kind === 'ingredient' ? resolution.ingredient : 'not on the list, no rule concerns it'}.${quoted(resolution.reason)}`,
  'screening-answered': ({ answers }) => `The screening questions were answered, as of ${longDate(answers.on)}.`,
  'finding-overridden': ({ key, reason }) => `A screening finding was set aside (${key}).${quoted(reason)}`,
  'case-screened': ({ on, openHard, openSoft }) =>
    `The screening of ${longDate(on)} was looked at as a whole: ${openHard} in the way, ${openSoft} waiting for a reason.`,
  'plan-drafted': ({ content }) => `A plan was drafted: “${content.name}”.`,
  'plan-signed': ({ content, validFrom, validTo, signature }) =>
    `The plan “${content.name}” was signed with a ${signature.method}, valid ${longDate(validFrom)} to ${longDate(validTo)}.`,
  'plan-cosigned': ({ signature }) => `The plan was signed a second time, with a ${signature.method}.`,
  'plan-transcribed': ({ content, prescribedBy }) =>
    `The plan “${content.name}” was copied in, prescribed by ${prescribedBy}. Nobody signed it here.`,
  'plan-ended': ({ on, reason }) => `The plan was ended from ${longDate(on)}.${quoted(reason)}`,
  'move-taken': ({ move, dose, on }) =>
    `${{ hold: 'Hold', 'step-up': 'Step up', 'step-down': 'Step down', stop: 'Stop' }[move]}: ${dose === 0 ? 'no drug' : formatDose(dose)} from ${longDate(on)}.`,
  'request-made': ({ wish, note }, _) => `Request: ${clinicRequestsWords.wish('the patient', wish)}.${quoted(note)}`,
  'request-answered': ({ answer, note }) => `A request was ${answer}.${quoted(note)}`,
  'day-kept': ({ date, scores, how, note }) =>
    `${longDate(date)}: ${[
      ...Object.entries(scores).map(([outcome, score]) => `${outcome} ${scoreInWords(score)}`),
      ...how.map((word) => HOW[word]),
    ].join(', ')}.${quoted(note)}`,
  'dose-recorded': ({ date, status, dose }) => `${longDate(date)}: dose ${DOSE_STATUS[status]}, ${formatDose(dose)}.`,
  'unplanned-dose-reported': ({ date, dose, note }) =>
    `${longDate(date)}: ${formatDose(dose)} taken outside the plan.${quoted(note)}`,
  'side-effect-reported': ({ name, grade, date }) =>
    `${longDate(date)}: ${sideEffectInWords(name)} ${grade === 0 ? 'has ended' : `, grade ${grade}`}.`.replace(
      ' ,',
      ',',
    ),
  'red-flag-reported': ({ rule, date, note }) => `${longDate(date)}: ${STOP_RULE[rule]}.${quoted(note)}`,
  'red-flag-cleared': ({ rule, reason }) => `Cleared: ${STOP_RULE[rule]}.${quoted(reason)}`,
  'change-reported': ({ what, text, date }) =>
    `${longDate(date)}: ${clinicRequestsWords.change[what].toLowerCase()}.${quoted(text)}`,
  'entry-corrected': ({ reason, replacement }) =>
    `An earlier entry was ${replacement ? 'corrected' : 'withdrawn'}.${quoted(reason)}`,
  'laboratory-asked': ({ test }) => `A test was asked for: ${test}.`,
  'laboratory-answered': ({ test }) => `The result of a test has come: ${test}.`,
  'products-recorded': ({ products }) =>
    products.length === 0 ? 'Nothing is at hand any more.' : `What is at hand was recorded (${products.length}).`,
  'supply-dispensed': ({ content, lot, beyondUse }) =>
    `Handed out: ${packInWords(content)}, lot ${lot}, to be used by ${longDate(beyondUse)}.`,
  'supply-withdrawn': ({ why, on }) =>
    why === 'entered-wrongly'
      ? 'Something that was handed out had been entered wrongly.'
      : `Something that was handed out was ${why === 'lost' ? 'lost' : 'given back'} on ${longDate(on)}.`,
  'interruption-planned': ({ from, until }) =>
    `An interruption was planned: no dose from ${longDate(from)} to ${longDate(until)}.`,
  'interruption-ended': ({ on }) => `An interruption ends: the plan is followed again from ${longDate(on)}.`,
  'case-exported': () => 'The whole record was taken away as a file.',
  'case-erased': ({ reason }) => `The case was erased.${quoted(reason)}`,
};

/** The sentence of an event. */
export function eventInWords<K extends EventKind>(event: EventOf<K>, name: (id: string) => string): string {
  const sentence = EVENT[event.kind as K] as Sentence<K>;
  return sentence(event, name);
}

const ACCESS: Readonly<Record<string, string>> = {
  'case.read': 'opened the case',
  'case.events': 'read the events',
  'case.export': 'took the whole record away',
  'access.read': 'read this list',
  'screening.read': 'read the screening',
  'plan.read': 'read the plans',
  'plan.sign': 'read a plan back',
  'move.read': 'looked at what the plan permits',
  'request.read': 'read the requests',
  'finding.read': 'read the findings',
  'letter.make': 'made a letter',
  'trial.packs': 'read what the kits of a trial hold',
  'trial.report': 'read the report of a trial',
  'trial.sign': 'read a trial back',
  'supply.read': 'read the supply',
  'supply.dispense': 'made labels',
};

export const clinicRecordWords = {
  events: 'Everything that was recorded, newest first',
  event: eventInWords,
  eventUnknown: 'An event this page has no words for.',
  eventHead: ['No.', 'When', 'What', 'Who'],
  offClock: (minutes: number) => `the device's clock was ${minutes} min off`,
  older: 'Show older events',
  noMore: 'That is all of it.',
  chain: 'Events are never changed. A mistake is put right by another event, and both stay.',

  accesses: 'Who has looked',
  accessHead: ['When', 'Who', 'What'],
  access: (action: string) => ACCESS[action] ?? action,
  showAccesses: 'Show who has looked',
  olderAccesses: 'Show older ones',

  take: 'Take the whole record away',
  takeHelp:
    'One file with every event, finding and name, and the proof of its order. That it was made is put on record.',
  export: 'Save the record as a file',
  exported: 'The record was handed to the browser to save.',
  exportFile: 'case-record.json',

  closing: 'Close or open the case',
  closeHelp: 'A closed case takes no new plan. Days still on their way from a phone are kept when they arrive.',
  closeCase: 'Close the case',
  reopenHelp: 'The case is closed.',
  reopenCase: 'Open the case again',

  erasing: 'Erase the case',
  eraseHelp: 'Destroys the key of the case. Nobody can read it again, not even from a back-up. This cannot be undone.',
  eraseTyped: 'To be sure, write ERASE',
  eraseWord: 'ERASE',
  eraseNotTyped: 'Write ERASE in capitals. Nothing was erased.',
  eraseCase: 'Erase for ever',
  erased: 'The case was erased.',
};
