/**
 * What does screening ask, and what does it answer? The words of the question and of the answer; the rules stand in
 * rules.ts, the names in drug-list.ts. Not known counts as not in order (H4, H5, H6, H7).
 */
import type { LocalDate } from '../../base/calendar.ts';

/** How a medicine is made or given, as far as it decides how long its effect lasts. 'unknown' counts as the longest. */
export const MEDICINE_FORMS = [
  'immediate-release',
  'extended-release',
  'patch',
  'injection',
  'depot',
  'procedural',
  'unknown',
] as const;
export type MedicineForm = (typeof MEDICINE_FORMS)[number];

/** 'current'; or stopped, with the last civil day it was taken; or 'unknown', which counts as current. */
export type MedicineUse =
  | { readonly kind: 'current' }
  | { readonly kind: 'stopped'; readonly lastTaken: LocalDate }
  | { readonly kind: 'unknown' };

export type CodeSystem = 'rxnorm' | 'atc';
export type MedicineCode = { readonly system: CodeSystem; readonly code: string };

/** A medicine as a person entered it: text, or a code from another system, or both. Nothing in it has been interpreted. */
export type EnteredMedicine = {
  readonly id: string;
  readonly text: string;
  readonly code?: MedicineCode;
  readonly form: MedicineForm;
  readonly use: MedicineUse;
  /** Taken for more than about four weeks in the last ninety days; undefined = not said. */
  readonly chronic?: boolean;
  /** More than the label allows or regularly (loperamide, diphenoxylate); undefined = not said. */
  readonly beyondLabel?: boolean;
  /** What a person decided an unrecognised text is. */
  readonly resolution?: MedicineResolution;
};

/** 'ingredient': it is this entry of the list. 'not-listed': a clinician read it and says that no rule concerns it. */
export type MedicineResolution =
  | { readonly kind: 'ingredient'; readonly ingredient: string; readonly reason: string }
  | { readonly kind: 'not-listed'; readonly reason: string };

/** 'unknown' is an answer too, and it blocks. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Questions answered for a patient on a civil day; every one must be there. */
export const QUESTIONS = [
  'adult', // 18 or older
  'opioid-not-on-the-list-now', // anything else that may hold an opioid: illicit, kratom, tianeptine, a friend's tablet
  'opioid-in-the-last-90-days',
  'failed-naloxone-challenge',
  'positive-opioid-urine-test',
  'hypersensitive-to-naltrexone',
  'hypersensitive-to-excipient',
  'acute-hepatitis-or-liver-failure',
  'cirrhosis-child-pugh-b-or-c',
  'pregnant-or-trying',
  'breastfeeding',
  'operation-planned-within-14-days',
  'ever-used-opioids-regularly',
  'depressed-or-suicidal',
  'hashimoto-thyroiditis',
  'organ-transplant',
  'immunosuppressant-or-biologic',
  'alcohol-use-disorder',
  'psychosis',
  'demyelinating-disease',
  'cancer',
  'fifty-milligram-tablets-at-home',
] as const;
export type Question = (typeof QUESTIONS)[number];

export type ScreeningAnswers = {
  readonly on: LocalDate;
  readonly answers: Readonly<Record<Question, Answer>>;
  /** ALT or AST, the higher, in multiples of the upper limit of normal; undefined = not measured. */
  readonly liverTimesUpperLimit?: number;
  /** mL/min/1.73 m2; undefined = not measured. */
  readonly egfr?: number;
  /** Civil day of the planned operation, where there is one. */
  readonly operationOn?: LocalDate;
};

export const RULES = [
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13', 'S14', 'S15', 'S16'],
  ...['S17', 'S18', 'S19', 'S20', 'S21', 'S22', 'unresolved', 'unanswered', 'list-expired'],
] as const;
export type ScreeningRule =
  | `S${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22}`
  | 'unresolved'
  | 'unanswered'
  | 'list-expired';

/** 'hard': nothing can be signed or taken. 'soft': a prescriber reads it and gives a reason. 'info': to be read. */
export type Severity = 'hard' | 'soft' | 'info';

/** One thing screening found. `key` names it for ever, so that an override fits this finding and no other. */
export type ScreeningFinding = {
  readonly key: string;
  readonly rule: ScreeningRule;
  readonly severity: Severity;
  /** kebab-case reason with its data in `about`; the sentence stands with the words. */
  readonly code: string;
  readonly about: Readonly<Record<string, string | number>>;
  /** The entered medicine it comes from, or undefined. */
  readonly medicine?: string;
  /** First civil day on which waiting has cleared it; undefined = waiting does not clear it. */
  readonly clearFrom?: LocalDate;
  /** May a prescriber set it aside with a reason? Never true for a current opioid. */
  readonly overridable: boolean;
  readonly overriddenBy?: { readonly person: string; readonly reason: string; readonly on: LocalDate };
};

/** A prescriber's reason for going on in spite of one finding; it holds for that key only. */
export type ScreeningOverride = {
  readonly key: string;
  readonly person: string;
  readonly reason: string;
  readonly on: LocalDate;
};

export type ScreeningInput = {
  readonly medicines: readonly EnteredMedicine[];
  readonly answers: ScreeningAnswers | undefined;
  readonly overrides: readonly ScreeningOverride[];
};

/** 'label': the intervals of the label. 'research': 28 opioid-free days for all. */
export type ScreeningPolicy = { readonly washout: 'label' | 'research' };

export type Screening = {
  readonly on: LocalDate;
  readonly listVersion: string;
  /** Most serious first, then by rule and key: the same input gives the same order. Overridden ones stay in the list. */
  readonly findings: readonly ScreeningFinding[];
  /** Hard findings without an override. Nothing may be signed or taken while it is above 0. */
  readonly openHard: number;
  /** Soft findings without an override. Nothing may be signed while it is above 0. */
  readonly openSoft: number;
  /** The latest `clearFrom` of the open hard findings when waiting alone clears them all; undefined = it does not. */
  readonly clearFrom?: LocalDate;
};
