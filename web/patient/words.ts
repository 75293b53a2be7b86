/** Which words does the page need? One language at a time is fetched; English where another is not there yet. */
import type { Language } from '../kit/language.ts';
import type { PatientWords } from '../kit/words/words.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly patientWords: PatientWords }>>> = {
  en: () => import('../kit/words/en/patient.ts'),
  de: () => import('../kit/words/de/patient.ts'),
};

export const loadPatientWords = async (language: Language): Promise<PatientWords> =>
  (await PACKS[language]()).patientWords;
