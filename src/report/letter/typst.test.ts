/** No text from outside can be more than text: checked on the source by reading it, and by setting hostile letters. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { courseEvents, factsOf } from '../../../test/report/letter-case.ts';
import { letterWords } from '../../../web/kit/words/en/letter.ts';
import { typstTypesetter } from '../../platform/typst.ts';
import { letterOf, ROOM } from './letter.ts';
import { settable } from './typeface.ts';
import { quoted, typstOf } from './typst.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

/** What the typesetting language reads between two quotation marks. */
const read = (literal: string): string => literal.slice(1, -1).replace(/\\(["\\])/g, '$1');
const nasty = fc.string({ unit: fc.constantFrom(...'"\\#[]{}()$*_=-+/<>@`~\'\n\t;:,. aé0', '\u0000', '中', '\u202e') });

test('whatever the text, it is one string and reads back as itself', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const literal = quoted(text);
      assert.match(literal, /^"(?:[^"\\]|\\["\\])*"$/);
      assert.equal(read(literal), settable(text));
    }),
    { seed: 25, numRuns: 2_000 },
  );
});

test('a dose and its unit cannot be parted by the end of a line', () => {
  assert.equal(quoted('4.5 mg in 2 mL'), '"4.5\u00a0mg in 2\u00a0mL"');
});

const FACTS = factsOf('course', courseEvents('responder', 40));

test('hostile names, notes and labels leave the letter as it is: two pages, set without a fault', async () => {
  const texts = [
    '"] #panic("x") [',
    '\\"); #read("/etc/passwd") //',
    '#pagebreak()',
    '$ x $ ```',
    '*/ #set page(width: 1cm)',
  ];
  for (const text of texts) {
    const state = { ...FACTS.state, label: text, indications: [text], sideEffects: [] };
    const facts = { ...FACTS, state, patientName: text, addressee: text, clinic: text };
    const sources = ROOM.map((room) => typstOf(letterOf(facts, letterWords, room)));
    await typesetter.typeset(sources, 2);
    // Outside its strings the source is the same as that of a harmless letter.
    const harmless = {
      ...facts,
      state: { ...state, label: 'a', indications: ['a'] },
      patientName: 'a',
      addressee: 'a',
      clinic: 'a',
    };
    const bare = (source: string): string => source.replace(/"(?:[^"\\]|\\["\\])*"/g, '""');
    assert.equal(bare(sources[0] ?? ''), bare(typstOf(letterOf(harmless, letterWords))));
  }
});

test('the picture always has a description, and a letter whose picture has none is refused', async () => {
  const source = typstOf(letterOf(FACTS, letterWords));
  assert.match(source, /alt: "The diary from/);
  await assert.rejects(typesetter.typeset([source.replace(/, alt: "[^"]*"/, '')], 2), /missing alt text/);
});
