/** What was handed out, as anybody may read it: nothing of it tells one kit from another (H13). */
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import type { TrialProps } from '../trial-tab.tsx';
import { Labels } from './labels.tsx';

export function Given(props: TrialProps) {
  const { here, words, trial } = props;
  const { pharmacist } = words;
  const { dispensed } = trial.record;
  return (
    <section aria-labelledby="given">
      <h3 id="given">{pharmacist.given}</h3>
      {dispensed.length === 0 && <p>{pharmacist.noneGiven}</p>}
      <ul class="plain">
        {dispensed.map(({ kits, capsulesEach, filler, usableUntil, on, decidedBy }) => (
          <li key={`${formatLocalDate(on)} ${kits.join()}`}>
            {pharmacist.givenLine(
              formatLocalDate(on),
              kits,
              capsulesEach,
              filler,
              formatLocalDate(usableUntil),
              here.name(decidedBy),
            )}
          </li>
        ))}
      </ul>
      {dispensed.length > 0 && <Labels {...props} />}
    </section>
  );
}
