/** A case as lists and pages show it, its events and who read it, as JSON. A part that is not the reader's is absent. */
import { z } from 'zod';
import { RELATIONS } from '../../records/person.ts';
import type { Capacity } from '../../service/authority.ts';
import { CURSOR, DATE, DOSE, HASH, INSTANT, id, list } from './field.ts';
import { MOVE_NAME, PLACE_OR_STOPPED, PLAN, STOP_RULE, STRENGTHS } from './plan.ts';
import { PRODUCTS } from './product.ts';
import { ANSWERS, MEDICINE, OVERRIDE, REVIEWED } from './screening.ts';
import { INTERRUPTION } from './supply.ts';
import { GUESS, KIT_SLOT, TRIAL } from './trial.ts';

export const CASE_STATUS = z.enum(['open', 'closed', 'erased']);
export const WASHOUT = z.enum(['label', 'research']);
/** Read by the service, which says what is wrong with a label or a code. */
export const LABEL = z.string().max(200);
export const INDICATIONS = list(z.string().max(20), 50);
export const REASON_TEXT = z.string().max(2_500);

export const CASE_ITEM = z.strictObject({
  case: id<'case'>(),
  patient: id<'person'>(),
  label: z.string(),
  status: CASE_STATUS,
  lastDay: z.string(),
  planUntil: z.string(),
  attention: list(z.string()),
  openedAt: INSTANT,
  changedAt: INSTANT,
});
export const CASE_LIST = z.strictObject({ cases: list(CASE_ITEM), next: CURSOR.exactOptional() });
export const HAND_OVER_LIST = z.strictObject({
  cases: list(z.strictObject({ case: id<'case'>(), label: z.string(), status: CASE_STATUS })),
  next: CURSOR.exactOptional(),
});

export const SCORE = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value: z.number() }),
  z.strictObject({ kind: z.enum(['skipped', 'too-ill', 'not-asked']) }),
]);

const SLOT = z.strictObject({
  entry: id<'event'>(),
  status: z.enum(['taken', 'less', 'not-taken', 'unplanned']),
  dose: DOSE,
  instant: INSTANT,
  conflict: z.boolean(),
});

const KEPT_DAY = z.strictObject({
  scores: z.record(z.string(), SCORE).readonly(),
  note: z.string(),
  how: list(z.enum(['proxy', 'back-filled', 'same-as-yesterday'])),
  entries: list(id<'event'>(), 100_000),
});

export const REQUEST = z.strictObject({
  request: id<'request'>(),
  by: id<'person'>(),
  wish: z.enum(['hold', 'step-up', 'step-down', 'resume', 'other']),
  note: z.string(),
  on: DATE,
  answer: z.enum(['agreed', 'declined']).exactOptional(),
  answeredBy: id<'person'>().exactOptional(),
});

const TIE = z.strictObject({ person: id<'person'>(), relation: z.enum(RELATIONS) });
const MANY = 100_000;

const CAPACITY = z
  .custom<Capacity>((value) => typeof value === 'string')
  .meta({ type: 'string', examples: ['patient', 'prescriber'] });

export const CASE_VIEW = z.strictObject({
  case: id<'case'>(),
  label: z.string(),
  status: CASE_STATUS,
  solo: z.boolean(),
  as: list(CAPACITY),
  strengths: list(STRENGTHS).exactOptional(),
  patient: id<'person'>().exactOptional(),
  indications: list(z.string()).exactOptional(),
  washout: WASHOUT.exactOptional(),
  ties: list(TIE).exactOptional(),
  medicines: list(MEDICINE).exactOptional(),
  answers: ANSWERS.optional(),
  overrides: list(OVERRIDE).exactOptional(),
  screened: REVIEWED.optional(),
  plans: list(PLAN).exactOptional(),
  moves: list(
    z.strictObject({
      plan: id<'plan'>(),
      move: z.union([MOVE_NAME, z.literal('start')]),
      to: PLACE_OR_STOPPED,
      dose: DOSE,
      on: DATE,
      decidedBy: id<'person'>(),
    }),
    MANY,
  ).exactOptional(),
  products: PRODUCTS.optional(),
  interruptions: list(INTERRUPTION).exactOptional(),
  slots: z.record(z.string(), SLOT).readonly().exactOptional(),
  days: z.record(z.string(), KEPT_DAY).readonly().exactOptional(),
  sideEffects: list(
    z.strictObject({
      name: z.string(),
      grade: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      since: DATE,
      ended: DATE.exactOptional(),
    }),
    MANY,
  ).exactOptional(),
  redFlags: list(
    z.strictObject({ entry: id<'event'>(), rule: STOP_RULE, date: DATE, clearedOn: DATE.exactOptional() }),
    MANY,
  ).exactOptional(),
  changes: list(
    z.strictObject({
      entry: id<'event'>(),
      seen: z.boolean(),
      what: z.enum(['new-medicine', 'infection', 'crash', 'cycle', 'operation-planned', 'nothing-new']),
      text: z.string(),
      date: DATE,
    }),
    MANY,
  ).exactOptional(),
  requests: list(REQUEST, MANY).exactOptional(),
  laboratory: list(
    z.strictObject({ test: z.string(), askedOn: DATE, answeredOn: DATE.exactOptional() }),
    MANY,
  ).exactOptional(),
  trials: list(TRIAL).exactOptional(),
  kitDoses: z.record(z.string(), KIT_SLOT).readonly().exactOptional(),
  guesses: z.record(z.string(), GUESS).readonly().exactOptional(),
});

export const CASE_READ = z.strictObject({
  view: CASE_VIEW,
  seq: z.int(),
  people: z.record(z.string(), z.string()).readonly(),
  attention: list(z.string()).exactOptional(),
});

/** An event as docs/formats/events.md describes it, with its place in the case. */
export const EVENT_PAGE = z.strictObject({
  events: list(
    z.strictObject({
      seq: z.int(),
      id: id<'event'>(),
      at: INSTANT,
      by: id<'person'>(),
      skew: z.int().exactOptional(),
      event: z.unknown(),
    }),
  ),
  cursor: z.int(),
  more: z.boolean(),
});

export const ACCESS_PAGE = z.strictObject({
  accesses: list(z.strictObject({ id: z.string(), at: INSTANT, person: id<'person'>(), action: z.string() })),
  next: CURSOR.exactOptional(),
});

export const FINDING_HEAD = z.strictObject({
  finding: id<'finding'>(),
  diarySeq: z.int(),
  dataHash: HASH,
  revision: z.string(),
  at: INSTANT,
});
