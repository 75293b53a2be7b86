/**
 * Simulation-based calibration: over diaries drawn from the priors, the truth must fall evenly through the posterior,
 * for every dose effect and every hyperparameter. Fixed seeds, chosen once and not looked for.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Likelihood } from '../../src/stats/problem.ts';
import { PARAMETERS, pitOf } from './replicate.ts';
import { judgeUniformity } from './uniformity.ts';

const SEED = 20260105;
/** The bar: less often than once in a thousand by chance, for each parameter. */
const LEAST_P = 0.001;

for (const [likelihood, replicates] of [
  ['gaussian', 500],
  ['rounded', 200],
] as const satisfies readonly (readonly [Likelihood, number])[]) {
  test(`${likelihood}: the truth falls evenly through ${replicates} posteriors, theta included`, (t) => {
    const pit = Array.from({ length: replicates }, (_, i) => pitOf(likelihood, SEED, i));
    for (const [j, name] of PARAMETERS.entries()) {
      const { pValue, coverage90 } = judgeUniformity(pit.map((row) => row[j] ?? Number.NaN));
      t.diagnostic(`${likelihood} ${name}: p ${pValue.toPrecision(2)}, 90 % interval covers ${coverage90.toFixed(3)}`);
      assert.ok(pValue > LEAST_P, `${name}: p ${pValue}`);
    }
  });
}
