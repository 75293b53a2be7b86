/**
 * Which fields do the events of a trial have? Rows of the table in event-codecs.ts. A stored protocol is read strictly and
 * checked again: what is no protocol of a trial is a fault, never a trial with a hole.
 */
import type { TrialId } from '../base/ids.ts';
import { DESIGN_KINDS, type DraftDesign } from '../trial/design.ts';
import { type Confidence, GUESS_REASONS, GUESSES } from '../trial/guess.ts';
import { checkProtocol, type DraftProtocol, type EscapeRule, type TrialProtocol } from '../trial/protocol.ts';
import type { EventOf } from './event.ts';
import {
  base64url,
  type Codec,
  date,
  dose,
  type EventField,
  type Fields,
  formed,
  id,
  kebab,
  line,
  listOf,
  measured,
  note,
  oneOf,
  optional,
  record,
  sha256,
  whole,
} from './event-fields.ts';
import { clock, signature } from './event-parts.ts';
import { DEVIATIONS, KIT_DOSES, STOP_WHYS, type TrialDiaryEvent, type TrialEvent } from './event-trial.ts';

type TrialWriter =
  | 'prescriber'
  | 'prescriber or coordinator'
  | 'patient'
  | 'clinic'
  | 'pharmacist'
  | 'patient or prescriber'
  | 'device';
type Kind = TrialEvent['kind'] | TrialDiaryEvent['kind'];
type Rows = {
  readonly [K in Kind]: readonly [
    { readonly by: TrialWriter; readonly told: string; readonly fields: Fields<Omit<EventOf<K>, 'kind' | 'version'>> },
  ];
};

const design = record<DraftDesign>(
  {
    kind: oneOf(...DESIGN_KINDS),
    doses: listOf(dose, 6),
    periodDays: whole(1, 182, 'whole days'),
    blocks: whole(2, 12),
    runIn: record({ how: oneOf('discarded', 'modelled'), days: whole(0, 182) }, 'first days of a period'),
    maximumRise: dose,
  },
  'the design',
);
const escapeRule = record<EscapeRule>(
  { outcome: kebab, atLeast: whole(1, 10), days: whole(1, 14) },
  'when the patient is offered to end it',
);
const draft = record<DraftProtocol>(
  {
    design,
    primary: record({ outcome: kebab, dose }, 'the one question that decides'),
    others: listOf(kebab, 20),
    rule: record(
      { worthwhile: measured(0, 10, 'points'), settledAt: measured(0.5, 1, 'probability') },
      'when it counts as answered',
    ),
    analysis: record({ revision: line(20), priors: sha256 }, 'model and the hash of its priors'),
    escapeRule: optional(escapeRule),
    spareCapsules: whole(0, 14, 'capsules of a kit beyond one a day'),
    purpose: note,
  },
  'the protocol',
);

/** Stored protocols are read under the widest policy; the clinic's own was checked when it was signed. */
export const protocol: Codec<TrialProtocol> = {
  ...draft,
  read: (field: EventField) => {
    const before = field.faults.length;
    const read = draft.read(field);
    if (!read || field.faults.length > before) return undefined;
    const kept = [read.primary.outcome, ...read.others, ...(read.escapeRule ? [read.escapeRule.outcome] : [])];
    const checked = checkProtocol(read, kept, { minimumPeriodDays: 7 });
    if (checked.ok) return checked.value;
    field.faults.push({ path: field.path, code: 'text-not-in-form', form: 'trial-protocol' });
    return undefined;
  },
  write: (value: TrialProtocol) => draft.write(value),
};

const trial: Codec<TrialId> = id('trial');
const person = id<'person'>('person');
const decidedBy = person;
const screening = record<EventOf<'trial-signed'>['screening']>(
  { on: date, listVersion: line(80) },
  'the screening it rests on',
);
const kit = formed('kit-code', 6, /^[A-Z0-9]{6}$/, 'kit code, six letters and digits');
const kits = listOf(kit, 96);
const period = whole(0, 95, 'period, 0 = first');

export const trialRows = {
  'trial-designed': [
    {
      by: 'prescriber or coordinator',
      told: 'A blinded trial was drafted, or drafted anew.',
      fields: { trial, protocol },
    },
  ],
  'trial-signed': [
    {
      by: 'prescriber',
      told: 'The protocol is settled: nothing of it changes after this.',
      fields: { trial, protocol, protocolHash: sha256, plan: id('plan'), screening, signature, decidedBy },
    },
  ],
  'trial-dropped': [
    {
      by: 'prescriber or coordinator',
      told: 'A trial that has not begun is given up.',
      fields: { trial, reason: note, on: date, decidedBy },
    },
  ],
  'consent-given': [
    {
      by: 'patient',
      told: 'The patient agrees to this protocol. `text`: version of what was read.',
      fields: { trial, protocolHash: sha256, text: line(40), on: date },
    },
  ],
  'consent-withdrawn': [
    {
      by: 'patient',
      told: 'The patient takes the agreement back; the trial is over from `on` on.',
      fields: { trial, reason: note, on: date },
    },
  ],
  'allocation-sealed': [
    {
      by: 'clinic',
      told: 'The order of the arms was drawn and sealed to the pharmacy. `commitment` binds it.',
      fields: { trial, commitment: sha256, sealed: base64url, key: line(64), kits },
    },
  ],
  'kits-dispensed': [
    {
      by: 'pharmacist',
      told: 'Whole blocks of kits were handed out, alike in number, filler and date. `lots` is sealed to the pharmacy.',
      fields: {
        trial,
        kits,
        capsulesEach: whole(1, 400),
        filler: line(80),
        usableUntil: date,
        lots: base64url,
        on: date,
        decidedBy,
      },
    },
  ],
  'trial-started': [
    {
      by: 'prescriber',
      told: 'From `on` on the kits are taken in place of the plan.',
      fields: { trial, on: date, screening, decidedBy },
    },
  ],
  'trial-stopped': [
    {
      by: 'patient or prescriber',
      told: 'From `on` on nothing of the trial is taken.',
      fields: { trial, on: date, why: oneOf(...STOP_WHYS), note, decidedBy },
    },
  ],
  'trial-deviated': [
    {
      by: 'prescriber or coordinator',
      told: 'Something did not go as the protocol says.',
      fields: { trial, what: oneOf(...DEVIATIONS), note, on: date, decidedBy },
    },
  ],
  'code-broken': [
    {
      by: 'prescriber',
      told: 'Somebody was told what the kit of one period holds; it does not stand here.',
      fields: { trial, period, reason: note, on: date, decidedBy },
    },
  ],
  'allocation-opened': [
    {
      by: 'clinic',
      told: 'What was sealed, after the trial; it fitted its commitment.',
      fields: { trial, sequence: listOf(dose, 96), nonce: sha256, kits, on: date, decidedBy },
    },
  ],
  'kit-dose-recorded': [
    {
      by: 'device',
      told: 'The one capsule of a civil day of a trial.',
      fields: { trial, kit, date, status: oneOf(...KIT_DOSES), clock },
    },
  ],
  'guess-given': [
    {
      by: 'device',
      told: 'What the patient believes was in the kit of a period, how surely (1 hardly, 4 quite) and why.',
      fields: {
        ...{ trial, period, guess: oneOf(...GUESSES), confidence: whole(1, 4) as Codec<Confidence> },
        ...{ reason: oneOf(...GUESS_REASONS), note, date, clock },
      },
    },
  ],
} satisfies Rows;
