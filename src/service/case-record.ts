/**
 * How is a case read and written? The one way to both: load, ask whether this person may, then show or decide, and write
 * what was decided in one piece behind the head it was decided on. Decides nothing itself. Every read is put on record;
 * an act that met another decides anew on what it finds then (H10, H16, H17).
 */
import { type CaseId, type ClinicId, type EventId, idFrom } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CaseState } from '../records/case-state.ts';
import { foldEvents } from '../records/course.ts';
import type { CaseEvent } from '../records/event.ts';
import type { EventFault } from '../records/event-json.ts';
import { GENESIS, type SignedHead } from '../records/ledger.ts';
import type { CaseTie, Relation } from '../records/person.ts';
import type { CaseRow, LedgerBatch } from '../records/ports.ts';
import { needsWholeDiary } from '../records/settled.ts';
import { type Actor, authorise, type CaseAction, type Denial, type Standing } from './authority.ts';
import { type LoadedCase, loadCase, wholeCase } from './case-record-load.ts';
import { rowAfter } from './case-record-row.ts';
import { type NewEvent, recordAfter, sealEntries, sealSnapshot, signHead, unreadable } from './case-record-seal.ts';
import type { Ports } from './ports.ts';

export { type LoadedCase, loadCase, wholeCase } from './case-record-load.ts';
export type { NewEvent } from './case-record-seal.ts';

/** A case opened for a person who may do what they asked for. */
export type OpenedCase = {
  readonly state: CaseState;
  readonly head: SignedHead;
  readonly row: CaseRow;
  /** How the person stands to the case, now. */
  readonly relations: readonly Relation[];
  readonly standing: Standing;
  /** The case's own key, wrapped. */
  readonly key: Uint8Array;
  /** Of the ids asked for: those the case holds already, with their seq. */
  readonly known: ReadonlyMap<EventId, number>;
};

/** What an act writes: nothing at all when `events` is empty. Ties are written beside the events that say so. */
export type Decision<T> = {
  readonly events: readonly NewEvent[];
  readonly value: T;
  /** The case after these events, where deciding has folded them already: as `recordAfter` places them, and no others. */
  readonly state?: CaseState;
} & Pick<LedgerBatch, 'tiesMade' | 'tiesEnded' | 'shred'>;

/**
 * Nothing was written. 'case-busy': others wrote at the same moment, again and again; the same request may be sent again.
 * 'event-refused': what was to be kept could not be read again, such as a text too long or with unseen characters.
 */
export type CaseBusy =
  | { readonly code: 'case-busy' }
  | { readonly code: 'event-refused'; readonly faults: readonly EventFault[] };

/** `seq` of the head afterwards. */
export type Acted<T> = T & { readonly seq: number };

/** A snapshot is written once the last one is this many events old; more would make each read longer. */
const SNAPSHOT_EVERY = 16;
const MOST_TRIES = 8;

/** An event of the server's own making. Devices make their own ids. */
export function newEvent(ports: Pick<Ports, 'clock' | 'entropy'>, event: CaseEvent): NewEvent {
  return { id: idFrom(ports.clock.now(), ports.entropy.bytes(10)), event };
}

/** Opens a case for reading and puts on record who read it, before anything is shown. */
export async function readCase(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  action: CaseAction,
): Promise<Result<OpenedCase, Denial>> {
  const loaded = await loadCase(ports, actor.clinic, id);
  const opened = openFor(actor, loaded, action, new Map());
  if (!opened.ok) return opened;
  const at = ports.clock.now();
  const entry = idFrom(at, ports.entropy.bytes(10));
  await ports.storage.access.add([{ clinic: actor.clinic, id: entry, at, case: id, person: actor.person, action }]);
  return opened;
}

/**
 * Decides on the case as it is and writes what was decided. `decide` may be called several times and must only look at
 * its arguments. `coming`: entries of a device; those that stand in the case already are found in `known`.
 */
export async function actOnCase<T extends object, F>(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  action: CaseAction,
  decide: (opened: OpenedCase, at: number) => Result<Decision<T>, F>,
  coming: readonly Coming[] = [],
): Promise<Result<Acted<T>, F | Denial | CaseBusy>> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const near = await loadCase(ports, actor.clinic, id);
    // An id that the state does not show may stand in the ledger all the same: the append then says so, and it is read.
    const asked = near && (tried > 0 || mayBeKnown(near.state, coming));
    const known = asked ? await knownIn(ports, near, coming) : new Map<EventId, number>();
    const loaded = near && (await wholeIfNeeded(ports, near, coming, known));
    const opened = openFor(actor, loaded, action, known);
    if (!opened.ok) return opened;
    const at = ports.clock.now();
    const decided = decide(opened.value, at);
    if (!decided.ok) return decided;
    const { value } = decided.value;
    if (!loaded || decided.value.events.length === 0) return ok({ ...value, seq: opened.value.head.seq });
    const faults = unreadable(decided.value.events);
    if (faults.length > 0) return err({ code: 'event-refused', faults });
    const batch = batchAfter(ports, actor, loaded, decided.value, at);
    if ((await ports.storage.ledger.append(batch)) === 'conflict') continue;
    if (batch.row.diarySeq !== loaded.row.diarySeq && !batch.shred) await askForFinding(ports, actor.clinic, id);
    return ok({ ...value, seq: batch.head.seq });
  }
  return err({ code: 'case-busy' });
}

type Coming = { readonly id: EventId; readonly event: CaseEvent };

/** Are these entries perhaps in the ledger already? Always true where the state would not show it. */
function mayBeKnown(state: CaseState, coming: readonly Coming[]): boolean {
  return needsWholeDiary(state, coming) || coming.some(({ id }) => id in state.entries || id in state.corrections);
}

/** Those of the entries that stand in the case as it was loaded; one that slipped in since then meets the head. */
async function knownIn(
  ports: Ports,
  { state, head }: LoadedCase,
  coming: readonly Coming[],
): Promise<ReadonlyMap<EventId, number>> {
  if (coming.length === 0) return new Map();
  const ids = coming.map(({ id }) => id);
  const known = await ports.storage.ledger.known(state.clinic, state.case, ids);
  return new Map([...known].filter(([, seq]) => seq <= head.seq));
}

/** The case with every entry of its diary, where a repeated entry or one about old days needs them. */
async function wholeIfNeeded(
  ports: Ports,
  loaded: LoadedCase,
  coming: readonly Coming[],
  known: ReadonlyMap<EventId, number>,
): Promise<LoadedCase> {
  const { state } = loaded;
  const isMissing = (id: EventId): boolean => !state.entries[id] && !state.corrections[id];
  const needed = needsWholeDiary(state, coming) || [...known.keys()].some(isMissing);
  return needed ? wholeCase(ports, loaded) : loaded;
}

/** What was written stands, whatever becomes of the asking: a finding nobody asked for is found to be due later. */
async function askForFinding({ jobs }: Ports, clinic: ClinicId, id: CaseId): Promise<void> {
  try {
    await jobs.computeFinding(clinic, id);
  } catch (thrown) {
    if (thrown instanceof RangeError || thrown instanceof TypeError) throw thrown;
  }
}

/** A case of this id is there already: nothing was written. */
export type CaseExists = { readonly code: 'case-exists' };

/** Opens a case with its first events; the caller has asked whether the actor may. The first must be 'case-opened'. */
export async function openFresh(
  ports: Ports,
  actor: Actor,
  id: CaseId,
  events: readonly NewEvent[],
  tiesMade: readonly CaseTie[],
): Promise<Result<{ readonly state: CaseState; readonly row: CaseRow; readonly seq: number }, CaseExists | CaseBusy>> {
  const faults = unreadable(events);
  if (faults.length > 0) return err({ code: 'event-refused', faults });
  const at = ports.clock.now();
  const recorded = recordAfter({ clinic: actor.clinic, case: id, seq: 0 }, events, actor.person, at);
  const state = foldEvents(undefined, recorded);
  const key = ports.vault.newKey();
  const entries = sealEntries(ports.vault, key, GENESIS, recorded);
  const head = signHead(ports.vault, entries);
  const row = rowAfter(state, ports.drugs, recorded, at);
  const batch = { clinic: actor.clinic, case: id, expected: 0, entries, head, row, key, tiesMade };
  if ((await ports.storage.ledger.append(batch)) === 'conflict') return err({ code: 'case-exists' });
  return ok({ state, row, seq: head.seq });
}

function openFor(
  actor: Actor,
  loaded: LoadedCase | undefined,
  action: CaseAction,
  known: ReadonlyMap<EventId, number>,
): Result<OpenedCase, Denial> {
  if (!loaded) return err({ code: 'not-found' });
  const { state, head, row, key } = loaded;
  const standing = standingIn(actor, state);
  const may = authorise(action, standing);
  if (!may.ok) return may;
  return ok({ state, head, row, key, relations: standing.relations, standing, known });
}

/** How a person stands to a case: by what is sealed in its ledger, so that a row slipped into a table opens nothing. */
export function standingIn(actor: Pick<Actor, 'person' | 'roles'>, state: CaseState): Standing {
  const relations = state.ties.filter(({ person }) => person === actor.person).map(({ relation }) => relation);
  const own = state.patient === actor.person && !relations.includes('patient');
  return { roles: actor.roles, relations: own ? ['patient', ...relations] : relations, solo: state.solo };
}

function batchAfter(
  ports: Ports,
  actor: Actor,
  loaded: LoadedCase,
  { events, state: folded, tiesMade, tiesEnded, shred }: Decision<object>,
  at: number,
): LedgerBatch {
  const { vault, drugs } = ports;
  const recorded = recordAfter(loaded.head, events, actor.person, at);
  const state = folded ?? foldEvents(loaded.state, recorded);
  const entries = sealEntries(vault, loaded.key, loaded.head.hash, recorded);
  const head = signHead(vault, entries);
  const row = rowAfter(state, drugs, recorded, at, loaded.row);
  const due = !shred && head.seq - loaded.snapshotSeq >= SNAPSHOT_EVERY;
  return {
    ...{ clinic: actor.clinic, case: state.case, expected: loaded.head.seq, entries, head, row },
    ...(due ? { snapshot: sealSnapshot(vault, loaded.key, head, state) } : {}),
    ...(tiesMade ? { tiesMade } : {}),
    ...(tiesEnded ? { tiesEnded } : {}),
    ...(shred ? { shred } : {}),
  };
}
