import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey, wordsOf } from './name-text.ts';

const same: readonly [text: string, key: string, why: string][] = [
  ['  ULTRAM®  ', 'ultram', 'capitals, white space and trademark signs are not the name'],
  ['Ultram™ (R)', 'ultram', 'nor are they when typed'],
  ['Codéine', 'codeine', 'accents'],
  ['Co-codamol', 'co codamol', 'punctuation'],
  ['Ｔｒａｍａｄｏｌ', 'tramadol', 'full-width letters'],
  ['Lösung', 'losung', 'umlauts'],
  ['MS\u00a0Contin', 'ms contin', 'a space that does not break'],
  ['tra\u200bma\u00addol', 'tramadol', 'signs that take no room'],
  ['50mg', '50 mg', 'a number ends where letters begin'],
  ['4,5 mg', '4.5 mg', 'a decimal comma'],
  ['Straße', 'strasse', 'letters Unicode does not take apart'],
];
for (const [text, key, why] of same) test(`${JSON.stringify(text)}: ${why}`, () => assert.equal(nameKey(text), key));

test('a letter of another alphabet stays another letter (H6)', () => {
  assert.notEqual(nameKey('tr\u0430m\u0430dol'), 'tramadol'); // Cyrillic а
});

test('a sign that may mean something stays as a word of its own', () => {
  assert.deepEqual(wordsOf('paracetamol ☠\u0000'), ['paracetamol', '☠', '\u0000']);
});
