/**
 * Which dose stands on which day if every step goes up as early as the plan allows? A calendar to read, not an order:
 * each step up still has to be earned and taken by a person (H11).
 */
import type { LocalDate } from '../base/calendar.ts';
import { type Dose, NO_DOSE } from './dose.ts';
import type { TitrationPlan } from './titration.ts';

export type RunKind = 'baseline' | 'step' | 'endline';

/** Days in a row with one dose. `firstDay` counts from 1; `step` is set for a step, 0 = first. */
export type PlanRun = {
  readonly kind: RunKind;
  readonly step?: number;
  readonly dose: Dose;
  readonly firstDay: number;
  readonly days: number;
};

/** `date` is there when the plan has a first day; day 1 is the first day of the baseline, or else of the first dose. */
export type PlanDay = {
  readonly day: number;
  readonly date?: LocalDate;
  readonly kind: RunKind;
  readonly step?: number;
  readonly dose: Dose;
};

/** The runs of the earliest calendar. The last step lasts until it may be judged: `evaluation.minimumDays` or more. */
export function planRuns(plan: TitrationPlan): readonly PlanRun[] {
  const { steps, rules, baselineDays, endlineDays } = plan;
  const runs: PlanRun[] = [];
  let firstDay = 1;
  const add = (run: Omit<PlanRun, 'firstDay'>): void => {
    if (run.days > 0) runs.push({ ...run, firstDay });
    firstDay += run.days;
  };
  add({ kind: 'baseline', dose: NO_DOSE, days: baselineDays });
  for (const [step, { dose, minimumDays }] of steps.entries()) {
    const isLast = step === steps.length - 1;
    add({ kind: 'step', step, dose, days: isLast ? Math.max(minimumDays, rules.evaluation.minimumDays) : minimumDays });
  }
  add({ kind: 'endline', dose: NO_DOSE, days: endlineDays });
  return runs;
}

/** The same, one entry a day. */
export function planDays(plan: TitrationPlan, start?: LocalDate): readonly PlanDay[] {
  return planRuns(plan).flatMap(({ kind, step, dose, firstDay, days }) =>
    Array.from({ length: days }, (_, i) => ({
      day: firstDay + i,
      ...(start === undefined ? {} : { date: (start + firstDay + i - 1) as LocalDate }),
      kind,
      ...(step === undefined ? {} : { step }),
      dose,
    })),
  );
}
