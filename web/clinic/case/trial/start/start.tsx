/** Sets day 1: from then on the trial takes the plan's place. Screening, plan and kits are judged again by the server (H4, H12, H35). */
import { useState } from 'preact/hooks';
import { DayField } from '../../../../kit/part/field.tsx';
import { dayText, todayText } from '../../../part/day.ts';
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Start(props: TrialProps) {
  const { words } = props;
  const [on, setOn] = useState(todayText());
  const inWords = on === '' ? '' : dayText(on);
  return (
    <section aria-labelledby="start">
      <h3 id="start">{words.start}</h3>
      <p>{words.startHelp}</p>
      <Form
        act={() => actOn(props, 'start', { on })}
        button={words.startButton(inWords)}
        fieldOf={{ 'first-day-out-of-range': 'first-day' }}
      >
        {(faults) => (
          <DayField
            {...{ name: 'first-day', label: words.firstDay, value: on, onInput: setOn, inWords }}
            fault={faults['first-day']}
          />
        )}
      </Form>
    </section>
  );
}
