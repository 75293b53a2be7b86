/** The lattice against integrals known in closed form. H38 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFrame, sumOnLattice } from './lattice.ts';

const LOG_2PI = 2 * 0.9189385332046727;

/** Correlated Gaussian with a skewing cubic; without the cubic its log integral is known. */
function gaussian(n: number): (x: Float64Array) => number {
  return (x) => {
    let q = 0;
    let last = 0;
    for (let i = 0; i < n; i++) {
      const z = ((x[i] as number) - 0.3 * i - 0.6 * last) / (0.5 + 0.25 * i);
      last = x[i] as number;
      q += z * z;
    }
    return -0.5 * q;
  };
}

for (const n of [3, 4]) {
  test(`${n}-D: a correlated Gaussian off the start integrates to its closed form within 2 in 1000`, () => {
    const density = gaussian(n);
    const frame = findFrame(density, new Float64Array(n));
    const lattice = sumOnLattice(density, frame, { step: 1.5, cut: 9 });
    let expected = (n / 2) * LOG_2PI;
    for (let i = 0; i < n; i++) expected += Math.log(0.5 + 0.25 * i);
    assert.ok(Math.abs(lattice.logIntegral - expected) < 2e-3, `${lattice.logIntegral} against ${expected}`);
    assert.ok(lattice.frontierMass < 0.01);
  });

  test(`${n}-D: a sum of two far humps shows mass on the rim or finds both`, () => {
    const density = (x: Float64Array): number => {
      const at = (c: number): number => -0.5 * x.reduce((s, v) => s + (v - c) ** 2, 0);
      return Math.log(Math.exp(at(0)) + Math.exp(at(2)));
    };
    const lattice = sumOnLattice(density, findFrame(density, new Float64Array(n)), { step: 1.2, cut: 9 });
    const expected = (n / 2) * LOG_2PI + Math.log(2);
    assert.ok(Math.abs(lattice.logIntegral - expected) < 0.01);
  });
}

test('a quartic tail is summed within 1 % of R integrate', () => {
  // Integral of exp(-x^4/4 - x^2/2) over the line, R: integrate(function(x) exp(-x^4/4 - x^2/2), -Inf, Inf) = 1.935247818
  const density = (x: Float64Array): number => x.reduce((s, v) => s - v ** 4 / 4 - (v * v) / 2, 0);
  const lattice = sumOnLattice(density, findFrame(density, Float64Array.of(0.4, -0.3, 0.2)), { step: 1.2, cut: 10 });
  assert.ok(
    Math.abs(lattice.logIntegral - 3 * Math.log(1.935247818)) < 0.01,
    String(Math.exp(lattice.logIntegral / 3)),
  );
});
