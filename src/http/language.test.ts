/** Is a reader answered in the language they ask for, and does no header do harm? */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES } from '../../web/kit/words/language.ts';
import { languageOf } from './language.ts';

const asked: readonly [header: string | undefined, language: string, why: string][] = [
  [undefined, 'en', 'nothing was said'],
  ['', 'en', 'nor here'],
  ['de', 'de', 'German'],
  ['DE', 'de', 'tags have no case (RFC 5646, 2.1.1)'],
  ['de-AT', 'de', 'a region of it'],
  ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'de', 'what a German browser sends'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en', 'what an English one sends'],
  ['fr,de;q=0.5,en;q=0.3', 'de', 'French is not there, so the next best'],
  ['de;q=0.3, en;q=0.8', 'en', 'weights count, not order'],
  ['de, en', 'en', 'two of one weight: the language of the house'],
  ['de;q=0', 'en', 'German is not wanted'],
  ['*', 'en', 'any'],
  ['en;q=0.2, *;q=0.7', 'de', 'any but English'],
  ['den', 'en', 'another language that begins alike'],
  ['de;q=2', 'en', 'a weight that is none is not read'],
  ['fr', 'en', 'none that is there'],
];
for (const [header, language, why] of asked)
  test(`${header ?? 'no header'}: ${why}`, () => assert.equal(languageOf(header), language));

test('no text makes it throw, and the answer is a language there is', () => {
  const text = fc.string({ unit: fc.constantFrom(...'den-*;q=01., '), maxLength: 200 });
  fc.assert(
    fc.property(text, (header) => assert.ok(LANGUAGES.includes(languageOf(header)))),
    { seed: 5 },
  );
});
