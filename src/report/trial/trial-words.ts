/**
 * What a language must be able to say in the report of a blinded trial. Types only: a new item of CENT 2015, verdict,
 * deviation or reason does not compile until every language has words for it.
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { DeviationWhat, StopWhy } from '../../records/event-trial.ts';
import type { Confidence, GuessReason, GuessWord } from '../../trial/guess.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { CentItem, CentReason, CentSection, CentStatus } from './cent.ts';
import type { TrialReport } from './trial-report.ts';

type Scale = Outcome['scale'];

export type ReportTable =
  | 'periods'
  | 'baseline'
  | 'scores'
  | 'contrasts'
  | 'sensitivity'
  | 'guesses'
  | 'blinding'
  | 'harms'
  | 'deviations';

export type ReportFigure = 'diagram' | 'course' | 'intervals';

/** Rows of the table of sensitivity, and of the drawing beside it. */
export const SENSITIVITIES = [
  'withoutUnblinded',
  'withoutRightGuesses',
  'withExpectancy',
  'withoutFirstDays',
  'withFirstDays',
  'sceptic',
] as const;
export type SensitivityName = (typeof SENSITIVITIES)[number];

/** Fixed labels of drawings and cells. */
export type ReportLabel =
  | 'before'
  | 'sealed'
  | 'kept'
  | 'taken'
  | 'analysed'
  | 'notAnalysed'
  | 'notReached'
  | 'noChange'
  | 'worthwhile'
  | 'better'
  | 'worse'
  | 'tooFew'
  | 'none'
  | 'yes'
  | 'no'
  | 'settled';

export type TrialWords = {
  /** BCP 47 tag, "en". */
  readonly language: 'en' | 'de';
  readonly title: (report: TrialReport) => string;
  readonly head: (report: TrialReport) => readonly (readonly [label: string, text: string])[];
  readonly synthetic: string;
  readonly foot: (report: TrialReport) => string;
  /** "Page 1 of 6" as what stands before the first number and between the two. */
  readonly page: readonly [before: string, between: string];
  readonly section: Readonly<
    Record<Exclude<CentSection, 'title'> | 'short' | 'verify' | 'checklist' | 'references', string>
  >;
  /** The answer: what was settled or not, the size, and how sure that is as a natural frequency. */
  readonly verdict: (report: TrialReport) => string;
  /** What belongs to the answer: worthwhile or not, whether the blind held, what would settle it. */
  readonly shortly: (report: TrialReport) => readonly string[];
  readonly notAdvice: string;

  /** What an item asks for, in our own words. */
  readonly item: Readonly<Record<CentItem, string>>;
  /** What the record answers; empty only for items that are marked. */
  readonly say: Readonly<Record<CentItem, (report: TrialReport) => readonly string[]>>;
  readonly reason: Readonly<Record<CentReason, string>>;
  readonly status: Readonly<Record<CentStatus, string>>;
  /** "Lacking: ..." after a filled item. */
  readonly lacks: (reason: string) => string;
  readonly checklistHead: readonly [string, string, string];

  readonly tableHead: Readonly<Record<ReportTable, readonly string[]>>;
  readonly caption: Readonly<Record<ReportTable | ReportFigure, string>>;
  readonly alt: Readonly<Record<ReportFigure, (report: TrialReport) => string>>;
  readonly label: Readonly<Record<ReportLabel, string>>;
  readonly sensitivity: Readonly<Record<SensitivityName, string>>;

  /** "placebo", "4.5 mg". */
  readonly arm: (arm: Dose) => string;
  /** 0 = first. */
  readonly period: (period: number) => string;
  readonly date: (day: LocalDate) => string;
  readonly shortDate: (day: LocalDate) => string;
  readonly symptom: (outcome: Pick<Outcome, 'id' | 'label'>) => string;
  /** Signed, with the decimals the scale is worth. */
  readonly points: (value: number, scale: Scale) => string;
  readonly range: (low: number, high: number, scale: Scale) => string;
  readonly index: (value: number) => string;
  /** "about 97 in 100". */
  readonly chance: (probability: number) => string;
  readonly sideEffect: (name: string) => string;
  readonly grade: Readonly<Record<0 | 1 | 2 | 3, string>>;
  readonly guess: Readonly<Record<GuessWord, string>>;
  readonly guessReason: Readonly<Record<GuessReason, string>>;
  readonly confidence: (confidence: Confidence) => string;
  readonly deviation: Readonly<Record<DeviationWhat, string>>;
  readonly stopWhy: Readonly<Record<StopWhy, string>>;
  /** How anybody can check the allocation; the second takes its place before the text itself. */
  readonly verify: (report: TrialReport) => readonly string[];
  readonly commitment: string;
  readonly references: (report: TrialReport) => readonly string[];
};
