import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks as d3Ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import fc from 'fast-check';
import { areaPath, linePath, type Point, stepArea } from './path.ts';
import { extent, linear, ticks } from './scale.ts';

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const points = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 20 });

test('marks of an axis are those of d3', () => {
  fc.assert(
    fc.property(
      number,
      fc.double({ min: 0.01, max: 3000, noNaN: true }),
      fc.integer({ min: 1, max: 12 }),
      (a, w, n) => {
        assert.deepEqual(ticks([a, a + w], n), d3Ticks(a, a + w, n));
      },
    ),
    { seed: 20240501, numRuns: 2000 },
  );
});

test('a value lies where d3 puts it, beyond the ends too, and an empty domain puts it in the middle', () => {
  fc.assert(
    fc.property(
      number,
      fc.double({ min: 0.01, max: 3000, noNaN: true }),
      number,
      number,
      number,
      (a, w, c, d, value) => {
        const ours = linear([a, a + w], [c, d])(value);
        const theirs = scaleLinear([a, a + w], [c, d])(value);
        assert.ok(Math.abs(ours - theirs) <= 1e-9 * (1 + Math.abs(theirs)));
      },
    ),
    { seed: 20240501, numRuns: 2000 },
  );
  assert.equal(linear([3, 3], [0, 10])(7), 5);
});

test('lines, areas and steps are written as d3 writes them', () => {
  fc.assert(
    fc.property(points, number, (raw, base) => {
      const given = raw as readonly Point[];
      const same = given as [number, number][];
      const low: Point[] = given.map(([x, y]) => [x, y - base]);
      assert.equal(linePath(given), line().digits(1)(same));
      const band = area<[number, number]>(
        ([x]) => x,
        ([, y]) => y - base,
        ([, y]) => y,
      );
      assert.equal(areaPath(given, low), band.digits(1)(same));
      const steps = area<[number, number]>(
        ([x]) => x,
        base,
        ([, y]) => y,
      );
      const theirs = steps.curve(curveStepAfter).digits(1)(same) ?? '';
      assert.deepEqual(edge(stepArea(given, base), same.length), edge(theirs, same.length));
    }),
    { seed: 20240501, numRuns: 500 },
  );
});

/** The points of the stepped edge; on the flat way back d3 repeats every point, which draws nothing. */
const edge = (path: string, length: number): string[] => path.split('L').slice(0, 2 * length - 1);

test('the extent of nothing is a bug', () => {
  assert.throws(() => extent([]), RangeError);
});
