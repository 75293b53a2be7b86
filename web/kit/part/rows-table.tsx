/** Rows of text as a table that scrolls inside itself, by keyboard too. */
import type { Rows } from '../../../src/chart/rows.ts';

export function RowsTable({ rows: { head, rows }, name }: { rows: Rows; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" aria-label={name} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col" key={cell}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest], i) => (
            <tr key={`${first}-${i}`}>
              <th scope="row">{first}</th>
              {rest.map((cell, k) => (
                <td key={head[k + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
