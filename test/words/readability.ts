/**
 * How hard is a text to read? Flesch-Kincaid grade for English (Kincaid 1975) and the first Wiener Sachtextformel for German
 * (Bamberger and Vanecek 1984), both in years of school. Syllables are groups of vowels, which errs by a few in a hundred.
 */

export type Sentence = readonly string[];

const VOWELS = { en: /[aeiouy]+/g, de: /(?:eau|aa|ee|oo|ie|ei|ai|au|eu|äu|[aeiouyäöü])/g } as const;

/** At least one. English: a silent e at the end, and that of most past forms, is no syllable. */
export function syllables(word: string, language: keyof typeof VOWELS): number {
  const small = word.toLowerCase();
  const spoken =
    language === 'en' && small.length > 3 ? small.replace(/(?:(?<!l)e|(?<![td])ed|(?<![cgsxz]|ch|sh)es)$/, '') : small;
  return Math.max(1, spoken.match(VOWELS[language])?.length ?? 1);
}

/** Whole sentences with their words; a heading or a label is none. A number counts as a word of one syllable. */
export function sentencesOf(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^.!?]+(?:[.](?=\d)[^.!?]*)*[.!?](?=\s|$|["”“])/g)]
    .map(([sentence]) => sentence.match(/[\p{L}\d]+(?:['’.,-][\p{L}\d]+)*/gu) ?? [])
    .filter((words) => words.length > 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (words: Sentence, is: (word: string) => boolean): number =>
  (words.filter(is).length / words.length) * 100;

/** Flesch-Kincaid grade level. */
export function englishGrade(sentences: readonly Sentence[]): number {
  const words = sentences.flat();
  return 0.39 * (words.length / sentences.length) + 11.8 * mean(words.map((word) => syllables(word, 'en'))) - 15.59;
}

/** First Wiener Sachtextformel. */
export function germanGrade(sentences: readonly Sentence[]): number {
  const words = sentences.flat();
  const long = share(words, (word) => syllables(word, 'de') >= 3);
  const letters = share(words, (word) => word.length > 6);
  const short = share(words, (word) => syllables(word, 'de') === 1);
  return 0.1935 * long + 0.1672 * (words.length / sentences.length) + 0.1297 * letters - 0.0327 * short - 0.875;
}

/** Every text in a pack. What a function says is read from its source, with a number for each thing it is given. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return literalsOf(String(value));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function literalsOf(source: string): readonly string[] {
  const literals = source.matchAll(/`((?:\$\{(?:[^{}`]|`[^`]*`)*\}|[^`])*)`|'((?:\\.|[^'\\])*)'/g);
  return [...literals].map(([, template, quoted]) =>
    (template ?? quoted ?? '').replace(/\$\{(?:[^{}`]|`[^`]*`)*\}/g, '3'),
  );
}
