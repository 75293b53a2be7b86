/** In which words does the door speak? One language at a time is fetched, and another when it is chosen. */
import type { Language } from '../kit/language.ts';
import type { DoorWords } from '../kit/words/words.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly doorWords: DoorWords }>>> = {
  en: () => import('../kit/words/en/door.ts'),
  de: () => import('../kit/words/de/door.ts'),
};

export const loadWords = async (language: Language): Promise<DoorWords> => (await PACKS[language]()).doorWords;
