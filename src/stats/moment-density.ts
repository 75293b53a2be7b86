/**
 * A smooth density from a weighted set of points. Lattice sums give moments to many digits but no distribution
 * function: a sum of steps is not one. The density of greatest entropy with the same first four moments is smooth,
 * positive and unique, and is what is used for intervals of the onset time and for calibration.
 *
 * Source: maximum-entropy moment problem, Mead & Papanicolaou, J. Math. Phys. 25 (1984) 2404; Newton on the dual.
 */
import { exp, log } from '../base/elementary.ts';

export type MomentDensity = {
  readonly mean: number;
  readonly sd: number;
  /** P(X <= x), 0-1, continuous and increasing. */
  readonly cdf: (x: number) => number;
  /** The x with P(X <= x) = p, 0 < p < 1. */
  readonly quantile: (p: number) => number;
};

const HALF_WIDTH = 5.5;
const POINTS = 221;
const GRID = Float64Array.from({ length: POINTS }, (_, i) => -HALF_WIDTH + (2 * HALF_WIDTH * i) / (POINTS - 1));
const SPACING = (2 * HALF_WIDTH) / (POINTS - 1);

/** @throws RangeError when the weights do not sum to about 1. */
export function momentDensity(value: Float64Array, weight: Float64Array): MomentDensity {
  const { mean, sd, skewness, kurtosis } = standardMoments(value, weight);
  if (!(sd > 0)) throw new RangeError(`a density needs spread: sd ${sd}`);
  const cumulative = cumulate(maximumEntropy(skewness, kurtosis));
  const cdf = (x: number): number => {
    const at = ((x - mean) / sd + HALF_WIDTH) / SPACING;
    if (at <= 0) return 0;
    if (at >= POINTS - 1) return 1;
    const i = Math.floor(at);
    const low = cumulative[i] as number;
    return low + (at - i) * ((cumulative[i + 1] as number) - low);
  };
  const quantile = (p: number): number => {
    let i = cumulative.findIndex((c) => c >= p);
    if (i < 1) i = i === 0 ? 1 : POINTS - 1;
    const low = cumulative[i - 1] as number;
    const rise = (cumulative[i] as number) - low;
    const between = rise > 0 ? (p - low) / rise : 0;
    return mean + sd * ((GRID[i - 1] as number) + SPACING * between);
  };
  return { mean, sd, cdf, quantile };
}

function standardMoments(
  value: Float64Array,
  weight: Float64Array,
): { mean: number; sd: number; skewness: number; kurtosis: number } {
  let total = 0;
  let mean = 0;
  for (let i = 0; i < value.length; i++) {
    total += weight[i] as number;
    mean += (weight[i] as number) * (value[i] as number);
  }
  if (!(Math.abs(total - 1) < 1e-6)) throw new RangeError(`weights sum to ${total}`);
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let i = 0; i < value.length; i++) {
    const d = (value[i] as number) - mean;
    const w = weight[i] as number;
    m2 += w * d * d;
    m3 += w * d * d * d;
    m4 += w * d * d * d * d;
  }
  const sd = Math.sqrt(m2);
  return { mean, sd, skewness: m3 / (sd * sd * sd), kurtosis: m4 / (m2 * m2) };
}

/** Density values on the grid, proportional to exp(l1 z + l2 z^2 + l3 z^3 + l4 z^4), matching moments 0, 1, skew, kurt. */
function maximumEntropy(skewness: number, kurtosis: number): Float64Array {
  const target = [0, 1, skewness, kurtosis];
  let lambda = [0, -0.5, 0, 0];
  let density = tilt(lambda);
  let gap = dualValue(lambda, target);
  for (let round = 0; round < 60; round++) {
    const moment = moments(density);
    const residual = target.map((t, k) => t - (moment[k + 1] as number));
    if (Math.max(...residual.map(Math.abs)) < 1e-10) break;
    const step = solve4(hankel(moment), residual);
    let scale = 1;
    let next = lambda;
    let value = gap;
    for (; scale > 1e-4; scale /= 2) {
      next = lambda.map((l, k) => l + scale * (step[k] as number));
      value = dualValue(next, target);
      if (value <= gap) break;
    }
    if (!(value < gap)) break;
    lambda = next;
    gap = value;
    density = tilt(lambda);
  }
  return density;
}

const exponent = (l: readonly number[], z: number): number =>
  z * ((l[0] as number) + z * ((l[1] as number) + z * ((l[2] as number) + z * (l[3] as number))));

/** exp(lambda . powers) on the grid, scaled to sum 1. */
function tilt(lambda: readonly number[]): Float64Array {
  const e = GRID.map((z) => exponent(lambda, z));
  const top = e.reduce((a, b) => Math.max(a, b), -Infinity);
  const f = e.map((v) => exp(v - top));
  const sum = f.reduce((a, b) => a + b, 0);
  return f.map((v) => v / sum);
}

/** Convex dual: log of the normalising sum minus lambda . target. */
function dualValue(lambda: readonly number[], target: readonly number[]): number {
  let top = -Infinity;
  for (const z of GRID) top = Math.max(top, exponent(lambda, z));
  let sum = 0;
  for (const z of GRID) sum += exp(exponent(lambda, z) - top);
  return log(sum) + top - target.reduce((s, t, k) => s + t * (lambda[k] as number), 0);
}

/** Raw moments 0 ... 8. */
function moments(density: Float64Array): number[] {
  const m = new Array<number>(9).fill(0);
  for (let i = 0; i < POINTS; i++) {
    let power = density[i] as number;
    for (let k = 0; k < 9; k++) {
      m[k] = (m[k] as number) + power;
      power *= GRID[i] as number;
    }
  }
  return m;
}

/** Covariance of the powers 1 ... 4: the Hessian of the dual. */
function hankel(m: readonly number[]): number[][] {
  return [1, 2, 3, 4].map((a) => [1, 2, 3, 4].map((b) => (m[a + b] as number) - (m[a] as number) * (m[b] as number)));
}

/** Gaussian elimination with partial pivoting. */
function solve4(a: number[][], b: number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i] as number]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++)
      if (Math.abs(rows[r]?.[c] as number) > Math.abs(rows[pivot]?.[c] as number)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]];
    const top = rows[c] as number[];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const row = rows[r] as number[];
      const factor = (row[c] as number) / (top[c] as number);
      for (let k = c; k <= n; k++) row[k] = (row[k] as number) - factor * (top[k] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}

/** Distribution function on the grid by the trapezoid rule, ending at exactly 1. */
function cumulate(density: Float64Array): Float64Array {
  const c = new Float64Array(POINTS);
  for (let i = 1; i < POINTS; i++)
    c[i] = (c[i - 1] as number) + ((density[i - 1] as number) + (density[i] as number)) / 2;
  const total = c[POINTS - 1] as number;
  return c.map((v) => v / total);
}
