/** Tage und Zeiten der Seite für Patientinnen und Patienten. Days and times in German; knows no clock. */
import { civilParts, type LocalDate } from '../../../../src/base/calendar.ts';
import type { PatientWords } from '../words.ts';

const WEEKDAYS = ['Donnerstag', 'Freitag', 'Samstag', 'Sonntag', 'Montag', 'Dienstag', 'Mittwoch'];
const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'],
  ...['August', 'September', 'Oktober', 'November', 'Dezember'],
];

/** 1970-01-01 was a Thursday. */
const weekday = (date: LocalDate): string => WEEKDAYS[((date % 7) + 7) % 7] ?? '';

const dayMonth = (date: LocalDate): string => {
  const { month, day } = civilParts(date);
  return `${day}. ${MONTHS[month - 1]}`;
};

const longDay = (date: LocalDate): string => `${weekday(date)}, ${dayMonth(date)}`;
const fullDay = (date: LocalDate): string => `${dayMonth(date)} ${civilParts(date).year}`;
const twoDigits = (n: number): string => String(n).padStart(2, '0');
const time = (hours: number, minutes: number): string => `${twoDigits(hours)}:${twoDigits(minutes)}`;
const days = (n: number): string => (n === 1 ? '1 Tag' : `${n} Tage`);

const ago = (date: LocalDate, today: LocalDate): string => {
  const back = today - date;
  if (back === 0) return 'heute';
  if (back === 1) return 'gestern';
  return back > 1 && back < 7 ? `vor ${back} Tagen` : `am ${fullDay(date)}`;
};

export const whenWords: PatientWords['when'] = { weekday, dayMonth, longDay, fullDay, time, days, ago };
