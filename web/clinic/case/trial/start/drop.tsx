/** Gives up a trial that has not begun, with a reason; the plan goes on. */
import { TextField } from '../../../../kit/part/field.tsx';
import { textOf } from '../../../../kit/part/form.tsx';
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Drop(props: TrialProps) {
  const { here, words } = props;
  const fieldOf = { 'reason-too-short': 'drop-reason', 'reason-missing': 'drop-reason' };
  return (
    <details class="fold screen-only">
      <summary>{words.drop}</summary>
      <p class="quiet">{words.dropHelp}</p>
      <Form
        act={(form) => actOn(props, 'drop', { reason: textOf(form, 'drop-reason') })}
        {...{ button: words.dropButton, first: false, fieldOf }}
      >
        {(faults) => (
          <TextField
            {...{ name: 'drop-reason', label: here.words.reason, help: here.words.reasonHelp, rows: 2 }}
            fault={faults['drop-reason']}
          />
        )}
      </Form>
    </details>
  );
}
