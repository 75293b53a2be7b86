/** What did not go as the protocol says? Noted with its day, never mended; it stands in the report. */
import { useState } from 'preact/hooks';
import { formatLocalDate } from '../../../../../src/base/calendar.ts';
import { DayField, Select, TextField } from '../../../../kit/part/field.tsx';
import { textOf } from '../../../../kit/part/form.tsx';
import { dayText, todayText } from '../../../part/day.ts';
import { Form } from '../../../part/form.tsx';
import { actOn } from '../shown-trial.ts';
import type { TrialProps } from '../trial-tab.tsx';

export function Deviations(props: TrialProps) {
  const { here, words, trial } = props;
  const { deviations } = trial.record;
  const [on, setOn] = useState(todayText());
  return (
    <section aria-labelledby="deviations">
      <h3 id="deviations">{words.deviations}</h3>
      {deviations.length === 0 && <p>{words.noDeviations}</p>}
      <ul class="plain">
        {deviations.map(({ what, note, on: day, decidedBy }, i) => (
          <li key={i}>
            {words.deviationLine(formatLocalDate(day), words.deviation[what], here.name(decidedBy))}
            {note !== '' && <blockquote>{note}</blockquote>}
          </li>
        ))}
      </ul>
      <details class="fold screen-only">
        <summary>{words.deviate}</summary>
        <Form
          act={(form) =>
            actOn(props, 'deviations', { what: textOf(form, 'what'), note: textOf(form, 'note').trim(), on })
          }
          {...{
            button: words.deviate,
            first: false,
            fieldOf: { 'reason-too-short': 'note', 'deviation-out-of-range': 'deviation-on' },
          }}
        >
          {(faults) => (
            <>
              <Select
                {...{ name: 'what', label: words.deviationWhat }}
                options={words.deviationKinds.map((what) => [what, words.deviation[what]])}
              />
              <DayField
                {...{ name: 'deviation-on', label: words.deviationOn, value: on, onInput: setOn }}
                fault={faults['deviation-on']}
                inWords={on === '' ? '' : dayText(on)}
              />
              <TextField
                {...{ name: 'note', label: here.words.note, help: here.words.reasonHelp, rows: 2, fault: faults.note }}
              />
            </>
          )}
        </Form>
      </details>
    </section>
  );
}
