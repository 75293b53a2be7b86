/** The words of the screening that a patient's page needs: the questions, and the forms of a medicine. Fetched when asked. */
import { useEffect, useState } from 'preact/hooks';
import type { MedicineForm, Question } from '../../../../src/medicine/screening/screening.ts';
import { type Language, language } from '../../../kit/language.ts';

type ScreeningWords = {
  readonly QUESTION_WORDS: Readonly<Record<Question, string>>;
  readonly MEDICINE_FORM_WORDS: Readonly<Record<MedicineForm, string>>;
};

const PACKS: Readonly<Record<Language, () => Promise<ScreeningWords>>> = {
  en: async () => {
    const { QUESTION_WORDS, MEDICINE_FORM_WORDS } = await import('../../../kit/words/en/screening.ts');
    return { QUESTION_WORDS, MEDICINE_FORM_WORDS };
  },
  de: async () => {
    const { QUESTION_WORDS, MEDICINE_FORM_WORDS } = await import('../../../kit/words/de/screening.ts');
    return { QUESTION_WORDS, MEDICINE_FORM_WORDS };
  },
};

/** undefined until they are there. */
export function useScreeningWords(): ScreeningWords | undefined {
  const [words, setWords] = useState<ScreeningWords>();
  const wanted = language.value;
  useEffect(() => void PACKS[wanted]().then(setWords), [wanted]);
  return words;
}
