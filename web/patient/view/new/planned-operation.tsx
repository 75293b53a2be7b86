/** A planned operation: its day is chosen from a list, so that nothing is typed; the clinic says when to pause (H24). */
import { useId, useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { reportChange, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { say } from '../said.ts';

/** Days ahead that are offered. */
const AHEAD = 90;

export function PlannedOperation({ date, done }: { date: LocalDate; done: () => void }) {
  const { fresh: words, when } = say();
  const id = useId();
  const { run, busy, trouble } = useActing();
  const days = Array.from({ length: AHEAD }, (_, i) => (today.value + i) as LocalDate);
  const [on, setOn] = useState<LocalDate>();
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (on === undefined) return;
    if (await run(() => reportChange('operation-planned', when.fullDay(on), date))) done();
  };
  return (
    <form class="ask" onSubmit={(event) => void keep(event)}>
      <p>{words.operationHelp}</p>
      <div class="field">
        <label for={id}>{words.operationLabel}</label>
        <select id={id} required onChange={({ currentTarget }) => setOn(days[currentTarget.selectedIndex - 1])}>
          <option value="">{say().today.dose.choose}</option>
          {days.map((day) => (
            <option key={day} value={day}>
              {when.longDay(day)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button first" aria-disabled={busy}>
        {words.operationKeep}
      </button>
      <Trouble text={trouble} />
    </form>
  );
}
