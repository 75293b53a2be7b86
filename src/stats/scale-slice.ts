/**
 * Given the whitened cross-products, everything about the day-to-day sd: evidence, its exact derivatives, and the
 * Gaussian posterior of the coefficients. The cross-products do not depend on s, so this dimension costs only small
 * matrices.
 */
import { exp, log } from '../base/elementary.ts';
import type { Design } from './design.ts';
import { LOG_SQRT_2PI } from './normal.ts';
import { backSolve, factorCholesky, forwardSolve, invertCholesky } from './symmetric-matrix.ts';

export type ScaleSlice = {
  /** Log evidence of the scores given theta, coefficients integrated out, without the prior of theta. */
  logEvidence: number;
  /** First and second derivative of it in log s. */
  slope: number;
  curvature: number;
  /** Posterior mean (p) and covariance (p x p) of the coefficients given theta. */
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly factor: Float64Array;
  readonly work: Float64Array;
  /** sum of log prior precisions, and m0' P0 m0. */
  readonly logPrecision: number;
  readonly priorSquare: number;
};

export function scaleSliceFor(design: Design): ScaleSlice {
  const { p, precision, m0 } = design;
  return {
    logEvidence: 0,
    slope: 0,
    curvature: 0,
    mean: new Float64Array(p),
    covariance: new Float64Array(p * p),
    factor: new Float64Array(p * p),
    work: new Float64Array(p * p),
    logPrecision: precision.reduce((sum, v) => sum + log(v), 0),
    priorSquare: precision.reduce((sum, v, j) => sum + v * (m0[j] as number) * (m0[j] as number), 0),
  };
}

/** Evidence and mean at one log s; `logDet` is `whiten`'s. @returns false when the matrix is not positive definite */
export function evaluateScale(
  design: Design,
  gram: Float64Array,
  logDet: number,
  logS: number,
  slice: ScaleSlice,
): boolean {
  const { p, rows, precision, m0 } = design;
  const q = p + 1;
  const { factor, mean } = slice;
  const lambda = exp(-2 * logS);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) factor[i * p + j] = lambda * (gram[i * q + j] as number);
    factor[i * p + i] = lambda * (gram[i * q + i] as number) + (precision[i] as number);
    mean[i] = lambda * (gram[p * q + i] as number) + (precision[i] as number) * (m0[i] as number);
  }
  const logDetA = factorCholesky(factor, p);
  if (Number.isNaN(logDetA)) return false;
  const square = forwardSolve(factor, p, mean);
  backSolve(factor, p, mean);
  const fit = lambda * (gram[p * q + p] as number) + slice.priorSquare - square;
  slice.logEvidence = -0.5 * (rows * (2 * LOG_SQRT_2PI + 2 * logS) + logDet + logDetA - slice.logPrecision + fit);
  return true;
}

/** The inverse of what `evaluateScale` factored: the posterior covariance of the coefficients. */
export function fillCovariance(design: Design, slice: ScaleSlice): void {
  invertCholesky(slice.factor, design.p, slice.covariance, slice.work);
}

/**
 * Exact first and second derivative of the log evidence in log s, after `evaluateScale` and `fillCovariance`.
 * With lambda = s^-2, A = lambda G + P0, M = A^-1 P0, r = g - G b: dL/dlambda = N/(2 lambda) - tr(I - M)/(2 lambda) -
 * RSS/2 and d2L/dlambda2 = -N/(2 lambda^2) + tr((I - M)^2)/(2 lambda^2) + r' A^-1 r.
 */
export function fillDerivatives(design: Design, gram: Float64Array, logS: number, slice: ScaleSlice): void {
  const { p, rows, precision } = design;
  const q = p + 1;
  const { mean, covariance, work } = slice;
  const lambda = exp(-2 * logS);
  let traceM = 0;
  let traceMM = 0;
  let rss = gram[p * q + p] as number;
  for (let i = 0; i < p; i++) {
    const pi = precision[i] as number;
    traceM += (covariance[i * p + i] as number) * pi;
    let residual = gram[p * q + i] as number;
    for (let j = 0; j < p; j++) {
      const cov = covariance[i * p + j] as number;
      traceMM += cov * cov * pi * (precision[j] as number);
      residual -= (gram[i >= j ? i * q + j : j * q + i] as number) * (mean[j] as number);
    }
    work[i] = residual;
    rss -= (mean[i] as number) * ((gram[p * q + i] as number) + residual);
  }
  let sensitivity = 0;
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++)
      sensitivity += (work[i] as number) * (covariance[i * p + j] as number) * (work[j] as number);
  const first = (rows - (p - traceM)) / (2 * lambda) - rss / 2;
  const second = (-rows + (p - 2 * traceM + traceMM)) / (2 * lambda * lambda) + sensitivity;
  slice.slope = -2 * lambda * first;
  slice.curvature = 4 * lambda * lambda * second + 4 * lambda * first;
}
