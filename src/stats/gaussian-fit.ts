/**
 * The exact posterior of one series under Gaussian day noise. Three hyperparameters are summed on a body-centred
 * lattice, the day-to-day sd by Gauss-Hermite quadrature around its own mode, the coefficients analytically. A few
 * milliseconds, deterministic, no tuning. Accuracy against a dense lattice: bench/accuracy.ts (H38).
 */
import { exp, log } from '../base/elementary.ts';
import { type Design, fillKinetics, layOut } from './design.ts';
import { findFrame, type LatticeOptions, sumOnLattice } from './lattice.ts';
import { LOG_SQRT_2PI } from './normal.ts';
import type { Posterior } from './posterior.ts';
import type { Problem } from './problem.ts';
import { evaluateScale, fillCovariance, fillDerivatives, type ScaleSlice, scaleSliceFor } from './scale-slice.ts';
import { logistic } from './theta.ts';
import { type Whitening, whiten, whiteningFor } from './whitening.ts';

export const GAUSSIAN_LATTICE: LatticeOptions = { step: 1.5, cut: 7 };

/** 7-point Gauss-Hermite rule: abscissae and weights times exp(x^2). Source: Abramowitz & Stegun table 25.10. */
const HERMITE_X = [
  -2.651961356835233, -1.673551628767471, -0.816287882858965, 0, 0.816287882858965, 1.673551628767471,
  2.651961356835233,
];
const HERMITE_LOG_W = [
  0.0009717812450995193, 0.05451558281912703, 0.4256072526101278, 0.8102646175568073, 0.4256072526101278,
  0.05451558281912703, 0.0009717812450995193,
].map((w, i) => log(w) + (HERMITE_X[i] as number) * (HERMITE_X[i] as number));
const NODES = HERMITE_X.length;

/** Components lighter than this share of the heaviest are left out. */
const NEGLIGIBLE = 1e-5;

export type GaussianState = {
  readonly problem: Problem;
  readonly design: Design;
  readonly whitening: Whitening;
  readonly slice: ScaleSlice;
  logDet: number;
  /** Mode and sd of log s at the point evaluated last; the mode seeds the next search. */
  mode: number;
  spread: number;
  /** Log weights of the quadrature nodes at that point. */
  readonly nodeLog: Float64Array;
};

export function gaussianState(problem: Problem): GaussianState {
  const design = layOut(problem);
  return {
    problem,
    design,
    whitening: whiteningFor(design),
    slice: scaleSliceFor(design),
    logDet: 0,
    mode: problem.pm[0] as number,
    spread: 1,
    nodeLog: new Float64Array(NODES),
  };
}

/** Log density of (logit w, logit rho, log tau), in prior standard deviations, with s and coefficients integrated out. */
export function outerLogDensity(state: GaussianState, x: Float64Array): number {
  const { pm, ps } = state.problem;
  const at = (k: number): number => (pm[k] as number) + (ps[k] as number) * (x[k - 1] as number);
  fillKinetics(state.design, exp(at(3)));
  state.logDet = whiten(state.design, logistic(at(1)), logistic(at(2)), state.whitening);
  if (!findScaleMode(state)) return -Infinity;
  let top = -Infinity;
  for (let i = 0; i < NODES; i++) {
    const logS = state.mode + Math.SQRT2 * state.spread * (HERMITE_X[i] as number);
    const value = scaleLogDensity(state, logS) + (HERMITE_LOG_W[i] as number);
    state.nodeLog[i] = value;
    if (value > top) top = value;
  }
  let sum = 0;
  for (const value of state.nodeLog) sum += exp(value - top);
  let square = 0;
  for (const v of x) square += v * v;
  return log(sum) + top + log(Math.SQRT2 * state.spread) - 0.5 * square - 3 * LOG_SQRT_2PI;
}

/** Log evidence plus log prior of log s. */
function scaleLogDensity(state: GaussianState, logS: number): number {
  const { design, whitening, slice, logDet, problem } = state;
  if (!evaluateScale(design, whitening.gram, logDet, logS, slice)) return -Infinity;
  const z = (logS - (problem.pm[0] as number)) / (problem.ps[0] as number);
  return slice.logEvidence - 0.5 * z * z - log(problem.ps[0] as number) - LOG_SQRT_2PI;
}

/** Newton with exact derivatives to 1e-3 sd: an inexact mode here would turn outer differences into noise. */
function findScaleMode(state: GaussianState): boolean {
  const { design, whitening, slice, logDet, problem } = state;
  const mean = problem.pm[0] as number;
  const precision = 1 / ((problem.ps[0] as number) * (problem.ps[0] as number));
  let logS = state.mode;
  for (let round = 0; round < 30; round++) {
    if (!evaluateScale(design, whitening.gram, logDet, logS, slice)) return false;
    fillCovariance(design, slice);
    fillDerivatives(design, whitening.gram, logS, slice);
    const slope = slice.slope - (logS - mean) * precision;
    const curvature = Math.min(slice.curvature - precision, -precision);
    const step = Math.max(-0.7, Math.min(0.7, -slope / curvature));
    logS += step;
    state.spread = 1 / Math.sqrt(-curvature);
    if (Math.abs(step) < 1e-3 * state.spread) break;
  }
  state.mode = logS;
  return true;
}

/** Components as they are gathered, with room for every quadrature node of every lattice point. */
type Gathered = {
  count: number;
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly theta: Float64Array;
};

function roomFor(most: number, p: number): Gathered {
  return {
    count: 0,
    weight: new Float64Array(most),
    mean: new Float64Array(most * p),
    covariance: new Float64Array(most * p * p),
    theta: new Float64Array(most * 4),
  };
}

/** Fits; `options` choose the lattice. */
export function fitGaussian(problem: Problem, options: LatticeOptions = GAUSSIAN_LATTICE): Posterior {
  const state = gaussianState(problem);
  const frame = findFrame((x) => outerLogDensity(state, x), new Float64Array(3));
  const kept: KeptPoint[] = [];
  const lattice = sumOnLattice(
    (x, node, near) => {
      if (near >= 0) state.mode = (kept[near] as KeptPoint).mode;
      const value = outerLogDensity(state, x);
      const { mode, spread, whitening, nodeLog } = state;
      kept[node] = { mode, spread, gram: whitening.gram.slice(), nodeLog: nodeLog.slice() };
      return value;
    },
    frame,
    options,
  );
  const highest = lattice.logDensity.reduce((a, b) => Math.max(a, b), -Infinity);
  const into = roomFor(kept.length * NODES, state.design.p);
  for (const [node, point] of kept.entries())
    gatherPoint(state, point, lattice.points.subarray(node * 3, node * 3 + 3), highest, into);
  return posteriorOf(
    state,
    into,
    {
      latticePoints: kept.length,
      evaluations: frame.evaluations + kept.length,
      components: into.count,
      frontierMass: lattice.frontierMass,
      epSweeps: 0,
    },
    lattice.logIntegral,
  );
}

function posteriorOf(
  { problem, design: { p } }: GaussianState,
  { count, weight, mean, covariance, theta }: Gathered,
  diagnostics: Posterior['diagnostics'],
  logEvidence: number,
): Posterior {
  let total = 0;
  for (let g = 0; g < count; g++) total += weight[g] as number;
  return {
    p,
    fixed: problem.fixed.length,
    doses: problem.doses.length,
    size: count,
    weight: weight.slice(0, count).map((w) => w / total),
    mean: mean.slice(0, count * p),
    covariance: covariance.slice(0, count * p * p),
    theta: theta.slice(0, count * 4),
    logEvidence,
    diagnostics,
  };
}

/** What a lattice point must remember for its components to be made once all weights are known. */
type KeptPoint = {
  readonly mode: number;
  readonly spread: number;
  readonly gram: Float64Array;
  readonly nodeLog: Float64Array;
};

/** Appends the Gaussian components of one lattice point. */
function gatherPoint(
  { design, slice, problem: { pm, ps } }: GaussianState,
  { mode, spread, gram, nodeLog }: KeptPoint,
  x: Float64Array,
  highest: number,
  into: Gathered,
): void {
  const { p } = design;
  let square = 0;
  for (const v of x) square += v * v;
  const constant = log(Math.SQRT2 * spread) - 0.5 * square - 3 * LOG_SQRT_2PI - highest;
  for (let i = 0; i < NODES; i++) {
    const weight = exp((nodeLog[i] as number) + constant);
    if (!(weight > NEGLIGIBLE)) continue;
    const logS = mode + Math.SQRT2 * spread * (HERMITE_X[i] as number);
    evaluateScale(design, gram, 0, logS, slice);
    fillCovariance(design, slice);
    const g = into.count++;
    into.weight[g] = weight;
    into.mean.set(slice.mean, g * p);
    into.covariance.set(slice.covariance, g * p * p);
    into.theta[g * 4] = logS;
    for (let k = 1; k < 4; k++) into.theta[g * 4 + k] = (pm[k] as number) + (ps[k] as number) * (x[k - 1] as number);
  }
}
