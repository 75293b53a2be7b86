/**
 * The posterior of one series of whole scores 0 ... top, rounded and censored, by expectation propagation on a
 * four-dimensional D4 lattice over theta. For diaries that touch the ends of the scale or hardly vary, where treating
 * a score as a measurement misleads (H18, H19).
 */
import { exp } from '../base/elementary.ts';
import { type Design, fillKinetics, layOut } from './design.ts';
import {
  type EpOptions,
  fillEpCovariance,
  type Propagation,
  propagationFor,
  type Sites,
  settle,
  startSites,
  takeColumns,
} from './expectation-propagation.ts';
import { findFrame, type Lattice, type LatticeOptions, sumOnLattice } from './lattice.ts';
import { LOG_SQRT_2PI } from './normal.ts';
import type { Posterior } from './posterior.ts';
import { coefficientCount, type Problem } from './problem.ts';
import { naturalTheta } from './theta.ts';

export const ROUNDED_LATTICE: LatticeOptions = { step: 1.75, cut: 6 };

const SEARCH = { tolerance: 1e-5, limit: 40 };
const SUM = { tolerance: 1e-3, limit: 40 };
const NEGLIGIBLE = 1e-6;

type State = {
  readonly problem: Problem;
  readonly design: Design;
  readonly ep: Propagation;
  /** Time constant the columns now hold. */
  tau: number;
};

/** Log density of theta in prior standard deviations; -Infinity where the stand-ins do not settle. */
function logDensity(state: State, x: Float64Array, options: EpOptions): number {
  const { pm, ps } = state.problem;
  const theta = naturalTheta(x.map((v, k) => (pm[k] as number) + (ps[k] as number) * v));
  if (theta.tau !== state.tau) {
    fillKinetics(state.design, theta.tau);
    takeColumns(state.design, state.ep);
    state.tau = theta.tau;
  }
  if (!settle(state.design, state.ep, theta, options)) return -Infinity;
  let square = 0;
  for (const v of x) square += v * v;
  return state.ep.logEvidence - 0.5 * square - 4 * LOG_SQRT_2PI;
}

function stateFor(problem: Problem): State {
  const design = layOut(problem);
  const ep = propagationFor(design, problem.top ?? 10);
  const { variance, w } = naturalTheta(problem.pm);
  startSites(design, variance * (1 - w), ep.sites);
  return { problem, design, ep, tau: Number.NaN };
}

const copyInto = (from: Sites, to: Sites): void => {
  to.precision.set(from.precision);
  to.shift.set(from.shift);
};
const copyOf = (sites: Sites): Sites => ({ precision: sites.precision.slice(), shift: sites.shift.slice() });

type KeptPoint = { readonly sites: Sites; readonly mean: Float64Array; readonly covariance: Float64Array };

/** Fits; `options` choose the lattice. The score's scale and rounding are part of the model, so beta stays in points. */
export function fitRounded(problem: Problem, options: LatticeOptions = ROUNDED_LATTICE): Posterior {
  const state = stateFor(problem);
  const { design, ep } = state;
  const frame = findFrame((x) => logDensity(state, x, SEARCH), new Float64Array(4));
  const kept: KeptPoint[] = [];
  const sweepsBefore = ep.sweeps;
  const lattice = sumOnLattice(
    (x, node, near) => {
      if (near >= 0) copyInto((kept[near] as KeptPoint).sites, ep.sites);
      const value = logDensity(state, x, SUM);
      fillEpCovariance(design, ep);
      kept[node] = { sites: copyOf(ep.sites), mean: ep.mean.slice(), covariance: ep.covariance.slice() };
      return value;
    },
    frame,
    options,
  );
  return posteriorOf(problem, lattice, kept, {
    latticePoints: kept.length,
    evaluations: frame.evaluations + kept.length,
    frontierMass: lattice.frontierMass,
    epSweeps: (ep.sweeps - sweepsBefore) / kept.length,
  });
}

function posteriorOf(
  problem: Problem,
  lattice: Lattice,
  kept: readonly KeptPoint[],
  counts: Omit<Posterior['diagnostics'], 'components'>,
): Posterior {
  const highest = lattice.logDensity.reduce((a, b) => Math.max(a, b), -Infinity);
  const share = lattice.logDensity.map((v) => exp(v - highest));
  const heavy = Array.from(share.keys()).filter((i) => (share[i] as number) > NEGLIGIBLE);
  const total = heavy.reduce((sum, i) => sum + (share[i] as number), 0);
  const theta = heavy.map((i) =>
    lattice.points.slice(i * 4, i * 4 + 4).map((x, k) => (problem.pm[k] as number) + (problem.ps[k] as number) * x),
  );
  return {
    p: coefficientCount(problem),
    fixed: problem.fixed.length,
    doses: problem.doses.length,
    size: heavy.length,
    weight: Float64Array.from(heavy, (i) => (share[i] as number) / total),
    mean: flat(heavy.map((i) => (kept[i] as KeptPoint).mean)),
    covariance: flat(heavy.map((i) => (kept[i] as KeptPoint).covariance)),
    theta: flat(theta),
    logEvidence: lattice.logIntegral,
    diagnostics: { ...counts, components: heavy.length },
  };
}

function flat(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
