/**
 * What is believed after the diary: a weighted mixture of Gaussians over the coefficients, one for every point of the
 * lattice, with the hyperparameters of each. Probabilities are sums of normal integrals; nothing is sampled.
 */
import { condensed, type NormalMixture } from './mixture.ts';
import { type MomentDensity, momentDensity } from './moment-density.ts';

export type FitDiagnostics = {
  readonly latticePoints: number;
  readonly evaluations: number;
  readonly components: number;
  readonly frontierMass: number;
  /** Mean sweeps of expectation propagation per lattice point; 0 for the Gaussian likelihood. */
  readonly epSweeps: number;
};

export type Posterior = {
  readonly p: number;
  readonly fixed: number;
  readonly doses: number;
  readonly size: number;
  /** Component weights, length size, sum 1. */
  readonly weight: Float64Array;
  /** Row-major size x p and size x p x p. */
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  /** Row-major size x 4: log s, logit w, logit rho, log tau. */
  readonly theta: Float64Array;
  readonly logEvidence: number;
  readonly diagnostics: FitDiagnostics;
};

/** Posterior of contrast . coefficients; `contrast` has length p. */
export function linearMixture(posterior: Posterior, contrast: ArrayLike<number>): NormalMixture {
  const { size, p } = posterior;
  const used = Array.from({ length: p }, (_, j) => j).filter((j) => contrast[j] !== 0);
  const mean = new Float64Array(size);
  const sd = new Float64Array(size);
  for (let g = 0; g < size; g++) {
    let m = 0;
    let v = 0;
    for (const i of used) {
      const ci = contrast[i] as number;
      m += ci * (posterior.mean[g * p + i] as number);
      for (const j of used) v += ci * (contrast[j] as number) * (posterior.covariance[(g * p + i) * p + j] as number);
    }
    mean[g] = m;
    sd[g] = Math.sqrt(Math.max(v, 0));
  }
  return condensed({ weight: posterior.weight, mean, sd });
}

/** Contrast of the steady-state effect of dose number `to` against `from` (0 = none): a run of increments. */
export function doseContrast(posterior: Posterior, from: number, to: number): Float64Array {
  const contrast = new Float64Array(posterior.p);
  for (let k = 0; k < posterior.doses; k++) contrast[posterior.fixed + k] = (k < to ? 1 : 0) - (k < from ? 1 : 0);
  return contrast;
}

/** Marginal of theta[j] (0 log s, 1 logit w, 2 logit rho, 3 log tau) as a smooth density with its first four moments. */
export function thetaMarginal(posterior: Posterior, j: number): MomentDensity {
  const value = new Float64Array(posterior.size);
  for (let g = 0; g < posterior.size; g++) value[g] = posterior.theta[g * 4 + j] as number;
  return momentDensity(value, posterior.weight);
}
