/**
 * What is there to take on a day, and why not? From the state on the phone and what the clinic told last: a dose is shown
 * only where plan, serious signs, screening and missed days all leave it open, by the same rules as at the clinic (H4, H8).
 * Never computes a dose that was not signed, and nothing upward.
 */
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { Result } from '../../../../src/base/result.ts';
import type { Dose } from '../../../../src/medicine/dose.ts';
import { drugClosed, type Reason } from '../../../../src/medicine/moves.ts';
import type { StopRule } from '../../../../src/medicine/titration.ts';
import type { CaseState, DoseSlot, NoPlan, PlanInForce } from '../../../../src/records/case-state.ts';
import { courseOn, leastGapHours, redFlagsOn, slotOn } from '../../../../src/records/course.ts';

/** Hours between two doses of different days, as the clinic asks it of every entry. */
const LEAST_GAP_HOURS = 18;
const HOUR_MS = 3_600_000;

export type DoseOfDay =
  | { readonly kind: 'flag'; readonly rules: readonly StopRule[] }
  | { readonly kind: 'kept'; readonly slot: DoseSlot; readonly inForce: PlanInForce | undefined }
  | { readonly kind: 'no-plan'; readonly why: NoPlan }
  | { readonly kind: 'baseline'; readonly day: number; readonly of: number }
  | { readonly kind: 'closed'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'too-soon'; readonly from: number; readonly dose: Dose }
  | { readonly kind: 'due'; readonly dose: Dose; readonly inForce: PlanInForce };

export type DoseGround = {
  readonly state: CaseState;
  readonly plan: Result<PlanInForce, NoPlan>;
  readonly date: LocalDate;
  /** Instant of a dose entered now; undefined where the day is over and the hour of its dose is not known. */
  readonly now: number | undefined;
  /** Open findings as the clinic last told them. */
  readonly openHard: number;
  readonly openSoft: number;
};

export function doseOfDay({ state, plan, date, now, openHard, openSoft }: DoseGround): DoseOfDay {
  const flags = redFlagsOn(state, date);
  if (flags.length > 0) return { kind: 'flag', rules: [...new Set(flags.map(({ rule }) => rule))] };
  const slot = slotOn(state, date);
  if (slot) return { kind: 'kept', slot, inForce: plan.ok ? plan.value : undefined };
  if (!plan.ok) return { kind: 'no-plan', why: plan.error };
  const inForce = plan.value;
  if (inForce.place === 'baseline')
    return { kind: 'baseline', day: date - inForce.since + 1, of: inForce.content.baselineDays };
  const told = { on: date, listVersion: '', findings: [], openHard, openSoft };
  const reasons = drugClosed(inForce.content, courseOn(state, inForce, date, told), date);
  if (reasons.length > 0) return { kind: 'closed', reasons };
  const dose = plannedDose(inForce);
  const gap = now === undefined ? undefined : leastGapHours(state, date, now);
  if (now !== undefined && gap !== undefined && gap < LEAST_GAP_HOURS)
    return { kind: 'too-soon', from: now + (LEAST_GAP_HOURS - gap) * HOUR_MS, dose };
  return { kind: 'due', dose, inForce };
}

/** The dose of the place the patient is in. @throws RangeError where the plan has no such step */
export function plannedDose({ content, place }: PlanInForce): Dose {
  const step = place === 'baseline' ? undefined : content.steps[place];
  if (!step) throw new RangeError(`place ${place} is not in a plan of ${content.steps.length}`);
  return step.dose;
}

/** What 'less' may be: the doses of the steps before, highest first. */
export function lowerDoses({ content, place }: PlanInForce): readonly Dose[] {
  const below = place === 'baseline' ? [] : content.steps.slice(0, place);
  return below.map(({ dose }) => dose).reverse();
}
