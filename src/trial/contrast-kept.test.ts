import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrastKept } from './contrast-kept.ts';

/** Period and discarded days; then the share kept for an onset of 3, 7, 14 and 28 days, as derived by hand elsewhere. */
const TABLE: readonly [period: number, discarded: number, kept: readonly number[]][] = [
  [14, 0, [0.58, 0.24, 0.08, 0.02]],
  [14, 7, [0.93, 0.59, 0.3, 0.14]],
  [28, 7, [0.97, 0.77, 0.45, 0.2]],
  [28, 14, [1, 0.89, 0.59, 0.3]],
  [42, 14, [1, 0.93, 0.7, 0.37]],
  [56, 14, [1, 0.96, 0.77, 0.45]],
  [56, 28, [1, 0.99, 0.89, 0.59]],
];
for (const [period, discarded, kept] of TABLE)
  test(`periods of ${period} days without their first ${discarded}`, () => {
    assert.deepEqual(
      [3, 7, 14, 28].map((onset) => Math.round(contrastKept(period, discarded, onset) * 100) / 100),
      kept,
    );
  });

test('the same share comes out of days added up one by one after many turns', () => {
  const [period, discarded, onset] = [28, 7, 10];
  const fine = 200;
  let level = 0;
  let [on, off, counted] = [0, 0, 0];
  for (let turn = 0; turn < 40; turn++)
    for (let i = 0; i < period * fine; i++) {
      const target = turn % 2 === 0 ? 1 : 0;
      level = target + (level - target) * Math.exp(-1 / fine / onset);
      if (turn < 20 || i < discarded * fine) continue;
      if (target === 1) on += level;
      else off += level;
      counted++;
    }
  const brute = (2 * (on - off)) / counted;
  assert.ok(Math.abs(brute - contrastKept(period, discarded, onset)) < 1e-3, `${brute}`);
});

test('days that are none are refused', () => {
  for (const [period, discarded, onset] of [
    [0, 0, 7],
    [28, 28, 7],
    [28, -1, 7],
    [28, 7, 0],
    [Number.NaN, 0, 7],
  ] as const)
    assert.throws(() => contrastKept(period, discarded, onset), RangeError);
});
