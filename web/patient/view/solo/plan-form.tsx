/** The copied plan as choices: doses and days are picked from lists, so that no number is typed (H1, H34). */
import { useId, useState } from 'preact/hooks';
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import type { TimeOfDay } from '../../../../src/medicine/titration.ts';
import { today } from '../../phone/phone.ts';
import { say } from '../said.ts';

/** A plan in its own format (docs/formats/plan.md), as far as it is chosen here; the rest goes along as it came. */
export type DraftText = {
  readonly name: string;
  readonly blinded: boolean;
  readonly steps: readonly { readonly dose: string; readonly minimumDays: number }[];
  readonly ceiling: string;
  readonly baselineDays: number;
  readonly timeOfDay: TimeOfDay;
  /** Of the copying, not of the plan. */
  readonly chosen?: { readonly startAt: 'baseline' | number; readonly lastsDays: number };
};

export type Terms = {
  readonly validFrom: string;
  readonly validTo: string;
  readonly startAt: 'baseline' | number;
  readonly day: string;
};

/** What is agreed besides the content: from today on, as long as it was prescribed. */
export function termsOf({ chosen }: DraftText): Terms {
  const { startAt, lastsDays } = chosen ?? { startAt: 'baseline', lastsDays: LASTS[0] };
  const day = formatLocalDate(today.value);
  return { validFrom: day, validTo: formatLocalDate((today.value + lastsDays) as LocalDate), startAt, day };
}

const DOSES = [
  ...[100, 250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000, 2_250, 2_500, 3_000, 3_500, 3_750],
  ...[4_000, 4_500, 5_000, 5_250, 5_500, 6_000, 6_500, 7_000],
].map((ug) => formatDose(micrograms(ug)));
const LEAST = [7, 10, 14, 21, 28, 30, 56, 60];
const BASELINE = [0, 7, 14, 21, 28];
const LASTS = [90, 30, 60, 120, 180] as const;

type PlanFormProps = {
  readonly draft: DraftText;
  readonly busy: boolean;
  readonly read: (content: DraftText) => void;
};

export function PlanForm({ draft, busy, read }: PlanFormProps) {
  const words = say().solo;
  const [plan, setPlan] = useState(draft);
  const [startAt, setStartAt] = useState<'baseline' | number>('baseline');
  const [lastsDays, setLasts] = useState<number>(LASTS[0]);
  const change = (part: Partial<DraftText>): void => setPlan({ ...plan, ...part });
  const last = plan.steps.at(-1);
  return (
    <div class="ask">
      <h2>{words.steps}</h2>
      {plan.steps.map((step, i) => (
        <fieldset class="choice pair" key={i}>
          <legend>{words.step(i + 1)}</legend>
          <Select
            {...{ label: words.dose, options: DOSES, value: step.dose }}
            change={(dose) => change({ steps: plan.steps.with(i, { ...step, dose }) })}
          />
          <Select
            {...{ label: words.least, options: LEAST, value: step.minimumDays, text: words.days }}
            change={(minimumDays) => change({ steps: plan.steps.with(i, { ...step, minimumDays }) })}
          />
        </fieldset>
      ))}
      <p class="act">
        {last && (
          <button type="button" class="button" onClick={() => change({ steps: [...plan.steps, last] })}>
            {words.addStep}
          </button>
        )}
        {plan.steps.length > 1 && (
          <button type="button" class="button" onClick={() => change({ steps: plan.steps.slice(0, -1) })}>
            {words.removeStep}
          </button>
        )}
      </p>
      <Select
        {...{ label: words.ceiling, options: DOSES, value: plan.ceiling }}
        change={(ceiling) => change({ ceiling })}
      />
      <Select
        {...{ label: words.timeOfDay, options: ['evening', 'morning'] as const, value: plan.timeOfDay }}
        text={(it) => words.times[it]}
        change={(timeOfDay) => change({ timeOfDay })}
      />
      <Select
        {...{ label: words.baseline, options: BASELINE, value: plan.baselineDays, text: words.days }}
        change={(baselineDays) => change({ baselineDays })}
      />
      <Select
        {...{ label: words.startAt, value: startAt, change: setStartAt }}
        options={['baseline', ...plan.steps.keys()] as readonly ('baseline' | number)[]}
        text={(it) => (it === 'baseline' ? words.atBaseline : words.atStep(plan.steps[it]?.dose ?? ''))}
      />
      <Select
        {...{ label: words.lasts, options: LASTS as readonly number[], value: lastsDays, text: words.lastsDays }}
        change={setLasts}
      />
      <button
        {...{ type: 'button', class: 'button first', 'aria-disabled': busy }}
        onClick={() => read({ ...plan, chosen: { startAt, lastsDays } })}
      >
        {words.readBack}
      </button>
    </div>
  );
}

type SelectProps<T> = {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly change: (value: T) => void;
  readonly text?: (value: T) => string;
};

/** A value that is not among the options is one of them all the same: what came with the template stays. */
function Select<T extends string | number>({ label, options, value, change, text = String }: SelectProps<T>) {
  const id = useId();
  const shown = options.includes(value) ? options : [value, ...options];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        {...{ id, value: String(value) }}
        onChange={({ currentTarget }) => {
          const chosen = shown[currentTarget.selectedIndex];
          if (chosen !== undefined) change(chosen);
        }}
      >
        {shown.map((option) => (
          <option key={option} value={String(option)}>
            {text(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
