/**
 * The normal distribution to full double precision, tails included: probabilities near 0 decide what a patient is
 * told, so nothing here may underflow or lose digits. Checked against R's pnorm and qnorm: test/golden/normal (H38).
 */
import { exp, log } from '../base/elementary.ts';

const SQRT_2PI = 2.5066282746310007;
/** log sqrt(2 pi). */
export const LOG_SQRT_2PI = 0.9189385332046728;

/** Density of the standard normal. */
export function normalDensity(x: number): number {
  return exp(-0.5 * x * x) / SQRT_2PI;
}

/**
 * Mills ratio (1 - Phi(x)) / phi(x) for x >= 0; falls from sqrt(pi/2) towards 1/x and never underflows.
 * Source: rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Math. Comp. 23 (1969) 631-637, in the normal form R uses.
 */
export function millsRatio(x: number): number {
  if (x < 0.67448975) {
    const s = x * x;
    const num =
      (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
      18154.98125334356;
    const den = (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
    return (0.5 - (x * num) / den) * SQRT_2PI * exp(0.5 * s);
  }
  return x <= 5.656854249492381 ? middleMills(x) : farMills(x);
}

function middleMills(x: number): number {
  const num =
    (((((((1.0765576773720192e-8 * x + 0.39894151208813466) * x + 8.883149794388377) * x + 93.50665613217785) * x +
      597.2702763948002) *
      x +
      2494.5375852903726) *
      x +
      6848.190450536283) *
      x +
      11602.65143764735) *
      x +
    9842.714838383978;
  const den =
    (((((((x + 22.266688044328117) * x + 235.387901782625) * x + 1519.3775994075547) * x + 6485.558298266761) * x +
      18615.571640885097) *
      x +
      34900.95272114598) *
      x +
      38912.00328609327) *
      x +
    19685.429676859992;
  return (num / den) * SQRT_2PI;
}

/** Laplace's continued fraction; 40 terms reach the last digit from x = 5.66 upwards. */
function farMills(x: number): number {
  let tail = x;
  for (let k = 40; k >= 1; k--) tail = x + k / tail;
  return 1 / tail;
}

/** P(Z <= x). Relative accuracy about 1e-15 in both tails; 0 only below -38.5 where doubles end. */
export function normalCdf(x: number): number {
  return x > 0 ? 1 - normalDensity(x) * millsRatio(x) : normalDensity(x) * millsRatio(-x);
}

/** P(Z > x). */
export function normalUpper(x: number): number {
  return normalCdf(-x);
}

/** Natural log of P(Z <= x), finite for every finite x. */
export function logNormalCdf(x: number): number {
  if (x <= 0) return -0.5 * x * x - LOG_SQRT_2PI + log(millsRatio(-x));
  const upper = normalDensity(x) * millsRatio(x);
  const rounded = 1 - upper;
  return log(rounded) - (rounded - 1 + upper) / rounded; // the second term is what rounding took from 1 - upper
}

/**
 * The x with P(Z <= x) = p, 0 < p < 1; -Infinity at 0 and Infinity at 1. @throws RangeError outside [0, 1].
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Appl. Stat. 37 (1988)
 * 477-484, PPND16.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a probability: ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * centralQuantile(0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const x = r <= 5 ? nearTailQuantile(r - 1.6) : farTailQuantile(r - 5);
  return q < 0 ? -x : x;
}

const ratio = (num: readonly number[], den: readonly number[], r: number): number => {
  let n = 0;
  let d = 0;
  for (const c of num) n = n * r + c;
  for (const c of den) d = d * r + c;
  return n / d;
};

const centralQuantile = (r: number): number =>
  ratio(
    [
      2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
      133.14166789178438, 3.3871328727963665,
    ],
    [
      5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
      687.1870074920579, 42.31333070160091, 1,
    ],
    r,
  );

const nearTailQuantile = (r: number): number =>
  ratio(
    [
      0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
      5.769497221460691, 4.630337846156546, 1.4234371107496835,
    ],
    [
      1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
      1.6763848301838038, 2.053191626637759, 1,
    ],
    r,
  );

const farTailQuantile = (r: number): number =>
  ratio(
    [
      2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
      1.7848265399172913, 5.463784911164114, 6.657904643501103,
    ],
    [
      2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
      0.1369298809227358, 0.599832206555888, 1,
    ],
    r,
  );

/**
 * Log-probability that a normal falls in an interval, with its first two derivatives in the mean.
 *
 * @param lo    lower end, -Infinity for open
 * @param hi    upper end, > lo, Infinity for open
 * @param mean  mean of the normal
 * @param sd    standard deviation, > 0
 * @param out   receives [log P, d log P / d mean, d2 log P / d mean2] at 0, 1, 2
 * Works in Mills ratios, so an interval 40 sd out still has its derivatives.
 */
export function intervalMoments(lo: number, hi: number, mean: number, sd: number, out: Float64Array): void {
  let a = (lo - mean) / sd;
  let b = (hi - mean) / sd;
  const mirrored = a + b < 0;
  if (mirrored) {
    const t = a;
    a = -b;
    b = -t;
  }
  // Now b > |a|. With E = phi(b)/phi(a): P/phi(a) = mills(a) - E mills(b), and mills(a) from its mirror when a < 0.
  const e = b === Infinity ? 0 : exp(0.5 * (a - b) * (a + b));
  let scaled = a >= 0 ? millsRatio(a) : SQRT_2PI * exp(0.5 * a * a) - millsRatio(-a);
  if (e > 0) scaled -= e * millsRatio(b);
  const d1 = (1 - e) / scaled;
  const d2 = (a - (e > 0 ? b * e : 0)) / scaled - d1 * d1;
  out[0] = -0.5 * a * a - LOG_SQRT_2PI + log(scaled);
  out[1] = (mirrored ? -d1 : d1) / sd;
  out[2] = d2 / (sd * sd);
}
