/**
 * What does the patient have to make a dose of? Recorded by whoever sees the boxes: the patient, a carer, the prescriber,
 * the pharmacist. It says what to take for a dose and changes no dose (H2, H3, H27).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { checkProduct, type ProductAtHand, type ProductFault } from '../medicine/product.ts';
import type { Actor, Denial } from './authority.ts';
import { type Acted, actOnCase, type CaseBusy, type Decision, newEvent } from './case-record.ts';
import { checkDay, type DayImplausible } from './civil-day.ts';
import type { Ports } from './ports.ts';

/** More than this is no cupboard any more but a slip. */
export const MOST_PRODUCTS = 20;

type ProductRefused =
  /** `place`: which of those sent, from 0. */
  | { readonly code: 'product-refused'; readonly place: number; readonly why: ProductFault }
  | { readonly code: 'too-many-products'; readonly limit: number };
export type RecordProductsRefusal = ProductRefused | Denial | DayImplausible | CaseBusy;

/** Records everything at hand, in place of what was recorded before; an empty list says that nothing is known. */
export async function recordProducts(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  { products, day }: { readonly products: readonly ProductAtHand[]; readonly day: LocalDate },
): Promise<Result<Acted<{ readonly products: number }>, RecordProductsRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const value = { products: products.length };
  return actOnCase(ports, actor, id, 'product.record', (): Result<Decision<typeof value>, ProductRefused> => {
    if (products.length > MOST_PRODUCTS) return err({ code: 'too-many-products', limit: MOST_PRODUCTS });
    for (const [place, { product }] of products.entries()) {
      const checked = checkProduct(product);
      if (!checked.ok) return err({ code: 'product-refused', place, why: checked.error });
    }
    return ok({ events: [newEvent(ports, { kind: 'products-recorded', version: 1, products, on: day })], value });
  });
}
