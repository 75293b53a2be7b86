/**
 * Which civil day is it? A day is a whole number, so two phones, two time zones and a daylight-saving night cannot
 * disagree about how many days lie between (H9). Knows no clock: the day a phone showed comes in as an argument.
 */
import { err, ok, type Result } from './result.ts';

/** A civil date as whole days since 1970-01-01 in the proleptic Gregorian calendar; any safe integer. */
export type LocalDate = number & { readonly __unit: 'civil-day' };

export type DateTextFault =
  | { readonly code: 'date-unreadable'; readonly text: string }
  | { readonly code: 'date-not-in-calendar'; readonly text: string };

/** Days from civil. Source: H. Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil). */
export function localDate(year: number, month: number, day: number): LocalDate {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as LocalDate;
}

/** Year, month 1-12 and day 1-31 of a civil date. Source: as `localDate` (civil_from_days). */
export function civilParts(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  const z = date + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** The civil date, or a fault when the calendar has no such day (30 February is refused, never rolled over). */
export function checkDate(year: number, month: number, day: number, text: string): Result<LocalDate, DateTextFault> {
  const date = localDate(year, month, day);
  const back = civilParts(date);
  const same = back.year === year && back.month === month && back.day === day;
  return same ? ok(date) : err({ code: 'date-not-in-calendar', text });
}

/** Reads ISO 8601 "2026-03-29" and nothing else; foreign orders are read in `table/`, where they can be compared. */
export function parseLocalDate(text: string): Result<LocalDate, DateTextFault> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return err({ code: 'date-unreadable', text });
  return checkDate(Number(match[1]), Number(match[2]), Number(match[3]), text);
}

/** "2026-03-29". */
export function formatLocalDate(date: LocalDate): string {
  const { year, month, day } = civilParts(date);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 0 = Monday … 6 = Sunday (1970-01-01 was a Thursday). */
export function dayOfWeek(date: LocalDate): number {
  return (((date + 3) % 7) + 7) % 7;
}

/** Saturday or Sunday. */
export function isWeekend(date: LocalDate): boolean {
  return dayOfWeek(date) >= 5;
}

const DAY_MS = 86_400_000;

/** The civil date at an instant, milliseconds since 1970-01-01 UTC, where clocks are `offsetMinutes` ahead of UTC. */
export function civilDateAt(instant: number, offsetMinutes = 0): LocalDate {
  return Math.floor((instant + offsetMinutes * 60_000) / DAY_MS) as LocalDate;
}
