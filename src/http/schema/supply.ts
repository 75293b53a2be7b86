/** The supply of a case as JSON: what was handed out with mass and volume, how long it lasts, days planned without a dose (H2). */
import { z } from 'zod';
import { MOST_PACK_UNITS, STORAGES } from '../../medicine/stock/pack.ts';
import { INTERRUPTION_WHYS, WITHDRAWN_WHYS } from '../../records/event-supply.ts';
import { DATE, DOSE, id, line, list } from './field.ts';
import { CONCENTRATION, GRADUATION, VOLUME } from './product.ts';

const CONTENT = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.enum(['capsule', 'tablet']),
    strength: DOSE,
    units: z.int().min(1).max(MOST_PACK_UNITS),
  }),
  z.strictObject({
    form: z.literal('liquid'),
    concentration: CONCENTRATION,
    graduation: GRADUATION,
    volume: VOLUME,
  }),
]);

const PACK = {
  content: CONTENT,
  lot: line(40),
  filler: line(80),
  storage: z.enum(STORAGES),
  beyondUse: DATE,
};
export const NEW_PACK = z.strictObject({ ...PACK, day: DATE });
export const WITHDRAWN_WHY = z.enum(WITHDRAWN_WHYS);
export const INTERRUPTION_WHY = z.enum(INTERRUPTION_WHYS);

export const INTERRUPTION = z.strictObject({
  interruption: id<'event'>(),
  plan: id<'plan'>(),
  from: DATE,
  until: DATE,
  why: INTERRUPTION_WHY,
  decidedBy: id<'person'>(),
});

const TOLD_OUTLOOK = z.strictObject({
  daysLeft: z.int(),
  coveredThrough: DATE.exactOptional(),
  gap: z.strictObject({ first: DATE, last: DATE }).exactOptional(),
  orderBy: DATE.exactOptional(),
});

export const SUPPLY = z.strictObject({
  supply: list(
    z.strictObject({
      ...PACK,
      supply: id<'event'>(),
      on: DATE,
      decidedBy: id<'person'>(),
      withdrawn: z.strictObject({ why: WITHDRAWN_WHY, on: DATE }).exactOptional(),
      /** Units, or microlitres. */
      left: z.int().exactOptional(),
    }),
    10_000,
  ),
  outlook: z
    .strictObject({
      until: DATE,
      held: TOLD_OUTLOOK,
      earliest: TOLD_OUTLOOK,
      orderBy: DATE.exactOptional(),
      leadDays: z.int(),
      untold: z.int(),
      fromElsewhere: z.int(),
      spoils: list(z.strictObject({ supply: id<'event'>(), beyondUse: DATE })),
    })
    .exactOptional(),
  why: z.enum(['amount-not-known', 'no-dose-ahead']).exactOptional(),
  ahead: list(z.strictObject({ dose: DOSE, days: z.int() })),
  interruptions: list(INTERRUPTION),
  fillerAllergy: z.enum(['yes', 'no', 'unknown']).exactOptional(),
});
