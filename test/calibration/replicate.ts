/** One replicate of simulation-based calibration: draw a truth, draw its diary, fit, and say where the truth fell. */
import { seededRng } from '../../src/base/rng.ts';
import { fitProblem } from '../../src/stats/fit.ts';
import { mixtureCdf } from '../../src/stats/mixture.ts';
import { doseContrast, linearMixture, thetaMarginal } from '../../src/stats/posterior.ts';
import type { Likelihood } from '../../src/stats/problem.ts';
import { type DrawOptions, drawProblem } from './draw.ts';

/** Diaries of the study: 120 days on three doses with Gaussian scores, 100 days with whole points. */
export const STUDY: Record<Likelihood, DrawOptions> = {
  gaussian: { days: 120, doses: [1.5, 3, 4.5], likelihood: 'gaussian' },
  rounded: { days: 100, doses: [1.5, 3, 4.5], likelihood: 'rounded' },
};

/** Every parameter that is calibrated, in the order `pitOf` gives them. */
export const PARAMETERS = ['beta 1.5', 'beta 3', 'beta 4.5', 'log s', 'logit w', 'logit rho', 'log tau'] as const;

/** Posterior probability below the truth for each of `PARAMETERS`, 0-1. Replicate `i` of `seed` is always the same. */
export function pitOf(likelihood: Likelihood, seed: number, i: number): readonly number[] {
  const { problem, beta, theta } = drawProblem(STUDY[likelihood], seededRng(seed).split(`replicate ${i}`));
  const posterior = fitProblem(problem);
  return [
    ...beta.map((truth, k) => mixtureCdf(linearMixture(posterior, doseContrast(posterior, 0, k + 1)), truth)),
    ...theta.map((truth, j) => thetaMarginal(posterior, j).cdf(truth)),
  ];
}
