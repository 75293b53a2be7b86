/**
 * What is known of a therapy day by day, as a drawing or a table of it needs: scores, what was taken and what was to be
 * taken, complaints, and what else happened. Plain data; what nobody recorded says so and is never zero (H10, H18).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { Dose } from '../medicine/dose.ts';
import type { MoveName } from '../medicine/moves.ts';
import type { StopRule } from '../medicine/titration.ts';
import type { Score } from './diary.ts';

/** The dose of a day as recorded. */
export type DoseDay =
  | { readonly kind: 'taken' | 'less' | 'unplanned'; readonly dose: Dose }
  | { readonly kind: 'not-taken' }
  /** A capsule of a blinded trial that has not been opened: what it held is not known. */
  | { readonly kind: 'blinded' }
  /** No drug was to be taken, and none was told of. */
  | { readonly kind: 'none' }
  /** Entries disagree. */
  | { readonly kind: 'conflict' }
  /** Nobody said. */
  | { readonly kind: 'unknown' };

export type CourseDay = {
  /** By outcome id; an outcome without an entry was not asked. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly dose: DoseDay;
  /** Dose of the plan, or of an opened trial, that had force; 0 in a baseline and on placebo; undefined = none, or sealed. */
  readonly planned?: Dose;
  /** A day of a blinded trial that has not been opened: what was to be taken is not known (H13). */
  readonly blinded?: true;
  /** Scores were entered on a later day, or taken over from the day before by a tap. */
  readonly secondHand: boolean;
  /** Anything at all was kept of the day. */
  readonly kept: boolean;
};

/** One uninterrupted complaint; `grade` as last told; `ended` is the first day without it, undefined = open. */
export type Complaint = {
  readonly name: string;
  readonly grade: 1 | 2 | 3;
  readonly since: LocalDate;
  readonly ended?: LocalDate;
};

export type CourseMark = { readonly on: LocalDate } & (
  | { readonly kind: 'plan' }
  | { readonly kind: 'move'; readonly move: MoveName | 'start'; readonly dose: Dose }
  | { readonly kind: 'red-flag'; readonly rule: StopRule }
  | { readonly kind: 'change'; readonly what: 'new-medicine' | 'infection' | 'crash' | 'cycle' | 'operation-planned' }
  | { readonly kind: 'request'; readonly wish: 'hold' | 'step-up' | 'step-down' | 'resume' | 'other' }
);

export type TherapyCourse = {
  readonly from: LocalDate;
  /** One entry for each civil day from `from` on, at least one. */
  readonly days: readonly CourseDay[];
  /** Those that touch these days, by name, then by first day; they may begin before and end after. */
  readonly complaints: readonly Complaint[];
  /** On these days, in order. */
  readonly marks: readonly CourseMark[];
};
