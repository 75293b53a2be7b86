/**
 * How long does the supply of a case last, at the dose as it stands and if every step were taken as early as the plan
 * allows? Days nobody told of count as taken: that is the safe side, and how many they are is told (H28). Moves no dose.
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import { type OutlookFault, type SupplyOutlook, supplyOutlook } from '../medicine/stock/outlook.ts';
import type { Pack } from '../medicine/stock/pack.ts';
import type { CaseState } from './case-state.ts';
import { slotOn } from './course-day.ts';
import { type Followed, followedOn } from './course-plans.ts';
import { daysOff, interruptionOn } from './interruption.ts';
import type { SupplyRecord } from './supply-state.ts';

/** Days from ordering a compounded product to having it. Our choice; the clinic's own may be longer. */
export const LEAD_DAYS = 10;
/** No plan lasts longer; a chain of plans is looked at this far. */
const FARTHEST = 366;

export type CaseOutlook = {
  /** What was handed out and is, or was, there, in the order of `held.left`. */
  readonly packs: readonly SupplyRecord[];
  /** The dose stays, but for what is decided already. */
  readonly held: SupplyOutlook;
  /** Every step as early as the plan allows. */
  readonly earliest: SupplyOutlook;
  /** Last day that was looked at: of the plans there are. */
  readonly until: LocalDate;
  /** Days since the first pack of which nobody said whether the dose was taken. */
  readonly untold: number;
};

/** No plan may be followed from that day on: nothing is needed. */
export type CaseOutlookFault = OutlookFault | { readonly code: 'no-dose-ahead' };

export function outlookOf(state: CaseState, day: LocalDate): Result<CaseOutlook, CaseOutlookFault> {
  const packs = state.supply.filter(({ withdrawn }) => withdrawn?.why !== 'entered-wrongly');
  if (packs.length === 0) return err({ code: 'amount-not-known' });
  const from = (slotOn(state, day) ? day + 1 : day) as LocalDate;
  const until = lastPlanDay(state, from);
  if (until === undefined) return err({ code: 'no-dose-ahead' });
  const first = packs.reduce<number>((least, { on }) => Math.min(least, on), from) as LocalDate;
  const early = earliestDoses(state, from, until);
  const stock = packs.map(packOf);
  const ask = (ahead: (d: LocalDate) => Dose) =>
    supplyOutlook(stock, {
      ...{ from, until, leadDays: LEAD_DAYS },
      doseOn: (d) => (d < from ? takenOn(state, d) : ahead(d)),
    });
  const held = ask((d) => plannedOn(state, d));
  const earliest = ask((d) => early.get(d) ?? NO_DOSE);
  if (!held.ok) return held;
  if (!earliest.ok) return earliest;
  return ok({ packs, held: held.value, earliest: earliest.value, until, untold: untoldDays(state, first, from) });
}

/** Days ahead at one dose, in their order: what is to be made for the plan if every step is taken early. */
export function dosesAhead(
  state: CaseState,
  day: LocalDate,
): readonly { readonly dose: Dose; readonly days: number }[] {
  const from = (slotOn(state, day) ? day + 1 : day) as LocalDate;
  const until = lastPlanDay(state, from);
  const runs: { dose: Dose; days: number }[] = [];
  if (until === undefined) return runs;
  const doses = earliestDoses(state, from, until);
  for (let d = from; d <= until; d++) {
    const dose = doses.get(d) ?? NO_DOSE;
    const last = runs.at(-1);
    if (last?.dose === dose) last.days++;
    else runs.push({ dose, days: 1 });
  }
  return runs;
}

/** Last day to order, the earlier of the two; undefined = enough to the end of the plan. */
export function orderBy({ held, earliest }: Pick<CaseOutlook, 'held' | 'earliest'>): LocalDate | undefined {
  const days = [held.orderBy, earliest.orderBy].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : (Math.min(...days) as LocalDate);
}

function packOf({ content, on, beyondUse, withdrawn }: SupplyRecord): Pack {
  return { content, on, beyondUse, ...(withdrawn ? { gone: withdrawn.on } : {}) };
}

/** Last day of the plans that follow each other from that day on, without a gap. */
function lastPlanDay(state: CaseState, from: LocalDate): LocalDate | undefined {
  let last: LocalDate | undefined;
  for (let d = from; state.status === 'open' && d < from + FARTHEST && followedOn(state, d); d++) last = d;
  return last;
}

function plannedOn(state: CaseState, day: LocalDate): Dose {
  const plan = followedOn(state, day);
  return !plan || interruptionOn(state, day) ? NO_DOSE : doseAt(plan);
}

function doseAt({ followed, place }: Pick<Followed, 'followed' | 'place'>): Dose {
  return place === 'baseline' ? NO_DOSE : (followed.content.steps[place]?.dose ?? NO_DOSE);
}

/** What a past day took out of the supply. */
function takenOn(state: CaseState, day: LocalDate): Dose {
  const slot = slotOn(state, day);
  return slot ? slot.dose : plannedOn(state, day);
}

function untoldDays(state: CaseState, first: LocalDate, from: LocalDate): number {
  let untold = 0;
  for (let d = first; d < from; d++) if (!slotOn(state, d) && plannedOn(state, d) !== NO_DOSE) untold++;
  return untold;
}

/** The dose of each day when every step up is taken on the first day the plan allows it. */
function earliestDoses(state: CaseState, from: LocalDate, until: LocalDate): ReadonlyMap<LocalDate, Dose> {
  const doses = new Map<LocalDate, Dose>();
  let at: (Followed & { readonly off: number }) | undefined;
  for (let d = from; d <= until; d++) {
    const told = followedOn(state, d);
    if (!told) continue;
    if (at?.followed.plan !== told.followed.plan) at = { ...told, off: daysOff(state, told.since, d) };
    if (interruptionOn(state, d)) {
      at = { ...at, off: at.off + 1 };
      continue;
    }
    const { steps, baselineDays } = at.followed.content;
    const next = at.place === 'baseline' ? 0 : at.place + 1;
    const least = at.place === 'baseline' ? baselineDays : (steps[at.place]?.minimumDays ?? 0);
    if (steps[next] && d - at.since - at.off >= least) at = { ...at, place: next, since: d, off: 0 };
    doses.set(d, doseAt(at));
  }
  return doses;
}
