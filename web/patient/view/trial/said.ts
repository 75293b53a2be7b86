/** The words of a trial, fetched with its parts: most patients never need them. */
import { effect, signal } from '@preact/signals';
import { type Language, language } from '../../../kit/language.ts';
import type { TrialWords } from '../../../kit/words/words.ts';

const PACKS: Readonly<Record<Language, () => Promise<{ readonly trialWords: TrialWords }>>> = {
  en: () => import('../../../kit/words/en/patient-trial.ts'),
  de: () => import('../../../kit/words/de/patient-trial.ts'),
};

const spoken = signal<TrialWords | undefined>(undefined);
let following: Promise<void> | undefined;

/** The first call fetches; afterwards the words follow the language of the page. */
export function fetchTrialWords(): Promise<void> {
  following ??= new Promise((ready, failed) => {
    effect(() => {
      const wanted = language.value;
      PACKS[wanted]().then(({ trialWords }) => {
        if (language.peek() === wanted) spoken.value = trialWords;
        ready();
      }, failed);
    });
  });
  return following;
}

/** @throws RangeError before they were fetched */
export function sayTrial(): TrialWords {
  const words = spoken.value;
  if (!words) throw new RangeError('the words of a trial have not been fetched');
  return words;
}
