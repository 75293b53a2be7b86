/**
 * Side effects by what was really in the capsules: for each complaint and each arm the days it was there, the episodes
 * that began, and the worst grade. One that was open on day 1 is told as such, because no arm of the trial began it.
 */
import type { TrialRun } from '../../analysis/trial/trial-run.ts';
import type { LocalDate } from '../../base/calendar.ts';
import type { Dose } from '../../medicine/dose.ts';
import type { SideEffectRecord } from '../../records/case-state.ts';
import { armsOf } from '../../trial/design.ts';
import { periodOn } from '../../trial/protocol.ts';

export type ArmHarm = {
  readonly arm: Dose;
  /** Days of the arm under the trial, and those with the complaint. */
  readonly days: number;
  readonly withIt: number;
  /** Episodes that began on this arm. */
  readonly began: number;
  /** Worst grade on its days; 0 = none. */
  readonly worst: 0 | 1 | 2 | 3;
};

export type Harm = {
  readonly name: string;
  /** It was there on day 1 already. */
  readonly before: boolean;
  readonly arms: readonly ArmHarm[];
};

/** Every complaint that touches a day of the trial, by name. */
export function harmsOf(sideEffects: readonly SideEffectRecord[], run: TrialRun, lastDay: LocalDate): readonly Harm[] {
  const own = sideEffects.filter(({ since, ended }) => since <= lastDay && (ended ?? lastDay + 1) > run.startOn);
  const names = [...new Set(own.map(({ name }) => name))].sort();
  return names.map((name) => {
    const episodes = own.filter((each) => each.name === name);
    return {
      name,
      before: episodes.some(({ since }) => since < run.startOn),
      arms: armsOf(run.protocol.design).map((arm) => armHarm(episodes, run, lastDay, arm)),
    };
  });
}

function armHarm(episodes: readonly SideEffectRecord[], run: TrialRun, lastDay: LocalDate, arm: Dose): ArmHarm {
  const dates: LocalDate[] = [];
  for (let date = run.startOn; date <= lastDay; date = (date + 1) as LocalDate)
    if (armOn(run, date) === arm) dates.push(date);
  const on = (date: LocalDate): readonly SideEffectRecord[] =>
    episodes.filter(({ since, ended }) => since <= date && (ended === undefined || date < ended));
  return {
    arm,
    days: dates.length,
    withIt: dates.filter((date) => on(date).length > 0).length,
    began: startsOf(episodes).filter((since) => armOn(run, since) === arm && since <= lastDay).length,
    worst: Math.max(0, ...dates.flatMap((date) => on(date).map(({ grade }) => grade))) as ArmHarm['worst'],
  };
}

/** First days of complaints; a change of grade on the day the last one ended is no new complaint. */
const startsOf = (episodes: readonly SideEffectRecord[]): readonly LocalDate[] =>
  episodes.filter(({ since }) => !episodes.some(({ ended }) => ended === since)).map(({ since }) => since);

function armOn({ protocol, startOn, sequence }: TrialRun, date: LocalDate): Dose | undefined {
  const period = periodOn(protocol, startOn, date);
  return period === undefined ? undefined : sequence[period];
}
