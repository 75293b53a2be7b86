/**
 * How did the therapy go, day by day, as far as the record knows? The ground of every drawing of a case. A dose is called
 * none only where none was to be taken; where a step was to be taken and nobody said, it is unknown (H10, H18).
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import type { CourseDay, CourseMark, DoseDay, TherapyCourse } from '../trial/therapy-course.ts';
import type { CaseState } from './case-state.ts';
import { dayOfKey, firstDrugDay, lastDiaryDay, slotOn } from './course-day.ts';
import { followedOn, whyNoPlan } from './course-plans.ts';
import { kitOn, trialOf, trialOn } from './course-trial.ts';
import { interruptionOn } from './interruption.ts';

/** First and last day with a score or a dose; undefined = none yet. */
export function courseSpan(state: CaseState): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const last = lastDiaryDay(state);
  const first = [...Object.keys(state.days), ...Object.keys(state.slots), ...Object.keys(state.kitDoses)].sort()[0];
  if (last === undefined || first === undefined) return undefined;
  return { from: dayOfKey(first), to: last };
}

/** @throws RangeError when `to` lies before `from` */
export function courseChartOf(state: CaseState, from: LocalDate, to: LocalDate): TherapyCourse {
  if (to < from) throw new RangeError(`no day between ${from} and ${to}`);
  const firstDrug = firstDrugDay(state);
  const within = ({ on }: CourseMark): boolean => from <= on && on <= to;
  return {
    from,
    days: Array.from({ length: to - from + 1 }, (_, i) => dayOf(state, (from + i) as LocalDate, firstDrug)),
    complaints: state.sideEffects
      .filter(({ since, ended }) => since <= to && (ended === undefined || ended > from))
      .map(({ name, grade, since, ended }) => ({ name, grade, since, ...(ended === undefined ? {} : { ended }) })),
    marks: marksOf(state)
      .filter(within)
      .sort((a, b) => a.on - b.on),
  };
}

function dayOf(state: CaseState, date: LocalDate, firstDrug: LocalDate | undefined): CourseDay {
  const day = state.days[formatLocalDate(date)];
  const planned = plannedOn(state, date);
  return {
    scores: day?.scores ?? {},
    dose: doseOn(state, date, planned, firstDrug),
    ...(planned === undefined ? {} : { planned }),
    ...(isSealedOn(state, date) ? { blinded: true as const } : {}),
    secondHand: day?.how.some((how) => how !== 'proxy') ?? false,
    kept: day !== undefined || slotOn(state, date) !== undefined || state.kitDoses[formatLocalDate(date)] !== undefined,
  };
}

/** What a day of a trial holds is not known before the opening (H13). */
function isSealedOn(state: CaseState, date: LocalDate): boolean {
  const record = trialOn(state, date);
  return record !== undefined && record.opened === undefined;
}

function plannedOn(state: CaseState, date: LocalDate): Dose | undefined {
  const record = trialOn(state, date);
  if (record) return record.opened?.sequence[kitOn(record, date)?.period ?? -1];
  const followed = followedOn(state, date);
  if (!followed) return undefined;
  if (interruptionOn(state, date)) return NO_DOSE;
  const { place } = followed;
  return place === 'baseline' ? NO_DOSE : followed.followed.content.steps[place]?.dose;
}

function doseOn(
  state: CaseState,
  date: LocalDate,
  planned: Dose | undefined,
  firstDrug: LocalDate | undefined,
): DoseDay {
  const kit = kitDoseOn(state, date);
  if (kit) return kit;
  const slot = slotOn(state, date);
  if (slot?.conflict) return { kind: 'conflict' };
  if (slot?.status === 'not-taken') return { kind: 'not-taken' };
  if (slot) return { kind: slot.status, dose: slot.dose };
  if (planned !== undefined) return { kind: planned === 0 ? 'none' : 'unknown' };
  const over = whyNoPlan(state, date).code;
  const ended = over === 'therapy-stopped' || over === 'plan-was-ended';
  return { kind: ended || firstDrug === undefined || date < firstDrug ? 'none' : 'unknown' };
}

/** A capsule of a trial: in the dark until the trial is opened; undefined = the day has none. */
function kitDoseOn(state: CaseState, date: LocalDate): DoseDay | undefined {
  const slot = state.kitDoses[formatLocalDate(date)];
  if (!slot) return trialOn(state, date) ? { kind: 'unknown' } : undefined;
  if (slot.conflict) return { kind: 'conflict' };
  if (slot.status === 'not-taken') return { kind: 'not-taken' };
  const record = trialOf(state, slot.trial);
  const dose = record?.opened?.sequence[record.kits.indexOf(slot.kit)];
  if (dose === undefined) return { kind: 'blinded' };
  return dose === NO_DOSE ? { kind: 'none' } : { kind: 'taken', dose };
}

function marksOf({ plans, moves, redFlags, changes, requests }: CaseState): CourseMark[] {
  return [
    ...plans.flatMap(({ forceFrom }) => (forceFrom === undefined ? [] : [{ kind: 'plan' as const, on: forceFrom }])),
    ...moves.map(({ move, dose, on }) => ({ kind: 'move' as const, move, dose, on })),
    ...redFlags.map(({ rule, date }) => ({ kind: 'red-flag' as const, rule, on: date })),
    ...changes.flatMap(({ what, date }) =>
      what === 'nothing-new' ? [] : [{ kind: 'change' as const, what, on: date }],
    ),
    ...requests.map(({ wish, on }) => ({ kind: 'request' as const, wish, on })),
  ];
}
