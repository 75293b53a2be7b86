/**
 * In what order do names stand on a list, and which begin with these letters? The same answer from every store: folded
 * text, compared by code point, as UTF-8 bytes compare in SQLite and in PostgreSQL's "C" collation.
 *
 * Not the order of a dictionary of any one language: no locale is asked, so a page and its next page always agree.
 */

/** Text without the difference of capital and small letters; final sigma counts as sigma, so prefixes stay prefixes. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** No folded text that starts with `start` comes after this one. */
export const prefixEnd = (start: string): string => `${start}\u{10ffff}`;

/** Negative when `a` comes first; by code point, which JavaScript's own `<` is not beyond U+FFFF. */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Halves of a pair (U+D800-DFFF) stand for code points above every other unit. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
