/**
 * Which rows make up each day?
 *
 * Rows run forward in time, or backward throughout as many exports do; a date that jumps the other way is refused, as is a
 * gap of over a year (a mistyped year). Several rows a day are taken together only where the file is plainly kept so; a
 * date or a moment that stands twice in any other file is refused (H10).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { addFault, type FaultList, type Stated } from '../fault.ts';
import type { DateColumn } from './civil-date.ts';
import { type Column, placeAt } from './column.ts';

/** Longest gap between two days of one diary, days; above it a year was mistyped. */
const LONGEST_GAP = 366;

/** A day and the indices of its rows, in file order. */
export type DayRows = { readonly date: LocalDate; readonly rows: readonly number[] };

/** Days in ascending order. What is refused goes into `faults`, what was decided into `stated`. */
export function groupDays(column: Column, read: DateColumn, faults: FaultList, stated: Stated[]): readonly DayRows[] {
  const newestFirst = checkOrder(column, read.dates, faults);
  if (newestFirst) stated.push({ code: 'newest-first' });
  const byDate = new Map<LocalDate, number[]>();
  for (const [i, date] of read.dates.entries()) {
    if (date === undefined) continue;
    const rows = byDate.get(date);
    if (rows) rows.push(i);
    else byDate.set(date, [i]);
  }
  const days = [...byDate].map(([date, rows]) => ({ date, rows })).toSorted((a, b) => a.date - b.date);
  checkGaps(column, days, faults);
  checkRepeats(column, read, days, faults, stated);
  return days;
}

/** Refuses each row that runs against the file's direction; true when that is newest first. */
function checkOrder(column: Column, dates: readonly (LocalDate | undefined)[], faults: FaultList): boolean {
  const backward: [row: number, previous: LocalDate][] = [];
  const forward: [row: number, previous: LocalDate][] = [];
  let previous: LocalDate | undefined;
  for (const [i, date] of dates.entries()) {
    if (date === undefined) continue;
    if (previous !== undefined && date < previous) backward.push([i, previous]);
    if (previous !== undefined && date > previous) forward.push([i, previous]);
    previous = date;
  }
  const newestFirst = backward.length > forward.length;
  for (const [i, last] of newestFirst ? forward : backward)
    addFault(faults, { code: 'date-goes-back', previous: last, ...placeAt(column, i) });
  return newestFirst;
}

function checkGaps(column: Column, days: readonly DayRows[], faults: FaultList): void {
  for (const [k, { date, rows }] of days.entries()) {
    const last = days[k - 1];
    if (last && date - last.date > LONGEST_GAP)
      addFault(faults, { code: 'date-gap', previous: last.date, ...placeAt(column, rows[0] ?? 0) });
  }
}

/** Several rows a day are the file's habit when it has times of day, or when more than half its days have two rows. */
function checkRepeats(
  column: Column,
  { times }: DateColumn,
  days: readonly DayRows[],
  faults: FaultList,
  stated: Stated[],
): void {
  const counts = days.map(({ rows }) => rows.length).toSorted((a, b) => a - b);
  const most = counts.at(-1) ?? 0;
  if (most < 2) return;
  const median = counts[Math.floor((counts.length - 1) / 2)] ?? 1;
  const timed = new Set(times).size > 1 && times.every((time) => time !== '');
  if (!timed && (median < 2 || days.length < 2)) {
    for (const { rows } of days) refuseRepeats(column, rows, 'date-twice', faults);
    return;
  }
  if (timed) for (const { rows } of days) refuseSameMoment(column, rows, times, faults);
  stated.push({ code: 'rows-averaged', days: counts.filter((n) => n > 1).length, median, most });
}

function refuseRepeats(
  column: Column,
  rows: readonly number[],
  code: 'date-twice' | 'moment-twice',
  faults: FaultList,
): void {
  const firstRow = placeAt(column, rows[0] ?? 0).row;
  for (const i of rows.slice(1)) addFault(faults, { code, firstRow, ...placeAt(column, i) });
}

function refuseSameMoment(column: Column, rows: readonly number[], times: readonly string[], faults: FaultList): void {
  const byTime = Map.groupBy(rows, (i) => times[i]);
  for (const same of byTime.values()) refuseRepeats(column, same, 'moment-twice', faults);
}
