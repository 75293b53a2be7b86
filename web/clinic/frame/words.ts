/** In which words does the page speak? One pack at a time; another language is fetched when it is chosen. */
import { signal } from '@preact/signals';
import { chooseLanguage, type Language } from '../../kit/language.ts';
import type { ClinicWords } from '../../kit/words/words.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly clinicWords: ClinicWords }>>> = {
  en: () => import('../../kit/words/en/clinic.ts'),
  de: () => import('../../kit/words/de/clinic.ts'),
};

const pack = signal<ClinicWords | undefined>(undefined);

/** The words of now; a component that reads them is drawn anew in another language. @throws RangeError before `speak` */
export function say(): ClinicWords {
  const words = pack.value;
  if (!words) throw new RangeError('no words were loaded');
  return words;
}

export async function speak(name: Language): Promise<void> {
  pack.value = (await PACKS[name]()).clinicWords;
}

/** The words first: what is drawn, asked and told then is of one language. */
export async function changeLanguage(name: Language): Promise<void> {
  await speak(name);
  chooseLanguage(name);
}
