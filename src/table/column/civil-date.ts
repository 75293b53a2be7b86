/**
 * Which civil day does each row belong to?
 *
 * The date is taken as written: a time and a zone after it are kept apart, because the day the phone showed is the key
 * (H9). Day and month order is decided by the whole column and refused where no row decides it.
 */
import { checkDate, type LocalDate } from '../../base/calendar.ts';
import { addFault, type DateOrder, type FaultList } from '../fault.ts';
import { type Column, cellAt, placeAt } from './column.ts';

/** How a date is put together: year first, day.month.year, or two numbers and a year whose order must be found. */
type Style = 'ymd' | 'dotted' | 'slashed';
/** Three numbers as they stand in the cell, and whatever time stood after them ('' = none). */
type Parts = {
  readonly style: Style;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly time: string;
};

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(\S.*))?$/;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?:,? +(\S.*))?$/;
const SLASHED = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?:,? +(\S.*))?$/;
const TIME =
  /^([01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d{1,9})?)? ?(?:am|pm|a\.m\.|p\.m\.)? ?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?$/i;

/** The parts of a date cell, or undefined where it is none. Cells over 40 characters are none. */
export function dateParts(cell: string): Parts | undefined {
  const text = cell.trim();
  if (text.length > 40) return undefined;
  const ymd = YEAR_FIRST.exec(text);
  if (ymd) return withTime('ymd', [ymd[1], ymd[3], ymd[4]], ymd[5]);
  const dotted = DOTTED.exec(text);
  if (dotted) return withTime('dotted', [dotted[1], dotted[2], dotted[3]], dotted[4]);
  const slashed = SLASHED.exec(text);
  return slashed ? withTime('slashed', [slashed[1], slashed[3], slashed[4]], slashed[5]) : undefined;
}

function withTime(style: Style, [a, b, c]: readonly (string | undefined)[], time = ''): Parts | undefined {
  if (time !== '' && !TIME.test(time)) return undefined;
  return { style, a: Number(a), b: Number(b), c: Number(c), time };
}

export type DateColumn = {
  readonly order: DateOrder;
  /** One entry a row; undefined where the cell was refused. */
  readonly dates: readonly (LocalDate | undefined)[];
  /** Text of the time in each row, '' where none. */
  readonly times: readonly string[];
  readonly hasTimes: boolean;
  readonly hasZones: boolean;
};

/** Reads the whole column; what is refused goes into `faults` with its line. `today` bounds the future. */
export function readDates(column: Column, today: LocalDate, faults: FaultList): DateColumn {
  const parts = column.rows.map((_, i) => dateParts(cellAt(column, i)));
  const style = mostFrequentStyle(parts);
  const order = settleOrder(column, parts, style, faults);
  const dates = parts.map((p, i) => {
    const code = p === undefined ? unreadable(cellAt(column, i)) : p.style === style ? undefined : 'date-style-mixed';
    if (code !== undefined || p === undefined) {
      addFault(faults, { code: code ?? 'date-unreadable', ...placeAt(column, i) });
      return undefined;
    }
    return order ? readDate(column, i, p, order, today, faults) : undefined;
  });
  const times = parts.map((p) => p?.time ?? '');
  return {
    order: order ?? 'ymd',
    dates,
    times,
    hasTimes: times.some((time) => time !== ''),
    hasZones: times.some((time) => /(?:z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)$/i.test(time)),
  };
}

function unreadable(cell: string): 'date-missing' | 'date-unreadable' {
  return cell.trim() === '' ? 'date-missing' : 'date-unreadable';
}

function mostFrequentStyle(parts: readonly (Parts | undefined)[]): Style {
  const counts = { ymd: 0, dotted: 0, slashed: 0 };
  for (const p of parts) if (p) counts[p.style] += 1;
  const styles: readonly Style[] = ['ymd', 'dotted', 'slashed'];
  return styles.reduce((best, style) => (counts[style] > counts[best] ? style : best));
}

/** A first number above 12 can only be a day, a second above 12 likewise; dots are day.month.year by convention. */
function settleOrder(
  column: Column,
  parts: readonly (Parts | undefined)[],
  style: Style,
  faults: FaultList,
): DateOrder | undefined {
  if (style !== 'slashed') return style === 'ymd' ? 'ymd' : 'dmy';
  const dayFirst: number[] = [];
  const monthFirst: number[] = [];
  for (const [i, p] of parts.entries()) {
    if (p?.style !== style) continue;
    if (p.a > 12 && p.b <= 12) dayFirst.push(i);
    if (p.b > 12 && p.a <= 12) monthFirst.push(i);
  }
  const [fewer, more] = dayFirst.length < monthFirst.length ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (more.length === 0) {
    const first = parts.findIndex((p) => p?.style === style);
    addFault(faults, { code: 'date-order-ambiguous', ...placeAt(column, first) });
    return undefined;
  }
  for (const i of fewer) addFault(faults, { code: 'date-order-mixed', ...placeAt(column, i) });
  if (fewer.length > 0) return undefined;
  return more === dayFirst ? 'dmy' : 'mdy';
}

function readDate(
  column: Column,
  i: number,
  { a, b, c }: Parts,
  order: DateOrder,
  today: LocalDate,
  faults: FaultList,
): LocalDate | undefined {
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const date = checkDate(year, month, day, '');
  if (!date.ok) {
    addFault(faults, { code: 'date-not-in-calendar', ...placeAt(column, i) });
    return undefined;
  }
  if (date.value <= today) return date.value;
  addFault(faults, { code: 'date-in-future', today, ...placeAt(column, i) });
  return undefined;
}
