/** Do the English sentences keep their promises? Every grade, verdict, direction and unit; every refusal; every number. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding, Grade, Refusal, Verdict } from '../src/analysis/finding.ts';
import { findingWords as say, sentence } from '../web/kit/words/en/finding.ts';
import { findingText } from '../web/kit/words/en/finding-text.ts';
import { doseInWords, hundredths, lowerOrHigher, outOf100, rangeInWords, signed } from '../web/kit/words/en/number.ts';
import { refusalSentence } from '../web/kit/words/en/refusal.ts';

const file = new URL('./golden/charts/example-finding.json', import.meta.url);
const example = JSON.parse(readFileSync(file, 'utf8')) as Finding;
const GRADES: readonly Grade[] = ['open-label', 'open-label-with-hold', 'randomised-open', 'randomised-blinded'];
const VERDICTS: readonly Verdict[] = ['better', 'worse', 'inconclusive'];
const SCALE = { minimum: 0, maximum: 10 };

/** Every grade, verdict, direction, unit and state of decision of the example. */
const all: Finding[] = GRADES.flatMap((grade) =>
  VERDICTS.flatMap((verdict) =>
    (['lower', 'higher'] as const).flatMap((better) =>
      (['mg', 'none'] as const).flatMap((unit) =>
        [true, false].flatMap((decidedNow) => {
          const { settles, ...open } = { ...example.decision, decidedNow };
          const outcome = { ...example.outcome, better };
          const decision = decidedNow || !settles ? open : { ...open, settles };
          return [{ ...example, grade, verdict, unit, outcome, decision }];
        }),
      ),
    ),
  ),
);

const everything = (finding: Finding): string =>
  [
    sentence,
    say.worthwhile,
    say.grade,
    say.placebo,
    say.settle,
    say.best,
    say.lowest,
    say.onset,
    say.missing,
    say.model,
  ]
    .map((part) => part(finding) ?? '')
    .join(' ');

test('the sentence of the worked example', () => {
  assert.equal(
    sentence(example),
    'Inconclusive: these days do not yet tell whether 3 mg changes pain. Best guess: 1.1 points lower (90 % interval: 2.3 points lower to 0.1 points higher). The chance that pain is lower on 3 mg is about 93 in 100.',
  );
  assert.equal(say.worthwhile(example), 'A worthwhile change (1 point or more lower): about 56 in 100.');
  assert.match(
    say.settle(example),
    /^To settle it, roughly: 84 days more \(28 days off and 28 days on 3 mg, in turns\)/,
  );
});

test('no finding claims, advises or speaks of p-values', () => {
  const never =
    /\b(works?|worked|success\w*|prove[sn]?|significan\w*|confiden\w*|p-value|recommend\w*|should|must take|cure\w*|✓|✔)\b/i;
  for (const finding of all) assert.doesNotMatch(everything(finding), never);
});

test('an inconclusive finding says so, and no other does', () => {
  for (const finding of all) assert.equal(/inconclusive/i.test(sentence(finding)), finding.verdict === 'inconclusive');
});

test('whoever knew that they took naltrexone is shown what placebo did', () => {
  for (const finding of all) {
    const told = say.placebo(finding);
    if (finding.grade === 'randomised-blinded' || finding.unit === 'none') assert.equal(told, undefined);
    else assert.match(told ?? '', /placebo improved by 0\.9 points of 10 .* 12 weeks \(Lancet Rheumatol 2024;6:e31\)/);
  }
});

test('open-label days speak of "while taking", never of what the drug did', () => {
  const open = all.filter(({ grade, verdict }) => grade === 'open-label' && verdict !== 'inconclusive');
  for (const finding of open) assert.match(sentence(finding), /was (better|worse) while taking/);
});

test('treatment levels of another study are never given milligrams', () => {
  for (const finding of all.filter(({ unit }) => unit === 'none'))
    assert.doesNotMatch(
      `${sentence(finding)} ${say.best(finding)} ${say.lowest(finding)} ${say.settle(finding)}`,
      /\bmg\b/,
    );
});

test('the better direction is named, whichever it is', () => {
  for (const finding of all)
    assert.match(sentence(finding), new RegExp(`chance that pain is ${finding.outcome.better} on`));
});

test('where benefit is clear at several doses, the sentence speaks of the clearest', () => {
  const [low, mid, high] = example.doses;
  assert.ok(low && mid && high);
  const doses = [low, { ...mid, pBenefit: 0.999 }, { ...high, pBenefit: 0.98 }];
  assert.match(sentence({ ...example, doses, verdict: 'better' }), /while taking 3 mg/);
});

test('what would settle it is called rough, and left to patient and prescriber', () => {
  const open = all.filter(({ decision }) => decision.settles && !decision.decidedNow);
  assert.ok(open.length > 0);
  for (const finding of open) assert.match(say.settle(finding), /roughly.*patient and the prescriber/);
});

test('the terminal shows no line over 78 characters and no control character', () => {
  for (const line of all.flatMap(findingText)) {
    assert.ok(line.length <= 78, line);
    assert.match(line, /^\P{Cc}*$/u);
  }
});

test('sentences a patient reads are at about school grade 8 (Flesch-Kincaid)', () => {
  const read = all.flatMap((finding) => [
    sentence(finding),
    say.worthwhile(finding),
    say.grade(finding),
    say.settle(finding),
  ]);
  const grades = read.map(schoolGrade);
  const mean = grades.reduce((a, b) => a + b, 0) / grades.length;
  assert.ok(mean <= 8, `mean grade ${mean.toFixed(1)}`);
});

/** Kincaid 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59; syllables counted as groups of vowels. */
function schoolGrade(text: string): number {
  const words = text.match(/[\p{L}\d.]+/gu) ?? [];
  const sentences = text.match(/[.:;?](\s|$)/g)?.length ?? 1;
  const syllables = words.map((word) =>
    Math.max(
      1,
      word
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g)?.length ?? 1,
    ),
  );
  return (0.39 * words.length) / sentences + (11.8 * syllables.reduce((a, b) => a + b, 0)) / words.length - 15.59;
}

const refusals: readonly Refusal[] = [
  { outcome: 'pain', code: 'series-too-short', days: 5, needed: 21 },
  { outcome: 'pain', code: 'no-days-without-drug', days: 2, needed: 7 },
  { outcome: 'pain', code: 'no-days-with-drug', days: 3, needed: 7 },
  { outcome: 'pain', code: 'one-dose-only', dose: 4.5 },
  { outcome: 'pain', code: 'period-under-half-logged', dose: 3, from: 20_514, to: 20_541, logged: 9, days: 28 },
  { outcome: 'pain', code: 'no-variation', value: 0 },
  { outcome: 'pain', code: 'dose-unknown', from: 20_514, to: 20_530 },
  { outcome: 'pain', code: 'rounded-needs-whole-points' },
  { outcome: 'pain', code: 'series-too-long', days: 5000, limit: 3660 },
  { outcome: 'pain', code: 'too-many-doses', doses: 20, limit: 12 },
  { outcome: 'pain', code: 'fit-not-converged', frontierMass: 0.2 },
];
for (const refusal of refusals) {
  test(`${refusal.code} is told with its outcome, every number in it and a next step`, () => {
    const told = refusalSentence(refusal);
    assert.match(told, /^No finding for pain\. /);
    assert.ok(told.split('. ').length >= 3, told);
    for (const [key, value] of Object.entries(refusal))
      if (typeof value === 'number' && !['from', 'to', 'frontierMass'].includes(key))
        assert.ok(told.includes(String(value)), told);
  });
}

test('civil days are told as dates', () => {
  assert.match(
    refusalSentence({ outcome: 'pain', code: 'dose-unknown', from: 20_514, to: 20_530 }),
    /2 Mar 2026 to 18 Mar 2026/,
  );
});

const written: readonly [actual: string, expected: string, why: string][] = [
  [outOf100(0.58), 'about 58 in 100', 'a natural frequency'],
  [outOf100(0.001), 'fewer than 1 in 100', 'nothing is impossible'],
  [outOf100(0.9999), 'more than 99 in 100', 'nothing is certain'],
  [hundredths(0.9999), '>99', 'nor in a table'],
  [signed(-0.04, 1), '0.0', 'no negative zero'],
  [signed(-1.14, 1), '\u22121.1', 'a true minus sign'],
  [doseInWords(0.125, 'mg'), '125 ug', 'never three decimals'],
  [doseInWords(0.5, 'mg'), '0.5 mg', 'a leading zero (H1)'],
  [doseInWords(3, 'mg'), '3 mg', 'no trailing zero (H1)'],
  [doseInWords(0, 'mg'), 'no drug', 'zero is no drug'],
  [doseInWords(0, 'none'), 'level 0', 'a level is not a dose'],
  [lowerOrHigher(0.02, SCALE), 'no change', 'nothing is neither lower nor higher'],
  [rangeInWords(-2.61, -1.12, SCALE), '2.6 to 1.1 points lower', 'both ends one way'],
  [rangeInWords(-0.7, 1.2, SCALE), '0.7 points lower to 1.2 points higher', 'across no change'],
];
for (const [actual, expected, why] of written) test(`${expected}: ${why}`, () => assert.equal(actual, expected));

test('days that look clear but not to a sceptic are called inconclusive, with the reason', () => {
  const [first, ...rest] = example.doses;
  assert.ok(first);
  const clear = { ...example, doses: [{ ...first, pBenefit: 0.985 }, ...rest] };
  assert.match(say.doubt(clear) ?? '', /looks better on 1\.5 mg \(about 99 in 100\).*about 66 in 100/);
  assert.match(say.settle(clear), /cannot tell the drug from natural change/);
  assert.equal(say.doubt({ ...clear, grade: 'randomised-blinded' }), undefined);
  assert.equal(say.doubt(example), undefined);
});

test('benefit at one dose does not hide harm at another', () => {
  const last = example.doses.at(-1);
  assert.ok(last);
  const harmed = { ...example, doses: [...example.doses.slice(0, -1), { ...last, mean: 1.6, pBenefit: 0.04 }] };
  assert.match(say.harm(harmed) ?? '', /4\.5 mg: 1\.6 points higher, chance of being worse about 96 in 100/);
  assert.equal(say.harm(example), undefined);
});
