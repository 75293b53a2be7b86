/**
 * How does an event become a sealed row, and a sealed row an event again? Every row is bound to its place, so that bytes
 * moved elsewhere do not open (H16, H17). A row that does not open or cannot be read is an error, never skipped.
 */
import { canonicalJson } from '../base/canonical.ts';
import { type EventId, type PersonId, parseId } from '../base/ids.ts';
import type { CaseState } from '../records/case-state.ts';
import { headText, linkHash } from '../records/chain.ts';
import type { CaseEvent, Recorded } from '../records/event.ts';
import { type EventFault, eventToJson, readEvent } from '../records/event-json.ts';
import type { LedgerEntry, SignedHead } from '../records/ledger.ts';
import { type Snapshot, StorageError, type Vault, VaultError } from '../records/ports.ts';
import { settle } from '../records/settled.ts';
import { stateFromText, stateToText } from '../records/state-text.ts';

/** Raised when the fold or the shape of its state changes: older snapshots are then made anew. */
const SNAPSHOT_REVISION = 3;

/** An event on its way into the ledger; `skew` as in `Recorded`. */
export type NewEvent = { readonly id: EventId; readonly event: CaseEvent; readonly skew?: number };

/** Gives the events their places after `head` (seq 0: the case is opened by them). */
export function recordAfter(
  head: Pick<SignedHead, 'clinic' | 'case' | 'seq'>,
  events: readonly NewEvent[],
  by: PersonId,
  at: number,
): readonly Recorded[] {
  const { clinic, case: id, seq } = head;
  return events.map((each, i) => ({ clinic, case: id, seq: seq + 1 + i, at, by, ...each }));
}

/** What in the events could not be read again, such as a text too long or with unseen characters; empty = all of it can. */
export function unreadable(events: readonly NewEvent[]): readonly EventFault[] {
  return events.flatMap(({ event }) => {
    const again = readEvent(eventToJson(event));
    return again.ok ? [] : again.error;
  });
}

/** Seals recorded events into rows, each carrying the hash of the one before; `previous` is the hash of the head. */
export function sealEntries(
  vault: Vault,
  key: Uint8Array,
  previous: string,
  recorded: readonly Recorded[],
): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const { clinic, case: of, seq, id, at, by, skew, event } of recorded) {
    const text = canonicalJson({ by, skew, event: eventToJson(event) });
    const payload = vault.seal(key, text, entryPlace({ clinic, case: of, seq, id }));
    const row = { clinic, case: of, seq, id, at, payload, previous: entries.at(-1)?.hash ?? previous };
    entries.push({ ...row, hash: linkHash(row) });
  }
  return entries;
}

/** The head after the last of the rows, signed by the server. @throws RangeError when there is no row */
export function signHead(vault: Vault, entries: readonly LedgerEntry[]): SignedHead {
  const last = entries.at(-1);
  if (!last) throw new RangeError('no entry to sign');
  const { clinic, case: id, seq, hash } = last;
  return { clinic, case: id, seq, hash, ...vault.sign(headText(clinic, id, seq, hash)) };
}

/** The event in a row. @throws StorageError 'corrupt' when the row does not open or does not read as an event */
export function openEntry(vault: Vault, key: Uint8Array, entry: LedgerEntry): Recorded {
  const { clinic, case: of, seq, id, at } = entry;
  const { by, skew, event } = readPayload(openText(vault, key, entry.payload, entryPlace(entry)));
  const decoded = readEvent(event);
  if (!decoded.ok) throw new StorageError('corrupt', decoded.error);
  return { clinic, case: of, seq, id, at, by, ...(skew === undefined ? {} : { skew }), event: decoded.value };
}

function readPayload(text: string): { by: PersonId; skew: number | undefined; event: unknown } {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('event' in value) || !('by' in value))
    throw new StorageError('corrupt', 'not an event');
  const by = parseId<'person'>(String(value.by));
  const skew = 'skew' in value ? value.skew : undefined;
  if (!by.ok || !(skew === undefined || typeof skew === 'number')) throw new StorageError('corrupt', 'not an event');
  return { by: by.value, skew, event: value.event };
}

function openText(vault: Vault, key: Uint8Array, payload: Uint8Array, about: string): string {
  try {
    return vault.open(key, payload, about);
  } catch (thrown) {
    if (thrown instanceof VaultError) throw new StorageError('corrupt', thrown);
    throw thrown;
  }
}

/** The state as of a head, settled and sealed. */
export function sealSnapshot(vault: Vault, key: Uint8Array, head: SignedHead, state: CaseState): Snapshot {
  const text = `${SNAPSHOT_REVISION} ${stateToText(settle(state))}`;
  return { seq: head.seq, payload: vault.seal(key, text, snapshotPlace(head, head.seq, head.hash)) };
}

/**
 * The state in a snapshot; undefined when it is of another revision, was altered, or is not of the entry with this hash:
 * it is a copy, and the ledger is folded instead.
 */
export function openSnapshot(
  vault: Vault,
  key: Uint8Array,
  of: Pick<SignedHead, 'clinic' | 'case'>,
  snapshot: Snapshot,
  hash: string,
): CaseState | undefined {
  try {
    const text = vault.open(key, snapshot.payload, snapshotPlace(of, snapshot.seq, hash));
    const revision = `${SNAPSHOT_REVISION} `;
    return text.startsWith(revision) ? stateFromText(text.slice(revision.length)) : undefined;
  } catch (thrown) {
    if (thrown instanceof VaultError) return undefined;
    throw thrown;
  }
}

const entryPlace = (entry: Pick<LedgerEntry, 'clinic' | 'case' | 'seq' | 'id'>): string =>
  `${entry.clinic}/${entry.case}/${entry.seq}/${entry.id}`;

const snapshotPlace = (of: Pick<SignedHead, 'clinic' | 'case'>, seq: number, hash: string): string =>
  `${of.clinic}/${of.case}/snapshot/${seq}/${hash}`;
