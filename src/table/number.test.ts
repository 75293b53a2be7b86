import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDecimal, isMissing, parseDecimal, settleSeparator } from './number.ts';

const settled: readonly [what: string, cells: readonly string[], separator: string, seen: boolean][] = [
  ['points', ['2.5', '3'], '.', true],
  ['commas', ['2,5', '3', 'skipped'], ',', true],
  ['commas with a unit', ['4,5 mg', '0'], ',', true],
  ['whole numbers only', ['2', '3', '', 'NA'], '.', false],
  ['a leading zero: 0,125 is no thousand', ['0,125'], ',', true],
  ['three decimals beside a sure number', ['3.333', '2.5'], '.', true],
  ['more commas than points: the points are then refused one by one', ['2,5', '3,5', '4.5'], ',', true],
];
for (const [what, cells, separator, seen] of settled) {
  test(`the separator is found from ${what}`, () =>
    assert.deepEqual(settleSeparator(cells, ';'), { ok: true, value: { separator, seen } }));
}

const unsettled: readonly [what: string, cells: readonly string[], index: number][] = [
  ['"1.500" alone: 1.5 or 1500?', ['3', '1.500'], 1],
  ['"1,5" beside "2.5"', ['1,5', '2.5'], 1],
  ['"1,500" beside "1.500"', ['1,500', '1.500'], 1],
];
for (const [what, cells, index] of unsettled) {
  test(`the separator is refused for ${what}`, () =>
    assert.deepEqual(settleSeparator(cells, '\t'), { ok: false, error: index }));
}

test('a comma-separated file can only use the point, so that "4,5" is never taken for 4.5', () => {
  assert.deepEqual(settleSeparator(['4,5', '3,5'], ','), { ok: true, value: { separator: '.', seen: false } });
  assert.deepEqual(parseDecimal('4,5', '.'), { ok: false, error: 'number-other-separator' });
});

const read: readonly [text: string, separator: '.' | ',', value: number][] = [
  ['7', '.', 7],
  [' 7.5 ', '.', 7.5],
  ['7,5', ',', 7.5],
  ['-3', '.', -3],
  ['+3', '.', 3],
  ['1.500', '.', 1.5],
  ['007', '.', 7],
];
for (const [text, separator, value] of read)
  test(`"${text}" is ${value} where the separator is ${separator}`, () =>
    assert.deepEqual(parseDecimal(text, separator), { ok: true, value }));

const refused: readonly [text: string, separator: '.' | ',', fault: string][] = [
  ['1,5', '.', 'number-other-separator'],
  ['1.5', ',', 'number-other-separator'],
  ['1,234.5', '.', 'number-thousands'],
  ['1.234,5', ',', 'number-thousands'],
  ["12'345", '.', 'number-thousands'],
  ['1 234', '.', 'number-thousands'],
  ['.5', '.', 'number-unreadable'],
  ['5.', '.', 'number-unreadable'],
  ['1e3', '.', 'number-unreadable'],
  ['0x10', '.', 'number-unreadable'],
  ['Infinity', '.', 'number-unreadable'],
  ['７', '.', 'number-unreadable'],
  ['\u22123', '.', 'number-unreadable'],
  ['7/10', '.', 'number-unreadable'],
  ['7%', '.', 'number-unreadable'],
  ['', '.', 'number-unreadable'],
];
for (const [text, separator, fault] of refused)
  test(`"${text}" is refused where the separator is ${separator}: ${fault}`, () =>
    assert.deepEqual(parseDecimal(text, separator), { ok: false, error: fault }));

test('only blanks and the markers in the format mean missing: a zero, a dash and "none" do not', () => {
  for (const cell of ['', '  ', 'NA', 'na', 'N/A', 'NaN', 'null', 'NULL']) assert.equal(isMissing(cell), true, cell);
  for (const cell of ['0', '-', '.', 'none', 'missing', '999', '-99']) assert.equal(isMissing(cell), false, cell);
});

test('every number of a diary survives being written and read, and never has exactly three decimals', () => {
  const value = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1000, max: 1000, noNaN: true }));
  fc.assert(
    fc.property(value, (x) => {
      fc.pre(x === 0 || Math.abs(x) > 1e-9);
      const text = formatDecimal(x);
      assert.deepEqual(parseDecimal(text, '.'), { ok: true, value: x === 0 ? 0 : x });
      assert.doesNotMatch(text, /\.\d{3}$/);
    }),
    { seed: 20240501, numRuns: 2000 },
  );
});

test('a number without plain decimal text is a bug', () => {
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-300])
    assert.throws(() => formatDecimal(x), RangeError);
});
