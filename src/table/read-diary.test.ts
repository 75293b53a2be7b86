import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { statedSentence } from '../../web/kit/words/en/table-stated.ts';
import { formatLocalDate, localDate } from '../base/calendar.ts';
import type { Diary } from '../trial/diary.ts';
import type { Stated } from './fault.ts';
import { preview } from './preview.ts';
import { type ReadDiary, type ReadOptions, readDiaryTable } from './read-diary.ts';

const TODAY = localDate(2026, 11, 22);

function read(lines: readonly string[], options: ReadOptions = {}): ReadDiary {
  const result = readDiaryTable(lines.join('\n'), options, TODAY);
  assert.ok(result.ok, JSON.stringify(result));
  for (const stated of result.value.stated) assert.match(statedSentence(stated), /^["A-Z\d].*\.$/);
  return result.value;
}

/** "2026-01-01 1500 pain=3": one text a day. */
function days({ days }: Diary): readonly string[] {
  return days.map(({ date, taken, capsule, scores }) => {
    const said = Object.entries(scores).map(([id, s]) => `${id}=${s.kind === 'value' ? s.value : s.kind}`);
    return [formatLocalDate(date), taken ?? '?', ...(capsule === undefined ? [] : [capsule]), ...said].join(' ');
  });
}

function stated<C extends Stated['code']>({ stated }: ReadDiary, code: C): readonly Stated[] {
  return stated.filter((s) => s.code === code);
}

test('a plain diary is read, doses in whole micrograms', () => {
  const { diary, columns } = read([
    'date,dose_mg,pain,fatigue',
    '2026-01-01,0,7,8',
    '2026-01-02,1.5,6,8',
    '2026-01-03,0.125,,',
  ]);
  assert.deepEqual(days(diary), [
    '2026-01-01 0 pain=7 fatigue=8',
    '2026-01-02 1500 pain=6 fatigue=8',
    '2026-01-03 125 pain=not-asked fatigue=not-asked',
  ]);
  assert.equal(diary.unit, 'ug');
  assert.deepEqual(columns, { date: 'date', dose: 'dose_mg', outcomes: ['pain', 'fatigue'] });
});

test('value, 0, "skipped", "too ill" and blank stay apart', () => {
  const cells = ['0', 'skipped', 'Too ill', 'too-ill', '', 'NA', '3', '4'];
  const rows = cells.map((cell, i) => `2026-01-0${i + 1},1.5,${cell}`);
  const { diary, ...rest } = read(['date,dose_mg,pain', ...rows]);
  assert.deepEqual(
    diary.days.map(({ scores }) => scores.pain),
    [
      { kind: 'value', value: 0 },
      { kind: 'skipped' },
      { kind: 'too-ill' },
      { kind: 'too-ill' },
      { kind: 'not-asked' },
      { kind: 'not-asked' },
      { kind: 'value', value: 3 },
      { kind: 'value', value: 4 },
    ],
  );
  assert.deepEqual(stated({ diary, ...rest }, 'missing-markers'), [
    {
      code: 'missing-markers',
      markers: [
        { text: '', count: 1 },
        { text: 'NA', count: 1 },
      ],
    },
  ]);
});

const units: readonly [header: string, cell: string, options: ReadOptions, micrograms: number][] = [
  ['dose_mg', '4.5', {}, 4500],
  ['dose (mg)', '4.50', {}, 4500],
  ['Dose [ug]', '500', {}, 500],
  ['doseUg', '1500.0', {}, 1500],
  ['LDN mcg', '750', {}, 750],
  ['dose', '4.5 mg', {}, 4500],
  ['dose', '500 µg', {}, 500],
  ['dose', '500 μg', {}, 500],
  ['dose', '4.5', { doseUnit: 'mg' }, 4500],
  ['dose_mg', '4.5 mg', { doseUnit: 'mg' }, 4500],
  ['dose', '0', {}, 0],
  ['dose_mg', '0.0', {}, 0],
];
for (const [header, cell, options, micrograms] of units) {
  test(`"${cell}" under "${header}" is ${micrograms} micrograms`, () => {
    assert.equal(read([`date,${header},pain`, `2026-01-01,${cell},3`], options).diary.days[0]?.taken, micrograms);
  });
}

test('treatment levels need no unit', () => {
  const { diary } = read(['date,arm,pain', '2026-01-01,0,3', '2026-01-02,1.5,3', '2026-01-03,,3'], {
    dose: 'arm',
    doseUnit: 'none',
  });
  assert.equal(diary.unit, 'none');
  assert.deepEqual(days(diary), ['2026-01-01 0 pain=3', '2026-01-02 1.5 pain=3', '2026-01-03 ? pain=3']);
});

test('semicolons and decimal commas are found and stated', () => {
  const result = read(['Datum;Dosis (mg);pain', '13.01.2026;4,5;3', '14.01.2026;1,5;3,5']);
  assert.deepEqual(days(result.diary), ['2026-01-13 4500 pain=3', '2026-01-14 1500 pain=3.5']);
  assert.deepEqual(stated(result, 'delimiter'), [{ code: 'delimiter', delimiter: ';' }]);
  assert.deepEqual(stated(result, 'decimal-separator'), [{ code: 'decimal-separator', separator: ',' }]);
  assert.deepEqual(stated(result, 'date-order'), [{ code: 'date-order', order: 'dmy', column: 'Datum' }]);
});

const orders: readonly [cells: readonly [string, string], order: string][] = [
  [['2026-01-12', '2026-01-13'], 'ymd'],
  [['2026/1/12', '2026/1/13'], 'ymd'],
  [['2026-01-12T23:59:59.999Z', '2026-01-13T00:00:00+14:00'], 'ymd'],
  [['2026-01-12 11:59 PM', '2026-01-13 1:00 am'], 'ymd'],
  [['12.01.2026', '13.01.2026'], 'dmy'],
  [['12. 1. 2026', '13. 1. 2026 08:00'], 'dmy'],
  [['12/01/2026', '13/01/2026'], 'dmy'],
  [['12-1-2026', '13-1-2026'], 'dmy'],
  [['01/12/2026', '01/13/2026'], 'mdy'],
  [['1/12/2026 9:30:00 AM', '1/13/2026 9:30:00 PM'], 'mdy'],
];
for (const [cells, order] of orders) {
  test(`${cells.join(' and ')} are 12 and 13 January, ${order}, in any time zone`, () => {
    const result = read(['date,dose_mg,pain', ...cells.map((cell) => `${cell},1.5,3`)]);
    assert.deepEqual(
      result.diary.days.map(({ date }) => formatLocalDate(date)),
      ['2026-01-12', '2026-01-13'],
    );
    assert.deepEqual(stated(result, 'date-order'), [{ code: 'date-order', order, column: 'date' }]);
  });
}

test('a file of newest first is put in order, and that is stated', () => {
  const result = read(['date,dose_mg,pain', '2026-01-05,3,1', '2026-01-03,3,2', '2026-01-02,1.5,3']);
  assert.deepEqual(days(result.diary), ['2026-01-02 1500 pain=3', '2026-01-03 3000 pain=2', '2026-01-05 3000 pain=1']);
  assert.equal(stated(result, 'newest-first').length, 1);
});

test('several rows a day are averaged where rows have times; a word counts only where no number stands', () => {
  const result = read([
    'datetime,dose_mg,pain,fatigue',
    '2026-01-01 08:00,1.5,3,skipped',
    '2026-01-01 20:00,,4,too ill',
    '2026-01-02 08:00,1.5,skipped,skipped',
    '2026-01-02 20:00,1.5,8,',
    '2026-01-03 08:00,1.5,8,5',
  ]);
  assert.deepEqual(days(result.diary), [
    '2026-01-01 1500 pain=3.5 fatigue=too-ill',
    '2026-01-02 1500 pain=8 fatigue=skipped',
    '2026-01-03 1500 pain=8 fatigue=5',
  ]);
  assert.deepEqual(stated(result, 'rows-averaged'), [{ code: 'rows-averaged', days: 2, median: 2, most: 2 }]);
});

test('several rows a day are averaged in a file of bare dates that is kept so throughout', () => {
  const rows = ['2026-01-01', '2026-01-01', '2026-01-02', '2026-01-02', '2026-01-03'].map((d, i) => `${d},1.5,${i}`);
  assert.deepEqual(days(read(['date,dose_mg,pain', ...rows]).diary), [
    '2026-01-01 1500 pain=0.5',
    '2026-01-02 1500 pain=2.5',
    '2026-01-03 1500 pain=4',
  ]);
});

test('a scale is taken from the values only where it is plain, and stated', () => {
  const result = read(['date,dose_mg,pain,mood', '2026-01-01,0,3,55', '2026-01-02,0,4,60']);
  assert.deepEqual(stated(result, 'scale'), [
    { code: 'scale', column: 'pain', minimum: 0, maximum: 10, reason: 'all-within-10' },
    { code: 'scale', column: 'mood', minimum: 0, maximum: 100, reason: 'all-within-100' },
  ]);
  assert.deepEqual(
    result.diary.outcomes.map(({ id, better, worthwhile }) => [id, better, worthwhile]),
    [
      ['pain', 'lower', 1],
      ['mood', 'higher', 10],
    ],
  );
});

test('what a person says goes before what is found', () => {
  const options: ReadOptions = {
    scale: { minimum: 0, maximum: 4 },
    better: 'higher',
    worthwhile: 0.5,
    outcomes: ['pain'],
  };
  const [outcome] = read(['date,dose_mg,pain', '2026-01-01,0,3'], options).diary.outcomes;
  assert.deepEqual(outcome, { id: 'pain', label: 'pain', scale: options.scale, better: 'higher', worthwhile: 0.5 });
});

test('a capsule column is read beside the dose', () => {
  const rows = ['2026-01-01,0,1,3', '2026-01-02,3,yes,3', '2026-01-03,0,No,3', '2026-01-04,0,,3'];
  const { diary, columns } = read(['date,dose_mg,capsule,pain', ...rows]);
  assert.deepEqual(
    diary.days.map(({ capsule }) => capsule),
    [true, true, false, undefined],
  );
  assert.equal(columns.capsule, 'capsule');
});

test('columns that are no scores are left out with the reason', () => {
  const rows = Array.from({ length: 9 }, (_, i) => `${i + 1},2026-01-0${i + 1},1.5,3,5,walked,4000,${i},,2026-01-01`);
  const result = read(['study_day,date,dose_mg,pain,agency,note,walk,n,blank,typed', ...rows]);
  assert.deepEqual(stated(result, 'column-left-out'), [
    { code: 'column-left-out', column: 'agency', reason: 'direction-unknown' },
    { code: 'column-left-out', column: 'study_day', reason: 'name-is-no-score' },
    { code: 'column-left-out', column: 'note', reason: 'not-numbers' },
    { code: 'column-left-out', column: 'walk', reason: 'beyond-0-100' },
    { code: 'column-left-out', column: 'n', reason: 'counts-up' },
    { code: 'column-left-out', column: 'blank', reason: 'no-entries' },
    { code: 'column-left-out', column: 'typed', reason: 'cells-are-dates' },
  ]);
});

test('a preview shows the first eight rows and proposes the columns with reasons', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `2026-01-${String(i + 1).padStart(2, '0')};1,5;3`);
  const shown = preview(['date;dose_mg;pain', ...rows].join('\r\n'));
  assert.ok(shown.ok);
  assert.deepEqual(shown.value.rows[7], { line: 9, cells: ['2026-01-08', '1,5', '3'] });
  assert.deepEqual(
    { ...shown.value, rows: shown.value.rows.length },
    {
      delimiter: ';',
      header: ['date', 'dose_mg', 'pain'],
      rows: 8,
      rowCount: 20,
      proposal: {
        date: { column: 'date', reason: 'cells-are-dates' },
        dose: { column: 'dose_mg', reason: 'name-says-dose' },
        doseCandidates: [],
        doseUnit: 'mg',
        outcomes: [{ column: 'pain', reason: 'cells-are-scores' }],
        leftOut: [],
      },
    },
  );
});

test('the example in docs/formats/diary-csv.md is read as the document says', () => {
  const page = readFileSync(new URL('../../docs/formats/diary-csv.md', import.meta.url), 'utf8');
  const example = /```csv\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  assert.deepEqual(days(read(example.split('\n')).diary), [
    '2026-01-01 0 pain=7 fatigue=8 sleep=6',
    '2026-01-02 0 pain=6 fatigue=8 sleep=skipped',
    '2026-01-03 1500 pain=too-ill fatigue=too-ill sleep=too-ill',
    '2026-01-04 1500 pain=6 fatigue=7 sleep=not-asked',
  ]);
});

const MELATONIN = new URL('../../../shared/data/nof1kit_melatonin/melatonin_ema.csv', import.meta.url);
const absent = existsSync(MELATONIN) ? false : 'the melatonin diary (nof1kit, MIT) is not on this machine';

test('a real diary of three prompts a day reads as 71 days, its means those its author computed', {
  skip: absent,
}, () => {
  const text = readFileSync(MELATONIN, 'utf8');
  const options: ReadOptions = {
    date: 'datetime',
    dose: 'melatonin',
    doseUnit: 'none',
    outcomes: ['mood'],
    scale: { minimum: 0, maximum: 100 },
    better: 'higher',
  };
  const result = read(text.split('\n'), options);
  assert.equal(result.diary.days.length, 71);
  assert.deepEqual(stated(result, 'rows-averaged'), [{ code: 'rows-averaged', days: 69, median: 3, most: 3 }]);
  assert.deepEqual([...new Set(result.diary.days.map(({ taken }) => taken))].sort(), [0, 1]);

  const means = new Map(result.diary.days.map(({ date, scores }) => [formatLocalDate(date), scores.mood]));
  const published = text
    .split('\n')
    .map((line) => line.trim().split(','))
    .filter((cells) => /^\d/.test(cells[8] ?? ''));
  const different = published.filter(([, date = '', , , , , , , mean]) => {
    const score = means.get(date);
    return score?.kind !== 'value' || Math.abs(score.value - Number(mean)) > 0.005 + 1e-9;
  });
  assert.ok(published.length >= 65);
  assert.deepEqual(different, []);
});
