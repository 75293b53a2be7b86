/**
 * What do the diary entries of a trial add up to? One capsule slot for a civil date (H9), one guess for a period: the first
 * that was given, as corrected, so that nothing learnt later takes its place (H10, H13). Functions of the set of entries.
 */
import type { CaseState } from './case-state.ts';
import { isOfItsDay } from './course-day.ts';
import { guessKey } from './course-trial.ts';
import { earlierFirst, type Placed, placedEntries } from './diary-entries.ts';
import type { EventOf } from './event.ts';
import type { GuessRecord, KitSlot } from './trial-state.ts';

export type KitDoseEvent = EventOf<'kit-dose-recorded'>;

/** `entries` of one date, earlier first, at least one; the latest is shown. */
export function kitSlotOf(entries: readonly Placed<KitDoseEvent>[]): KitSlot {
  const shown = entries.at(-1);
  if (!shown) throw new RangeError('a slot is made of at least one entry');
  const { trial, kit, status, clock } = shown.event;
  const conflict = entries.some(({ event }) => event.status !== status || event.kit !== kit || event.trial !== trial);
  const ofItsDay = isOfItsDay(shown.event);
  return { trial, kit, entry: shown.id, status, instant: clock.instant, ofItsDay, conflict };
}

/** Of several guesses about a period the first by the devices' clocks. */
export function guessesOf(entries: CaseState['entries']): CaseState['guesses'] {
  const given = placedEntries(entries, ['guess-given']).sort(earlierFirst);
  const guesses: Record<string, GuessRecord> = {};
  for (const { id, event } of given) {
    const { trial, period, guess, confidence, reason, note, date } = event;
    guesses[guessKey(trial, period)] ??= { trial, period, guess, confidence, reason, note, date, entry: id };
  }
  return Object.fromEntries(Object.entries(guesses).sort(([a], [b]) => (a < b ? -1 : 1)));
}
