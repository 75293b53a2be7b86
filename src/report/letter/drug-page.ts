/**
 * The second page: what everybody who treats the person has to know about the drug. A safety card with the source of
 * each line, what is known from trials with the two that found no benefit first, and the references (H24, H25, H18).
 */
import { type LocalDate, parseLocalDate } from '../../base/calendar.ts';
import type { SourceId } from '../evidence.ts';
import type { LetterFacts } from './letter.ts';
import { type LetterWords, SAFETY, type SafetyItem } from './letter-words.ts';
import { type Citations, heading, type Line, type Part, paragraph } from './part.ts';

const SAFETY_SOURCES: Readonly<Record<SafetyItem, readonly SourceId[]>> = {
  'no-opioids': ['label-tablets', 'receptor-primer-2022'],
  'before-starting': ['label-tablets', 'label-injection'],
  operation: ['spaqi-2021'],
  emergency: ['label-tablets'],
  after: ['label-tablets'],
  stopping: ['label-tablets'],
};

/** Rows of the table, the largest blinded trials first. */
const SHOWN: readonly SourceId[] = [
  ...(['final-2024', 'innova', 'younger-2013', 'ologunowa-2025', 'vatvani-2024'] as const),
  ...(['bruun-plesner-2020', 'polo-2019', 'ann-med-surg-2025', 'bolton-2019', 'lift'] as const),
];

export function drugPage(facts: LetterFacts, words: LetterWords, cite: Citations): readonly Part[] {
  return [
    { kind: 'box', parts: [heading(words.section.safety), ...safety(facts, words, cite)] },
    ...(facts.kind === 'course' ? whatItIs(words, cite) : []),
    heading(words.section.evidence),
    paragraph(
      { strong: words.evidenceLead },
      cite.of('final-2024', 'innova'),
      ` ${words.evidenceNote(facts.evidence.date)}`,
    ),
    evidenceTable(facts, words, cite),
    heading(words.section.references),
    references(facts, words, cite),
  ];
}

/** For whoever has never heard of it, with the null trials named in the same breath. */
export function whatItIs(words: LetterWords, cite: Citations): readonly Part[] {
  const items = words.what.map((line): Line => [line]);
  const average = items[1] ?? [];
  return [
    heading(words.section.what),
    { kind: 'list', items: items.with(1, [...average, cite.of('final-2024', 'innova')]) },
  ];
}

function safety(facts: LetterFacts, words: LetterWords, cite: Citations): Part[] {
  const items = SAFETY.map((item): Line => {
    const [head, text] = words.safety[item];
    const planned = item === 'operation' ? plannedOperation(facts, words) : [];
    return [{ strong: head }, ` ${text}`, ...planned, cite.of(...SAFETY_SOURCES[item])];
  });
  return [{ kind: 'list', items }];
}

/** The day of a planned operation, where screening knows of one. */
function plannedOperation({ screening, day }: LetterFacts, words: LetterWords): Line {
  const found = screening.findings.find(({ code }) => code === 'operation-planned' || code === 'operation-hold');
  const on = dayOf(found?.about.operationOn);
  return on === undefined || on < day ? [] : [' ', { strong: words.operationOn(on, dayOf(found?.about.holdFrom)) }];
}

function dayOf(value: string | number | undefined): LocalDate | undefined {
  const date = parseLocalDate(String(value));
  return date.ok ? date.value : undefined;
}

function evidenceTable({ evidence }: LetterFacts, { evidence: say, evidenceHead }: LetterWords, cite: Citations): Part {
  const rows = SHOWN.map((id) => {
    const source = evidence.sources[id];
    const what: Line = [{ strong: say.name[id] }, cite.of(id), ` ${say.size(source)}`];
    return [what, [say.found[id](source)], [say.grade[source.grade]]];
  });
  return { kind: 'table', head: evidenceHead, widths: [33, 47, 20], rows };
}

function references({ evidence }: LetterFacts, { evidence: say }: LetterWords, cite: Citations): Part {
  return { kind: 'references', items: cite.all().map((id) => say.reference(evidence.sources[id])) };
}
