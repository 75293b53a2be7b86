/**
 * When are two spellings of a medicine's name the same? When capitals, accents, width, trademark signs, punctuation and
 * white space are all that differs, and at nothing less: one letter more is another name (H6).
 */

/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  μ: 'u',
};

/** Marks of registration, and signs that take no room. NFKC would make letters of the first. */
const UNSPOKEN = /[\u2122\u00ae\u00a9\u2120\p{Cf}]|\((?:r|tm)\)/giu;

/** Numbers, words, the percent sign; and every other sign that is not punctuation, because it may mean something. */
const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|%|[^\p{P}\p{Z}\s+=<>~^`|×]/gu;

/**
 * The words of a text in one spelling: "Ultram® 50mg" is ultram, 50, mg. Decimal commas become points. A sign that is
 * neither letter, digit nor punctuation stays as a word of its own, which no table knows.
 */
export function wordsOf(text: string): readonly string[] {
  return (folded(text).match(TOKEN) ?? []).map((word) => (/^\d/.test(word) ? word.replaceAll(',', '.') : word));
}

/** The key of a name in a list: its words with single spaces. */
export function nameKey(text: string): string {
  return wordsOf(text).join(' ');
}

function folded(text: string): string {
  return text
    .replace(UNSPOKEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıμ]/g, (letter) => LETTERS[letter] ?? letter);
}
