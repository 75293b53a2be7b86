/** Oracle: R's pnorm, dnorm and qnorm (test/golden/normal/SOURCE.md). H38 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  intervalMoments,
  LOG_SQRT_2PI,
  logNormalCdf,
  millsRatio,
  normalCdf,
  normalDensity,
  normalQuantile,
  normalUpper,
} from './normal.ts';

type Golden = {
  readonly cdf: readonly { x: number; p: number; upper: number; logP: number; logUpper: number; density: number }[];
  readonly quantile: readonly { p: number; x: number }[];
};
const golden: Golden = JSON.parse(
  readFileSync(new URL('../../test/golden/normal/normal.json', import.meta.url), 'utf8'),
);

const near = (ours: number, theirs: number, relative: number, what: string): void => {
  const gap = Math.abs(ours - theirs);
  assert.ok(
    gap <= relative * Math.max(Math.abs(theirs), Number.MIN_VALUE * 1e20),
    `${what}: ${ours} against ${theirs}`,
  );
};

test('probabilities equal R in both tails to 13 digits, where doubles reach', () => {
  assert.ok(golden.cdf.length > 20);
  for (const { x, p, upper, density } of golden.cdf) {
    near(normalCdf(x), p, 2e-13, `P(Z <= ${x})`);
    near(normalUpper(x), upper, 2e-13, `P(Z > ${x})`);
    near(normalDensity(x), density, 2e-13, `density at ${x}`);
  }
});

test('log probabilities equal R far beyond where the probability itself underflows', () => {
  for (const { x, logP, logUpper } of golden.cdf) {
    near(logNormalCdf(x), logP, 1e-13, `log P(Z <= ${x})`);
    near(logNormalCdf(-x), logUpper, 1e-13, `log P(Z > ${x})`);
  }
});

test('quantiles equal R', () => {
  for (const { p, x } of golden.quantile) near(normalQuantile(p), x, 1e-13, `quantile ${p}`);
});

test('a probability outside 0 to 1 is a bug, not a number', () => {
  for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => normalQuantile(p), RangeError);
});

test('the Mills ratio has no step where one approximation hands over to the next', () => {
  for (const edge of [0.67448975, 5.656854249492381])
    near(millsRatio(edge - 1e-12), millsRatio(edge + 1e-12), 1e-11, `${edge}`);
});

test('an interval has the probability its ends have, and the derivatives differences show', () => {
  const out = new Float64Array(3);
  const value = (lo: number, hi: number, mean: number, sd: number): Float64Array => {
    intervalMoments(lo, hi, mean, sd, out);
    return out.slice();
  };
  const any = fc.tuple(
    fc.integer({ min: 0, max: 10 }),
    fc.double({ min: -6, max: 16, noNaN: true }),
    fc.double({ min: 0.3, max: 4, noNaN: true }),
  );
  fc.assert(
    fc.property(any, ([y, mean, sd]) => {
      const lo = y === 0 ? -Infinity : y - 0.5;
      const hi = y === 10 ? Infinity : y + 0.5;
      const [logP = 0, slope = 0, bend = 0] = value(lo, hi, mean, sd);
      const direct = normalCdf((hi - mean) / sd) - normalCdf((lo - mean) / sd);
      if (direct > 1e-4) assert.ok(Math.abs(Math.exp(logP) / direct - 1) < 1e-9);
      const h = 1e-4 * sd;
      const up = value(lo, hi, mean + h, sd);
      const down = value(lo, hi, mean - h, sd);
      const scale = Math.max(1, Math.abs(slope), Math.abs(logP)) / sd;
      assert.ok(Math.abs(((up[0] as number) - (down[0] as number)) / (2 * h) - slope) < 1e-5 * scale);
      assert.ok(Math.abs(((up[1] as number) - (down[1] as number)) / (2 * h) - bend) < (1e-5 * scale) / sd);
      assert.ok(bend < 0, 'log-concave');
    }),
    { seed: 20261122, numRuns: 3000 },
  );
});

test('an interval 60 sd away still has a finite log probability and derivatives', () => {
  const out = new Float64Array(3);
  intervalMoments(9.5, Infinity, -50, 1, out);
  // R: pnorm(59.5, lower.tail = FALSE, log.p = TRUE); leading terms of the asymptotic series.
  const z = 59.5;
  assert.ok(
    Math.abs((out[0] as number) - (-0.5 * z * z - LOG_SQRT_2PI - Math.log(z) + Math.log1p(-1 / (z * z)))) < 1e-6,
  );
  assert.ok(Math.abs((out[1] as number) - (z + 1 / z)) < 1e-4);
});
