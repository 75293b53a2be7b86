/**
 * A letter as the text of a typesetting program. Everything that is not written in this file goes in as a string between
 * quotation marks, never as markup, so that no name and no note can change the page (H17).
 */
import { civilParts } from '../../base/calendar.ts';
import type { Letter } from './letter.ts';
import type { Line, Part, Run } from './part.ts';
import { settable } from './typeface.ts';

/** The whole text of a letter. */
export function typstOf(letter: Letter): string {
  const { year, month, day } = civilParts(letter.day);
  const [first, second] = letter.pages;
  return [
    `#set document(title: ${quoted(letter.title)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
    `#set text(font: "Atkinson Hyperlegible", size: ${letter.size}pt, lang: ${quoted(letter.language)}, fallback: false)`,
    `#set page(paper: "a4", margin: (x: 16mm, top: 12mm, bottom: 15mm), footer: ${footer(letter)})`,
    SETTINGS,
    '#title()',
    head(letter),
    ...first.map(part),
    '#pagebreak()',
    ...second.map(part),
    '',
  ].join('\n');
}

/** How every document of ours looks. */
export const SETTINGS = `#set par(leading: 0.5em, spacing: 0.68em)
#set list(marker: [•], indent: 0pt, body-indent: 0.5em, spacing: 0.5em)
#set enum(indent: 0pt, body-indent: 0.5em, spacing: 0.5em)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(150)), inset: (x: 0pt, right: 6pt, y: 2.4pt))
#show title: set text(size: 15pt)
#show title: set block(below: 8pt)
#show heading: set text(size: 10.6pt)
#show heading: set block(above: 0.95em, below: 0.5em)
#show table.cell.where(y: 0): set text(weight: "bold")`;

/** A dose and its unit stay on one line: "4.5" and "mg" apart are two chances to misread (H1). */
const UNIT = /(\d) (mg|ug|mL|%)/g;

/** A string of the typesetting language: only the backslash and the quotation mark mean anything inside one. */
export function quoted(text: string): string {
  return `"${settable(text)
    .replace(UNIT, '$1\u00a0$2')
    .replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
}

const shown = (text: string): string => `#${quoted(text)}`;

function footer({ foot, page }: Letter): string {
  const pages = `context if here().page() == 1 { ${quoted(page(1))} } else { ${quoted(page(2))} }`;
  return `[#set text(size: 7.4pt, fill: luma(60)); #grid(columns: (1fr, auto), gutter: 6pt, [${shown(foot)}], [#{ ${pages} }])]`;
}

/** Lines under the title, and what stands across the page where everybody is invented. */
export function head({ head: lines, mark }: Pick<Letter, 'head' | 'mark'>): string {
  const rows = lines.map(([label, text]) => `[#strong(${quoted(label)})], [${shown(text)}]`);
  const grid = `#grid(columns: (auto, 1fr), column-gutter: 8pt, row-gutter: 3.4pt, ${rows.join(', ')})`;
  const strip = mark === undefined ? [] : [`#block(stroke: 0.8pt, inset: 4pt, width: 100%)[#strong(${quoted(mark)})]`];
  return [...strip, grid].join('\n');
}

/** A piece of a document. */
export function part(piece: Part): string {
  switch (piece.kind) {
    case 'heading':
      return `#heading(level: ${piece.level ?? 1})[${shown(piece.text)}]`;
    case 'paragraph':
      return piece.quiet
        ? `#par[#text(size: 0.88em, fill: luma(60))[${line(piece.line)}]]`
        : `#par[${line(piece.line)}]`;
    case 'list': {
      const items = piece.items.map((item) => `[${line(item)}]`).join(', ');
      return `#${piece.numbered ? 'enum' : 'list'}(${items})`;
    }
    case 'table':
      return table(piece);
    case 'figure':
      return figure(piece);
    case 'box':
      return `#block(stroke: 0.9pt, radius: 3pt, above: 8pt, inset: (x: 8pt, top: 7pt, bottom: 7pt), width: 100%)[\n${piece.parts.map(part).join('\n')}\n]`;
    case 'references':
      return references(piece.items);
    default:
      return piece satisfies never;
  }
}

function table({ caption, head: names, widths, rows }: Extract<Part, { kind: 'table' }>): string {
  const columns = widths.map((width) => `${width}fr`).join(', ');
  const top = `table.header(${names.map((name) => `[${shown(name)}]`).join(', ')})`;
  const cells = rows.flat().map((cell) => `[${line(cell)}]`);
  const above =
    caption === undefined ? '' : `#block(sticky: true, above: 1.1em, below: 0.5em)[#strong(${quoted(caption)})]\n`;
  return `${above}#table(columns: (${columns}), ${[top, ...cells].join(', ')})`;
}

function figure({ svg, alt, caption }: Extract<Part, { kind: 'figure' }>): string {
  const image = `#image(bytes(${svgText(svg)}), format: "svg", width: 100%, alt: ${quoted(alt)})`;
  if (caption === undefined) return `#block(above: 6pt, below: 4pt)[${image}]`;
  const beneath = `#par[#text(size: 0.88em, fill: luma(60))[${shown(caption)}]]`;
  return `#block(above: 8pt, below: 8pt, breakable: false)[${image}\n${beneath}]`;
}

/** In two columns that are read one after the other. */
function references(items: readonly string[]): string {
  const half = Math.ceil(items.length / 2);
  const column = (from: number, to: number): string =>
    `[#enum(start: ${from + 1}, ${items
      .slice(from, to)
      .map((item) => `[${shown(item)}]`)
      .join(', ')})]`;
  return `#block[#set text(size: 0.82em); #grid(columns: (1fr, 1fr), gutter: 6mm, ${column(0, half)}, ${column(half, items.length)})]`;
}

const line = (runs: Line): string => runs.map(run).join('');

function run(piece: Run): string {
  if (typeof piece === 'string') return shown(piece);
  if ('strong' in piece) return `#strong(${quoted(piece.strong)})`;
  return `#super(typographic: false, ${quoted(piece.cite.join(', '))})`;
}

/** A drawing is ours down to its attributes, and its texts are escaped for XML; here it is one more string. */
function svgText(svg: string): string {
  return `"${svg.replace(/[\\"]/g, (mark) => `\\${mark}`).replaceAll('\n', ' ')}"`;
}
