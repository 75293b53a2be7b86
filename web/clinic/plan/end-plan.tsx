/** Ends a plan from a day on, with a reason; what was taken before stays as it is (H12). */
import { useState } from 'preact/hooks';
import type { PlanJson } from '../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { DayField, TextField } from '../../kit/part/field.tsx';
import { textOf } from '../../kit/part/form.tsx';
import { askSignedIn } from '../frame/session.ts';
import { dayText, todayText } from '../part/day.ts';
import { Form } from '../part/form.tsx';
import type { PlanProps } from './plan-tab.tsx';

export function EndPlan({ here, words, plan }: PlanProps & { readonly plan: PlanJson }) {
  const [on, setOn] = useState(todayText());
  const act = async (form: FormData): Promise<Refusal | undefined> => {
    const body = { on, reason: textOf(form, 'end-reason'), day: todayText() };
    const done = await askSignedIn('POST', `/cases/${here.id}/plans/${plan.plan}/end`, body);
    if (!done.ok) return done.error;
    await here.reload();
    return undefined;
  };
  const fieldOf = { 'reason-too-short': 'end-reason', 'reason-missing': 'end-reason', 'end-out-of-range': 'end-on' };
  return (
    <details class="fold screen-only">
      <summary>{words.end}</summary>
      <p class="quiet">{words.endHelp}</p>
      <Form act={act} button={words.endButton} first={false} fieldOf={fieldOf}>
        {(faults) => (
          <>
            <DayField
              {...{ name: 'end-on', label: words.endOn, value: on, onInput: setOn, fault: faults['end-on'] }}
              inWords={on === '' ? '' : dayText(on)}
            />
            <TextField
              {...{ name: 'end-reason', label: here.words.reason, help: here.words.reasonHelp, rows: 2 }}
              fault={faults['end-reason']}
            />
          </>
        )}
      </Form>
    </details>
  );
}
