/** Asking the clinic: no dose moves by it. What was asked stands beneath, with its answer; nobody reads day and night (H20). */
import { useId, useState } from 'preact/hooks';
import type { CaseState, RequestRecord } from '../../../../src/records/case-state.ts';
import { ask, people, today } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { say } from '../said.ts';

type Wish = RequestRecord['wish'];
/** What can be asked for, in the order a hard day needs it: at a dose, without the drug yet, without a plan. */
const WISHES: Readonly<Record<'step' | 'baseline' | 'none', readonly Wish[]>> = {
  step: ['hold', 'step-down', 'step-up', 'other'],
  baseline: ['other'],
  none: ['resume', 'other'],
};

export function AskClinic({ state, at }: { state: CaseState; at: keyof typeof WISHES }) {
  const words = say().plan.ask;
  const id = useId();
  const { run, busy, trouble } = useActing();
  const [wish, setWish] = useState<Wish>();
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(false);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (wish === undefined || !(await run(() => ask(wish, note.trim())))) return;
    setWish(undefined);
    setNote('');
    setSent(true);
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      <p>{words.help}</p>
      <div class="chips">
        {WISHES[at].map((name) => (
          <button
            {...{ type: 'button', class: 'button chip', 'aria-pressed': wish === name }}
            key={name}
            onClick={() => setWish(wish === name ? undefined : name)}
          >
            {words.wish[name]}
          </button>
        ))}
      </div>
      {wish && (
        <form class="ask" onSubmit={(event) => void send(event)}>
          <div class="field">
            <label for={id}>{`${words.wish[wish]}. ${words.note}`}</label>
            <textarea
              {...{ id, rows: 2, maxLength: 500, value: note }}
              onInput={(e) => setNote(e.currentTarget.value)}
            />
          </div>
          <button type="submit" class="button first" aria-disabled={busy}>
            {words.send}
          </button>
        </form>
      )}
      <p role="status">{sent && wish === undefined ? words.sent : ''}</p>
      <Trouble text={trouble} />
      <Requests requests={state.requests} />
    </section>
  );
}

function Requests({ requests }: { requests: CaseState['requests'] }) {
  const words = say().plan.ask;
  const { ago } = say().when;
  if (requests.length === 0) return null;
  return (
    <>
      <h3>{words.own}</h3>
      <ul class="plain">
        {requests.toReversed().map(({ request, wish, on, note, answer, answeredBy }) => (
          <li key={request}>
            <div>
              <p>{words.said(words.wish[wish], ago(on, today.value))}</p>
              {note !== '' && <p class="quiet">{note}</p>}
              <p>
                <strong>{answer ? words[answer] : words.open}</strong>{' '}
                {answeredBy && people.value[answeredBy] && words.by(people.value[answeredBy] ?? '')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
