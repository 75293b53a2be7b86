/**
 * Is the record what it was when it was written? Each entry carries the hash of the one before it, and the server signs
 * the head of every chain, so an entry edited, deleted, moved or slipped in is found and named (H17).
 *
 * The hash is over the sealed bytes, so a case whose key has been destroyed can still be verified.
 */
import type { CaseId, ClinicId, EventId } from '../base/ids.ts';

/** One row of the ledger. What happened, and who did it, is inside `payload`, sealed with the key of the case. */
export type LedgerEntry = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  /** 1, 2, 3 … */
  readonly seq: number;
  readonly id: EventId;
  readonly at: number;
  readonly payload: Uint8Array;
  /** Hash of the entry before; `GENESIS` for the first. 64 hexadecimal digits. */
  readonly previous: string;
  readonly hash: string;
};

/** Hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** The newest entry of a case, signed by the server: Ed25519 over `headText`, base64url. seq 0 = nothing written. */
export type SignedHead = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
  /** Which of the server's signing keys, 16 hexadecimal digits. */
  readonly key: string;
};

/**
 * At an instant, the heads of all cases of a clinic that moved since the last anchor; chained and signed. Also written
 * to a file outside the database, so that a database set back in time is found.
 */
export type Anchor = {
  readonly clinic: ClinicId;
  readonly seq: number;
  readonly at: number;
  /** case → [seq, hash] of every head that moved, keys sorted. */
  readonly heads: Readonly<Record<string, readonly [seq: number, hash: string]>>;
  readonly previous: string;
  readonly hash: string;
  readonly signature: string;
  readonly key: string;
};
