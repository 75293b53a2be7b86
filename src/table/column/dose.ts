/**
 * What dose was taken on each day? Exact micrograms from text, never through a fraction (H1), and never without a unit.
 *
 * The unit stands in the cell, in the column's name or in what the person says, and all that say something must agree
 * (H2). Two rows of one day that disagree are refused. Where the unit is 'none' the cells are treatment levels.
 */
import type { Result } from '../../base/result.ts';
import { type Dose, type DoseTextFault, parseDoseInUnit, parseDoseWithSeparator } from '../../medicine/dose.ts';
import { checkLdnDose, type LdnDoseFault, SITE_MAXIMUM } from '../../medicine/ldn-range.ts';
import { addFault, type DecimalSeparator, type DiaryDoseUnit, type FaultList, type Stated } from '../fault.ts';
import { isMissing, parseDecimal } from '../number.ts';
import { type Column, cellAt, headerPlace, placeAt } from './column.ts';
import type { DayRows } from './day-rows.ts';
import { type NameUnit, unitInName } from './name.ts';

/** One entry a day: micrograms, or a level where `unit` is 'none'; undefined = not recorded. */
export type DoseColumn = { readonly unit: 'ug' | 'none'; readonly taken: readonly (number | undefined)[] };

/** No dose is no dose in every unit, so a bare zero needs none. */
const ZERO = /^0(?:[.,]0+)?$/;
const WITH_UNIT = /(mg|ug|µg|μg|mcg|ml)$/i;

type UnitRule = { readonly unit: DiaryDoseUnit | undefined; readonly separator: DecimalSeparator };
type CellDose = { readonly ok: true; readonly value: number | undefined } | { readonly ok: false };

/** Reads the column day by day; what is refused goes into `faults`, what was decided into `stated`. */
export function readDoses(
  column: Column,
  days: readonly DayRows[],
  asked: DiaryDoseUnit | undefined,
  separator: DecimalSeparator,
  faults: FaultList,
  stated: Stated[],
): DoseColumn {
  const unit = settleUnit(column, asked, faults);
  if (unit === 'refused') return { unit: 'ug', taken: [] };
  const rule: UnitRule = { unit, separator };
  const inCells = column.rows.some((_, i) => unitOf(cellAt(column, i)) !== undefined);
  if (unit === undefined && !inCells && refuseUnitless(column, faults)) return { unit: 'ug', taken: [] };
  const doses = column.rows.map((_, i) => readCell(column, i, rule, faults));
  const taken = days.map(({ rows }) => oneDose(column, rows, doses, faults));
  const from = unit === undefined ? 'cell' : asked === undefined ? 'column-name' : 'asked';
  stated.push({ code: 'dose-unit', unit: unit ?? (inCells ? unitSeen(column) : 'mg'), from });
  return { unit: unit === 'none' ? 'none' : 'ug', taken };
}

/** The unit every bare cell has; undefined when only the cells can say. */
function settleUnit(
  column: Column,
  asked: DiaryDoseUnit | undefined,
  faults: FaultList,
): DiaryDoseUnit | undefined | 'refused' {
  const named: NameUnit | undefined = unitInName(column.name);
  if (named === 'ml') {
    addFault(faults, { code: 'dose-is-a-volume', ...headerPlace(column) });
    return 'refused';
  }
  if (named !== undefined && asked !== undefined && named !== asked) {
    addFault(faults, { code: 'dose-unit-disagrees', expected: asked, ...headerPlace(column) });
    return 'refused';
  }
  return asked ?? named;
}

/** One fault for a column of bare numbers, at the first that is not zero; false when there is none. */
function refuseUnitless(column: Column, faults: FaultList): boolean {
  const first = column.rows.findIndex((_, i) => !isMissing(cellAt(column, i)) && !ZERO.test(cellAt(column, i).trim()));
  if (first < 0) return false;
  const number = /^[.,]?\d/.test(cellAt(column, first).trim());
  addFault(faults, { code: number ? 'dose-unit-missing' : 'dose-unreadable', ...placeAt(column, first) });
  return true;
}

function unitOf(cell: string): NameUnit | undefined {
  const unit = cell.length <= 40 ? WITH_UNIT.exec(cell.trim())?.[1]?.toLowerCase() : undefined;
  if (unit === undefined) return undefined;
  return unit === 'mg' ? 'mg' : unit === 'ml' ? 'ml' : 'ug';
}

function unitSeen(column: Column): DiaryDoseUnit {
  return column.rows.some((_, i) => unitOf(cellAt(column, i)) === 'mg') ? 'mg' : 'ug';
}

function readCell(column: Column, i: number, rule: UnitRule, faults: FaultList): CellDose {
  const cell = cellAt(column, i);
  if (isMissing(cell)) return { ok: true, value: undefined };
  if (rule.unit === 'none') return readLevel(column, i, rule.separator, faults);
  if (ZERO.test(cell.trim())) return { ok: true, value: 0 };
  const dose = parseTaken(cell, rule.unit, rule.separator);
  if (dose.ok) return dose;
  addFault(faults, { code: dose.error.code, ...placeAt(column, i) });
  return { ok: false };
}

/** A dose of low-dose naltrexone up to what any site may allow: a 50 mg tablet and a lost point are refused (H1, H3). */
function parseTaken(
  cell: string,
  unit: 'mg' | 'ug' | undefined,
  separator: DecimalSeparator,
): Result<Dose, DoseTextFault | LdnDoseFault> {
  // "1500.0" is how a program writes a whole number of micrograms it kept as a fraction; the zero changes nothing.
  const whole = unit === 'ug' ? cell.replace(/^\s*(\d+)[.,]0\s*$/, '$1') : cell;
  const dose = unit ? parseDoseInUnit(whole, unit, separator) : parseDoseWithSeparator(whole, separator);
  return dose.ok ? checkLdnDose(dose.value, SITE_MAXIMUM) : dose;
}

function readLevel(column: Column, i: number, separator: DecimalSeparator, faults: FaultList): CellDose {
  const level = parseDecimal(cellAt(column, i), separator);
  if (level.ok && level.value >= 0) return { ok: true, value: level.value === 0 ? 0 : level.value };
  const other = !level.ok && level.error === 'number-other-separator';
  addFault(faults, { code: other ? 'dose-separator-ambiguous' : 'dose-not-a-level', ...placeAt(column, i) });
  return { ok: false };
}

/** The one dose the day's rows agree on; rows that say nothing do not disagree. */
function oneDose(
  column: Column,
  rows: readonly number[],
  doses: readonly CellDose[],
  faults: FaultList,
): number | undefined {
  let first: number | undefined;
  let taken: number | undefined;
  for (const i of rows) {
    const dose = doses[i];
    if (!dose?.ok || dose.value === undefined) continue;
    if (first === undefined) {
      first = i;
      taken = dose.value;
    } else if (dose.value !== taken) {
      const { row, cell } = placeAt(column, first);
      addFault(faults, { code: 'dose-disagrees', firstRow: row, first: cell, ...placeAt(column, i) });
    }
  }
  return taken;
}
