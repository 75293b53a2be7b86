/** Fits a checked problem with the likelihood it names, on a lattice wide enough for it. */
import { fitGaussian, GAUSSIAN_LATTICE } from './gaussian-fit.ts';
import type { LatticeOptions } from './lattice.ts';
import type { Posterior } from './posterior.ts';
import type { Problem } from './problem.ts';
import { fitRounded, ROUNDED_LATTICE } from './rounded-fit.ts';

/** More mass than this on the rim and the lattice is laid again, wider. */
const RIM_LIMIT = 0.05;
const WIDER = 3;

/** The posterior of one series. Check it with `isTrustworthy` before anything is said from it. */
export function fitProblem(problem: Problem, options: Partial<LatticeOptions> = {}): Posterior {
  const base = problem.likelihood === 'gaussian' ? GAUSSIAN_LATTICE : ROUNDED_LATTICE;
  const fit = problem.likelihood === 'gaussian' ? fitGaussian : fitRounded;
  const lattice = { ...base, ...options };
  const first = fit(problem, lattice);
  if (first.diagnostics.frontierMass <= RIM_LIMIT) return first;
  return fit(problem, { step: lattice.step, cut: lattice.cut + WIDER });
}

/** Whether the lattice held the mass: a posterior for which this is false is refused, not shown. */
export function isTrustworthy(posterior: Posterior): boolean {
  return Number.isFinite(posterior.logEvidence) && posterior.diagnostics.frontierMass <= RIM_LIMIT;
}
