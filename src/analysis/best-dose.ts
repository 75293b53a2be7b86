/**
 * Which dose is best, none included, and which is the lowest close to it: read from joint draws of all dose effects,
 * because the doses' posteriors lean on each other. Deterministic: components by systematic sampling, normals by a
 * rank-1 lattice, so the same diary gives the same bytes.
 */
import { exp, log, wholePower } from '../base/elementary.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { Posterior } from '../stats/posterior.ts';
import { factorCholesky } from '../stats/symmetric-matrix.ts';

const DRAWS = 4096;

/** Row-major DRAWS x K joint draws of the steady-state effects of the doses against none, model points. */
export function drawEffects(posterior: Posterior): Float64Array {
  const k = posterior.doses;
  const effects = new Float64Array(DRAWS * k);
  const step = latticeSteps(k);
  const factor = new Float64Array(k * k);
  const z = new Float64Array(k);
  let component = -1;
  let reached = 0;
  for (let i = 0; i < DRAWS; i++) {
    const target = (i + 0.5) / DRAWS;
    let moved = false;
    while (reached < target && component < posterior.size - 1) {
      component++;
      reached += posterior.weight[component] as number;
      moved = true;
    }
    if (moved) factorIncrements(posterior, component, factor);
    for (let j = 0; j < k; j++) {
      const u = (i + 0.5) * (step[j] as number);
      z[j] = normalQuantile(Math.min(Math.max(u - Math.floor(u), 1e-9), 1 - 1e-9));
    }
    let effect = 0;
    for (let j = 0; j < k; j++) {
      let increment = posterior.mean[component * posterior.p + posterior.fixed + j] as number;
      for (let m = 0; m <= j; m++) increment += (factor[j * k + m] as number) * (z[m] as number);
      effect += increment;
      effects[i * k + j] = effect;
    }
  }
  return effects;
}

/** Lower Cholesky factor (true diagonal) of the covariance of the dose increments of one component. */
function factorIncrements(posterior: Posterior, component: number, factor: Float64Array): void {
  const { p, fixed, doses: k } = posterior;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      factor[i * k + j] = posterior.covariance[(component * p + fixed + i) * p + fixed + j] as number;
  if (Number.isNaN(factorCholesky(factor, k))) throw new RangeError(`component ${component} has no covariance`);
  for (let i = 0; i < k; i++) factor[i * k + i] = 1 / (factor[i * k + i] as number);
}

/** Rank-1 steps 1/g, 1/g^2 ... with g the root of g^(k+1) = g + 1 (generalised golden ratio, Roberts 2018). */
function latticeSteps(k: number): number[] {
  let g = 1.5;
  for (let i = 0; i < 60; i++) g = exp(log(1 + g) / (k + 1));
  return Array.from({ length: k }, (_, j) => wholePower(g, -(j + 1)));
}

export type BestDose = {
  /** Probability that none, dose 1 ... dose K is best; sums to 1. */
  readonly probabilities: readonly number[];
  /** Probability that each is the lowest within `near` of the best; sums to 1. */
  readonly lowestNearBest: readonly number[];
  readonly pMonotone: number;
};

/** @param near model points, > 0: how close to the best counts as near */
export function bestDoseOf(effects: Float64Array, doses: number, near: number): BestDose {
  const best = new Array<number>(doses + 1).fill(0);
  const lowest = new Array<number>(doses + 1).fill(0);
  const draws = effects.length / doses;
  let monotone = 0;
  for (let i = 0; i < draws; i++) {
    let top = 0;
    let least = 0;
    let falling = true;
    let last = 0;
    for (let j = 0; j < doses; j++) {
      const effect = effects[i * doses + j] as number;
      if (effect < least) {
        least = effect;
        top = j + 1;
      }
      if (effect > last) falling = false;
      last = effect;
    }
    best[top] = (best[top] as number) + 1 / draws;
    let low = 0;
    while (low < top && (low === 0 ? 0 : (effects[i * doses + low - 1] as number)) > least + near) low++;
    lowest[low] = (lowest[low] as number) + 1 / draws;
    if (falling) monotone += 1 / draws;
  }
  return { probabilities: best, lowestNearBest: lowest, pMonotone: monotone };
}
