/** A posterior mixture as the change a person reads: in the outcome's points, with its direction. */

import { exp } from '../base/elementary.ts';
import { mixtureCdf, mixtureMoments, mixtureQuantile, type NormalMixture } from '../stats/mixture.ts';
import type { MomentDensity } from '../stats/moment-density.ts';
import type { Outcome } from '../trial/outcome.ts';
import { pointsPerModelPoint } from './dose-response.ts';
import type { Change, Quantiles } from './finding.ts';

export const LEVELS = ['0.025', '0.05', '0.25', '0.5', '0.75', '0.95', '0.975'] as const;

/** Smallest change worth having, in model points, > 0. */
export function worthwhileModelPoints(outcome: Outcome): number {
  return outcome.worthwhile / Math.abs(pointsPerModelPoint(outcome));
}

/** Summarises a mixture on the model's scale (lower better). */
export function changeOf(mixture: NormalMixture, outcome: Outcome): Change {
  const scale = pointsPerModelPoint(outcome);
  const { mean, sd } = mixtureMoments(mixture);
  const quantile = (p: number): number => scale * mixtureQuantile(mixture, scale > 0 ? p : 1 - p);
  return {
    mean: scale * mean,
    sd: Math.abs(scale) * sd,
    quantiles: quantilesBy(quantile),
    pBenefit: mixtureCdf(mixture, 0),
    pWorthwhile: mixtureCdf(mixture, -worthwhileModelPoints(outcome)),
  };
}

/** The seven quantiles of a quantile function. */
export function quantilesBy(quantile: (p: number) => number): Quantiles {
  return Object.fromEntries(LEVELS.map((level) => [level, quantile(Number(level))])) as Quantiles;
}

/** Time constant of onset in days from the density of its logarithm: mean and sd by quadrature over quantiles. */
export function onsetOf(logTau: MomentDensity): { mean: number; sd: number; quantiles: Quantiles } {
  const points = 400;
  let first = 0;
  let second = 0;
  for (let i = 0; i < points; i++) {
    const tau = exp(logTau.quantile((i + 0.5) / points));
    first += tau / points;
    second += (tau * tau) / points;
  }
  return {
    mean: first,
    sd: Math.sqrt(second - first * first),
    quantiles: quantilesBy((p) => exp(logTau.quantile(p))),
  };
}
