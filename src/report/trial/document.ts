/**
 * The report as a document: the answer first, then every item of CENT 2015 in its place with its tables and drawings, how
 * to check the allocation, and the list of items with what only the clinic can add. Advises nothing (H18, H19).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { brief, heading, type Line, type Part, paragraph, quiet } from '../letter/part.ts';
import { CENT_ITEMS, CENT_MARKS, CENT_SECTIONS, type CentItem, sectionOf } from './cent.ts';
import { courseFigure } from './course-figure.ts';
import { intervalsFigure } from './intervals-figure.ts';
import { periodDiagram } from './period-diagram.ts';
import { tableOf } from './tables.ts';
import { inGroups, type TrialReport } from './trial-report.ts';
import type { ReportFigure, ReportTable, TrialWords } from './trial-words.ts';

export type TrialDocument = {
  readonly language: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly head: readonly (readonly [label: string, text: string])[];
  /** Set across the head where everybody is invented. */
  readonly mark?: string;
  readonly parts: readonly Part[];
  readonly foot: string;
  readonly page: readonly [before: string, between: string];
};

export function documentOf(report: TrialReport, words: TrialWords): TrialDocument {
  const body = CENT_SECTIONS.filter((section) => section !== 'title').flatMap((section) => [
    heading(words.section[section]),
    ...CENT_ITEMS.filter((item) => sectionOf(item) === section).flatMap((item) => itemParts(item, report, words)),
  ]);
  return {
    language: words.language,
    title: words.title(report),
    day: report.day,
    head: words.head(report).map(([label, text]) => [label, brief(text, 90)]),
    ...(report.synthetic ? { mark: words.synthetic } : {}),
    parts: [...shortParts(report, words), ...body, ...verifyParts(report, words), ...endParts(report, words)],
    foot: words.foot(report),
    page: words.page,
  };
}

/** The answer in a box, and the summary that a reader in a hurry reads (1a and 1b). */
function shortParts(report: TrialReport, words: TrialWords): Part[] {
  return [
    {
      kind: 'box',
      parts: [
        heading(words.section.short),
        paragraph({ strong: words.verdict(report) }),
        ...words.shortly(report).map((line) => paragraph(line)),
        quiet(words.notAdvice),
      ],
    },
    ...itemParts('1a', report, words),
    ...itemParts('1b', report, words),
  ];
}

/** What stands under an item beside its words. */
const TABLES: Readonly<Partial<Record<CentItem, readonly (ReportTable | ReportFigure)[]>>> = {
  '3b': ['deviations'],
  '13a.1': ['diagram', 'periods'],
  '15': ['baseline'],
  '17a.1': ['course', 'scores'],
  '17a.2': ['intervals', 'contrasts'],
  '18': ['sensitivity', 'guesses', 'blinding'],
  '19': ['harms'],
};

function itemParts(item: CentItem, report: TrialReport, words: TrialWords): Part[] {
  return [
    { kind: 'heading', level: 2, text: `${item} ${words.item[item]}` },
    ...saidOf(item, report, words).map((line) => paragraph(line)),
    ...(TABLES[item] ?? []).flatMap((name) => shown(name, report, words)),
  ];
}

/** The words of an item: what the record answers, or why it is marked, and what it lacks. */
export function saidOf(item: CentItem, report: TrialReport, words: TrialWords): readonly string[] {
  const mark = CENT_MARKS[item];
  const said = words.say[item](report);
  if (mark.status !== 'filled') return [`${words.status[mark.status]}: ${words.reason[mark.why]}`, ...said];
  return mark.lacks === undefined ? said : [...said, words.lacks(words.reason[mark.lacks])];
}

const FIGURES: Readonly<Record<ReportFigure, (report: TrialReport, words: TrialWords) => string | undefined>> = {
  diagram: periodDiagram,
  course: courseFigure,
  intervals: intervalsFigure,
};

const isFigure = (name: ReportTable | ReportFigure): name is ReportFigure => Object.hasOwn(FIGURES, name);

/** A drawing or a table with its caption; nothing where there is nothing to show. */
function shown(name: ReportTable | ReportFigure, report: TrialReport, words: TrialWords): Part[] {
  if (isFigure(name)) {
    const svg = FIGURES[name](report, words);
    if (svg === undefined) return [];
    return [{ kind: 'figure', svg, alt: words.alt[name](report), caption: words.caption[name] }];
  }
  const table = tableOf(name, report, words);
  if (table.rows.length === 0) return [];
  const rows = table.rows.map((row) => row.map((cell): Line => [cell]));
  return [{ kind: 'table', caption: words.caption[name], ...table, rows }];
}

function verifyParts(report: TrialReport, words: TrialWords): Part[] {
  const { text, commitment } = report.allocation;
  return [
    heading(words.section.verify),
    { kind: 'list', numbered: true, items: words.verify(report).map((line): Line => [line]) },
    {
      kind: 'box',
      parts: [paragraph(inGroups(text, 48)), paragraph({ strong: words.commitment }, ` ${inGroups(commitment, 16)}`)],
    },
  ];
}

function endParts(report: TrialReport, words: TrialWords): Part[] {
  const rows = CENT_ITEMS.map((item): readonly Line[] => [[item], [words.item[item]], [standingOf(item, words)]]);
  return [
    heading(words.section.checklist),
    { kind: 'table', head: words.checklistHead, widths: [8, 46, 46], rows },
    heading(words.section.references),
    { kind: 'references', items: words.references(report) },
  ];
}

/** How an item stands in the list at the end. */
function standingOf(item: CentItem, words: TrialWords): string {
  const mark = CENT_MARKS[item];
  const status = words.status[mark.status];
  if (mark.status !== 'filled') return `${status}: ${words.reason[mark.why]}`;
  return mark.lacks === undefined ? status : `${status}. ${words.lacks(words.reason[mark.lacks])}`;
}
