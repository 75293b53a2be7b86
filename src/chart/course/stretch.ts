/** Stretches of days on one planned dose: where a course changes, and what each part of it holds. */
import type { LocalDate } from '../../base/calendar.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { CourseDay, TherapyCourse } from '../../trial/therapy-course.ts';
import type { CourseTold, DrawnOutcome } from './words.ts';

/** Days `first` to `last` of the course, both included; `dose` undefined = no plan had force, or a sealed trial had. */
export type Stretch = {
  readonly first: number;
  readonly last: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly dose: Dose | undefined;
  /** Days of a blinded trial that has not been opened. */
  readonly blinded: boolean;
};

export function stretchesOf({ from, days }: TherapyCourse): readonly Stretch[] {
  return runsOf(days, ({ planned, blinded }) => (blinded ? 'blinded' : planned)).map(({ first, last, value }) => ({
    ...{ first, last, dose: value === 'blinded' ? undefined : value, blinded: value === 'blinded' },
    ...{ from: (from + first) as LocalDate, to: (from + last) as LocalDate },
  }));
}

export type Run<T> = { readonly first: number; readonly last: number; readonly value: T };

/** Runs of days that are alike, without a gap between them. */
export function runsOf<D, T>(days: readonly D[], of: (day: D) => T): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  for (const [i, day] of days.entries()) {
    const value = of(day);
    const open = runs.at(-1);
    if (open && open.value === value) runs[runs.length - 1] = { ...open, last: i };
    else runs.push({ first: i, last: i, value });
  }
  return runs;
}

/** The score of a day as a number; undefined where there is none, whatever the reason. */
export function scoreOf({ scores }: CourseDay, { id }: Pick<DrawnOutcome, 'id'>): number | undefined {
  const score = scores[id];
  return score?.kind === 'value' ? score.value : undefined;
}

/** Too ill to log counts for every symptom of the day, also where it was told once for all of them. */
export function isTooIll({ scores }: CourseDay, { id }: Pick<DrawnOutcome, 'id'>): boolean {
  return (scores[id] ?? Object.values(scores)[0])?.kind === 'too-ill';
}

/** Days drawn after a change of dose; most side effects of a step have come by then. What is later is in the table. */
export const EFFECT_DAYS = 42;

/** Counts for the description and the table. */
export function toldOf(course: TherapyCourse, outcome: Pick<DrawnOutcome, 'id'>): CourseTold {
  const { days, complaints } = course;
  return {
    days: days.length,
    scored: days.filter((day) => scoreOf(day, outcome) !== undefined).length,
    tooIll: days.filter((day) => isTooIll(day, outcome)).length,
    stretches: stretchesOf(course),
    complaints,
  };
}

/** Micrograms known to have been taken on the day; undefined = not known. */
export function takenOn({ dose }: CourseDay): number | undefined {
  if ('dose' in dose) return dose.dose;
  return dose.kind === 'none' || dose.kind === 'not-taken' ? 0 : undefined;
}
