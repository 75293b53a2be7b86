/**
 * A made-up course for drawings: scores of the seeded "side effects" journey, days left out and too ill as it drew them,
 * and by hand the plan, complaints and events a case would hold. Nobody real, no clock, no zone.
 */
import { simulateJourney } from '../../../src/analysis/journey.ts';
import type { LocalDate } from '../../../src/base/calendar.ts';
import { type Dose, micrograms, NO_DOSE } from '../../../src/medicine/dose.ts';
import type { CourseDay, CourseMark, DoseDay, TherapyCourse } from '../../../src/trial/therapy-course.ts';

const START = 20_500; // 2026-02-16
const on = (t: number): LocalDate => (START + t) as LocalDate;

/** Planned micrograms by first day: baseline, up, up, up, back down, stopped. */
const PLAN: readonly [from: number, dose: number | undefined][] = [
  [0, 0],
  [14, 1500],
  [28, 3000],
  [46, 4500],
  [63, 3000],
  [112, undefined],
];

function plannedOn(t: number): Dose | undefined {
  const dose = PLAN.findLast(([from]) => from <= t)?.[1];
  return dose === undefined ? undefined : micrograms(dose);
}

function doseOn(t: number, planned: Dose | undefined): DoseDay {
  if (planned === undefined || planned === NO_DOSE) return { kind: 'none' };
  if (t === 20 || t === 55 || t === 56) return { kind: 'not-taken' };
  if (t >= 34 && t <= 37) return { kind: 'unknown' };
  if (t === 71) return { kind: 'conflict' };
  if (t === 50) return { kind: 'unplanned', dose: micrograms(4500 + 1500) };
  if (t === 80 || t === 81) return { kind: 'less', dose: micrograms(1500) };
  return { kind: 'taken', dose: planned };
}

const journey = simulateJourney('side-effects', { days: 126, start: on(0) });

const TOO_ILL = { pain: { kind: 'too-ill' }, fatigue: { kind: 'too-ill' }, sleep: { kind: 'too-ill' } } as const;

function dayAt(t: number): CourseDay {
  const day = journey.diary.days.find(({ date }) => date === on(t));
  const planned = plannedOn(t);
  const ill = t === 39 || t === 40 || t === 58;
  const scores = t === 9 || (t >= 90 && t < 97) ? {} : ill ? TOO_ILL : (day?.scores ?? {});
  return {
    scores: t === 4 ? { ...scores, sleep: { kind: 'value', value: 0 } } : scores,
    dose: doseOn(t, planned),
    ...(planned === undefined ? {} : { planned }),
    secondHand: t === 17 || t === 18 || t === 60,
    kept: Object.values(scores).some(({ kind }) => kind !== 'skipped'),
  };
}

const marks: readonly CourseMark[] = [
  { on: on(0), kind: 'plan' },
  { on: on(14), kind: 'move', move: 'start', dose: micrograms(1500) },
  { on: on(23), kind: 'change', what: 'infection' },
  { on: on(28), kind: 'move', move: 'step-up', dose: micrograms(3000) },
  { on: on(46), kind: 'move', move: 'step-up', dose: micrograms(4500) },
  { on: on(52), kind: 'request', wish: 'hold' },
  { on: on(61), kind: 'request', wish: 'step-down' },
  { on: on(63), kind: 'move', move: 'step-down', dose: micrograms(3000) },
  { on: on(75), kind: 'change', what: 'new-medicine' },
  { on: on(111), kind: 'red-flag', rule: 'opioid-taken' },
  { on: on(112), kind: 'move', move: 'stop', dose: NO_DOSE },
];

export const exampleCourse: TherapyCourse = {
  from: on(0),
  days: Array.from({ length: 126 }, (_, t) => dayAt(t)),
  complaints: [
    { name: 'headache', grade: 1, since: on(2), ended: on(4) },
    { name: 'headache', grade: 1, since: on(15), ended: on(19) },
    { name: 'trouble-sleeping', grade: 1, since: on(29), ended: on(35) },
    { name: 'trouble-sleeping', grade: 2, since: on(47), ended: on(70) },
    { name: 'vivid-dreams', grade: 2, since: on(48), ended: on(66) },
    { name: 'vivid-dreams', grade: 1, since: on(88) },
  ],
  marks,
};

/** The first weeks of it: before any step up. */
export const exampleWeeks: TherapyCourse = {
  from: on(0),
  days: exampleCourse.days.slice(0, 26),
  complaints: exampleCourse.complaints.slice(0, 2),
  marks: marks.slice(0, 3),
};

/** The same weeks with a blinded trial of two periods from the 42nd day on: sealed, and opened with the dose second. */
export const exampleBlinded: TherapyCourse = trialFrom(42, (day) => ({ ...day, dose: blindDose(day), blinded: true }));
export const exampleOpened: TherapyCourse = trialFrom(42, (day, t) => openedDay(day, t < 70 ? 0 : 3000));

function trialFrom(first: number, change: (day: CourseDay, t: number) => CourseDay): TherapyCourse {
  const days = exampleCourse.days.slice(0, 98).map((day, t) => {
    if (t < first) return day;
    const { planned: _, ...rest } = day;
    return change(rest, t);
  });
  const until = on(first);
  return { ...exampleCourse, days, marks: exampleCourse.marks.filter((mark) => mark.on < until) };
}

function blindDose({ dose }: CourseDay): DoseDay {
  return dose.kind === 'taken' || dose.kind === 'less' || dose.kind === 'unplanned' ? { kind: 'blinded' } : dose;
}

function openedDay(day: CourseDay, arm: number): CourseDay {
  const planned = micrograms(arm);
  const dose: DoseDay =
    blindDose(day).kind !== 'blinded' ? day.dose : arm === 0 ? { kind: 'none' } : { kind: 'taken', dose: planned };
  return { ...day, planned, dose };
}
