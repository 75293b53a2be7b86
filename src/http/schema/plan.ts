/** Plans, what stands against them, and moves, as JSON. A plan's content is the plan file's own format. */
import { z } from 'zod';
import { planToJson, readPlan } from '../../medicine/plan-json.ts';
import { STOP_RULES, type TitrationPlan } from '../../medicine/titration.ts';
import { DATE, DOSE, HASH, INSTANT, id, list, WEBAUTHN } from './field.ts';
import { inLanguages } from './reason.ts';

/** A whole plan in the format of docs/formats/plan.md. */
export const PLAN_CONTENT = z
  .codec(
    z.record(z.string(), z.unknown()),
    z.custom<TitrationPlan>((value) => typeof value === 'object' && value !== null && 'steps' in value),
    {
      decode: (value, context) => {
        const plan = readPlan({ value, path: '$', faults: [] });
        if (plan.ok) return plan.value;
        context.issues.push({ code: 'custom', input: value, params: { fault: 'unreadable' } });
        return z.NEVER;
      },
      encode: (plan) => planToJson(plan),
    },
  )
  .meta({ type: 'object', description: 'A plan as in docs/formats/plan.md.' });

/** A draft as somebody typed it; the service tells every fault. */
export const DRAFT = z.unknown().meta({ type: 'object', description: 'A plan as in docs/formats/plan.md.' });

export const STEP = z.int().min(0).max(100);
export const PLACE = z.union([z.literal('baseline'), STEP]);
export const PLACE_OR_STOPPED = z.union([z.enum(['baseline', 'stopped']), STEP]);
export const MOVE_NAME = z.enum(['hold', 'step-up', 'step-down', 'stop']);
export const STATUS = z.enum(['drafted', 'half-signed', 'in-force', 'superseded', 'ended']);
export const SCREENED = z.strictObject({ on: DATE, listVersion: z.string() });

export const SIGNATURE = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('passkey'),
    credential: z.string(),
    publicKey: z.string(),
    authenticatorData: z.string(),
    clientDataJSON: z.string(),
    signature: z.string(),
    origin: z.string(),
    relyingParty: z.string(),
    hash: HASH,
  }),
  z.strictObject({ method: z.literal('password'), hash: HASH }),
]);

export const PLAN = z.strictObject({
  plan: id<'plan'>(),
  status: STATUS,
  content: PLAN_CONTENT,
  transcribed: z.boolean(),
  prescribedBy: z.string().exactOptional(),
  validFrom: DATE.exactOptional(),
  validTo: DATE.exactOptional(),
  startAt: PLACE.exactOptional(),
  screening: SCREENED.exactOptional(),
  signatures: list(z.strictObject({ by: id<'person'>(), at: INSTANT, signature: SIGNATURE })),
  forceFrom: DATE.exactOptional(),
  forceUntil: DATE.exactOptional(),
});

export const STRENGTHS = z.strictObject({
  plan: id<'plan'>(),
  status: STATUS,
  doses: list(DOSE),
  validFrom: DATE,
  validTo: DATE,
});

const RUN_KIND = z.enum(['baseline', 'step', 'endline']);
export const RUN = z.strictObject({
  kind: RUN_KIND,
  step: STEP.exactOptional(),
  dose: DOSE,
  firstDay: z.int(),
  days: z.int(),
});

const CHECKED = {
  content: PLAN_CONTENT,
  signatures: z.union([z.literal(1), z.literal(2)]),
  runs: list(RUN),
};
export const CHECKED_DRAFT = inLanguages(({ caution }) => z.strictObject({ ...CHECKED, cautions: list(caution) }));
export const SAVED_DRAFT = inLanguages(({ caution }) =>
  z.strictObject({ ...CHECKED, cautions: list(caution), plan: id<'plan'>(), seq: z.int() }),
);

export const READ_BACK = inLanguages(({ caution, gate }) =>
  z.strictObject({
    plan: id<'plan'>(),
    label: z.string(),
    patient: z.strictObject({ person: id<'person'>(), name: z.string() }),
    signer: id<'person'>(),
    content: PLAN_CONTENT,
    validFrom: DATE,
    validTo: DATE,
    startAt: PLACE,
    calendar: list(z.strictObject({ kind: RUN_KIND, step: STEP.exactOptional(), dose: DOSE, from: DATE, to: DATE })),
    totals: z.strictObject({ doseDays: z.int(), dose: DOSE }),
    screening: SCREENED.optional(),
    signatures: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    cautions: list(caution),
    faults: list(gate),
    hash: HASH.optional(),
  }),
);

/** What a signer agrees to, besides the content: days and place. */
export const TERMS = { validFrom: DATE, validTo: DATE, startAt: PLACE, day: DATE };
export const PROOF = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passkey'), response: WEBAUTHN }),
  z.strictObject({ kind: z.literal('password'), password: z.string().max(1_000) }),
]);
export const STARTED = z.strictObject({ hash: HASH, options: z.unknown() });
export const SIGNED = z.strictObject({ plan: id<'plan'>(), waits: z.boolean(), seq: z.int() });

export const PERMITTED = inLanguages(({ noPlan, moveReason, gate }) =>
  z.strictObject({
    day: DATE,
    plan: z.strictObject({ plan: id<'plan'>(), place: PLACE, since: DATE, validTo: DATE }).exactOptional(),
    why: noPlan.exactOptional(),
    dose: DOSE,
    moves: list(z.strictObject({ move: MOVE_NAME, dose: DOSE })),
    reasons: list(moveReason),
    standing: list(gate),
    asks: z.enum(['hold', 'step-down', 'stop']).exactOptional(),
    canStop: z.boolean(),
    screening: z.strictObject({ openHard: z.int(), openSoft: z.int(), clearFrom: DATE.exactOptional() }),
  }),
);

export const STOP_RULE = z.enum(STOP_RULES);
