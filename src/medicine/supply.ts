/**
 * Which strengths should be made for a course of doses, so that every dose can be made up exactly, with the least cost or
 * the fewest capsules? An exact search over all sets of strengths on offer. Refuses prices and strengths that look like a
 * slip of the point, and doses that nothing on offer makes up; rounds nothing (H1, H3).
 */
import { err, ok, type Result } from '../base/result.ts';
import type { Dose } from './dose.ts';
import { checkLdnDose, type LdnDoseFault, SITE_MAXIMUM } from './ldn-range.ts';
import { MOST_UNITS } from './product.ts';

/** A strength somebody makes, and what one capsule costs in the smallest unit of a currency (cents). */
export type Offer = { readonly strength: Dose; readonly price: number };

/** So many days at a dose; the same dose may stand more than once. */
export type Need = { readonly dose: Dose; readonly days: number };

export type SupplyTerms = {
  /** What making one more strength costs besides its capsules, smallest unit of the currency. */
  readonly feePerStrength: number;
  /** Most different strengths in the house: more are a mistake waiting. */
  readonly mostStrengths: number;
  /** 'cost': least cost, then fewest capsules. 'units': fewest capsules, then least cost. */
  readonly first: 'cost' | 'units';
};

export type Making = {
  readonly dose: Dose;
  readonly units: readonly { readonly strength: Dose; readonly count: number }[];
};

export type SupplyChoice = {
  /** Strengths that are used, rising. */
  readonly strengths: readonly Dose[];
  /** How each dose is made up, rising by dose. */
  readonly makings: readonly Making[];
  /** Capsules of each strength for the whole course, in the order of `strengths`. */
  readonly capsules: readonly number[];
  readonly units: number;
  readonly cost: number;
};

export type SupplyFault =
  | { readonly code: 'need-empty' }
  | { readonly code: 'days-out-of-range'; readonly place: number; readonly days: number }
  | { readonly code: 'offers-empty' }
  | { readonly code: 'too-many-offers'; readonly offers: number; readonly limit: number }
  | { readonly code: 'offer-twice'; readonly strength: Dose }
  | { readonly code: 'offer-strength-refused'; readonly why: LdnDoseFault }
  | { readonly code: 'price-unreadable'; readonly strength: Dose; readonly price: number }
  /** `ratio`: how many times the middle price of the others it is, or they are it. */
  | {
      readonly code: 'price-looks-like-a-slip';
      readonly strength: Dose;
      readonly price: number;
      readonly ratio: number;
    }
  | { readonly code: 'dose-cannot-be-made'; readonly dose: Dose; readonly strengths: readonly Dose[] }
  | { readonly code: 'terms-out-of-range' };

const MOST_OFFERS = 14;
const LONGEST_COURSE = 731;
/** Compounding costs hardly more for a stronger capsule; eight times the others' price is a slip of the point. */
const SLIP_RATIO = 8;

/** The best set of strengths for these days of doses; days at 0 need nothing. */
export function cheapestSupply(
  need: readonly Need[],
  offers: readonly Offer[],
  terms: SupplyTerms,
): Result<SupplyChoice, readonly SupplyFault[]> {
  const faults = [...needFaults(need), ...offerFaults(offers), ...termFaults(terms)];
  if (faults.length > 0) return err(faults);
  const days = daysByDose(need);
  const sorted = [...offers].sort((a, b) => a.strength - b.strength);
  let best: SupplyChoice | undefined;
  for (const set of subsetsOf(sorted, terms.mostStrengths)) {
    const choice = supplyFrom(days, set, terms);
    if (choice && (!best || isBetter(choice, best, terms))) best = choice;
  }
  if (best) return ok(best);
  const strengths = sorted.map(({ strength }) => strength);
  const impossible = [...days.keys()].filter((dose) => !makingOf(dose, sorted, terms));
  // Each dose can be made, but not all of them from as few strengths as are allowed.
  const told = impossible.length > 0 ? impossible : [...days.keys()];
  return err(told.map((dose) => ({ code: 'dose-cannot-be-made', dose, strengths })));
}

function needFaults(need: readonly Need[]): SupplyFault[] {
  const faults = need.flatMap(({ days }, place): SupplyFault[] =>
    Number.isInteger(days) && days >= 1 && days <= LONGEST_COURSE ? [] : [{ code: 'days-out-of-range', place, days }],
  );
  return need.some(({ dose }) => dose > 0) ? faults : [...faults, { code: 'need-empty' }];
}

function offerFaults(offers: readonly Offer[]): SupplyFault[] {
  if (offers.length === 0) return [{ code: 'offers-empty' }];
  if (offers.length > MOST_OFFERS) return [{ code: 'too-many-offers', offers: offers.length, limit: MOST_OFFERS }];
  const faults: SupplyFault[] = [];
  for (const [i, { strength, price }] of offers.entries()) {
    const plausible = checkLdnDose(strength, SITE_MAXIMUM);
    if (!plausible.ok) faults.push({ code: 'offer-strength-refused', why: plausible.error });
    if (offers.slice(0, i).some((other) => other.strength === strength)) faults.push({ code: 'offer-twice', strength });
    if (!(Number.isSafeInteger(price) && price > 0)) faults.push({ code: 'price-unreadable', strength, price });
  }
  return faults.length > 0 ? faults : priceSlips(offers);
}

/** Every price against the middle of the others. */
function priceSlips(offers: readonly Offer[]): SupplyFault[] {
  return offers.flatMap(({ strength, price }): SupplyFault[] => {
    const others = offers.filter((other) => other.strength !== strength).map((other) => other.price);
    if (others.length === 0) return [];
    const middle = medianOf(others);
    const ratio = Math.max(price / middle, middle / price);
    return ratio >= SLIP_RATIO ? [{ code: 'price-looks-like-a-slip', strength, price, ratio }] : [];
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

function termFaults({ feePerStrength, mostStrengths }: SupplyTerms): SupplyFault[] {
  const fine =
    Number.isSafeInteger(feePerStrength) &&
    feePerStrength >= 0 &&
    Number.isInteger(mostStrengths) &&
    mostStrengths >= 1;
  return fine ? [] : [{ code: 'terms-out-of-range' }];
}

function daysByDose(need: readonly Need[]): ReadonlyMap<Dose, number> {
  const days = new Map<Dose, number>();
  for (const each of [...need].sort((a, b) => a.dose - b.dose))
    if (each.dose > 0) days.set(each.dose, (days.get(each.dose) ?? 0) + each.days);
  return days;
}

/** Every set of at most `most` offers, not empty, each in the order given. */
function* subsetsOf(offers: readonly Offer[], most: number): Generator<readonly Offer[]> {
  for (let mask = 1; mask < 1 << offers.length; mask++) {
    const set = offers.filter((_, i) => mask & (1 << i));
    if (set.length <= most) yield set;
  }
}

/** What this set costs when all of it is used; a set with an idle strength is judged as the smaller set it is. */
function supplyFrom(
  days: ReadonlyMap<Dose, number>,
  set: readonly Offer[],
  terms: SupplyTerms,
): SupplyChoice | undefined {
  const makings: Making[] = [];
  const capsules = set.map(() => 0);
  for (const [dose, count] of days) {
    const counts = makingOf(dose, set, terms);
    if (!counts) return undefined;
    for (const [i, n] of counts.entries()) capsules[i] = (capsules[i] as number) + n * count;
    makings.push({
      dose,
      units: set.flatMap(({ strength }, i) => (counts[i] ? [{ strength, count: counts[i] }] : [])),
    });
  }
  if (capsules.some((count) => count === 0)) return undefined;
  const units = capsules.reduce((sum, count) => sum + count, 0);
  const cost = set.reduce(
    (sum, { price }, i) => sum + price * (capsules[i] as number),
    terms.feePerStrength * set.length,
  );
  return { strengths: set.map(({ strength }) => strength), makings, capsules, units, cost };
}

/** Fewer strengths decide where cost and capsules are equal, then the lower strengths. */
function isBetter(a: SupplyChoice, b: SupplyChoice, { first }: SupplyTerms): boolean {
  const [x, y] = first === 'cost' ? [a.cost - b.cost, a.units - b.units] : [a.units - b.units, a.cost - b.cost];
  return (x || y || a.strengths.length - b.strengths.length) < 0;
}

/** Capsules of each offer that make up the dose best; undefined where none do within ten capsules. */
function makingOf(dose: Dose, set: readonly Offer[], { first }: SupplyTerms): readonly number[] | undefined {
  const fill = (left: number, from: number, room: number): Filled | undefined => {
    const offer = set[from];
    if (!offer) return left === 0 ? { counts: [], units: 0, price: 0 } : undefined;
    let best: Filled | undefined;
    for (let count = 0; count <= room && count * offer.strength <= left; count++) {
      const rest = fill(left - count * offer.strength, from + 1, room - count);
      if (!rest) continue;
      const filled = {
        counts: [count, ...rest.counts],
        units: rest.units + count,
        price: rest.price + count * offer.price,
      };
      if (!best || compare(filled, best, first) < 0) best = filled;
    }
    return best;
  };
  return fill(dose, 0, MOST_UNITS)?.counts;
}

type Filled = { readonly counts: readonly number[]; readonly units: number; readonly price: number };

function compare(a: Filled, b: Filled, first: SupplyTerms['first']): number {
  return first === 'cost' ? a.price - b.price || a.units - b.units : a.units - b.units || a.price - b.price;
}
