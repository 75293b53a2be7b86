/** The re-weighted strip against real refits under the other prior. H18 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '../base/rng.ts';
import { fitProblem } from '../stats/fit.ts';
import { mixtureCdf, mixtureMoments } from '../stats/mixture.ts';
import { doseContrast, linearMixture } from '../stats/posterior.ts';
import { checkProblem, type Problem } from '../stats/problem.ts';
import { TREND } from './dose-response.ts';
import { withPriorSd } from './trend-strip.ts';

function problemWith(trendSd: number, seed: number, effectShare = 1): Problem {
  const rng = seededRng(seed);
  const each = Array.from({ length: 100 }, (_, t) => t);
  let u = 0;
  const problem = checkProblem({
    y: each.map((t) => {
      u = 0.6 * u + rng.normal();
      return 6 - (t > 40 ? 1 : 0) + u + 0.5 * rng.normal();
    }),
    level: each.map((t) => (t < 20 ? 0 : t < 50 ? 1 : 2)),
    doses: [1.5, 3],
    fixed: [each.map(() => 1), each.map((t) => (t - 49.5) / 30), each.map((t) => (t % 7 > 4 ? 1 : 0))],
    m0: [5, 0, 0, 0, 0],
    sd0: [10, trendSd, 0.5, effectShare, effectShare],
    pm: [Math.log(1.3), 0, 0.5, Math.log(7)],
    ps: [0.5, 1.2, 1.2, 0.8],
    likelihood: 'gaussian',
  });
  assert.ok(problem.ok);
  return problem.value;
}

for (const to of [0.1, 0.5, 1])
  test(`a drift prior of ${to} by re-weighting equals a refit to 0.03 sd`, () => {
    for (const seed of [1, 2, 3]) {
      const base = fitProblem(problemWith(0.25, seed));
      const contrast = doseContrast(base, 0, 2);
      const moved = mixtureMoments(linearMixture(withPriorSd(base, TREND, 0.25, to), contrast));
      const refit = mixtureMoments(linearMixture(fitProblem(problemWith(to, seed)), contrast));
      assert.ok(Math.abs(moved.mean - refit.mean) < 0.03 * refit.sd, `${moved.mean} against ${refit.mean}`);
      assert.ok(Math.abs(moved.sd / refit.sd - 1) < 0.03, `${moved.sd} against ${refit.sd}`);
    }
  });

test("the sceptic's priors by re-weighting give the probability of a refit to 0.01", () => {
  for (const seed of [1, 2, 3, 4]) {
    const base = fitProblem(problemWith(0.25, seed));
    const wider = withPriorSd(base, TREND, 0.25, 0.5);
    const doubted = [3, 4].reduce((posterior, j) => withPriorSd(posterior, j, 1, 0.6), wider);
    const contrast = doseContrast(base, 0, 2);
    const moved = mixtureCdf(linearMixture(doubted, contrast), 0);
    const refit = mixtureCdf(linearMixture(fitProblem(problemWith(0.5, seed, 0.6)), contrast), 0);
    assert.ok(Math.abs(moved - refit) < 0.01, `${moved} against ${refit}`);
  }
});
