/**
 * What can happen to the supply of a case? What is at hand, what was handed out and taken back, and days on which by plan no
 * dose is taken. An interruption changes the dose of its days and so says who decided (H11, H28); src/service/titration.ts
 * alone makes one.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId, PersonId, PlanId } from '../base/ids.ts';
import type { ProductAtHand } from '../medicine/product.ts';
import type { PackContent, Storage } from '../medicine/stock/pack.ts';

export const WITHDRAWN_WHYS = ['entered-wrongly', 'lost', 'returned'] as const;
export type WithdrawnWhy = (typeof WITHDRAWN_WHYS)[number];

export const INTERRUPTION_WHYS = ['supply-gap', 'operation', 'other'] as const;
export type InterruptionWhy = (typeof INTERRUPTION_WHYS)[number];

export type SupplyEvent =
  | {
      /** What the patient has at hand to make a dose of, in place of what was recorded before; empty = nothing known. */
      readonly kind: 'products-recorded';
      readonly version: 1;
      readonly products: readonly ProductAtHand[];
      readonly on: LocalDate;
    }
  | {
      readonly kind: 'supply-dispensed';
      readonly version: 1;
      readonly content: PackContent;
      readonly lot: string;
      readonly filler: string;
      readonly storage: Storage;
      /** Last civil day on which anything may be taken from it. */
      readonly beyondUse: LocalDate;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    }
  | {
      /** 'entered-wrongly': it never was there. Otherwise it is gone from `on` on. */
      readonly kind: 'supply-withdrawn';
      readonly version: 1;
      readonly dispensed: EventId;
      readonly why: WithdrawnWhy;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    }
  | {
      /** From the first to the last of these days no dose is taken, whatever plan has force. `plan`: the one it was decided under. */
      readonly kind: 'interruption-planned';
      readonly version: 1;
      readonly plan: PlanId;
      readonly from: LocalDate;
      readonly until: LocalDate;
      readonly why: InterruptionWhy;
      readonly decidedBy: PersonId;
    }
  | {
      /** `on`: first civil day on which the plan is followed again; at or before the first day: it does not happen. */
      readonly kind: 'interruption-ended';
      readonly version: 1;
      readonly interruption: EventId;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    };
export type SupplyEventOf<K extends SupplyEvent['kind']> = Extract<SupplyEvent, { readonly kind: K }>;
