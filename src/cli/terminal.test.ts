import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeUnseen } from './terminal.ts';

test('nothing that drives a terminal is left, but for line ends and tabs', () => {
  // ECMA-48: control functions start at a C0 or C1 character. Unicode UAX 9: the marks that turn reading order round.
  const driving = fc.constantFrom(
    '\u001b[31m',
    '\u009b2J',
    '\u0007',
    '\b',
    '\r',
    '\u202e',
    '\u2066',
    '\u2028',
    '\ud800',
  );
  const text = fc
    .array(fc.oneof(driving, fc.string({ unit: 'binary' })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (any) => assert.doesNotMatch(escapeUnseen(any), /[^\P{C}\n\t\p{Co}\p{Cn}]|[\p{Zl}\p{Zp}]/u)),
    { seed: 11, numRuns: 100 },
  );
});

test('what a person can see is printed as it is', () => {
  for (const text of ['Müdigkeit\t4,5 µg\n', '疼痛', '−1.1 … “x” \u{1f4aa}', ''])
    assert.equal(escapeUnseen(text), text);
});

test('JSON says the same after as before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const json = JSON.stringify({ [any]: any });
      assert.deepEqual(JSON.parse(escapeUnseen(json)), JSON.parse(json));
    }),
    { seed: 12, numRuns: 100 },
  );
});
