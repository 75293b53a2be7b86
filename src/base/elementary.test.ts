/** Oracle: mpmath at 400 bits, rounded once to the nearest double (test/golden/elementary/SOURCE.md). H38 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { cosTurns, exp, log, sinTurns, wholePower } from './elementary.ts';

type Golden = {
  readonly exp: readonly [x: number, value: number][];
  readonly log: readonly [x: number, value: number][];
  readonly turns: readonly [turns: number, sine: number, cosine: number][];
  readonly powers: readonly [x: number, n: number, value: number][];
};
const golden: Golden = JSON.parse(
  readFileSync(new URL('../../test/golden/elementary/elementary.json', import.meta.url), 'utf8'),
);

const view = new DataView(new ArrayBuffer(8));
/** Place of a double among all doubles in order: neighbours are 1 apart. */
function place(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
}
/** Distance in units in the last place. */
const apart = (a: number, b: number): number => Math.abs(Number(place(a) - place(b)));

function withinOneUlp(f: (x: number) => number, rows: readonly (readonly [x: number, value: number])[]): void {
  assert.ok(rows.length >= 2000, `${rows.length} arguments are too few`);
  for (const [x, value] of rows) assert.ok(apart(f(x), value) <= 1, `${x}: ${f(x)} is not ${value}`);
}

test('exp is within one unit in the last place, subnormal answers and both ends included', () =>
  withinOneUlp(exp, golden.exp));
test('log is within one unit in the last place, subnormal arguments and those next to 1 included', () =>
  withinOneUlp(log, golden.log));
test('the sine of a part of a turn is within one unit in the last place', () =>
  withinOneUlp(
    sinTurns,
    golden.turns.map(([u, sine]) => [u, sine]),
  ));
test('the cosine of a part of a turn is within one unit in the last place', () =>
  withinOneUlp(
    cosTurns,
    golden.turns.map(([u, , cosine]) => [u, cosine]),
  ));
test('a whole power is off by at most one unit in the last place for each factor', () => {
  for (const [x, n, value] of golden.powers)
    assert.ok(apart(wholePower(x, n), value) <= Math.abs(n), `${x} to the ${n}: ${wholePower(x, n)} is not ${value}`);
});

const { MAX_VALUE, MIN_VALUE, NaN: NONE, POSITIVE_INFINITY: ENDLESS } = Number;
/** ISO C annex F.9.3.1, F.9.3.7; thresholds are log(2^1024) and log(2^-1075). */
const ends: readonly [f: (x: number) => number, x: number, value: number, why: string][] = [
  [exp, 0, 1, 'exp 0'],
  [exp, -0, 1, 'exp -0'],
  [exp, MIN_VALUE, 1, 'exp of next to nothing'],
  [exp, 709.7827128933841, ENDLESS, 'exp beyond the largest double'],
  [exp, -745.1332191019412, 0, 'exp below half the smallest double'],
  [exp, -745.1332191019411, MIN_VALUE, 'exp just above half the smallest double'],
  [exp, ENDLESS, ENDLESS, 'exp of infinity'],
  [exp, -ENDLESS, 0, 'exp of minus infinity'],
  [exp, NONE, NONE, 'exp of no number'],
  [log, 1, 0, 'log 1'],
  [log, 0, -ENDLESS, 'log 0'],
  [log, -0, -ENDLESS, 'log -0'],
  [log, -MIN_VALUE, NONE, 'log below 0'],
  [log, -ENDLESS, NONE, 'log of minus infinity'],
  [log, ENDLESS, ENDLESS, 'log of infinity'],
  [log, NONE, NONE, 'log of no number'],
  [log, MAX_VALUE, 709.782712893384, 'log of the largest double'],
];
for (const [f, x, value, why] of ends) test(`${why} is ${value}`, () => assert.equal(f(x), value));

test('a power of something that is no whole number is a bug', () => {
  for (const n of [0.5, NONE, ENDLESS]) assert.throws(() => wholePower(2, n), RangeError);
});

test('log undoes exp, and exp rises', () => {
  const x = fc.double({ min: -700, max: 700, noNaN: true });
  fc.assert(
    fc.property(x, x, (a, b) => {
      assert.ok(Math.abs(log(exp(a)) - a) <= 4.5e-16 * Math.max(1, Math.abs(a)));
      assert.ok(a <= b ? exp(a) <= exp(b) : exp(a) >= exp(b));
    }),
    { seed: 11 },
  );
});

test('a turn and its quarters are exact, and a whole turn more changes nothing', () => {
  const quarters = [0, 1, 0, -1, 0];
  for (const [i, sine] of quarters.entries()) assert.equal(sinTurns(i / 4) + 0, sine);
  for (const u of [0.125, 0.3125, 0.75]) {
    assert.equal(sinTurns(u + 1), sinTurns(u));
    assert.equal(cosTurns(u + 0.25) + 0, -sinTurns(u) + 0);
  }
});
