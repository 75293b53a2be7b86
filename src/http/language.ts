/**
 * In which language does somebody ask? RFC 9110, 12.5.4: the language we have that the reader weighs most, by its first
 * subtag ("de-AT" is German); English where none is named. What cannot be read counts as not said.
 */
import { httpWords as de } from '../../web/kit/words/de/http.ts';
import { httpWords as en } from '../../web/kit/words/en/http.ts';
import type { HttpWords } from '../../web/kit/words/http.ts';
import { LANGUAGES, type Language } from '../../web/kit/words/language.ts';

/** One of something for each language. */
export type InLanguages<T> = Readonly<Record<Language, T>>;

export const HTTP_WORDS: InLanguages<HttpWords> = { en, de };

/** Makes it for each language. */
export function inEach<T>(made: (language: Language) => T): InLanguages<T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, made(language)])) as InLanguages<T>;
}

/** More ranges than any browser sends are not read. */
const MOST_RANGES = 32;

/** The language for an `Accept-Language` header. Total: no text makes it throw. */
export function languageOf(header: string | undefined): Language {
  const ranges = (header ?? '').split(',', MOST_RANGES).flatMap(readRange);
  const weights = LANGUAGES.map((language) => ({ language, weight: weightOf(language, ranges) }));
  return weights.reduce((best, each) => (each.weight > best.weight ? each : best)).language;
}

type Range = { readonly tag: string; readonly weight: number };

function readRange(text: string): Range[] {
  const match = /^\s*(\*|[a-z]{2,8}(?:-[a-z\d]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(text);
  if (!match) return [];
  const [, tag = '', weight = '1'] = match;
  return [{ tag: tag.toLowerCase().split('-')[0] ?? '', weight: Number(weight) }];
}

/** The most any range of this language is given; `*` stands for the languages nobody named. */
function weightOf(language: Language, ranges: readonly Range[]): number {
  const own = ranges.filter(({ tag }) => tag === language);
  const meant = own.length > 0 ? own : ranges.filter(({ tag }) => tag === '*');
  return Math.max(0, ...meant.map(({ weight }) => weight));
}
