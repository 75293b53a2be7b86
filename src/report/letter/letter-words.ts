/**
 * What a language must be able to say in a letter to a doctor. Types only: a new question, screening finding, stop rule
 * or reason does not compile until every language has words for it.
 */
import type { Finding } from '../../analysis/finding.ts';
import type { LocalDate } from '../../base/calendar.ts';
import type { ChartWords } from '../../chart/words.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { MedicineUse, ScreeningFinding, Severity } from '../../medicine/screening/screening.ts';
import type { StopRule, TitrationPlan } from '../../medicine/titration.ts';
import type { NoPlan, RequestRecord } from '../../records/case-state.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { EvidenceWords } from '../evidence-words.ts';
import type { FindingWords } from '../words.ts';
import type { DiarySummary, SymptomSummary } from './diary-summary.ts';
import type { LetterKind } from './letter.ts';
import type { Stretch } from './stretches.ts';

export type PictureWords = {
  readonly symptom: (outcome: Pick<Outcome, 'id' | 'label'>) => string;
  readonly dose: (dose: Dose) => string;
  readonly doseLabel: string;
  readonly day: (day: number) => string;
  /** What the picture shows, for somebody who does not see it. */
  readonly alt: (summary: DiarySummary, findings: readonly Finding[]) => string;
};

export type Head = {
  readonly day: string;
  readonly label: string;
  readonly patientName?: string;
  readonly addressee?: string;
  readonly clinic?: string;
};

/** Safety, in the order of the card; docs/decisions/0025-the-letter.md has the source of each. */
export const SAFETY = ['no-opioids', 'emergency', 'operation', 'before-starting', 'after', 'stopping'] as const;
export type SafetyItem = (typeof SAFETY)[number];

export type LetterSection =
  | (
      | 'asked'
      | 'why'
      | 'plan'
      | 'picture'
      | 'picture-plain'
      | 'finding'
      | 'side-effects'
      | 'screening'
      | 'diary'
      | 'what'
    )
  | ('safety' | 'evidence' | 'references');

/** All there was of one side effect. */
export type Complaint = {
  readonly name: string;
  readonly times: number;
  /** The worst. */
  readonly grade: 1 | 2 | 3;
  readonly first: LocalDate;
  /** undefined = it has not ended. */
  readonly last: LocalDate | undefined;
};

/** What a patient told of and nobody has answered for yet. */
export type Reported = 'new-medicine' | 'operation-planned';

export type LetterWords = {
  /** BCP 47 tag, "en". */
  readonly language: string;
  readonly finding: FindingWords;
  readonly chart: ChartWords;
  readonly evidence: EvidenceWords;
  readonly screening: {
    readonly finding: (finding: Pick<ScreeningFinding, 'code' | 'about'>) => string;
    readonly severity: Readonly<Record<Severity, string>>;
  };
  readonly picture: PictureWords;
  readonly title: Readonly<Record<LetterKind, string>>;
  readonly section: Readonly<Record<LetterSection, string>>;
  readonly date: (day: LocalDate) => string;
  readonly head: (head: Head) => readonly (readonly [label: string, text: string])[];
  readonly synthetic: string;
  readonly foot: (label: string, day: string) => string;
  readonly page: (page: number) => string;
  /** "3 more are left out." */
  readonly leftOut: (count: number) => string;

  // ── about the person
  readonly asked: Readonly<Record<LetterKind, readonly string[]>>;
  readonly inShort: string;
  /** "pain: inconclusive" for each symptom, and the grade. */
  readonly verdicts: (findings: readonly Finding[]) => string;
  /** Why this person: codes with their names, or that none is recorded. */
  /** `taking`: a plan has force on the day of the letter. */
  readonly why: (indications: readonly string[], kind: LetterKind, taking: boolean) => string;
  readonly stands: (dose: Dose | undefined, since: LocalDate | undefined) => string;
  /** Why nothing may be taken; `on`: since or until when, where the reason has a day. */
  readonly noPlan: Readonly<Record<NoPlan['code'], (on: LocalDate | undefined) => string>>;
  readonly plan: (content: TitrationPlan, validFrom: LocalDate, validTo: LocalDate) => string;
  readonly rules: (content: TitrationPlan) => string;
  readonly signed: (names: readonly string[], on: LocalDate) => string;
  readonly notSignedHere: (prescribedBy: string | undefined) => string;
  readonly stretch: (stretch: Stretch) => readonly [days: string, planned: string, taken: string];
  readonly stretchHead: readonly [string, string, string];
  readonly noDiary: string;
  readonly noFinding: string;
  readonly summary: (summary: DiarySummary) => string;
  readonly symptom: (symptom: SymptomSummary) => string;
  readonly complaint: (complaint: Complaint) => string;
  readonly noSideEffects: string;
  readonly redFlag: (rule: StopRule, on: LocalDate, clearedOn: LocalDate | undefined) => string;
  readonly waiting: (test: string, on: LocalDate) => string;
  /** Something screening found that stands against the drug. */
  readonly against: (sentence: string) => string;
  readonly reported: (what: Reported, text: string, on: LocalDate) => string;
  readonly wished: (wish: RequestRecord['wish'], on: LocalDate) => string;
  readonly medicines: (
    medicines: readonly { readonly text: string; readonly use: MedicineUse }[],
    more: number,
  ) => string;
  readonly answered: (on: LocalDate, count: number) => string;
  readonly neverAnswered: string;
  readonly screeningClear: string;
  readonly laboratory: (liver: number | undefined, egfr: number | undefined) => string;

  // ── about the drug
  /** The second line is the one about the average person. */
  readonly what: readonly string[];
  readonly safety: Readonly<Record<SafetyItem, readonly [head: string, text: string]>>;
  readonly operationOn: (on: LocalDate, holdFrom: LocalDate | undefined) => string;
  /** What the largest trials leave, before the table. */
  readonly evidenceLead: string;
  readonly evidenceHead: readonly [string, string, string];
  readonly evidenceNote: (date: string) => string;
};
