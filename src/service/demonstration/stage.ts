/**
 * On what is the demonstration played? The real use cases over a store of its own, under a clock that is moved through the
 * days, so that nothing in it could not have happened. A refusal is a bug of ours and stops the building (H35).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { Result } from '../../base/result.ts';
import type { Clock } from '../../records/ports.ts';
import type { Actor } from '../authority.ts';
import type { Ports } from '../ports.ts';
import type { DemonstrationTexts, StaffName } from './texts.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const MINUTE = 60_000;

/** A clock that stands where it is put. */
export type MovedClock = Clock & { readonly set: (at: number) => void };

export function movedClock(from: number): MovedClock {
  let at = from;
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
  };
}

/** What the world outside gives, once for a building. */
export type StageSetting = {
  /** The moment it is all told at, milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** Clocks of the clinic are so many minutes ahead of UTC. */
  readonly offsetMinutes: number;
  /** What clocks in a zone show at an instant, minutes ahead of UTC. */
  readonly zoneOffset: (zone: string, instant: number) => number;
  /** Lets whoever else asks this process something have a turn. */
  readonly pause: () => Promise<void>;
  readonly texts: DemonstrationTexts;
};

/** Ports whose clock is `clock`. */
export type Stage = StageSetting & { readonly ports: Ports; readonly clock: MovedClock };

/** The civil day in the clinic. */
export const dayAt = ({ offsetMinutes }: Pick<StageSetting, 'offsetMinutes'>, instant: number): LocalDate =>
  Math.floor((instant + offsetMinutes * MINUTE) / DAY) as LocalDate;

/** The instant at which clocks in the clinic show this hour of the day. */
export const instantOf = (
  { offsetMinutes }: Pick<StageSetting, 'offsetMinutes'>,
  day: LocalDate,
  hour: number,
): number => day * DAY + Math.round(hour * HOUR) - offsetMinutes * MINUTE;

export type Cast = Readonly<Record<StaffName, Actor>>;

/** The value. @throws RangeError for a refusal: what the demonstration does must be permitted */
export function done<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new RangeError(`the demonstration was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
