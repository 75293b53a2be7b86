/**
 * What does the phone keep, and where? One database for a person of a clinic (the demonstration has its own): what the
 * clinic has told, what waits to be sent, and marks. A write is answered when it is on the disk (H10, H15, H16).
 */

import type { LocalDate } from '../../../../src/base/calendar.ts';
import type { CaseId, ClinicId, EventId, PersonId, RequestId, TrialId } from '../../../../src/base/ids.ts';
import type { KeepAs } from '../../../../src/records/entry-rules.ts';
import type { EventOf } from '../../../../src/records/event.ts';
import type { StopWhy } from '../../../../src/records/event-trial.ts';
import { isDemonstration } from '../../../kit/ask.ts';
import { answered, openDatabase, writeAll } from './database.ts';
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
  readonly keepAs?: KeepAs;
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
/** `ends`: a trial, and why; without it the drug is stopped as a whole. */
export type StopRow = Common & {
  readonly what: 'stop';
  readonly id: EventId;
  readonly ends?: { readonly trial: TrialId; readonly why: StopWhy };
};
export type Row = EntryRow | RequestRow | StopRow;
export type NewRow = Row extends infer R ? (R extends Row ? Omit<R, 'n' | 'state' | 'sent'> : never) : never;

export type Store = IDBDatabase;
export type StoreName = 'told' | 'outbox' | 'marks';

const PREFIX = (): string => (isDemonstration() ? 'titrial-demonstration' : 'titrial-phone');
export const storeName = (clinic: ClinicId, person: PersonId): string => `${PREFIX()}:${clinic}:${person}`;

/** `onLost`: another tab wants the store away, or the browser took it. */
export async function openStore(
  name: string,
  onLost: (store: Store) => void,
): Promise<{ readonly store: Store; readonly isNew: boolean }> {
  const { database, isNew } = await openDatabase(name, makeStores, (lost) => {
    lost.close();
    onLost(lost);
  });
  return { store: database, isNew };
}

function makeStores(database: IDBDatabase): void {
  database.createObjectStore('told', { keyPath: ['case', 'seq'] });
  database.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
  database.createObjectStore('marks');
}

/** One write of everything or nothing, on the disk before it returns. */
export const write: <T>(
  store: Store,
  stores: readonly StoreName[],
  act: (tx: IDBTransaction) => Promise<T> | T,
) => Promise<T> = writeAll;

/** For looking at rows and marks as they stand together. */
export const reading = (store: Store): IDBTransaction => store.transaction(['outbox', 'marks', 'told']);

export const allRows = (tx: IDBTransaction): Promise<Row[]> => answered(tx.objectStore('outbox').getAll());
export const getRow = (tx: IDBTransaction, n: number): Promise<Row | undefined> =>
  answered(tx.objectStore('outbox').get(n));
/** A row with its place is written over; a new one gets the next. */
export const putRow = (tx: IDBTransaction, row: Row | Omit<Row, 'n'>): void => void tx.objectStore('outbox').put(row);
export const dropRow = (tx: IDBTransaction, { n }: Row): void => void tx.objectStore('outbox').delete(n);

export const getMark = <K extends keyof Marks>(tx: IDBTransaction, key: K): Promise<Marks[K] | undefined> =>
  answered(tx.objectStore('marks').get(key));
export const putMark = <K extends keyof Marks>(tx: IDBTransaction, key: K, mark: Marks[K]): void =>
  void tx.objectStore('marks').put(mark, key);
export const dropMark = (tx: IDBTransaction, key: keyof Marks): void => void tx.objectStore('marks').delete(key);

/** Every event told of the case, in order. */
export const allTold = (tx: IDBTransaction, id: CaseId): Promise<ToldEvent[]> =>
  answered(tx.objectStore('told').getAll(toldOf(id)));
const toldOf = (id: CaseId): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
export const dropTold = (tx: IDBTransaction, id: CaseId): void => void tx.objectStore('told').delete(toldOf(id));
export const putTold = (tx: IDBTransaction, event: ToldEvent): void => void tx.objectStore('told').put(event);

/** Only one tab at a time, where the browser can see to that; elsewhere one act at a time in this tab. */
export function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(name, act);
  const after = (queues.get(name) ?? Promise.resolve()).then(act, act);
  queues.set(name, after);
  return after;
}
const queues = new Map<string, Promise<unknown>>();
