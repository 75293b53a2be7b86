/**
 * "Anything new?": side effects in two taps, what colours a diary in one, a new medicine by its name (it is screened at the
 * clinic, H4), a planned operation by its day (H24). Closed until opened, so that a bad day sees little (H29).
 */
import { useId, useState } from 'preact/hooks';
import { formatLocalDate, type LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseState } from '../../../../src/records/case-state.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import { correct, reportChange } from '../../phone/phone.ts';
import { addressOf } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { say } from '../said.ts';
import { NewMedicine } from './new-medicine.tsx';
import { PlannedOperation } from './planned-operation.tsx';
import { SideEffects } from './side-effects.tsx';

type What = EventOf<'change-reported'>['what'];
type Opened = 'new-medicine' | 'operation-planned' | undefined;
/** One tap tells all there is to tell. */
const PLAIN: readonly What[] = ['infection', 'crash', 'cycle'];

type AnythingNewProps = { readonly state: CaseState; readonly date: LocalDate };

export function AnythingNew({ state, date }: AnythingNewProps) {
  const words = say().fresh;
  const heading = useId();
  return (
    <section class="fresh" aria-labelledby={heading}>
      <h2 id={heading}>{words.heading}</h2>
      <WeeklyQuestion {...{ state, date }} />
      <SideEffects {...{ state, date }} />
      <Changes {...{ state, date }} />
      <p>
        <a class="button strong" href={addressOf('serious')}>
          {words.serious.link}
        </a>
      </p>
    </section>
  );
}

function Changes({ state, date }: AnythingNewProps) {
  const words = say().fresh;
  const { run, busy, trouble } = useActing();
  const [opened, setOpened] = useState<Opened>();
  const noted = state.changes.filter((change) => change.date === date && change.what !== 'nothing-new');
  const toggle = (what: Opened): void => setOpened(opened === what ? undefined : what);
  const chip = { type: 'button', class: 'button chip' } as const;
  return (
    <details>
      <summary>{words.changes}</summary>
      <div class="chips">
        {PLAIN.filter((what) => noted.every((change) => change.what !== what)).map((what) => (
          <button
            {...chip}
            key={what}
            aria-disabled={busy}
            onClick={() => void run(() => reportChange(what, '', date))}
          >
            {words.change[what]}
          </button>
        ))}
        {(['new-medicine', 'operation-planned'] as const).map((what) => (
          <button {...chip} key={what} aria-expanded={opened === what} onClick={() => toggle(what)}>
            {words.change[what]}
          </button>
        ))}
      </div>
      {opened === 'new-medicine' && <NewMedicine date={date} done={() => setOpened(undefined)} />}
      {opened === 'operation-planned' && <PlannedOperation date={date} done={() => setOpened(undefined)} />}
      <Trouble text={trouble} />
      <ul class="plain" aria-live="polite">
        {noted.map(({ entry, what, text }) => (
          <li key={entry}>
            {words.notedChange(text === '' ? words.change[what] : `${words.change[what]}: ${text}`)}
            <button
              {...{ type: 'button', class: 'button small', 'aria-disabled': busy }}
              aria-label={`${words.undo}: ${words.change[what]}`}
              onClick={() => void run(() => correct(entry, undefined, words.undoReason))}
            >
              {words.undo}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Asked until it has been answered within seven days; a patient without a plan is not asked (H4). */
function WeeklyQuestion({ state, date }: AnythingNewProps) {
  const words = say().fresh;
  const { run, busy, trouble } = useActing();
  const asked = ['nothing-new', 'new-medicine', 'operation-planned'];
  const recent = state.changes.some((change) => asked.includes(change.what) && date - change.date < 7);
  const started = Object.keys(state.days).some((key) => key <= formatLocalDate((date - 7) as LocalDate));
  if (recent || !started) return null;
  return (
    <div class="card">
      <p>{words.weekly}</p>
      <p class="act">
        <button
          {...{ type: 'button', class: 'button', 'aria-disabled': busy }}
          onClick={() => void run(() => reportChange('nothing-new', '', date))}
        >
          {words.change['nothing-new']}
        </button>
        <span class="quiet">{words.weeklyHelp}</span>
      </p>
      <Trouble text={trouble} />
    </div>
  );
}
