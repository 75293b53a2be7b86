/**
 * A patient's days as they were kept: one civil date each, and for every item what was said or why nothing was.
 * A value of 0, a skipped item, "too ill to log" and an item nobody asked are four different things and stay so.
 */
import type { LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Outcome } from './outcome.ts';

/** What the diary holds for one item on one day. */
export type Score =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'too-ill' }
  | { readonly kind: 'not-asked' };

export type DiaryDay = {
  readonly date: LocalDate;
  /** Dose *taken* that day: micrograms, or a treatment level where the diary's unit is 'none'; undefined = not recorded. */
  readonly taken?: number;
  /** Blinded diaries only: was any capsule taken, active or placebo? undefined = not recorded. */
  readonly capsule?: boolean;
  /** By outcome id; an outcome without an entry is `not-asked`. */
  readonly scores: Readonly<Record<string, Score>>;
};

/** 'ug': doses are whole micrograms. 'none': treatment levels of another study, such as 0 and 1. */
export type ExposureUnit = 'ug' | 'none';

export type DraftDiary = {
  readonly unit: ExposureUnit;
  readonly outcomes: readonly Outcome[];
  /** Any order; `checkDiary` refuses a date that stands twice and sorts the rest. */
  readonly days: readonly DiaryDay[];
};
/** Days sorted by date, no date twice, every score on its scale, every dose a whole number of micrograms. */
export type Diary = DraftDiary & { readonly __checked: 'diary' };

export type DiaryFault =
  | { readonly code: 'diary-empty' }
  | { readonly code: 'outcome-twice'; readonly outcome: string }
  | { readonly code: 'date-not-a-day'; readonly date: LocalDate }
  | { readonly code: 'date-twice'; readonly date: LocalDate }
  | { readonly code: 'score-off-scale'; readonly date: LocalDate; readonly outcome: string; readonly value: number }
  | { readonly code: 'dose-not-exact'; readonly date: LocalDate; readonly taken: number };

/** Every fault at once, outcomes first, then in date order; the only door to a `Diary`. */
export function checkDiary(draft: DraftDiary): Result<Diary, readonly DiaryFault[]> {
  if (draft.days.length === 0) return err([{ code: 'diary-empty' }]);
  const ids = draft.outcomes.map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) < i);
  const days = [...draft.days].sort((a, b) => a.date - b.date);
  const faults: DiaryFault[] = twice.map((outcome) => ({ code: 'outcome-twice', outcome }));
  for (const [i, day] of days.entries()) faults.push(...dayFaults(draft, day, days[i - 1]));
  return faults.length > 0 ? err(faults) : ok({ ...draft, days } as unknown as Diary);
}

function dayFaults(draft: DraftDiary, day: DiaryDay, last: DiaryDay | undefined): DiaryFault[] {
  const faults: DiaryFault[] = [];
  if (!Number.isSafeInteger(day.date)) faults.push({ code: 'date-not-a-day', date: day.date });
  if (last && last.date === day.date) faults.push({ code: 'date-twice', date: day.date });
  const { taken } = day;
  if (taken !== undefined) {
    const exact = draft.unit === 'ug' ? Number.isSafeInteger(taken) : Number.isFinite(taken);
    if (!exact || taken < 0) faults.push({ code: 'dose-not-exact', date: day.date, taken });
  }
  for (const { id, scale } of draft.outcomes) {
    const score = day.scores[id];
    if (score?.kind !== 'value') continue;
    if (!(score.value >= scale.minimum && score.value <= scale.maximum))
      faults.push({ code: 'score-off-scale', date: day.date, outcome: id, value: score.value });
  }
  return faults;
}
