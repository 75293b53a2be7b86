/** The copied plan, line by line with its days, before it is kept: what stands against it, what to read, who prescribed it. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type LocalDate, parseLocalDate } from '../../../../src/base/calendar.ts';
import type { ReadBackJson } from '../../../../src/http/schema/case-json.ts';
import { ask } from '../../../kit/ask.ts';
import { caseId, refreshNow } from '../../phone/phone.ts';
import { go } from '../../route.ts';
import { Trouble, useActing } from '../acting.tsx';
import { faultOfAsk } from '../ask-fault.ts';
import { say } from '../said.ts';
import type { Terms } from './plan-form.tsx';

type ReadBackProps = { readonly readBack: ReadBackJson; readonly terms: Terms; readonly change: () => void };

export function ReadBack({ readBack, terms, change }: ReadBackProps) {
  const words = say().solo;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {words.shown.heading}
      </h2>
      <Lines readBack={readBack} />
      <Sentences name={words.shown.faults} sentences={readBack.faults.map(({ detail }) => detail)} />
      <Sentences name={words.shown.cautions} sentences={readBack.cautions.map(({ detail }) => detail)} />
      {readBack.hash !== undefined && readBack.faults.length === 0 && (
        <Keep plan={readBack.plan} terms={terms} hash={readBack.hash} />
      )}
      <p>
        <button type="button" class="button" onClick={change}>
          {words.change}
        </button>
      </p>
    </section>
  );
}

function Lines({ readBack: { calendar, content, validTo } }: { readBack: ReadBackJson }) {
  const words = say().solo.shown;
  const { ceiling } = content as { readonly ceiling: string };
  return (
    <ul>
      {calendar.map(({ kind, dose, from, to }) => (
        <li key={`${kind}-${from}`}>{words.line(kind === 'step' ? dose : words.without, dayOf(from), dayOf(to))}</li>
      ))}
      <li>{words.ceiling(ceiling)}</li>
      <li>{words.until(dayOf(validTo))}</li>
    </ul>
  );
}

/** @throws RangeError for what is no day: the server writes them */
function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new RangeError(`not a civil day: ${text}`);
  return day.value;
}

function Sentences({ name, sentences }: { name: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Keep({ plan, terms, hash }: { plan: string; terms: Terms; hash: string }) {
  const words = say().solo;
  const id = useId();
  const { run, busy, trouble } = useActing();
  const [by, setBy] = useState('');
  const [sure, setSure] = useState(false);
  const keep = async () => {
    const body = { ...terms, readBackHash: hash, prescribedBy: by.trim() };
    const done = await ask('POST', `/cases/${caseId.value}/plans/${plan}/transcription`, body);
    if (!done.ok) return faultOfAsk(done.error);
    await refreshNow();
    go('plan');
    return done;
  };
  return (
    <>
      <div class="field">
        <label for={id}>{words.prescribedBy}</label>
        <input
          {...{ id, value: by, maxLength: 200, autocomplete: 'off' }}
          onInput={({ currentTarget }) => setBy(currentTarget.value)}
        />
      </div>
      <div class="choices">
        <label>
          <input type="checkbox" checked={sure} onChange={({ currentTarget }) => setSure(currentTarget.checked)} />
          {words.sure}
        </label>
      </div>
      {sure && by.trim() !== '' && (
        <p>
          <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(keep)}>
            {words.keep}
          </button>
        </p>
      )}
      <Trouble text={trouble} />
    </>
  );
}
