/**
 * May this capsule, or this guess, be kept? One capsule a civil day, from the kit of that day's period, and only where
 * nothing forbids the drug: a capsule that may be placebo is judged as if it were naltrexone (H4, H9, H10, H12, H13). What
 * was taken all the same is kept as 'taken-anyway'.
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { EventId, TrialId } from '../base/ids.ts';
import type { Reason } from '../medicine/moves.ts';
import type { StopRule } from '../medicine/titration.ts';
import type { CaseState } from './case-state.ts';
import { isOfItsDay, leastGapHours, redFlagsOn, screeningState, slotOn } from './course-day.ts';
import { guessDays, guessKey, kitOn, missedKitDays, trialOf, trialOn } from './course-trial.ts';
import type { KitDoseEvent } from './diary-trial.ts';
import { type DoseGrounds, LEAST_GAP_HOURS, type ScreeningForbids, screeningRefusal } from './dose-rules.ts';
import type { EventOf } from './event.ts';
import { interruptionOn } from './interruption.ts';
import type { InterruptionRecord } from './supply-state.ts';
import type { KitSlot, TrialRecord } from './trial-state.ts';

export type KitRefusal =
  | { readonly code: 'no-trial-running'; readonly date: LocalDate }
  | { readonly code: 'kit-not-of-the-day'; readonly kit: string; readonly wanted: string }
  | { readonly code: 'kit-not-dispensed'; readonly kit: string }
  | { readonly code: 'kit-past-its-date'; readonly kit: string; readonly usableUntil: LocalDate }
  | { readonly code: 'kit-slot-filled'; readonly kept: Pick<KitSlot, 'entry' | 'status' | 'kit'> }
  | { readonly code: 'day-has-another-dose'; readonly entry: EventId }
  | { readonly code: 'red-flag-open'; readonly rules: readonly StopRule[] }
  | ScreeningForbids
  | { readonly code: 'too-soon'; readonly hours: number; readonly limitHours: number }
  | { readonly code: 'dose-closed'; readonly reasons: readonly Reason[] };

export type GuessRefusal =
  | { readonly code: 'trial-unknown'; readonly trial: TrialId }
  | { readonly code: 'period-not-begun'; readonly period: number }
  | { readonly code: 'guess-too-early'; readonly from: LocalDate }
  | { readonly code: 'guess-too-late'; readonly until: LocalDate }
  | { readonly code: 'guess-given-already'; readonly entry: EventId }
  | { readonly code: 'allocation-is-open'; readonly on: LocalDate };

/** Why the capsule may not be kept; undefined when it may. `replacing`: the entry a correction puts this in place of. */
export function kitRefusal(
  state: CaseState,
  event: KitDoseEvent,
  grounds: DoseGrounds,
  replacing?: EventId,
): KitRefusal | undefined {
  const { date, status, kit } = event;
  const record = trialOn(state, date);
  const ofDay = record && kitOn(record, date);
  if (record?.trial !== event.trial || !ofDay) return { code: 'no-trial-running', date };
  const slot = replacing === undefined ? state.kitDoses[formatLocalDate(date)] : undefined;
  if (slot && (slot.status !== status || slot.kit !== kit))
    return { code: 'kit-slot-filled', kept: { entry: slot.entry, status: slot.status, kit: slot.kit } };
  if (status === 'taken-anyway') return record.kits.includes(kit) ? undefined : wrongKit(kit, ofDay.kit);
  if (kit !== ofDay.kit) return wrongKit(kit, ofDay.kit);
  return status === 'not-taken' ? undefined : takenRefusal(state, event, record, ofDay.usableUntil, grounds);
}

const wrongKit = (kit: string, wanted: string): KitRefusal => ({ code: 'kit-not-of-the-day', kit, wanted });

/** Why no capsule may be taken on the day; empty when one may. What a phone shows before anything is kept. */
export function kitClosed(
  state: CaseState,
  record: TrialRecord,
  date: LocalDate,
  grounds: DoseGrounds,
): KitRefusal | undefined {
  const ofDay = kitOn(record, date);
  if (trialOn(state, date)?.trial !== record.trial || !ofDay) return { code: 'no-trial-running', date };
  return closedRefusal(state, record, { kit: ofDay.kit, usableUntil: ofDay.usableUntil, date }, grounds);
}

function takenRefusal(
  state: CaseState,
  event: KitDoseEvent,
  record: TrialRecord,
  usableUntil: LocalDate | undefined,
  grounds: DoseGrounds,
): KitRefusal | undefined {
  const closed = closedRefusal(state, record, { kit: event.kit, usableUntil, date: event.date }, grounds);
  if (closed) return closed;
  const hours = isOfItsDay(event) ? leastGapHours(state, event.date, event.clock.instant) : undefined;
  if (hours === undefined || hours >= LEAST_GAP_HOURS) return undefined;
  return { code: 'too-soon', hours, limitHours: LEAST_GAP_HOURS };
}

type KitOfDay = { readonly kit: string; readonly usableUntil: LocalDate | undefined; readonly date: LocalDate };

function closedRefusal(
  state: CaseState,
  record: TrialRecord,
  { kit, usableUntil, date }: KitOfDay,
  grounds: DoseGrounds,
): KitRefusal | undefined {
  if (usableUntil === undefined) return { code: 'kit-not-dispensed', kit };
  if (date > usableUntil) return { code: 'kit-past-its-date', kit, usableUntil };
  const other = slotOn(state, date);
  if (other && other.dose > 0) return { code: 'day-has-another-dose', entry: other.entry };
  const flags = redFlagsOn(state, date);
  if (flags.length > 0) return { code: 'red-flag-open', rules: [...new Set(flags.map(({ rule }) => rule))] };
  const planned = interruptionOn(state, date);
  if (planned) return interrupted(planned);
  return screeningRefusal(grounds, date) ?? missedRefusal(state, record, date, grounds);
}

/** Days planned without a dose are without a capsule too: one of them may hold the drug. */
const interrupted = ({ from, until }: InterruptionRecord): KitRefusal => ({
  code: 'dose-closed',
  reasons: [{ stands: 'against', code: 'interruption-planned', from, until }],
});

/** After missed days the plan's own rule asks for a new screening first, as under the plan itself. */
function missedRefusal(
  state: CaseState,
  record: TrialRecord,
  date: LocalDate,
  { screeningOn }: DoseGrounds,
): KitRefusal | undefined {
  const plan = state.plans.find(({ plan: id }) => id === record.signed?.plan);
  if (!plan) throw new RangeError(`trial ${record.trial} was signed on a plan that is not in the case`);
  const limit = plan.content.rules.lateDose.rescreenAfterMissedDays;
  const missedDays = missedKitDays(state, record, date);
  const screened = screeningState(state, date, screeningOn(date));
  const age = screened ? date - screened.on : Number.NaN;
  if (missedDays < limit || (age >= 0 && age <= 1)) return undefined;
  return {
    code: 'dose-closed',
    reasons: [{ stands: 'against', code: 'rescreen-before-resuming', missedDays, limit }],
  };
}

/** Why the guess may not be kept; undefined when it may. A correction may change what was said, and when is its first. */
export function guessRefusal(
  state: CaseState,
  event: EventOf<'guess-given'>,
  replacing?: EventId,
): GuessRefusal | undefined {
  const { trial, period, date } = event;
  const record = trialOf(state, trial);
  if (!record) return { code: 'trial-unknown', trial };
  if (record.opened) return { code: 'allocation-is-open', on: record.opened.on };
  const days = guessDays(record, period);
  if (!days) return { code: 'period-not-begun', period };
  if (date < days.from) return { code: 'guess-too-early', from: days.from };
  if (date > days.until) return { code: 'guess-too-late', until: days.until };
  const given = replacing === undefined ? state.guesses[guessKey(trial, period)] : undefined;
  return given ? { code: 'guess-given-already', entry: given.entry } : undefined;
}
