/**
 * What will a planned series say about a contrast, before any score of it is there? Given theta, the posterior variance
 * does not depend on the scores, and the posterior mean is linear in them: so over all the scores a truth may give, the
 * mean is normal with a mean and a spread that one filter pass gives. Draws nothing.
 */
import { type Design, fillKinetics } from './design.ts';
import { backSolve, factorCholesky, forwardSolve } from './symmetric-matrix.ts';
import { naturalTheta } from './theta.ts';
import { type Whitening, whiten } from './whitening.ts';

export type PlannedContrast = {
  /** Posterior variance of the contrast, the same whatever is observed. */
  readonly variance: number;
  /** Mean over possible scores of the posterior mean, for each truth asked about; prior means count as the rest. */
  readonly means: readonly number[];
  /** Variance over possible scores of the posterior mean. */
  readonly spread: number;
};

/**
 * @param design    planned days; scores may hold any number
 * @param theta     log s, logit w, logit rho, log tau: taken to be true and known
 * @param contrast  length p
 * @param truths    coefficients less their prior means, each of length p
 * @param work      from `whiteningFor(design)`
 * Source: Gaussian linear model, posterior mean c'A^-1 (G b + X'e) with A = G + P0; model.md 6, "closed form".
 */
export function plannedContrast(
  design: Design,
  theta: ArrayLike<number>,
  contrast: Float64Array,
  truths: readonly Float64Array[],
  work: Whitening,
): PlannedContrast {
  const { p, precision } = design;
  const { variance, w, rho, tau } = naturalTheta(theta);
  fillKinetics(design, tau);
  whiten(design, w, rho, work);
  const q = p + 1;
  const gram = (i: number, j: number): number => (work.gram[i >= j ? i * q + j : j * q + i] as number) / variance;
  const factor = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) factor[i * p + j] = gram(i, j) + (i === j ? (precision[i] as number) : 0);
  if (Number.isNaN(factorCholesky(factor, p))) throw new RangeError('information matrix is not positive definite');
  const solved = contrast.slice();
  forwardSolve(factor, p, solved);
  backSolve(factor, p, solved);
  // G solved: what a unit of each coefficient adds to the posterior mean of the contrast.
  const weight = Float64Array.from({ length: p }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += gram(i, j) * (solved[j] as number);
    return sum;
  });
  return {
    variance: dot(solved, contrast),
    means: truths.map((truth) => dot(weight, truth)),
    spread: dot(weight, solved),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
