/** What was recorded of the case? Every event as a sentence, newest first, a page at a time; none is ever taken out. */
import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../../kit/ask.ts';
import { momentText } from '../../part/day.ts';
import { Notice, refusalText } from '../../part/notice.tsx';
import { type EventHere, readEventsAfter } from '../events-here.ts';
import type { RecordProps } from './record.tsx';

const PAGE = 50;

export function Events({ here, words }: RecordProps) {
  /** Newest first; `below`: everything up to this place has not been asked for. */
  const [held, setHeld] = useState<{ readonly events: readonly EventHere[]; readonly below: number }>();
  const [refusal, setRefusal] = useState<Refusal>();
  const older = async (events: readonly EventHere[], below: number): Promise<void> => {
    setRefusal(undefined);
    const after = Math.max(0, below - PAGE);
    const page = await readEventsAfter(here.id, after, below - after);
    if (!page.ok) return setRefusal(page.error);
    const fresh = page.value.filter(({ seq }) => seq <= below).reverse();
    setHeld({ events: [...events, ...fresh], below: after });
  };
  useEffect(() => {
    void older([], here.seq);
  }, [here.id, here.seq]);
  return (
    <section aria-labelledby="events">
      <h2 id="events">{words.events}</h2>
      <p class="quiet">{words.chain}</p>
      {held && <EventTable events={held.events} {...{ here, words }} />}
      {refusal && (
        <Notice text={refusalText(refusal)} again={() => void older(held?.events ?? [], held?.below ?? here.seq)} />
      )}
      {held && held.below > 0 && (
        <p class="act screen-only">
          <button type="button" class="button" onClick={() => void older(held.events, held.below)}>
            {words.older}
          </button>
        </p>
      )}
      {held?.below === 0 && <p class="quiet">{words.noMore}</p>}
    </section>
  );
}

function EventTable({ events, here, words }: RecordProps & { readonly events: readonly EventHere[] }) {
  const [seq, when, what, who] = words.eventHead;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" aria-label={here.words.tableOf(words.events)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{seq}</th>
            <th scope="col">{when}</th>
            <th scope="col">{what}</th>
            <th scope="col">{who}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ seq: place, id, at, by, skew, event }) => (
            <tr key={id}>
              <th scope="row">{place}</th>
              <td>{momentText(at)}</td>
              <td>
                {event ? words.event(event, here.name) : words.eventUnknown}
                {skew !== undefined && Math.abs(skew) >= 120_000 && (
                  <span class="quiet"> ({words.offClock(Math.round(Math.abs(skew) / 60_000))})</span>
                )}
              </td>
              <td>{here.name(by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
