/** When was that, by the clock of this phone? An instant as a time of today, or as a day, in words. */
import { type LocalDate, localDate } from '../../../src/base/calendar.ts';
import { today } from '../phone/phone.ts';
import { say } from './said.ts';

/** The civil day an instant has on this phone. */
export function dayOf(instant: number): LocalDate {
  const at = new Date(instant);
  return localDate(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** "14:05". */
export function timeText(instant: number): string {
  const at = new Date(instant);
  return say().when.time(at.getHours(), at.getMinutes());
}

/** "14:05" of today, "yesterday, 14:05", "on 3 November 2026". */
export function momentText(instant: number): string {
  const { ago } = say().when;
  const back = today.value - dayOf(instant);
  if (back === 0) return timeText(instant);
  return back === 1 ? `${ago(dayOf(instant), today.value)}, ${timeText(instant)}` : ago(dayOf(instant), today.value);
}
