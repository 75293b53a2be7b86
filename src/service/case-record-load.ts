/**
 * How does a case come out of the store? From its snapshot and the entries after it, or from all its entries; both give
 * the same state. Nothing is skipped: an entry that is missing, moved or unreadable stops the case (H17).
 */
import type { CaseId, ClinicId } from '../base/ids.ts';
import type { CaseState } from '../records/case-state.ts';
import { foldEvents } from '../records/course.ts';
import { GENESIS, type LedgerEntry, type SignedHead } from '../records/ledger.ts';
import { type CaseRow, type Snapshot, StorageError } from '../records/ports.ts';
import { needsWholeDiary } from '../records/settled.ts';
import { openEntry, openSnapshot } from './case-record-seal.ts';
import type { Ports } from './ports.ts';

/** Entries read at once where all are. */
const PAGE = 500;

/** A case as it stands after the head, loaded by the system itself: nobody has been asked whether they may see it. */
export type LoadedCase = {
  readonly state: CaseState;
  readonly head: SignedHead;
  readonly row: CaseRow;
  /** The case's own key, wrapped. */
  readonly key: Uint8Array;
  /** seq of the snapshot it was made from; 0 = folded from the first event. */
  readonly snapshotSeq: number;
};

/**
 * A case as it stands; undefined when there is none or it was erased. For the server's own work only: it asks nobody
 * whether they may and leaves no trace.
 *
 * @throws StorageError 'corrupt' when an entry is missing, does not open, or cannot be read
 */
export async function loadCase(
  ports: Pick<Ports, 'storage' | 'vault'>,
  clinic: ClinicId,
  id: CaseId,
): Promise<LoadedCase | undefined> {
  const found = await ports.storage.ledger.open(clinic, id);
  if (!found?.key) return undefined;
  const { head, row, key, snapshot, tail } = found;
  const base = snapshot && snapshotState(ports, key, head, snapshot, tail);
  if (snapshot && !base) return { state: await foldAll(ports, key, head), head, row, key, snapshotSeq: 0 };
  const from: Link = { seq: snapshot?.seq ?? 0, hash: snapshot ? (tail[0]?.previous ?? head.hash) : GENESIS };
  const state = follow(ports, key, base, tail, from, head);
  if (!state) return { state: await foldAll(ports, key, head), head, row, key, snapshotSeq: 0 };
  return { state, head, row, key, snapshotSeq: from.seq };
}

function snapshotState(
  { vault }: Pick<Ports, 'vault'>,
  key: Uint8Array,
  head: SignedHead,
  snapshot: Snapshot,
  tail: readonly LedgerEntry[],
): CaseState | undefined {
  if (snapshot.seq + tail.length !== head.seq) return undefined;
  return openSnapshot(vault, key, head, snapshot, tail[0]?.previous ?? head.hash);
}

type Link = { readonly seq: number; readonly hash: string };

/**
 * Folds `entries` onto `state`; they must lead from `last` to `head` without a gap. undefined: one of them needs days that
 * the state has left out.
 */
function follow(
  { vault }: Pick<Ports, 'vault'>,
  key: Uint8Array,
  state: CaseState | undefined,
  entries: readonly LedgerEntry[],
  last: Link,
  head: Link,
): CaseState | undefined {
  let link = last;
  for (const entry of entries) {
    if (entry.seq !== link.seq + 1 || entry.previous !== link.hash)
      throw new StorageError('corrupt', 'chain is broken');
    link = entry;
  }
  if (link.seq !== head.seq || link.hash !== head.hash) throw new StorageError('corrupt', 'head does not follow');
  if (state && entries.length === 0) return state;
  const events = entries.map((entry) => openEntry(vault, key, entry));
  return state && needsWholeDiary(state, events) ? undefined : foldEvents(state, events);
}

async function foldAll(ports: Pick<Ports, 'storage' | 'vault'>, key: Uint8Array, head: SignedHead): Promise<CaseState> {
  let state: CaseState | undefined;
  let last: Link = { seq: 0, hash: GENESIS };
  while (last.seq < head.seq) {
    const limit = Math.min(PAGE, head.seq - last.seq);
    const entries = await ports.storage.ledger.entries(head.clinic, head.case, last.seq, limit);
    const end = entries.at(-1);
    if (!end) throw new StorageError('corrupt', 'entries are missing');
    state = follow(ports, key, state, entries, last, end);
    last = end;
  }
  if (!state || last.hash !== head.hash) throw new StorageError('corrupt', 'head does not follow');
  return state;
}

/** The case with every entry of its diary, old ones that days and slots have taken up included. */
export async function wholeCase(ports: Pick<Ports, 'storage' | 'vault'>, loaded: LoadedCase): Promise<LoadedCase> {
  const { state, key, head } = loaded;
  if (state.settledThrough === undefined) return loaded;
  return { ...loaded, state: await foldAll(ports, key, head), snapshotSeq: 0 };
}
