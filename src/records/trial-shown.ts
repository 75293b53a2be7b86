/**
 * What of a trial may anybody see before it is opened? Everything but what is sealed to the pharmacy: those bytes tell
 * nothing without the key, and even they go to nobody (H13).
 */
import type { CaseEvent } from './event.ts';
import type { TrialRecord } from './trial-state.ts';

/** The trial without its sealed bytes; '' stands in their place. */
export function shownTrial(record: TrialRecord): TrialRecord {
  const dispensed = record.dispensed.map((dispensing) => ({ ...dispensing, lots: '' }));
  return { ...record, dispensed, ...(record.sealed ? { sealed: { ...record.sealed, sealed: '' } } : {}) };
}

/** The event as it may be shown; '' in place of sealed bytes. */
export function shownEvent(event: CaseEvent): CaseEvent {
  if (event.kind === 'allocation-sealed') return { ...event, sealed: '' };
  return event.kind === 'kits-dispensed' ? { ...event, lots: '' } : event;
}
