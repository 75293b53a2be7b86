/** Agree, or not now. Nobody is pressed: no answer is an answer, and it can be taken back at any time. Needs the clinic. */
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { agreeToTrial, as } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { say } from '../said.ts';
import { sayTrial } from './said.ts';

export function Consent({ record }: { readonly record: TrialRecord }) {
  const { consent: words, version } = sayTrial();
  const { run, busy, trouble } = useActing();
  if (as.value === 'carer') return <p>{words.carer}</p>;
  return (
    <section class="card" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{words.help}</p>
      <Confirm
        {...{ button: words.agree, question: words.ask, help: words.askHelp, yes: words.yes, busy }}
        act={() => void run(() => agreeToTrial(record, version))}
      />
      <p>
        <a class="button" href={addressOf('today')}>
          {words.notNow}
        </a>{' '}
        <span class="quiet">{words.needsNet}</span>
      </p>
      <p role="status">{busy ? say().frame.working : ''}</p>
      <Trouble text={trouble} />
    </section>
  );
}
