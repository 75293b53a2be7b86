/**
 * How much a planned continuation would teach. Given theta the future posterior variance does not depend on the future
 * scores, so it is computed before any of them: one filter pass over past and planned days.
 */
import { type Design, fillKinetics } from './design.ts';
import { backSolve, factorCholesky, forwardSolve } from './symmetric-matrix.ts';
import { naturalTheta } from './theta.ts';
import { type Whitening, whiten } from './whitening.ts';

/**
 * Posterior variance of a contrast after each of several numbers of rows.
 *
 * @param design    past and planned days together; planned scores may hold any number
 * @param theta     log s, logit w, logit rho, log tau
 * @param contrast  length p
 * @param rows      ascending row counts at which the variance is wanted
 * @param work      from `whiteningFor(design)`
 */
export function expectedVariances(
  design: Design,
  theta: ArrayLike<number>,
  contrast: Float64Array,
  rows: readonly number[],
  work: Whitening,
): number[] {
  const { p, precision } = design;
  const { variance, w, rho, tau } = naturalTheta(theta);
  fillKinetics(design, tau);
  whiten(design, w, rho, work);
  const lambda = 1 / variance;
  const gram = new Float64Array(p * p);
  const factor = new Float64Array(p * p);
  let from = 0;
  return rows.map((to) => {
    addRows(work.whitened, design.rows, p, from, to, gram);
    from = to;
    for (let i = 0; i < p; i++)
      for (let j = 0; j <= i; j++)
        factor[i * p + j] = lambda * (gram[i * p + j] as number) + (i === j ? (precision[i] as number) : 0);
    if (Number.isNaN(factorCholesky(factor, p))) throw new RangeError('information matrix is not positive definite');
    const solved = contrast.slice();
    forwardSolve(factor, p, solved);
    backSolve(factor, p, solved);
    return solved.reduce((sum, v, j) => sum + v * (contrast[j] as number), 0);
  });
}

function addRows(z: Float64Array, rows: number, p: number, from: number, to: number, gram: Float64Array): void {
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = from; t < to; t++) sum += (z[i * rows + t] as number) * (z[j * rows + t] as number);
      gram[i * p + j] = (gram[i * p + j] as number) + sum;
    }
  }
}
