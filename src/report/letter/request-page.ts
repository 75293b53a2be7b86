/**
 * The first page of a request to consider, for somebody without a plan: what is asked as questions, what screening found
 * and what the diary holds so far, what the drug is and is not. Names no dose for this person: nothing here can be read
 * as a prescription (H35).
 */

import type { ScreeningFinding } from '../../medicine/screening/screening.ts';
import { briefIndications, pictureParts } from './course-page.ts';
import { summaryOf } from './diary-summary.ts';
import { whatItIs } from './drug-page.ts';
import type { LetterFacts, Room } from './letter.ts';
import type { LetterWords } from './letter-words.ts';
import { brief, type Citations, heading, type Line, type Part, paragraph, quiet } from './part.ts';

export function requestPage(facts: LetterFacts, words: LetterWords, room: Room, cite: Citations): readonly Part[] {
  return [
    {
      kind: 'box',
      parts: [
        heading(words.section.asked),
        { kind: 'list', numbered: true, items: words.asked.request.map((line) => [line]) },
      ],
    },
    heading(words.section.why),
    paragraph(words.why(briefIndications(facts.state), 'request', false)),
    ...whatItIs(words, cite),
    heading(words.section.screening),
    ...screeningParts(facts, words, room),
    heading(words.section.diary),
    ...diaryParts(facts, words),
    ...pictureParts(facts, words, room),
    quiet(words.finding.notAdvice),
  ];
}

function screeningParts({ state, screening }: LetterFacts, words: LetterWords, room: Room): Part[] {
  const { answers, medicines } = state;
  const shown = medicines.slice(0, room.medicines).map(({ text, use }) => ({ text: brief(text), use }));
  const taken = words.medicines(shown, medicines.length - shown.length);
  if (!answers) return [paragraph(words.neverAnswered), paragraph(taken)];
  const lines: Line[] = screening.findings
    .slice(0, room.screening)
    .map((finding) => [
      { strong: `${words.screening.severity[finding.severity]}: ` },
      words.screening.finding({ ...finding, about: briefAbout(finding.about) }),
    ]);
  const left = screening.findings.length - lines.length;
  return [
    paragraph(
      `${words.answered(answers.on, Object.keys(answers.answers).length)} `,
      `${words.laboratory(answers.liverTimesUpperLimit, answers.egfr)} ${taken}`,
    ),
    ...(lines.length === 0 ? [paragraph(words.screeningClear)] : [{ kind: 'list', items: lines } as const]),
    ...(left > 0 ? [quiet(words.leftOut(left))] : []),
  ];
}

/** What a finding is about, with the record's texts cut. */
export const briefAbout = (about: ScreeningFinding['about']): ScreeningFinding['about'] =>
  Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, typeof value === 'string' ? brief(value) : value]),
  );

function diaryParts({ state, day }: LetterFacts, words: LetterWords): Part[] {
  const summary = summaryOf(state, day);
  if (!summary) return [];
  return [paragraph(`${words.summary(summary)} ${summary.symptoms.map(words.symptom).join(' ')}`)];
}
