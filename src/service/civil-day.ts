/**
 * Can it be this day anywhere on earth? Pages and phones say which civil day they show; the server knows the instant.
 * Clocks run from UTC-12 to UTC+14, so a day more than one away from the day in UTC is nobody's today (H9, H33).
 */
import { civilDateAt, type LocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';

export type DayImplausible = { readonly code: 'day-implausible'; readonly day: LocalDate; readonly here: LocalDate };

/** The day, when it may be today for somebody; `at` is the server's instant. */
export function checkDay(day: LocalDate, at: number): Result<LocalDate, DayImplausible> {
  const here = civilDateAt(at);
  return Number.isSafeInteger(day) && Math.abs(day - here) <= 1 ? ok(day) : err({ code: 'day-implausible', day, here });
}
