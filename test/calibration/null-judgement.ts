/** What the engine, with the product's own priors, and Welch's t-test say about one diary without a drug effect. */
import { markOnScale } from '../../src/analysis/generator.ts';
import { DEFAULT_PRIORS, incrementSds } from '../../src/analysis/prior.ts';
import { fitProblem } from '../../src/stats/fit.ts';
import { mixtureCdf, mixtureMoments } from '../../src/stats/mixture.ts';
import { doseContrast, linearMixture } from '../../src/stats/posterior.ts';
import type { Likelihood, Problem } from '../../src/stats/problem.ts';
import { checkedProblem, fixedColumns } from './draw.ts';
import { type NullDiary, welchOfDiary } from './null-diaries.ts';

export type NullJudgement = {
  /** Largest P(benefit) over the doses, and at the highest dose. */
  readonly pAny: number;
  readonly pTop: number;
  /** Posterior mean of the highest dose's effect: the truth is 0. */
  readonly mean: number;
  /** One-sided p-value of Welch's t-test. */
  readonly welch: number;
};

const SCALE = { minimum: 0, maximum: 10 };

/** Benefit is a lower score. With the rounded likelihood the days are marked in whole points first. */
export function judgeNullDiary(diary: NullDiary, likelihood: Likelihood): NullJudgement {
  const marked = likelihood === 'rounded' ? { ...diary, y: diary.y.map((y) => markOnScale(y, SCALE)) } : diary;
  const problem = productProblem(marked, likelihood);
  const posterior = fitProblem(problem);
  const effects = problem.doses.map((_, k) => linearMixture(posterior, doseContrast(posterior, 0, k + 1)));
  const pBenefit = effects.map((effect) => mixtureCdf(effect, 0));
  const top = effects.at(-1);
  if (!top) throw new RangeError('a diary without the drug cannot be judged');
  return {
    pAny: Math.max(...pBenefit),
    pTop: pBenefit.at(-1) ?? Number.NaN,
    mean: mixtureMoments(top).mean,
    welch: welchOfDiary(marked),
  };
}

/** The diary as the product puts it to the engine: its columns, its priors. */
function productProblem({ y, dose }: NullDiary, likelihood: Likelihood): Problem {
  const priors = DEFAULT_PRIORS;
  const doses = [...new Set(dose)].filter((mg) => mg > 0).sort((a, b) => a - b);
  const increments = incrementSds(
    doses.map((mg) => 1000 * mg),
    'ug',
    priors,
  );
  return checkedProblem({
    y,
    level: dose.map((mg) => doses.indexOf(mg) + 1),
    doses,
    fixed: fixedColumns(y.length),
    m0: [priors.intercept.mean, 0, 0, ...doses.map(() => 0)],
    sd0: [priors.intercept.sd, priors.trendSd, priors.weekendSd, ...increments],
    pm: priors.theta.mean,
    ps: priors.theta.sd,
    likelihood,
  });
}
