/** What is known of the supply of a case after its events: what was handed out, and days planned without a dose (H27, H28). */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId, PersonId, PlanId } from '../base/ids.ts';
import type { Pack, Storage } from '../medicine/stock/pack.ts';
import type { InterruptionWhy, WithdrawnWhy } from './event-supply.ts';

/** One handing out; `supply` is the id of its event. */
export type SupplyRecord = Omit<Pack, 'gone'> & {
  readonly supply: EventId;
  readonly lot: string;
  readonly filler: string;
  readonly storage: Storage;
  readonly decidedBy: PersonId;
  readonly withdrawn?: { readonly why: WithdrawnWhy; readonly on: LocalDate };
};

/** `from` to `until`, both without a dose. */
export type InterruptionRecord = {
  readonly interruption: EventId;
  readonly plan: PlanId;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly why: InterruptionWhy;
  readonly decidedBy: PersonId;
};
