/**
 * Numbers as English text: doses with a leading and no trailing zero (H1), changes with a true minus sign, and
 * probabilities as a natural frequency. Knows no finding.
 */
import { civilParts, type LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';

type Scale = { readonly minimum: number; readonly maximum: number };

/** Decimals worth showing on a scale: 1 for 0-10 and wider, 2 below. */
export function decimals({ minimum, maximum }: Scale): number {
  const width = maximum - minimum;
  return width >= 5 ? 1 : 2;
}

/** "1.1", "−0.4", "0.0": fixed decimals, a true minus sign, never a negative zero. */
export function signed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** Points of a scale for a table: fixed decimals. */
export function points(value: number, scale: Scale): string {
  return signed(value, decimals(scale));
}

/** Points for a sentence, without sign or needless zero: "1 point", "0.9 points". */
export function pointsInWords(value: number, scale: Scale): string {
  const text = String(Number(Math.abs(value).toFixed(decimals(scale))));
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

/** "1.1 points lower", "0.3 points higher", "no change". */
export function lowerOrHigher(value: number, scale: Scale): string {
  return isNothing(value, scale) ? 'no change' : `${pointsInWords(value, scale)} ${value < 0 ? 'lower' : 'higher'}`;
}

/** "2.6 to 1.1 points lower", "2.3 points lower to 0.1 points higher", "1.4 points lower to no change". */
export function rangeInWords(low: number, high: number, scale: Scale): string {
  const sameWay = low < 0 === high < 0 && !isNothing(low, scale) && !isNothing(high, scale);
  if (!sameWay) return `${lowerOrHigher(low, scale)} to ${lowerOrHigher(high, scale)}`;
  const [near, far] = [high, low].map((value) => Number(Math.abs(value).toFixed(decimals(scale))));
  return low < 0 ? `${far} to ${near} points lower` : `${far} to ${near} points higher`;
}

const isNothing = (value: number, scale: Scale): boolean => Number(Math.abs(value).toFixed(decimals(scale))) === 0;

/** "3 mg", "125 ug", "level 1"; dose 0 is "no drug" or "level 0". */
export function doseInWords(dose: number, unit: 'mg' | 'none'): string {
  if (unit === 'none') return `level ${dose}`;
  return dose === 0 ? 'no drug' : formatDose(micrograms(Math.round(dose * 1000)));
}

/** Whole times in 100, kept off 0 and 100 because nothing here is certain. */
export function outOf100(probability: number): string {
  if (probability < 0.005) return 'fewer than 1 in 100';
  if (probability > 0.995) return 'more than 99 in 100';
  return `about ${Math.round(probability * 100)} in 100`;
}

/** The same for a narrow table column: "58", "<1", ">99" (of 100). */
export function hundredths(probability: number): string {
  if (probability < 0.005) return '<1';
  if (probability > 0.995) return '>99';
  return String(Math.round(probability * 100));
}

/** "1 day", "14 days". */
export function dayCount(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "3 Mar". */
export function shortDate(day: number): string {
  const { month, day: d } = civilParts(day as LocalDate);
  return `${d} ${MONTHS[month - 1]}`;
}

/** "3 Mar 2026". */
export function longDate(day: number): string {
  return `${shortDate(day)} ${civilParts(day as LocalDate).year}`;
}

/** First letter as a capital, the rest as it is. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
