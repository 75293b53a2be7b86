/**
 * How does a store in memory keep from eating the machine? It counts what is written to it and is full past a size, as a disk
 * would be: whoever is let in without a secret must not be able to end the process that keeps real records (H15).
 */
import { type LedgerBatch, type Storage, StorageError } from '../records/ports.ts';

/** What a row costs besides its payload, in bytes, taken generously. */
const ROW = 700;

/** The store, refusing with `full` to take more than `bytes`. `unlimited`: not counted while it says so. */
export function boundedStorage(
  storage: Storage,
  bytes: number,
  unlimited: () => boolean,
): Storage & { readonly isFull: () => boolean } {
  let used = 0;
  const isFull = (): boolean => used + ROW > bytes;
  const take = (size: number): void => {
    if (unlimited()) return;
    if (used + size > bytes) throw new StorageError('full', new Error('the store is as large as it may be'));
    used += size;
  };
  const { ledger, people, access, findings } = storage;
  return {
    ...storage,
    ledger: {
      ...ledger,
      append: async (batch) => {
        take(sizeOf(batch));
        return ledger.append(batch);
      },
    },
    people: {
      ...people,
      addSession: async (session) => {
        take(ROW);
        return people.addSession(session);
      },
      addInvitation: async (invitation) => {
        take(ROW);
        return people.addInvitation(invitation);
      },
      addChallenge: async (challenge) => {
        take(ROW);
        return people.addChallenge(challenge);
      },
      savePerson: async (person) => {
        take(ROW);
        return people.savePerson(person);
      },
      // Nothing in it is worth guessing, and whoever tries often must not lock others out.
      countTry: async () => 1,
    },
    access: {
      ...access,
      add: async (accesses) => {
        take(accesses.length * ROW);
        return access.add(accesses);
      },
    },
    findings: {
      ...findings,
      add: async (finding) => {
        take(ROW + finding.payload.length);
        return findings.add(finding);
      },
    },
    isFull,
    check: async () => {
      if (isFull()) throw new StorageError('full', new Error('the store is as large as it may be'));
      return storage.check();
    },
  };
}

/** A snapshot takes the place of the one before; counting it whole errs on the safe side. */
function sizeOf({ entries, snapshot }: LedgerBatch): number {
  const payloads = entries.reduce((sum, { payload }) => sum + payload.length + ROW, 0);
  return ROW + payloads + (snapshot?.payload.length ?? 0);
}
