/** Days and times for the patient's page, in English: the day the phone showed, in words. Knows no clock. */
import { civilParts, type LocalDate } from '../../../../src/base/calendar.ts';

const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** 1970-01-01 was a Thursday. */
const weekday = (date: LocalDate): string => WEEKDAYS[((date % 7) + 7) % 7] ?? '';

/** "28 November". */
const dayMonth = (date: LocalDate): string => {
  const { month, day } = civilParts(date);
  return `${day} ${MONTHS[month - 1]}`;
};

/** "Saturday, 28 November". */
const longDay = (date: LocalDate): string => `${weekday(date)}, ${dayMonth(date)}`;

/** "28 November 2026". */
const fullDay = (date: LocalDate): string => `${dayMonth(date)} ${civilParts(date).year}`;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** "14:05". */
const time = (hours: number, minutes: number): string => `${twoDigits(hours)}:${twoDigits(minutes)}`;

/** "1 day", "14 days". */
const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

/** "today", "yesterday", "3 days ago" or the date. */
const ago = (date: LocalDate, today: LocalDate): string => {
  const back = today - date;
  if (back === 0) return 'today';
  if (back === 1) return 'yesterday';
  return back > 1 && back < 7 ? `${back} days ago` : `on ${fullDay(date)}`;
};

export const whenWords = { weekday, dayMonth, longDay, fullDay, time, days, ago };
