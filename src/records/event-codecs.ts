/**
 * Which fields does each kind of event have, in each version ever written? The table behind writing, reading and the
 * catalogue. A kind of event.ts that is missing here, or a field too few or too many, does not compile.
 *
 * A version is never changed once written: a new shape gets the next number, and its own row beside the old one.
 */
import { STOP_RULES } from '../medicine/titration.ts';
import type { CorrectableEvent, EventKind, EventOf } from './event.ts';
import {
  type Codec,
  date,
  dose,
  type Fields,
  flag,
  formed,
  id,
  line,
  lineOrNone,
  listOf,
  note,
  oneOf,
  optional,
  record,
  sha256,
  whole,
} from './event-fields.ts';
import {
  answers,
  clock,
  finding,
  medicine,
  place,
  placeOrStopped,
  plan,
  reasons,
  resolution,
  scores,
  signature,
  use,
} from './event-parts.ts';
import { supplyRows } from './event-supply-codecs.ts';
import { trialRows } from './event-trial-codecs.ts';
import { RELATIONS } from './person.ts';

/** Who may be behind an event; the rules of who may do what stand in service/authority.ts. */
export type Writer =
  | 'clinic'
  | 'prescriber'
  | 'prescriber, or the patient of a solo case'
  | 'patient or prescriber'
  | 'patient, carer, prescriber or pharmacist'
  | 'pharmacist or prescriber, or the patient of a solo case'
  | 'patient, solo'
  | 'patient'
  | 'pharmacist'
  | 'prescriber or coordinator'
  | 'device';

/** Fields of an event besides kind and version. */
type Body<K extends EventKind> = Omit<EventOf<K>, 'kind' | 'version'>;
type Table = { readonly [K in EventKind]: readonly [version1: RowOf<K>] };
type RowOf<K extends EventKind> = {
  readonly by: Writer;
  readonly told: string;
  readonly fields: Fields<Body<K>>;
};

const person = id('person');
const decidedBy = person;
const indication = formed('code', 12, /^[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?$/, 'ICD-10-CM code, "M79.7"');
const relation = oneOf(...RELATIONS);
const stopRule = oneOf(...STOP_RULES);
const screening = record<{ readonly on: EventOf<'plan-signed'>['validFrom']; readonly listVersion: string }>(
  { on: date, listVersion: line(80) },
  'the screening it rests on',
);
const name = line(80);
const count = whole(0, 10_000, 'number of them');
const howKept = listOf(oneOf('proxy', 'back-filled', 'same-as-yesterday'), 3);

/** `replacement` is an event itself, so the reader of events is handed in by event-json.ts. */
export function eventTable(replacement: Codec<CorrectableEvent>): Table {
  return { ...caseRows, ...planRows, ...diaryRows, ...supplyRows, ...correctionRow(replacement), ...trialRows };
}

const caseRows = {
  'case-opened': [
    {
      by: 'clinic',
      told: 'A case was opened. `label` is what a list shows, never a name.',
      fields: {
        patient: person,
        label: name,
        indications: listOf(indication, 20),
        solo: flag,
        washout: oneOf('label', 'research'),
      },
    },
  ],
  'tie-made': [{ by: 'clinic', told: 'A person was tied to the case.', fields: { person, relation } }],
  'tie-ended': [{ by: 'clinic', told: 'The tie ended.', fields: { person, relation } }],
  'case-closed': [{ by: 'clinic', told: 'The therapy is over.', fields: { reason: note } }],
  'case-reopened': [{ by: 'clinic', told: 'It goes on after all.', fields: { reason: note } }],
  'medicine-recorded': [
    { by: 'patient or prescriber', told: 'A medicine was entered, uninterpreted.', fields: { medicine } },
  ],
  'medicine-use-changed': [
    { by: 'patient or prescriber', told: 'It is taken, or not any more.', fields: { medicine: id('medicine'), use } },
  ],
  'medicine-resolved': [
    {
      by: 'prescriber',
      told: 'What an unrecognised medicine is.',
      fields: { medicine: id('medicine'), resolution, decidedBy },
    },
  ],
  'screening-answered': [
    { by: 'patient or prescriber', told: 'The questions of screening were answered.', fields: { answers } },
  ],
  'finding-overridden': [
    {
      by: 'prescriber',
      told: 'One finding was set aside with a reason.',
      fields: { key: line(300), reason: note, on: date, decidedBy },
    },
  ],
  'case-screened': [
    {
      by: 'prescriber, or the patient of a solo case',
      told: 'A person looked at the screening as a whole. `reports`: new-medicine reports in sight.',
      fields: {
        on: date,
        listVersion: line(80),
        openHard: count,
        openSoft: count,
        findings: listOf(finding),
        reports: listOf(id('event')),
      },
    },
  ],
  'laboratory-asked': [{ by: 'prescriber', told: 'A test was asked for.', fields: { test: name, on: date } }],
  'laboratory-answered': [{ by: 'prescriber', told: 'Its result has come.', fields: { test: name, on: date } }],
  'case-exported': [{ by: 'clinic', told: 'The record was handed out, with this hash.', fields: { hash: sha256 } }],
  'case-erased': [{ by: 'clinic', told: 'The last entry: the key was destroyed.', fields: { reason: note } }],
} satisfies Partial<Table>;

const planRows = {
  'plan-drafted': [{ by: 'prescriber', told: 'A plan without force.', fields: { plan: id('plan'), content: plan } }],
  'plan-signed': [
    {
      by: 'prescriber',
      told: 'A plan was signed for the days from `validFrom` to `validTo`.',
      fields: {
        plan: id('plan'),
        content: plan,
        validFrom: date,
        validTo: date,
        startAt: place,
        screening,
        signature,
        decidedBy,
      },
    },
  ],
  'plan-cosigned': [
    {
      by: 'prescriber',
      told: 'The second signature, where the ceiling needs two; without force before `on`.',
      fields: { plan: id('plan'), on: date, signature, decidedBy },
    },
  ],
  'plan-transcribed': [
    {
      by: 'patient, solo',
      told: 'A plan was copied from what a doctor prescribed elsewhere. Nobody signed it here.',
      fields: {
        plan: id('plan'),
        content: plan,
        validFrom: date,
        validTo: date,
        startAt: place,
        prescribedBy: line(200),
        screening,
        decidedBy,
      },
    },
  ],
  'plan-ended': [
    {
      by: 'prescriber',
      told: 'From `on` on the plan may not be followed.',
      fields: { plan: id('plan'), on: date, reason: note, decidedBy },
    },
  ],
  'move-taken': [
    {
      by: 'patient or prescriber',
      told: 'The dose changed, or was held, inside the signed rules. `on`: first day of the new dose.',
      fields: {
        plan: id('plan'),
        move: oneOf('hold', 'step-up', 'step-down', 'stop'),
        from: place,
        to: placeOrStopped,
        dose,
        on: date,
        reasons,
        decidedBy,
      },
    },
  ],
  'request-made': [
    {
      by: 'patient or prescriber',
      told: 'The patient asks the prescriber.',
      fields: {
        request: id('request'),
        wish: oneOf('hold', 'step-up', 'step-down', 'resume', 'other'),
        note,
        on: date,
      },
    },
  ],
  'request-answered': [
    {
      by: 'prescriber',
      told: 'The answer; it moves no dose by itself.',
      fields: { request: id('request'), answer: oneOf('agreed', 'declined'), note, decidedBy },
    },
  ],
  'red-flag-cleared': [
    {
      by: 'prescriber',
      told: 'The named reports of a red flag were set aside.',
      fields: { rule: stopRule, flags: listOf(id('event')), on: date, reason: note, decidedBy },
    },
  ],
} satisfies Partial<Table>;

const diaryRows = {
  'day-kept': [
    {
      by: 'device',
      told: 'Scores of one civil day. Another one for the day replaces item by item.',
      fields: { date, scores, note, how: howKept, clock },
    },
  ],
  'dose-recorded': [
    {
      by: 'device',
      told: 'The one dose of a civil day. "less": a lower dose of the plan.',
      fields: { date, status: oneOf('taken', 'less', 'not-taken'), dose, clock },
    },
  ],
  'unplanned-dose-reported': [
    { by: 'device', told: 'A dose no plan allowed, as a report.', fields: { date, dose, note, clock } },
  ],
  'side-effect-reported': [
    {
      by: 'device',
      told: '`grade` 0: it has ended; 1 mild, 2 moderate, 3 severe.',
      fields: { name, grade: whole(0, 3) as Codec<0 | 1 | 2 | 3>, date, clock },
    },
  ],
  'red-flag-reported': [
    { by: 'device', told: 'A sign that ends the therapy at once.', fields: { rule: stopRule, date, note, clock } },
  ],
  'change-reported': [
    {
      by: 'device',
      told: '"Anything new?"',
      fields: {
        what: oneOf('new-medicine', 'infection', 'crash', 'cycle', 'operation-planned', 'nothing-new'),
        text: lineOrNone(200),
        date,
        clock,
      },
    },
  ],
} satisfies Partial<Table>;

const correctionRow = (replacement: Codec<CorrectableEvent>) =>
  ({
    'entry-corrected': [
      {
        by: 'device',
        told: 'An earlier entry counts as `replacement` says; without one it is withdrawn. Both stay.',
        fields: { entry: id('event'), replacement: optional(replacement), reason: note, clock },
      },
    ],
  }) satisfies Partial<Table>;
