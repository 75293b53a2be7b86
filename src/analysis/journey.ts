/**
 * Ten invented people on low-dose naltrexone, one for each thing a diary can teach: who they are in truth, what they
 * took, and the diary that follows. Nobody here exists; every truth says `synthetic`. Refuses days beyond a course and
 * dates beyond October 2026, so that no example lies in the future.
 */
import { formatLocalDate, type LocalDate, localDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import { seededRng } from '../base/rng.ts';
import type { Diary } from '../trial/diary.ts';
import { DAILY_OUTCOMES, type Outcome } from '../trial/outcome.ts';
import { type SymptomTruth, simulateDiary } from './generator.ts';
import { COURSES, type Course, drawClinicPerson, type JourneyPlan } from './journey-course.ts';

export type JourneyName =
  | 'responder'
  | 'non-responder'
  | 'side-effects'
  | 'opioid-exclusion'
  | 'slow-responder'
  | 'small-dose'
  | 'surgery'
  | 'traveller'
  | 'withdrawn'
  | 'clinic-of-40';

export type Journey = {
  readonly name: JourneyName;
  readonly people: number;
  /** Days of the course as planned; more days go on at the last dose, fewer stop earlier. */
  readonly days: number;
  /** Most days that may be asked for. */
  readonly longest: number;
  /** Days before the first blinded one, in journeys that have a blinded part. */
  readonly openDays?: number;
  /** The journey's place in the list. No seed was looked for: a journey shows what it shows. */
  readonly seed: number;
};

/** 5 January 2026, a Monday. */
export const FIRST_DAY: LocalDate = localDate(2026, 1, 5);
const LAST_DAY = localDate(2026, 10, 31);
const LONGEST = LAST_DAY - FIRST_DAY + 1;
const SHORTEST = 7;
const CLINIC_SIZE = 40;

const courseDays = (course: Course): number => course.reduce((sum, stretch) => sum + stretch.days, 0);

const NAMES = [
  'responder',
  'non-responder',
  'side-effects',
  'opioid-exclusion',
  'slow-responder',
  'small-dose',
  'surgery',
  'traveller',
  'withdrawn',
  'clinic-of-40',
] as const satisfies readonly JourneyName[];

/** Every journey, in the order they are told. Titles are words: web/kit/words. */
export const JOURNEYS: readonly Journey[] = NAMES.map((name, i) => {
  const { course, blindedStretch, endsForGood } = COURSES[name];
  const days = courseDays(course);
  const people = name === 'clinic-of-40' ? CLINIC_SIZE : 1;
  const openDays = blindedStretch === undefined ? {} : { openDays: courseDays(course.slice(0, blindedStretch)) };
  return { name, people, days, longest: endsForGood ? days : LONGEST, ...openDays, seed: i + 1 };
});

export type JourneyOptions = {
  readonly days?: number;
  /** Whole number 0 … 2^32-1. */
  readonly seed?: number;
  /** First civil day; without it `FIRST_DAY`. */
  readonly start?: LocalDate;
  /** Which of the journey's people, from 1. */
  readonly person?: number;
};

export type JourneyFault =
  | { readonly code: 'journey-unknown'; readonly name: string }
  | { readonly code: 'journey-days-out-of-range'; readonly days: number; readonly least: number; readonly most: number }
  | { readonly code: 'journey-seed-not-whole'; readonly seed: number };

/** Every fault of a request at once. Nothing is clamped: 400 days of a 33-day course are refused. */
export function checkJourney(
  name: string,
  { days, seed }: Pick<JourneyOptions, 'days' | 'seed'>,
): Result<Journey, readonly JourneyFault[]> {
  const journey = JOURNEYS.find((candidate) => candidate.name === name);
  if (!journey) return err([{ code: 'journey-unknown', name }]);
  const faults: JourneyFault[] = [];
  if (days !== undefined && !(Number.isInteger(days) && days >= SHORTEST && days <= journey.longest))
    faults.push({ code: 'journey-days-out-of-range', days, least: SHORTEST, most: journey.longest });
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff))
    faults.push({ code: 'journey-seed-not-whole', seed });
  return faults.length > 0 ? err(faults) : ok(journey);
}

/** What is true of the invented person; plain JSON, doses in mg, points of 0-10, days. */
export type JourneyTruth = {
  readonly synthetic: true;
  readonly journey: JourneyName;
  /** "T-001" … : a code, never a name. */
  readonly person: string;
  readonly seed: number;
  readonly start: string;
  readonly days: number;
  /** First blinded day, ISO, where the diary reaches one. */
  readonly blindedFrom?: string;
  readonly course: readonly { readonly doseMg: number; readonly days: number; readonly capsule?: boolean }[];
  readonly symptoms: Readonly<Record<string, TruthOfSymptom>>;
};
export type TruthOfSymptom = Omit<SymptomTruth, 'effects'> & {
  readonly effects: readonly { readonly doseMg: number; readonly change: number }[];
};

export type SimulatedPerson = { readonly diary: Diary; readonly truth: JourneyTruth };

/** One person's diary and truth. @throws RangeError for a request that `checkJourney` refuses. */
export function simulateJourney(name: JourneyName, options: JourneyOptions = {}): SimulatedPerson {
  const checked = checkJourney(name, options);
  if (!checked.ok) throw new RangeError(`no such journey: ${JSON.stringify(checked.error)}`);
  const journey = checked.value;
  const { openDays = Number.POSITIVE_INFINITY } = journey;
  const { days = journey.days, seed = journey.seed, start = FIRST_DAY, person = 1 } = options;
  if (!(Number.isInteger(person) && person >= 1 && person <= journey.people))
    throw new RangeError(`no person ${person} among ${journey.people}`);
  const code = `T-${String(person).padStart(3, '0')}`;
  const rng = seededRng(seed).split(`${name} ${code}`);
  const plan = name === 'clinic-of-40' ? drawClinicPerson(rng.split('person')) : COURSES[name];
  const course = fitCourse(plan.course, days);
  const symptoms = DAILY_OUTCOMES.map((outcome) => ({ outcome, truth: symptomOf(plan, outcome) }));
  const diary = simulateDiary(
    { start, exposure: exposureOf(course), symptoms, missing: plan.missing, marking: 'whole' },
    rng,
  );
  const truth: JourneyTruth = {
    synthetic: true,
    journey: name,
    person: code,
    seed,
    start: formatLocalDate(start),
    days,
    ...(openDays < days ? { blindedFrom: formatLocalDate((start + openDays) as LocalDate) } : {}),
    course: course.map(({ dose, ...stretch }) => ({ doseMg: dose / 1000, ...stretch })),
    symptoms: Object.fromEntries(symptoms.map(({ outcome, truth }) => [outcome.id, inMilligrams(truth)])),
  };
  return { diary, truth };
}

/** Everybody of a journey: one person, or the forty of the clinic. */
export function simulatePeople(
  name: JourneyName,
  options: Omit<JourneyOptions, 'person'> = {},
): readonly SimulatedPerson[] {
  const people = JOURNEYS.find((journey) => journey.name === name)?.people ?? 0;
  return Array.from({ length: people }, (_, i) => simulateJourney(name, { ...options, person: i + 1 }));
}

/** The course cut short or continued at its last dose. */
function fitCourse(course: Course, days: number): Course {
  const fitted: Course[number][] = [];
  let left = days;
  for (const [i, stretch] of course.entries()) {
    const length = i === course.length - 1 ? left : Math.min(left, stretch.days);
    if (length > 0) fitted.push({ ...stretch, days: length });
    left -= length;
  }
  return fitted;
}

function exposureOf(course: Course): { readonly dose: readonly number[]; readonly capsule?: readonly boolean[] } {
  const dose = course.flatMap((stretch) => Array<number>(stretch.days).fill(stretch.dose));
  if (!course.some((stretch) => stretch.capsule !== undefined)) return { dose };
  return { dose, capsule: course.flatMap((s) => Array<boolean>(s.days).fill(s.capsule ?? s.dose > 0)) };
}

function symptomOf(plan: JourneyPlan, outcome: Outcome): SymptomTruth {
  const truth = plan.symptoms[outcome.id as keyof JourneyPlan['symptoms']];
  if (!truth) throw new RangeError(`no truth for ${outcome.id}`);
  return truth;
}

function inMilligrams(truth: SymptomTruth): TruthOfSymptom {
  return { ...truth, effects: truth.effects.map(({ dose, change }) => ({ doseMg: dose / 1000, change })) };
}
