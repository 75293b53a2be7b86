/**
 * What was taken on each civil day of an opened trial and before it? The arm of the kit on days it was taken, nothing on
 * days it was not. A capsule nobody recorded is taken to be as the day before for a week at the most; beyond that the
 * day's score does not count. Both are counted and told (H18).
 */
import type { LocalDate } from '../../base/calendar.ts';
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import { daysOf, periodOn, type TrialProtocol } from '../../trial/protocol.ts';
import type { Taking } from './trial-answer.ts';
import type { TrialDay, TrialRun } from './trial-run.ts';

/** Longest run of days nobody recorded that is filled, as in an open diary (series.ts): our choice. */
const CARRY_DAYS = 7;
/** Days before the trial that are looked at: five times the median onset and more, and a baseline before a titration. */
const LEAD_DAYS = 182;

/** One civil day as the model sees it. */
export type LaidDay = {
  readonly date: LocalDate;
  readonly day?: TrialDay;
  /** 0 = first; absent before the trial. */
  readonly period?: number;
  /** Days of this period before it, 0 = its first day. */
  readonly into: number;
  /** The arm of the kit that was, or would have been, taken; 0 before the trial. */
  readonly arm: Dose;
  /** In force that day: an arm, or before the trial the dose of the design nearest below the open one. */
  readonly dose: Dose;
  readonly capsule: boolean;
  /** Known, or filled from a neighbour within a week; only such a day's score may count. */
  readonly known: boolean;
};

/** Days without a gap, from the first that matters to the last under the trial. */
export type TrialCalendar = {
  readonly first: LocalDate;
  readonly days: readonly LaidDay[];
  readonly taking: Taking;
};

/** First civil day no longer under the trial. */
export function endOf({ protocol, startOn, endedOn }: Pick<TrialRun, 'protocol' | 'startOn' | 'endedOn'>): LocalDate {
  const over = (startOn + daysOf(protocol)) as LocalDate;
  return endedOn !== undefined && endedOn < over ? endedOn : over;
}

export function calendarOf(run: TrialRun): TrialCalendar {
  const { startOn } = run;
  const byDate = new Map(run.days.map((day) => [day.date, day]));
  const before = run.days.map(({ date }) => date).filter((date) => date >= startOn - LEAD_DAYS && date < startOn);
  const first = before.reduce((least, date) => (date < least ? date : least), startOn);
  const dates = (from: LocalDate, to: LocalDate): readonly LocalDate[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, t) => (from + t) as LocalDate);
  const lead = layLead(run.protocol, dates(first, startOn), byDate);
  const trial = layTrial(run, dates(startOn, endOf(run)), byDate);
  return { first, days: [...lead, ...trial.days], taking: trial.taking };
}

type ByDate = ReadonlyMap<LocalDate, TrialDay>;

/** Open days: they tell how the trial began, and, where nothing was taken, what a day without any capsule is like. */
function layLead({ design }: TrialProtocol, dates: readonly LocalDate[], byDate: ByDate): readonly LaidDay[] {
  let open = NO_DOSE;
  return dates.map((date) => {
    const day = byDate.get(date);
    open = day?.openDose ?? open;
    const known = day?.openDose !== undefined;
    const dose = nearestBelow(design.doses, open);
    return { date, ...(day ? { day } : {}), into: 0, arm: NO_DOSE, dose, capsule: open > NO_DOSE, known };
  });
}

/** The highest dose of the design not above the open one, the lowest where all are above; none stays none. */
function nearestBelow(doses: readonly Dose[], open: Dose): Dose {
  if (open === NO_DOSE) return NO_DOSE;
  return doses.filter((dose) => dose <= open).at(-1) ?? doses[0] ?? NO_DOSE;
}

/** Was it taken, and how is that known? */
type Told = { readonly taken: boolean; readonly how: 'recorded' | 'assumed' | 'unknown' };

function layTrial(
  run: TrialRun,
  dates: readonly LocalDate[],
  byDate: ByDate,
): { readonly days: readonly LaidDay[]; readonly taking: Taking } {
  const { protocol, startOn, sequence } = run;
  const periods = dates.map((date) => periodOn(protocol, startOn, date) as number);
  const told = tell(dates, periods, byDate);
  let other = 0;
  let leftOut = 0;
  const days = dates.map((date, t): LaidDay => {
    const day = byDate.get(date);
    const period = periods[t] as number;
    const { taken, how } = told[t] as Told;
    const from = day?.kitOf ?? period;
    if (taken && from !== period) other++;
    if (how === 'unknown' && day && Object.values(day.scores).some(({ kind }) => kind === 'value')) leftOut++;
    const arm = sequence[from] as (typeof sequence)[number];
    const into = (date - startOn) % protocol.design.periodDays;
    const laid = { date, period, into, arm, dose: taken ? arm : NO_DOSE, capsule: taken, known: how !== 'unknown' };
    return day ? { ...laid, day } : laid;
  });
  const count = (holds: (told: Told) => boolean): number => told.filter(holds).length;
  return {
    days,
    taking: {
      days: dates.length,
      taken: count(({ taken, how }) => how === 'recorded' && taken),
      notTaken: count(({ taken, how }) => how === 'recorded' && !taken),
      assumed: count(({ how }) => how === 'assumed'),
      leftOut,
      fromOtherKit: other,
    },
  };
}

/** What is not recorded is as the last day recorded in its period, else as the next, else taken. */
function tell(dates: readonly LocalDate[], periods: readonly number[], byDate: ByDate): readonly Told[] {
  const recorded = dates.map((date) => byDate.get(date)?.taken);
  let run = 0;
  return recorded.map((taken, t): Told => {
    if (taken !== undefined) {
      run = 0;
      return { taken, how: 'recorded' };
    }
    run++;
    const own = (i: number): boolean => periods[i] === periods[t] && recorded[i] !== undefined;
    const last = recorded.findLastIndex((_, i) => i < t && own(i));
    const near = last >= 0 ? last : recorded.findIndex((_, i) => i > t && own(i));
    return { taken: recorded[near] ?? true, how: run > CARRY_DAYS ? 'unknown' : 'assumed' };
  });
}
