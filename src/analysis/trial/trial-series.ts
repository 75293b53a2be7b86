/**
 * The days of a trial as one symptom's series: every day keeps its dose, so that what came before is carried over, and
 * only the days asked for keep their score. Which days those are is the whole difference between the settled comparison
 * and the ones that ask whether it depends on something (H18).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import type { Series } from '../series.ts';
import type { LaidDay, TrialCalendar } from './trial-calendar.ts';

export type Choice = {
  /** First days of every period whose scores are left out. */
  readonly leaveFirst: number;
  /** First days of the whole trial whose scores are left out. */
  readonly leaveStart: number;
  /** Periods whose scores are left out. */
  readonly leaveOut: readonly number[];
  /** Days before the trial without any capsule keep their score, and any capsule gets a column of its own. */
  readonly expectancy: boolean;
};

/** First days left out where the comparison that was settled leaves out none, or the other way round: two weeks. */
const CUSTOMARY_FIRST = 14;
/** At least so many days of a period have to count. */
const LEAST_COUNTED = 7;

/** The comparison that was settled before day 1. */
export function settledChoice({ design }: TrialProtocol): Choice {
  const { how, days } = design.runIn;
  return { leaveFirst: how === 'discarded' ? days : 0, leaveStart: 0, leaveOut: [], expectancy: false };
}

/** How many first days "without the first days" means: the run-in of the design, or two weeks. */
export function firstDaysOf({ design }: TrialProtocol): number {
  return design.runIn.days > 0 ? design.runIn.days : Math.min(CUSTOMARY_FIRST, design.periodDays - LEAST_COUNTED);
}

const scoreOf = (day: LaidDay, outcome: string): number => {
  const score = day.day?.scores[outcome];
  return score?.kind === 'value' ? score.value : Number.NaN;
};

/** Does this day's score count in the comparison? */
function counts(day: LaidDay, { leaveFirst, leaveStart, leaveOut, expectancy }: Choice): boolean {
  if (!day.known) return false;
  if (day.period === undefined) return expectancy && !day.capsule;
  if (day.period === 0 && day.into < leaveStart) return false;
  return day.into >= leaveFirst && !leaveOut.includes(day.period);
}

export function trialSeries({ first, days }: TrialCalendar, outcome: Outcome, choice: Choice): Series {
  return {
    outcome,
    unit: 'ug',
    start: first,
    score: days.map((day) => (counts(day, choice) ? scoreOf(day, outcome.id) : Number.NaN)),
    dose: days.map(({ dose }) => dose),
    tooIll: days.map(({ day }) => day?.scores[outcome.id]?.kind === 'too-ill'),
    ...(choice.expectancy ? { capsule: days.map(({ capsule }) => (capsule ? 1 : 0)) } : {}),
    before: days[0]?.period === undefined ? (days[0]?.dose ?? NO_DOSE) : NO_DOSE,
    assumptions: [],
  };
}

/** Days of the trial that count and whose kit held this arm. */
export function daysCounted({ days }: TrialCalendar, series: Series, arm: Dose): number {
  return days.filter((day, t) => day.period !== undefined && day.arm === arm && !Number.isNaN(series.score[t])).length;
}

/** Days before the trial that count: without any capsule. */
export function daysBefore({ days }: TrialCalendar, series: Series): number {
  return days.filter((day, t) => day.period === undefined && !Number.isNaN(series.score[t])).length;
}
