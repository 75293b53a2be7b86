/**
 * What does the pharmacy make for a blinded trial? One kit a period, all of them alike: so many capsules of one shell and one
 * filler, one for each day and some to spare. Only `fillingsOf` and `trialCompounding` look at the sequence; they are for
 * the pharmacist alone (H13). Refuses a dose that no capsule on offer holds whole: two on some days would tell the arms apart.
 */
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import { cheapestSupply, type Offer, type SupplyFault } from '../medicine/supply.ts';
import { armsOf, periodsOf, type TrialDesign } from './design.ts';
import type { Sequence } from './sequence.ts';

/** `period`: 0 = first. The same number of capsules in every kit. */
export type Kit = { readonly period: number; readonly capsules: number };

/** Kits and capsules of one arm; dose 0 is the matched placebo. */
export type Filling = { readonly dose: Dose; readonly kits: number; readonly capsules: number };

/** What the pharmacy's own capsules cost, smallest unit of the currency. */
export type CapsulePrices = {
  readonly offers: readonly Offer[];
  /** One capsule with nothing but the filler. */
  readonly placebo: number;
  /** What making one more filling costs besides its capsules; the placebo is one of them. */
  readonly feePerFilling: number;
};

export type Compounding = {
  readonly capsulesEach: number;
  readonly fillings: readonly Filling[];
  readonly capsules: number;
  readonly cost: number;
};

export type CompoundingFault = SupplyFault | { readonly code: 'placebo-price-unreadable'; readonly price: number };

/** One kit for each period, whatever it holds: one capsule a day and `spare` more. @throws RangeError for a broken count */
export function kitsOf(design: TrialDesign, spare: number): readonly Kit[] {
  if (!(Number.isInteger(spare) && spare >= 0)) throw new RangeError(`not a number of spare capsules: ${spare}`);
  return Array.from({ length: periodsOf(design) }, (_, period) => ({ period, capsules: design.periodDays + spare }));
}

/** Capsules of each arm, placebo first. @throws RangeError when the sequence is not of the design */
export function fillingsOf(design: TrialDesign, sequence: Sequence, spare: number): readonly Filling[] {
  const kits = kitsOf(design, spare);
  const arms = armsOf(design);
  if (sequence.length !== kits.length || sequence.some((arm) => !arms.includes(arm)))
    throw new RangeError('a sequence has one arm of the design for each period');
  return arms.map((dose) => {
    const own = kits.filter(({ period }) => sequence[period] === dose);
    return { dose, kits: own.length, capsules: own.reduce((sum, { capsules }) => sum + capsules, 0) };
  });
}

/** The same with what it costs. Each dose in one capsule; an arm that no period holds is not made. */
export function trialCompounding(
  design: TrialDesign,
  sequence: Sequence,
  spare: number,
  prices: CapsulePrices,
): Result<Compounding, readonly CompoundingFault[]> {
  const { offers, placebo, feePerFilling } = prices;
  const fillings = fillingsOf(design, sequence, spare).filter(({ kits }) => kits > 0);
  const active = fillings.filter(({ dose }) => dose !== NO_DOSE);
  const need = active.map(({ dose, capsules }) => ({ dose, days: capsules }));
  const whole = offers.filter(({ strength }) => active.some(({ dose }) => dose === strength));
  const missing = active.filter(({ dose }) => !whole.some(({ strength }) => strength === dose));
  const strengths = offers.map(({ strength }) => strength);
  const terms = { feePerStrength: feePerFilling, mostStrengths: Math.max(1, active.length), first: 'units' } as const;
  const chosen = missing.length > 0 && offers.length > 0 ? undefined : cheapestSupply(need, whole, terms);
  const faults: CompoundingFault[] = chosen?.ok === false ? [...chosen.error] : [];
  if (!chosen) faults.push(...missing.map(({ dose }) => ({ code: 'dose-cannot-be-made', dose, strengths }) as const));
  if (!(Number.isSafeInteger(placebo) && placebo > 0))
    faults.push({ code: 'placebo-price-unreadable', price: placebo });
  if (!chosen?.ok || faults.length > 0) return err(faults);
  const blank = fillings.find(({ dose }) => dose === NO_DOSE);
  const cost = chosen.value.cost + (blank ? blank.capsules * placebo + feePerFilling : 0);
  const capsules = fillings.reduce((sum, filling) => sum + filling.capsules, 0);
  return ok({ capsulesEach: design.periodDays + spare, fillings, capsules, cost });
}
