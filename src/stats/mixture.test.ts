/** Mixtures against their own definition and against R's normal quantiles. H38 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { condensed, mixtureCdf, mixtureMoments, mixtureQuantile, type NormalMixture } from './mixture.ts';
import { momentDensity } from './moment-density.ts';
import { normalCdf } from './normal.ts';

const one = (mean: number, sd: number): NormalMixture => ({
  weight: Float64Array.of(1),
  mean: Float64Array.of(mean),
  sd: Float64Array.of(sd),
});

const anyMixture = fc
  .array(
    fc.record({
      w: fc.double({ min: 0.01, max: 1, noNaN: true }),
      m: fc.double({ min: -3, max: 3, noNaN: true }),
      s: fc.double({ min: 0.2, max: 2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 400 },
  )
  .map((parts): NormalMixture => {
    const total = parts.reduce((sum, { w }) => sum + w, 0);
    return {
      weight: Float64Array.from(parts, ({ w }) => w / total),
      mean: Float64Array.from(parts, ({ m }) => m),
      sd: Float64Array.from(parts, ({ s }) => s),
    };
  });

test('a mixture of one is the normal: 5 % point at mean - 1.6448536 sd (R: qnorm(.05))', () => {
  assert.ok(Math.abs(mixtureQuantile(one(2, 3), 0.05) - (2 - 3 * 1.6448536269514729)) < 1e-8);
});

test('a quantile has the probability asked for', () => {
  fc.assert(
    fc.property(anyMixture, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (mixture, p) => {
      assert.ok(Math.abs(mixtureCdf(mixture, mixtureQuantile(mixture, p)) - p) < 1e-8);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('condensing keeps mean and sd exactly and moves no probability by 1e-4', () => {
  fc.assert(
    fc.property(anyMixture, fc.double({ min: -6, max: 6, noNaN: true }), (mixture, x) => {
      const small = condensed(mixture);
      const [a, b] = [mixtureMoments(mixture), mixtureMoments(small)];
      assert.ok(Math.abs(a.mean - b.mean) < 1e-9 && Math.abs(a.sd - b.sd) < 1e-9);
      assert.ok(Math.abs(mixtureCdf(mixture, x) - mixtureCdf(small, x)) < 1e-4);
    }),
    { seed: 12, numRuns: 500 },
  );
});

test('the density from moments returns the normal when the moments are normal', () => {
  // 201 points of a fine trapezoid rule carry the normal's moments to many digits.
  const value = Float64Array.from({ length: 201 }, (_, i) => -8 + 0.08 * i);
  const raw = value.map((x) => Math.exp(-0.5 * x * x));
  const total = raw.reduce((a, b) => a + b, 0);
  const density = momentDensity(
    value,
    raw.map((w) => w / total),
  );
  for (const x of [-2.5, -1, 0, 0.7, 2]) assert.ok(Math.abs(density.cdf(x) - normalCdf(x)) < 2e-4, `at ${x}`);
  assert.ok(Math.abs(density.quantile(0.95) - 1.6448536) < 2e-3);
});

test('the density from moments follows a skewed law: a gamma of shape 9 (R: pgamma)', () => {
  // R: pgamma(c(5, 9, 14), 9) = 0.06809363 0.54434748 0.93794485
  const value = Float64Array.from({ length: 600 }, (_, i) => 0.05 + 0.05 * i);
  const raw = value.map((x) => x ** 8 * Math.exp(-x));
  const total = raw.reduce((a, b) => a + b, 0);
  const density = momentDensity(
    value,
    raw.map((w) => w / total),
  );
  const expected = [
    [5, 0.06809363],
    [9, 0.54434748],
    [14, 0.93794485],
  ] as const;
  for (const [x, p] of expected) assert.ok(Math.abs(density.cdf(x) - p) < 4e-3, `${x}: ${density.cdf(x)} against ${p}`);
});
