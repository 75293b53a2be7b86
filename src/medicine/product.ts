/**
 * What a person takes for a dose: how many capsules, or how many millilitres. Refuses a product of the addiction
 * therapy (H3), a dose that cannot be made up exactly, opening or dividing a capsule by eye, and mixing two liquids.
 * Which strengths are the cheapest to stock is another question and is not asked here.
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Concentration, type MeasureFault, type Volume, volumeOfDose } from './concentration.ts';
import type { Dose } from './dose.ts';
import { checkLdnDose, type LdnDoseFault, SITE_MAXIMUM } from './ldn-range.ts';

/** One strength of whole units; the strength is micrograms a unit. Tablets are taken whole, as capsules are. */
export type SolidForm = { readonly form: 'capsule' | 'tablet'; readonly strength: Dose };

/** A labelled liquid; `graduation` is the distance between two marks of the syringe handed out with it. */
export type Liquid = {
  readonly form: 'liquid';
  readonly concentration: Concentration;
  readonly graduation: Volume;
};

/** A product as typed. Only `checkProduct` makes a `Product`. */
export type DraftProduct = SolidForm | Liquid;
export type Product = DraftProduct & { readonly __checked: 'product' };

/** What a patient has. Past `usableUntil` (inclusive) nothing is to be taken from it; undefined = no day is known (H27). */
export type ProductAtHand = { readonly product: DraftProduct; readonly usableUntil?: LocalDate };

export type ProductFault =
  | { readonly code: 'strength-zero' }
  | { readonly code: 'graduation-zero' }
  | { readonly code: 'strength-refused'; readonly why: LdnDoseFault };

/** Most units one dose may be made of: ten 0.5 mg capsules are 5 mg. Our choice; more is a counting error waiting. */
export const MOST_UNITS = 10;

/** What to take for one dose. `units` holds each strength once, strongest first, every count > 0. */
export type Take =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'units';
      readonly dose: Dose;
      readonly units: readonly { readonly form: SolidForm['form']; readonly strength: Dose; readonly count: number }[];
    }
  | {
      readonly kind: 'liquid';
      readonly dose: Dose;
      readonly volume: Volume;
      readonly concentration: Concentration;
    };

export type TakeFault =
  | { readonly code: 'no-product' }
  | { readonly code: 'liquids-not-mixed' }
  | {
      readonly code: 'dose-not-in-whole-units';
      readonly dose: Dose;
      readonly strengths: readonly Dose[];
      readonly limit: number;
    }
  | MeasureFault;

/** The only door to a `Product`: the 50 mg tablet and every strength above `SITE_MAXIMUM` are turned away. */
export function checkProduct(draft: DraftProduct): Result<Product, ProductFault> {
  if (draft.form === 'liquid') {
    return draft.graduation > 0 ? ok(draft as Product) : err({ code: 'graduation-zero' });
  }
  if (draft.strength === 0) return err({ code: 'strength-zero' });
  const plausible = checkLdnDose(draft.strength, SITE_MAXIMUM);
  return plausible.ok ? ok(draft as Product) : err({ code: 'strength-refused', why: plausible.error });
}

/**
 * What makes up exactly this dose from the products at hand: one liquid, or the fewest whole capsules and tablets,
 * and among equals the one that uses the strongest first. A liquid beside capsules is refused: one or the other.
 */
export function requiredTake(dose: Dose, products: readonly Product[]): Result<Take, TakeFault> {
  const [first] = products;
  if (!first) return err({ code: 'no-product' });
  if (dose === 0) return ok({ kind: 'none' });
  const liquid = products.find((product) => product.form === 'liquid');
  if (!liquid) return takeUnits(dose, products);
  if (products.length > 1) return err({ code: 'liquids-not-mixed' });
  const volume = volumeOfDose(dose, liquid.concentration, liquid.graduation);
  if (!volume.ok) return volume;
  return ok({ kind: 'liquid', dose, volume: volume.value, concentration: liquid.concentration });
}

/** Those that may still be used on the day, checked. */
export function usableProducts(atHand: readonly ProductAtHand[], day: LocalDate): readonly Product[] {
  return atHand.flatMap(({ product, usableUntil }) => {
    const checked = checkProduct(product);
    return checked.ok && (usableUntil === undefined || day <= usableUntil) ? [checked.value] : [];
  });
}

function takeUnits(dose: Dose, products: readonly Product[]): Result<Take, TakeFault> {
  const solids: SolidForm[] = [];
  for (const product of products) {
    if (product.form === 'liquid' || solids.some((kept) => kept.strength === product.strength)) continue;
    solids.push(product);
  }
  solids.sort((a, b) => b.strength - a.strength);
  const strengths = solids.map((solid) => solid.strength);
  const counts = fewestUnits(dose, strengths);
  if (!counts) return err({ code: 'dose-not-in-whole-units', dose, strengths, limit: MOST_UNITS });
  const units = solids
    .map(({ form, strength }, i) => ({ form, strength, count: counts[i] ?? 0 }))
    .filter(({ count }) => count > 0);
  return ok({ kind: 'units', dose, units });
}

/**
 * Counts per strength (strongest first) of the fewest units, ten at most, that add up to the dose exactly; among equals
 * more of the strongest. `most`: how many there are of each, where that is known.
 */
export function fewestUnits(
  dose: Dose,
  strengths: readonly Dose[],
  most?: readonly number[],
): readonly number[] | undefined {
  const fill = (left: number, from: number, room: number): readonly number[] | undefined => {
    const strength = strengths[from];
    if (strength === undefined) return left === 0 ? [] : undefined;
    let best: readonly number[] | undefined;
    for (let count = Math.min(room, Math.floor(left / strength), most?.[from] ?? room); count >= 0; count--) {
      const rest = fill(left - count * strength, from + 1, room - count);
      if (rest && (!best || total(rest) + count < total(best))) best = [count, ...rest];
    }
    return best;
  };
  return fill(dose, 0, MOST_UNITS);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
