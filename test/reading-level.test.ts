/**
 * Can a tired patient read it? The patient's page, the questions of screening and what the server tells a patient, in
 * school years, in both languages. Sentences above the limit for one are printed, not refused: a drug's name is long.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patientWords as german } from '../web/kit/words/de/patient.ts';
import { trialWords as germanTrial } from '../web/kit/words/de/patient-trial.ts';
import * as germanPlan from '../web/kit/words/de/plan.ts';
import { DIARY_REFUSED as germanDiary } from '../web/kit/words/de/refused-diary.ts';
import { QUESTION_WORDS as germanQuestions } from '../web/kit/words/de/screening.ts';
import { patientWords as english } from '../web/kit/words/en/patient.ts';
import { trialWords as englishTrial } from '../web/kit/words/en/patient-trial.ts';
import * as englishPlan from '../web/kit/words/en/plan.ts';
import { DIARY_REFUSED as englishDiary } from '../web/kit/words/en/refused-diary.ts';
import { QUESTION_WORDS as englishQuestions } from '../web/kit/words/en/screening.ts';
import { englishGrade, germanGrade, type Sentence, sentencesOf, syllables, textsIn } from './words/readability.ts';

const counted: readonly [word: string, language: 'en' | 'de', syllables: number][] = [
  ['pain', 'en', 1],
  ['dose', 'en', 1],
  ['little', 'en', 2],
  ['prescriber', 'en', 3],
  ['emergency', 'en', 4],
  ['signed', 'en', 1],
  ['noted', 'en', 2],
  ['Schmerz', 'de', 1],
  ['Beschwerde', 'de', 3],
  ['Nebenwirkung', 'de', 4],
  ['genau', 'de', 2],
  ['Träume', 'de', 2],
];
for (const [word, language, expected] of counted)
  test(`${word} has ${expected} syllables`, () => assert.equal(syllables(word, language), expected));

test('sentences are counted, labels are not, and a dose does not end one', () => {
  assert.deepEqual(sentencesOf('My plan').length + sentencesOf('Take 1.5 mg. Is it gone?').length, 2);
});

test('the measures are the published formulas, worked out by hand for known counts', () => {
  // 20 words in 2 sentences with 30 syllables: 0.39 x 10 + 11.8 x 1.5 - 15.59.
  const sentence: Sentence = [...Array(5).fill('pain'), ...Array(5).fill('little')];
  assert.equal(Math.round(englishGrade([sentence, sentence]) * 100) / 100, 6.01);
  // 10 words, half of one syllable, half of three and more than six letters.
  const satz: Sentence = [...Array(5).fill('Schmerz'.slice(0, 6)), ...Array(5).fill('Beschwerde')];
  assert.equal(Math.round(germanGrade([satz]) * 100) / 100, 15.32);
});

test('a published example: 24 syllables, 13 words, grade 11.3 (Wikipedia, Flesch-Kincaid readability tests)', () => {
  const example = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
  assert.equal(englishGrade(sentencesOf(example)).toFixed(1), '11.3');
});

type Measure = (sentences: readonly Sentence[]) => number;
const hardest = (sentences: readonly Sentence[], grade: Measure, limit: number): readonly string[] =>
  sentences
    .filter((one) => one.length > 4 && grade([one]) > limit)
    .map((one) => `${grade([one]).toFixed(1)}: ${one.join(' ')}`);

const EN = { grade: englishGrade, whole: 8.5, single: 12 };
const DE = { grade: germanGrade, whole: 9, single: 15 };
const PACKS: readonly [name: string, pack: unknown, bar: typeof EN][] = [
  ['English, the page (Flesch-Kincaid)', [english, englishQuestions], EN],
  ['English, a trial', [englishTrial], EN],
  ['English, the server', [englishPlan.REASON, englishDiary], EN],
  ['German, the page (Wiener Sachtextformel)', [german, germanQuestions], DE],
  ['German, a trial', [germanTrial], DE],
  ['German, the server', [germanPlan.REASON, germanDiary], DE],
];
for (const [name, pack, { grade, whole, single }] of PACKS)
  test(`${name}: at most grade ${whole}, taken together`, (t) => {
    const sentences = textsIn(pack).flatMap(sentencesOf);
    assert.ok(sentences.length > 50, `${sentences.length} sentences were found`);
    const hard = hardest(sentences, grade, single);
    t.diagnostic(
      `grade ${grade(sentences).toFixed(2)} over ${sentences.length} sentences; ${hard.length} above ${single}`,
    );
    for (const one of hard) t.diagnostic(one);
    assert.ok(grade(sentences) <= whole, `grade ${grade(sentences)}`);
  });
