/**
 * What does the letter to a doctor hold? Two pages as a value: the first about the person, the second about the drug.
 * A letter shows what is signed, taken, found and published; it asks, and advises nothing. What does not fit is shortened
 * by rule and said to be left out. Without a signed plan it is a request to consider, and no dose is asked for (H24, H25).
 */
import type { Analysis } from '../../analysis/finding.ts';
import type { LocalDate } from '../../base/calendar.ts';
import type { Screening } from '../../medicine/screening/screening.ts';
import type { CaseState } from '../../records/case-state.ts';
import type { Evidence } from '../evidence.ts';
import { coursePage } from './course-page.ts';
import { drugPage } from './drug-page.ts';
import type { LetterWords } from './letter-words.ts';
import type { Part } from './part.ts';
import { brief, citations } from './part.ts';
import { requestPage } from './request-page.ts';

export const LETTER_KINDS = ['course', 'request'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export type LetterFacts = {
  readonly kind: LetterKind;
  /** The day on the letter. */
  readonly day: LocalDate;
  readonly state: CaseState;
  /** Evaluated on that day with what is known then. */
  readonly screening: Screening;
  /** Absent where no day is kept yet. */
  readonly analysis?: Analysis;
  readonly evidence: Evidence;
  /** Name of the clinic; absent for a patient alone. */
  readonly clinic?: string;
  /** As typed for this letter; nothing of it is kept. */
  readonly patientName?: string;
  readonly addressee?: string;
  /** Names of people by id, for signatures. */
  readonly names: Readonly<Record<string, string>>;
  /** Everybody in it is invented. */
  readonly synthetic?: boolean;
};

/** How much of each list is shown and how large it is set (points), from the roomiest to the tightest. */
export const ROOM = [
  { size: 8.8, stretches: 8, effects: 6, medicines: 8, screening: 9, strip: 54, settle: true },
  { size: 8.4, stretches: 6, effects: 5, medicines: 6, screening: 6, strip: 46, settle: true },
  { size: 8.2, stretches: 5, effects: 3, medicines: 4, screening: 4, strip: 40, settle: true },
  { size: 7.6, stretches: 3, effects: 2, medicines: 2, screening: 2, strip: 30, settle: false },
] as const;
export type Room = (typeof ROOM)[number];

export type Letter = {
  readonly language: string;
  readonly title: string;
  readonly day: LocalDate;
  /** Lines under the title: to whom, about whom, from whom. */
  readonly head: readonly (readonly [label: string, text: string])[];
  /** Set across the head where everybody is invented. */
  readonly mark?: string;
  readonly pages: readonly [readonly Part[], readonly Part[]];
  readonly foot: string;
  /** Of the letters, points. */
  readonly size: number;
  /** "Page 1 of 2". */
  readonly page: (page: number) => string;
};

/** The letter in a language; `room` as small as the pages need. */
export function letterOf(facts: LetterFacts, words: LetterWords, room: Room = ROOM[0]): Letter {
  const cite = citations();
  const first = facts.kind === 'course' ? coursePage(facts, words, room, cite) : requestPage(facts, words, room, cite);
  const second = drugPage(facts, words, cite);
  return {
    language: words.language,
    title: words.title[facts.kind],
    day: facts.day,
    head: words.head({
      day: words.date(facts.day),
      label: brief(facts.state.label),
      ...(facts.patientName === undefined ? {} : { patientName: facts.patientName }),
      ...(facts.addressee === undefined ? {} : { addressee: facts.addressee }),
      ...(facts.clinic === undefined ? {} : { clinic: brief(facts.clinic) }),
    }),
    ...(facts.synthetic ? { mark: words.synthetic } : {}),
    pages: [first, second],
    foot: words.foot(brief(facts.state.label), words.date(facts.day)),
    page: words.page,
    size: room.size,
  };
}
