/**
 * What is there to take on a day, and why not? From the state on the phone and what the clinic told last: a dose is shown
 * only where plan, serious signs, screening and missed days all leave it open, by the same rules as at the clinic (H4, H8).
 * Never computes a dose that was not signed, and nothing upward.
 */
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import type { Result } from '../../../../src/base/result.ts';
import { type Dose, NO_DOSE } from '../../../../src/medicine/dose.ts';
import { drugClosed, type Reason } from '../../../../src/medicine/moves.ts';
import type { StopRule } from '../../../../src/medicine/titration.ts';
import type { CaseState, DoseSlot, NoPlan, PlanInForce } from '../../../../src/records/case-state.ts';
import { courseOn, leastGapHours, redFlagsOn, slotOn } from '../../../../src/records/course.ts';
import { kitOn } from '../../../../src/records/course-trial.ts';
import { type DoseGrounds, LEAST_GAP_HOURS } from '../../../../src/records/dose-rules.ts';
import { type KitRefusal, kitClosed } from '../../../../src/records/kit-rules.ts';
import type { KitSlot, TrialRecord } from '../../../../src/records/trial-state.ts';

const HOUR_MS = 3_600_000;

export type DoseOfDay =
  | { readonly kind: 'flag'; readonly rules: readonly StopRule[] }
  | { readonly kind: 'kept'; readonly slot: DoseSlot; readonly inForce: PlanInForce | undefined }
  | { readonly kind: 'no-plan'; readonly why: NoPlan }
  | { readonly kind: 'baseline'; readonly day: number; readonly of: number }
  | { readonly kind: 'closed'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'too-soon'; readonly from: number }
  | { readonly kind: 'due'; readonly dose: Dose; readonly inForce: PlanInForce }
  | ({ readonly kind: 'kit' } & KitOfDay);

/** The capsule of a blinded trial: kept, closed to be taken, or due. */
export type KitOfDay = {
  readonly record: TrialRecord;
  readonly kit: string;
  /** 0 = first. */
  readonly period: number;
  readonly slot?: KitSlot;
  readonly closed?: KitRefusal;
};

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
    return { kind: 'too-soon', from: now + (LEAST_GAP_HOURS - gap) * HOUR_MS };
  return { kind: 'due', dose, inForce };
}

export type KitGround = Pick<DoseGround, 'state' | 'date' | 'now'> & { readonly grounds: DoseGrounds };

/** The same under a blinded trial: a capsule that may be placebo is judged as if it were the drug (H13). */
export function kitOfDay(record: TrialRecord, { state, date, now, grounds }: KitGround): DoseOfDay {
  const of = kitOn(record, date);
  if (!of) throw new RangeError(`trial ${record.trial} has no kit on a day on which it runs`);
  const { kit, period } = of;
  const kept = state.kitDoses[formatLocalDate(date)];
  if (kept) return { kind: 'kit', record, kit, period, slot: kept };
  const flags = redFlagsOn(state, date);
  if (flags.length > 0) return { kind: 'flag', rules: [...new Set(flags.map(({ rule }) => rule))] };
  const slot = slotOn(state, date);
  if (slot && slot.dose > NO_DOSE) return { kind: 'kept', slot, inForce: undefined };
  const closed = kitClosed(state, record, date, grounds);
  if (closed?.code === 'dose-closed') return { kind: 'closed', reasons: closed.reasons };
  if (closed) return { kind: 'kit', record, kit, period, closed };
  const gap = now === undefined ? undefined : leastGapHours(state, date, now);
  if (now !== undefined && gap !== undefined && gap < LEAST_GAP_HOURS)
    return { kind: 'too-soon', from: now + (LEAST_GAP_HOURS - gap) * HOUR_MS };
  return { kind: 'kit', record, kit, period };
}

/** Something is still to be said about the dose or capsule. */
export const isDoseOpen = (of: DoseOfDay): boolean =>
  of.kind === 'due' || (of.kind === 'kit' && !of.slot && !of.closed);

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
