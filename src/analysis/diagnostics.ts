/** What a finding says of its own making: data, model, assumptions and the health of the calculation (H38). */
import { exp } from '../base/elementary.ts';
import { hashOf } from '../base/hash.ts';
import { type Posterior, thetaMarginal } from '../stats/posterior.ts';
import { type Problem, THETA_NAMES } from '../stats/problem.ts';
import type { AnalysisRequest } from './analyse.ts';
import { hasCapsuleColumn } from './dose-response.ts';
import type { Assumption, Diagnostics } from './finding.ts';
import type { LikelihoodChoice } from './likelihood.ts';
import { missingDaysWorse } from './missing-days.ts';
import type { Priors } from './prior.ts';
import { REVISION } from './revision.ts';
import type { Series } from './series.ts';

/** A series with everything its finding is made from. */
export type Fitted = {
  readonly request: AnalysisRequest;
  readonly series: Series;
  readonly priors: Priors;
  readonly choice: LikelihoodChoice;
  readonly problem: Problem;
  readonly posterior: Posterior;
};

/** @param level number of the question's dose, 1 ... K */
export function diagnosticsOf({ request, series, priors, choice, posterior }: Fitted, level: number): Diagnostics {
  const { score, dose, before, tooIll, capsule, outcome, unit, start } = series;
  const missing = missingDaysWorse(series, priors, level);
  const settings = { likelihood: choice.likelihood, blinded: request.blinded, randomised: request.randomised, priors };
  const hashed = {
    outcome,
    unit,
    start,
    score: score.map((y) => (Number.isNaN(y) ? null : y)),
    dose,
    before,
    tooIll,
    capsule,
  };
  return {
    revision: REVISION,
    dataHash: hashOf({ series: hashed, settings, revision: REVISION }),
    likelihood: choice.likelihood,
    likelihoodReason: choice.reason,
    days: score.length,
    daysLogged: score.filter((y) => !Number.isNaN(y)).length,
    daysTooIll: tooIll.filter(Boolean).length,
    logEvidence: posterior.logEvidence,
    latticePoints: posterior.diagnostics.latticePoints,
    components: posterior.diagnostics.components,
    frontierMass: posterior.diagnostics.frontierMass,
    epSweeps: posterior.diagnostics.epSweeps,
    theta: THETA_NAMES.map((name, j) => {
      const { mean, sd } = thetaMarginal(posterior, j);
      return { name, mean, sd };
    }),
    ...(missing ? { missingDaysWorse: missing } : {}),
    assumptions: [...series.assumptions, ...statedAssumptions(request, series, priors)],
  };
}

function statedAssumptions(request: AnalysisRequest, series: Series, priors: Priors): Assumption[] {
  const stated: Assumption[] = [];
  if (series.unit === 'none' || request.onsetDays !== undefined)
    stated.push({ code: 'onset-before-the-diary', days: exp(priors.theta.mean[3] as number) });
  if (request.blinded || request.randomised) stated.push({ code: 'blinding-as-stated' });
  if (request.blinded && !hasCapsuleColumn(series)) stated.push({ code: 'expectancy-constant' });
  return stated;
}
