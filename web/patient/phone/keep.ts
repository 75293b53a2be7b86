/**
 * Keeping the diary on this phone: each act is judged by the rules of the record, then on the disk before it is answered,
 * connection or not. One dose for one civil date, whichever tab it comes from; harm is never refused (H8, H9, H10, H15).
 */
import { civilDateAt, type LocalDate } from '../../../src/base/calendar.ts';
import type { EventId } from '../../../src/base/ids.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import type { Screening } from '../../../src/medicine/screening/screening.ts';
import type { CaseState } from '../../../src/records/case-state.ts';
import type { DoseGrounds } from '../../../src/records/dose-rules.ts';
import { type DiaryRefusal, diaryRefusal, keptAs, mayPassLater } from '../../../src/records/entry-rules.ts';
import type { DiaryEvent, EventOf } from '../../../src/records/event.ts';
import { eventToJson, readDiaryEvent } from '../../../src/records/event-json.ts';
import { eventOf, stopHere, undecidedDose } from './course.ts';
import { deviceClock, newId } from './device/device.ts';
import { askToLast } from './device/lasting.ts';
import { type ActFault, phoneFault, storeFault } from './fault.ts';
import { course, permitted, phase, rows, told, writing } from './here.ts';
import { markLastDay } from './kept/marks.ts';
import { type EntryRow, type NewRow, putRow, type Store, write } from './kept/store.ts';
import { sendSoon } from './meeting/send-soon.ts';

export type Kept<T = EventId> = Promise<Result<T, ActFault>>;

/** Milliseconds to wait for more taps before a day is sent; everything else goes at once. */
const DAY_WAITS = 8_000;

/** Entries of which the phone remembers that there were some, should it lose them. */
const OF_A_DAY: readonly DiaryEvent['kind'][] = ['day-kept', 'dose-recorded', 'kit-dose-recorded'];

/** Acts on the case as it stands when nobody else is writing. */
export async function acting<T>(act: (store: Store) => Promise<Result<T, ActFault>>): Kept<T> {
  if (phase.value !== 'ready') return phoneFault('not-ready');
  try {
    const done = await writing(act);
    return done ?? phoneFault('phone-broken');
  } catch (error) {
    return err(storeFault(error));
  }
}

/** Keeps one entry. `make` sees the case as it stands; the id of an entry that says it already is no second entry. */
export function keepEntry(make: (state: CaseState) => Result<DiaryEvent | EventId, ActFault>): Kept {
  return acting(async (store) => {
    const made = make(course.value);
    if (!made.ok) return made;
    if (typeof made.value === 'string') return ok(made.value);
    const refused = refusalOf(course.value, made.value);
    return refused ? err(refused) : ok(await putEntry(store, made.value));
  });
}

async function putEntry(store: Store, event: DiaryEvent): Promise<EventId> {
  const joined = event.kind === 'day-kept' ? unsentDay(event.date) : undefined;
  const said = joined && event.kind === 'day-kept' ? joinedDay(joined, event) : event;
  const id = joined?.id ?? newId<'event'>();
  const row = rowOf(id, said);
  await write(store, ['outbox'], (tx) => putRow(tx, joined ? { ...joined, ...row } : row));
  if (OF_A_DAY.includes(event.kind) && 'date' in event) markLastDay(event.date);
  if (event.kind === 'day-kept') askToLast();
  sendSoon(event.kind === 'day-kept' ? DAY_WAITS : 0);
  return id;
}

/** A new row; the store gives its place in the order. */
export function rowOf(id: EventId, event: DiaryEvent): Omit<EntryRow, 'n'> {
  const { clock } = event;
  const day = event.kind === 'entry-corrected' ? civilDateAt(clock.instant, clock.offsetMinutes) : event.date;
  const row: Extract<NewRow, { what: 'entry' }> = {
    what: 'entry',
    id,
    case: course.value.case,
    day,
    at: clock.instant,
    event: eventToJson(event),
  };
  return { ...row, state: 'waiting', sent: false };
}

/** The day's entry that nobody has seen yet: further taps go into it, so that a day is one entry and not eleven. */
function unsentDay(date: LocalDate): EntryRow | undefined {
  const id = course.value.case;
  return rows.value.findLast((row): row is EntryRow => {
    if (row.what !== 'entry' || row.case !== id || row.sent || row.state !== 'waiting' || row.day !== date)
      return false;
    return eventOf(row).kind === 'day-kept';
  });
}

function joinedDay(row: EntryRow, event: EventOf<'day-kept'>): EventOf<'day-kept'> {
  const before = eventOf(row);
  if (before.kind !== 'day-kept') throw new RangeError('only a day is joined to a day');
  return {
    ...event,
    scores: { ...before.scores, ...event.scores },
    note: event.note === '' ? before.note : event.note,
    how: [...new Set([...before.how, ...event.how])],
  };
}

/** What the record would say of it; the same rules, with the screening as the clinic last told it. */
function refusalOf(state: CaseState, event: DiaryEvent): ActFault | undefined {
  const read = readDiaryEvent(eventToJson(event));
  if (!read.ok) return ruleFault(state, event, { code: 'entry-unreadable', faults: read.error });
  const dose = doseOf(event);
  if (dose && undecidedDose(rows.value, dose.date)) return { code: 'dose-undecided' };
  if (dose && dose.status !== 'not-taken' && stoppedHere(dose.date)) return { code: 'stopped-here' };
  const byCarer = told.value?.as === 'carer';
  const now = Date.now();
  const openedAt = told.value?.openedAt ?? 0;
  const grounds = { now, today: civilDateAt(now), openedAt, byCarer, screeningOn };
  const refusal = diaryRefusal(state, event, grounds);
  // A carer is not told what was screened and when, so that only the clinic can say whether it was long ago.
  if (!refusal || (byCarer && mayPassLater(refusal))) return undefined;
  return ruleFault(state, event, refusal);
}

function ruleFault(state: CaseState, event: DiaryEvent, refusal: DiaryRefusal): ActFault {
  const keepAs = keptAs(state, event, refusal);
  return { code: refusal.code, refusal, ...(keepAs ? { keepAs } : {}) };
}

/** A dose or capsule as it was to be taken; what was taken all the same is a report, and is never refused for a stop. */
function doseOf(event: DiaryEvent): EventOf<'dose-recorded' | 'kit-dose-recorded'> | undefined {
  const said = event.kind === 'entry-corrected' ? event.replacement : event;
  if (said?.kind === 'kit-dose-recorded') return said.status === 'taken-anyway' ? undefined : said;
  return said?.kind === 'dose-recorded' ? said : undefined;
}

const stoppedHere = (day: LocalDate): boolean => stopHere(rows.value, course.value.case, day) !== undefined;

/** What a capsule of a trial is judged by on this phone, besides the case. */
export const doseGrounds = (): DoseGrounds => ({ today: civilDateAt(Date.now()), screeningOn });

/** The screening as last told: the phone has no list of medicines, and looks nothing up. */
function screeningOn(on: LocalDate): Screening {
  const { openHard = 0, openSoft = 0 } = permitted.value?.answer.screening ?? {};
  return { on, listVersion: '', findings: [], openHard, openSoft };
}

/** How an entry for this date is marked, by whom it is kept and when. */
export function marksOf(date: LocalDate, sameAsYesterday: boolean): EventOf<'day-kept'>['how'] {
  const { instant, offsetMinutes } = deviceClock();
  return [
    ...(told.value?.as === 'carer' ? (['proxy'] as const) : []),
    ...(date < civilDateAt(instant, offsetMinutes) ? (['back-filled'] as const) : []),
    ...(sameAsYesterday ? (['same-as-yesterday'] as const) : []),
  ];
}
