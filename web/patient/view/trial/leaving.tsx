/** Leaving the trial: one question, nobody's leave, with or without a network; no capsule is shown from then on (H12, H13). */
import type { TrialPhase, TrialRecord } from '../../../../src/records/trial-state.ts';
import { as, endTrial } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { say } from '../said.ts';
import { sayTrial } from './said.ts';

type LeavingProps = { readonly record: TrialRecord; readonly phase: TrialPhase };

export function Leaving({ record, phase }: LeavingProps) {
  const words = sayTrial();
  const { stop } = say().plan;
  const { run, busy, trouble } = useActing();
  const isAhead = phase === 'consented' || phase === 'sealed' || phase === 'ready';
  const isIn = record.consent?.withdrawnOn === undefined && (phase === 'running' || isAhead);
  const mayLeave = as.value !== 'carer' && isIn;
  if (!mayLeave) return null;
  const end = (why: 'patient-wish' | 'consent-withdrawn') => void run(() => endTrial(record, why));
  return (
    <section aria-label={words.leaving}>
      <h2>{words.leaving}</h2>
      <p>{words.leavingHelp}</p>
      {phase === 'running' && (
        <Confirm
          {...{ button: stop.button, question: words.escape.ask, help: words.escape.help, yes: stop.yes, busy }}
          strong
          act={() => end('patient-wish')}
        />
      )}
      <Confirm
        {...{
          button: words.consent.withdraw,
          question: words.consent.withdrawAsk,
          yes: words.consent.withdrawYes,
          busy,
        }}
        help={isAhead ? words.consent.withdrawBefore : words.consent.withdrawRuns}
        act={() => end('consent-withdrawn')}
      />
      <Trouble text={trouble} />
    </section>
  );
}
