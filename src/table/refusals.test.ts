/** Bad input: each is a refusal that names its line and its column, and has its sentence (H1, H2, H3, H9, H34). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_CHANGED, tableRefusalLines } from '../../web/kit/words/en/table.ts';
import { localDate } from '../base/calendar.ts';
import { type ReadOptions, readDiaryTable } from './read-diary.ts';

const TODAY = localDate(2026, 2, 1);

type Bad = readonly [what: string, lines: readonly string[], faults: readonly string[], options?: ReadOptions];

/** Fault as "code@line:column". */
function refusals(text: string, options: ReadOptions): readonly string[] {
  const read = readDiaryTable(text, options, TODAY);
  if (read.ok) return ['read'];
  for (const line of tableRefusalLines(read.error)) assert.match(line, /^[A-Z"\d].*\.$/s);
  assert.equal(tableRefusalLines(read.error).at(-1), NOTHING_CHANGED);
  return read.error.map((f) => `${f.code}@${'row' in f ? f.row : ''}:${'column' in f ? f.column : ''}`);
}

const H = 'date,dose_mg,pain';
const OK = '2026-01-01,1.5,3';

const bad: readonly Bad[] = [
  // doses
  ['a dose with a decimal comma', [H, OK, '2026-01-02,"4,5",3'], ['dose-separator-ambiguous@3:dose_mg']],
  ['a dose with a decimal comma alone in its file', [H, '2026-01-02,"4,5",3'], ['dose-separator-ambiguous@2:dose_mg']],
  ['an unquoted decimal comma', [H, OK, '2026-01-02,4,5,3'], ['row-ragged@3:']],
  ['a dose of 45 mg', [H, OK, '2026-01-02,45,3'], ['dose-tenfold-slip@3:dose_mg']],
  ['a 50 mg tablet', [H, OK, '2026-01-02,50,3'], ['dose-is-other-therapy@3:dose_mg']],
  ['a dose of 450 mg', [H, OK, '2026-01-02,450,3'], ['dose-too-large@3:dose_mg']],
  ['a volume', [H, OK, '2026-01-02,4.5 mL,3'], ['dose-is-a-volume@3:dose_mg']],
  ['a column of volumes', ['date,ldn_ml,pain', OK], ['dose-is-a-volume@1:ldn_ml']],
  ['a naked decimal', [H, OK, '2026-01-02,.5,3'], ['dose-naked-decimal@3:dose_mg']],
  ['a dose in words', [H, OK, '2026-01-02,one capsule,3'], ['dose-unreadable@3:dose_mg']],
  ['a negative dose', [H, OK, '2026-01-02,-1.5,3'], ['dose-unreadable@3:dose_mg']],
  ['a thousand separator', [H, OK, '2026-01-02,"1,500",3'], ['dose-separator-ambiguous@3:dose_mg']],
  ['micrograms in a milligram column', [H, OK, '2026-01-02,500 ug,3'], ['dose-unit-conflict@3:dose_mg']],
  ['a dose without any unit', ['date,dose,pain', '2025-12-31,0,3', OK], ['dose-unit-missing@3:dose']],
  [
    'one dose without its unit',
    ['date,dose,pain', '2026-01-01,1.5 mg,3', '2026-01-02,3,3'],
    ['dose-unit-missing@3:dose'],
  ],
  ['another unit than the column has', [H, OK], ['dose-unit-disagrees@1:dose_mg'], { doseUnit: 'ug' }],
  ['levels in a column of milligrams', [H, OK], ['dose-unit-disagrees@1:dose_mg'], { doseUnit: 'none' }],
  [
    'a level in words',
    ['date,treatment,pain', '2026-01-01,control,3'],
    ['dose-not-a-level@2:treatment'],
    { dose: 'treatment', doseUnit: 'none' },
  ],
  [
    'a negative level',
    ['date,treatment,pain', '2026-01-01,-1,3'],
    ['dose-not-a-level@2:treatment'],
    { dose: 'treatment', doseUnit: 'none' },
  ],
  [
    'two doses on one day',
    [H.replace('date', 'datetime'), '2026-01-01 08:00,1.5,3', '2026-01-01 20:00,3,4'],
    ['dose-disagrees@3:dose_mg'],
  ],
  [
    'two columns that could hold the dose',
    ['date,dose_mg,ldn_mg,pain', '2026-01-01,1,1,3'],
    ['dose-column-ambiguous@:'],
  ],
  // dates
  ['dates out of order', [H, OK, '2026-01-03,3,3', '2026-01-02,3,3', '2026-01-04,3,3'], ['date-goes-back@4:date']],
  [
    'a jump forward in a file of newest first',
    [H, '2026-01-09,3,3', '2026-01-07,3,3', '2026-01-08,3,3', '2026-01-05,3,3'],
    ['date-goes-back@4:date'],
  ],
  ['a date twice', [H, OK, '2026-01-02,3,3', '2026-01-02,3,4', '2026-01-03,3,3'], ['date-twice@4:date']],
  [
    'a moment twice',
    [H, '2026-01-01 08:00,1.5,3', '2026-01-01 20:00,1.5,3', '2026-01-01 20:00,1.5,3'],
    ['moment-twice@4:date'],
  ],
  [
    'midnight twice: a date with a time nobody meant',
    [H, '2026-01-01 00:00,1.5,3', '2026-01-02 00:00,3,3', '2026-01-02 00:00,3,3'],
    ['date-twice@4:date'],
  ],
  ['a date after today', [H, OK, '2026-02-02,3,3'], ['date-in-future@3:date']],
  ['30 February', [H, OK, '2026-01-31,3,3', '2025-02-30,3,3'], ['date-not-in-calendar@4:date']],
  ['no date', [H, OK, ',3,3'], ['date-missing@3:date']],
  ['a date in words', [H, OK, 'yesterday,3,3'], ['date-unreadable@3:date']],
  ['a year of two digits', [H, OK, '02/01/26,3,3'], ['date-unreadable@3:date']],
  ['a mistyped year', [H, '2006-01-01,1.5,3', '2026-01-02,3,3'], ['date-gap@3:date']],
  ['days and months that cannot be told apart', [H, '01/02/2026,1.5,3'], ['date-order-ambiguous@2:date']],
  [
    'days and months both ways round',
    [H, '13/01/2026,1.5,3', '14/01/2026,1.5,3', '01/15/2026,1.5,3'],
    ['date-order-mixed@4:date'],
  ],
  ['two ways of writing dates', [H, OK, '2026-01-02,3,3', '03.01.2026,3,3'], ['date-style-mixed@4:date']],
  ['a time that no clock shows', [H, OK, '2026-01-02 25:61,3,3'], ['date-unreadable@3:date']],
  // scores
  [
    'a score off the scale',
    [H, OK, '2026-01-02,3,11'],
    ['score-off-scale@3:pain'],
    { scale: { minimum: 0, maximum: 10 } },
  ],
  [
    'a score below the scale',
    [H, OK, '2026-01-02,3,-1'],
    ['score-off-scale@3:pain'],
    { scale: { minimum: 0, maximum: 10 } },
  ],
  ['a score of 11 among scores of 0-10', [H, OK, '2026-01-02,3,11'], ['scale-unclear@3:pain']],
  ['a score beyond 0-100', [H, OK, '2026-01-02,3,101'], ['scale-unknown@3:pain']],
  ['a score in words', [H, OK, '2026-01-02,3,bad'], ['score-unreadable@3:pain']],
  ['a score with a decimal comma', [H, OK, '2026-01-02,3,"3,5"'], ['number-other-separator@3:pain']],
  ['a score with thousands', [H, OK, '2026-01-02,3,"1,234.5"'], ['number-thousands@3:pain']],
  ['an exponent', [H, OK, '2026-01-02,3,1e0'], ['score-unreadable@3:pain']],
  ['no score at all', [H, '2026-01-01,1.5,', '2026-01-02,3,NA'], ['no-scores@:pain'], { outcomes: ['pain'] }],
  [
    '1.500 alone in a file of semicolons',
    ['date;dose_mg;pain', '2026-01-01;3;1.500'],
    ['decimal-separator-ambiguous@2:pain'],
  ],
  [
    'a point in a file of decimal commas',
    ['date;dose_mg;pain', '2026-01-01;1,5;3,5', '2026-01-02;4.5;3'],
    ['dose-separator-ambiguous@3:dose_mg'],
  ],
  // columns and options
  ['an item whose better way nobody knows', ['date,dose_mg,agency', OK], ['direction-unknown@1:agency']],
  ['sleep quality, which could be either', ['date,dose_mg,sleep quality', OK], ['direction-unknown@1:sleep quality']],
  ['a column that is not there', [H, OK], ['column-unknown@:Pain'], { outcomes: ['Pain'] }],
  ['one column for two things', [H, OK], ['column-used-twice@:dose_mg'], { dose: 'dose_mg', outcomes: ['dose_mg'] }],
  ['no date column', ['x,dose_mg,pain', '1,1.5,3'], ['column-missing@:']],
  ['no dose column', ['date,other,pain', OK], ['column-missing@:']],
  ['no score column', ['date,dose_mg,note', '2026-01-01,1.5,fine'], ['column-missing@:']],
  ['a scale upside down', [H, OK], ['scale-empty@:'], { scale: { minimum: 10, maximum: 0 } }],
  ['a worthwhile change off the scale', [H, OK], ['worthwhile-off-scale@:pain'], { worthwhile: 11 }],
  [
    'a capsule column of something else',
    [`${H},capsule`, `${OK},yes`, '2026-01-02,3,3,red'],
    ['capsule-unreadable@3:capsule'],
    { capsule: 'capsule' },
  ],
];
for (const [what, lines, faults, options = {}] of bad)
  test(`refused: ${what}`, () => assert.deepEqual(refusals(lines.join('\n'), options), faults));

test('faults of several columns come together, in the order of their lines', () => {
  const text = [H, OK, '2026-01-03,45,3', '2026-01-02,3,bad', '2027-01-01,4.5 mL,3'].join('\n');
  assert.deepEqual(refusals(text, {}), [
    'dose-tenfold-slip@3:dose_mg',
    'date-goes-back@4:date',
    'score-unreadable@4:pain',
    'date-in-future@5:date',
    'dose-is-a-volume@5:dose_mg',
  ]);
});

test('a cell is quoted in full up to 40 characters, and on one line', () => {
  const read = readDiaryTable([H, OK, `2026-01-02,3,"${'long\n'.repeat(30)}"`].join('\n'), {}, TODAY);
  assert.ok(!read.ok);
  const [fault] = read.error;
  assert.ok(fault && 'cell' in fault);
  assert.equal(fault.cell, 'long long long long long long long long…');
});
