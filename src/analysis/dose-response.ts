/**
 * The one-patient model as a statistical problem: scores turned to a 0-10 scale where lower is better, doses as
 * increments with onset kinetics, intercept, drift and weekend beside them. Docs: docs/models/dose-response.md.
 */
import { isWeekend, type LocalDate } from '../base/calendar.ts';
import { checkProblem, type Likelihood, type Problem } from '../stats/problem.ts';
import type { Outcome } from '../trial/outcome.ts';
import { incrementSds, type Priors } from './prior.ts';
import { dosesTaken, type Series } from './series.ts';

/** Points of the model's own scale. */
const MODEL_WIDTH = 10;

/** Turns a model change (0-10, lower better) into the outcome's points and direction by multiplication. */
export function pointsPerModelPoint(outcome: Outcome): number {
  const width = outcome.scale.maximum - outcome.scale.minimum;
  return ((outcome.better === 'lower' ? 1 : -1) * width) / MODEL_WIDTH;
}

/** A score on the model's scale. */
export function toModel(outcome: Outcome, score: number): number {
  const { minimum, maximum } = outcome.scale;
  const up = outcome.better === 'lower' ? score - minimum : maximum - score;
  return (up * MODEL_WIDTH) / (maximum - minimum);
}

/** A model level back in the outcome's points. */
export function fromModel(outcome: Outcome, level: number): number {
  const { minimum, maximum } = outcome.scale;
  const up = (level * (maximum - minimum)) / MODEL_WIDTH;
  return outcome.better === 'lower' ? minimum + up : maximum - up;
}

/** Fixed columns for `days` calendar days from `start`: intercept, drift per 30 days about `middle`, weekend. */
export function fixedColumns(start: LocalDate, days: number, middle: number): number[][] {
  const each = Array.from({ length: days }, (_, t) => t);
  return [
    each.map(() => 1),
    each.map((t) => (t - middle) / 30),
    each.map((t) => (isWeekend((start + t) as LocalDate) ? 1 : 0)),
  ];
}

/** Position of the drift coefficient among the fixed columns. */
export const TREND = 1;

/** Whether the capsule column tells anything: it must change, or it is the same as the intercept. */
export function hasCapsuleColumn(series: Series): boolean {
  return series.capsule !== undefined && new Set(series.capsule).size > 1;
}

/** States the problem. @throws RangeError if a checked series makes an invalid problem, which would be our bug */
export function doseResponseProblem(series: Series, priors: Priors, likelihood: Likelihood): Problem {
  const doses = dosesTaken(series);
  const increments = incrementSds(doses, series.unit, priors);
  const capsule = hasCapsuleColumn(series);
  const days = series.score.length;
  const checked = checkProblem({
    y: series.score.map((score) => toModel(series.outcome, score)),
    level: series.dose.map((dose) => doses.indexOf(dose) + 1),
    before: doses.indexOf(series.before) + 1,
    doses,
    fixed: fixedColumns(series.start, days, (days - 1) / 2),
    ...(capsule && series.capsule ? { capsule: series.capsule } : {}),
    m0: [priors.intercept.mean, 0, 0, ...doses.map(() => 0), ...(capsule ? [0] : [])],
    sd0: [priors.intercept.sd, priors.trendSd, priors.weekendSd, ...increments, ...(capsule ? [priors.capsuleSd] : [])],
    pm: priors.theta.mean,
    ps: priors.theta.sd,
    likelihood,
  });
  if (!checked.ok) throw new RangeError(`a checked series made an invalid problem: ${JSON.stringify(checked.error)}`);
  return checked.value;
}

/** Whole scores on an eleven-point scale: what the rounded likelihood needs. */
export function isElevenPoint(series: Series): boolean {
  const { minimum, maximum } = series.outcome.scale;
  if (maximum - minimum !== MODEL_WIDTH) return false;
  return series.score.every((y) => Number.isNaN(y) || Number.isInteger(y - minimum));
}
