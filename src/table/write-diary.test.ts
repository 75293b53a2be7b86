import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatLocalDate, type LocalDate, localDate } from '../base/calendar.ts';
import { LDN_MINIMUM, SITE_MAXIMUM } from '../medicine/ldn-range.ts';
import { checkDiary, type Diary, type DiaryDay, type ExposureUnit, type Score } from '../trial/diary.ts';
import { checkOutcome } from '../trial/outcome.ts';
import { readDiaryTable } from './read-diary.ts';
import { writeDiaryCsv } from './write-diary.ts';

const TODAY = localDate(2026, 11, 22);
const SCALE = { minimum: 0, maximum: 10 };

const score: fc.Arbitrary<Score> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 10 }).map((value): Score => ({ kind: 'value', value })) },
  fc.double({ min: 0, max: 10, noNaN: true }).map((x): Score => ({ kind: 'value', value: x < 1e-9 ? 0 : x })),
  fc.constantFrom<Score[]>({ kind: 'skipped' }, { kind: 'too-ill' }, { kind: 'not-asked' }),
);
const id = fc
  .string({ unit: fc.constantFrom(...'pain mood,;"\n|éµ_1'), minLength: 1, maxLength: 12 })
  .filter((text) => text === text.trim() && text !== '');
const micrograms = fc.oneof(fc.constant(0), fc.integer({ min: LDN_MINIMUM, max: SITE_MAXIMUM }));
const milligramSteps = fc.constantFrom(0, 500, 750, 1500, 3000, 4500, 6000);
const level = fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: 1e-6, max: 100, noNaN: true }));

/** Days without long gaps, with at least one value for every outcome. */
function diaryOf(unit: ExposureUnit, taken: fc.Arbitrary<number>): fc.Arbitrary<Diary> {
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
  return ids.chain((names) => {
    const day = fc.record({
      gap: fc.integer({ min: 1, max: 9 }),
      taken: fc.option(taken, { nil: undefined }),
      capsule: fc.option(fc.boolean(), { nil: undefined }),
      scores: fc.tuple(...names.map(() => score)),
    });
    return fc.array(day, { minLength: 1, maxLength: 12 }).map((rows) => {
      let date = localDate(2026, 1, 1);
      const days = rows.map((row, i): DiaryDay => {
        date = (date + row.gap) as LocalDate;
        const said = names.map((name, k) => [name, i === 0 ? { kind: 'value', value: 5 } : row.scores[k]] as const);
        return {
          date,
          ...(row.taken === undefined ? {} : { taken: row.taken }),
          ...(row.capsule === undefined ? {} : { capsule: row.capsule }),
          scores: Object.fromEntries(said) as DiaryDay['scores'],
        };
      });
      const outcomes = names.flatMap((name) => {
        const outcome = checkOutcome({ id: name, label: name, scale: SCALE, better: 'lower', worthwhile: 1 });
        return outcome.ok ? [outcome.value] : [];
      });
      const diary = checkDiary({ unit, outcomes, days });
      if (!diary.ok) throw new RangeError(JSON.stringify(diary.error));
      return diary.value;
    });
  });
}

function assertReadsBack(diary: Diary): void {
  const hasCapsule = diary.days.some(({ capsule }) => capsule !== undefined);
  const back = readDiaryTable(
    writeDiaryCsv(diary),
    {
      date: 'date',
      dose:
        diary.unit === 'none' ? 'treatment' : diary.days.some(({ taken = 0 }) => taken % 10) ? 'dose_ug' : 'dose_mg',
      ...(diary.unit === 'none' ? { doseUnit: 'none' } : {}),
      ...(hasCapsule ? { capsule: 'capsule' } : {}),
      outcomes: diary.outcomes.map((outcome) => outcome.id),
      scale: SCALE,
      better: 'lower',
      worthwhile: 1,
    },
    TODAY,
  );
  assert.ok(back.ok, JSON.stringify(back));
  assert.deepEqual(JSON.parse(JSON.stringify(back.value.diary)), JSON.parse(JSON.stringify(diary)));
}

const kinds: readonly [what: string, unit: ExposureUnit, taken: fc.Arbitrary<number>][] = [
  ['micrograms', 'ug', micrograms],
  ['the usual steps in milligrams', 'ug', milligramSteps],
  ['treatment levels', 'none', level],
];
for (const [what, unit, taken] of kinds) {
  test(`a diary of ${what} reads back equal`, () => {
    fc.assert(fc.property(diaryOf(unit, taken), assertReadsBack), { seed: 20240501, numRuns: 400 });
  });
}

test('a written diary is a table any program reads: ISO dates, milligrams, a word or a blank where there is no score', () => {
  const outcome = checkOutcome({ id: 'date', label: 'date', scale: SCALE, better: 'lower', worthwhile: 1 });
  assert.ok(outcome.ok);
  const date = localDate(2026, 1, 1);
  const day = (n: number, taken: number, said: Score): DiaryDay => ({
    date: (date + n) as LocalDate,
    taken,
    scores: { date: said },
  });
  const diary = checkDiary({
    unit: 'ug',
    outcomes: [outcome.value],
    days: [
      day(0, 0, { kind: 'value', value: 3.125 }),
      day(1, 4500, { kind: 'too-ill' }),
      day(2, 750, { kind: 'skipped' }),
      { date: (date + 3) as LocalDate, scores: {} },
    ],
  });
  assert.ok(diary.ok);
  assert.equal(formatLocalDate(date), '2026-01-01');
  assert.equal(
    writeDiaryCsv(diary.value),
    'date_,dose_mg,date\n2026-01-01,0,3.1250\n2026-01-02,4.5,too ill\n2026-01-03,0.75,skipped\n2026-01-04,,\n',
  );
});
