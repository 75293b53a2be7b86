/**
 * What was decided while reading a file, in plain English: one sentence a decision, for the reader to disagree with.
 * A new code in `Stated` does not compile until it has its sentence here.
 */
import type { ColumnReason, DateOrder, LeftOutReason, Stated } from '../../../../src/table/fault.ts';
import type { TableWords, WordsFor } from '../table.ts';
import { longDate } from './number.ts';
import {
  DELIMITER_NAME,
  fileFaultSentence,
  NOTHING_CHANGED,
  ROLE_NAME,
  tableFaultWords,
  UNIT_NAME,
  whole,
} from './table.ts';

const ORDER_NAME: Readonly<Record<DateOrder, string>> = {
  ymd: 'year, month, day',
  dmy: 'day, month, year',
  mdy: 'month, day, year',
};
const CHOSEN: Readonly<Record<ColumnReason, string>> = {
  asked: 'as you said',
  'cells-are-dates': 'because its cells are dates',
  'name-says-date': 'because of its name',
  'name-says-dose': 'because of its name',
  'name-says-capsule': 'because of its name',
  'cells-are-scores': 'because its cells are scores',
};

const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'cells-are-dates': 'its cells are dates',
  'not-numbers': 'its cells are not numbers',
  'no-entries': 'it has no entries',
  'counts-up': 'it counts days or rows',
  'name-is-no-score': 'its name is not that of a score',
  'beyond-0-100': 'its numbers go beyond 0 to 100',
  'direction-unknown': 'it is not known whether lower or higher is better',
};

const STATED: WordsFor<Stated, string> = {
  delimiter: (s) => `Columns are separated by ${DELIMITER_NAME[s.delimiter]}.`,
  'decimal-separator': (s) =>
    s.separator === 'none-seen' ? 'All numbers are whole.' : `The decimal sign is "${s.separator}".`,
  'date-order': (s) => `Dates in "${s.column}" are read as ${ORDER_NAME[s.order]}.`,
  'civil-date-as-written': (s) =>
    `Each row belongs to the date as written; ${s.zones ? 'times of day and time zones do' : 'the time of day does'} not move it.`,
  'newest-first': () => 'The newest day stands first; days were put in order.',
  'rows-averaged': (s) =>
    `${s.days} ${s.days === 1 ? 'day has' : 'days have'} more than one row (usually ${s.median}, at most ${s.most}); each day's scores were averaged.`,
  'column-chosen': (s) => `"${s.column}" is read as ${ROLE_NAME[s.role]}, ${CHOSEN[s.reason]}.`,
  'column-left-out': (s) => `"${s.column}" was left out: ${LEFT_OUT[s.reason]}.`,
  'dose-unit': (s) => {
    const from = { cell: 'as the cells say', 'column-name': "as the column's name says", asked: 'as you said' }[s.from];
    return `Doses are ${UNIT_NAME[s.unit]}, ${from}.`;
  },
  scale: (s) => {
    const why = s.reason === 'asked' ? 'as you said' : 'because all its scores fit';
    return `"${s.column}" is on a scale from ${s.minimum} to ${s.maximum}, ${why}.`;
  },
  direction: (s) =>
    `For "${s.column}", ${s.better} is better, ${s.reason === 'asked' ? 'as you said' : 'going by its name'}.`,
  worthwhile: (s) =>
    `For "${s.column}", a change of ${s.points} ${s.points === 1 ? 'point' : 'points'} is taken as worthwhile, ${
      s.reason === 'asked' ? 'as you said' : 'a tenth of the scale'
    }.`,
  'missing-markers': (s) =>
    `Nothing was logged where cells are ${s.markers
      .map(({ text, count }) => `${text === '' ? 'blank' : `"${text}"`} (${whole(count)})`)
      .join(', ')}.`,
  'lines-blank': (s) => `${whole(s.count)} blank ${s.count === 1 ? 'line was' : 'lines were'} passed over.`,
  'columns-unnamed': (s) =>
    `${s.count} ${s.count === 1 ? 'column has no name and was' : 'columns have no name and were'} passed over.`,
  days: (s) =>
    `${whole(s.days)} ${s.days === 1 ? 'day' : 'days'} from ${longDate(s.first)} to ${longDate(s.last)}, in ${whole(s.rows)} ${s.rows === 1 ? 'row' : 'rows'}.`,
};

/** One decision taken while reading, as a sentence to disagree with. */
export function statedSentence(stated: Stated): string {
  return (STATED[stated.code] as (stated: Stated) => string)(stated);
}

/** Everything English says about a table. */
export const tableWords: TableWords = {
  nothingChanged: NOTHING_CHANGED,
  fault: tableFaultWords,
  stated: statedSentence,
  fileFault: fileFaultSentence,
};
