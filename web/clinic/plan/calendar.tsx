/** Which dose would stand on which day if every step went up as early as it may? To be read beside the draft, no order (H11). */
import { useState } from 'preact/hooks';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../../../src/base/calendar.ts';
import { planRuns } from '../../../src/medicine/plan-days.ts';
import { planCautions, type TitrationPlan } from '../../../src/medicine/titration.ts';
import { DayField } from '../../kit/part/field.tsx';
import { RowsTable } from '../../kit/part/rows-table.tsx';
import { today } from '../part/day.ts';
import type { PlanWords } from './plan-tab.tsx';

export function Calendar({ words, plan }: { readonly words: PlanWords; readonly plan: TitrationPlan }) {
  const [from, setFrom] = useState(formatLocalDate(today()));
  const cautions = planCautions(plan);
  const start = parseLocalDate(from);
  return (
    <>
      {cautions.length > 0 && (
        <>
          <h3>{words.cautions}</h3>
          <ul class="standing">
            {cautions.map((caution) => (
              <li key={caution.code}>{words.caution(caution)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.calendar}</h3>
      <p class="quiet">{words.calendarHelp}</p>
      <DayField
        {...{ name: 'calendar-from', label: words.calendarFrom, value: from, onInput: setFrom }}
        inWords={start.ok ? words.day(start.value) : ''}
      />
      {start.ok && (
        <RowsTable name={words.calendar} rows={{ head: words.calendarHead, rows: rowsOf(words, plan, start.value) }} />
      )}
    </>
  );
}

function rowsOf(words: PlanWords, plan: TitrationPlan, start: LocalDate): readonly string[][] {
  return planRuns(plan).map(({ kind, step, dose, firstDay, days }) => {
    const from = (start + firstDay - 1) as LocalDate;
    const to = (from + days - 1) as LocalDate;
    return [words.day(from), words.day(to), words.run(kind, step), words.doseInRun(dose), String(days)];
  });
}
