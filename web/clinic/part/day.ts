/** Which day is it on this machine, and how are days and moments said? A day comes as "2026-03-29", a moment in UTC. */
import { formatLocalDate, type LocalDate, localDate, parseLocalDate } from '../../../src/base/calendar.ts';
import { say } from '../frame/words.ts';

/** The civil day of the clock in front of us; what is asked of the server is asked for this day. */
export function today(): LocalDate {
  const now = new Date();
  return localDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** As the interface writes it. */
export const todayText = (): string => formatLocalDate(today());

/** Today in words. */
export const todayLongText = (): string => say().frame.day(today());

/** "3 Mar 2026"; what is no day is shown as it came. */
export function dayText(day: string): string {
  const read = parseLocalDate(day);
  return read.ok ? say().frame.day(read.value) : day;
}

/** "2026-03-29T18:04:05.678Z" as a day and a time by the clock of this machine. */
export function momentText(instant: string): string {
  const at = new Date(instant);
  const day = localDate(at.getFullYear(), at.getMonth() + 1, at.getDate());
  return say().frame.moment(day, at.getHours(), at.getMinutes());
}

/** Days from then until today; negative for a day to come. Undefined for what is no day. */
export function daysSince(day: string): number | undefined {
  const read = parseLocalDate(day);
  return read.ok ? today() - read.value : undefined;
}
