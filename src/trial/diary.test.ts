import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LocalDate } from '../base/calendar.ts';
import { checkDiary, type DiaryDay, type DraftDiary, type Score } from './diary.ts';
import { DAILY_OUTCOMES } from './outcome.ts';

function day(date: number, rest: Omit<DiaryDay, 'date' | 'scores'> & { readonly pain?: Score } = {}): DiaryDay {
  const { pain, ...others } = rest;
  return { date: date as LocalDate, ...others, scores: pain ? { pain } : {} };
}

function diary(days: readonly DiaryDay[], unit: DraftDiary['unit'] = 'ug'): DraftDiary {
  return { unit, outcomes: DAILY_OUTCOMES, days };
}

test('a score of 0, a skipped item, "too ill" and an item nobody asked stay four things', () => {
  const kinds: readonly Score[] = [
    { kind: 'value', value: 0 },
    { kind: 'skipped' },
    { kind: 'too-ill' },
    { kind: 'not-asked' },
  ];
  const checked = checkDiary(diary(kinds.map((pain, i) => day(i, { pain }))));
  assert.ok(checked.ok);
  assert.deepEqual(
    checked.value.days.map(({ scores }) => scores.pain),
    kinds,
  );
});

test('a dose of 0 and a dose not recorded stay two things, and so do no capsule and no entry', () => {
  const checked = checkDiary(diary([day(1, { taken: 0, capsule: false }), day(2)]));
  assert.ok(checked.ok);
  assert.deepEqual(checked.value.days, [
    { date: 1, taken: 0, capsule: false, scores: {} },
    { date: 2, scores: {} },
  ]);
});

test('days in any order come back in order of date, and the draft is left as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -40_000, max: 40_000 }), { minLength: 1, maxLength: 30 }), (dates) => {
      const draft = diary(dates.map((date) => day(date)));
      const checked = checkDiary(draft);
      assert.ok(checked.ok);
      assert.deepEqual(
        checked.value.days.map(({ date }) => date),
        dates.toSorted((a, b) => a - b),
      );
      assert.deepEqual(
        draft.days.map(({ date }) => date),
        dates,
      );
    }),
    { seed: 20240501, numRuns: 300 },
  );
});

const refused: readonly [why: string, draft: DraftDiary, faults: readonly object[]][] = [
  ['no day at all', diary([]), [{ code: 'diary-empty' }]],
  ['a date twice', diary([day(3), day(1), day(3)]), [{ code: 'date-twice', date: 3 }]],
  ['a date that is half a day', diary([day(1.5)]), [{ code: 'date-not-a-day', date: 1.5 }]],
  ['half a microgram', diary([day(1, { taken: 0.5 })]), [{ code: 'dose-not-exact', date: 1, taken: 0.5 }]],
  ['a negative dose', diary([day(1, { taken: -1 })]), [{ code: 'dose-not-exact', date: 1, taken: -1 }]],
  ['a negative level', diary([day(1, { taken: -1 })], 'none'), [{ code: 'dose-not-exact', date: 1, taken: -1 }]],
  [
    'a level without end',
    diary([day(1, { taken: Number.POSITIVE_INFINITY })], 'none'),
    [{ code: 'dose-not-exact', date: 1, taken: Number.POSITIVE_INFINITY }],
  ],
  [
    'scores off the scale',
    diary([day(2, { pain: { kind: 'value', value: 11 } }), day(1, { pain: { kind: 'value', value: -1 } })]),
    [
      { code: 'score-off-scale', date: 1, outcome: 'pain', value: -1 },
      { code: 'score-off-scale', date: 2, outcome: 'pain', value: 11 },
    ],
  ],
  [
    'a score that is not a number',
    diary([day(1, { pain: { kind: 'value', value: Number.NaN } })]),
    [{ code: 'score-off-scale', date: 1, outcome: 'pain', value: Number.NaN }],
  ],
  [
    'two outcomes of one name',
    { ...diary([day(1)]), outcomes: [...DAILY_OUTCOMES, ...DAILY_OUTCOMES.slice(0, 1)] },
    [{ code: 'outcome-twice', outcome: 'pain' }],
  ],
];
for (const [why, draft, faults] of refused) {
  test(`${why} is refused`, () => assert.deepEqual(checkDiary(draft), { ok: false, error: faults }));
}

test('a treatment level may be a fraction where the unit is none', () => {
  assert.equal(checkDiary(diary([day(1, { taken: 0.5 })], 'none')).ok, true);
});
