/**
 * A report as the text of a typesetting program, A4, as many pages as it takes, each with its number of how many. Like the
 * letter, everything from outside goes in as a string between quotation marks, never as markup (H17).
 */
import { civilParts } from '../../base/calendar.ts';
import { head, part, quoted, SETTINGS } from '../letter/typst.ts';
import type { TrialDocument } from './document.ts';

/** The whole text of a report. */
export function typstOfReport(document: TrialDocument): string {
  const { year, month, day } = civilParts(document.day);
  return [
    `#set document(title: ${quoted(document.title)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
    `#set text(font: "Atkinson Hyperlegible", size: 9pt, lang: ${quoted(document.language)}, fallback: false)`,
    `#set page(paper: "a4", margin: (x: 18mm, top: 14mm, bottom: 17mm), footer: ${footer(document)})`,
    SETTINGS,
    OWN,
    '#title()',
    head(document),
    ...document.parts.map(part),
    '',
  ].join('\n');
}

/** Paragraphs with room between them; a row of a table stays on one page, and a heading with what it heads. */
const OWN = `#set par(leading: 0.55em, spacing: 0.8em)
#show title: set text(size: 16pt)
#show heading.where(level: 1): set text(size: 12pt)
#show heading.where(level: 1): set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 2): set text(size: 9.6pt)
#show heading.where(level: 2): set block(above: 1.1em, below: 0.55em)
#show table.cell: set block(breakable: false)
#show table: set text(size: 8.2pt)`;

function footer({ foot, page: [before, between] }: TrialDocument): string {
  const numbers = `context [#${quoted(`${before} `)}#here().page()#${quoted(` ${between} `)}#counter(page).final().first()]`;
  return `[#set text(size: 7.4pt, fill: luma(60)); #grid(columns: (1fr, auto), gutter: 6pt, [#${quoted(foot)}], [#${numbers}])]`;
}
