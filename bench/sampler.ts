/**
 * A plain peer that needs no R: adaptive random-walk Metropolis over coefficients and theta, the wandering level filtered
 * out. What a careful person would write in an afternoon; it is compared with, never shipped.
 */
import { kineticShare } from '../src/analysis/generator.ts';
import type { Rng } from '../src/base/rng.ts';
import type { Problem } from '../src/stats/problem.ts';

export type Chain = { readonly beta: readonly (readonly number[])[]; readonly acceptance: number };

/** Log posterior of standardised (b, theta) at `z`, up to a constant; Gaussian scores only. */
function logPosterior(problem: Problem, z: Float64Array): number {
  const p = problem.m0.length;
  const b = problem.m0.map((m, j) => m + (problem.sd0[j] ?? 0) * (z[j] ?? 0));
  const theta = problem.pm.map((m, j) => m + (problem.ps[j] ?? 0) * (z[p + j] ?? 0));
  const [logS = 0, logitW = 0, logitRho = 0, logTau = 0] = theta;
  const variance = Math.exp(2 * logS);
  const w = 1 / (1 + Math.exp(-logitW));
  const rho = 1 / (1 + Math.exp(-logitRho));
  const [wander, white] = [variance * w, variance * (1 - w)];
  const f = problem.fixed.length;
  const shares = problem.doses.map((_, k) =>
    kineticShare(
      problem.level.map((l) => l > k),
      Math.exp(logTau),
    ),
  );
  let total = -0.5 * z.reduce((sum, v) => sum + v * v, 0);
  let level = 0;
  let spread = wander;
  for (const [day, y] of problem.y.entries()) {
    if (!Number.isNaN(y)) {
      let surprise = y - level;
      for (let j = 0; j < f; j++) surprise -= (b[j] ?? 0) * (problem.fixed[j]?.[day] ?? 0);
      for (let k = 0; k < shares.length; k++) surprise -= (b[f + k] ?? 0) * (shares[k]?.[day] ?? 0);
      const whole = spread + white;
      total -= 0.5 * (Math.log(whole) + (surprise * surprise) / whole);
      level += (spread / whole) * surprise;
      spread *= white / whole;
    }
    level *= rho;
    spread = rho * rho * spread + (1 - rho * rho) * wander;
  }
  return total;
}

/** `draws` kept after as many to adapt in (Haario 2001, Bernoulli 7:223: proposal from the running covariance). */
export function sampleMetropolis(problem: Problem, draws: number, rng: Rng): Chain {
  const n = problem.m0.length + 4;
  const mean = new Float64Array(n);
  const sum = Array.from({ length: n }, () => new Float64Array(n));
  let root: Float64Array[] = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => (i === j ? 0.1 : 0)),
  );
  let z: Float64Array = new Float64Array(n);
  let at = logPosterior(problem, z);
  let accepted = 0;
  const kept: number[][] = [];
  for (let round = 0; round < 2 * draws; round++) {
    const step = Float64Array.from({ length: n }, () => rng.normal());
    const proposal = z.map(
      (v, i) => v + (root[i] ?? step).reduce((s, r, j) => (j <= i ? s + r * (step[j] ?? 0) : s), 0),
    );
    const there = logPosterior(problem, proposal);
    if (Math.log(rng.uniform()) < there - at) {
      [z, at] = [proposal, there];
      if (round >= draws) accepted++;
    }
    if (round < draws) {
      updateMoments(mean, sum, z, round + 1);
      if (round > 200 && round % 100 === 0) root = proposalRoot(sum, round + 1);
    } else kept.push(betaOf(problem, z));
  }
  const beta = problem.doses.map((_, k) => kept.map((row) => row[k] ?? Number.NaN));
  return { beta, acceptance: accepted / draws };
}

function betaOf(problem: Problem, z: Float64Array): number[] {
  const f = problem.fixed.length;
  let beta = 0;
  return problem.doses.map((_, k) => {
    beta += (problem.m0[f + k] ?? 0) + (problem.sd0[f + k] ?? 0) * (z[f + k] ?? 0);
    return beta;
  });
}

function updateMoments(mean: Float64Array, sum: readonly Float64Array[], z: Float64Array, count: number): void {
  const before = z.map((v, i) => v - (mean[i] ?? 0));
  for (let i = 0; i < z.length; i++) mean[i] = (mean[i] ?? 0) + (before[i] ?? 0) / count;
  for (const [i, row] of sum.entries())
    for (let j = 0; j < z.length; j++) row[j] = (row[j] ?? 0) + (before[i] ?? 0) * ((z[j] ?? 0) - (mean[j] ?? 0));
}

/** Cholesky root of 2.38² / n times the covariance seen so far (plus a little). */
function proposalRoot(sum: readonly Float64Array[], count: number): Float64Array[] {
  const n = sum.length;
  const scale = 2.38 ** 2 / n / count;
  const root = sum.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let v = scale * (sum[i]?.[j] ?? 0) + (i === j ? 1e-6 : 0);
      for (let k = 0; k < j; k++) v -= (root[i]?.[k] ?? 0) * (root[j]?.[k] ?? 0);
      (root[i] as Float64Array)[j] = i === j ? Math.sqrt(Math.max(v, 1e-9)) : v / (root[j]?.[j] ?? 1);
    }
  }
  return root;
}

/** Effective number of draws: Geyer's initial positive sequence (Stat. Sci. 7:473, 1992). */
export function effectiveDraws(chain: readonly number[]): number {
  const n = chain.length;
  const mean = chain.reduce((a, b) => a + b, 0) / n;
  const centred = chain.map((v) => v - mean);
  const covariance = (lag: number): number => {
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += (centred[i] ?? 0) * (centred[i + lag] ?? 0);
    return sum / n;
  };
  const variance = covariance(0);
  let time = -1;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = (covariance(lag) + covariance(lag + 1)) / variance;
    if (pair <= 0) break;
    time += 2 * pair;
  }
  return n / Math.max(time, 1 / n);
}
