/**
 * Which doses were really taken? Days in a row under one dose of a plan, with how many of them it was taken, how many
 * another, none, or nobody said. A day without an entry is not a day without the drug (H10).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import type { CaseState } from '../../records/case-state.ts';
import { dayOfKey, lastDiaryDay, slotOn } from '../../records/course-day.ts';
import { followedOn } from '../../records/course-plans.ts';

export type Stretch = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** 0 before the first dose; undefined = no plan could be followed. */
  readonly planned: Dose | undefined;
  readonly days: number;
  readonly taken: number;
  /** Less than planned, or a dose outside the plan. */
  readonly other: number;
  readonly notTaken: number;
  /** Nothing was recorded, or two entries disagree. */
  readonly unknown: number;
};

/** From the first day of the diary or of a plan to the last day of the diary, not beyond `day`. */
export function stretchesOf(state: CaseState, day: LocalDate): readonly Stretch[] {
  const first = firstDay(state);
  const last = lastDiaryDay(state);
  const stretches: Stretch[] = [];
  if (first === undefined || last === undefined) return stretches;
  for (let date = first; date <= Math.min(last, day); date++) {
    const one = dayAt(state, date);
    const before = stretches.at(-1);
    if (before && before.planned === one.planned) stretches[stretches.length - 1] = joined(before, one);
    else stretches.push(one);
  }
  return stretches;
}

function firstDay(state: CaseState): LocalDate | undefined {
  const kept = [...Object.keys(state.days), ...Object.keys(state.slots)].sort()[0];
  const forced = state.plans.flatMap(({ forceFrom }) => (forceFrom === undefined ? [] : [forceFrom]));
  const all = [...forced, ...(kept === undefined ? [] : [dayOfKey(kept)])];
  return all.length === 0 ? undefined : (Math.min(...all) as LocalDate);
}

function dayAt(state: CaseState, date: LocalDate): Stretch {
  const followed = followedOn(state, date);
  const place = followed?.place;
  const planned =
    place === undefined ? undefined : place === 'baseline' ? NO_DOSE : followed?.followed.content.steps[place]?.dose;
  const slot = slotOn(state, date);
  const is = (found: boolean): number => (found ? 1 : 0);
  const known = slot !== undefined && !slot.conflict;
  return {
    from: date,
    to: date,
    planned,
    days: 1,
    taken: is(known && slot.status === 'taken'),
    other: is(known && (slot.status === 'less' || slot.status === 'unplanned')),
    notTaken: is(known && slot.status === 'not-taken'),
    unknown: is(!known),
  };
}

const joined = (a: Stretch, b: Stretch): Stretch => ({
  ...a,
  to: b.to,
  days: a.days + b.days,
  taken: a.taken + b.taken,
  other: a.other + b.other,
  notTaken: a.notTaken + b.notTaken,
  unknown: a.unknown + b.unknown,
});
