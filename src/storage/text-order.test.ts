/** The order of lists is that of UTF-8 bytes, and a prefix stays one when it is folded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareText, foldText, prefixEnd } from './text-order.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', 'e\u0301', 'ß', 'Σ', 'ς', 'İ', '\ud7ff', '\uffee', '😀', ' '),
});

test('two texts compare as their UTF-8 bytes do', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      assert.equal(Math.sign(compareText(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { seed: 15 },
  );
});

test('what begins with a text comes after it and before its end', () => {
  fc.assert(
    fc.property(text, text, (start, rest) => {
      assert.ok(compareText(start, start + rest) <= 0);
      assert.ok(compareText(start + rest, prefixEnd(start)) < 0);
    }),
    { seed: 16 },
  );
});

test('a text folded twice is folded once, and letters of any case fold alike', () => {
  fc.assert(
    fc.property(text, (one) => assert.equal(foldText(foldText(one)), foldText(one))),
    { seed: 17 },
  );
  for (const [a, b] of [
    ['ÅKE', 'åke'],
    ['A\u030aKE', 'åke'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ] as const)
    assert.equal(foldText(a), foldText(b));
});
