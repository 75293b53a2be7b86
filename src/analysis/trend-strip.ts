/**
 * The same finding under other beliefs about drift. In an open titration dose and time rise together, so this prior
 * decides; showing one value only would hide that (H18).
 *
 * Changing one coefficient's prior sd is a rank-one change of each Gaussian component with a known change of its
 * weight, so the strip costs no new fit; checked against refits in trend-strip.test.ts.
 */
import { exp } from '../base/elementary.ts';
import { mixtureCdf, mixtureMoments } from '../stats/mixture.ts';
import { linearMixture, type Posterior } from '../stats/posterior.ts';
import type { Outcome } from '../trial/outcome.ts';
import { worthwhileModelPoints } from './change.ts';
import { pointsPerModelPoint, TREND } from './dose-response.ts';
import type { TrendRow } from './finding.ts';

const SHOWN_SDS = [0.1, 0.25, 0.5, 1];

/**
 * Rows for the shown prior sds and the one used, ascending.
 *
 * @param contrast  coefficients of the question's effect
 * @param dose      the question's dose as shown
 */
export function trendStrip(
  posterior: Posterior,
  usedSd: number,
  contrast: Float64Array,
  dose: number,
  outcome: Outcome,
): TrendRow[] {
  const sds = [...new Set([...SHOWN_SDS, usedSd])].sort((a, b) => a - b);
  return sds.map((sd) => {
    const mixture = linearMixture(sd === usedSd ? posterior : withPriorSd(posterior, TREND, usedSd, sd), contrast);
    const moments = mixtureMoments(mixture);
    const scale = pointsPerModelPoint(outcome);
    return {
      trendPriorSd: sd,
      used: sd === usedSd,
      dose,
      mean: scale * moments.mean,
      sd: Math.abs(scale) * moments.sd,
      pBenefit: mixtureCdf(mixture, 0),
      pWorthwhile: mixtureCdf(mixture, -worthwhileModelPoints(outcome)),
    };
  });
}

/** The posterior had coefficient `j` had prior sd `to` instead of `from`, both about mean 0. */
export function withPriorSd(posterior: Posterior, j: number, from: number, to: number): Posterior {
  const { size, p } = posterior;
  const delta = 1 / (to * to) - 1 / (from * from);
  const weight = new Float64Array(size);
  const mean = posterior.mean.slice();
  const covariance = posterior.covariance.slice();
  let total = 0;
  for (let g = 0; g < size; g++) {
    const m = posterior.mean[g * p + j] as number;
    const v = posterior.covariance[(g * p + j) * p + j] as number;
    const shrink = 1 + delta * v;
    const w = ((posterior.weight[g] as number) * exp((-0.5 * m * m * delta) / shrink)) / Math.sqrt(shrink);
    weight[g] = w;
    total += w;
    for (let a = 0; a < p; a++) {
      const ca = posterior.covariance[(g * p + a) * p + j] as number;
      mean[g * p + a] = (mean[g * p + a] as number) - (ca * delta * m) / shrink;
      for (let b = 0; b < p; b++) {
        const cb = posterior.covariance[(g * p + b) * p + j] as number;
        covariance[(g * p + a) * p + b] = (covariance[(g * p + a) * p + b] as number) - (ca * cb * delta) / shrink;
      }
    }
  }
  return { ...posterior, mean, covariance, weight: weight.map((w) => w / total) };
}
