/** Rows to store: ids in order, cases, people, batches that fit together. What a store does not look into is short. */
import { createHash } from 'node:crypto';
import { type ClinicId, type Id, parseId } from '../../src/base/ids.ts';
import { GENESIS, type LedgerEntry, type SignedHead } from '../../src/records/ledger.ts';
import type { CaseTie, Person } from '../../src/records/person.ts';
import type { CaseRow, LedgerBatch, StoredFinding } from '../../src/records/ports.ts';

/** An id that sorts by its number. */
export function id<Of extends string>(number: number): Id<Of> {
  const read = parseId<Of>(`01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);
  if (!read.ok) throw new RangeError(`not an id: ${number}`);
  return read.value;
}

/** Two clinics that share every other id. */
export const CLINIC: ClinicId = id(1);
export const OTHER: ClinicId = id(2);

/** Any number of bytes that say which they are. */
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

type Place = { readonly clinic?: ClinicId; readonly case?: number };

/** Entry `seq` of a case; its event id is its number unless another is given. */
export function entry(seq: number, { clinic = CLINIC, case: number = 100 }: Place = {}, event = seq): LedgerEntry {
  const previous = seq === 1 ? GENESIS : hashOf(`${number}/${seq - 1}`);
  return {
    ...{ clinic, case: id(number), seq, id: id(1_000_000 + event), at: 1_000 + seq },
    ...{ payload: bytes(`payload ${number}/${seq}/${event}`), previous, hash: hashOf(`${number}/${seq}`) },
  };
}

export function head(seq: number, { clinic = CLINIC, case: number = 100 }: Place = {}): SignedHead {
  return {
    ...{ clinic, case: id(number), seq, hash: hashOf(`${number}/${seq}`) },
    ...{ signature: `signature ${seq}`, key: '0123456789abcdef' },
  };
}

export function row(changes: Partial<CaseRow> = {}): CaseRow {
  return {
    ...{ clinic: CLINIC, case: id(100), patient: id(7), label: 'MK 1', status: 'open' },
    ...{ lastDay: '', planUntil: '', attention: [], openedAt: 1_000, changedAt: 1_000, diarySeq: 0 },
    ...changes,
  };
}

/** A batch of `count` entries after `expected`; `changes` go over it. */
export function batch(
  expected: number,
  count: number,
  place: Place = {},
  changes: Partial<LedgerBatch> = {},
): LedgerBatch {
  const { clinic = CLINIC, case: number = 100 } = place;
  return {
    ...{ clinic, case: id(number), expected },
    entries: Array.from({ length: count }, (_, i) => entry(expected + 1 + i, place)),
    head: head(expected + count, place),
    row: row({ clinic, case: id(number), label: `MK ${number}`, changedAt: 1_000 + expected + count }),
    ...(expected === 0 ? { key: bytes(`key of ${number}`) } : {}),
    ...changes,
  };
}

export function tie(person: number, relation: CaseTie['relation'], changes: Partial<CaseTie> = {}): CaseTie {
  return { clinic: CLINIC, case: id(100), person: id(person), relation, since: 1_000, ...changes };
}

export function person(number: number, changes: Partial<Person> = {}): Person {
  return {
    ...{ clinic: CLINIC, person: id(number), name: `Person ${number}`, roles: ['patient'], state: 'active', at: 5 },
    ...changes,
  };
}

export function finding(number: number, changes: Partial<StoredFinding> = {}): StoredFinding {
  return {
    ...{ clinic: CLINIC, case: id(100), finding: id(number), diarySeq: 1, dataHash: hashOf(`${number}`) },
    ...{ revision: '1', at: 5_000 + number, payload: bytes(`finding ${number}`) },
    ...changes,
  };
}
