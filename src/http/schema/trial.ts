/**
 * Blinded trials as JSON: the protocol as typed and as kept, the record of a trial without what is sealed, where it stands
 * on a day, and the answers to its acts. Refuses a bare number as a dose (H1); no schema here has a place for an arm but
 * the pack list, a broken code and an opened trial (H13).
 */
import { z } from 'zod';
import { DEVIATIONS, KIT_DOSES, STOP_WHYS } from '../../records/event-trial.ts';
import { LONGEST_LOT } from '../../service/trial/dispense.ts';
import { DESIGN_KINDS, type TrialDesign } from '../../trial/design.ts';
import { GUESS_REASONS, GUESSES } from '../../trial/guess.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import { DATE, DOSE, HASH, INSTANT, id, line, list, NOTE } from './field.ts';
import { SCREENED, SIGNATURE } from './plan.ts';
import { inLanguages } from './reason.ts';

export const KIT = z.string().regex(/^[A-Z0-9]{6}$/);
export const PERIOD = z.int().min(0).max(95);
const OUTCOME = z.string().max(60);

const DESIGN = z.strictObject({
  kind: z.enum(DESIGN_KINDS),
  doses: list(DOSE, 20),
  periodDays: z.int(),
  blocks: z.int(),
  runIn: z.strictObject({ how: z.enum(['discarded', 'modelled']), days: z.int() }),
  maximumRise: DOSE,
});

const TYPED = {
  design: DESIGN,
  primary: z.strictObject({ outcome: OUTCOME, dose: DOSE }),
  others: list(OUTCOME, 20),
  rule: z.strictObject({ worthwhile: z.number(), settledAt: z.number() }),
  escapeRule: z.strictObject({ outcome: OUTCOME, atLeast: z.number(), days: z.int() }).exactOptional(),
  spareCapsules: z.int(),
  purpose: NOTE,
};
/** As somebody types it: which model answers is the server's to fill in. */
export const TYPED_PROTOCOL = z.strictObject(TYPED);
const PROTOCOL_SHAPE = z.strictObject({
  ...TYPED,
  analysis: z.strictObject({ revision: z.string(), priors: HASH }),
});
/** As it is kept. Only answers hold one. */
export const PROTOCOL = z.codec(
  PROTOCOL_SHAPE,
  z.custom<TrialProtocol>((value) => typeof value === 'object' && value !== null && 'design' in value),
  {
    decode: (_, context) => {
      context.issues.push({ code: 'custom', input: undefined, params: { fault: 'unreadable' } });
      return z.NEVER;
    },
    encode: ({ __checked: _, design, ...protocol }) => ({ ...protocol, design: designOf(design) }),
  },
);
const designOf = ({ __checked: _, ...design }: TrialDesign) => design;

const BY = { on: DATE, by: id<'person'>() };
const DISPENSING = {
  kits: list(KIT, 96),
  capsulesEach: z.int(),
  filler: z.string(),
  usableUntil: DATE,
  on: DATE,
};
const SEQUENCE = list(DOSE, 96);

export const TRIAL = z.strictObject({
  trial: id<'trial'>(),
  protocol: PROTOCOL,
  designedBy: id<'person'>(),
  signed: z
    .strictObject({
      protocolHash: HASH,
      plan: id<'plan'>(),
      screening: SCREENED,
      by: id<'person'>(),
      at: INSTANT,
      signature: SIGNATURE,
    })
    .exactOptional(),
  dropped: z.strictObject({ ...BY, reason: z.string() }).exactOptional(),
  consent: z.strictObject({ ...BY, text: z.string(), withdrawnOn: DATE.exactOptional() }).exactOptional(),
  /** `sealed` is '' whoever asks. */
  sealed: z.strictObject({ commitment: HASH, sealed: z.string().max(0), key: z.string(), at: INSTANT }).exactOptional(),
  kits: list(KIT, 96),
  dispensed: list(z.strictObject({ ...DISPENSING, lots: z.string().max(0), decidedBy: id<'person'>() })),
  started: z.strictObject(BY).exactOptional(),
  stopped: z.strictObject({ ...BY, why: z.enum(STOP_WHYS), note: z.string() }).exactOptional(),
  deviations: list(z.strictObject({ what: z.enum(DEVIATIONS), note: z.string(), on: DATE, decidedBy: id<'person'>() })),
  codeBroken: list(z.strictObject({ period: PERIOD, reason: z.string(), on: DATE, decidedBy: id<'person'>() })),
  opened: z.strictObject({ ...BY, sequence: SEQUENCE, nonce: HASH }).exactOptional(),
});

export const KIT_SLOT = z.strictObject({
  trial: id<'trial'>(),
  kit: KIT,
  entry: id<'event'>(),
  status: z.enum(KIT_DOSES),
  instant: INSTANT,
  ofItsDay: z.boolean(),
  conflict: z.boolean(),
});

export const GUESS = z.strictObject({
  trial: id<'trial'>(),
  entry: id<'event'>(),
  period: PERIOD,
  guess: z.enum(GUESSES),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  reason: z.enum(GUESS_REASONS),
  note: z.string(),
  date: DATE,
});

export const PHASE = z.enum([
  ...(['designed', 'signed', 'consented', 'sealed', 'ready', 'running', 'over', 'opened', 'dropped'] as const),
]);
const PERIOD_KEPT = z.strictObject({
  period: PERIOD,
  kit: KIT.optional(),
  first: DATE,
  last: DATE,
  ...{ days: z.int(), taken: z.int(), notTaken: z.int(), unsaid: z.int(), scored: z.int() },
});

export const TRIALS_TODAY = inLanguages(({ kitRefusal }) =>
  z.strictObject({
    day: DATE,
    trials: list(
      z.strictObject({
        trial: id<'trial'>(),
        phase: PHASE,
        endOn: DATE.exactOptional(),
        kit: z.strictObject({ kit: KIT, period: PERIOD, usableUntil: DATE.exactOptional() }).exactOptional(),
        course: z
          .strictObject({
            periods: list(PERIOD_KEPT),
            guessesDue: list(PERIOD),
            guessesAwaited: list(PERIOD),
            escapeOffered: z.boolean(),
            closed: kitRefusal.exactOptional(),
          })
          .exactOptional(),
        mayOpen: z.boolean(),
      }),
    ),
  }),
);

/** A count too large for a number is text. */
const COUNT = z.codec(z.string().regex(/^\d+$/), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (count) => String(count),
});

export const DESIGNED = z.strictObject({
  trial: id<'trial'>(),
  protocol: PROTOCOL,
  protocolHash: HASH,
  days: z.int(),
  sequences: COUNT,
  seq: z.int(),
});
export const TRIAL_READ_BACK = inLanguages(({ trialGate }) =>
  z.strictObject({
    trial: id<'trial'>(),
    label: z.string(),
    patient: z.strictObject({ person: id<'person'>(), name: z.string() }),
    signer: id<'person'>(),
    protocol: PROTOCOL,
    protocolHash: HASH,
    days: z.int(),
    sequences: COUNT,
    plan: id<'plan'>().exactOptional(),
    screening: SCREENED.exactOptional(),
    gates: list(trialGate),
    hash: HASH.exactOptional(),
  }),
);
export const TRIAL_ACTED = z.strictObject({ trial: id<'trial'>(), seq: z.int() });
export const TRIAL_SIGNED = z.strictObject({ trial: id<'trial'>(), protocolHash: HASH, seq: z.int() });
export const TRIAL_SEALED = z.strictObject({
  trial: id<'trial'>(),
  commitment: HASH,
  kits: list(KIT, 96),
  seq: z.int(),
});
export const TRIAL_STARTED = z.strictObject({ trial: id<'trial'>(), on: DATE, seq: z.int() });

const ARM_LOT = z.strictObject({ dose: DOSE, lot: line(LONGEST_LOT) });
export const DISPENSE = z.strictObject({
  kits: list(KIT, 96),
  filler: line(80),
  usableUntil: DATE,
  lots: list(ARM_LOT, 20),
  day: DATE,
});
export const DISPENSED = z.strictObject({
  trial: id<'trial'>(),
  kits: list(KIT, 96),
  capsulesEach: z.int(),
  seq: z.int(),
});
export const PACK_LIST = z.strictObject({
  trial: id<'trial'>(),
  kits: list(z.strictObject({ kit: KIT, period: PERIOD, dose: DOSE, capsules: z.int() })),
  dispensings: list(z.strictObject({ ...DISPENSING, lots: list(ARM_LOT) })),
});
export const CODE_BROKEN = z.strictObject({
  trial: id<'trial'>(),
  period: PERIOD,
  kit: KIT,
  dose: DOSE,
  seq: z.int(),
});
export const TRIAL_OPENED = z.strictObject({
  trial: id<'trial'>(),
  sequence: SEQUENCE,
  kits: list(KIT, 96),
  nonce: HASH,
  commitment: HASH,
  seq: z.int(),
});
