/**
 * What does each event of the supply change in a case? What was handed out last says what is taken from, so it also stands
 * at hand: a liquid in place of all else, a strength beside other strengths (H2, H27). Decides nothing.
 */
import type { ProductAtHand } from '../medicine/product.ts';
import { productOf } from '../medicine/stock/pack.ts';
import type { CaseState } from './case-state.ts';
import type { Recorded } from './event.ts';
import type { SupplyEvent, SupplyEventOf } from './event-supply.ts';

type Steps = {
  readonly [K in SupplyEvent['kind']]: (state: CaseState, recorded: Recorded<SupplyEventOf<K>>) => CaseState;
};

/** Most products that may stand at hand, as where they are recorded by hand. */
const MOST_AT_HAND = 20;

export const SUPPLY_STEPS: Steps = {
  'products-recorded': (state, { event: { products } }) => ({ ...state, products }),
  'supply-dispensed': (state, { id, event }) => {
    const { content, lot, filler, storage, beyondUse, on, decidedBy } = event;
    const record = { supply: id, content, lot, filler, storage, beyondUse, on, decidedBy };
    return { ...state, supply: [...state.supply, record], products: atHandAfter(state.products ?? [], event) };
  },
  'supply-withdrawn': (state, { event: { dispensed, why, on } }) => ({
    ...state,
    supply: state.supply.map((record) =>
      record.supply === dispensed && !record.withdrawn ? { ...record, withdrawn: { why, on } } : record,
    ),
    products: atHandWithout(state, dispensed),
  }),
  'interruption-planned': (state, { id, event: { plan, from, until, why, decidedBy } }) => ({
    ...state,
    interruptions: [...state.interruptions, { interruption: id, plan, from, until, why, decidedBy }],
  }),
  'interruption-ended': (state, { event: { interruption, on } }) => ({
    ...state,
    interruptions: state.interruptions.flatMap((planned) => {
      if (planned.interruption !== interruption || on > planned.until) return [planned];
      return on <= planned.from ? [] : [{ ...planned, until: (on - 1) as typeof planned.until }];
    }),
  }),
};

function atHandAfter(before: readonly ProductAtHand[], event: SupplyEventOf<'supply-dispensed'>): ProductAtHand[] {
  const { content, beyondUse: usableUntil, on } = event;
  const added = { product: productOf(content), usableUntil };
  if (content.form === 'liquid') return [added];
  const solid = before.filter(
    ({ product, usableUntil: last }) => product.form !== 'liquid' && (last === undefined || last >= on),
  );
  return [...solid, added].slice(-MOST_AT_HAND);
}

/** The one entry at hand that came with it; what was said by hand since then stays. */
function atHandWithout({ products = [], supply }: CaseState, dispensed: string): readonly ProductAtHand[] {
  const record = supply.find((each) => each.supply === dispensed && !each.withdrawn);
  if (!record) return products;
  const text = JSON.stringify(productOf(record.content));
  const place = products.findLastIndex(
    ({ product, usableUntil }) => usableUntil === record.beyondUse && JSON.stringify(product) === text,
  );
  return place < 0 ? products : products.toSpliced(place, 1);
}
