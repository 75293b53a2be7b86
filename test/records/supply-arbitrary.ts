/** Events of the supply at random: what is at hand, what was handed out and taken back, days planned without a dose. */
import fc from 'fast-check';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { EventId, PersonId, PlanId } from '../../src/base/ids.ts';
import { microgramsPerMillilitre, microlitres } from '../../src/medicine/concentration.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import type { DraftProduct } from '../../src/medicine/product.ts';
import type { PackContent } from '../../src/medicine/stock/pack.ts';

type Parts = {
  readonly anyDate: fc.Arbitrary<LocalDate>;
  readonly line: fc.Arbitrary<string>;
  readonly person: fc.Arbitrary<PersonId>;
  readonly plan: fc.Arbitrary<PlanId>;
  readonly event: fc.Arbitrary<EventId>;
};

/** `record` makes plain objects, as the readers do. */
export function supplyBodies(record: typeof fc.record, { anyDate, line, person, plan, event }: Parts) {
  const solid = record({
    form: fc.constantFrom('capsule', 'tablet'),
    strength: fc.integer({ min: 100, max: 7000 }).map(micrograms),
  });
  const liquid = record({
    form: fc.constant('liquid' as const),
    concentration: fc.integer({ min: 1, max: 10_000 }).map(microgramsPerMillilitre),
    graduation: fc.integer({ min: 1, max: 999 }).map(microlitres),
  });
  const productAtHand = record(
    { product: fc.oneof(solid, liquid) as fc.Arbitrary<DraftProduct>, usableUntil: anyDate },
    { requiredKeys: ['product'] },
  );

  const packContent = fc.oneof(
    record({
      form: fc.constantFrom('capsule', 'tablet'),
      strength: fc.integer({ min: 100, max: 7000 }).map(micrograms),
      units: fc.integer({ min: 1, max: 3650 }),
    }),
    record({
      form: fc.constant('liquid' as const),
      concentration: fc.integer({ min: 1, max: 10_000 }).map(microgramsPerMillilitre),
      graduation: fc.integer({ min: 1, max: 999 }).map(microlitres),
      volume: fc.integer({ min: 1, max: 100_000 }).map((n) => microlitres(10 * n)),
    }),
  ) as fc.Arbitrary<PackContent>;

  return {
    'products-recorded': record({ products: fc.array(productAtHand, { maxLength: 4 }), on: anyDate }),
    'supply-dispensed': record({
      content: packContent,
      lot: line.map((text) => text.slice(0, 40)).filter((text) => text.trim() !== ''),
      filler: line,
      storage: fc.constantFrom('room', 'refrigerator'),
      beyondUse: anyDate,
      on: anyDate,
      decidedBy: person,
    }),
    'supply-withdrawn': record({
      dispensed: event,
      why: fc.constantFrom('entered-wrongly', 'lost', 'returned'),
      on: anyDate,
      decidedBy: person,
    }),
    'interruption-planned': record({
      plan,
      from: anyDate,
      until: anyDate,
      why: fc.constantFrom('supply-gap', 'operation', 'other'),
      decidedBy: person,
    }),
    'interruption-ended': record({ interruption: event, on: anyDate, decidedBy: person }),
  } as const;
}
