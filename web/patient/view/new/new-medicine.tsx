/** A new medicine by the name on its box. The clinic screens it; until then the one fact that cannot wait stands here (H4). */
import { useId, useState } from 'preact/hooks';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import { reportChange } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { say } from '../said.ts';

export function NewMedicine({ date, done }: { date: LocalDate; done: () => void }) {
  const words = say().fresh;
  const id = useId();
  const { run, busy, trouble } = useActing();
  const [text, setText] = useState('');
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = text.trim();
    if (name !== '' && (await run(() => reportChange('new-medicine', name, date)))) done();
  };
  return (
    <form class="ask" onSubmit={(event) => void keep(event)}>
      <p>
        {words.medicineWarn} <span class="quiet">{words.medicineSource}</span>
      </p>
      <div class="field">
        <label for={id}>{words.medicineLabel}</label>
        <input
          {...{ id, value: text, maxLength: 200, required: true, autocomplete: 'off', spellcheck: false }}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <button type="submit" class="button first" aria-disabled={busy}>
        {words.medicineKeep}
      </button>
      <Trouble text={trouble} />
    </form>
  );
}
