/**
 * Numbers as German text: statistics with a decimal comma, probabilities as a natural frequency. Doses keep the one
 * spelling they have everywhere, with a point and their unit, so that nobody reads two (H1, H34). Knows no finding.
 */
import { civilParts, type LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';

type Scale = { readonly minimum: number; readonly maximum: number };

/** Decimals worth showing on a scale: 1 for 0-10 and wider, 2 below. */
export function decimals({ minimum, maximum }: Scale): number {
  const width = maximum - minimum;
  return width >= 5 ? 1 : 2;
}

/** A number of statistics with a decimal comma: "0,5". Never a dose. */
export const withComma = (value: number | string): string => String(value).replace('.', ',');

/** "1,1", "−0,4", "0,0": fixed decimals, a true minus sign, never a negative zero. */
export function signed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return withComma(value < 0 && Number(text) !== 0 ? `\u2212${text}` : text);
}

/** Points of a scale for a table: fixed decimals. */
export function points(value: number, scale: Scale): string {
  return signed(value, decimals(scale));
}

const short = (value: number, scale: Scale): number => Number(Math.abs(value).toFixed(decimals(scale)));

/** Points for a sentence, without sign or needless zero: "1 Punkt", "0,9 Punkte". */
export function pointsInWords(value: number, scale: Scale): string {
  const size = short(value, scale);
  return size === 1 ? '1 Punkt' : `${withComma(size)} Punkte`;
}

/** "1,1 Punkte niedriger", "0,3 Punkte höher", "keine Änderung". */
export function lowerOrHigher(value: number, scale: Scale): string {
  if (short(value, scale) === 0) return 'keine Änderung';
  return `${pointsInWords(value, scale)} ${value < 0 ? 'niedriger' : 'höher'}`;
}

/** "2,6 bis 1,1 Punkte niedriger", "2,3 Punkte niedriger bis 0,1 Punkte höher". */
export function rangeInWords(low: number, high: number, scale: Scale): string {
  const [near, far] = [short(high, scale), short(low, scale)];
  const sameWay = low < 0 === high < 0 && near !== 0 && far !== 0;
  if (!sameWay) return `${lowerOrHigher(low, scale)} bis ${lowerOrHigher(high, scale)}`;
  return `${withComma(far)} bis ${withComma(near)} Punkte ${low < 0 ? 'niedriger' : 'höher'}`;
}

/** "3 mg", "125 ug", "Stufe 1"; dose 0 is "kein Medikament" or "Stufe 0". */
export function doseInWords(dose: number, unit: 'mg' | 'none'): string {
  if (unit === 'none') return `Stufe ${dose}`;
  return dose === 0 ? 'kein Medikament' : formatDose(micrograms(Math.round(dose * 1000)));
}

/** Whole times in 100, kept off 0 and 100 because nothing here is certain. */
export function outOf100(probability: number): string {
  if (probability < 0.005) return 'weniger als 1 von 100';
  if (probability > 0.995) return 'mehr als 99 von 100';
  return `etwa ${Math.round(probability * 100)} von 100`;
}

/** The same for a narrow table column: "58", "<1", ">99" (of 100). */
export function hundredths(probability: number): string {
  if (probability < 0.005) return '<1';
  if (probability > 0.995) return '>99';
  return String(Math.round(probability * 100));
}

/** "1 Tag", "14 Tage". */
export function dayCount(days: number): string {
  return `${withComma(days)} ${days === 1 ? 'Tag' : 'Tage'}`;
}

/** "1 Tag", "14 Tagen": after "an", "seit", "von", "nach". */
export function dayCountDative(days: number): string {
  return `${withComma(days)} ${days === 1 ? 'Tag' : 'Tagen'}`;
}

const SHORT = ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'];
const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];

/** "3. Apr.". */
export function shortDate(day: number): string {
  const { month, day: d } = civilParts(day as LocalDate);
  return `${d}. ${SHORT[month - 1]}`;
}

/** "3. April 2026". */
export function longDate(day: number): string {
  const { year, month, day: d } = civilParts(day as LocalDate);
  return `${d}. ${MONTHS[month - 1]} ${year}`;
}

/** First letter as a capital, the rest as it is. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const OUTCOME: Readonly<Record<string, string>> = { pain: 'Schmerz', fatigue: 'Fatigue', sleep: 'Schlaf' };

/** The three daily symptoms by their German name; a column of somebody's own file as it is called there. */
export function outcomeName(label: string): string {
  return Object.hasOwn(OUTCOME, label) ? (OUTCOME[label] ?? label) : label;
}
