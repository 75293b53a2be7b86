import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Rng, seededRng, xoshiro128pp } from './rng.ts';

/** Printed by the authors' C code: test/golden/rng/SOURCE.md. */
const golden: {
  readonly states: readonly { state: [number, number, number, number]; outputs: number[]; thousandth: number }[];
  readonly seeds: readonly { seed: number; filled: [number, number, number, number]; outputs: number[] }[];
} = JSON.parse(readFileSync(new URL('../../test/golden/rng/reference.json', import.meta.url), 'utf8'));

function take<T>(n: number, next: () => T): T[] {
  return Array.from({ length: n }, next);
}

test("xoshiro128++ gives the outputs of its authors' C code, the thousandth included", () => {
  for (const { state, outputs, thousandth } of golden.states) {
    const all = take(1000, xoshiro128pp(state));
    assert.deepEqual(all.slice(0, outputs.length), outputs);
    assert.equal(all[999], thousandth);
  }
});

test('a seed fills the state by splitmix32 as C computes it', () => {
  for (const { seed, filled, outputs } of golden.seeds) {
    assert.deepEqual(take(outputs.length, seededRng(seed).bits), outputs);
    assert.deepEqual(take(outputs.length, xoshiro128pp(filled)), outputs);
  }
});

test('a seed outside 0 … 2^32-1 is a bug, not another seed', () => {
  for (const seed of [-1, 0.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => seededRng(seed), RangeError);
});

test('a stream split off by name is the same however far its parent has moved, and its parent does not move', () => {
  const fresh = seededRng(7);
  const moved = seededRng(7);
  take(100, moved.bits);
  const before = take(5, fresh.split('noise').bits);
  assert.deepEqual(take(5, moved.split('noise').bits), before);
  assert.notDeepEqual(take(5, fresh.split('trend').bits), before);
  assert.deepEqual(take(5, fresh.bits), take(5, seededRng(7).bits));
});

/** Mean and variance of n draws. */
function moments(n: number, next: () => number): { readonly mean: number; readonly variance: number } {
  const draws = take(n, next);
  const mean = draws.reduce((a, b) => a + b, 0) / n;
  return { mean, variance: draws.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1) };
}

function within(actual: number, expected: number, standardError: number): void {
  assert.ok(Math.abs(actual - expected) < 4.5 * standardError, `${actual} is not ${expected} ± ${standardError}`);
}

const N = 40_000;
const draws: readonly [string, (rng: Rng) => () => number, mean: number, variance: number, kurtosis: number][] = [
  ['uniform on (0, 1)', (rng) => rng.uniform, 1 / 2, 1 / 12, 1.8],
  ['standard normal', (rng) => rng.normal, 0, 1, 3],
  ['whole numbers below 6', (rng) => () => rng.below(6), 2.5, 35 / 12, 1.73],
];
for (const [name, from, mean, variance, kurtosis] of draws) {
  test(`${name}: mean and variance are those of the distribution, within 4.5 standard errors`, () => {
    const found = moments(N, from(seededRng(20240501)));
    within(found.mean, mean, Math.sqrt(variance / N));
    within(found.variance, variance, variance * Math.sqrt((kurtosis - 1) / N));
  });
}

test('every number below n appears equally often, by chi-square on 10 cells', () => {
  const rng = seededRng(3);
  const counts = new Array<number>(10).fill(0);
  for (const k of take(N, () => rng.below(10))) counts[k] = (counts[k] ?? 0) + 1;
  const chiSquare = counts.reduce((sum, n) => sum + (n - N / 10) ** 2 / (N / 10), 0);
  assert.ok(chiSquare < 27.88, `chi-square ${chiSquare} on 9 degrees of freedom is beyond the 0.001 point`);
});

test('a count below which nothing lies is a bug', () => {
  for (const n of [0, -1, 1.5, 2 ** 32]) assert.throws(() => seededRng(1).below(n), RangeError);
});

test('every seed keeps to the open interval and to whole numbers below n', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 0xffffffff }), (seed, n) => {
      const rng = seededRng(seed);
      const u = rng.uniform();
      const k = rng.below(n);
      assert.ok(u > 0 && u < 1 && Number.isInteger(k) && k >= 0 && k < n && Number.isFinite(rng.normal()));
    }),
    { seed: 1, numRuns: 500 },
  );
});
