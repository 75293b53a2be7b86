/** May it be opened yet, and why not? When nothing is awaited any more, one act opens it for everybody (H13, H18). */
import { formatLocalDate, type LocalDate } from '../../../../../src/base/calendar.ts';
import { daysOf } from '../../../../../src/trial/protocol.ts';
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Opening(props: TrialProps) {
  const { words, trial } = props;
  const { phase, mayOpen, guessesAwaited, record } = trial;
  const last = record.started && ((record.started.on + daysOf(record.protocol) - 1) as LocalDate);
  const isOver = phase === 'over';
  return (
    <section aria-labelledby="opening">
      <h3 id="opening">{words.opening}</h3>
      {mayOpen ? (
        <>
          <p>{words.openingHelp}</p>
          <Form act={() => actOn(props, 'opening', {})} button={words.openingButton} />
        </>
      ) : (
        <>
          <p>{words.notYet}</p>
          <ul>
            {!isOver && last !== undefined && <li>{words.stillRuns(formatLocalDate(last))}</li>}
            {isOver && <li>{words.guessesWaited(guessesAwaited)}</li>}
          </ul>
        </>
      )}
    </section>
  );
}
