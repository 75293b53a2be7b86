/** In which words does the page speak? One pack at a time, as a signal, so that a change of language redraws everything. */
import { effect, signal } from '@preact/signals';
import { language } from '../../kit/language.ts';
import type { PatientWords } from '../../kit/words/words.ts';
import { loadPatientWords } from '../words.ts';

const spoken = signal<PatientWords | undefined>(undefined);

/** Call once, before the first drawing; later changes of the language load their own pack. */
export function speak(words: PatientWords): void {
  spoken.value = words;
  let now = language.peek();
  effect(() => {
    const wanted = language.value;
    if (wanted === now) return;
    now = wanted;
    void loadPatientWords(wanted).then((pack) => {
      if (language.peek() === wanted) spoken.value = pack;
    });
  });
}

/** @throws RangeError before `speak` */
export function say(): PatientWords {
  const words = spoken.value;
  if (!words) throw new RangeError('the page has no words yet');
  return words;
}
