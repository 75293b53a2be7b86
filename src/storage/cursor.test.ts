/** A cursor comes back as it went out, and no text makes reading one throw. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cursorOf, instantCursor, textCursor } from './cursor.ts';

const written = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0'));

test('every key survives being written and read', () => {
  fc.assert(
    fc.property(written, written, fc.maxSafeInteger(), (a, b, at) => {
      assert.deepEqual(textCursor(cursorOf([a, b])), [a, b]);
      assert.deepEqual(instantCursor(cursorOf([at, b])), [at, b]);
      assert.equal(textCursor(cursorOf([at, b])), undefined);
      assert.equal(instantCursor(cursorOf([a, b])), undefined);
    }),
    { seed: 18 },
  );
});

test('no text makes a reader throw', () => {
  const json = fc.json().map((text) => Buffer.from(text).toString('base64url'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), json), (text) => {
      textCursor(text);
      instantCursor(text);
    }),
    { seed: 19 },
  );
});
