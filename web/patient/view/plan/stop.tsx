/** Stop taking it: one question, nobody's leave, with or without a network; the dose is gone from this phone at once. */
import { useState } from 'preact/hooks';
import type { PlanInForce } from '../../../../src/records/case-state.ts';
import type { TrialRecord } from '../../../../src/records/trial-state.ts';
import { endTrial, stopNow } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { say } from '../said.ts';

type StopProps = { readonly inForce: PlanInForce | undefined; readonly trial?: TrialRecord | undefined };

/** Of a trial the capsules are stopped, of a plan its doses. */
export function Stop({ inForce, trial }: StopProps) {
  const words = say().plan.stop;
  const { run, busy, trouble } = useActing();
  const [done, setDone] = useState(false);
  const stop = async (): Promise<void> =>
    setDone(await run(() => (trial ? endTrial(trial, 'patient-wish') : stopNow())));
  return (
    <section aria-label={words.button}>
      {(inForce || trial) && (
        <Confirm
          {...{ button: words.button, question: words.ask, help: words.help, yes: words.yes, busy, strong: true }}
          act={() => void stop()}
        />
      )}
      <div role="status">
        {done && (
          <div class="card">
            <p class="mass">{words.done}</p>
            <p>{words.doneHelp}</p>
          </div>
        )}
      </div>
      <Trouble text={trouble} />
    </section>
  );
}
