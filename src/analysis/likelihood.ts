/**
 * Which likelihood a series needs. Scores far from the ends and well spread are as good as measurements; a diary that
 * touches 0 or 10, or hardly moves, is not, and is read as rounded and censored (docs/models/dose-response.md).
 */
import { exp } from '../base/elementary.ts';
import { err, ok, type Result } from '../base/result.ts';
import { fitProblem, isTrustworthy } from '../stats/fit.ts';
import { type Posterior, thetaMarginal } from '../stats/posterior.ts';
import type { Likelihood } from '../stats/problem.ts';
import { doseResponseProblem, isElevenPoint, toModel } from './dose-response.ts';
import type { Diagnostics, Refusal } from './finding.ts';
import type { Priors } from './prior.ts';
import type { Series } from './series.ts';

export type LikelihoodChoice = {
  readonly likelihood: Likelihood;
  readonly reason: Diagnostics['likelihoodReason'];
  /** The fit, where choosing already needed it. */
  readonly posterior?: Posterior;
};

/** More days than this share at 0 or 10 and the ends matter. */
const AT_THE_ENDS = 0.05;
/** Day-to-day sd below this many points and rounding matters. */
const LITTLE_SPREAD = 0.7;

export function chooseLikelihood(
  series: Series,
  priors: Priors,
  asked: Likelihood | 'auto',
): Result<LikelihoodChoice, Refusal> {
  const eleven = isElevenPoint(series);
  if (asked === 'rounded' && !eleven) return err({ outcome: series.outcome.id, code: 'rounded-needs-whole-points' });
  if (asked !== 'auto') return ok({ likelihood: asked, reason: 'asked' });
  if (!eleven) return ok({ likelihood: 'gaussian', reason: 'not-whole-points' });
  const scores = series.score.filter((y) => !Number.isNaN(y)).map((y) => toModel(series.outcome, y));
  const ends = scores.filter((y) => y === 0 || y === 10).length;
  if (ends > AT_THE_ENDS * scores.length) return ok({ likelihood: 'rounded', reason: 'at-the-ends' });
  const posterior = fitProblem(doseResponseProblem(series, priors, 'gaussian'));
  if (!isTrustworthy(posterior)) return ok({ likelihood: 'gaussian', reason: 'mid-scale', posterior });
  const spread = exp(thetaMarginal(posterior, 0).mean);
  if (spread < LITTLE_SPREAD) return ok({ likelihood: 'rounded', reason: 'little-spread' });
  return ok({ likelihood: 'gaussian', reason: 'mid-scale', posterior });
}
