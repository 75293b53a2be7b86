/** Every question and every finding that the rules can make is told in a sentence, with its numbers and days (H4, H37). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodedFinding } from '../../../../src/medicine/screening/rules.ts';
import { type Answer, QUESTIONS, type Question } from '../../../../src/medicine/screening/screening.ts';
import { ago, answered, ask, clear, medicine, NO, stopped } from '../../../../test/screening/asked-case.ts';
import { FINDING_CODES, findingSentence, QUESTION_WORDS, rescreenSentence, UNRESOLVED_WORDS } from './screening.ts';

const all = (answer: Answer): Record<Question, Answer> =>
  Object.fromEntries(QUESTIONS.map((question) => [question, answer])) as Record<Question, Answer>;
const TEXTS = [
  ...['tramadol', 'methadone', 'MS Contin', 'Sublocade', 'Sevredol', 'LDN', 'Vivitrol', 'Revia', 'Selincro', 'Narcan'],
  ...[
    'Relistor',
    'Antabuse',
    'levothyroxine',
    'azathioprine',
    'ibuprofen',
    'Imodium',
    'Lomotil',
    'Viberzi',
    'DXM',
    'Zzyx',
  ],
];
const USES = [
  {},
  { beyondLabel: false },
  { use: { kind: 'unknown' } as const },
  stopped(-1),
  stopped(3, { beyondLabel: true }),
  stopped(3, { chronic: true }),
  { use: { kind: 'stopped', lastTaken: ago(3) } as const },
];
const some = (planned: number): ReturnType<typeof answered> =>
  answered({ 'operation-planned-within-14-days': 'yes' }, { operationOn: ago(planned), on: ago(5) });
const found: readonly CodedFinding[] = [
  ...TEXTS.flatMap((text) =>
    USES.map((more) => ask({ medicines: [medicine(text, more)], answers: answered(all('yes')) })),
  ),
  ask({ medicines: [medicine('tramadol', stopped(3))], research: true }),
  ask({ answers: { ...clear, answers: all('unknown') } }),
  ask({ answers: { ...clear, answers: { ...all('yes'), adult: 'no' } } }),
  ask({ answers: undefined }),
  ask({ answers: { ...clear, on: ago(-2) } }),
  ask({ answers: { ...clear, on: ago(50) } }),
  ask({ answers: some(-10) }),
  ask({ answers: some(-1) }),
  ask({ answers: some(1) }),
  ...[4, 6, Number.NaN].map((liverTimesUpperLimit) => ask({ answers: { ...clear, liverTimesUpperLimit } })),
  ...[20, Number.NaN].map((egfr) => ask({ answers: { ...clear, egfr } })),
  ask({ answers: { on: clear.on, answers: NO } }),
  ask({ day: ago(-900) }),
].flatMap(({ findings }) => findings);

test('together the cases of this file make every finding there is', () => {
  const made = new Set<string>(found.map(({ code }) => code));
  assert.deepEqual(
    FINDING_CODES.filter((code) => !made.has(code)),
    [],
  );
});

test('every finding is a whole sentence with everything it is about, and no advice', () => {
  for (const finding of found) {
    const said = findingSentence(finding);
    assert.match(said, /^["A-Z\w].*[.?]$/, said);
    assert.doesNotMatch(
      said,
      /undefined|NaN|null|not known\.$|\b(?:should|must|we recommend|try)\b|no words for/,
      said,
    );
    const { text, times, egfr, days, ageDays } = finding.about;
    for (const part of [text, times, egfr, days, ageDays])
      if (part !== undefined) assert.ok(said.includes(String(part)), `${said} lacks ${part}`);
  }
});

test('days are told as dates', () => {
  const [finding] = ask({ medicines: [medicine('tramadol', stopped(3, { form: 'immediate-release' }))] }).findings;
  assert.ok(finding);
  assert.equal(
    findingSentence(finding),
    '"tramadol" was last taken on 28 Nov 2026. It is a short-acting opioid. 10 whole days without it are needed: clear from 9 Dec 2026.',
  );
});

test('every question is one a patient can answer with yes, no or not known', () => {
  for (const question of QUESTIONS) assert.match(QUESTION_WORDS[question], /^(?:Are|Do|Did|Have|Is) .*\?/);
});

test('a finding of a version to come is told as such and never as nothing', () => {
  for (const code of ['some-new-rule', 'toString', '__proto__'])
    assert.equal(findingSentence({ code, about: {} }), 'Screening found something that this version has no words for.');
});

test('why a medicine was not recognised stands in its sentence', () => {
  const [finding] = ask({ medicines: [medicine('paracetamol 500/30')] }).findings;
  assert.ok(finding && findingSentence(finding).includes(UNRESOLVED_WORDS['more-strengths-than-names']));
  assert.match(rescreenSentence({ code: 'screen-monthly' }), /month/);
});
