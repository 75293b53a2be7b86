/** A drawing at the width of its place, drawn again when that changes, with the same as a table beneath it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Rows } from '../../../src/chart/rows.ts';
import type { Frame } from '../../../src/chart/svg.ts';
import { RowsTable } from './rows-table.tsx';

type Props = {
  /** Unique on the page: letters, digits, hyphens. */
  id: string;
  draw: (frame: Frame) => string;
  rows: Rows;
  /** What the drawing is called; names its table for a screen reader. */
  title: string;
  asTable: string;
};

export function Chart({ id, draw, rows, title, asTable }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    // Inside a closed part there is no width, and nothing is drawn until it opens.
    const measure = (): void =>
      setWidth(element.clientWidth === 0 ? 0 : Math.max(240, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Every text in a drawing is escaped where it is made (src/chart/svg.ts), so it may be set as markup.
  const drawn = { __html: width > 0 ? draw({ width, id }) : '' };
  return (
    <figure class="chart">
      <div ref={place} dangerouslySetInnerHTML={drawn} />
      <details>
        <summary>{asTable}</summary>
        <RowsTable rows={rows} name={title} />
      </details>
    </figure>
  );
}
