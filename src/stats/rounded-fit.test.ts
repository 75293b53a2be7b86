/** The rounded likelihood where it is hardest, at the ends of the scale, and its mirror symmetry. H38 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '../base/rng.ts';
import { fitProblem, isTrustworthy } from './fit.ts';
import { mixtureCdf, mixtureMoments } from './mixture.ts';
import { doseContrast, linearMixture, type Posterior } from './posterior.ts';
import { checkProblem, type Problem } from './problem.ts';

/** 90 days, two doses; scores given by day, intercept expected at `level`. */
function problemOf(score: (t: number) => number, level: number): Problem {
  const each = Array.from({ length: 90 }, (_, t) => t);
  const problem = checkProblem({
    y: each.map((t) => (t % 8 === 3 ? Number.NaN : score(t))),
    level: each.map((t) => (t < 25 ? 0 : t < 50 ? 1 : 2)),
    doses: [1.5, 3],
    fixed: [each.map(() => 1), each.map((t) => (t - 44.5) / 30)],
    m0: [level, 0, 0, 0],
    sd0: [10, 0.25, 1, 1],
    pm: [Math.log(1.3), 0, 0.5, Math.log(7)],
    ps: [0.5, 1.2, 1.2, 0.8],
    likelihood: 'rounded',
  });
  assert.ok(problem.ok, JSON.stringify(problem));
  return problem.value;
}

const top = (posterior: Posterior) => linearMixture(posterior, doseContrast(posterior, 0, 2));

test('a diary that falls to the floor and stays there settles, and leaves little doubt of the fall', () => {
  const posterior = fitProblem(problemOf((t) => (t < 30 ? 1 + (t % 2) : t % 17 === 0 ? 1 : 0), 5));
  assert.ok(isTrustworthy(posterior));
  assert.ok(mixtureCdf(top(posterior), 0) > 0.95);
});

test('a diary at the ceiling says little about a change that would not show', () => {
  const posterior = fitProblem(problemOf((t) => (t % 11 === 0 ? 9 : 10), 5));
  assert.ok(isTrustworthy(posterior));
  assert.ok(mixtureMoments(top(posterior)).sd > 0.7);
});

test('turning the scale over turns the effect over', () => {
  const rng = seededRng(21);
  const scores = Array.from({ length: 90 }, (_, t) =>
    Math.max(0, Math.min(10, Math.round(7 - t / 40 + 1.5 * rng.normal()))),
  );
  const up = mixtureMoments(top(fitProblem(problemOf((t) => scores[t] ?? 0, 6))));
  const down = mixtureMoments(top(fitProblem(problemOf((t) => 10 - (scores[t] ?? 0), 4))));
  assert.ok(Math.abs(up.mean + down.mean) < 1e-4, `${up.mean} against ${down.mean}`);
  assert.ok(Math.abs(up.sd - down.sd) < 1e-4);
});
