/**
 * Where is a case's chain broken? What is hashed and signed, as one text each, and a check that reads a ledger entry by
 * entry, however long it is, and names the first link that does not hold (H17). Signatures are the caller's to verify.
 */
import { canonicalJson } from '../base/canonical.ts';
import { hashOf, hashOfBytes } from '../base/hash.ts';
import type { CaseId, ClinicId } from '../base/ids.ts';
import { type Anchor, GENESIS, type LedgerEntry, type SignedHead } from './ledger.ts';

/** Hash of an entry over everything else in its row, the sealed bytes by their own hash. 64 hexadecimal digits. */
export function linkHash(entry: Omit<LedgerEntry, 'hash'>): string {
  const { clinic, case: id, seq, at, previous } = entry;
  const payload = hashOfBytes(entry.payload);
  return hashOf({ format: 'titrial-entry', version: 1, clinic, case: id, seq, id: entry.id, at, payload, previous });
}

/** What the server signs for the newest entry of a case. */
export function headText(clinic: ClinicId, id: CaseId, seq: number, hash: string): string {
  return canonicalJson({ format: 'titrial-head', version: 1, clinic, case: id, seq, hash });
}

/** Hash of an anchor over everything it says and the anchor before it. 64 hexadecimal digits. */
export function anchorHash(anchor: Pick<Anchor, 'clinic' | 'seq' | 'at' | 'heads' | 'previous'>): string {
  const { clinic, seq, at, heads, previous } = anchor;
  return hashOf({ format: 'titrial-anchor', version: 1, clinic, seq, at, heads, previous });
}

/** What the server signs for an anchor. */
export function anchorText(clinic: ClinicId, seq: number, hash: string): string {
  return canonicalJson({ format: 'titrial-anchor-head', version: 1, clinic, seq, hash });
}

/**
 * 'entry-altered': the row does not fit its own hash. 'entry-out-of-order': it does, but it does not follow the entry
 * before it: one of the two is not the one that was written. 'entry-missing': `seq` should be here. 'entry-foreign': a
 * row of another case. 'entries-after-head': from `seq` on, more than the server signed. 'head-differs': the chain ends
 * in another entry than the server signed, so some entry up to `seq` was replaced with all that follow it.
 */
export type ChainFault = {
  readonly code:
    | 'entry-altered'
    | 'entry-missing'
    | 'entry-out-of-order'
    | 'entry-foreign'
    | 'head-differs'
    | 'head-missing'
    | 'entries-after-head';
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly seq: number;
};

/** A check under way: where the chain stands, and the first link that did not hold. */
export type ChainCheck = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  /** Entries read so far. */
  readonly entries: number;
  readonly seq: number;
  readonly hash: string;
  readonly fault: ChainFault | undefined;
};

/** Begins before the first entry. */
export function startCheck(clinic: ClinicId, id: CaseId): ChainCheck {
  return { clinic, case: id, entries: 0, seq: 0, hash: GENESIS, fault: undefined };
}

/** Reads the next entry, in order of seq; after the first broken link it only counts. */
export function nextLink(check: ChainCheck, entry: LedgerEntry): ChainCheck {
  const read = { ...check, entries: check.entries + 1 };
  if (check.fault) return read;
  const fault = linkFault(check, entry);
  return fault ? { ...read, fault } : { ...read, seq: entry.seq, hash: entry.hash };
}

/** Every fault of the case, the first broken link before what is wrong with the head; empty when the chain holds. */
export function endCheck(check: ChainCheck, head: SignedHead | undefined): readonly ChainFault[] {
  const fault = headFault(check, head);
  return [check.fault, fault].filter((each) => each !== undefined);
}

/** The whole check of entries that are at hand. */
export function checkChain(
  clinic: ClinicId,
  id: CaseId,
  entries: Iterable<LedgerEntry>,
  head: SignedHead | undefined,
): readonly ChainFault[] {
  let check = startCheck(clinic, id);
  for (const entry of entries) check = nextLink(check, entry);
  return endCheck(check, head);
}

function linkFault({ clinic, case: id, seq, hash }: ChainCheck, entry: LedgerEntry): ChainFault | undefined {
  const due = seq + 1;
  const at = (code: ChainFault['code'], where: number): ChainFault => ({ code, clinic, case: id, seq: where });
  if (!isRow(entry)) return at('entry-altered', due);
  if (entry.clinic !== clinic || entry.case !== id) return at('entry-foreign', due);
  if (entry.seq > due) return at('entry-missing', due);
  if (entry.seq < due) return at('entry-out-of-order', entry.seq);
  if (entry.hash !== linkHash(entry)) return at('entry-altered', due);
  return entry.previous === hash ? undefined : at('entry-out-of-order', due);
}

/** A database can be made to hold what no writer wrote: text for a number, nothing for the payload. */
function isRow({ seq, at, payload }: LedgerEntry): boolean {
  return Number.isSafeInteger(seq) && Number.isSafeInteger(at) && payload instanceof Uint8Array;
}

function headFault(check: ChainCheck, head: SignedHead | undefined): ChainFault | undefined {
  const { clinic, case: id, seq, hash } = check;
  const at = (code: ChainFault['code'], where: number): ChainFault => ({ code, clinic, case: id, seq: where });
  if (head === undefined) return at('head-missing', seq);
  if (head.clinic !== clinic || head.case !== id) return at('head-differs', head.seq);
  if (check.fault) return undefined;
  if (head.seq > seq) return at('entry-missing', seq + 1);
  if (head.seq < seq) return at('entries-after-head', head.seq + 1);
  return head.hash === hash ? undefined : at('head-differs', head.seq);
}
