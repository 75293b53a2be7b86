/**
 * Any tidy daily CSV into a diary: the one reader behind the command line and the page.
 *
 * Whatever had to be decided on the way comes back in `stated`; whatever has two readings is refused with its line and
 * column, and nothing is clamped, filled in or dropped in silence (H1, H2, H9, H34). Pure: the day's date is an argument.
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import { checkDiary, type Diary, type DiaryDay } from '../trial/diary.ts';
import type { Direction, Outcome } from '../trial/outcome.ts';
import { readCapsules } from './column/capsule.ts';
import { readDates } from './column/civil-date.ts';
import { type Column, cellAt, columnOf, placeAt } from './column/column.ts';
import { type DayRows, groupDays } from './column/day-rows.ts';
import { type DoseColumn, readDoses } from './column/dose.ts';
import { type OutcomeColumn, readOutcomes } from './column/outcome.ts';
import { dayScore } from './column/score.ts';
import { type Mapping, settleColumns } from './columns.ts';
import { parseCsv, type Table } from './csv.ts';
import {
  addFault,
  type DecimalSeparator,
  type DiaryDoseUnit,
  type FaultList,
  listFaults,
  newFaultList,
  type Stated,
  type TableFault,
} from './fault.ts';
import { isMissing, settleSeparator } from './number.ts';

/** What a person may say about a file; everything left out is found, stated, or refused. */
export type ReadOptions = {
  readonly date?: string | undefined;
  readonly dose?: string | undefined;
  readonly doseUnit?: DiaryDoseUnit | undefined;
  /** Blinded diaries: column of 0/1/yes/no, was any capsule taken. */
  readonly capsule?: string | undefined;
  readonly outcomes?: readonly string[] | undefined;
  /** For every outcome, points. */
  readonly scale?: Outcome['scale'] | undefined;
  readonly better?: Direction | undefined;
  /** Smallest change worth having, points, for every outcome. */
  readonly worthwhile?: number | undefined;
};

export type ReadDiary = {
  readonly diary: Diary;
  readonly stated: readonly Stated[];
  readonly columns: Mapping;
};

/** Reads a diary. `today` is the latest day that may stand in it; at most 20 faults, then how many more there are. */
export function readDiaryTable(
  text: string,
  options: ReadOptions,
  today: LocalDate,
): Result<ReadDiary, readonly TableFault[]> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const faults = newFaultList();
  const stated = stateTable(parsed.value);
  const columns = settleColumns(parsed.value, options, faults, stated);
  if (!columns) return err(listFaults(faults));
  const read = readColumns(parsed.value, columns, options, today, faults, stated);
  if (faults.shown.length > 0 || !read) return err(listFaults(faults));
  return toDiary(read, columns, stated);
}

type ReadColumns = {
  readonly date: Column;
  readonly days: readonly DayRows[];
  readonly doses: DoseColumn;
  readonly capsules: readonly (boolean | undefined)[];
  readonly outcomes: readonly OutcomeColumn[];
};

function stateTable({ delimiter, header, linesBlank }: Table): Stated[] {
  const unnamed = header.filter((name) => name === '').length;
  return [
    { code: 'delimiter', delimiter },
    ...(linesBlank > 0 ? [{ code: 'lines-blank', count: linesBlank } as const] : []),
    ...(unnamed > 0 ? [{ code: 'columns-unnamed', count: unnamed } as const] : []),
  ];
}

function readColumns(
  table: Table,
  columns: Mapping,
  options: ReadOptions,
  today: LocalDate,
  faults: FaultList,
  stated: Stated[],
): ReadColumns | undefined {
  const date = columnOf(table, columns.date);
  const dose = columnOf(table, columns.dose);
  const items = columns.outcomes.map((name) => columnOf(table, name));
  const dates = readDates(date, today, faults);
  const days = groupDays(date, dates, faults, stated);
  stated.push({ code: 'date-order', order: dates.order, column: columns.date });
  if (dates.hasTimes) stated.push({ code: 'civil-date-as-written', zones: dates.hasZones });
  const separator = settleDecimals(table, [dose, ...items], faults, stated);
  if (separator === undefined) return undefined;
  const doses = readDoses(dose, days, options.doseUnit, separator, faults, stated);
  const capsules = columns.capsule ? readCapsules(columnOf(table, columns.capsule), days, faults) : [];
  const outcomes = readOutcomes(items, options, separator, faults, stated);
  stateMissing([dose, ...items], stated);
  const [first, last] = [days.at(0), days.at(-1)];
  if (first && last)
    stated.push({ code: 'days', days: days.length, rows: table.rows.length, first: first.date, last: last.date });
  return { date, days, doses, capsules, outcomes };
}

/** One decimal separator for the file, from every cell of the columns in use. */
function settleDecimals(
  table: Table,
  columns: readonly Column[],
  faults: FaultList,
  stated: Stated[],
): DecimalSeparator | undefined {
  const cells = columns.flatMap((column) => table.rows.map((_, i) => cellAt(column, i)));
  const settled = settleSeparator(cells, table.delimiter);
  if (!settled.ok) {
    const column = columns[Math.floor(settled.error / table.rows.length)];
    if (column)
      addFault(faults, { code: 'decimal-separator-ambiguous', ...placeAt(column, settled.error % table.rows.length) });
    return undefined;
  }
  const { separator, seen } = settled.value;
  stated.push({ code: 'decimal-separator', separator: seen ? separator : 'none-seen' });
  return separator;
}

function stateMissing(columns: readonly Column[], stated: Stated[]): void {
  const counts = new Map<string, number>();
  for (const column of columns)
    for (const i of column.rows.keys()) {
      const cell = cellAt(column, i);
      if (isMissing(cell)) counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
    }
  const markers = [...counts].map(([text, count]) => ({ text, count }));
  if (markers.length > 0) stated.push({ code: 'missing-markers', markers });
}

function toDiary(
  read: ReadColumns,
  columns: Mapping,
  stated: readonly Stated[],
): Result<ReadDiary, readonly TableFault[]> {
  const { days, doses, capsules, outcomes } = read;
  const kept = days.map((day, k): DiaryDay => {
    const taken = doses.taken[k];
    const capsule = capsules[k];
    return {
      date: day.date,
      ...(taken === undefined ? {} : { taken }),
      ...(capsule === undefined ? {} : { capsule }),
      scores: Object.fromEntries(outcomes.map(({ outcome, rows }) => [outcome.id, dayScore(day, rows)])),
    };
  });
  const diary = checkDiary({ unit: doses.unit, outcomes: outcomes.map(({ outcome }) => outcome), days: kept });
  if (!diary.ok) throw new RangeError(`the reader let through what a diary refuses: ${JSON.stringify(diary.error[0])}`);
  return ok({ diary: diary.value, stated, columns });
}
