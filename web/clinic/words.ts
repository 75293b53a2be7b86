/** Which words does the page need? One language at a time is fetched; English where another is not there yet. */
import type { Language } from '../kit/language.ts';
import type { ClinicWords } from '../kit/words/words.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly clinicWords: ClinicWords }>>> = {
  en: () => import('../kit/words/en/clinic.ts'),
  de: () => import('../kit/words/de/clinic.ts'),
};

export const loadClinicWords = async (language: Language): Promise<ClinicWords> =>
  (await PACKS[language]()).clinicWords;
