/**
 * Will this event still be readable in ten years? What a person typed is held to the ledger's own form before it is
 * written, for an entry that cannot be read back would close the whole case. Refuses with every fault and its place.
 */
import { err, ok, type Result } from '../base/result.ts';
import type { CaseEvent } from '../records/event.ts';
import { type EventFault, eventToJson, readEvent } from '../records/event-json.ts';

export type EntryUnreadable = { readonly code: 'entry-unreadable'; readonly faults: readonly EventFault[] };

/** The event, if it can be read back from what would be stored. */
export function readable<E extends CaseEvent>(event: E): Result<E, EntryUnreadable> {
  const read = readEvent(eventToJson(event));
  return read.ok ? ok(event) : err({ code: 'entry-unreadable', faults: read.error });
}
