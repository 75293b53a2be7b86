/** From when to when may the plan be followed, and where does it begin? Proposed from its calendar, decided by who signs (H12). */
import { formatLocalDate, type LocalDate } from '../../../src/base/calendar.ts';
import { planRuns } from '../../../src/medicine/plan-days.ts';
import type { TitrationPlan } from '../../../src/medicine/titration.ts';
import { DayField, Select } from '../../kit/part/field.tsx';
import { dayText, today } from '../part/day.ts';
import type { PlanWords } from './plan-tab.tsx';

/** As the interface writes them. */
export type Terms = {
  readonly validFrom: string;
  readonly validTo: string;
  readonly startAt: 'baseline' | number;
};

/** Today to the last day of the earliest calendar, a year at most; from the baseline where there is one. */
export function termsFor(plan: TitrationPlan): Terms {
  const from = today();
  const days = planRuns(plan).reduce((sum, run) => sum + run.days, 0);
  const to = (from + Math.min(days, LONGEST) - 1) as LocalDate;
  return {
    validFrom: formatLocalDate(from),
    validTo: formatLocalDate(to),
    startAt: plan.baselineDays > 0 ? 'baseline' : 0,
  };
}
const LONGEST = 366;

type Props = {
  readonly words: PlanWords;
  readonly plan: TitrationPlan;
  readonly terms: Terms;
  readonly onChange: (terms: Terms) => void;
};

export function TermsFields({ words, plan, terms, onChange }: Props) {
  const places = ['baseline' as const, ...plan.steps.keys()];
  const text = (place: 'baseline' | number): string =>
    words.startPlace(place, place === 'baseline' ? '' : words.doseInRun(plan.steps[place]?.dose ?? plan.ceiling));
  // An empty day is no day: the last one stays until there is another.
  const setDay = (name: 'validFrom' | 'validTo') => (day: string) => day !== '' && onChange({ ...terms, [name]: day });
  return (
    <section class="screen-only terms" aria-labelledby="terms">
      <h3 id="terms">{words.terms}</h3>
      <DayField
        {...{ name: 'valid-from', label: words.validFrom, value: terms.validFrom, onInput: setDay('validFrom') }}
        inWords={dayText(terms.validFrom)}
      />
      <DayField
        {...{ name: 'valid-to', label: words.validTo, value: terms.validTo, help: words.validToHelp }}
        onInput={setDay('validTo')}
        inWords={dayText(terms.validTo)}
      />
      <Select
        {...{ name: 'start-at', label: words.startAt, value: String(terms.startAt) }}
        options={places.map((place) => [String(place), text(place)])}
        onInput={(value) => onChange({ ...terms, startAt: value === 'baseline' ? value : Number(value) })}
      />
    </section>
  );
}
