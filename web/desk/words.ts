/** In which words does the desk speak? One language at a time is fetched, and another when it is chosen. */
import type { Language } from '../kit/language.ts';
import type { Words } from '../kit/words/words.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly words: Words }>>> = {
  en: () => import('../kit/words/english.ts'),
  de: () => import('../kit/words/german.ts'),
};

export const loadWords = async (language: Language): Promise<Words> => (await PACKS[language]()).words;
