/** Was any capsule taken, active or placebo? Reads 0/1/yes/no and nothing else; a day's rows must agree. */

import { addFault, type FaultList } from '../fault.ts';
import { isMissing } from '../number.ts';
import { type Column, cellAt, placeAt } from './column.ts';
import type { DayRows } from './day-rows.ts';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['yes', true],
  ['0', false],
  ['no', false],
]);

/** One entry a day; undefined = not recorded. What is refused goes into `faults`. */
export function readCapsules(
  column: Column,
  days: readonly DayRows[],
  faults: FaultList,
): readonly (boolean | undefined)[] {
  const rows = column.rows.map((_, i) => {
    const cell = cellAt(column, i);
    if (isMissing(cell)) return undefined;
    const taken = cell.length <= 40 ? WORDS.get(cell.trim().toLowerCase()) : undefined;
    if (taken === undefined) addFault(faults, { code: 'capsule-unreadable', ...placeAt(column, i) });
    return taken;
  });
  return days.map((day) => {
    const said = day.rows.filter((i) => rows[i] !== undefined);
    const [first] = said;
    if (first === undefined) return undefined;
    const other = said.find((i) => rows[i] !== rows[first]);
    if (other !== undefined) {
      const { row, cell } = placeAt(column, first);
      addFault(faults, { code: 'capsule-disagrees', firstRow: row, first: cell, ...placeAt(column, other) });
    }
    return rows[first];
  });
}
