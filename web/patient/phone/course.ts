/**
 * How does the case stand, by all this phone knows? What the clinic has told, and on top of it what was kept here and
 * waits to be sent; refused entries count for nothing. The same fold as on the server (H9, H10).
 */
import type { LocalDate } from '../../../src/base/calendar.ts';
import type { CaseId, PersonId } from '../../../src/base/ids.ts';
import { err, type Result } from '../../../src/base/result.ts';
import type { CaseState, NoPlan, PlanInForce } from '../../../src/records/case-state.ts';
import { foldEvents, planOn } from '../../../src/records/course.ts';
import type { CaseEvent, Recorded } from '../../../src/records/event.ts';
import { readEvent } from '../../../src/records/event-json.ts';
import type { TrialRecord } from '../../../src/records/trial-state.ts';
import type { EntryRow, Row, StopRow, ToldEvent } from './kept/store.ts';

/**
 * Changes when the fold or the state changes its shape: a state kept by other code is then made anew from the events,
 * which are all here.
 */
export const FORM = 2;

/** Events of a newer server that this page does not know: it must not go on as if they had not happened. */
export class PageOutdated extends Error {}

/** @throws PageOutdated for a kind or version this page has never heard of */
export function recordedFrom(state: Pick<CaseState, 'clinic'>, told: ToldEvent): Recorded {
  const event = readEvent(told.event);
  if (!event.ok) throw new PageOutdated(`event ${told.seq}: ${event.error[0]?.code}`);
  const { case: id, seq, id: name, at, by } = told;
  return { clinic: state.clinic, case: id, seq, id: name, at, by, event: event.value };
}

const counts = (row: Row): boolean => row.state !== 'refused';

/** The case with what waits here on top. `by`: who keeps the diary on this phone. */
export function courseOf(told: CaseState, rows: readonly Row[], by: PersonId): CaseState {
  const local = rows.flatMap((row) => {
    const event = row.case === told.case && counts(row) ? eventOfRow(row) : undefined;
    if (!event) return [];
    const recorded = { clinic: told.clinic, case: told.case, seq: 0, id: row.id, at: row.at, by, event };
    return [recorded as Recorded];
  });
  const state = local.length === 0 ? told : foldEvents(told, local);
  return rows.reduce((known, row) => (row.case === told.case ? trialEnded(known, row, by) : known), state);
}

/** An end of a trial that the clinic has not heard of yet: no capsule is shown from its day on. Writes no event. */
function trialEnded(state: CaseState, row: Row, by: PersonId): CaseState {
  if (row.what !== 'stop' || !counts(row) || !row.ends || row.ends.why === 'consent-withdrawn') return state;
  const { ends, day: on } = row;
  const stopped = { on, why: ends.why, note: '', by };
  const ended = (record: TrialRecord): TrialRecord =>
    record.trial === ends.trial && record.started && (record.stopped?.on ?? on) >= on ? { ...record, stopped } : record;
  return { ...state, trials: state.trials.map(ended) };
}

/** What a row of ours says of the case; undefined for a stop, which `planHere` and `trialEnded` see to. */
function eventOfRow(row: Row): CaseEvent | undefined {
  if (row.what === 'entry') return eventOf(row);
  return row.what === 'request' ? requestEvent(row) : withdrawalEvent(row);
}

const read = new WeakMap<object, CaseEvent>();

/** What stands in a row of ours. @throws PageOutdated when a newer page of ours wrote it */
export function eventOf(row: EntryRow): CaseEvent {
  const known = read.get(row);
  if (known) return known;
  const event = readEvent(row.event);
  if (!event.ok) throw new PageOutdated(`entry ${row.id}: ${event.error[0]?.code}`);
  read.set(row, event.value);
  return event.value;
}

function requestEvent({ id, wish, note, day }: Extract<Row, { what: 'request' }>): CaseEvent {
  return { kind: 'request-made', version: 1, request: id, wish, note, on: day };
}

function withdrawalEvent({ ends, day: on }: StopRow): CaseEvent | undefined {
  if (ends?.why !== 'consent-withdrawn') return undefined;
  return { kind: 'consent-withdrawn', version: 1, trial: ends.trial, reason: '', on };
}

/** A stop of the plan that is not refused and counts on the day; the end of a trial is none. */
export function stopHere(rows: readonly Row[], id: CaseId, day: LocalDate): StopRow | undefined {
  return rows.find(
    (row): row is StopRow => row.what === 'stop' && !row.ends && row.case === id && counts(row) && row.day <= day,
  );
}

/** The plan of a day; none from the day on which the drug was stopped here, whether or not the clinic knows (H8, H11). */
export function planHere(course: CaseState, rows: readonly Row[], day: LocalDate): Result<PlanInForce, NoPlan> {
  const plan = planOn(course, day);
  if (!plan.ok) return plan;
  const stop = stopHere(rows, course.case, day);
  return stop ? err({ code: 'therapy-stopped', plan: plan.value.plan, on: stop.day }) : plan;
}

/** A dose or capsule of that day that the clinic did not take, and about which nobody has decided here yet. */
export function undecidedDose(rows: readonly Row[], day: LocalDate): EntryRow | undefined {
  return rows.find((row): row is EntryRow => {
    if (row.what !== 'entry' || row.state !== 'refused' || row.day !== day) return false;
    const event = eventOf(row);
    return (event.kind === 'dose-recorded' || event.kind === 'kit-dose-recorded') && event.status !== 'not-taken';
  });
}
