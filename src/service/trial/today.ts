/**
 * Where do the trials of a case stand on the civil day a page shows? Phase, the kit of the day, what was kept, which guess
 * is due, whether the escape rule offers an end, and why no capsule may be taken. Nothing of it depends on what a kit
 * holds (H13, H16).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { CaseId, TrialId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import type { CaseState } from '../../records/case-state.ts';
import {
  escapeOffered,
  guessesAwaited,
  guessesDue,
  kitOn,
  type PeriodKept,
  periodsKept,
  phaseOn,
  trialEndOn,
} from '../../records/course-trial.ts';
import { type KitRefusal, kitClosed } from '../../records/kit-rules.ts';
import type { TrialPhase, TrialRecord } from '../../records/trial-state.ts';
import { type Actor, capacitiesOf, type Denial, type Standing } from '../authority.ts';
import { readCase } from '../case-record.ts';
import { screenCase } from '../case-record-row.ts';
import { showsDiary } from '../case-view.ts';
import { checkDay, type DayImplausible } from '../civil-day.ts';
import type { Ports } from '../ports.ts';

export type TrialToday = {
  readonly trial: TrialId;
  readonly phase: TrialPhase;
  /** First civil day on which it is not followed any more; absent before it has begun. */
  readonly endOn?: LocalDate;
  /** Of the day, while it runs. `period` 0 = first. */
  readonly kit?: { readonly kit: string; readonly period: number; readonly usableUntil?: LocalDate };
  /** For whoever sees the diary. */
  readonly course?: {
    readonly periods: readonly PeriodKept[];
    readonly guessesDue: readonly number[];
    /** Periods whose guess is still to come or may still be given: nothing is opened before. */
    readonly guessesAwaited: readonly number[];
    readonly escapeOffered: boolean;
    /** Why no capsule may be taken; absent when one may, and while none is of the day. */
    readonly closed?: KitRefusal;
  };
  /** Everything opening waits for is there. */
  readonly mayOpen: boolean;
};

export type TrialsTodayRefusal = Denial | DayImplausible;

export async function trialsToday(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  day: LocalDate,
): Promise<Result<{ readonly day: LocalDate; readonly trials: readonly TrialToday[] }, TrialsTodayRefusal>> {
  const plausible = checkDay(day, ports.clock.now());
  if (!plausible.ok) return plausible;
  const opened = await readCase(ports, actor, id, 'case.read');
  if (!opened.ok) return opened;
  const { state, standing } = opened.value;
  const grounds = { today: day, screeningOn: (on: LocalDate) => screenCase(state, ports.drugs, on) };
  const closedOn = (record: TrialRecord) => kitClosed(state, record, day, grounds);
  return ok({ day, trials: state.trials.map((record) => todayOf(state, record, day, standing, closedOn)) });
}

/** It is over and every guess has been given, or its time has passed. */
export function mayOpen(state: CaseState, record: TrialRecord, day: LocalDate): boolean {
  return phaseOn(record, day) === 'over' && guessesAwaited(state, record, day).length === 0;
}

function todayOf(
  state: CaseState,
  record: TrialRecord,
  day: LocalDate,
  standing: Standing,
  closedOn: (record: TrialRecord) => KitRefusal | undefined,
): TrialToday {
  const phase = phaseOn(record, day);
  const end = trialEndOn(record);
  const kit = phase === 'running' ? kitOn(record, day) : undefined;
  const seen = showsDiary(capacitiesOf(standing))
    ? { course: courseOf(state, record, day, kit && closedOn(record)) }
    : {};
  return {
    ...{ trial: record.trial, phase, mayOpen: mayOpen(state, record, day) },
    ...(end === undefined ? {} : { endOn: end }),
    ...(kit ? { kit: shownKit(kit) } : {}),
    ...seen,
  };
}

function shownKit({ kit, period, usableUntil }: NonNullable<ReturnType<typeof kitOn>>): NonNullable<TrialToday['kit']> {
  return { kit, period, ...(usableUntil === undefined ? {} : { usableUntil }) };
}

function courseOf(
  state: CaseState,
  record: TrialRecord,
  day: LocalDate,
  closed: KitRefusal | undefined,
): NonNullable<TrialToday['course']> {
  return {
    periods: periodsKept(state, record, day),
    guessesDue: guessesDue(state, record, day),
    guessesAwaited: guessesAwaited(state, record, day),
    escapeOffered: phaseOn(record, day) === 'running' && escapeOffered(state, record, day),
    ...(closed ? { closed } : {}),
  };
}
