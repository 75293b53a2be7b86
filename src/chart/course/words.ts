/** What a language must be able to say on the drawing of a course and of its side effects. Types only. */
import type { LocalDate } from '../../base/calendar.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { Complaint, CourseMark } from '../../trial/therapy-course.ts';
import type { Caption } from '../words.ts';
import type { Stretch } from './stretch.ts';

export type DrawnOutcome = Pick<Outcome, 'id' | 'label' | 'scale' | 'better'>;

/** What the description of a course tells: counts of days, and its stretches of one planned dose. */
export type CourseTold = {
  readonly days: number;
  readonly scored: number;
  readonly tooIll: number;
  readonly stretches: readonly Stretch[];
  readonly complaints: readonly Complaint[];
};

export type CourseWords = {
  readonly courseCaption: (outcome: DrawnOutcome, told: CourseTold) => Caption;
  readonly sideEffectsCaption: (told: CourseTold) => Caption;
  /** "Pain, 0 to 10, lower is better". */
  readonly scoreAxis: (outcome: DrawnOutcome) => string;
  readonly points: (value: number, scale: Outcome['scale']) => string;
  /** "3 mg"; 0 is "no drug". */
  readonly dose: (dose: Dose) => string;
  /** The same without its unit, for an axis that names it. */
  readonly doseTick: (dose: number) => string;
  /** "3 Mar", "3 Mar 2026", "Mar". */
  readonly day: (day: LocalDate) => string;
  readonly longDay: (day: LocalDate) => string;
  readonly month: (day: LocalDate) => string;
  readonly year: (day: LocalDate) => string;
  readonly sideEffect: (name: string) => string;
  /** "vivid dreams, moderate". */
  readonly complaint: (complaint: Complaint) => string;
  /** Two or three words: "infection", "asked to hold". */
  readonly mark: (mark: CourseMark) => string;
  /** "3 of 12 days". */
  readonly ofDays: (some: number, all: number) => string;
  readonly label: Readonly<Record<CourseLabel, string>>;
};

export type CourseLabel =
  | 'day-logged'
  | 'second-hand'
  | 'too-ill'
  | 'no-score'
  | 'fitted'
  | 'without'
  | 'dose-taken'
  | 'dose-planned'
  | 'dose-not-taken'
  | 'dose-unplanned'
  | 'dose-unknown'
  | 'dose-blinded'
  | 'dose-axis'
  | 'side-effects'
  | 'events'
  | 'no-plan'
  | 'blinded'
  | 'no-drug'
  | 'from'
  | 'to'
  | 'planned'
  | 'taken'
  | 'days-scored'
  | 'days-too-ill'
  | 'mean-score'
  | 'happened'
  | 'days-since-step'
  | 'effect-day'
  | 'effect-carried'
  | 'day-kept'
  | 'side-effect'
  | 'told-later'
  | 'fraction-note'
  | 'first-week'
  | 'second-week'
  | 'later'
  | 'none';
