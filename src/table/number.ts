/**
 * Is "1,5" one and a half? Only the file as a whole can say. Settles the decimal separator once, then reads each number
 * by it; thousands separators, a second separator and anything that is not a plain number are refused (H34).
 */
import { err, ok, type Result } from '../base/result.ts';
import type { DecimalSeparator, Delimiter } from './fault.ts';

/** Words that mean "nothing here", whatever their case; a blank cell means the same. */
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null']);

/** Blank, NA, N/A, NaN or null. */
export function isMissing(cell: string): boolean {
  return cell.length <= 20 ? MISSING.has(cell.trim().toLowerCase()) : cell.trim() === '';
}

/** What a file's cells say about its decimal separator; `at` is the index of the first cell that says so. */
type Evidence = { sure: number; unsure: number; at: number };

export type SeparatorRead = {
  /** What to read by; '.' where nothing was seen. */
  readonly separator: DecimalSeparator;
  readonly seen: boolean;
};

/**
 * The decimal separator of a file from all its numeric cells. A comma-separated file can only use the point, because its
 * comma is taken. Elsewhere a cell such as "2,5" is sure and "1.500" is not (1.5 or 1500); sure cells decide, the more
 * frequent separator first. Refuses with the index of a cell when only unsure cells exist or both sides are equal.
 */
export function settleSeparator(cells: Iterable<string>, delimiter: Delimiter): Result<SeparatorRead, number> {
  const point: Evidence = { sure: 0, unsure: 0, at: -1 };
  const comma: Evidence = { sure: 0, unsure: 0, at: -1 };
  let index = -1;
  for (const cell of cells) {
    index += 1;
    const match = cell.length <= 40 ? /^[+-]?(\d+)([.,])(\d+)\s*[a-zµμ]*$/i.exec(cell.trim()) : null;
    if (!match) continue;
    const [, whole = '', mark, fraction = ''] = match;
    const unsure = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
    const side = mark === '.' ? point : comma;
    if (unsure) side.unsure += 1;
    else side.sure += 1;
    if (side.at < 0) side.at = index;
  }
  if (delimiter === ',') return ok({ separator: '.', seen: point.sure + point.unsure > 0 });
  if (point.sure !== comma.sure) return ok({ separator: point.sure > comma.sure ? '.' : ',', seen: true });
  if (point.at < 0 && comma.at < 0) return ok({ separator: '.', seen: false });
  return err(Math.max(point.at, comma.at));
}

export type DecimalFault = 'number-unreadable' | 'number-thousands' | 'number-other-separator';

const PLAIN = { '.': /^[+-]?\d{1,15}(?:\.\d{1,30})?$/, ',': /^[+-]?\d{1,15}(?:,\d{1,30})?$/ } as const;
const GROUPED = /^[+-]?\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/;

/** A plain decimal number in the file's separator. No exponent, no thousands, no sign of a unit; digits on both sides. */
export function parseDecimal(cell: string, separator: DecimalSeparator): Result<number, DecimalFault> {
  const text = cell.trim();
  if (PLAIN[separator].test(text)) return ok(Number(text.replace(',', '.')));
  if (text.length > 40) return err('number-unreadable');
  if (PLAIN[separator === '.' ? ',' : '.'].test(text)) return err('number-other-separator');
  return err(GROUPED.test(text) ? 'number-thousands' : 'number-unreadable');
}

/**
 * A number as plain decimal text with a point, exactly as `parseDecimal` reads it back: no exponent, and never exactly
 * three decimals, which some spreadsheet would take for thousands. @throws RangeError when it is not finite or needs more than
 * 15 whole or 30 decimal digits.
 */
export function formatDecimal(value: number): string {
  const short = String(value === 0 ? 0 : value);
  const text = short.includes('e') ? value.toFixed(30).replace(/\.?0+$/, '') : short;
  const padded = /\.\d{3}$/.test(text) ? `${text}0` : text;
  const back = parseDecimal(padded, '.');
  if (!back.ok || back.value !== (value === 0 ? 0 : value)) throw new RangeError(`no plain decimal text for ${value}`);
  return padded;
}
