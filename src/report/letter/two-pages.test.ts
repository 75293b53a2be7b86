/** Two pages, whatever the case: from a first day to years with too much of everything, in both languages. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PATIENT, WEEKLY } from '../../../test/records/case-maker.ts';
import { baselineEvents, courseEvents, factsOf } from '../../../test/report/letter-case.ts';
import { letterWords as german } from '../../../web/kit/words/de/letter.ts';
import { letterWords as english } from '../../../web/kit/words/en/letter.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { typstTypesetter } from '../../platform/typst.ts';
import { type LetterFacts, letterOf, ROOM } from './letter.ts';
import { typstOf } from './typst.ts';

const typesetter = typstTypesetter();
after(() => typesetter.close());

const COURSE = factsOf('course', courseEvents('responder', 100));
const REQUEST = factsOf('request', baselineEvents(28));

const manyFindings = (long: string) =>
  Array.from(
    { length: 40 },
    (_, i) =>
      ({
        key: `${i}`,
        rule: 'S2',
        severity: 'hard',
        code: 'washout-short',
        overridable: false,
        about: { text: long, ingredient: long, lastTaken: '2026-01-01', clearFrom: '2026-01-11', days: 10 },
      }) as const,
  );

/** Long texts, many of everything, in a case of two years. */
function longest(): LetterFacts {
  const facts = factsOf('course', courseEvents('responder', 290));
  const long = 'Wörter mit Ω und mehr '.repeat(20);
  const { state } = facts;
  const effects = Array.from(
    { length: 40 },
    (_, i) => ({ name: `${i} ${long}`, grade: 3, since: (facts.day - i) as LocalDate }) as const,
  );
  const plans = state.plans.map((plan) => ({
    ...plan,
    prescribedBy: long,
    transcribed: true,
    content: {
      ...WEEKLY,
      steps: Array.from({ length: 40 }, (_, i) => ({
        dose: WEEKLY.steps[i % 3]?.dose ?? WEEKLY.ceiling,
        minimumDays: 7,
      })),
    },
  }));
  const flags = Array.from(
    { length: 9 },
    (_, i) => ({ entry: `${i}`, rule: 'withdrawal-signs', date: facts.day }) as never,
  );
  const moves = Array.from(
    { length: 60 },
    (_, i) =>
      ({
        plan: plans[0]?.plan,
        move: 'hold',
        to: i % 3,
        dose: 0,
        on: (facts.day - 240 + i * 4) as LocalDate,
        decidedBy: PATIENT,
      }) as never,
  );
  const laboratory = Array.from({ length: 9 }, () => ({ test: long, askedOn: facts.day }));
  const { analysis } = COURSE;
  const full = {
    ...state,
    label: long,
    indications: Array.from({ length: 20 }, () => long),
    sideEffects: effects,
    plans,
    moves,
    redFlags: flags,
    laboratory,
  };
  return {
    ...facts,
    state: full,
    screening: { ...facts.screening, findings: manyFindings(long) },
    ...(analysis ? { analysis } : {}),
    patientName: 'x'.repeat(200),
    addressee: 'y'.repeat(200),
    clinic: long,
    synthetic: true,
  };
}

function longestRequest(): LetterFacts {
  const facts = factsOf('request', baselineEvents(90));
  const long = 'Medikament mit langem Namen '.repeat(20);
  const medicines = Array.from(
    { length: 40 },
    (_, i) => ({ id: `${i}`, text: long, form: 'unknown', use: { kind: 'stopped', lastTaken: facts.day } }) as never,
  );
  return {
    ...facts,
    state: { ...facts.state, medicines, indications: [long, long, long, long] },
    screening: { ...facts.screening, findings: manyFindings(long) },
  };
}

const CASES: readonly (readonly [string, LetterFacts])[] = [
  [
    'the first day of a plan',
    factsOf(
      'course',
      courseEvents('responder', 7).filter(({ kind }) => kind === 'plan-signed'),
    ),
  ],
  ['a hundred days', COURSE],
  ['a case with too much of everything', longest()],
  ['a request without a single day', factsOf('request', [])],
  ['a request with four weeks', REQUEST],
  ['a request with too many medicines and findings', longestRequest()],
];
for (const [name, facts] of CASES)
  for (const words of [english, german])
    test(`${words.language}: ${name} fills two pages, no more and no less`, async () => {
      const sources = ROOM.map((room) => typstOf(letterOf(facts, words, room)));
      assert.ok((await typesetter.typeset(sources, 2)).length > 10_000);
    });

test('what is left out is said to be left out', () => {
  const text = typstOf(letterOf(longest(), english, ROOM[3]));
  assert.match(text, /\d+ more are left out here/);
});
