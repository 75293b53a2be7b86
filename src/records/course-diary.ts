/**
 * What do the entries of a diary add up to? One dose slot for a civil date (H9), one value for an item of a day, one
 * complaint for a side effect, whichever device sent what, in which order and how often (H10). Nothing is ever summed,
 * and entries that disagree about a dose are shown as a conflict.
 *
 * The entries are a set; days, slots and complaints are functions of that set. So order cannot matter.
 */
import type { LocalDate } from '../base/calendar.ts';
import { formatLocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { Score } from '../trial/diary.ts';
import type { CaseState, Correction, DiaryEntry, DoseSlot, KeptDay } from './case-state.ts';
import {
  complaintsOf,
  countingCorrections,
  countingEvent,
  earlierFirst,
  type Placed,
  redFlagsOf,
  reportedChanges,
} from './diary-entries.ts';
import { guessesOf, type KitDoseEvent, kitSlotOf } from './diary-trial.ts';
import type { Recorded } from './event.ts';
import { type CorrectableEvent, DIARY_KINDS, type DiaryEvent, type EventKind, type EventOf } from './event.ts';
import { needsWholeDiary } from './settled.ts';

type DoseEvent = EventOf<'dose-recorded' | 'unplanned-dose-reported'>;
type DayEvent = EventOf<'day-kept'>;

/** Is it an entry of a diary, whose order of arrival does not matter? */
export function isDiaryEntry(recorded: Recorded): recorded is Recorded<DiaryEvent> {
  return (DIARY_KINDS as readonly EventKind[]).includes(recorded.event.kind);
}

/**
 * Adds entries and works out anew what they touch; an entry known already changes nothing.
 *
 * @throws RangeError when the state is settled and `needsWholeDiary`
 */
export function addEntries(state: CaseState, added: readonly Recorded<DiaryEvent>[]): CaseState {
  if (needsWholeDiary(state, added)) throw new RangeError('an entry needs days that this state has left out');
  const entries: Record<string, DiaryEntry> = { ...state.entries };
  const corrections: Record<string, Correction> = { ...state.corrections };
  const touched: CorrectableEvent[] = [];
  for (const { id, by, event } of added) {
    if (event.kind === 'entry-corrected') corrections[id] ??= correctionOf(event);
    else if (!entries[id]) {
      entries[id] = { event, by };
      touched.push(event);
    }
  }
  applyCorrections(entries, corrections, touched);
  return touched.length === 0 ? { ...state, corrections } : derive({ ...state, entries, corrections }, touched);
}

function correctionOf({ entry, replacement, clock }: EventOf<'entry-corrected'>): Correction {
  return { entry, instant: clock.instant, ...(replacement ? { replacement } : {}) };
}

/** Marks every corrected entry; what it said before and what it says now are both touched. */
function applyCorrections(
  entries: Record<string, DiaryEntry>,
  corrections: Readonly<Record<string, Correction>>,
  touched: CorrectableEvent[],
): void {
  for (const [target, { id, instant, replacement }] of countingCorrections(corrections)) {
    const entry = entries[target];
    if (!entry || entry.correctedBy?.id === id) continue;
    const said = countingEvent(entry);
    if (said) touched.push(said);
    if (replacement) touched.push(replacement);
    entries[target] = { ...entry, correctedBy: { id, instant, ...(replacement ? { replacement } : {}) } };
  }
}

/** Only what the touched entries are about is worked out anew, in one pass over all entries. */
function derive(state: CaseState, touched: readonly CorrectableEvent[]): CaseState {
  const days = new Set<LocalDate>();
  const slots = new Set<LocalDate>();
  const kits = new Set<LocalDate>();
  const kinds = new Set<EventKind>();
  for (const { kind, date } of touched) {
    kinds.add(kind);
    if (kind === 'day-kept') days.add(date);
    else if (kind === 'dose-recorded' || kind === 'unplanned-dose-reported') slots.add(date);
    else if (kind === 'kit-dose-recorded') kits.add(date);
  }
  const { entries } = state;
  const none = days.size + slots.size + kits.size === 0;
  const placed = none ? { kept: [], doses: [], kits: [] } : placedOn(entries, days, slots, kits);
  const next: CaseState = {
    ...state,
    days: replaceDays(state.days, days, placed.kept, keptDayOf),
    slots: replaceDays(state.slots, slots, placed.doses, slotOf),
    kitDoses: replaceDays(state.kitDoses, kits, placed.kits, kitSlotOf),
    guesses: kinds.has('guess-given') ? guessesOf(entries) : state.guesses,
    sideEffects: kinds.has('side-effect-reported') ? complaintsOf(entries) : state.sideEffects,
  };
  return kinds.has('red-flag-reported') || kinds.has('change-reported') ? refreshReports(next) : next;
}

/** Kept days and doses of the named dates, as they count. */
function placedOn(
  entries: Readonly<Record<string, DiaryEntry>>,
  days: ReadonlySet<LocalDate>,
  slots: ReadonlySet<LocalDate>,
  kitDays: ReadonlySet<LocalDate>,
): {
  readonly kept: Placed<DayEvent>[];
  readonly doses: Placed<DoseEvent>[];
  readonly kits: Placed<KitDoseEvent>[];
} {
  const kept: Placed<DayEvent>[] = [];
  const kits: Placed<KitDoseEvent>[] = [];
  const doses: Placed<DoseEvent>[] = [];
  for (const [id, entry] of Object.entries(entries)) {
    const event = countingEvent(entry);
    const place = { id: id as EventId, instant: entry.event.clock.instant };
    if (event?.kind === 'day-kept') {
      if (days.has(event.date)) kept.push({ ...place, event });
    } else if (event?.kind === 'dose-recorded' || event?.kind === 'unplanned-dose-reported') {
      if (slots.has(event.date)) doses.push({ ...place, event });
    } else if (event?.kind === 'kit-dose-recorded' && kitDays.has(event.date)) kits.push({ ...place, event });
  }
  return { kept, doses, kits };
}

/** Red flags and news, which also depend on what a prescriber has looked at. */
export function refreshReports(state: CaseState): CaseState {
  const { entries, flagsCleared, reportsSeen } = state;
  return {
    ...state,
    redFlags: redFlagsOf(entries, flagsCleared),
    changes: reportedChanges(entries, reportsSeen),
  };
}

/** The map with the named dates worked out anew; a date with no entry left is gone. */
function replaceDays<T, E extends CorrectableEvent>(
  old: Readonly<Record<string, T>>,
  dates: ReadonlySet<LocalDate>,
  placed: readonly Placed<E>[],
  merge: (entries: readonly Placed<E>[]) => T,
): Readonly<Record<string, T>> {
  if (dates.size === 0) return old;
  const next: Record<string, T> = { ...old };
  const byDate = Map.groupBy(placed, ({ event }) => event.date);
  for (const date of dates) {
    const entries = byDate.get(date);
    const key = formatLocalDate(date);
    if (entries) next[key] = merge(entries.sort(earlierFirst));
    else delete next[key];
  }
  return next;
}

/** `entries` of one date, earlier first, at least one. */
function slotOf(entries: readonly Placed<DoseEvent>[]): DoseSlot {
  const said = entries.map(({ id, event }) => ({
    entry: id,
    status: event.kind === 'dose-recorded' ? event.status : ('unplanned' as const),
    dose: event.dose,
    instant: event.clock.instant,
  }));
  const shown = said.at(-1);
  if (!shown) throw new RangeError('a slot is made of at least one entry');
  return { ...shown, conflict: said.some(({ status, dose }) => status !== shown.status || dose !== shown.dose) };
}

const HOW = ['proxy', 'back-filled', 'same-as-yesterday'] as const;

/** Item by item the latest that says anything: "not asked" and an empty note take nothing back. */
function keptDayOf(entries: readonly Placed<DayEvent>[]): KeptDay {
  const scores: Record<string, Score> = {};
  let note = '';
  for (const { event } of entries) {
    for (const [outcome, score] of Object.entries(event.scores))
      if (score.kind !== 'not-asked') scores[outcome] = score;
    if (event.note !== '') note = event.note;
  }
  const how = HOW.filter((word) => entries.some(({ event }) => event.how.includes(word)));
  const ids: EventId[] = entries.map(({ id }) => id).sort();
  return { scores, note, how, entries: ids };
}
