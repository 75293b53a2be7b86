/** One's own data: to take along, who has looked at it, and clearing this phone, which says first what would be lost (H15). */
import { useState } from 'preact/hooks';
import type { AccessPageJson } from '../../../../src/http/schema/case-json.ts';
import { ask } from '../../../kit/ask.ts';
import { as, caseId, exportMyData, leave, people, signOutHere, sync } from '../../phone/phone.ts';
import { Trouble, useActing } from '../acting.tsx';
import { Confirm } from '../confirm.tsx';
import { Heading } from '../heading.tsx';
import { momentText } from '../moment.ts';
import { say } from '../said.ts';
import { saveFile } from './save-file.ts';

export function RecordPage() {
  const words = say().more.record;
  return (
    <>
      <Heading>{words.heading}</Heading>
      {as.value !== 'carer' && <TakeAlong />}
      <p class="quiet">{sync.value.lasting ? words.lasting : words.notLasting}</p>
      {as.value !== 'carer' && <WhoLooked />}
      <Leaving />
    </>
  );
}

function TakeAlong() {
  const words = say().more.record;
  const { run, busy, trouble } = useActing();
  const [done, setDone] = useState(false);
  const take = async () => {
    const file = await exportMyData();
    if (file.ok) saveFile('diary.json', file.value);
    setDone(file.ok);
    return file;
  };
  return (
    <section>
      <p>{words.takeHelp}</p>
      <button type="button" class="button first" aria-disabled={busy} onClick={() => void run(take)}>
        {words.take}
      </button>
      <p role="status">{done ? words.taken : ''}</p>
      <Trouble text={trouble} />
    </section>
  );
}

function WhoLooked() {
  const words = say().more.record;
  const { run, busy, trouble } = useActing();
  const [seen, setSeen] = useState<AccessPageJson['accesses']>();
  const look = async () => {
    const read = await ask<AccessPageJson>('GET', `/cases/${caseId.value}/accesses`);
    if (read.ok) setSeen(read.value.accesses);
    return read;
  };
  return (
    <section>
      <h2>{words.looked}</h2>
      {!seen && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => void run(look)}>
          {words.lookedShow}
        </button>
      )}
      {seen?.length === 0 && <p>{words.lookedNone}</p>}
      <ul class="plain">
        {seen?.map(({ id, at, person }) => (
          <li key={id}>
            <span>{people.value[person] ?? words.nobodyKnown}</span>
            <span class="quiet">{momentText(Date.parse(at))}</span>
          </li>
        ))}
      </ul>
      <Trouble text={trouble} />
    </section>
  );
}

function Leaving() {
  const words = say().more.record;
  const { run, busy, trouble } = useActing();
  const unsent = sync.value.waiting + sync.value.refused.length;
  return (
    <section aria-label={words.signOut}>
      <p class="quiet">{words.signOutHelp}</p>
      <p class="act">
        <button type="button" class="button" aria-disabled={busy} onClick={() => void run(signOutHere)}>
          {words.signOut}
        </button>
      </p>
      <Confirm
        {...{ button: words.leave, question: words.leaveAsk, yes: words.leaveYes, busy }}
        help={unsent > 0 ? `${words.leaveUnsent(unsent)} ${words.leaveHelp}` : words.leaveHelp}
        act={() => void run(() => leave({ evenIfUnsent: true }))}
      />
      <Trouble text={trouble} />
    </section>
  );
}
