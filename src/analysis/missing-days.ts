/** Would the answer change if the days nobody logged had been bad ones? Crash days go unlogged most (H18). */
import { fitProblem } from '../stats/fit.ts';
import { mixtureCdf, mixtureMoments } from '../stats/mixture.ts';
import { doseContrast, linearMixture } from '../stats/posterior.ts';
import { checkProblem } from '../stats/problem.ts';
import { doseResponseProblem, pointsPerModelPoint } from './dose-response.ts';
import type { Diagnostics } from './finding.ts';
import type { Priors } from './prior.ts';
import type { Series } from './series.ts';

/**
 * Points of 10 by which an unlogged day is taken to be worse than the mean of the days at the same dose, up to
 * the worst score there is.
 */
const WORSE = 2;

/** Refits on a coarse lattice with every unlogged day filled in; undefined where every day was logged. */
export function missingDaysWorse(
  series: Series,
  priors: Priors,
  level: number,
): Diagnostics['missingDaysWorse'] | undefined {
  const problem = doseResponseProblem(series, priors, 'gaussian');
  if (problem.y.every((y) => !Number.isNaN(y))) return undefined;
  const checked = checkProblem({ ...problem, y: filled(problem.y, problem.level) });
  if (!checked.ok) throw new RangeError(`filling days made an invalid problem: ${JSON.stringify(checked.error)}`);
  const posterior = fitProblem(checked.value, { step: 2, cut: 5 });
  const mixture = linearMixture(posterior, doseContrast(posterior, 0, level));
  return {
    mean: pointsPerModelPoint(series.outcome) * mixtureMoments(mixture).mean,
    pBenefit: mixtureCdf(mixture, 0),
  };
}

function filled(y: readonly number[], level: readonly number[]): number[] {
  const all = y.filter((v) => !Number.isNaN(v));
  const overall = all.reduce((a, b) => a + b, 0) / all.length;
  const means = new Map<number, number>();
  for (const l of new Set(level)) {
    const own = y.filter((v, t) => level[t] === l && !Number.isNaN(v));
    means.set(l, own.length > 0 ? own.reduce((a, b) => a + b, 0) / own.length : overall);
  }
  return y.map((v, t) => (Number.isNaN(v) ? Math.min(10, (means.get(level[t] as number) ?? overall) + WORSE) : v));
}
