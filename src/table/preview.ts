/** What a file looks like before anything is decided: its header, its first rows, and which column would be what. */
import { ok, type Result } from '../base/result.ts';
import { parseCsv } from './csv.ts';
import { type Delimiter, quoteCell, type TableFault } from './fault.ts';
import { guessColumns, type Proposal, SAMPLE_ROWS } from './guess-columns.ts';

/** Rows shown. */
const PREVIEW_ROWS = 8;

/** Plain JSON. Cells are cut to 40 characters for showing; names are whole, because they are handed back as options. */
export type Preview = {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Rows in the file, the header and blank lines not counted. */
  readonly rowCount: number;
  readonly proposal: Proposal;
};

/** Reads only as far as the table's shape; refuses what `parseCsv` refuses. */
export function preview(text: string): Result<Preview, readonly TableFault[]> {
  const table = parseCsv(text);
  if (!table.ok) return table;
  const { delimiter, header, rows } = table.value;
  return ok({
    delimiter,
    header,
    rows: rows.slice(0, PREVIEW_ROWS).map(({ line, cells }) => ({ line, cells: cells.map(quoteCell) })),
    rowCount: rows.length,
    proposal: guessColumns(header, rows.slice(0, SAMPLE_ROWS)),
  });
}
