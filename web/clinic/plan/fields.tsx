/** The fields of a plan: name, steps, ceiling, days, time of day, and its rules with the range each may have. */
import { PLAN_RANGES, type PlanNumber, STOP_RULES } from '../../../src/medicine/titration.ts';
import { Field } from '../../kit/part/field.tsx';
import type { DraftText } from './draft-text.ts';
import type { PlanWords } from './plan-tab.tsx';
import { StepFields } from './step-fields.tsx';

/** What stands wrong at a place of the plan, in a sentence. */
export type FaultAt = (path: string) => string | undefined;
export type Changed = (changed: Partial<DraftText>) => void;
export type FieldsProps = {
  readonly words: PlanWords;
  readonly draft: DraftText;
  readonly faultAt: FaultAt;
  readonly change: Changed;
};

const DAYS = ['baselineDays', 'endlineDays'] as const;
const RULES = (Object.keys(PLAN_RANGES) as PlanNumber[]).filter((field) => field.startsWith('rules.'));

export function Fields(props: FieldsProps) {
  const { words, draft, faultAt, change } = props;
  const ofRules = RULES.some((field) => faultAt(`.${field}`) !== undefined);
  return (
    <>
      <Field
        {...{ name: 'plan-name', label: words.name, maxLength: 80, fault: faultAt('.name') }}
        {...{ value: draft.name, onInput: (name) => change({ name }) }}
      />
      <StepFields {...props} />
      <Field
        {...{ name: 'ceiling', label: words.ceiling, help: words.doseHelp, maxLength: 20, fault: faultAt('.ceiling') }}
        {...{ value: draft.ceiling, onInput: (ceiling) => change({ ceiling }) }}
      />
      <Field
        {...{ name: 'maximum-step', label: words.maximumStep, help: words.doseHelp, maxLength: 20 }}
        {...{ fault: faultAt('.maximumStep'), value: draft.maximumStep }}
        onInput={(maximumStep) => change({ maximumStep })}
      />
      {DAYS.map((field) => (
        <NumberField key={field} {...props} field={field} />
      ))}
      <fieldset class="choices">
        <legend>{words.timeOfDay}</legend>
        <div class="row">
          {(['evening', 'morning'] as const).map((time) => (
            <label key={time}>
              <input
                type="radio"
                name="time-of-day"
                checked={draft.timeOfDay === time}
                onChange={() => change({ timeOfDay: time })}
              />
              {words.times[time]}
            </label>
          ))}
        </div>
      </fieldset>
      <details class="fold" open={ofRules}>
        <summary>{words.rulesHeading}</summary>
        {RULES.map((field) => (
          <NumberField key={field} {...props} field={field} />
        ))}
        <p>{words.stopRules}</p>
        <ul>
          {STOP_RULES.map((rule) => (
            <li key={rule}>{words.stopRule[rule]}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function NumberField({ words, draft, faultAt, change, field }: FieldsProps & { readonly field: PlanNumber }) {
  const [minimum, maximum] = PLAN_RANGES[field];
  return (
    <Field
      {...{ name: field, label: words.number[field], help: words.range(minimum, maximum), maxLength: 6 }}
      {...{ fault: faultAt(`.${field}`), value: draft.numbers[field] }}
      onInput={(text) => change({ numbers: { ...draft.numbers, [field]: text } })}
    />
  );
}
