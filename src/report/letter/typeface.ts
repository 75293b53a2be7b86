/**
 * Which characters can a letter be set in? Those of its typeface: a PDF for everybody may not hold a character without a
 * shape, and a second typeface would differ from machine to machine. What a person types is refused by its characters;
 * what the record already holds is set with a mark in their place.
 */

/** First and last code point of every run the typeface has, regular and bold; typeface.test.ts reads them from its files. */
const RUNS: readonly (readonly [number, number])[] = [
  ...([
    [0x20, 0x7e],
    [0xa0, 0x107],
    [0x10a, 0x113],
    [0x116, 0x11b],
    [0x11e, 0x123],
    [0x126, 0x127],
  ] as const),
  ...([
    [0x12a, 0x12b],
    [0x12e, 0x12f],
    [0x131, 0x131],
    [0x136, 0x137],
    [0x13b, 0x13e],
    [0x141, 0x148],
  ] as const),
  ...([
    [0x150, 0x155],
    [0x158, 0x15b],
    [0x15e, 0x165],
    [0x16a, 0x16b],
    [0x16e, 0x173],
    [0x178, 0x17e],
  ] as const),
  ...([
    [0x192, 0x192],
    [0x218, 0x21b],
    [0x2c6, 0x2c7],
    [0x2d8, 0x2dd],
    [0x394, 0x394],
    [0x3a9, 0x3a9],
  ] as const),
  ...([
    [0x3bc, 0x3bc],
    [0x3c0, 0x3c0],
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201e],
  ] as const),
  ...([
    [0x2020, 0x2022],
    [0x2026, 0x2026],
    [0x2030, 0x2030],
    [0x2039, 0x203a],
    [0x2044, 0x2044],
  ] as const),
  ...([
    [0x2074, 0x2074],
    [0x20ac, 0x20ac],
    [0x2113, 0x2113],
    [0x2122, 0x2122],
    [0x212e, 0x212e],
  ] as const),
  ...([
    [0x2202, 0x2202],
    [0x220f, 0x220f],
    [0x2211, 0x2212],
    [0x2215, 0x2215],
    [0x2219, 0x221a],
  ] as const),
  ...([
    [0x221e, 0x221e],
    [0x222b, 0x222b],
    [0x2248, 0x2248],
    [0x2260, 0x2260],
    [0x2264, 0x2265],
  ] as const),
  ...([[0x25ca, 0x25ca]] as const),
];

const has = (code: number): boolean => RUNS.some(([first, last]) => first <= code && code <= last);

/** Stands where the typeface has no shape. */
const MARK = '?';
/** Longest run of characters without a space; a longer one would run off the page. */
const LONGEST_RUN = 60;

/** Letters with their accents composed, spaces and hyphens of every kind as the plain ones, what nobody sees left out. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
}

/** The text as it is set: in plain characters, with a mark for what has no shape. */
export function settable(text: string): string {
  const shown = [...plain(text)].map((character) => (has(character.codePointAt(0) ?? 0) ? character : MARK)).join('');
  return shown.replace(new RegExp(`\\S{${LONGEST_RUN}}(?=\\S)`, 'g'), '$& ');
}

/** The characters of a text that have no shape, each once, in order. */
export function unsettable(text: string): readonly string[] {
  return [...new Set([...plain(text)].filter((character) => !has(character.codePointAt(0) ?? 0)))];
}
