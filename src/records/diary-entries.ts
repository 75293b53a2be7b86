/**
 * Which entries of a diary count, and what do they say? Corrections applied, in the order of the devices' clocks, so
 * that every phone and the server read the same. A red flag counts even when it was corrected: only a prescriber sets
 * one aside.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { CaseState, Correction, DiaryEntry, SideEffectRecord } from './case-state.ts';
import type { CorrectableEvent, EventKind, EventOf } from './event.ts';

/** An entry as it counts. `instant` is the first entry's own: a correction speaks in the place of what it corrects. */
export type Placed<E extends CorrectableEvent = CorrectableEvent> = {
  readonly id: EventId;
  readonly instant: number;
  readonly event: E;
};

type Entries = Readonly<Record<string, DiaryEntry>>;
type Corrections = Readonly<Record<string, Correction>>;

/** What an entry says now; undefined = withdrawn. */
export function countingEvent({ event, correctedBy }: DiaryEntry): CorrectableEvent | undefined {
  return correctedBy ? correctedBy.replacement : event;
}

/** Entries of some kinds as they count, unordered. */
export function placedEntries<K extends CorrectableEvent['kind']>(
  entries: Entries,
  kinds: readonly K[],
): Placed<EventOf<K> & CorrectableEvent>[] {
  const wanted: readonly EventKind[] = kinds;
  const placed: Placed<EventOf<K> & CorrectableEvent>[] = [];
  for (const id in entries) {
    const entry = entries[id] as DiaryEntry;
    const event = countingEvent(entry);
    if (event && wanted.includes(event.kind))
      placed.push({
        id: id as EventId,
        instant: entry.event.clock.instant,
        event: event as EventOf<K> & CorrectableEvent,
      });
  }
  return placed;
}

/** By the device's clock, then by id: the same everywhere. */
export function earlierFirst(a: Pick<Placed, 'instant' | 'id'>, b: Pick<Placed, 'instant' | 'id'>): number {
  return a.instant - b.instant || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The correction that counts for each corrected entry, the latest by clock and id. Circles correct nothing. */
export function countingCorrections(
  corrections: Corrections,
): ReadonlyMap<string, Correction & { readonly id: EventId }> {
  const counting = new Map<string, Correction & { readonly id: EventId }>();
  for (const id in corrections) {
    const correction = { ...(corrections[id] as Correction), id: id as EventId };
    const root = rootOf(corrections, correction.entry);
    const other = root === undefined ? undefined : counting.get(root);
    if (root !== undefined && (!other || earlierFirst(other, correction) < 0)) counting.set(root, correction);
  }
  return counting;
}

/** The entry a chain of corrections is about; undefined for a circle. */
function rootOf(corrections: Corrections, entry: EventId): EventId | undefined {
  const passed = new Set<string>();
  let root = entry;
  for (let next = corrections[root]; next; next = corrections[root]) {
    if (passed.has(root)) return undefined;
    passed.add(root);
    root = next.entry;
  }
  return root;
}

/**
 * Complaints up to and including `until`, by name, then by first day. A complaint lasts until a report says that it has
 * ended: silence does not end it. Of several reports of one day the latest counts.
 */
export function complaintsOf(entries: Entries, until?: LocalDate): readonly SideEffectRecord[] {
  const reports = placedEntries(entries, ['side-effect-reported'])
    .filter(({ event }) => until === undefined || event.date <= until)
    .sort((a, b) => a.event.date - b.event.date || earlierFirst(a, b));
  const byName = Map.groupBy(reports, ({ event }) => event.name);
  const names = [...byName.keys()].sort();
  return names.flatMap((name) => {
    const latest = new Map((byName.get(name) ?? []).map(({ event }) => [event.date, event.grade]));
    return runsOf(name, latest);
  });
}

/** `grades` by day, in order of days. */
function runsOf(name: string, grades: ReadonlyMap<LocalDate, 0 | 1 | 2 | 3>): readonly SideEffectRecord[] {
  const runs: SideEffectRecord[] = [];
  let open: SideEffectRecord | undefined;
  for (const [date, grade] of grades) {
    if (grade > 0) open = { name, since: open?.since ?? date, grade: grade as 1 | 2 | 3 };
    else if (open) {
      runs.push({ ...open, ended: date });
      open = undefined;
    }
  }
  return open ? [...runs, open] : runs;
}

/** Red flags as first reported and as corrected, by day and id, with the day a prescriber set them aside. */
export function redFlagsOf(entries: Entries, cleared: CaseState['flagsCleared']): CaseState['redFlags'] {
  const flags: CaseState['redFlags'][number][] = [];
  for (const id in entries) {
    const entry = entries[id] as DiaryEntry;
    const said = [entry.event, countingEvent(entry)].filter((event) => event?.kind === 'red-flag-reported');
    const clearedOn = cleared[id];
    for (const { rule, date } of said)
      if (!flags.some((flag) => flag.entry === id && flag.rule === rule && flag.date === date))
        flags.push({ entry: id as EventId, rule, date, ...(clearedOn === undefined ? {} : { clearedOn }) });
  }
  return flags.sort((a, b) => a.date - b.date || compare(a.entry, b.entry) || compare(a.rule, b.rule));
}

/** Answers to "anything new?", by day, clock and id. */
export function reportedChanges(entries: Entries, seen: CaseState['reportsSeen']): CaseState['changes'] {
  return placedEntries(entries, ['change-reported'])
    .sort((a, b) => a.event.date - b.event.date || earlierFirst(a, b))
    .map(({ id, event: { what, text, date } }) => ({ entry: id, seen: seen[id] ?? false, what, text, date }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
