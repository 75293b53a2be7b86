/**
 * Oracle: long Stan runs on three committed problems (test/golden/stan/SOURCE.md): a titration, a crossover, and whole
 * scores crowded at the ceiling. No allowance for the peer's error in an sd: the runs are long enough to need none. H38
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fitProblem } from './fit.ts';
import { mixtureCdf, mixtureMoments } from './mixture.ts';
import { doseContrast, linearMixture, thetaMarginal } from './posterior.ts';
import { checkProblem } from './problem.ts';
import { parseProblemJson } from './problem-json.ts';

type Answer = {
  readonly summary: readonly { variable: string; mean: number; sd: number; mcse_mean: number; rhat: number }[];
  readonly pBelow0: number | readonly number[];
  readonly pWorthwhile: number | readonly number[];
};

const read = (file: string): string => readFileSync(new URL(`../../test/golden/stan/${file}`, import.meta.url), 'utf8');

for (const name of ['titration', 'crossover', 'ceiling'])
  test(`${name}: means within 4 Monte-Carlo errors of Stan, sds within 5 %, probabilities within 0.01`, () => {
    const draft = parseProblemJson(read(`problem-${name}.json`));
    assert.ok(draft.ok);
    const problem = checkProblem(draft.value);
    assert.ok(problem.ok);
    const answer: Answer = JSON.parse(read(`answer-${name}.json`));
    const posterior = fitProblem(problem.value);
    const agree = (variable: string, ours: { mean: number; sd: number }): void => {
      const theirs = answer.summary.find((row) => row.variable === variable);
      assert.ok(theirs && theirs.rhat < 1.01, `${variable}: no settled answer`);
      const off = Math.abs(ours.mean - theirs.mean) / theirs.mcse_mean;
      assert.ok(off <= 4, `${variable}: ${ours.mean} against ${theirs.mean}, ${off.toFixed(1)} errors`);
      assert.ok(Math.abs(ours.sd / theirs.sd - 1) <= 0.05, `${variable}: sd ${ours.sd} against ${theirs.sd}`);
    };
    for (let k = 1; k <= posterior.doses; k++) {
      const mixture = linearMixture(posterior, doseContrast(posterior, 0, k));
      agree(`beta[${k}]`, mixtureMoments(mixture));
      const [below, worthwhile] = [[answer.pBelow0].flat()[k - 1] ?? 0, [answer.pWorthwhile].flat()[k - 1] ?? 0];
      assert.ok(Math.abs(mixtureCdf(mixture, 0) - below) < 0.01, `P(beta ${k} < 0)`);
      assert.ok(Math.abs(mixtureCdf(mixture, -1) - worthwhile) < 0.01, `P(beta ${k} <= -1)`);
    }
    for (let j = 0; j < 4; j++) agree(`theta[${j + 1}]`, thetaMarginal(posterior, j));
  });
