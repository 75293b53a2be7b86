/**
 * Problems whose truth is known: coefficients and theta drawn from the very priors the fit is then given, on random
 * titration dates, half of them with a hold. What simulation-based calibration stands on (Talts 2018, arXiv:1804.06788).
 */
import { kineticShare, markOnScale, simulateNoise } from '../../src/analysis/generator.ts';
import { isWeekend, type LocalDate, localDate } from '../../src/base/calendar.ts';
import type { Rng } from '../../src/base/rng.ts';
import { checkProblem, type DraftProblem, type Likelihood, type Problem } from '../../src/stats/problem.ts';

export type DrawnProblem = {
  readonly problem: Problem;
  /** True steady-state effect of each dose. */
  readonly beta: readonly number[];
  /** True log s, logit w, logit rho, log tau. */
  readonly theta: readonly number[];
};

export const START = localDate(2026, 1, 5);
const SCALE = { minimum: 0, maximum: 10 };

/** Product priors of theta: log s, logit w, logit rho, log tau (docs/models). */
export const THETA_PRIOR = { pm: [Math.log(1.3), 0, 0.5, Math.log(7)], ps: [0.5, 1.2, 1.2, 0.8] } as const;

/**
 * Priors of the coefficients: intercept N(5, `interceptSd`²), trend N(0, `trendSd`²), weekend N(0, 0.5²), dose increments
 * with sd 1 per 1.5 mg. For calibration the intercept's sd is 2, so that a drawn diary is one a 0-10 scale could hold; the
 * rounded likelihood still meets plenty of days at its ends.
 */
export function coefficientPrior(
  doses: readonly number[],
  { interceptSd = 2, trendSd = 0.25 } = {},
): { readonly m0: readonly number[]; readonly sd0: readonly number[] } {
  const increments = doses.map((dose, k) => (dose - (doses[k - 1] ?? 0)) / 1.5);
  return { m0: [5, 0, 0, ...doses.map(() => 0)], sd0: [interceptSd, trendSd, 0.5, ...increments] };
}

/** Intercept, trend in 30-day units about the middle, weekend. */
export function fixedColumns(days: number): readonly (readonly number[])[] {
  const all = Array.from({ length: days }, (_, day) => day);
  return [
    all.map(() => 1),
    all.map((day) => (day - (days - 1) / 2) / 30),
    all.map((day) => (isWeekend((START + day) as LocalDate) ? 1 : 0)),
  ];
}

/** Baseline of 14-35 days, steps of 7-28 days up to level `doses`; `hold` takes 28 days off again, from day 70 % on. */
export function drawTitration(days: number, doses: number, hold: boolean, rng: Rng): readonly number[] {
  const changes = [14 + rng.below(22)];
  while (changes.length < doses) changes.push((changes.at(-1) ?? 0) + 7 + rng.below(22));
  const off = Math.round(0.7 * days);
  return Array.from({ length: days }, (_, day) => {
    if (hold && day >= off && day < off + 28) return 0;
    return changes.filter((change) => day >= change).length;
  });
}

export type DrawOptions = {
  readonly days: number;
  readonly doses: readonly number[];
  readonly likelihood: Likelihood;
  readonly missing?: number;
  readonly level?: readonly number[];
};

/** One problem and its truth. */
export function drawProblem(options: DrawOptions, rng: Rng): DrawnProblem {
  const { days, doses, likelihood, missing = 0.15 } = options;
  const level = options.level ?? drawTitration(days, doses.length, rng.uniform() < 0.5, rng);
  const { pm, ps } = THETA_PRIOR;
  const { m0, sd0 } = coefficientPrior(doses);
  const theta = pm.map((mean, j) => mean + (ps[j] ?? 0) * rng.normal());
  const b = m0.map((mean, j) => mean + (sd0[j] ?? 0) * rng.normal());
  const fixed = fixedColumns(days);
  const latent = latentScores({ fixed, level, doses, b, theta }, rng);
  const y = latent.map((score) => {
    if (rng.uniform() < missing) return Number.NaN;
    return likelihood === 'rounded' ? markOnScale(score, SCALE) : score;
  });
  let sum = 0;
  const beta = doses.map((_, k) => {
    sum += b[fixed.length + k] ?? 0;
    return sum;
  });
  return { problem: checkedProblem({ y, level, doses, fixed, m0, sd0, pm, ps, likelihood }), beta, theta };
}

type Latent = Pick<DraftProblem, 'fixed' | 'level' | 'doses'> & {
  readonly b: readonly number[];
  readonly theta: readonly number[];
};

function latentScores({ fixed, level, doses, b, theta }: Latent, rng: Rng): readonly number[] {
  const [logS = 0, logitW = 0, logitRho = 0, logTau = 0] = theta;
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  const truth = { spread: Math.exp(logS), wanderingShare: logistic(logitW), correlation: logistic(logitRho) };
  const noise = simulateNoise(level.length, truth, rng);
  const steps = doses.map((_, k) => level.map((l) => l >= k + 1));
  const columns = [...fixed, ...steps.map((on) => kineticShare(on, Math.exp(logTau)))];
  return noise.map((e, day) => columns.reduce((sum, column, j) => sum + (b[j] ?? 0) * (column[day] ?? 0), e));
}

/** @throws RangeError for a draft that is no problem: a bug in the drawing. */
export function checkedProblem(draft: DraftProblem): Problem {
  const checked = checkProblem(draft);
  if (!checked.ok) throw new RangeError(`drew no problem: ${JSON.stringify(checked.error)}`);
  return checked.value;
}
