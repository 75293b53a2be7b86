/** Ends the trial today, with why: no capsule of it from then on, and no dose until a plan is signed (H11, H12). */
import { Select, TextField } from '../../../../kit/part/field.tsx';
import { textOf } from '../../../../kit/part/form.tsx';
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Stop(props: TrialProps) {
  const { here, words } = props;
  // An agreement is taken back by the patient.
  const whys = words.stopWhys.filter((why) => why !== 'consent-withdrawn');
  return (
    <details class="fold screen-only">
      <summary>{words.stop}</summary>
      <p>{words.stopHelp}</p>
      <Form
        act={(form) => actOn(props, 'stop', { why: textOf(form, 'why'), note: textOf(form, 'stop-note').trim() })}
        {...{ button: words.stopButton, first: false }}
      >
        {() => (
          <>
            <Select
              {...{ name: 'why', label: words.stopWhy, options: whys.map((why) => [why, words.stopWord[why]]) }}
            />
            <TextField {...{ name: 'stop-note', label: here.words.note, rows: 2 }} isOptional />
          </>
        )}
      </Form>
    </details>
  );
}
