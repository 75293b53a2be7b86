/** Oracle: dense covariance matrices factored in R, and R's KalmanLike (test/golden/kalman/SOURCE.md). H38 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Design, fillKinetics, layOut } from './design.ts';
import { checkProblem } from './problem.ts';
import { evaluateScale, fillCovariance, fillDerivatives, scaleSliceFor } from './scale-slice.ts';
import { whiten, whiteningFor } from './whitening.ts';

type Case = {
  readonly y: readonly (number | null)[];
  readonly times: readonly number[];
  readonly level: readonly number[];
  readonly doseLevels: number;
  readonly columns: readonly (readonly number[])[];
  readonly kinetics: readonly (readonly number[])[];
  readonly w: number;
  readonly rho: number;
  readonly s: number;
  readonly tau: number;
  readonly m0: readonly number[];
  readonly sd0: readonly number[];
  readonly gram: readonly (readonly number[])[];
  readonly logDet: number;
  readonly logEvidence: number;
  readonly posteriorMean: readonly number[];
  readonly posteriorCovariance: readonly (readonly number[])[];
};
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL('../../test/golden/kalman/kalman.json', import.meta.url), 'utf8'),
);

const close = (ours: number, theirs: number, what: string): void =>
  assert.ok(Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs)), `${what}: ${ours} against ${theirs}`);

/** The case on a calendar: a skipped time is a day without a score. */
function designOf(c: Case): Design {
  const first = c.times[0] as number;
  const days = (c.times.at(-1) as number) - first + 1;
  const spread = (values: readonly (number | null)[], empty: number): number[] => {
    const all = new Array<number>(days).fill(empty);
    for (const [i, t] of c.times.entries()) all[t - first] = values[i] ?? empty;
    return all;
  };
  const fixed = c.columns.slice(0, c.columns.length - c.kinetics.length);
  const problem = checkProblem({
    y: spread(c.y, Number.NaN),
    level: spread(c.level, 0),
    doses: Array.from({ length: c.doseLevels }, (_, k) => k + 1),
    fixed: fixed.map((column) => spread(column, 0)),
    m0: c.m0,
    sd0: c.sd0,
    pm: [0, 0, 0, 0],
    ps: [1, 1, 1, 1],
    likelihood: 'gaussian',
  });
  assert.ok(problem.ok, JSON.stringify(problem));
  const design = layOut(problem.value);
  fillKinetics(design, c.tau);
  return design;
}

test('whitened cross-products, determinant, evidence and posterior equal dense linear algebra in R', () => {
  assert.ok(cases.length >= 20);
  for (const [n, c] of cases.entries()) {
    const design = designOf(c);
    const work = whiteningFor(design);
    const q = design.p + 1;
    close(whiten(design, c.w, c.rho, work), c.logDet, `case ${n} log-determinant`);
    for (let i = 0; i < q; i++)
      for (let j = 0; j <= i; j++)
        close(work.gram[i * q + j] as number, c.gram[i]?.[j] as number, `case ${n} gram ${i},${j}`);
    const slice = scaleSliceFor(design);
    assert.ok(evaluateScale(design, work.gram, c.logDet, Math.log(c.s), slice));
    fillCovariance(design, slice);
    close(slice.logEvidence, c.logEvidence, `case ${n} evidence`);
    for (let i = 0; i < design.p; i++) {
      close(slice.mean[i] as number, c.posteriorMean[i] as number, `case ${n} mean ${i}`);
      for (let j = 0; j < design.p; j++)
        close(slice.covariance[i * design.p + j] as number, c.posteriorCovariance[i]?.[j] as number, `case ${n} cov`);
    }
  }
});

test('the kinetic columns equal an explicit convolution', () => {
  for (const c of cases.filter(({ kinetics }) => kinetics.length > 0)) {
    const design = designOf(c);
    for (const [k, column] of c.kinetics.entries())
      for (const [t, value] of column.entries())
        close(design.daily[(design.fixed + k) * design.days + t] as number, value, `column ${k} day ${t}`);
  }
});

test('the derivatives in log s are those that differences show', () => {
  for (const c of cases) {
    const design = designOf(c);
    const work = whiteningFor(design);
    const logDet = whiten(design, c.w, c.rho, work);
    const slice = scaleSliceFor(design);
    const at = (logS: number): number => {
      evaluateScale(design, work.gram, logDet, logS, slice);
      return slice.logEvidence;
    };
    const x = Math.log(c.s) + 0.2;
    const h = 1e-4;
    const [up, middle, down] = [at(x + h), at(x), at(x - h)] as const;
    at(x);
    fillCovariance(design, slice);
    fillDerivatives(design, work.gram, x, slice);
    assert.ok(Math.abs((up - down) / (2 * h) - slice.slope) < 1e-5 * Math.max(1, Math.abs(slice.slope)));
    assert.ok(
      Math.abs((up - 2 * middle + down) / (h * h) - slice.curvature) < 1e-4 * Math.max(1, Math.abs(slice.curvature)),
    );
  }
});
