/**
 * A sheet of labels as the text of a typesetting program: every label in its own place, cut out by hand or printed on sheets
 * of labels. What stands on it goes in as strings, never as markup (H17).
 */
import { civilParts } from '../../base/calendar.ts';
import { quoted } from '../letter/typst.ts';
import { LABELS_A_PAGE, type LabelSheet, type SetLabel } from './label.ts';

/** The whole text. What must be read stands first on each label, so that no long text can push it off. */
export function labelsTypst(sheet: LabelSheet): string {
  const { year, month, day } = civilParts(sheet.day);
  const pages = Array.from({ length: Math.ceil(sheet.labels.length / LABELS_A_PAGE) }, (_, i) =>
    sheet.labels.slice(i * LABELS_A_PAGE, (i + 1) * LABELS_A_PAGE),
  );
  return [
    `#set document(title: ${quoted(sheet.title)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
    `#set text(font: "Atkinson Hyperlegible", size: 8.6pt, lang: ${quoted(sheet.language)}, fallback: false)`,
    '#set page(paper: "a4", margin: (x: 4.6mm, top: 13mm, bottom: 13mm))',
    SETTINGS,
    pages.map((labels) => page(labels, sheet.mark)).join('\n#pagebreak()\n'),
    '',
  ].join('\n');
}

const SETTINGS = `#set par(leading: 0.45em, spacing: 0.5em)
#show heading: set text(size: 13pt)
#show heading: set block(above: 0pt, below: 0.55em)`;

function page(labels: readonly SetLabel[], mark: string | undefined): string {
  const cells = labels.map((label) => cell(label, mark)).join(',\n');
  return `#grid(columns: (99.1mm, 99.1mm), rows: 67.7mm, column-gutter: 2.5mm,\n${cells})`;
}

function cell({ head, lines, warning }: SetLabel, mark: string | undefined): string {
  const marked = mark === undefined ? '' : `#par[#strong(${quoted(mark)})]`;
  const said = lines.map((line) => `#par[#${quoted(line)}]`).join('');
  const frame = 'width: 100%, height: 66mm, inset: 4.5mm, stroke: 0.4pt + luma(150), clip: true';
  return `block(${frame})[#heading(level: 1)[#${quoted(head)}]#par[#strong(${quoted(warning)})]${marked}${said}]`;
}
