/**
 * How does a row stand in a backup? As one line of JSON, a list of its values in the order of the columns, bytes in base64.
 * The same row gives the same line from both databases, so equal hashes mean equal tables.
 */
import { createHash } from 'node:crypto';
import type { Table } from './catalogue.ts';
import type { Cell, Row } from './copying.ts';

/** One line, without its end. */
const lineOf = (row: Row): string =>
  JSON.stringify(row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell)));

/** The row of a line; undefined when it is not one of that table. */
export function rowOf(table: Pick<Table, 'columns'>, line: string): Row | undefined {
  const cells = parsed(line);
  if (!Array.isArray(cells) || cells.length !== table.columns.length) return undefined;
  const row: Cell[] = [];
  for (const [i, { type }] of table.columns.entries()) {
    const cell: unknown = cells[i];
    if (cell === null) row.push(null);
    else if (type === 'integer' && typeof cell === 'number' && Number.isSafeInteger(cell)) row.push(cell);
    else if (type === 'text' && typeof cell === 'string') row.push(cell);
    else if (type === 'bytes' && typeof cell === 'string') row.push(new Uint8Array(Buffer.from(cell, 'base64')));
    else return undefined;
  }
  return row;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** How many rows a table has, and the SHA-256 over their lines, 64 hexadecimal digits. */
export type Tally = { readonly rows: number; readonly sha256: string };

/** Counts and hashes rows as they pass; `add` gives their text, a line each. */
export function tally(): { readonly add: (rows: readonly Row[]) => string; readonly end: () => Tally } {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add: (rows) => {
      const text = rows.map((row) => `${lineOf(row)}\n`).join('');
      hash.update(text);
      count += rows.length;
      return text;
    },
    end: () => ({ rows: count, sha256: hash.digest('hex') }),
  };
}
