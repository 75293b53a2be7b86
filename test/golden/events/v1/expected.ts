/** What each frozen event must read as, written by hand beside the files. */

import { type LocalDate, localDate } from '../../../../src/base/calendar.ts';
import { type Id, parseId } from '../../../../src/base/ids.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../src/medicine/concentration.ts';
import { type Dose, micrograms } from '../../../../src/medicine/dose.ts';
import { QUESTIONS, type ScreeningAnswers } from '../../../../src/medicine/screening/screening.ts';
import { checkPlan, STOP_RULES, type TitrationPlan } from '../../../../src/medicine/titration.ts';
import type { EventKind, EventOf } from '../../../../src/records/event.ts';
import { checkProtocol, type TrialProtocol } from '../../../../src/trial/protocol.ts';

function id<Of extends string>(n: number): Id<Of> {
  const read = parseId<Of>(`01970000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
  if (!read.ok) throw new RangeError(`${n}`);
  return read.value;
}
const patient = id<'person'>(1);
const prescriber = id<'person'>(2);
const second = id<'person'>(3);
const medicine = id<'medicine'>(4);
const plan = id<'plan'>(5);
const request = id<'request'>(6);
const entry = id<'event'>(7);
const flag = id<'event'>(8);
const trial = id<'trial'>(9);

const march = (day: number): LocalDate => localDate(2026, 3, day);
const clock = { instant: 1_774_811_400_000, offsetMinutes: 120, zone: 'Europe/Berlin' };
const hash = '0123456789abcdef'.repeat(4);
const mg = (milligrams: number): Dose => micrograms(milligrams * 1000);
const content = checked();
const screening = { on: march(28), listVersion: '2026-11-01' };

function checked(): TitrationPlan {
  const draft = checkPlan({
    name: "weekly, from the clinic's handout",
    steps: [
      { dose: mg(1.5), minimumDays: 7 },
      { dose: mg(3), minimumDays: 7 },
      { dose: mg(4.5), minimumDays: 14 },
    ],
    ceiling: mg(4.5),
    maximumStep: mg(1.5),
    baselineDays: 14,
    endlineDays: 0,
    timeOfDay: 'evening',
    blinded: false,
    rules: {
      hold: { sideEffectGrade: 2, sleepWorsePoints: 2, sleepWorseNights: 3, sleepWindowNights: 5 },
      stepDown: { afterDays: 7 },
      stepUp: { screeningWithinDays: 7, dosesTakenPercent: 80 },
      lateDose: { withinHours: 12, rescreenAfterMissedDays: 3 },
      evaluation: { minimumDays: 56 },
      stop: STOP_RULES,
    },
  });
  if (!draft.ok) throw new RangeError(JSON.stringify(draft.error));
  return draft.value;
}

const kits = ['ACD349', 'EFG679', 'HJK347', 'MNP469'];
const protocol = checkedProtocol();

function checkedProtocol(): TrialProtocol {
  const draft = checkProtocol(
    {
      design: {
        kind: 'paired-blocks',
        doses: [mg(3)],
        periodDays: 28,
        blocks: 2,
        runIn: { how: 'discarded', days: 14 },
        maximumRise: mg(4.5),
      },
      primary: { outcome: 'pain', dose: mg(3) },
      others: ['fatigue', 'sleep'],
      rule: { worthwhile: 1, settledAt: 0.9 },
      analysis: { revision: '1', priors: hash },
      escapeRule: { outcome: 'pain', atLeast: 9, days: 3 },
      spareCapsules: 3,
      purpose: 'Is it the drug?',
    },
    ['pain', 'fatigue', 'sleep'],
  );
  if (!draft.ok) throw new RangeError(JSON.stringify(draft.error));
  return draft.value;
}

const answers = {
  ...Object.fromEntries(QUESTIONS.map((question) => [question, 'no'])),
  adult: 'yes',
  'hashimoto-thyroiditis': 'unknown',
} as ScreeningAnswers['answers'];

const dayKept: EventOf<'day-kept'> = {
  kind: 'day-kept',
  version: 1,
  date: march(29),
  scores: {
    pain: { kind: 'value', value: 0 },
    fatigue: { kind: 'value', value: 10 },
    sleep: { kind: 'skipped' },
    'muscle-ache': { kind: 'too-ill' },
    mood: { kind: 'not-asked' },
  },
  note: 'Clocks went forward.\n„Kaum geschlafen“ 👩‍👧',
  how: ['back-filled'],
  clock,
};

type Bodies = { readonly [K in EventKind]: Omit<EventOf<K>, 'kind' | 'version'> };
const BODIES: Bodies = {
  'case-opened': { patient, label: 'case 7', indications: ['M79.7', 'G93.32'], solo: false, washout: 'label' },
  'tie-made': { person: prescriber, relation: 'prescriber' },
  'tie-ended': { person: prescriber, relation: 'prescriber' },
  'case-closed': { reason: 'moved away' },
  'case-reopened': { reason: '' },
  'medicine-recorded': {
    medicine: {
      id: medicine,
      text: 'Tramadol ret. 100',
      code: { system: 'atc', code: 'N02AX02' },
      form: 'extended-release',
      use: { kind: 'stopped', lastTaken: march(10) },
      chronic: true,
      beyondLabel: false,
    },
  },
  'medicine-use-changed': { medicine, use: { kind: 'current' } },
  'medicine-resolved': {
    medicine,
    resolution: { kind: 'ingredient', ingredient: 'tramadol', reason: 'brand name' },
    decidedBy: prescriber,
  },
  'screening-answered': {
    answers: { on: march(28), answers, liverTimesUpperLimit: 1.2, egfr: 88.5, operationOn: localDate(2026, 6, 1) },
  },
  'finding-overridden': {
    key: 'S12:hashimoto-thyroiditis',
    reason: 'TSH is watched',
    on: march(28),
    decidedBy: prescriber,
  },
  'case-screened': {
    on: march(28),
    listVersion: '2026-11-01',
    openHard: 0,
    openSoft: 1,
    findings: [{ key: 'S12:hashimoto-thyroiditis', rule: 'S12', severity: 'soft', code: 'thyroid-watched' }],
    reports: [entry],
  },
  'plan-drafted': { plan, content },
  'plan-signed': {
    plan,
    content,
    validFrom: march(29),
    validTo: localDate(2026, 9, 28),
    startAt: 'baseline',
    screening,
    signature: {
      method: 'passkey',
      credential: 'Y3JlZGVudGlhbA',
      publicKey: 'cHVibGljLWtleQ',
      authenticatorData: 'YXV0aGVudGljYXRvcg',
      clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0',
      signature: 'c2lnbmF0dXJl',
      origin: 'https://clinic.example',
      relyingParty: 'clinic.example',
      hash,
    },
    decidedBy: prescriber,
  },
  'plan-cosigned': {
    plan,
    on: march(30),
    signature: { method: 'password', hash: 'fedcba9876543210'.repeat(4) },
    decidedBy: second,
  },
  'plan-transcribed': {
    plan,
    content,
    validFrom: march(29),
    validTo: localDate(2026, 9, 28),
    startAt: 1,
    prescribedBy: 'Dr. A. Öberg, Lund',
    screening,
    decidedBy: patient,
  },
  'plan-ended': { plan, on: localDate(2026, 4, 30), reason: 'no benefit seen', decidedBy: prescriber },
  'move-taken': {
    plan,
    move: 'step-up',
    from: 0,
    to: 1,
    dose: mg(3),
    on: localDate(2026, 4, 20),
    reasons: ['days-served', 'screening-clear', 'side-effects-below-rule', 'sleep-not-worse', 'doses-taken'],
    decidedBy: patient,
  },
  'request-made': { request, wish: 'step-down', note: 'dreams', on: localDate(2026, 4, 24) },
  'request-answered': { request, answer: 'agreed', note: '', decidedBy: prescriber },
  'day-kept': { date: dayKept.date, scores: dayKept.scores, note: dayKept.note, how: dayKept.how, clock },
  'dose-recorded': { date: march(29), status: 'less', dose: mg(0.75), clock },
  'unplanned-dose-reported': { date: march(29), dose: micrograms(125), note: 'old capsules', clock },
  'side-effect-reported': { name: 'vivid dreams', grade: 0, date: march(29), clock },
  'red-flag-reported': { rule: 'breathing-trouble-or-rash', date: march(29), note: 'rash', clock },
  'red-flag-cleared': {
    rule: 'breathing-trouble-or-rash',
    flags: [flag],
    on: march(30),
    reason: 'new washing powder',
    decidedBy: prescriber,
  },
  'change-reported': {
    what: 'new-medicine',
    text: 'ibuprofen',
    date: march(29),
    clock: { instant: 1_774_811_400_000, offsetMinutes: -210 },
  },
  'entry-corrected': { entry, replacement: dayKept, reason: 'wrong day', clock },
  'laboratory-asked': { test: 'ALT', on: march(29) },
  'laboratory-answered': { test: 'ALT', on: localDate(2026, 4, 2) },
  'products-recorded': {
    products: [
      { product: { form: 'capsule', strength: mg(1.5) } },
      {
        product: { form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) },
        usableUntil: march(29),
      },
    ],
    on: march(29),
  },
  'trial-designed': { trial, protocol },
  'trial-signed': {
    ...{ trial, protocol, protocolHash: hash, plan, screening, decidedBy: prescriber },
    signature: { method: 'password', hash: 'fedcba9876543210'.repeat(4) },
  },
  'trial-dropped': { trial, reason: 'moves away', on: march(29), decidedBy: prescriber },
  'consent-given': { trial, protocolHash: hash, text: 'en-1', on: march(29) },
  'consent-withdrawn': { trial, reason: '', on: localDate(2026, 4, 29) },
  'allocation-sealed': { trial, commitment: hash, sealed: 'AQIDBA', key: 'pharmacy-1', kits },
  'kits-dispensed': {
    ...{ trial, kits: kits.slice(0, 2), capsulesEach: 31, filler: 'Avicel', usableUntil: localDate(2026, 9, 29) },
    ...{ lots: 'BQYHCA', on: march(30), decidedBy: second },
  },
  'trial-started': { trial, on: localDate(2026, 4, 1), screening, decidedBy: prescriber },
  'trial-stopped': {
    ...{ trial, on: localDate(2026, 5, 1), why: 'escape-rule', note: 'three bad days', decidedBy: patient },
  },
  'trial-deviated': {
    ...{ trial, what: 'kit-lost', note: 'left on a train', on: localDate(2026, 4, 5), decidedBy: second },
  },
  'code-broken': { trial, period: 1, reason: 'operation tonight', on: localDate(2026, 5, 1), decidedBy: prescriber },
  'allocation-opened': {
    ...{ trial, sequence: [mg(0), mg(3), mg(3), mg(0)], nonce: 'fedcba9876543210'.repeat(4), kits },
    ...{ on: localDate(2026, 8, 1), decidedBy: prescriber },
  },
  'kit-dose-recorded': { trial, kit: 'ACD349', date: localDate(2026, 4, 1), status: 'taken', clock },
  'guess-given': {
    ...{ trial, period: 0, guess: 'drug', confidence: 3, reason: 'side-effects', note: 'dreams' },
    ...{ date: localDate(2026, 4, 28), clock },
  },
  'supply-dispensed': {
    content: {
      ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) },
      volume: microlitres(100_000),
    },
    ...{ lot: 'B-2217', filler: 'microcrystalline cellulose', storage: 'refrigerator' },
    ...{ beyondUse: localDate(2026, 9, 25), on: march(29), decidedBy: second },
  },
  'supply-withdrawn': { dispensed: entry, why: 'lost', on: march(29), decidedBy: second },
  'interruption-planned': {
    ...{ plan, from: localDate(2026, 5, 2), until: localDate(2026, 5, 9), why: 'supply-gap', decidedBy: prescriber },
  },
  'interruption-ended': { interruption: entry, on: localDate(2026, 5, 8), decidedBy: prescriber },
  'case-exported': { hash },
  'case-erased': { reason: 'asked for by the patient' },
};

/** Kind and event; a kind without one does not compile. */
export const EXPECTED = Object.entries(BODIES).map(([kind, body]) => [kind, { kind, version: 1, ...body }] as const);
