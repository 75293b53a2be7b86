/**
 * The normal distribution to full double precision, tails included: probabilities near 0 decide what a patient is
 * told, so nothing here may underflow or lose digits. Checked against R's pnorm and qnorm: test/golden/normal (H38).
 */

const SQRT_2PI = 2.506628274631000502415765284811;
const LOG_SQRT_2PI = 0.918938533204672741780329736406;

/** Density of the standard normal. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / SQRT_2PI;
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
      (((0.065682337918207449113 * s + 2.2352520354606839287) * s + 161.02823106855587881) * s +
        1067.6894854603709582) *
        s +
      18154.981253343561249;
    const den =
      (((s + 47.20258190468824187) * s + 976.09855173777669322) * s + 10260.932208618978205) * s +
      45507.789335026729956;
    return (0.5 - (x * num) / den) * SQRT_2PI * Math.exp(0.5 * s);
  }
  return x <= 5.656854249492380195 ? middleMills(x) : farMills(x);
}

function middleMills(x: number): number {
  const num =
    (((((((1.0765576773720192317e-8 * x + 0.39894151208813466764) * x + 8.8831497943883759412) * x +
      93.506656132177855979) *
      x +
      597.27027639480026226) *
      x +
      2494.5375852903726711) *
      x +
      6848.1904505362823326) *
      x +
      11602.651437647350124) *
      x +
    9842.7148383839780218;
  const den =
    (((((((x + 22.266688044328115691) * x + 235.38790178262499861) * x + 1519.377599407554805) * x +
      6485.558298266760755) *
      x +
      18615.571640885098091) *
      x +
      34900.952721145977266) *
      x +
      38912.003286093271411) *
      x +
    19685.429676859990727;
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
  return x > 0 ? Math.log1p(-normalDensity(x) * millsRatio(x)) : -0.5 * x * x - LOG_SQRT_2PI + Math.log(millsRatio(-x));
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
  const r = Math.sqrt(-Math.log(tail));
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
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
      1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ],
    [
      5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
      687.1870074920579083, 42.313330701600911252, 1,
    ],
    r,
  );

const nearTailQuantile = (r: number): number =>
  ratio(
    [
      7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
      3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ],
    [
      1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
      0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
    ],
    r,
  );

const farTailQuantile = (r: number): number =>
  ratio(
    [
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
      0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
    ],
    [
      2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
      0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
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
  const e = b === Infinity ? 0 : Math.exp(0.5 * (a - b) * (a + b));
  let scaled = a >= 0 ? millsRatio(a) : SQRT_2PI * Math.exp(0.5 * a * a) - millsRatio(-a);
  if (e > 0) scaled -= e * millsRatio(b);
  const d1 = (1 - e) / scaled;
  const d2 = (a - (e > 0 ? b * e : 0)) / scaled - d1 * d1;
  out[0] = -0.5 * a * a - LOG_SQRT_2PI + Math.log(scaled);
  out[1] = (mirrored ? -d1 : d1) / sd;
  out[2] = d2 / (sd * sd);
}
