/**
 * Which entries of a long diary need not be at hand to keep another day? Days, slots and complaints already hold what old
 * scores and doses said; the entries themselves matter again only when one of them is corrected, repeated, or joined by
 * another of its day. A settled state leaves them out, and refuses to take anything that would need them (H10).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { CaseState, DiaryEntry } from './case-state.ts';
import { lastDiaryDay } from './course-day.ts';
import { type CaseEvent, type CorrectableEvent, DIARY_KINDS, type EventKind } from './event.ts';

/** Days before the last diary day whose entries stay at hand: a phone that was away for a month finds its days there. */
export const DAYS_AT_HAND = 60;
/** Days around an entry in which others are looked at: the least hours between two doses, across a zone's jump. */
const NEAR_DAYS = 4;

/** The state without entries of scores and doses older than `DAYS_AT_HAND`; the state itself where there are none. */
export function settle(state: CaseState): CaseState {
  const last = lastDiaryDay(state);
  return last === undefined ? state : settleThrough(state, (last - DAYS_AT_HAND) as LocalDate);
}

/** The same with a stated last day of what is left out. A settled state is never less settled afterwards. */
export function settleThrough(state: CaseState, through: LocalDate): CaseState {
  const day = Math.max(through, state.settledThrough ?? through) as LocalDate;
  const entries = Object.entries(state.entries);
  const kept = entries.filter(([, entry]) => !isSettled(entry, day));
  if (kept.length === entries.length && state.settledThrough === undefined) return state;
  return { ...state, entries: Object.fromEntries(kept), settledThrough: day };
}

function isSettled({ event, correctedBy }: DiaryEntry, through: LocalDate): boolean {
  const common = COMMON.includes(event.kind);
  return common && correctedBy === undefined && event.date <= through;
}

/** Kinds of which a long diary has one a day. */
const COMMON: readonly EventKind[] = ['day-kept', 'dose-recorded', 'kit-dose-recorded'];

/** An event on its way into the state. */
type Coming = { readonly id: EventId; readonly event: CaseEvent };

/** Does one of these events need entries that a settled state has left out? Never, when nothing was left out. */
export function needsWholeDiary(state: CaseState, coming: readonly Coming[]): boolean {
  const { settledThrough, entries, corrections } = state;
  if (settledThrough === undefined) return false;
  const isOld = ({ kind, date }: CorrectableEvent): boolean =>
    OF_A_DAY.includes(kind) && date <= settledThrough + NEAR_DAYS;
  const corrected = new Set(Object.values(corrections).map(({ entry }) => entry));
  return coming.some(({ id, event }) => {
    if (event.kind !== 'entry-corrected') return isDiaryKind(event) && (isOld(event) || corrected.has(id));
    const { entry, replacement } = event;
    return !entries[corrections[entry]?.entry ?? entry] || (replacement !== undefined && isOld(replacement));
  });
}

/** Kinds of which a civil day has one sum. */
const OF_A_DAY: readonly EventKind[] = [...COMMON, 'unplanned-dose-reported'];

function isDiaryKind(event: CaseEvent): event is CorrectableEvent {
  return event.kind !== 'entry-corrected' && (DIARY_KINDS as readonly EventKind[]).includes(event.kind);
}
