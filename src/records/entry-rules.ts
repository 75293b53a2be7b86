/**
 * May this diary entry be kept? The same rules on the server and on every phone, which asks them before it keeps anything,
 * judged by the clock the device showed at the entry, however late it arrives (H9, H10, H33). What speaks of harm is never
 * refused for being old. Pure, so that it can be tried on a hundred thousand courses.
 */
import { civilDateAt, type LocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { CaseState } from './case-state.ts';
import { slotOn } from './course.ts';
import { type DoseGrounds, type DoseRefusal, doseRefusal } from './dose-rules.ts';
import type { CorrectableEvent, DeviceClock, DiaryEvent, EventKind, EventOf } from './event.ts';
import type { EventFault } from './event-json.ts';
import { type GuessRefusal, guessRefusal, type KitRefusal, kitRefusal } from './kit-rules.ts';

/** A day may be kept this many days late; what is remembered later than that is not a diary. */
export const BACK_FILL_DAYS = 2;
/** Beyond this an older date is a slip of the year. */
const LONGEST_BACK_DAYS = 366;
const DAY_MS = 86_400_000;
/** A device may be this far ahead of the server, or have made entries this long before the case was opened. */
const CLOCK_TOLERANCE_MS = DAY_MS;
/** The civil date is nowhere later than at UTC+14. */
const EASTERNMOST_MINUTES = 840;

export type DiaryRefusal =
  | { readonly code: 'entry-unreadable'; readonly faults: readonly EventFault[] }
  | { readonly code: 'id-unreadable'; readonly text: string }
  | { readonly code: 'id-holds-another-entry' }
  /** The device's clock is wrong: `deviceInstant` is what it showed. */
  | { readonly code: 'device-clock-ahead'; readonly deviceInstant: number; readonly serverInstant: number }
  | { readonly code: 'device-clock-behind'; readonly deviceInstant: number; readonly openedAt: number }
  | { readonly code: 'date-in-future'; readonly date: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'too-far-back'; readonly date: LocalDate; readonly earliest: LocalDate }
  | { readonly code: 'back-fill-mark-missing'; readonly date: LocalDate }
  | { readonly code: 'proxy-mark-missing' }
  | { readonly code: 'entry-unknown'; readonly entry: EventId }
  | { readonly code: 'correction-changes-kind'; readonly kind: EventKind }
  | { readonly code: 'correction-changes-date'; readonly date: LocalDate }
  | DoseRefusal
  | KitRefusal
  | GuessRefusal;

export type DiaryGrounds = DoseGrounds & {
  /** Server's clock. */
  readonly now: number;
  readonly openedAt: number;
  /** The entry comes from a carer, who must say so in what they keep for the patient. */
  readonly byCarer: boolean;
};

/** Why the entry may not be kept; undefined when it may. */
export function diaryRefusal(state: CaseState, event: DiaryEvent, grounds: DiaryGrounds): DiaryRefusal | undefined {
  const clock = clockRefusal(event.clock, grounds);
  if (clock) return clock;
  if (event.kind === 'entry-corrected') return correctionRefusal(state, event, grounds);
  const dated = dateRefusal(event, grounds);
  if (dated) return dated;
  const marked = markRefusal(event, event.clock, grounds);
  if (marked) return marked;
  return ownRules(state, event, grounds);
}

/** The rules of a kind: a dose, a capsule of a trial, a guess. */
function ownRules(
  state: CaseState,
  event: CorrectableEvent,
  grounds: DiaryGrounds,
  replacing?: EventId,
): DiaryRefusal | undefined {
  if (event.kind === 'dose-recorded') return doseRefusal(state, event, grounds, replacing);
  if (event.kind === 'kit-dose-recorded') return kitRefusal(state, event, grounds, replacing);
  return event.kind === 'guess-given' ? guessRefusal(state, event, replacing) : undefined;
}

/**
 * Would the same entry pass later, when what it builds on has arrived? True for a correction ahead of its entry, and for a
 * dose after days of which nothing has been heard yet.
 */
export function mayPassLater(refusal: DiaryRefusal): boolean {
  if (refusal.code === 'dose-closed') return refusal.reasons.every(({ code }) => code === 'rescreen-before-resuming');
  return refusal.code === 'entry-unknown';
}

/** What a refused dose can be kept as: a report, or a capsule that was taken though none was to be. */
export type KeepAs = 'unplanned-dose-reported' | 'kit-dose-taken-anyway';

/** A dose that was taken is a fact, whatever the plan says: where the day holds none yet it can be kept as this. */
export function keptAs(state: CaseState, event: DiaryEvent, refusal: DiaryRefusal): KeepAs | undefined {
  if (event.kind === 'kit-dose-recorded')
    return event.status === 'taken' && KIT_TAKEN_ANYWAY.includes(refusal.code) ? 'kit-dose-taken-anyway' : undefined;
  if (event.kind !== 'dose-recorded' || event.status === 'not-taken') return undefined;
  if (NOT_OF_THE_DOSE.includes(refusal.code) || slotOn(state, event.date)) return undefined;
  return 'unplanned-dose-reported';
}

/** Refusals of a dose entry that say nothing about the dose itself. */
const NOT_OF_THE_DOSE: readonly DiaryRefusal['code'][] = [
  ...(['id-holds-another-entry', 'device-clock-ahead', 'device-clock-behind', 'date-in-future'] as const),
  ...(['too-far-back', 'slot-filled'] as const),
];

/** Refusals of a capsule that say it should not have been taken. */
const KIT_TAKEN_ANYWAY: readonly DiaryRefusal['code'][] = [
  ...(['kit-not-of-the-day', 'kit-not-dispensed', 'kit-past-its-date', 'day-has-another-dose'] as const),
  ...(['red-flag-open', 'screening-forbids', 'too-soon', 'dose-closed'] as const),
];

function clockRefusal({ instant }: DeviceClock, { now, openedAt }: DiaryGrounds): DiaryRefusal | undefined {
  if (instant - now > CLOCK_TOLERANCE_MS)
    return { code: 'device-clock-ahead', deviceInstant: instant, serverInstant: now };
  if (openedAt - instant > CLOCK_TOLERANCE_MS) return { code: 'device-clock-behind', deviceInstant: instant, openedAt };
  return undefined;
}

const shownDate = ({ instant, offsetMinutes }: DeviceClock): LocalDate => civilDateAt(instant, offsetMinutes);

const OF_ITS_DAYS: readonly EventKind[] = ['day-kept', 'dose-recorded', 'kit-dose-recorded', 'guess-given'];

/** Scores and doses are kept within two days. Reports of harm and change have their own first day, however long ago. */
function dateRefusal(event: CorrectableEvent, { now }: DiaryGrounds): DiaryRefusal | undefined {
  const { date, clock, kind } = event;
  const latest = Math.min(shownDate(clock), civilDateAt(now, EASTERNMOST_MINUTES)) as LocalDate;
  if (date > latest) return { code: 'date-in-future', date, latest };
  const days = OF_ITS_DAYS.includes(kind) ? BACK_FILL_DAYS : LONGEST_BACK_DAYS;
  const earliest = (shownDate(clock) - days) as LocalDate;
  return date < earliest ? { code: 'too-far-back', date, earliest } : undefined;
}

/** Later than its own day, or by another's hand: the entry says so itself, so that the analysis can tell. */
function markRefusal(event: CorrectableEvent, clock: DeviceClock, grounds: DiaryGrounds): DiaryRefusal | undefined {
  if (event.kind !== 'day-kept') return undefined;
  if (grounds.byCarer && !event.how.includes('proxy')) return { code: 'proxy-mark-missing' };
  const late = event.date < shownDate(clock);
  return late && !event.how.includes('back-filled') ? { code: 'back-fill-mark-missing', date: event.date } : undefined;
}

/** A correction changes what an entry says, not what it is about, and what it says instead obeys the same rules. */
function correctionRefusal(
  state: CaseState,
  event: EventOf<'entry-corrected'>,
  grounds: DiaryGrounds,
): DiaryRefusal | undefined {
  const target = state.corrections[event.entry]?.entry ?? event.entry;
  const entry = state.entries[target];
  if (!entry) return { code: 'entry-unknown', entry: event.entry };
  const { replacement } = event;
  if (!replacement) return undefined;
  const { kind, date } = entry.event;
  if (replacement.kind !== kind) return { code: 'correction-changes-kind', kind };
  if (replacement.date !== date) return { code: 'correction-changes-date', date };
  const clock = clockRefusal(replacement.clock, grounds);
  if (clock) return clock;
  const marked = markRefusal(replacement, event.clock, grounds);
  if (marked) return marked;
  return ownRules(state, replacement, grounds, target);
}
