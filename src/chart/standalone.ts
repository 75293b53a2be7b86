/**
 * A drawing as a file of its own: colours written out so that any viewer shows them, and a style that turns them dark
 * where the reader's system is dark. The drawing itself is unchanged.
 */
import { COLOURS, type Colour } from './svg.ts';

/** The SVG with an XML declaration, plain colours, a ground, and its own light and dark. */
export function standaloneSvg(svg: string): string {
  const roles = Object.keys(COLOURS) as Colour[];
  const plain = roles.reduce(
    (text, role) => text.replaceAll(`var(--chart-${role}, ${COLOURS[role].light})`, COLOURS[role].light),
    svg,
  );
  const dark = roles.flatMap((role) =>
    ['fill', 'stroke'].map((property) => `[${property}="${COLOURS[role].light}"]{${property}:${COLOURS[role].dark}}`),
  );
  const style = `<style>@media (prefers-color-scheme:dark){${dark.join('')}}</style>`;
  const ground = `<rect width="100%" height="100%" fill="${COLOURS.ground.light}"/>`;
  const inserted = plain.replace(/<\/desc>/, () => `</desc>${style}${ground}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${inserted}\n`;
}

/** Declarations `--chart-ink:#1d1c1a;…` for a style sheet of a page that shows drawings. */
export function colourTokens(theme: 'light' | 'dark'): string {
  return (Object.keys(COLOURS) as Colour[]).map((role) => `--chart-${role}:${COLOURS[role][theme]}`).join(';');
}
