/**
 * The engine of every finding, asked about a trial: one symptom, one choice of days, one posterior; a change per dose or
 * why there is none. Adds no model of its own (docs/models/trial.md; H18, H38).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import { fitProblem, isTrustworthy } from '../../stats/fit.ts';
import { doseContrast, linearMixture, type Posterior } from '../../stats/posterior.ts';
import type { Likelihood, Problem } from '../../stats/problem.ts';
import type { Outcome } from '../../trial/outcome.ts';
import { changeOf } from '../change.ts';
import { doseResponseProblem, hasCapsuleColumn, TREND } from '../dose-response.ts';
import type { Change } from '../finding.ts';
import { chooseLikelihood } from '../likelihood.ts';
import type { Priors } from '../prior.ts';
import { dosesTaken, NEEDED_DAYS, type Series } from '../series.ts';
import type { TrialRefusal } from './trial-answer.ts';
import type { TrialCalendar } from './trial-calendar.ts';
import { type Choice, daysCounted, trialSeries } from './trial-series.ts';

/** Fewest counted days of each arm, as with and without the drug in an open diary. */
export const NEEDED_EACH = 7;

export type TrialFit = {
  readonly outcome: Outcome;
  readonly choice: Choice;
  readonly series: Series;
  readonly problem: Problem;
  readonly posterior: Posterior;
  /** Counted days of the trial by arm. */
  readonly counted: (arm: Dose) => number;
};

/** @param likelihood  chosen from the days where 'auto' */
export function fitTrial(
  calendar: TrialCalendar,
  outcome: Outcome,
  choice: Choice,
  priors: Priors,
  likelihood: Likelihood | 'auto' = 'auto',
): TrialFit | TrialRefusal {
  const series = trialSeries(calendar, outcome, choice);
  const counted = (arm: Dose): number => daysCounted(calendar, series, arm);
  const refused = refusalOf(series, counted(NO_DOSE));
  if (refused) return refused;
  const chosen = chooseLikelihood(series, priors, likelihood);
  if (!chosen.ok) throw new RangeError(`a likelihood nobody asked for was refused: ${chosen.error.code}`);
  const problem = doseResponseProblem(series, priors, chosen.value.likelihood);
  const posterior = chosen.value.posterior ?? fitProblem(problem);
  if (!isTrustworthy(posterior))
    return { outcome: outcome.id, code: 'fit-not-converged', frontierMass: posterior.diagnostics.frontierMass };
  return { outcome, choice, series, problem, posterior, counted };
}

/** Without placebo days, or with hardly any, or when nothing ever changed, nothing is said. */
function refusalOf({ outcome, score }: Series, onPlacebo: number): TrialRefusal | undefined {
  const scored = score.filter((y) => !Number.isNaN(y));
  if (onPlacebo < NEEDED_EACH)
    return { outcome: outcome.id, code: 'too-few-days', dose: NO_DOSE, days: onPlacebo, needed: NEEDED_EACH };
  if (scored.length < NEEDED_DAYS)
    return { outcome: outcome.id, code: 'too-few-days', dose: NO_DOSE, days: scored.length, needed: NEEDED_DAYS };
  const [value] = scored;
  if (value !== undefined && scored.every((y) => y === value))
    return { outcome: outcome.id, code: 'no-variation', value };
  return undefined;
}

/** Position of a dose among the levels of the fit, 1 ... K; 0 = it was never taken. */
export function levelOf({ series }: TrialFit, dose: Dose): number {
  return dosesTaken(series).indexOf(dose) + 1;
}

/** A dose against placebo; undefined with too few counted days of it. */
export function changeBy(fit: TrialFit, dose: Dose): Change | undefined {
  const level = levelOf(fit, dose);
  if (level === 0 || fit.counted(dose) < NEEDED_EACH) return undefined;
  return changeOf(linearMixture(fit.posterior, doseContrast(fit.posterior, 0, level)), fit.outcome);
}

/** The passing of 30 days. */
export function driftOf({ posterior, outcome }: TrialFit): Change {
  return changeOf(linearMixture(posterior, unit(posterior, TREND)), outcome);
}

/** Any capsule at all; its coefficient is the last. */
export function capsuleOf({ series, posterior, outcome }: TrialFit): Change | undefined {
  if (!hasCapsuleColumn(series)) return undefined;
  return changeOf(linearMixture(posterior, unit(posterior, posterior.p - 1)), outcome);
}

function unit({ p }: Posterior, place: number): Float64Array {
  const contrast = new Float64Array(p);
  contrast[place] = 1;
  return contrast;
}
