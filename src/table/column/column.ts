/** One column of a table, seen cell by cell, so that every fault can name its place. */

import type { Row, Table } from '../csv.ts';
import { type Place, quoteCell } from '../fault.ts';

export type Column = {
  readonly name: string;
  readonly index: number;
  readonly headerLine: number;
  readonly rows: readonly Row[];
};

/** @throws RangeError when the table has no such column (the caller checks names first). */
export function columnOf(table: Table, name: string): Column {
  const index = table.header.indexOf(name);
  if (index < 0) throw new RangeError(`no column ${name}`);
  return { name, index, headerLine: table.headerLine, rows: table.rows };
}

/** The cell of row `i` as written; '' past the end. */
export function cellAt(column: Column, i: number): string {
  return column.rows[i]?.cells[column.index] ?? '';
}

/** Where row `i` of the column stands in the source. */
export function placeAt(column: Column, i: number): Place {
  return {
    row: column.rows[i]?.line ?? column.headerLine,
    column: quoteCell(column.name),
    cell: quoteCell(cellAt(column, i)),
  };
}

/** The column's own name as a place, for faults that are the header's. */
export function headerPlace(column: Column): Place {
  return { row: column.headerLine, column: quoteCell(column.name), cell: quoteCell(column.name) };
}
