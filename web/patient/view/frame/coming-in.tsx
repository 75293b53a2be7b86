/** Before there is a diary: signed out, nothing opened yet, or whose diary it is where a carer keeps several (H16). */
import type { CaseId } from '../../../../src/base/ids.ts';
import { isDemonstration } from '../../../kit/ask.ts';
import { cases, chooseCase, refreshNow } from '../../phone/phone.ts';
import { useActing } from '../acting.tsx';
import { Heading } from '../heading.tsx';
import { say } from '../said.ts';

/** Where one signs in; the demonstration is entered at the first page. */
export const signInAddress = (): string => (isDemonstration() ? '/' : '/sign-in');

export function SignedOut() {
  const words = say().frame.signedOut;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.text}</p>
      <p>
        <a class="button first" href={signInAddress()}>
          {words.button}
        </a>
      </p>
    </>
  );
}

export function NoCase() {
  const words = say().frame.noCase;
  const { run, busy } = useActing();
  const look = async () => {
    await refreshNow();
    return { ok: true, value: undefined } as const;
  };
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.text}</p>
      <p class="act">
        <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(look)}>
          {words.again}
        </button>
      </p>
    </>
  );
}

export function ChooseCase() {
  const words = say().frame.chooseCase;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.text}</p>
      <ul class="bare">
        {cases.value.map(({ case: id, label }) => (
          <li key={id}>
            <button type="button" class="button wide" onClick={() => chooseCase(id as CaseId)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
