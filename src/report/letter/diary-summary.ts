/** What the diary says before anybody asks what it means: per symptom the days kept, their mean, lowest and highest. */
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseState } from '../../records/case-state.ts';
import { dayOfKey } from '../../records/course-day.ts';
import { DAILY_OUTCOMES, type Outcome } from '../../trial/outcome.ts';

export type SymptomSummary = {
  readonly outcome: Outcome;
  readonly logged: number;
  readonly tooIll: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
};

export type DiarySummary = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  /** Days of which anything was kept. */
  readonly kept: number;
  /** Only symptoms with a score. */
  readonly symptoms: readonly SymptomSummary[];
};

/** Over all days kept up to `day`; undefined where none is. */
export function summaryOf(state: CaseState, day: LocalDate): DiarySummary | undefined {
  const kept = Object.keys(state.days)
    .sort()
    .filter((key) => dayOfKey(key) <= day);
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [dayOfKey(first), dayOfKey(last)];
  const symptoms = DAILY_OUTCOMES.map((outcome) => symptomOf(state, outcome, kept)).filter(({ logged }) => logged > 0);
  return { from, to, days: to - from + 1, kept: kept.length, symptoms };
}

function symptomOf(state: CaseState, outcome: Outcome, kept: readonly string[]): SymptomSummary {
  const scores = kept.flatMap((key) => {
    const score = state.days[key]?.scores[outcome.id];
    return score === undefined ? [] : [score];
  });
  const values = scores.flatMap((score) => (score.kind === 'value' ? [score.value] : []));
  return {
    outcome,
    logged: values.length,
    tooIll: scores.filter(({ kind }) => kind === 'too-ill').length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}
