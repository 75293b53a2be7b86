/** How was it before day 1? Each symptom over the last four weeks before the trial, and what was openly taken then. */
import type { TrialDay, TrialRun } from '../../analysis/trial/trial-run.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { Outcome } from '../../trial/outcome.ts';

export const BASELINE_DAYS = 28;

export type Baseline = {
  readonly outcome: Pick<Outcome, 'id' | 'label' | 'scale'>;
  /** Of `BASELINE_DAYS`. */
  readonly logged: number;
  readonly tooIll: number;
  /** Absent where no score is kept. */
  readonly mean?: number;
  readonly lowest?: number;
  readonly highest?: number;
  /** Doses openly taken in those days, rising, 0 = none; empty = nobody recorded any. */
  readonly doses: readonly Dose[];
};

export function baselineOf({ days, startOn, outcomes }: TrialRun): readonly Baseline[] {
  const before = days.filter(({ date }) => date >= startOn - BASELINE_DAYS && date < startOn);
  const doses = [...new Set(before.flatMap(({ openDose }) => (openDose === undefined ? [] : [openDose])))];
  return outcomes.map((outcome) => ({
    outcome: { id: outcome.id, label: outcome.label, scale: outcome.scale },
    ...scoresOf(before, outcome.id),
    doses: doses.sort((a, b) => a - b),
  }));
}

function scoresOf(days: readonly TrialDay[], outcome: string): Omit<Baseline, 'outcome' | 'doses'> {
  const values = days.flatMap(({ scores }) => {
    const score = scores[outcome];
    return score?.kind === 'value' ? [score.value] : [];
  });
  const tooIll = days.filter(({ scores }) => scores[outcome]?.kind === 'too-ill').length;
  if (values.length === 0) return { logged: 0, tooIll };
  return {
    logged: values.length,
    tooIll,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}
