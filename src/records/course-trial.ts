/**
 * Where does a blinded trial of a case stand on a day: which one runs, which kit is of the day, what has been kept and
 * missed, does its escape rule offer an end? The trial's events fold here. It moves no dose and opens nothing (H11, H13).
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { TrialId } from '../base/ids.ts';
import { periodsOf } from '../trial/design.ts';
import { GUESS_WITHIN_DAYS } from '../trial/guess.ts';
import { daysOf, daysOfPeriod, type EscapeRule, periodOn } from '../trial/protocol.ts';
import type { CaseState } from './case-state.ts';
import type { TrialPhase, TrialRecord } from './trial-state.ts';

type Trials = Pick<CaseState, 'trials'>;

/** The trial of this name; undefined = there is none. */
export function trialOf({ trials }: Trials, trial: TrialId): TrialRecord | undefined {
  return trials.find((record) => record.trial === trial);
}

/** First civil day on which it is not followed any more; undefined = it has not begun. */
export function trialEndOn({ protocol, started, stopped, consent }: TrialRecord): LocalDate | undefined {
  if (!started) return undefined;
  const last = (started.on + daysOf(protocol)) as LocalDate;
  return Math.min(last, stopped?.on ?? last, consent?.withdrawnOn ?? last) as LocalDate;
}

/** The trial whose kits are taken on the day; at most one is. */
export function trialOn({ trials }: Trials, day: LocalDate): TrialRecord | undefined {
  return trials.find((record) => {
    const end = trialEndOn(record);
    return record.started !== undefined && end !== undefined && record.started.on <= day && day < end;
  });
}

/** The last trial that has begun by the day and is over on it; undefined = none. */
export function trialBefore({ trials }: Trials, day: LocalDate): TrialRecord | undefined {
  const over = trials.filter((record) => hasBegun(record) && (trialEndOn(record) ?? day + 1) <= day);
  return over.reduce<TrialRecord | undefined>(
    (a, b) => (a && (trialEndOn(a) ?? 0) > (trialEndOn(b) ?? 0) ? a : b),
    undefined,
  );
}

/** Has a trial taken this plan's place on the day? It does so from its day 1, for every plan there was then. */
export function isReplacedByTrial({ trials }: Trials, forceFrom: LocalDate, day: LocalDate): boolean {
  if (trialOn({ trials }, day)) return true;
  return trials.some((record) => hasBegun(record) && record.started.on <= day && forceFrom <= record.started.on);
}

/** It has a day 1 that it came to: one stopped before has taken no plan's place. */
function hasBegun(record: TrialRecord): record is TrialRecord & Required<Pick<TrialRecord, 'started'>> {
  return record.started !== undefined && (trialEndOn(record) ?? record.started.on) > record.started.on;
}

export function phaseOn(record: TrialRecord, day: LocalDate): TrialPhase {
  const { dropped, opened, started, sealed, consent, signed } = record;
  if (dropped) return 'dropped';
  if (opened) return 'opened';
  if (started) {
    const end = trialEndOn(record) ?? day;
    if (day >= end) return 'over';
    return day < started.on ? 'ready' : 'running';
  }
  if (sealed) return 'sealed';
  if (consent && consent.withdrawnOn === undefined) return 'consented';
  return signed ? 'signed' : 'designed';
}

/** The kit of a civil day of a trial, with its period; undefined outside it. */
export function kitOn(
  record: TrialRecord,
  day: LocalDate,
): { readonly kit: string; readonly period: number; readonly usableUntil: LocalDate | undefined } | undefined {
  const period = record.started ? periodOn(record.protocol, record.started.on, day) : undefined;
  const kit = period === undefined ? undefined : record.kits[period];
  if (period === undefined || kit === undefined) return undefined;
  return { kit, period, usableUntil: record.dispensed.findLast(({ kits }) => kits.includes(kit))?.usableUntil };
}

/** First and last civil day on which the guess about a period may be given; undefined for one that has not begun. */
export function guessDays(
  record: TrialRecord,
  period: number,
): { readonly from: LocalDate; readonly until: LocalDate } | undefined {
  const end = trialEndOn(record);
  if (!record.started || end === undefined || period >= periodsOf(record.protocol.design)) return undefined;
  const { first, last } = daysOfPeriod(record.protocol, record.started.on, period);
  if (first >= end) return undefined;
  const from = Math.min(last, end) as LocalDate;
  return { from, until: (from + GUESS_WITHIN_DAYS) as LocalDate };
}

/** Key of a guess in the state. */
export function guessKey(trial: TrialId, period: number): string {
  return `${trial}/${period}`;
}

/** Periods whose guess may be given on the day and is not yet, first one first. */
export function guessesDue(state: CaseState, record: TrialRecord, day: LocalDate): readonly number[] {
  if (record.opened) return [];
  return periodNumbers(record).filter((period) => {
    const days = guessDays(record, period);
    return days && days.from <= day && day <= days.until && !state.guesses[guessKey(record.trial, period)];
  });
}

/** Periods whose guess is still to come or may still be given: nothing may be opened before. */
export function guessesAwaited(state: CaseState, record: TrialRecord, day: LocalDate): readonly number[] {
  return periodNumbers(record).filter((period) => {
    const days = guessDays(record, period);
    return days && day <= days.until && !state.guesses[guessKey(record.trial, period)];
  });
}

function periodNumbers({ protocol }: TrialRecord): readonly number[] {
  return Array.from({ length: periodsOf(protocol.design) }, (_, period) => period);
}

/** What a period of a trial was kept like, up to and including `day`. */
export type PeriodKept = {
  readonly period: number;
  readonly kit: string | undefined;
  readonly first: LocalDate;
  /** Last civil day; before the planned one where the trial ended in it. */
  readonly last: LocalDate;
  /** Days that have been by `day`, of them: capsule taken, not taken, nobody has said; scored on the primary. */
  readonly days: number;
  readonly taken: number;
  readonly notTaken: number;
  readonly unsaid: number;
  readonly scored: number;
};

/** Period after period that has begun by the day; empty before day 1. */
export function periodsKept(state: CaseState, record: TrialRecord, day: LocalDate): readonly PeriodKept[] {
  const { started, protocol, kits } = record;
  const end = trialEndOn(record);
  if (!started || end === undefined) return [];
  return periodNumbers(record).flatMap((period) => {
    const { first, last } = daysOfPeriod(protocol, started.on, period);
    if (first > day || first >= end) return [];
    const until = Math.min(last, end - 1) as LocalDate;
    const counted = countDays(state, record, first, Math.min(until, day) as LocalDate);
    return [{ period, kit: kits[period], first, last: until, ...counted }];
  });
}

function countDays(
  state: CaseState,
  { trial, protocol }: TrialRecord,
  first: LocalDate,
  last: LocalDate,
): Pick<PeriodKept, 'days' | 'taken' | 'notTaken' | 'unsaid' | 'scored'> {
  let taken = 0;
  let notTaken = 0;
  let scored = 0;
  for (let d = first; d <= last; d++) {
    const key = formatLocalDate(d);
    const slot = state.kitDoses[key];
    if (slot?.trial === trial && !slot.conflict) {
      if (slot.status === 'not-taken') notTaken++;
      else taken++;
    }
    if (state.days[key]?.scores[protocol.primary.outcome]?.kind === 'value') scored++;
  }
  const days = Math.max(0, last - first + 1);
  return { days, taken, notTaken, unsaid: days - taken - notTaken, scored };
}

/** Capsule days before `day`, without a gap, on which none is known to have been taken. */
export function missedKitDays({ kitDoses }: CaseState, { trial, started }: TrialRecord, day: LocalDate): number {
  let missed = 0;
  for (let d = day - 1; started !== undefined && d >= started.on; d--) {
    const slot = kitDoses[formatLocalDate(d as LocalDate)];
    if (slot?.trial === trial && slot.status !== 'not-taken' && !slot.conflict) break;
    missed++;
  }
  return missed;
}

/** Does the escape rule offer an end on the day? It offers; a person acts. A day nobody scored does not count. */
export function escapeOffered(state: CaseState, { protocol, started }: TrialRecord, day: LocalDate): boolean {
  const rule = protocol.escapeRule;
  if (!rule || !started) return false;
  const last = isOver(state, rule, day) || isScored(state, rule, day) ? day : ((day - 1) as LocalDate);
  for (let d = last; d > last - rule.days; d--) if (d < started.on || !isOver(state, rule, d)) return false;
  return true;
}

function scoreOn({ days }: CaseState, { outcome }: EscapeRule, day: LocalDate): number | undefined {
  const score = days[formatLocalDate(day)]?.scores[outcome];
  return score?.kind === 'value' ? score.value : undefined;
}

function isScored(state: CaseState, rule: EscapeRule, day: LocalDate): boolean {
  return scoreOn(state, rule, day) !== undefined;
}

function isOver(state: CaseState, rule: EscapeRule, day: LocalDate): boolean {
  return (scoreOn(state, rule, day) ?? Number.NEGATIVE_INFINITY) >= rule.atLeast;
}
