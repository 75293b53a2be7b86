/**
 * The posterior given theta when scores are rounded and censored: each score is the nearest whole number to a latent
 * value, open at both ends of the scale. Every day's interval likelihood is replaced by the Gaussian that gives the
 * same first two moments (expectation propagation, Minka 2001); the latent path and the coefficients are then Gaussian
 * and a Kalman filter and smoother do the rest in O(days). Laplace's method fails here: as the noise shrinks, an
 * interval is flat at its top.
 */
import { log, wholePower } from '../base/elementary.ts';
import type { Design } from './design.ts';
import { intervalMoments } from './normal.ts';
import { backSolve, factorCholesky, forwardSolve, invertCholesky } from './symmetric-matrix.ts';
import type { NaturalTheta } from './theta.ts';

/** Gaussian stand-ins, one a row: precision and precision times value. */
export type Sites = { readonly precision: Float64Array; readonly shift: Float64Array };

export type Propagation = {
  /** Log evidence given theta, coefficients and latent path integrated out. */
  logEvidence: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly sites: Sites;
  sweeps: number;
  readonly rowMajor: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly filtered: Float64Array;
  readonly predicted: Float64Array;
  readonly filteredVariance: Float64Array;
  readonly predictedVariance: Float64Array;
  readonly gram: Float64Array;
  readonly factor: Float64Array;
  readonly work: Float64Array;
  readonly smooth: Float64Array;
  readonly moments: Float64Array;
};

/** Work space for a design whose scores are whole numbers 0 ... top. */
export function propagationFor(design: Design, top: number): Propagation {
  const { rows, p, columns } = design;
  const q = p + 1;
  const scores = columns.subarray(p * rows, q * rows);
  return {
    logEvidence: 0,
    mean: new Float64Array(p),
    covariance: new Float64Array(p * p),
    sites: { precision: new Float64Array(rows), shift: new Float64Array(rows) },
    sweeps: 0,
    rowMajor: new Float64Array(rows * p),
    lower: scores.map((y) => (y <= 0 ? -Infinity : y - 0.5)),
    upper: scores.map((y) => (y >= top ? Infinity : y + 0.5)),
    filtered: new Float64Array(rows * q),
    predicted: new Float64Array(rows * q),
    filteredVariance: new Float64Array(rows),
    predictedVariance: new Float64Array(rows),
    gram: new Float64Array(q * q),
    factor: new Float64Array(p * p),
    work: new Float64Array(p * p),
    smooth: new Float64Array(q),
    moments: new Float64Array(3),
  };
}

/** Copies the design's columns into rows; call after `fillKinetics`. */
export function takeColumns(design: Design, ep: Propagation): void {
  const { rows, p, columns } = design;
  for (let j = 0; j < p; j++) for (let i = 0; i < rows; i++) ep.rowMajor[i * p + j] = columns[j * rows + i] as number;
}

/** Starting sites: the score itself, with the noise variance plus that of rounding (1/12). */
export function startSites(design: Design, noise: number, sites: Sites): void {
  const { rows, p, columns } = design;
  const precision = 1 / (noise + 1 / 12);
  for (let i = 0; i < rows; i++) {
    sites.precision[i] = precision;
    sites.shift[i] = precision * (columns[p * rows + i] as number);
  }
}

export type EpOptions = {
  /** Sites stand still when no marginal moves by more than this share of its sd. */
  readonly tolerance: number;
  /** Most sweeps. */
  readonly limit: number;
  /** Share of each move of a site that is taken, 0-1; 1 unless said, and half of it after twelve sweeps. */
  readonly damping?: number;
};

/**
 * Sweeps from wherever `ep.sites` is until the sites stand still. At a fixed point the evidence is stationary in the
 * sites, so its error is the square of theirs.
 *
 * @param variance  s^2, total day-to-day variance, points^2
 * @param w         autocorrelated share, 0-1
 * @param rho       daily autocorrelation, 0-1
 * @returns whether they stood still within the limit
 */
export function propagate(
  design: Design,
  ep: Propagation,
  variance: number,
  w: number,
  rho: number,
  options: EpOptions,
): boolean {
  const { damping = 1 } = options;
  for (let sweep = 1; sweep <= options.limit; sweep++) {
    filterForward(design, ep, variance * w, rho);
    if (!solveCoefficients(design, ep)) return false;
    const change = updateSites(design, ep, variance * (1 - w), rho, sweep > 12 ? damping / 2 : damping);
    ep.sweeps++;
    if (!(change >= options.tolerance)) return change < options.tolerance;
  }
  return false;
}

/**
 * As `propagate`, and where that fails anew from the scores themselves with ever smaller moves. Where all of it fails
 * the sites are left at their start, fit for another theta.
 */
export function settle(design: Design, ep: Propagation, theta: NaturalTheta, options: EpOptions): boolean {
  const { variance, w, rho } = theta;
  if (propagate(design, ep, variance, w, rho, options)) return true;
  for (const damping of [1, 0.5, 0.2]) {
    startSites(design, variance * (1 - w), ep.sites);
    if (propagate(design, ep, variance, w, rho, { tolerance: options.tolerance, limit: 200, damping })) return true;
  }
  startSites(design, variance * (1 - w), ep.sites);
  return false;
}

/** Kalman filter of every column over the stand-in observations; fills `gram` and begins `logEvidence`. */
function filterForward(design: Design, ep: Propagation, stationary: number, rho: number): void {
  const { rows, p, gap } = design;
  const q = p + 1;
  const { predicted, filtered, filteredVariance, sites } = ep;
  ep.gram.fill(0);
  let variance = stationary;
  let product = 1;
  let logSpread = 0;
  for (let i = 0; i < rows; i++) {
    const at = i * q;
    if (i > 0) {
      const step = gap[i] as number;
      const r = step === 1 ? rho : wholePower(rho, step);
      variance = r * r * (filteredVariance[i - 1] as number) + stationary * (1 - r * r);
      for (let j = 0; j < q; j++) predicted[at + j] = r * (filtered[at - q + j] as number);
    } else predicted.fill(0, 0, q);
    const spread = 1 + variance * (sites.precision[i] as number);
    ep.predictedVariance[i] = variance;
    filteredVariance[i] = variance / spread;
    product *= spread;
    if (product > 1e200) {
      logSpread += log(product);
      product = 1;
    }
    takeRow(ep, i, p, spread);
  }
  ep.logEvidence = -0.5 * (logSpread + log(product));
}

/** Filter update and cross-products of one row. */
function takeRow(ep: Propagation, i: number, p: number, spread: number): void {
  const { predicted, filtered, rowMajor, gram, smooth } = ep;
  const q = p + 1;
  const at = i * q;
  const pi = ep.sites.precision[i] as number;
  const weight = pi / spread;
  const gain = (ep.filteredVariance[i] as number) * pi;
  for (let j = 0; j < p; j++) {
    const a = predicted[at + j] as number;
    const e = (rowMajor[i * p + j] as number) - a;
    filtered[at + j] = a + gain * e;
    smooth[j] = e;
  }
  const a = predicted[at + p] as number;
  const e = (ep.sites.shift[i] as number) / pi - a;
  filtered[at + p] = a + gain * e;
  smooth[p] = e;
  for (let j = 0; j < q; j++) {
    const scaled = weight * (smooth[j] as number);
    const row = j * q;
    for (let k = 0; k <= j; k++) gram[row + k] = (gram[row + k] as number) + scaled * (smooth[k] as number);
  }
}

/** Posterior of the coefficients given the stand-ins; adds the quadratic part to `logEvidence`. */
function solveCoefficients(design: Design, ep: Propagation): boolean {
  const { p, precision, m0 } = design;
  const q = p + 1;
  const { gram, factor, mean } = ep;
  let prior = 0;
  let logPrecision = 0;
  for (let i = 0; i < p; i++) {
    const pr = precision[i] as number;
    const m = m0[i] as number;
    for (let j = 0; j < i; j++) factor[i * p + j] = gram[i * q + j] as number;
    factor[i * p + i] = (gram[i * q + i] as number) + pr;
    mean[i] = (gram[p * q + i] as number) + pr * m;
    prior += pr * m * m;
    logPrecision += log(pr);
  }
  const logDet = factorCholesky(factor, p);
  if (Number.isNaN(logDet)) return false;
  const square = forwardSolve(factor, p, mean);
  backSolve(factor, p, mean);
  ep.logEvidence -= 0.5 * (logDet - logPrecision + (gram[p * q + p] as number) + prior - square);
  return true;
}

/** Smooths backwards, and at every row replaces the stand-in by the one that matches the interval's moments. */
function updateSites(design: Design, ep: Propagation, noise: number, rho: number, damping: number): number {
  const { rows, p, gap } = design;
  const q = p + 1;
  const { predicted, filtered, smooth, predictedVariance, filteredVariance } = ep;
  let variance = 0;
  let change = 0;
  for (let i = rows - 1; i >= 0; i--) {
    const at = i * q;
    const own = filteredVariance[i] as number;
    if (i === rows - 1) {
      for (let j = 0; j < q; j++) smooth[j] = filtered[at + j] as number;
      variance = own;
    } else {
      const step = gap[i + 1] as number;
      const r = step === 1 ? rho : wholePower(rho, step);
      const ahead = predictedVariance[i + 1] as number;
      const back = (own * r) / ahead;
      for (let j = 0; j < q; j++)
        smooth[j] = (filtered[at + j] as number) + back * ((smooth[j] as number) - (predicted[at + q + j] as number));
      variance = own + back * back * (variance - ahead);
    }
    const moved = updateSite(ep, i, p, variance, noise, damping);
    if (!(moved <= change)) change = moved;
  }
  return change;
}

/** One row: marginal, cavity, matched moments, new stand-in; adds the row's part to `logEvidence`. */
function updateSite(ep: Propagation, i: number, p: number, path: number, noise: number, damping: number): number {
  const { smooth, factor, mean, rowMajor, moments, work } = ep;
  let centre = smooth[p] as number;
  let variance = path;
  for (let j = 0; j < p; j++) {
    const d = (rowMajor[i * p + j] as number) - (smooth[j] as number);
    centre += d * (mean[j] as number);
    let z = d;
    for (let k = 0; k < j; k++) z -= (factor[j * p + k] as number) * (work[k] as number);
    z *= factor[j * p + j] as number;
    work[j] = z;
    variance += z * z;
  }
  const pi = ep.sites.precision[i] as number;
  const nu = ep.sites.shift[i] as number;
  const left = 1 - pi * variance;
  const cavity = variance / left;
  const cavityMean = (centre - variance * nu) / left;
  intervalMoments(ep.lower[i] as number, ep.upper[i] as number, cavityMean, Math.sqrt(cavity + noise), moments);
  const slope = moments[1] as number;
  const bend = moments[2] as number;
  const grown = 1 + cavity * pi;
  const miss = nu / pi - cavityMean;
  ep.logEvidence += (moments[0] as number) + 0.5 * log(grown) + (0.5 * miss * miss * pi) / grown;
  const precision = Math.max(-bend / (1 + cavity * bend), SMALLEST);
  const shift = slope + precision * cavityMean + cavity * slope * precision;
  ep.sites.precision[i] = pi + damping * (precision - pi);
  ep.sites.shift[i] = nu + damping * (shift - nu);
  const newCentre = cavityMean + cavity * slope;
  const newVariance = cavity * (1 + cavity * bend);
  return Math.max(Math.abs(newCentre - centre) / Math.sqrt(variance), Math.abs(newVariance / variance - 1));
}

/** A site never falls to nothing: an open interval far below the latent level carries almost no information. */
const SMALLEST = 1e-8;

/** Posterior covariance of the coefficients given the stand-ins of the last sweep. */
export function fillEpCovariance(design: Design, ep: Propagation): void {
  invertCholesky(ep.factor, design.p, ep.covariance, ep.work);
}
