/**
 * The steps of a plan: each a dose with its unit, chosen or typed, and its least days. Added, removed and put in order of
 * dose; a bare number is no dose (H1, H2).
 */
import { parseDose } from '../../../src/medicine/dose.ts';
import type { StepText } from './draft-text.ts';
import type { FieldsProps } from './fields.tsx';

/** Strengths that are commonly made; any other dose can be typed. */
const COMMON = ['0.5 mg', '0.75 mg', '1 mg', '1.5 mg', '2 mg', '2.5 mg', '3 mg', '3.5 mg', '4 mg', '4.5 mg', '6 mg'];

export function StepFields(props: FieldsProps) {
  const { words, draft, faultAt, change } = props;
  const { steps } = draft;
  const add = (): void => change({ steps: [...steps, { dose: '', days: steps.at(-1)?.days ?? '7' }] });
  const sort = (): void => change({ steps: [...steps].sort((a, b) => amount(a) - amount(b)) });
  const own = faultAt('.steps');
  return (
    <div class="steps">
      <datalist id="common-doses">
        {COMMON.map((dose) => (
          <option key={dose} value={dose} />
        ))}
      </datalist>
      <p id="dose-help" class="quiet">
        {words.doseHelp}
      </p>
      {steps.map((step, i) => (
        <Step key={i} {...props} step={step} place={i} />
      ))}
      {own && <p class="fault">{own}</p>}
      <p class="act">
        <button type="button" class="button" onClick={add}>
          {words.addStep}
        </button>
        {isOutOfOrder(steps) && (
          <button type="button" class="button" onClick={sort}>
            {words.sort}
          </button>
        )}
      </p>
    </div>
  );
}

/** What cannot be read goes last, where it is seen. */
function amount({ dose }: StepText): number {
  const read = parseDose(dose);
  return read.ok ? read.value : Number.POSITIVE_INFINITY;
}

function isOutOfOrder(steps: readonly StepText[]): boolean {
  const amounts = steps.map(amount).filter(Number.isFinite);
  return amounts.some((dose, i) => dose < (amounts[i - 1] ?? 0));
}

type StepProps = FieldsProps & { readonly step: StepText; readonly place: number };

function Step({ words, draft, faultAt, change, step, place }: StepProps) {
  const set = (changed: Partial<StepText>): void =>
    change({ steps: draft.steps.map((each, i) => (i === place ? { ...each, ...changed } : each)) });
  const remove = (): void => change({ steps: draft.steps.filter((_, i) => i !== place) });
  const [doseFault, daysFault] = [faultAt(`.steps[${place}].dose`), faultAt(`.steps[${place}].minimumDays`)];
  const [dose, days] = [`step-${place}-dose`, `step-${place}-days`];
  const ties = (name: string, fault: string | undefined) => ({
    ...{ id: name, name, autocomplete: 'off', 'aria-invalid': fault !== undefined },
    'aria-describedby': fault ? `${name}-fault` : 'dose-help',
  });
  return (
    <fieldset class="step">
      <legend>{words.step(place + 1)}</legend>
      <div class="field">
        <label for={dose}>{words.doseOf(place + 1)}</label>
        <input
          {...ties(dose, doseFault)}
          type="text"
          list="common-doses"
          maxLength={20}
          value={step.dose}
          onInput={(event) => set({ dose: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={days}>{words.daysOf(place + 1)}</label>
        <input
          {...ties(days, daysFault)}
          type="text"
          inputMode="numeric"
          maxLength={6}
          value={step.days}
          onInput={(event) => set({ days: event.currentTarget.value })}
        />
      </div>
      <button type="button" class="button" onClick={remove} aria-label={words.removeStep(place + 1)}>
        {words.remove}
      </button>
      {doseFault && (
        <p id={`${dose}-fault`} class="fault">
          {doseFault}
        </p>
      )}
      {daysFault && (
        <p id={`${days}-fault`} class="fault">
          {daysFault}
        </p>
      )}
    </fieldset>
  );
}
