/** Events of every kind at random, as fast-check arbitraries: whatever the codec lets through, the extremes included. */
import fc from 'fast-check';
import type { LocalDate } from '../../src/base/calendar.ts';
import { type Id, idFrom, parseId } from '../../src/base/ids.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { SITE_MAXIMUM } from '../../src/medicine/ldn-range.ts';
import { MEDICINE_FORMS, QUESTIONS, RULES, type ScreeningAnswers } from '../../src/medicine/screening/screening.ts';
import { TEMPLATE_NAMES, templatePlan } from '../../src/medicine/templates.ts';
import { checkPlan, STOP_RULES } from '../../src/medicine/titration.ts';
import type { CaseEvent, CorrectableEvent, DeviceClock, EventKind, EventOf } from '../../src/records/event.ts';
import { RELATIONS } from '../../src/records/person.ts';
import type { Signature } from '../../src/records/signature.ts';
import { supplyBodies } from './supply-arbitrary.ts';
import { trialBodies, trialEntries } from './trial-arbitrary.ts';

/** Plain objects, as the readers make them. */
const record = ((model: never, constraints: object = {}) =>
  fc.record(model, { ...constraints, noNullPrototype: true })) as typeof fc.record;

/** A UUID of version 7. */
export function anyId<Of extends string>(): fc.Arbitrary<Id<Of>> {
  return fc
    .tuple(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
    .map(([at, chance]) => idFrom<Of>(at, chance));
}

/** The same UUID for the same small number, for tests that count. */
export function idOf<Of extends string>(n: number): Id<Of> {
  const id = parseId<Of>(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
  if (!id.ok) throw new RangeError(`no id for ${n}`);
  return id.value;
}

/** Years 1 to 9999. */
export const anyDate = fc.integer({ min: -719_162, max: 2_932_896 }).map((day) => day as LocalDate);
export const anyDose = fc.integer({ min: 0, max: 50_000 }).map(micrograms);
const instant = fc.integer({ min: 0, max: 253_402_300_799_999 });
const seen = (maxLength: number, minLength = 1): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...'abcäöüßñ漢字Ωж 0123456789.,;:/-+%\'"\\<>&()'), minLength, maxLength })
    .filter((text) => text.trim().length >= minLength);
const line = seen(80);
export const anyNote = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom(...'note, two\nlines\t', '👩‍👧', '❤️', 'é', '"', '\\', '%'), maxLength: 60 }),
);
const kebab = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const base64url = fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/);

export const anyClock = record(
  {
    instant,
    offsetMinutes: fc.integer({ min: -840, max: 840 }),
    zone: fc.constantFrom('Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'UTC'),
  },
  { requiredKeys: ['instant', 'offsetMinutes'] },
);
const score = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map((value) => ({ kind: 'value', value }) as const),
  fc.constantFrom({ kind: 'skipped' } as const, { kind: 'too-ill' } as const, { kind: 'not-asked' } as const),
);
const outcome = fc.oneof(fc.constantFrom('pain', 'fatigue', 'sleep'), kebab);
export const anyScores = fc.dictionary(outcome, score, { maxKeys: 20, noNullPrototype: true });
const how = fc.subarray(['proxy', 'back-filled', 'same-as-yesterday'] as const);

/** The templates, and ladders to other ceilings, some of which need two signatures. */
export const anyPlan = fc.oneof(
  fc.constantFrom(...TEMPLATE_NAMES).map((template) => templatePlan(template)),
  fc
    .record({ name: line, count: fc.integer({ min: 1, max: 12 }), days: fc.integer({ min: 7, max: 60 }) })
    .map(({ name, count, days }) => {
      const steps = Array.from({ length: count }, (_, i) => ({ dose: micrograms(1000 * (i + 1)), minimumDays: days }));
      const plan = { ...templatePlan('seed-weekly'), name, steps, ceiling: micrograms(1000 * count) };
      const checked = checkPlan(plan, { maximumCeiling: SITE_MAXIMUM });
      if (!checked.ok) throw new RangeError(JSON.stringify(checked.error));
      return checked.value;
    }),
);
const place = fc.oneof(fc.constant('baseline' as const), fc.integer({ min: 0, max: 39 }));
const use = fc.oneof(
  fc.constantFrom({ kind: 'current' } as const, { kind: 'unknown' } as const),
  anyDate.map((lastTaken) => ({ kind: 'stopped', lastTaken }) as const),
);
const medicine = record(
  {
    id: anyId<'medicine'>(),
    text: seen(80, 0),
    code: record({ system: fc.constantFrom('rxnorm', 'atc'), code: fc.stringMatching(/^[A-Z0-9]{1,8}$/) }),
    form: fc.constantFrom(...MEDICINE_FORMS),
    use,
    chronic: fc.boolean(),
    beyondLabel: fc.boolean(),
  },
  { requiredKeys: ['id', 'text', 'form', 'use'] },
);
const ratio = fc.double({ min: 0, max: 300, noNaN: true }).map((value) => value + 0);
const eachAnswer = Object.fromEntries(QUESTIONS.map((q) => [q, fc.constantFrom('yes', 'no', 'unknown')]));
const answers = record(
  {
    on: anyDate,
    answers: record(eachAnswer) as fc.Arbitrary<ScreeningAnswers['answers']>,
    liverTimesUpperLimit: ratio,
    egfr: ratio,
    operationOn: anyDate,
  },
  { requiredKeys: ['on', 'answers'] },
);
const signature = fc.oneof(
  hash.map((each) => ({ method: 'password', hash: each }) as const),
  record({
    method: fc.constant('passkey' as const),
    credential: base64url,
    publicKey: base64url,
    authenticatorData: base64url,
    clientDataJSON: base64url,
    signature: base64url,
    origin: fc.constant('https://clinic.example'),
    relyingParty: fc.constant('clinic.example'),
    hash,
  }),
);
const screening = record({ on: anyDate, listVersion: line });
const person = anyId<'person'>();
const plan = anyId<'plan'>();
const count = fc.integer({ min: 0, max: 100 });
const days = { validFrom: anyDate, validTo: anyDate, startAt: place, screening };
const reasons = fc.subarray(['days-served', 'screening-clear', 'sleep-not-worse', 'doses-taken', 'last-step'] as const);
const finding = record({
  key: line,
  rule: fc.constantFrom(...RULES),
  severity: fc.constantFrom('hard', 'soft', 'info'),
  code: kebab,
});

type Bodies = { readonly [K in EventKind]: fc.Arbitrary<Omit<EventOf<K>, 'kind' | 'version'>> };

const entries = {
  'day-kept': record({ date: anyDate, scores: anyScores, note: anyNote, how, clock: anyClock }),
  'dose-recorded': record({
    date: anyDate,
    status: fc.constantFrom('taken', 'less', 'not-taken'),
    dose: anyDose,
    clock: anyClock,
  }),
  'unplanned-dose-reported': record({ date: anyDate, dose: anyDose, note: anyNote, clock: anyClock }),
  'side-effect-reported': record({
    name: line,
    grade: fc.constantFrom(0, 1, 2, 3),
    date: anyDate,
    clock: anyClock,
  }),
  'red-flag-reported': record({
    rule: fc.constantFrom(...STOP_RULES),
    date: anyDate,
    note: anyNote,
    clock: anyClock,
  }),
  'change-reported': record({
    what: fc.constantFrom('new-medicine', 'infection', 'crash', 'cycle', 'operation-planned', 'nothing-new'),
    text: seen(80, 0),
    date: anyDate,
    clock: anyClock,
  }),
  ...trialEntries({ trial: anyId<'trial'>(), anyDate, anyClock: anyClock as fc.Arbitrary<DeviceClock>, anyNote }),
} as const satisfies Partial<Bodies>;

function eventsOf<B extends Partial<Bodies>>(bodies: B): readonly fc.Arbitrary<CaseEvent>[] {
  return Object.entries(bodies).map(([kind, body]) =>
    (body as fc.Arbitrary<object>).map((fields) => ({ kind, version: 1, ...fields }) as CaseEvent),
  );
}

/** What a device sends but corrections. */
export const anyEntry = fc.oneof(...eventsOf(entries)) as fc.Arbitrary<CorrectableEvent>;

const BODIES: Bodies = {
  'case-opened': record({
    patient: person,
    label: line,
    indications: fc.subarray(['M79.7', 'G93.32', 'R52', 'G89.4']),
    solo: fc.boolean(),
    washout: fc.constantFrom('label', 'research'),
  }),
  'tie-made': record({ person, relation: fc.constantFrom(...RELATIONS) }),
  'tie-ended': record({ person, relation: fc.constantFrom(...RELATIONS) }),
  'case-closed': record({ reason: anyNote }),
  'case-reopened': record({ reason: anyNote }),
  'medicine-recorded': record({ medicine }),
  'medicine-use-changed': record({ medicine: anyId<'medicine'>(), use }),
  'medicine-resolved': record({
    medicine: anyId<'medicine'>(),
    resolution: fc.oneof(
      record({ kind: fc.constant('ingredient' as const), ingredient: line, reason: anyNote }),
      record({ kind: fc.constant('not-listed' as const), reason: anyNote }),
    ),
    decidedBy: person,
  }),
  'screening-answered': record({ answers }),
  'finding-overridden': record({ key: line, reason: anyNote, on: anyDate, decidedBy: person }),
  'case-screened': record({
    on: anyDate,
    listVersion: line,
    openHard: count,
    openSoft: count,
    findings: fc.array(finding, { maxLength: 4 }),
    reports: fc.array(anyId<'event'>(), { maxLength: 3 }),
  }),
  'plan-drafted': record({ plan, content: anyPlan }),
  'plan-signed': record({ plan, content: anyPlan, ...days, signature, decidedBy: person }),
  'plan-cosigned': record({ plan, on: anyDate, signature, decidedBy: person }),
  'plan-transcribed': record({ plan, content: anyPlan, ...days, prescribedBy: line, decidedBy: person }),
  'plan-ended': record({ plan, on: anyDate, reason: anyNote, decidedBy: person }),
  'move-taken': record({
    plan,
    move: fc.constantFrom('hold', 'step-up', 'step-down', 'stop'),
    from: place,
    to: fc.oneof(place, fc.constant('stopped' as const)),
    dose: anyDose,
    on: anyDate,
    reasons,
    decidedBy: person,
  }),
  'request-made': record({
    request: anyId<'request'>(),
    wish: fc.constantFrom('hold', 'step-up', 'step-down', 'resume', 'other'),
    note: anyNote,
    on: anyDate,
  }),
  'request-answered': record({
    request: anyId<'request'>(),
    answer: fc.constantFrom('agreed', 'declined'),
    note: anyNote,
    decidedBy: person,
  }),
  ...entries,
  ...supplyBodies(record, { anyDate, line, person, plan, event: anyId<'event'>() }),
  'red-flag-cleared': record({
    rule: fc.constantFrom(...STOP_RULES),
    flags: fc.array(anyId<'event'>(), { maxLength: 3 }),
    on: anyDate,
    reason: anyNote,
    decidedBy: person,
  }),
  'entry-corrected': record(
    { entry: anyId<'event'>(), replacement: anyEntry, reason: anyNote, clock: anyClock },
    { requiredKeys: ['entry', 'reason', 'clock'] },
  ) as Bodies['entry-corrected'],
  'laboratory-asked': record({ test: line, on: anyDate }),
  'laboratory-answered': record({ test: line, on: anyDate }),
  ...trialBodies({
    ...{ trial: anyId<'trial'>(), plan, person, screening, signature: signature as fc.Arbitrary<Signature> },
    ...{ anyDate, anyDose, anyNote, anyClock: anyClock as fc.Arbitrary<DeviceClock>, line },
  }),
  'case-exported': record({ hash }),
  'case-erased': record({ reason: anyNote }),
};

/** One arbitrary for each kind there is, in the order of event.ts. */
export const EVENT_ARBITRARIES = Object.fromEntries(
  Object.entries(BODIES).map(([kind, body]) => [kind, eventsOf({ [kind]: body })[0]]),
) as unknown as Readonly<Record<EventKind, fc.Arbitrary<CaseEvent>>>;

export const anyEvent = fc.oneof(...Object.values(EVENT_ARBITRARIES));
