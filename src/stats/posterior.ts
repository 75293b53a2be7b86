/**
 * What is believed after the diary: a weighted mixture of Gaussians over the coefficients, one for every point of the
 * lattice, with the hyperparameters of each. Probabilities are sums of normal integrals; nothing is sampled.
 */
import type { MomentDensity } from './moment-density.ts';
import { momentDensity } from './moment-density.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';

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

/** A one-dimensional mixture of normals: the posterior of one number. */
export type NormalMixture = {
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
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
  return { weight: posterior.weight, mean, sd };
}

/** Contrast of the steady-state effect of dose number `to` against `from` (0 = none): a run of increments. */
export function doseContrast(posterior: Posterior, from: number, to: number): Float64Array {
  const contrast = new Float64Array(posterior.p);
  for (let k = 0; k < posterior.doses; k++) contrast[posterior.fixed + k] = (k < to ? 1 : 0) - (k < from ? 1 : 0);
  return contrast;
}

/** P(X <= x). */
export function mixtureCdf(mixture: NormalMixture, x: number): number {
  const { weight, mean, sd } = mixture;
  let sum = 0;
  for (let g = 0; g < weight.length; g++)
    sum += (weight[g] as number) * normalCdf((x - (mean[g] as number)) / (sd[g] as number));
  return Math.min(1, sum);
}

function mixtureDensity(mixture: NormalMixture, x: number): number {
  const { weight, mean, sd } = mixture;
  let sum = 0;
  for (let g = 0; g < weight.length; g++) {
    const s = sd[g] as number;
    sum += ((weight[g] as number) * normalDensity((x - (mean[g] as number)) / s)) / s;
  }
  return sum;
}

/** Mean and standard deviation. */
export function mixtureMoments(mixture: NormalMixture): { readonly mean: number; readonly sd: number } {
  const { weight, mean, sd } = mixture;
  let m = 0;
  for (let g = 0; g < weight.length; g++) m += (weight[g] as number) * (mean[g] as number);
  let v = 0;
  for (let g = 0; g < weight.length; g++)
    v += (weight[g] as number) * ((sd[g] as number) ** 2 + ((mean[g] as number) - m) ** 2);
  return { mean: m, sd: Math.sqrt(v) };
}

/** The x with P(X <= x) = p, by Newton steps kept inside a shrinking bracket; exact to 1e-9 sd. */
export function mixtureQuantile(mixture: NormalMixture, p: number): number {
  const { mean, sd } = mixtureMoments(mixture);
  let low = mean - 12 * sd;
  let high = mean + 12 * sd;
  let x = mean + sd * normalQuantile(p);
  for (let round = 0; round < 60; round++) {
    const excess = mixtureCdf(mixture, x) - p;
    if (excess > 0) high = x;
    else low = x;
    const newton = x - excess / mixtureDensity(mixture, x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) < 1e-9 * sd) return next;
    x = next;
  }
  return x;
}

/** Marginal of theta[j] (0 log s, 1 logit w, 2 logit rho, 3 log tau) as a smooth density with its first four moments. */
export function thetaMarginal(posterior: Posterior, j: number): MomentDensity {
  const value = new Float64Array(posterior.size);
  for (let g = 0; g < posterior.size; g++) value[g] = posterior.theta[g * 4 + j] as number;
  return momentDensity(value, posterior.weight);
}
