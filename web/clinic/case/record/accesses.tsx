/** Who has looked at the case? Newest first, a page at a time; looking at this list is in it too (H16). */
import { useState } from 'preact/hooks';
import type { AccessPageJson } from '../../../../src/http/schema/case-json.ts';
import type { Refusal } from '../../../kit/ask.ts';
import { RowsTable } from '../../../kit/part/rows-table.tsx';
import { askSignedIn } from '../../frame/session.ts';
import { momentText } from '../../part/day.ts';
import { Notice, refusalText } from '../../part/notice.tsx';
import type { RecordProps } from './record.tsx';

type Access = AccessPageJson['accesses'][number];
type Held = { readonly accesses: readonly Access[]; readonly next: string | undefined };

export function Accesses({ here, words }: RecordProps) {
  const [held, setHeld] = useState<Held>();
  const [refusal, setRefusal] = useState<Refusal>();
  const more = async (): Promise<void> => {
    setRefusal(undefined);
    const after = held?.next === undefined ? '' : `?after=${held.next}`;
    const page = await askSignedIn<AccessPageJson>('GET', `/cases/${here.id}/accesses${after}`);
    if (!page.ok) return setRefusal(page.error);
    setHeld({ accesses: [...(held?.accesses ?? []), ...page.value.accesses], next: page.value.next });
  };
  const rows = (held?.accesses ?? []).map(({ at, person, action }) => [
    momentText(at),
    here.name(person),
    words.access(action),
  ]);
  return (
    <section aria-labelledby="accesses">
      <h2 id="accesses">{words.accesses}</h2>
      {held && <RowsTable name={here.words.tableOf(words.accesses)} rows={{ head: words.accessHead, rows }} />}
      {refusal && <Notice text={refusalText(refusal)} again={() => void more()} />}
      {(held === undefined || held.next !== undefined) && (
        <p class="act screen-only">
          <button type="button" class="button" onClick={() => void more()}>
            {held === undefined ? words.showAccesses : words.olderAccesses}
          </button>
        </p>
      )}
    </section>
  );
}
