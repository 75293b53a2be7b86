/**
 * The level behind the scores on every calendar day, with and without chosen columns: a Kalman smoother of scores and
 * regressors together, then the coefficients' own uncertainty on top. Days without a score are filled by the model
 * and wider for it.
 */
import { type Design, fillKinetics } from './design.ts';
import type { Posterior } from './posterior.ts';
import { naturalTheta } from './theta.ts';

/** What was observed in each row: a Gaussian value and its noise variance (> 0), length rows. */
export type Observations = { readonly value: Float64Array; readonly noise: Float64Array };

/** Mean and variance per calendar day, length days. */
export type Levels = { readonly mean: Float64Array; readonly variance: Float64Array };

type Passed = {
  readonly filtered: Float64Array;
  readonly predicted: Float64Array;
  readonly filteredVariance: Float64Array;
  readonly predictedVariance: Float64Array;
};

/**
 * Adds one component's daily levels to `into` with its share: mean, and second moment in place of the variance.
 *
 * @param component  which component of the posterior
 * @param share      its weight
 * @param dropped    for each entry of `into`, coefficients (by index) whose effect is taken out
 */
export function addLevels(
  design: Design,
  posterior: Posterior,
  component: number,
  share: number,
  seen: Observations,
  dropped: readonly ReadonlySet<number>[],
  into: readonly Levels[],
): void {
  const { variance, w, rho, tau } = naturalTheta(posterior.theta, component * 4);
  fillKinetics(design, tau);
  const passed = filterDays(design, seen, variance * w, rho);
  const q = design.p + 1;
  const smooth = passed.filtered.slice((design.days - 1) * q);
  let path = passed.filteredVariance[design.days - 1] as number;
  for (let t = design.days - 1; t >= 0; t--) {
    if (t < design.days - 1) {
      const ahead = passed.predictedVariance[t + 1] as number;
      const own = passed.filteredVariance[t] as number;
      const back = (own * rho) / ahead;
      for (let j = 0; j < q; j++) {
        const gap = (smooth[j] as number) - (passed.predicted[(t + 1) * q + j] as number);
        smooth[j] = (passed.filtered[t * q + j] as number) + back * gap;
      }
      path = own + back * back * (path - ahead);
    }
    for (const [i, levels] of into.entries())
      addDay(design, posterior, component, share, t, smooth, path, dropped[i] ?? new Set(), levels);
  }
}

/** Filters every column through the calendar; a day without a score only predicts. */
function filterDays(design: Design, seen: Observations, stationary: number, rho: number): Passed {
  const { days, p, daily, observed } = design;
  const q = p + 1;
  const filtered = new Float64Array(days * q);
  const predicted = new Float64Array(days * q);
  const filteredVariance = new Float64Array(days);
  const predictedVariance = new Float64Array(days);
  let row = 0;
  for (let t = 0; t < days; t++) {
    const before = t === 0 ? stationary : (filteredVariance[t - 1] as number);
    const variance = t === 0 ? stationary : rho * rho * before + stationary * (1 - rho * rho);
    if (t > 0) for (let j = 0; j < q; j++) predicted[t * q + j] = rho * (filtered[(t - 1) * q + j] as number);
    predictedVariance[t] = variance;
    const has = observed[row] === t;
    const gain = has ? variance / (variance + (seen.noise[row] as number)) : 0;
    for (let j = 0; j < q; j++) {
      const at = predicted[t * q + j] as number;
      const x = j < p ? (daily[j * days + t] as number) : has ? (seen.value[row] as number) : at;
      filtered[t * q + j] = at + gain * (x - at);
    }
    filteredVariance[t] = variance * (1 - gain);
    if (has) row++;
  }
  return { filtered, predicted, filteredVariance, predictedVariance };
}

function addDay(
  design: Design,
  posterior: Posterior,
  component: number,
  share: number,
  t: number,
  smooth: Float64Array,
  path: number,
  dropped: ReadonlySet<number>,
  into: Levels,
): void {
  const { p, days, daily } = design;
  const d = new Float64Array(p);
  let mean = smooth[p] as number;
  for (let j = 0; j < p; j++) {
    const x = dropped.has(j) ? 0 : (daily[j * days + t] as number);
    d[j] = x - (smooth[j] as number);
    mean += (d[j] as number) * (posterior.mean[component * p + j] as number);
  }
  let variance = path;
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++)
      variance += (d[i] as number) * (d[j] as number) * (posterior.covariance[(component * p + i) * p + j] as number);
  into.mean[t] = (into.mean[t] as number) + share * mean;
  into.variance[t] = (into.variance[t] as number) + share * (variance + mean * mean);
}
