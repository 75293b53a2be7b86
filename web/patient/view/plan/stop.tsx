/** Stop taking it: one question, nobody's leave, with or without a network; the dose is gone from this phone at once. */
import { useState } from 'preact/hooks';
import type { PlanInForce } from '../../../../src/records/case-state.ts';
import { stopNow } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { say } from '../said.ts';

export function Stop({ inForce }: { inForce: PlanInForce | undefined }) {
  const words = say().plan.stop;
  const { run, busy, trouble } = useActing();
  const [done, setDone] = useState(false);
  const stop = async (): Promise<void> => setDone(await run(stopNow));
  return (
    <section aria-label={words.button}>
      {inForce && (
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
