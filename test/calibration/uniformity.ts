/** Are these probabilities uniform, and is that share what was promised? Judged by R's distributions (lib-r-math.js). */
import { pchisq, qbeta } from 'lib-r-math.js';

const BINS = 20;

export type Uniformity = {
  /** Chi-square statistic over 20 equal bins, 19 degrees of freedom. */
  readonly chiSquare: number;
  readonly pValue: number;
  /** Kolmogorov-Smirnov distance times sqrt(n); 1.95 is exceeded once in a thousand. */
  readonly ks: number;
  /** Share of truths inside the central 90 % interval. */
  readonly coverage90: number;
};

/** @param pit  posterior probability below the truth, one per replicate, 0-1 */
export function judgeUniformity(pit: readonly number[]): Uniformity {
  const counts = new Array<number>(BINS).fill(0);
  for (const p of pit) {
    const bin = Math.min(BINS - 1, Math.floor(p * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const expected = pit.length / BINS;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const sorted = [...pit].sort((a, b) => a - b);
  const ks = sorted.reduce((worst, p, i) => {
    return Math.max(worst, Math.abs(p - i / pit.length), Math.abs((i + 1) / pit.length - p));
  }, 0);
  const inside = pit.filter((p) => p >= 0.05 && p <= 0.95).length;
  return {
    chiSquare,
    pValue: pchisq(chiSquare, BINS - 1, undefined, false),
    ks: ks * Math.sqrt(pit.length),
    coverage90: inside / pit.length,
  };
}

/** Clopper-Pearson interval for a share, `mass` = 0.95 unless said. */
export function shareInterval(successes: number, n: number, mass = 0.95): readonly [low: number, high: number] {
  const tail = (1 - mass) / 2;
  const low = successes === 0 ? 0 : qbeta(tail, successes, n - successes + 1);
  const high = successes === n ? 1 : qbeta(1 - tail, successes + 1, n - successes);
  return [low, high];
}
