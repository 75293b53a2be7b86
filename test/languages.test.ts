/**
 * Is the second language whole? Every pack of words a page or an answer of the server shows has its twin with the same
 * keys, every code of a refusal its own sentence in both, no sentence is left in the other language, and a dose has one
 * spelling in all of them (H34).
 */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HTTP_WORDS } from '../src/http/language.ts';
import { STATUS } from '../src/http/refused-status.ts';
import * as english from '../web/kit/words/en/plan.ts';
import { DIARY_REFUSED } from '../web/kit/words/en/refused-diary.ts';
import { GATE_FAULT, NO_PLAN } from '../web/kit/words/en/refused-plan.ts';
import { LANGUAGES } from '../web/kit/words/language.ts';
import { textsIn } from './words/readability.ts';
import { SAMPLE, sampleFor } from './words/refusal-samples.ts';

const folder = fileURLToPath(new URL('../web/kit/words/', import.meta.url));
const topics = (language: string): string[] =>
  globSync(`${language}/*.ts`, { cwd: folder })
    .map((path) => basename(path, '.ts'))
    .filter((name) => !name.endsWith('.test'))
    .sort();

/** What only the command line and the programmer's pages say stays English. */
const ENGLISH_ONLY = [
  ...['backup', 'demonstration', 'design', 'explain', 'finding-text', 'operate', 'plan-command', 'plan-file'],
  ...['plan-text', 'problem', 'serve', 'simulate', 'supply', 'verify'],
];
/** Within a topic that has a twin: parts of the command line, and lists that tests walk. */
const ENGLISH_PARTS: Readonly<Record<string, readonly string[]>> = {
  http: ['docsWords'],
  screening: ['FINDING_CODES'],
};

type Pack = Readonly<Record<string, unknown>>;
const load = async (language: string, topic: string): Promise<Pack> =>
  import(`../web/kit/words/${language}/${topic}.ts`);
const isPack = (value: unknown): value is Pack => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place of a pack with the kind of thing that stands there. */
function shape(value: unknown, place = ''): readonly string[] {
  if (isPack(value))
    return Object.keys(value)
      .sort()
      .flatMap((key) => shape(value[key], `${place}.${key}`));
  return [`${place}: ${Array.isArray(value) ? 'list' : typeof value}`];
}

/** Every fixed text of a pack, with its place. */
function texts(value: unknown, place = ''): readonly (readonly [place: string, text: string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (Array.isArray(value)) return value.flatMap((each, i) => texts(each, `${place}.${i}`));
  return isPack(value) ? Object.keys(value).flatMap((key) => texts(value[key], `${place}.${key}`)) : [];
}

test('every topic that is not only for the command line has its German twin, and none is German alone', () => {
  assert.deepEqual(
    topics('en').filter((name) => !ENGLISH_ONLY.includes(name)),
    topics('de'),
  );
  assert.deepEqual(
    ENGLISH_ONLY.filter((name) => !topics('en').includes(name)),
    [],
  );
});

describe('twins say the same things', () => {
  for (const topic of topics('de'))
    test(topic, async () => {
      const [en, de] = await Promise.all([load('en', topic), load('de', topic)]);
      const packs = Object.keys(en).filter((name) => isPack(en[name]) && !ENGLISH_PARTS[topic]?.includes(name));
      for (const name of packs) assert.deepEqual(shape(de[name], name), shape(en[name], name));
      const german = new Map(packs.flatMap((name) => texts(de[name], name)));
      const left = packs
        .flatMap((name) => texts(en[name], name))
        .filter(([place, text]) => /[a-z]{3,} [a-z]{3,}/.test(text) && german.get(place) === text);
      assert.deepEqual(left, []);
    });
});

test('no German text writes a dose, a volume or a strength with a comma', async () => {
  const packs = await Promise.all(topics('de').map((topic) => load('de', topic)));
  const comma = /\d,\d+\s?(?:mg|ug|µg|mL)\b/;
  const wrong = packs.flatMap(textsIn).filter((text) => comma.test(text) && !text.includes('mL/min'));
  assert.deepEqual(wrong, []);
  const told = HTTP_WORDS.de.refused({ code: 'ceiling-out-of-range', minimum: 500, maximum: 4_500 });
  assert.match(told, /0\.5 mg und 4\.5 mg/);
});

const codes = (table: object): readonly string[] => Object.keys(table);
/** The tables of everything the server tells by a code. */
const TOLD = {
  refused: codes(STATUS),
  moveReason: codes(english.REASON),
  gate: codes(GATE_FAULT),
  noPlan: codes(NO_PLAN),
  caution: codes(english.PLAN_CAUTION),
  entryRefused: codes(DIARY_REFUSED),
} as const;
const EVERY_CODE = [...new Set([...Object.values(TOLD).flat(), ...codes(english.PLAN_FAULT), ...codes(english.MOVE)])];
/** A code of two words, such as "step-up", may be English too; a longer one is a code that slipped through. */
const shownCode = (text: string): string | undefined =>
  EVERY_CODE.filter((code) => code.split('-').length > 2).find((code) => text.includes(code));

type Sentences = Readonly<Record<keyof typeof TOLD, (told: never) => string>>;
const sentenceOf = (words: Sentences, kind: keyof typeof TOLD, code: string): string =>
  words[kind](sampleFor(code, kind) as never);

for (const [kind, list] of Object.entries(TOLD) as [keyof typeof TOLD, readonly string[]][])
  for (const code of list)
    test(`${kind} ${code} has a sentence in every language, and each its own`, () => {
      const told = LANGUAGES.map((language) => sentenceOf(HTTP_WORDS[language], kind, code));
      for (const text of told) {
        assert.match(text, /^[„"\p{Lu}\d].*[.?]$/su, text);
        assert.doesNotMatch(text, /undefined|NaN|\[object|null/, text);
        assert.equal(shownCode(text), undefined, text);
      }
      assert.equal(new Set(told).size, LANGUAGES.length, told.join(' = '));
    });

test('a sentence may ask for nothing the samples lack', () => {
  assert.throws(() => SAMPLE.nothing, RangeError);
});
