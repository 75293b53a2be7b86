/**
 * Oracle: importance sampling of the exact interval likelihood under dense linear algebra written for this test only,
 * and the Gaussian filter checked against R. H38
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '../base/rng.ts';
import { type Design, fillKinetics, layOut } from './design.ts';
import { propagate, propagationFor, startSites, takeColumns } from './expectation-propagation.ts';
import { intervalMoments } from './normal.ts';
import { checkProblem } from './problem.ts';

const DAYS = 40;

/** Whole scores with some at the ends of the scale, a dose from day 15, and missing days. */
function exampleDesign(): Design {
  const rng = seededRng(7);
  const each = Array.from({ length: DAYS }, (_, t) => t);
  let u = 0;
  const y = each.map((t) => {
    u = 0.6 * u + 0.9 * rng.normal();
    const score = Math.min(10, Math.max(0, Math.round(8.6 - (t > 15 ? 1.5 : 0) + u + 0.7 * rng.normal())));
    return t % 9 === 4 ? Number.NaN : score;
  });
  const problem = checkProblem({
    y,
    level: each.map((t) => (t > 15 ? 1 : 0)),
    doses: [4.5],
    fixed: [each.map(() => 1), each.map((t) => (t - 20) / 30)],
    m0: [5, 0, 0],
    sd0: [3, 0.5, 1.7],
    pm: [0.3, 0, 0.5, 2],
    ps: [0.5, 1.2, 1.2, 0.8],
    likelihood: 'rounded',
  });
  assert.ok(problem.ok);
  return layOut(problem.value);
}

type Matrix = Float64Array[];

function lowerFactor(a: Matrix): Matrix {
  const l = a.map((row) => row.slice());
  for (const [j, row] of l.entries()) {
    for (let k = 0; k < j; k++) row[j] = (row[j] as number) - (row[k] as number) ** 2;
    row[j] = Math.sqrt(row[j] as number);
    for (let i = j + 1; i < l.length; i++) {
      const other = l[i] as Float64Array;
      for (let k = 0; k < j; k++) other[j] = (other[j] as number) - (other[k] as number) * (row[k] as number);
      other[j] = (other[j] as number) / (row[j] as number);
    }
  }
  return l;
}

function forward(l: Matrix, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (const [i, row] of l.entries()) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (row[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (row[i] as number);
  }
  return x;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += (a[i] as number) * (b[i] as number);
  return s;
};

/** Log evidence by importance sampling from the Gaussian the stand-ins imply, and the effective sample size. */
function sampledEvidence(
  design: Design,
  s2: number,
  w: number,
  rho: number,
  sites: { precision: Float64Array; shift: Float64Array },
  ends: { lower: Float64Array; upper: Float64Array },
): { logEvidence: number; ess: number } {
  const n = design.rows;
  const x = (i: number): number[] => Array.from({ length: design.p }, (_, j) => design.columns[j * n + i] as number);
  const variance = design.precision.map((v) => 1 / v);
  const cover: Matrix = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => {
      const distance = Math.abs((design.observed[i] as number) - (design.observed[j] as number));
      return (
        s2 * w * rho ** distance +
        dot(
          x(i),
          x(j).map((v, k) => v * (variance[k] as number)),
        )
      );
    }),
  );
  const noise = sites.precision.map((v) => 1 / v);
  const value = sites.shift.map((v, i) => v * (noise[i] as number));
  const factor = lowerFactor(cover.map((row, i) => row.map((v, j) => v + (i === j ? (noise[i] as number) : 0))));
  const away = forward(
    factor,
    value.map((v, i) => v - dot(x(i), design.m0)),
  );
  const columns = cover.map((_, j) =>
    forward(
      factor,
      cover.map((row) => row[j] as number),
    ),
  );
  const mean = columns.map((column, i) => dot(x(i), design.m0) + dot(column, away));
  const posterior = lowerFactor(
    cover.map((row, i) =>
      row.map((v, j) => v - dot(columns[i] as Float64Array, columns[j] as Float64Array) + (i === j ? 1e-10 : 0)),
    ),
  );
  let base = -0.5 * n * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) base -= Math.log(factor[i]?.[i] as number) + 0.5 * (away[i] as number) ** 2;
  const rng = seededRng(3);
  const out = new Float64Array(3);
  const logs = Array.from({ length: 4000 }, () => {
    const z = Float64Array.from({ length: n }, () => rng.normal());
    let log = 0;
    for (let i = 0; i < n; i++) {
      const eta = (mean[i] as number) + dot((posterior[i] as Float64Array).subarray(0, i + 1), z.subarray(0, i + 1));
      intervalMoments(ends.lower[i] as number, ends.upper[i] as number, eta, Math.sqrt(s2 * (1 - w)), out);
      const r = noise[i] as number;
      log += (out[0] as number) + 0.5 * Math.log(2 * Math.PI * r) + (0.5 * ((value[i] as number) - eta) ** 2) / r;
    }
    return log;
  });
  const top = Math.max(...logs);
  const weights = logs.map((l) => Math.exp(l - top));
  const sum = weights.reduce((a, b) => a + b, 0);
  return {
    logEvidence: base + top + Math.log(sum / logs.length),
    ess: sum ** 2 / weights.reduce((a, b) => a + b * b, 0),
  };
}

test('the evidence equals importance sampling of the exact likelihood to 0.02, mid-noise and low-noise', () => {
  for (const [s, w, rho, tau] of [
    [1.3, 0.3, 0.6, 8],
    [1.0, 0.5, 0.8, 4],
    [0.6, 0.6, 0.5, 10],
    [1.3, 0.85, 0.6, 8],
  ] as const) {
    const design = exampleDesign();
    fillKinetics(design, tau);
    const ep = propagationFor(design, 10);
    takeColumns(design, ep);
    startSites(design, s * s * (1 - w), ep.sites);
    assert.ok(propagate(design, ep, s * s, w, rho, { tolerance: 1e-9, limit: 200 }));
    const sampled = sampledEvidence(design, s * s, w, rho, ep.sites, ep);
    assert.ok(sampled.ess > 1000, `too few effective draws to judge: ${sampled.ess}`);
    const gap = ep.logEvidence - sampled.logEvidence;
    assert.ok(Math.abs(gap) < 0.02, `s ${s} w ${w}: ${ep.logEvidence} against ${sampled.logEvidence}`);
  }
});

test('looser sweeps move the evidence by the square of their error', () => {
  const evidence = (tolerance: number): number => {
    const design = exampleDesign();
    fillKinetics(design, 8);
    const ep = propagationFor(design, 10);
    takeColumns(design, ep);
    startSites(design, 0.8, ep.sites);
    propagate(design, ep, 1.6, 0.5, 0.6, { tolerance, limit: 200 });
    return ep.logEvidence;
  };
  assert.ok(Math.abs(evidence(1e-3) - evidence(1e-10)) < 1e-4);
});
