/** The link does not open: its secret is not here, or the server refuses it and says why. */

import type { Refusal } from '../../kit/ask.ts';
import type { DoorWords } from '../../kit/words/words.ts';
import { sentenceOf } from './form.tsx';
import { Heading } from './heading.tsx';

export function LinkMissing({ words }: { words: DoorWords }) {
  const { link } = words;
  return (
    <>
      <Heading>{link.missing}</Heading>
      <p>{link.missingHelp}</p>
      <p>
        <a class="button" href="/sign-in">
          {link.signIn}
        </a>
      </p>
    </>
  );
}

/** What asking again cannot change is not offered to be asked again. */
const FINAL: readonly string[] = ['invitation-unknown', 'invitation-used', 'invitation-expired'];

export function LinkRefused({ words, refusal, again }: { words: DoorWords; refusal: Refusal; again: () => void }) {
  const { link } = words;
  return (
    <>
      <Heading>{link.refused}</Heading>
      <p role="alert">{sentenceOf(words, refusal)}</p>
      <p class="act">
        {!FINAL.includes(refusal.code) && (
          <button type="button" class="button first" onClick={again}>
            {link.again}
          </button>
        )}
        <a class="button" href="/sign-in">
          {link.signIn}
        </a>
      </p>
    </>
  );
}
