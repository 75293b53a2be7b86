/** Before there is a diary: signed out, nothing opened yet, or whose diary it is where a carer keeps several (H16). */

import { useEffect, useState } from 'preact/hooks';
import type { CaseId } from '../../../../src/base/ids.ts';
import type { ClinicJson } from '../../../../src/http/schema/people-json.ts';
import { ask, isDemonstration } from '../../../kit/ask.ts';
import { cases, chooseCase, refreshNow } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
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

/** A patient alone opens their own diary; a clinic's patient waits for the clinic. */
export function NoCase() {
  const words = say().frame.noCase;
  const { run, busy } = useActing();
  const [solo, setSolo] = useState(false);
  useEffect(() => {
    void ask<ClinicJson>('GET', '/clinic').then((read) => setSolo(read.ok && read.value.state === 'solo'));
  }, []);
  if (solo) return <OpenOwn />;
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.text}</p>
      <p class="act">
        <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(refreshNow)}>
          {words.again}
        </button>
      </p>
    </>
  );
}

function OpenOwn() {
  const words = say().solo.open;
  const { run, busy, trouble } = useActing();
  const open = async () => {
    const body = { label: words.label, indications: [], washout: 'label' };
    const opened = await ask('POST', '/cases', body);
    return opened.ok ? refreshNow() : faultOfAsk(opened.error);
  };
  return (
    <>
      <Heading>{words.heading}</Heading>
      <p>{words.text}</p>
      <p class="act">
        <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(open)}>
          {words.button}
        </button>
      </p>
      <Trouble text={trouble} />
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
