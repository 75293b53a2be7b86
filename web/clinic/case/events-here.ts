/** What was recorded of the case? Its events, read with the codec they are written with; one this page cannot read stays in. */
import type { CaseId } from '../../../src/base/ids.ts';
import { ok, type Result } from '../../../src/base/result.ts';
import type { EventPageJson } from '../../../src/http/schema/case-json.ts';
import type { CaseEvent } from '../../../src/records/event.ts';
import { readEvent } from '../../../src/records/event-json.ts';
import type { Refusal } from '../../kit/ask.ts';
import { askSignedIn } from '../frame/session.ts';

type Sent = EventPageJson['events'][number];
/** `event` undefined: a kind or version this page does not know. */
export type EventHere = Omit<Sent, 'event'> & { readonly event: CaseEvent | undefined };

const here = ({ event, ...place }: Sent): EventHere => {
  const read = readEvent(event);
  return { ...place, event: read.ok ? read.value : undefined };
};

/** Events after a place in the case's order, oldest first, as far as the reader may see them. */
export async function readEventsAfter(
  id: CaseId,
  after: number,
  limit: number,
): Promise<Result<readonly EventHere[], Refusal>> {
  const page = await askSignedIn<EventPageJson>('GET', `/cases/${id}/events?after=${after}&limit=${limit}`);
  return page.ok ? ok(page.value.events.map(here)) : page;
}

/** All of them, a thousand at a time. */
export async function readAllEvents(id: CaseId): Promise<Result<readonly EventHere[], Refusal>> {
  const all: EventHere[] = [];
  for (let after = 0; ; ) {
    const page = await askSignedIn<EventPageJson>('GET', `/cases/${id}/events?after=${after}&limit=1000`);
    if (!page.ok) return page;
    all.push(...page.value.events.map(here));
    if (!page.value.more) return ok(all);
    after = page.value.cursor;
  }
}
