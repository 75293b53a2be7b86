/** The statistician's file: every fault by name, and no text throws. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkProblem } from './problem.ts';
import { parseProblemJson } from './problem-json.ts';

const good = {
  y: [5, null, 6, 4.5],
  lvl: [0, 0, 1, 1],
  doses: [1.5],
  fixed: [[1, 1, 1, 1]],
  m0: [5, 0],
  sd0: [3, 1],
  pm: [0, 0, 0, 0],
  ps: [1, 1, 1, 1],
};

test('a whole problem is read, null as a day without a score', () => {
  const read = parseProblemJson(JSON.stringify(good));
  assert.ok(read.ok);
  assert.deepEqual(read.value.y, [5, Number.NaN, 6, 4.5]);
  assert.ok(checkProblem(read.value).ok);
});

const refused: readonly [text: string, code: string, why: string][] = [
  ['', 'not-json', 'an empty file'],
  ['[1]', 'not-an-object', 'a list'],
  [JSON.stringify({ ...good, ps: undefined }), 'key-missing', 'no prior sd of theta'],
  [JSON.stringify({ ...good, sdo: [1] }), 'key-unknown', 'a misspelt prior must not be ignored'],
  [JSON.stringify({ ...good, lvl: [0, null, 1, 1] }), 'not-numbers', 'only y may have gaps'],
  [JSON.stringify({ ...good, fixed: 3 }), 'not-a-list', 'columns are lists'],
  [JSON.stringify({ ...good, likelihood: 'poisson' }), 'likelihood-unknown', 'another likelihood'],
  [JSON.stringify({ ...good, y: [[1], [2]] }), 'several-people', 'a pooled problem'],
];
for (const [text, code, why] of refused)
  test(`refused: ${why}`, () => {
    const read = parseProblemJson(text);
    assert.ok(!read.ok && read.error.some((fault) => fault.code === code), JSON.stringify(read));
  });

const unfit: readonly [part: object, code: string][] = [
  [{ lvl: [0, 0, 1] }, 'length-differs'],
  [{ lvl: [0, 0, 2, 1] }, 'level-unknown'],
  [{ doses: [-1] }, 'doses-not-increasing'],
  [{ sd0: [3, 0] }, 'sd-not-positive'],
  [{ likelihood: 'rounded' }, 'score-not-on-scale'],
  [{ y: [5, null, null, null] }, 'too-few-scores'],
];
for (const [part, code] of unfit)
  test(`read but refused: ${code}`, () => {
    const read = parseProblemJson(JSON.stringify({ ...good, ...part }));
    assert.ok(read.ok);
    const checked = checkProblem(read.value);
    assert.ok(!checked.ok && checked.error.some((fault) => fault.code === code), JSON.stringify(checked));
  });

test('no text makes the reader or the check throw', () => {
  const part = fc.oneof(fc.json(), fc.constantFrom('[]', '[1,2]', '[[1,2],[3,4]]', 'null', '1e400', '"x"', '[null]'));
  const almost = fc
    .dictionary(fc.constantFrom('y', 'lvl', 'doses', 'fixed', 'm0', 'sd0', 'pm', 'ps', 'likelihood', 'top'), part)
    .map((d) => `{${Object.entries(d).map(([k, v]) => `"${k}":${v}`)}}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), almost), (text) => {
      const read = parseProblemJson(text);
      if (read.ok) checkProblem(read.value);
    }),
    { seed: 5, numRuns: 20_000 },
  );
});
