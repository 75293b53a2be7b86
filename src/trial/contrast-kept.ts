/**
 * How much of a true difference is left between periods of a drug that comes and goes slowly? For on and off in turns
 * with exponential onset and offset, the mean difference over the days that count, as a share of the whole effect.
 * Decides nothing: a design is shown with it for several onset times, because the onset of low-dose naltrexone is unknown.
 */
import { exp } from '../base/elementary.ts';

/** Onset times a design is shown for, days: from days to the "two to three months" that clinicians tell of. */
export const SHOWN_ONSETS = [3, 7, 14, 28] as const;

/**
 * Share of the contrast kept, 0 to 1.
 *
 * @param periodDays     length of a period, days, > 0
 * @param discardedDays  first days of each period left out, 0 to less than `periodDays`
 * @param onsetDays      time constant of onset and offset, days, > 0
 * @throws RangeError outside those ranges
 *
 * In steady alternation the level at the end of an "on" period is 1 / (1 + e^-x) with x = period / onset, which is where
 * the "off" period begins; the rest is the mean of an exponential.
 */
export function contrastKept(periodDays: number, discardedDays: number, onsetDays: number): number {
  if (!(periodDays > 0 && onsetDays > 0 && discardedDays >= 0 && discardedDays < periodDays))
    throw new RangeError(`no such periods: ${periodDays}, ${discardedDays}, ${onsetDays}`);
  const end = exp(-periodDays / onsetDays);
  const mean = (onsetDays / (periodDays - discardedDays)) * (exp(-discardedDays / onsetDays) - end);
  return 1 - (2 / (1 + end)) * mean;
}
