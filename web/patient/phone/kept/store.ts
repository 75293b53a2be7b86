/**
 * What does the phone keep, and where? One database for a person of a clinic (the demonstration has its own): what the
 * clinic has told, what waits to be sent, and marks. A write is answered when it is on the disk (H10, H15, H16).
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseId, ClinicId, EventId, PersonId, RequestId } from '../../../../src/base/ids.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import { isDemonstration } from '../../../kit/ask.ts';
import type { Marks } from './marks.ts';

/** An event as the server told it, in the form in which it is kept for ever. */
export type ToldEvent = {
  readonly case: CaseId;
  readonly seq: number;
  readonly id: EventId;
  readonly at: number;
  readonly by: PersonId;
  readonly event: unknown;
};

/** Why the clinic did not take something. `again`: the same may pass later, so it is sent again by itself. */
export type RowRefusal = {
  readonly code: string;
  readonly detail: string;
  readonly again: boolean;
  readonly keepAs?: 'unplanned-dose-reported';
};

type Common = {
  /** Order of entry, given by the store. */
  readonly n: number;
  readonly case: CaseId;
  readonly day: LocalDate;
  /** Device's clock. */
  readonly at: number;
  /** 'kept': the clinic has it; it leaves when the clinic has told it back. */
  readonly state: 'waiting' | 'kept' | 'refused';
  /** It may have reached the clinic, so it is never changed any more. */
  readonly sent: boolean;
  readonly refusal?: RowRefusal;
};
export type EntryRow = Common & { readonly what: 'entry'; readonly id: EventId; readonly event: unknown };
export type RequestRow = Common & {
  readonly what: 'request';
  readonly id: RequestId;
  readonly wish: EventOf<'request-made'>['wish'];
  readonly note: string;
};
export type StopRow = Common & { readonly what: 'stop'; readonly id: EventId };
export type Row = EntryRow | RequestRow | StopRow;
export type NewRow = Row extends infer R ? (R extends Row ? Omit<R, 'n' | 'state' | 'sent'> : never) : never;

interface Schema extends DBSchema {
  told: { key: [CaseId, number]; value: ToldEvent };
  outbox: { key: number; value: Row };
  marks: { key: string; value: Marks[keyof Marks] };
}
export type Store = IDBPDatabase<Schema>;
type Stores = ('told' | 'outbox' | 'marks')[];
export type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;

const PREFIX = (): string => (isDemonstration() ? 'titrial-demonstration' : 'titrial-phone');
export const storeName = (clinic: ClinicId, person: PersonId): string => `${PREFIX()}:${clinic}:${person}`;

/** `isNew`: there was nothing here before. `onClose`: another tab wants the store away, or the browser took it. */
export async function openStore(
  name: string,
  onClose: () => void,
): Promise<{ readonly store: Store; readonly isNew: boolean }> {
  let isNew = false;
  const store: Store = await openDB<Schema>(name, 1, {
    upgrade: (db) => {
      isNew = true;
      db.createObjectStore('told', { keyPath: ['case', 'seq'] });
      db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
      db.createObjectStore('marks');
    },
    blocking: () => {
      store.close();
      onClose();
    },
    terminated: onClose,
  });
  return { store, isNew };
}

/** One write of everything or nothing, on the disk before it returns. */
export async function write<T>(store: Store, stores: Stores, act: (tx: Writing) => Promise<T>): Promise<T> {
  const tx = store.transaction(stores, 'readwrite', { durability: 'strict' });
  try {
    const value = await act(tx);
    await tx.done;
    return value;
  } catch (error) {
    // What failed is told by `done` as well; aborting twice is no fault.
    tx.done.catch(() => {});
    try {
      tx.abort();
    } catch {
      // It ended by itself.
    }
    throw error;
  }
}

/** Only one tab at a time, where the browser can see to that; elsewhere one act at a time in this tab. */
export function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(name, act);
  const after = (queues.get(name) ?? Promise.resolve()).then(act, act);
  queues.set(name, after);
  return after;
}
const queues = new Map<string, Promise<unknown>>();
