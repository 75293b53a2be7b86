/**
 * A dose was forgotten: may it still be taken? Within the plan's hours yes, later no, and never two in one day (H9).
 * After too many missed days nothing is taken before a new screening. And may anyone yet say "it does not work"?
 */
import type { LocalDate } from '../base/calendar.ts';
import { type Dose, NO_DOSE } from './dose.ts';
import { type Course, drugClosed, type Reason } from './moves.ts';
import type { TitrationPlan } from './titration.ts';

/** `minutesLate` after the planned time, whole minutes >= 0; `takenToday`: this day's dose has been taken. */
export type LateDose = { readonly minutesLate: number; readonly takenToday: boolean };

export type LateDoseReason =
  | Reason
  | {
      readonly stands: 'for' | 'against';
      readonly code: 'late-within-window' | 'too-late';
      readonly minutesLate: number;
      readonly limitHours: number;
    }
  | { readonly stands: 'against'; readonly code: 'taken-already' }
  | { readonly stands: 'against'; readonly code: 'no-dose-in-baseline' };

/** `dose` is the step's own dose, never more; 0 when nothing may be taken. */
export type LateDoseDecision = {
  readonly take: boolean;
  readonly dose: Dose;
  readonly reasons: readonly LateDoseReason[];
};

/**
 * Whether the day's dose may still be taken. A missed dose is never added to the next one.
 *
 * @throws RangeError when `minutesLate` is not a whole number >= 0, or the plan lacks the step
 */
export function permittedLateDose(
  plan: TitrationPlan,
  course: Course,
  day: LocalDate,
  late: LateDose,
): LateDoseDecision {
  const { minutesLate, takenToday } = late;
  if (!Number.isSafeInteger(minutesLate) || minutesLate < 0) throw new RangeError(`not whole minutes: ${minutesLate}`);
  const reasons: LateDoseReason[] = [...drugClosed(plan, course, day)];
  if (takenToday) reasons.push({ stands: 'against', code: 'taken-already' });
  if (course.step === 'baseline') {
    return { take: false, dose: NO_DOSE, reasons: [...reasons, { stands: 'against', code: 'no-dose-in-baseline' }] };
  }
  const step = plan.steps[course.step];
  if (!step) throw new RangeError(`step ${course.step} is not in a plan of ${plan.steps.length}`);
  const limitHours = plan.rules.lateDose.withinHours;
  const inTime = minutesLate <= limitHours * 60;
  reasons.push(
    inTime
      ? { stands: 'for', code: 'late-within-window', minutesLate, limitHours }
      : { stands: 'against', code: 'too-late', minutesLate, limitHours },
  );
  const take = reasons.every(({ stands }) => stands === 'for');
  return { take, dose: take ? step.dose : NO_DOSE, reasons };
}

export type EvaluationReason = {
  readonly stands: 'for' | 'against';
  readonly code: 'evaluation-days-served' | 'evaluation-too-early' | 'evaluation-in-baseline';
  readonly days: number;
  readonly needed: number;
};

/** Whether the dose has been taken long enough to be judged: the plan's days at one dose, eight weeks or more (H19). */
export function permittedEvaluation(
  plan: TitrationPlan,
  course: Course,
  day: LocalDate,
): { readonly permitted: boolean; readonly reasons: readonly EvaluationReason[] } {
  const needed = plan.rules.evaluation.minimumDays;
  const days = day - course.since;
  if (course.step === 'baseline')
    return { permitted: false, reasons: [{ stands: 'against', code: 'evaluation-in-baseline', days, needed }] };
  const permitted = days >= needed;
  const reason: EvaluationReason = permitted
    ? { stands: 'for', code: 'evaluation-days-served', days, needed }
    : { stands: 'against', code: 'evaluation-too-early', days, needed };
  return { permitted, reasons: [reason] };
}
