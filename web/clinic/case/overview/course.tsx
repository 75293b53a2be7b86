/**
 * How did it go, day by day? A symptom as dots, the dose as steps beneath, side effects and events under it; the same as
 * a table; behind them the two levels of the newest finding. What was not recorded looks like nothing (H10, H18).
 */
import { useMemo, useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { courseTable } from '../../../../src/chart/course/table.ts';
import { courseSvg } from '../../../../src/chart/course.ts';
import type { CaseViewJson } from '../../../../src/http/schema/case-json.ts';
import { courseChartOf, courseSpan } from '../../../../src/records/course-chart.ts';
import { DAILY_OUTCOMES } from '../../../../src/trial/outcome.ts';
import { Chart } from '../../../kit/part/chart.tsx';
import { today } from '../../part/day.ts';
import type { Here } from '../here.ts';
import { useNewestFinding } from '../newest-finding.ts';
import { stateFrom } from '../view-state.ts';
import type { OverviewWords } from './overview.tsx';

const RANGES = [28, 84, 'all'] as const;
type Range = (typeof RANGES)[number];

type Props = { readonly here: Here; readonly view: CaseViewJson; readonly words: OverviewWords };

export function Course({ here, view, words }: Props) {
  const [symptom, setSymptom] = useState(DAILY_OUTCOMES[0]?.id ?? '');
  const [range, setRange] = useState<Range>(84);
  const analysis = useNewestFinding(here);
  const state = useMemo(() => stateFrom(view), [view]);
  const span = courseSpan(state);
  const outcome = DAILY_OUTCOMES.find(({ id }) => id === symptom);
  if (!span || !outcome)
    return (
      <section aria-labelledby="course">
        <h2 id="course">{words.course}</h2>
        <p>{words.noDays}</p>
      </section>
    );
  const to = Math.max(span.to, today()) as LocalDate;
  const from = (range === 'all' ? span.from : Math.max(span.from, to - range + 1)) as LocalDate;
  const course = courseChartOf(state, Math.min(from, to) as LocalDate, to);
  const finding = analysis?.findings.find((each) => each.outcome.id === symptom);
  const shown = {
    ...{ course, outcome: { ...outcome, label: words.outcome[outcome.id] ?? outcome.label } },
    ...(finding ? { finding } : {}),
  };
  return (
    <section aria-labelledby="course">
      <h2 id="course">{words.course}</h2>
      <div class="pickers screen-only">
        <Choice
          name="symptom"
          legend={words.symptom}
          value={symptom}
          choose={setSymptom}
          options={DAILY_OUTCOMES.map(({ id }) => [id, words.outcome[id] ?? id])}
        />
        <Choice
          name="range"
          legend={words.range}
          value={range}
          choose={setRange}
          options={RANGES.map((each) => [each, words.ranges[each]])}
        />
      </div>
      <Chart
        key={`${symptom} ${range} ${finding ? 'levels' : 'days'}`}
        id="course-chart"
        draw={(frame) => courseSvg(shown, words.chart, frame)}
        rows={courseTable(course, shown.outcome, words.chart)}
        title={words.course}
        asTable={here.words.asTable}
      />
    </section>
  );
}

type ChoiceProps<T> = {
  readonly name: string;
  readonly legend: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly choose: (value: T) => void;
};

function Choice<T extends string | number>({ name, legend, value, options, choose }: ChoiceProps<T>) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      <div class="row">
        {options.map(([each, text]) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === value} onChange={() => choose(each)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
