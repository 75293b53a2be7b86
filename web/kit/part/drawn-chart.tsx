/** A drawing that was made elsewhere, at the width it was made for or narrower, with the same as a table beneath it. */
import type { Rows } from '../../../src/chart/rows.ts';
import { RowsTable } from './rows-table.tsx';

type Props = {
  /** Of our own making (src/chart), where every text in it is escaped, so it may be set as markup. */
  svg: string;
  rows: Rows;
  /** What the drawing is called; names its table for a screen reader. */
  title: string;
  asTable: string;
};

export function DrawnChart({ svg, rows, title, asTable }: Props) {
  return (
    <figure class="chart">
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      <details>
        <summary>{asTable}</summary>
        <RowsTable rows={rows} name={title} />
      </details>
    </figure>
  );
}
