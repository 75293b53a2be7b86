/**
 * How do a patient's days arrive? In batches from devices that may have been away for weeks, twice or out of order. Each
 * entry gets its own answer, all that may be kept is kept in one piece, and an entry sent again is recognised (H10, H15).
 * The device's clock is compared with ours and the answer says when it is off (H33).
 */

import { civilDateAt, type LocalDate } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical.ts';
import { type CaseId, type EventId, parseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { DrugList } from '../medicine/screening/drug-list.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { CaseState } from '../records/case-state.ts';
import { foldEvents } from '../records/course.ts';
import {
  type DiaryGrounds,
  type DiaryRefusal,
  diaryRefusal,
  type KeepAs,
  keptAs,
  mayPassLater,
} from '../records/entry-rules.ts';
import type { DiaryEvent } from '../records/event.ts';
import { eventToJson, readDiaryEvent } from '../records/event-json.ts';
import type { Actor, Denial } from './authority.ts';
import { actOnCase, type CaseBusy, type Decision, type NewEvent, type OpenedCase } from './case-record.ts';
import { screenCase } from './case-record-row.ts';
import { recordAfter } from './case-record-seal.ts';
import type { Ports } from './ports.ts';

/** Most entries of one batch: a month offline is about 300. */
export const LARGEST_BATCH = 500;
/** A device further off than this is told so. */
export const CLOCK_OFF_MS = 300_000;

/** What a device sends: when it sent it, by its own clock, and entries it made, unread. */
export type DiaryBatch = {
  readonly sentAt: number;
  readonly events: readonly { readonly id: string; readonly event: unknown }[];
};

/**
 * What became of an entry. 'kept' and 'already': it is safe here, as `seq`. 'refused': it is not; `again` says whether the
 * same entry may pass when it is sent once more, `keepAs` what a dose that was taken can be kept as instead.
 */
export type EntryAnswer =
  | { readonly id: string; readonly outcome: 'kept' | 'already'; readonly seq: number }
  | {
      readonly id: string;
      readonly outcome: 'refused';
      readonly again: boolean;
      readonly keepAs?: KeepAs;
      readonly refusal: DiaryRefusal;
    };

export type DiarySync = {
  /** In the order of the batch, one for each entry. */
  readonly answers: readonly EntryAnswer[];
  /** Server's clock minus the device's, milliseconds. */
  readonly skew: number;
  readonly clockOff: boolean;
};

export type SyncRefusal =
  | Denial
  | CaseBusy
  | { readonly code: 'batch-empty' }
  | { readonly code: 'batch-too-large'; readonly entries: number; readonly limit: number }
  | { readonly code: 'sent-at-unreadable' };

/** Keeps what may be kept of a batch, and answers for each entry. */
export async function syncDiary(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  batch: DiaryBatch,
): Promise<Result<DiarySync & { readonly seq: number }, SyncRefusal>> {
  const { sentAt, events } = batch;
  if (events.length === 0) return err({ code: 'batch-empty' });
  if (events.length > LARGEST_BATCH)
    return err({ code: 'batch-too-large', entries: events.length, limit: LARGEST_BATCH });
  if (!Number.isSafeInteger(sentAt)) return err({ code: 'sent-at-unreadable' });
  const entries = events.map(readEntry);
  const coming = entries.flatMap((entry) => (entry.ok ? [entry.value] : []));
  const arrived = ports.clock.now();
  const skew = arrived - sentAt;
  const clock = { skew, clockOff: Math.abs(skew) > CLOCK_OFF_MS };
  const decide = (opened: OpenedCase, at: number): Result<Decision<DiarySync>, never> => {
    const grounds = groundsOf(ports.drugs, opened, at);
    const { kept, answers, state } = decideEntries(opened, entries, grounds, { by: actor.person, at, skew });
    return ok({ events: kept, state, value: { answers, ...clock } });
  };
  return actOnCase(ports, actor, id, 'diary.keep', decide, coming);
}

type ReadEntry = { readonly id: EventId; readonly event: DiaryEvent };
type Unread = Extract<EntryAnswer, { outcome: 'refused' }>;

/** Longest part of a broken id that is sent back. */
const ID_SHOWN = 60;

function readEntry({ id, event }: DiaryBatch['events'][number]): Result<ReadEntry, Unread> {
  const shown = String(id).slice(0, ID_SHOWN);
  const name = parseId<'event'>(id);
  if (!name.ok) return err({ id: shown, outcome: 'refused', again: false, refusal: name.error });
  const read = readDiaryEvent(event);
  if (read.ok) return ok({ id: name.value, event: read.value });
  return err({
    id: shown,
    outcome: 'refused',
    again: false,
    refusal: { code: 'entry-unreadable', faults: read.error },
  });
}

function groundsOf(drugs: DrugList, { state, row, relations }: OpenedCase, at: number): DiaryGrounds {
  const screened = new Map<LocalDate, Screening>();
  // Diary entries change nothing screening asks about, so one answer a day serves the whole batch.
  const screeningOn = (day: LocalDate): Screening => {
    const known = screened.get(day) ?? screenCase(state, drugs, day);
    screened.set(day, known);
    return known;
  };
  return {
    today: civilDateAt(at),
    screeningOn,
    now: at,
    openedAt: row.openedAt,
    byCarer: !relations.includes('patient'),
  };
}

type Writing = { readonly by: Actor['person']; readonly at: number; readonly skew: number };

/** Judges entry after entry, each on the case as the ones before it leave it. */
function decideEntries(
  opened: OpenedCase,
  entries: readonly Result<ReadEntry, Unread>[],
  grounds: DiaryGrounds,
  { by, at, skew }: Writing,
): { readonly kept: readonly NewEvent[]; readonly answers: readonly EntryAnswer[]; readonly state: CaseState } {
  const { head } = opened;
  const kept: NewEvent[] = [];
  const seqs = new Map(opened.known);
  let state = opened.state;
  const answers = entries.map((entry): EntryAnswer => {
    if (!entry.ok) return entry.error;
    const { id, event } = entry.value;
    const seq = seqs.get(id);
    if (seq !== undefined) return knownAnswer(state, entry.value, seq);
    const refusal = diaryRefusal(state, event, grounds);
    if (refusal) return refused(state, entry.value, refusal);
    const written = { id, event, skew };
    const next = { ...head, seq: head.seq + kept.length };
    state = foldEvents(state, recordAfter(next, [written], by, at));
    kept.push(written);
    seqs.set(id, next.seq + 1);
    return { id, outcome: 'kept', seq: next.seq + 1 };
  });
  return { kept, answers, state };
}

function refused(state: CaseState, { id, event }: ReadEntry, refusal: DiaryRefusal): EntryAnswer {
  const keepAs = keptAs(state, event, refusal);
  return { id, outcome: 'refused', again: mayPassLater(refusal), ...(keepAs ? { keepAs } : {}), refusal };
}

/** An id stands for one entry for ever: the same again is recognised, another under its name would be lost unseen. */
function knownAnswer(state: CaseState, { id, event }: ReadEntry, seq: number): EntryAnswer {
  const entry = state.entries[id]?.event;
  const same = event.kind === 'entry-corrected' ? Object.hasOwn(state.corrections, id) : sameEvent(entry, event);
  if (same) return { id, outcome: 'already', seq };
  return { id, outcome: 'refused', again: false, refusal: { code: 'id-holds-another-entry' } };
}

const sameEvent = (a: DiaryEvent | undefined, b: DiaryEvent): boolean =>
  a !== undefined && canonicalJson(eventToJson(a)) === canonicalJson(eventToJson(b));
