/**
 * What was handed out at once? So many capsules of one strength, or so much of one labelled liquid, with its lot, its filler
 * and the last day it may be used. Refuses what is no product of this therapy and a number that looks like a slip (H1,
 * H3); the filler and the last day are kept with it (H26, H27).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { LARGEST_VOLUME, type Volume } from '../concentration.ts';
import {
  checkProduct,
  type DraftProduct,
  type Liquid,
  type Product,
  type ProductFault,
  type SolidForm,
} from '../product.ts';

/** A liquid is counted by its volume, in whole hundredths of a millilitre; capsules and tablets one by one. */
export type PackContent = (SolidForm & { readonly units: number }) | (Liquid & { readonly volume: Volume });

export const STORAGES = ['room', 'refrigerator'] as const;
export type Storage = (typeof STORAGES)[number];

/** `beyondUse`: last civil day on which anything may be taken from it. `on`: the day from which it is at hand. */
export type Pack = {
  readonly content: PackContent;
  readonly on: LocalDate;
  readonly beyondUse: LocalDate;
  /** First civil day on which it is not there any more, lost or given back. */
  readonly gone?: LocalDate;
};

/** Most capsules handed out at once: two years of five a day. More is a slip of the hand. */
export const MOST_PACK_UNITS = 3_650;
/** Longest time from handing out to the last day: compounded products last months. */
export const LONGEST_KEPT = 731;

export type PackFault =
  | ProductFault
  | { readonly code: 'amount-out-of-range' }
  | { readonly code: 'beyond-use-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate };

/** Without the amount. @throws RangeError for what `checkPack` refuses */
export function productOf(content: PackContent): Product {
  const checked = checkProduct(draftOf(content));
  if (!checked.ok) throw new RangeError(`not a product: ${checked.error.code}`);
  return checked.value;
}

/** Units, or microlitres. */
export function amountOf(content: PackContent): number {
  return content.form === 'liquid' ? content.volume : content.units;
}

/** Without the amount, unchecked. */
export function draftOf(content: PackContent): DraftProduct {
  if (content.form !== 'liquid') return { form: content.form, strength: content.strength };
  const { form, concentration, graduation } = content;
  return { form, concentration, graduation };
}

/** Every fault of what is about to be handed out. */
export function checkPack(pack: Pack): Result<Pack, readonly PackFault[]> {
  const { content, on, beyondUse } = pack;
  const faults: PackFault[] = [];
  const product = checkProduct(draftOf(content));
  if (!product.ok) faults.push(product.error);
  const amount = amountOf(content);
  const [grain, most] = content.form === 'liquid' ? [10, LARGEST_VOLUME] : [1, MOST_PACK_UNITS];
  if (!(amount % grain === 0 && amount >= 1 && amount <= most)) faults.push({ code: 'amount-out-of-range' });
  const latest = (on + LONGEST_KEPT) as LocalDate;
  if (!(beyondUse >= on && beyondUse <= latest)) faults.push({ code: 'beyond-use-out-of-range', earliest: on, latest });
  return faults.length > 0 ? err(faults) : ok(pack);
}
