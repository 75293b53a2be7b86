/**
 * How long does what was handed out last? Day by day: what was taken is gone, what is to be taken will be, each dose from the
 * packs that can make it exactly and whose last day has not passed. Tells the first day without, when to order, and what
 * will be left over and spoiled (H27, H28). Without a pack nothing is known, and no number of days is told.
 */
import type { LocalDate } from '../../base/calendar.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { volumeOfDose } from '../concentration.ts';
import { type Dose, NO_DOSE } from '../dose.ts';
import { fewestUnits } from '../product.ts';
import { amountOf, type Pack } from './pack.ts';

/** What is asked of the days. */
export type OutlookTerms = {
  /** The first day whose dose is not taken yet. */
  readonly from: LocalDate;
  /** Last day that is looked at: the plan's own. */
  readonly until: LocalDate;
  /** Days from ordering to having it. */
  readonly leadDays: number;
  /** What is, or was, taken out of the packs on a civil day; 0 where nothing is. */
  readonly doseOn: (day: LocalDate) => Dose;
};

export type SupplyOutlook = {
  /** Units or microlitres of each pack before `from`, in the order given. */
  readonly left: readonly number[];
  /** Days with a dose, from `from` on, before the first that cannot be made. */
  readonly daysLeft: number;
  /** Last of those days; undefined when there is none. */
  readonly coveredThrough?: LocalDate;
  /** First and last day of the first stretch without; undefined = enough to the last day that was looked at. */
  readonly gap?: { readonly first: LocalDate; readonly last: LocalDate };
  /** Last day to order so that no day is without; it may have passed. */
  readonly orderBy?: LocalDate;
  /** What cannot be used up before its last day: place of the pack, and units or microlitres. */
  readonly spoils: readonly { readonly pack: number; readonly amount: number; readonly beyondUse: LocalDate }[];
  /** Doses taken before `from` that these packs could not have made: they came from elsewhere, or a number is wrong. */
  readonly fromElsewhere: number;
};

export type OutlookFault = { readonly code: 'amount-not-known' };

export function supplyOutlook(packs: readonly Pack[], terms: OutlookTerms): Result<SupplyOutlook, OutlookFault> {
  const [first] = packs;
  if (!first) return err({ code: 'amount-not-known' });
  const { from, until, doseOn } = terms;
  const amounts = packs.map(({ content }) => amountOf(content));
  const opened = packs.reduce<number>((day, { on }) => Math.min(day, on), first.on);
  let fromElsewhere = 0;
  for (let d = opened as LocalDate; d < from; d++) if (!takenOut(packs, amounts, d, doseOn(d))) fromElsewhere++;
  for (const [pack, { gone }] of packs.entries()) if (gone !== undefined && gone <= from) amounts[pack] = 0;
  const left = [...amounts];
  const days = daysAhead(packs, amounts, from, until, doseOn);
  const spoils = packs.flatMap(({ beyondUse, gone }, pack) => {
    const amount = amounts[pack] ?? 0;
    return beyondUse < until && amount > 0 && gone === undefined ? [{ pack, amount, beyondUse }] : [];
  });
  const orderBy = days.gap && { orderBy: (days.gap.first - terms.leadDays) as LocalDate };
  return ok({ left, ...days, ...orderBy, spoils, fromElsewhere });
}

function daysAhead(
  packs: readonly Pack[],
  amounts: number[],
  from: LocalDate,
  until: LocalDate,
  doseOn: OutlookTerms['doseOn'],
): Pick<SupplyOutlook, 'daysLeft' | 'coveredThrough' | 'gap'> {
  let daysLeft = 0;
  let coveredThrough: LocalDate | undefined;
  let gap: { first: LocalDate; last: LocalDate } | undefined;
  let closed = false;
  for (let d = from; d <= until; d++) {
    const dose = doseOn(d);
    if (dose === NO_DOSE) continue;
    const made = takenOut(packs, amounts, d, dose);
    if (!gap && made) {
      daysLeft++;
      coveredThrough = d;
    } else if (!gap) gap = { first: d, last: d };
    else if (made) closed = true;
    else if (!closed) gap.last = d;
  }
  return { daysLeft, ...(coveredThrough === undefined ? {} : { coveredThrough }), ...(gap ? { gap } : {}) };
}

/**
 * Takes the dose of a day out of the packs; false, and nothing is taken, where they do not make it. What was handed out last
 * says what is taken from: a liquid, or capsules and tablets; never both.
 */
function takenOut(packs: readonly Pack[], amounts: number[], day: LocalDate, dose: Dose): boolean {
  if (dose === NO_DOSE) return true;
  const usable = packs
    .map((pack, place) => ({ ...pack, place }))
    .filter(({ on, beyondUse, gone }) => on <= day && day <= beyondUse && (gone === undefined || day < gone))
    .sort((a, b) => a.beyondUse - b.beyondUse || a.place - b.place);
  const newest = packs.findLast(({ on }) => on <= day)?.content;
  if (newest?.form === 'liquid') {
    const { concentration, graduation } = newest;
    const volume = volumeOfDose(dose, concentration, graduation);
    const same = usable.filter(({ content: c }) => c.form === 'liquid' && c.concentration === concentration);
    return volume.ok && drawn(same, amounts, volume.value);
  }
  const solid = usable.flatMap(({ content, place }) =>
    content.form === 'liquid' ? [] : [{ place, strength: content.strength }],
  );
  const strengths = [...new Set(solid.map(({ strength }) => strength))].sort((a, b) => b - a);
  const of = (strength: Dose) => solid.filter((each) => each.strength === strength);
  const most = strengths.map((strength) => sumOf(of(strength), amounts));
  const counts = fewestUnits(dose, strengths, most);
  return counts !== undefined && strengths.every((strength, i) => drawn(of(strength), amounts, counts[i] ?? 0));
}

type Placed = { readonly place: number };

const sumOf = (places: readonly Placed[], amounts: readonly number[]): number =>
  places.reduce((sum, { place }) => sum + (amounts[place] ?? 0), 0);

/** From the pack with the earliest last day on; all or nothing. */
function drawn(places: readonly Placed[], amounts: number[], wanted: number): boolean {
  if (sumOf(places, amounts) < wanted) return false;
  let missing = wanted;
  for (const { place } of places) {
    const taken = Math.min(missing, amounts[place] ?? 0);
    amounts[place] = (amounts[place] ?? 0) - taken;
    missing -= taken;
  }
  return true;
}
