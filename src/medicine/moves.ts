/**
 * What does a signed plan permit on a given day, and why? Lists the moves a prescriber has already authorised, each
 * decision with its reasons, for and against. It never moves a dose: a person takes a permitted move (H11).
 *
 * Absence denies: what is not known to be in order counts as not in order (H4, H8, H12).
 */
import type { LocalDate } from '../base/calendar.ts';
import { type Dose, NO_DOSE } from './dose.ts';
import type { StopRule, TitrationPlan, TitrationStep } from './titration.ts';

/** A side effect that has not ended. Grade 1 mild, 2 moderate, 3 severe. */
export type SideEffect = { readonly name: string; readonly grade: 1 | 2 | 3; readonly since: LocalDate };

/** The last answered screening; a hard finding forbids the drug, a soft one waits for the prescriber's reason. */
export type ScreeningState = { readonly on: LocalDate; readonly hardFindings: number; readonly softFindings: number };

/** Where the patient is, and what stands against going up. Days are counted from `since` to the day before. */
export type Course = {
  /** 'baseline', or the index of the step being taken, 0 = first. */
  readonly step: number | 'baseline';
  /** First day at this step. */
  readonly since: LocalDate;
  readonly daysTaken: number;
  /** Days with an entry about the dose, taken or not. */
  readonly daysLogged: number;
  readonly missedDaysInARow: number;
  /** Days since `since` on which by plan no dose was taken: they serve nothing and are not missed. Absent = none. */
  readonly daysOff?: number;
  /** First and last day of a planned interruption that `day` lies in. */
  readonly interruption?: { readonly from: LocalDate; readonly until: LocalDate };
  /** undefined = never screened. */
  readonly screening: ScreeningState | undefined;
  readonly sideEffects: readonly SideEffect[];
  /** Last nights, oldest first: points (0-10) worse than baseline sleep, negative = better; NaN = not logged. */
  readonly sleepWorseBy: readonly number[];
  readonly labsPending: number;
  readonly stopRulesMet: readonly StopRule[];
  /** Last day the signed plan may be followed; undefined = not known. */
  readonly planValidTo: LocalDate | undefined;
};

export type MoveName = 'hold' | 'step-up' | 'step-down' | 'stop';
export type Move = { readonly move: MoveName; readonly dose: Dose };

/** One reason; `stands` says whether it speaks for going up or against it. */
export type Reason = { readonly stands: 'for' | 'against' } & (
  | { readonly code: 'plan-expired'; readonly validTo: LocalDate }
  | { readonly code: 'plan-expiry-unknown' }
  | { readonly code: 'stop-rule-met'; readonly rule: StopRule }
  | { readonly code: 'screening-forbids'; readonly findings: number }
  | { readonly code: 'interruption-planned'; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly code: 'rescreen-before-resuming'; readonly missedDays: number; readonly limit: number }
  | { readonly code: 'days-served' | 'days-not-served'; readonly days: number; readonly minimumDays: number }
  | { readonly code: 'screening-missing' }
  | { readonly code: 'screening-in-future'; readonly on: LocalDate }
  | { readonly code: 'screening-stale'; readonly ageDays: number; readonly limit: number }
  | { readonly code: 'screening-open'; readonly findings: number }
  | { readonly code: 'screening-clear'; readonly ageDays: number; readonly limit: number }
  | {
      readonly code: 'side-effect-open';
      readonly name: string;
      readonly grade: number;
      readonly days: number;
      readonly limit: number;
    }
  | { readonly code: 'side-effect-lasting'; readonly name: string; readonly days: number; readonly limit: number }
  | { readonly code: 'side-effects-below-rule'; readonly open: number; readonly limit: number }
  | {
      readonly code: 'sleep-worse' | 'sleep-not-worse';
      readonly nights: number;
      readonly limit: number;
      readonly window: number;
      readonly points: number;
    }
  | {
      readonly code: 'doses-taken' | 'too-few-doses-taken';
      readonly taken: number;
      readonly logged: number;
      readonly days: number;
      readonly percent: number;
    }
  | { readonly code: 'labs-pending'; readonly labs: number }
  | { readonly code: 'last-step' }
  | { readonly code: 'no-step-below' }
);

export type Permitted = {
  /** Open moves in the order hold, step up, step down, stop. Stop is always among them. */
  readonly moves: readonly Move[];
  readonly reasons: readonly Reason[];
  /** What the plan's own rules ask a person to do; undefined when they ask nothing. */
  readonly asks: 'hold' | 'step-down' | 'stop' | undefined;
};

/** Days a screening stays good for resuming after missed doses: it is answered that day or the day before. */
const RESUME_SCREENING_DAYS = 1;

/**
 * Moves open on `day`. Stopping is always open. Holding and stepping down are open while the drug may be taken at all;
 * stepping up (from the baseline: starting) must be earned.
 *
 * @throws RangeError when the course names a step the plan lacks or a day after `day` (checked by `scenario.ts`)
 */
export function permittedMoves(plan: TitrationPlan, course: Course, day: LocalDate): Permitted {
  const { current, below, above } = stepsAround(plan, course.step);
  if (course.since > day) throw new RangeError(`the step began on ${course.since}, after ${day}`);
  const stop: Move = { move: 'stop', dose: NO_DOSE };
  const closed = drugClosed(plan, course, day);
  if (closed.length > 0) {
    const asks = course.stopRulesMet.length > 0 || hardFindings(course) > 0 ? 'stop' : undefined;
    return { moves: [stop], reasons: closed, asks };
  }
  const gates = [
    servedDays(course, current.minimumDays, day),
    ...screeningGate(plan, course, day),
    ...sideEffectGate(plan, course, day),
    sleepGate(plan, course),
    ...(course.step === 'baseline' ? [] : [takenGate(plan, course, day)]),
    ...(course.labsPending === 0
      ? []
      : [{ stands: 'against', code: 'labs-pending', labs: course.labsPending } as const]),
    ...(above ? [] : [{ stands: 'against', code: 'last-step' } as const]),
  ];
  const earned = gates.every(({ stands }) => stands === 'for');
  const moves: Move[] = [{ move: 'hold', dose: current.dose }];
  if (above && earned) moves.push({ move: 'step-up', dose: above.dose });
  if (below) moves.push({ move: 'step-down', dose: below.dose });
  const asked = ruleAsks(gates, below !== undefined);
  return { moves: [...moves, stop], ...asked };
}

/**
 * Why no dose at all may be taken on `day`; empty when one may. An expired plan, a stop rule met, a hard screening finding,
 * a planned interruption, or missed days that ask for a new screening leave nothing open but to stop (H4, H8, H24).
 */
export function drugClosed(plan: TitrationPlan, course: Course, day: LocalDate): readonly Reason[] {
  const { planValidTo, stopRulesMet, missedDaysInARow, screening, interruption } = course;
  const reasons: Reason[] = [];
  if (planValidTo === undefined) reasons.push({ stands: 'against', code: 'plan-expiry-unknown' });
  else if (day > planValidTo) reasons.push({ stands: 'against', code: 'plan-expired', validTo: planValidTo });
  for (const rule of stopRulesMet) reasons.push({ stands: 'against', code: 'stop-rule-met', rule });
  const findings = hardFindings(course);
  if (findings > 0) reasons.push({ stands: 'against', code: 'screening-forbids', findings });
  if (interruption) return [...reasons, { stands: 'against', code: 'interruption-planned', ...interruption }];
  const limit = plan.rules.lateDose.rescreenAfterMissedDays;
  const age = screening ? day - screening.on : Number.NaN;
  const resumed = age >= 0 && age <= RESUME_SCREENING_DAYS;
  if (course.step !== 'baseline' && missedDaysInARow >= limit && !resumed)
    reasons.push({ stands: 'against', code: 'rescreen-before-resuming', missedDays: missedDaysInARow, limit });
  return reasons;
}

type StepsAround = {
  readonly current: TitrationStep;
  readonly below: TitrationStep | undefined;
  readonly above: TitrationStep | undefined;
};

function stepsAround(plan: TitrationPlan, step: Course['step']): StepsAround {
  if (step === 'baseline')
    return { current: { dose: NO_DOSE, minimumDays: plan.baselineDays }, below: undefined, above: plan.steps[0] };
  const current = plan.steps[step];
  if (!current) throw new RangeError(`step ${step} is not in a plan of ${plan.steps.length}`);
  return { current, below: plan.steps[step - 1], above: plan.steps[step + 1] };
}

function hardFindings({ screening }: Course): number {
  return screening?.hardFindings ?? 0;
}

function servedDays({ since, daysOff = 0 }: Course, minimumDays: number, day: LocalDate): Reason {
  const days = day - since - daysOff;
  return days >= minimumDays
    ? { stands: 'for', code: 'days-served', days, minimumDays }
    : { stands: 'against', code: 'days-not-served', days, minimumDays };
}

function screeningGate(plan: TitrationPlan, { screening }: Course, day: LocalDate): readonly Reason[] {
  const limit = plan.rules.stepUp.screeningWithinDays;
  if (!screening) return [{ stands: 'against', code: 'screening-missing' }];
  const { on, softFindings } = screening;
  const ageDays = day - on;
  if (ageDays < 0) return [{ stands: 'against', code: 'screening-in-future', on }];
  const reasons: Reason[] = [];
  if (ageDays > limit) reasons.push({ stands: 'against', code: 'screening-stale', ageDays, limit });
  if (softFindings > 0) reasons.push({ stands: 'against', code: 'screening-open', findings: softFindings });
  return reasons.length > 0 ? reasons : [{ stands: 'for', code: 'screening-clear', ageDays, limit }];
}

function sideEffectGate(plan: TitrationPlan, { sideEffects }: Course, day: LocalDate): readonly Reason[] {
  const limit = plan.rules.hold.sideEffectGrade;
  const reasons: Reason[] = [];
  for (const { name, grade, since } of sideEffects) {
    if (since > day) throw new RangeError(`the side effect began on ${since}, after ${day}`);
    if (grade < limit) continue;
    const days = day - since;
    reasons.push({ stands: 'against', code: 'side-effect-open', name, grade, days, limit });
    const { afterDays } = plan.rules.stepDown;
    if (days >= afterDays)
      reasons.push({ stands: 'against', code: 'side-effect-lasting', name, days, limit: afterDays });
  }
  if (reasons.length > 0) return reasons;
  return [{ stands: 'for', code: 'side-effects-below-rule', open: sideEffects.length, limit }];
}

function sleepGate(plan: TitrationPlan, { sleepWorseBy }: Course): Reason {
  const { sleepWorsePoints: points, sleepWorseNights: limit, sleepWindowNights: window } = plan.rules.hold;
  const nights = sleepWorseBy.slice(-window).filter((worse) => worse >= points).length;
  return nights >= limit
    ? { stands: 'against', code: 'sleep-worse', nights, limit, window, points }
    : { stands: 'for', code: 'sleep-not-worse', nights, limit, window, points };
}

/** The share is of the days with a dose at this step, not of the days logged: a day nobody logged is not known to be taken. */
function takenGate(plan: TitrationPlan, course: Course, day: LocalDate): Reason {
  const { daysTaken: taken, daysLogged: logged, since, daysOff = 0 } = course;
  const days = day - since - daysOff;
  const percent = plan.rules.stepUp.dosesTakenPercent;
  return days > 0 && taken * 100 >= percent * days
    ? { stands: 'for', code: 'doses-taken', taken, logged, days, percent }
    : { stands: 'against', code: 'too-few-doses-taken', taken, logged, days, percent };
}

/** A side effect that lasts asks for the dose below; at the lowest dose there is none, and holding is what is left. */
function ruleAsks(gates: readonly Reason[], hasBelow: boolean): Pick<Permitted, 'reasons' | 'asks'> {
  const has = (code: Reason['code']): boolean => gates.some((gate) => gate.code === code);
  if (has('side-effect-lasting') && hasBelow) return { reasons: gates, asks: 'step-down' };
  if (has('side-effect-lasting'))
    return { reasons: [...gates, { stands: 'against', code: 'no-step-below' }], asks: 'hold' };
  return { reasons: gates, asks: has('side-effect-open') || has('sleep-worse') ? 'hold' : undefined };
}
