/**
 * Why a file was not read, in plain English.
 *
 * Each refusal names its line and column, and the next step. That nothing was kept or changed is said once for the whole
 * list (`NOTHING_CHANGED`). A new code in src/table/fault.ts does not compile until it has its sentence here.
 */
import type {
  ColumnRole,
  Delimiter,
  DiaryDoseUnit,
  FileFault,
  Place,
  TableFault,
} from '../../../../src/table/fault.ts';
import type { FaultWords, WordsFor } from '../table.ts';
import { longDate } from './number.ts';

/** Stands once under every list of refusals: what was kept. */
export const NOTHING_CHANGED = 'Nothing was taken from this file, and the file itself was not changed.';

type Code = TableFault['code'];
type DateCode = Extract<Code, `date-${string}` | 'moment-twice'>;
type DoseCode = Extract<Code, `dose-${string}` | `capsule-${string}`>;
type WordsOf<C extends Code> = Pick<WordsFor<TableFault, FaultWords>, C>;

const at = ({ row, column, cell }: Place): string =>
  cell === '' ? `Line ${row}, column "${column}", is blank` : `Line ${row}, column "${column}", says "${cell}"`;
const say = (happened: string, next: string): FaultWords => ({ happened, next });
const list = (names: readonly string[]): string =>
  names
    .slice(0, 30)
    .map((name) => `"${name}"`)
    .join(', ');
/** 2000000 as "2 000 000". */
export const whole = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');

export const DELIMITER_NAME: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};
export const UNIT_NAME: Readonly<Record<DiaryDoseUnit, string>> = {
  mg: 'milligrams',
  ug: 'micrograms',
  none: 'treatment levels without a unit',
};
export const ROLE_NAME: Readonly<Record<ColumnRole, string>> = {
  date: 'the date',
  dose: 'the dose',
  capsule: 'whether a capsule was taken',
  outcome: 'a score',
};
const ROLE_OPTION: Readonly<Record<ColumnRole, string>> = {
  date: '--date',
  dose: '--dose',
  capsule: '--capsule',
  outcome: '--outcome',
};

const CORRECT_CELL = 'Correct this cell and try again.';
const ISO = 'Write dates as 2026-03-29.';

const DATE: WordsOf<DateCode> = {
  'date-missing': (f) => say(`${at(f)}, so the row belongs to no day.`, 'Give it its date, or delete the row.'),
  'date-unreadable': (f) => say(`${at(f)}, which is not read as a date.`, `${ISO} A time of day may follow.`),
  'date-not-in-calendar': (f) => say(`${at(f)}, and the calendar has no such day.`, CORRECT_CELL),
  'date-style-mixed': (f) =>
    say(`${at(f)}, but most dates of this file are written another way.`, `Write all dates alike. ${ISO}`),
  'date-order-mixed': (f) =>
    say(
      `${at(f)}: here the day and the month stand the other way round than elsewhere in the file.`,
      `Write all dates alike. ${ISO}`,
    ),
  'date-order-ambiguous': (f) =>
    say(`${at(f)}. No date in the file has a day above 12, so day and month cannot be told apart.`, ISO),
  'date-in-future': (f) => say(`${at(f)}, which is after today, ${longDate(f.today)}.`, CORRECT_CELL),
  'date-goes-back': (f) =>
    say(
      `${at(f)}, but the row before it is ${longDate(f.previous)}: the rows are out of order.`,
      'Correct the date, or sort the file by date.',
    ),
  'date-gap': (f) =>
    say(
      `${at(f)}, more than a year after the day before it, ${longDate(f.previous)}.`,
      'Correct the year, or put the two stretches into two files.',
    ),
  'date-twice': (f) =>
    say(
      `${at(f)}, a day that line ${f.firstRow} already has.`,
      'Keep one row for the day, or correct one of the dates.',
    ),
  'moment-twice': (f) =>
    say(
      `${at(f)}, the same moment as line ${f.firstRow}.`,
      'Delete the row that was entered twice, or correct one of them.',
    ),
};

const DOSE: WordsOf<DoseCode> = {
  'dose-unreadable': (f) => say(`${at(f)}, which is not read as a dose.`, 'Write it like "4.5 mg", or leave it blank.'),
  'dose-unit-missing': (f) =>
    say(
      `${at(f)}, a dose without its unit.`,
      'Name the column "dose_mg", write "4.5 mg" in the cells, or say the unit (--dose-unit mg, ug or none).',
    ),
  'dose-unit-conflict': (f) =>
    say(`${at(f)}, in another unit than the one stated for the column.`, 'One of the two is wrong: correct it.'),
  'dose-unit-disagrees': (f) =>
    say(
      `Column "${f.column}" names a unit of its own, but ${UNIT_NAME[f.expected]} were asked for.`,
      'Leave --dose-unit out, or rename the column if its name is wrong.',
    ),
  'dose-is-a-volume': (f) =>
    say(
      `${at(f)}: millilitres are a volume, and how much drug is in them is not known.`,
      'Write the mass in milligrams: the volume times the strength on the label.',
    ),
  'dose-is-a-concentration': (f) =>
    say(
      `${at(f)}, which is a strength of a liquid and says nothing about how much was taken.`,
      'Write the mass in milligrams.',
    ),
  'dose-naked-decimal': (f) =>
    say(`${at(f)}: a point without a digit before it is easily overlooked.`, 'Write a zero first, such as "0.5 mg".'),
  'dose-leading-zero': (f) =>
    say(`${at(f)}: this could be a whole number or one that lost its point.`, 'Write "5 mg" or "0.5 mg".'),
  'dose-separator-ambiguous': (f) =>
    say(
      `${at(f)}, and its decimal sign is not the one of this file, so it could be one dose or another.`,
      'Write it with the sign used in the rest of the file; in a file of commas that is the point, such as "4.5".',
    ),
  'dose-too-large': (f) => say(`${at(f)}, more than any dose read here.`, 'Check the cell and its unit.'),
  'dose-below-ldn-range': (f) =>
    say(`${at(f)}, less than any dose of low-dose naltrexone.`, 'Check the cell and its unit: mg or micrograms?'),
  'dose-is-other-therapy': (f) =>
    say(
      `${at(f)}, a dose of the 50 mg tablet, which is another therapy.`,
      'If it was really taken, this file cannot be read here and your prescriber should know; if not, correct the cell.',
    ),
  'dose-tenfold-slip': (f) =>
    say(
      `${at(f)}, ten times a usual dose: its decimal point may be missing.`,
      'Check it against the label and correct the cell.',
    ),
  'dose-above-ldn-range': (f) =>
    say(`${at(f)}, more than any dose of low-dose naltrexone.`, 'Check the cell and its unit.'),
  'dose-not-a-level': (f) =>
    say(
      `${at(f)}, but treatment levels are numbers from 0 up.`,
      'Number them, such as 0 for the control and 1 for the treatment.',
    ),
  'dose-disagrees': (f) =>
    say(
      `${at(f)}, but line ${f.firstRow} of the same day says "${f.first}".`,
      'A day has one dose: write its total in every row of the day, or leave the others blank.',
    ),
  'dose-column-ambiguous': (f) =>
    say(`More than one column could hold the dose: ${list(f.columns)}.`, 'Say which (--dose COLUMN).'),
  'capsule-unreadable': (f) => say(`${at(f)}.`, 'Write 1 or yes, 0 or no, or leave it blank.'),
  'capsule-disagrees': (f) =>
    say(`${at(f)}, but line ${f.firstRow} of the same day says "${f.first}".`, 'Make the rows of the day agree.'),
};

const OTHER: WordsOf<Exclude<Code, DateCode | DoseCode>> = {
  'table-empty': () => say('The file is empty.', 'Choose a file with a row of column names and one row a day.'),
  'table-too-large': (f) =>
    say(
      `The text has ${whole(f.characters)} characters; at most ${whole(f.limit)} are read.`,
      'Keep the columns and days you need.',
    ),
  'too-many-cells': (f) =>
    say(
      `The table has ${whole(f.cells)} cells; at most ${whole(f.limit)} are read.`,
      'Keep the columns and days you need.',
    ),
  'too-many-columns': (f) =>
    say(
      `Line ${f.row} names ${whole(f.columns)} columns; at most ${whole(f.limit)} are read.`,
      'Keep the columns you need.',
    ),
  'nul-character': (f) =>
    say(
      `Line ${f.row} holds a NUL character, so this is not a text file.`,
      'Save the table as "CSV UTF-8" and choose that file.',
    ),
  'quote-unbalanced': (f) =>
    say(
      `Line ${f.row} opens a quotation mark that is not closed at the end of its cell.`,
      'Close it, or write it twice inside quoted text.',
    ),
  'header-only': (f) => say(`Line ${f.row} has the column names, and no day follows.`, 'Add one row a day.'),
  'header-twice': (f) => say(`Line ${f.row} names two columns "${f.column}".`, 'Give each column its own name.'),
  'row-ragged': (f) =>
    say(
      `Line ${f.row} has ${f.cells} ${f.cells === 1 ? 'cell' : 'cells'} where the header has ${f.expected} columns: "${f.cell}".`,
      'Look for a missing cell, or for a comma inside one, such as "4,5": write 4.5, or put quotation marks around text.',
    ),
  'columns-not-separated': (f) =>
    say(`Line ${f.row} has only one column: "${f.cell}".`, 'Separate the columns by commas, semicolons, tabs or bars.'),
  'delimiter-ambiguous': (f) =>
    say(
      `The columns could be separated by ${f.candidates.map((d) => DELIMITER_NAME[d]).join(' or by ')}.`,
      'Put quotation marks around cells that hold such a sign.',
    ),
  'column-unknown': (f) =>
    say(
      `There is no column "${f.column}". The columns are ${list(f.columns)}.`,
      `Name one of them (${ROLE_OPTION[f.role]}).`,
    ),
  'column-used-twice': (f) => say(`Column "${f.column}" was asked to be two things.`, 'Name a column once.'),
  'column-missing': (f) =>
    say(
      `No column was found for ${ROLE_NAME[f.role]}. The columns are ${list(f.columns)}.`,
      `Say which it is (${ROLE_OPTION[f.role]} COLUMN).`,
    ),
  'direction-unknown': (f) =>
    say(
      `For column "${f.column}" it is not known whether lower or higher is better.`,
      'Say so (--better lower or --better higher).',
    ),
  'no-scores': (f) => say(`Column "${f.column}" holds no score at all.`, 'Choose another column.'),
  'scale-empty': (f) =>
    say(`A scale from ${f.minimum} to ${f.maximum} has no room.`, 'Give the lower end first, such as 0:10.'),
  'worthwhile-off-scale': (f) =>
    say(
      `A worthwhile change of ${f.worthwhile} does not fit the scale of "${f.column}", which is ${f.width} points wide.`,
      'Give a number of points above 0 and no more than that.',
    ),
  'decimal-separator-ambiguous': (f) =>
    say(
      `${at(f)}, and nothing in the file tells whether this is a decimal sign or a thousands sign.`,
      'Write numbers like 2.5.',
    ),
  'number-other-separator': (f) =>
    say(`${at(f)}, but the decimal sign of this file is "${f.separator}".`, 'Write all numbers alike.'),
  'number-thousands': (f) => say(`${at(f)}, a number with thousands signs.`, 'Write it without them.'),
  'score-unreadable': (f) =>
    say(`${at(f)}, which is not read as a score.`, 'Write a number, "skipped", "too ill", or leave it blank.'),
  'score-off-scale': (f) =>
    say(
      `${at(f)}, which is off the scale from ${f.minimum} to ${f.maximum}.`,
      'Correct the cell, or give the scale it is on (--scale).',
    ),
  'scale-unclear': (f) =>
    say(
      `${at(f)}, while most scores of this column are between 0 and 10.`,
      'Correct it, or say the scale (such as --scale 0:100).',
    ),
  'scale-unknown': (f) =>
    say(`${at(f)}, which is on neither a 0 to 10 nor a 0 to 100 scale.`, 'Say which scale it is (--scale LOW:HIGH).'),
  'more-faults': (f) =>
    say(`${whole(f.count)} more like these were found.`, 'Correct the first ones and read the file again.'),
};

const TABLE: WordsOf<Code> = { ...DATE, ...DOSE, ...OTHER };

/** What happened and what to do next, for one refusal. */
export function tableFaultWords(fault: TableFault): FaultWords {
  return (TABLE[fault.code] as (fault: TableFault) => FaultWords)(fault);
}

/** One line a refusal, and last what was kept. */
export function tableRefusalLines(faults: readonly TableFault[]): readonly string[] {
  const lines = faults.map(tableFaultWords).map(({ happened, next }) => `${happened} ${next}`);
  return [...lines, NOTHING_CHANGED];
}

const FILE: WordsFor<FileFault, FaultWords> = {
  'file-missing': (f) => say(`There is no file "${f.path}".`, 'Check the name and the folder.'),
  'file-is-a-directory': (f) => say(`"${f.path}" is a folder.`, 'Name a file in it.'),
  'file-not-regular': (f) => say(`"${f.path}" is not an ordinary file.`, 'Save the data to a file first.'),
  'file-not-readable': (f) =>
    say(`"${f.path}" could not be opened.`, 'Check that you may read it and that it is not in use.'),
  'file-too-large': (f) =>
    say(
      `"${f.path}" has ${whole(f.bytes)} bytes; at most ${whole(f.limit)} are read.`,
      'Keep the columns and days you need.',
    ),
  'file-is-utf16': (f) => say(`"${f.path}" is written in UTF-16.`, 'Save it as "CSV UTF-8".'),
  'file-not-utf8': (f) =>
    say(`Line ${f.row} of "${f.path}" is not UTF-8 text, so its letters cannot be told.`, 'Save it as "CSV UTF-8".'),
  'file-has-nul': (f) =>
    say(`Line ${f.row} of "${f.path}" holds a NUL byte, so it is not a text file.`, 'Save it as "CSV UTF-8".'),
};

/** Why the file could not be opened as text, and what to do. */
export function fileFaultSentence(fault: FileFault): string {
  const { happened, next } = (FILE[fault.code] as (fault: FileFault) => FaultWords)(fault);
  return `${happened} ${next}`;
}
