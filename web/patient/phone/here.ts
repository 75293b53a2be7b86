/**
 * What is known here and now? The open store of one person, and everything read from it as signals: other tabs write as
 * well, and each sees what the others kept at once (H9, H10).
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CaseId } from '../../../src/base/ids.ts';
import type { CaseItemJson } from '../../../src/http/schema/case-json.ts';
import type { MeJson } from '../../../src/http/schema/people-json.ts';
import type { CaseState } from '../../../src/records/case-state.ts';
import { courseOf, planHere } from './course.ts';
import { today } from './device/device.ts';
import { type KeptFinding, type KeptPermitted, type Marks, markOwner, readOwner, type Told } from './kept/marks.ts';
import { allRows, alone, getMark, openStore, type Row, reading, type Store, storeName } from './kept/store.ts';

export type Phase = 'loading' | 'signed-out' | 'no-case' | 'choose-case' | 'ready';

/** Before anything is known of the person: looking, or nobody is in. Afterwards the phase follows from the cases. */
export const beforePerson = signal<'loading' | 'signed-out'>('loading');
export const me = signal<MeJson | undefined>();
export const cases = signal<readonly CaseItemJson[]>([]);
/** The clinic has told which cases there are, now or in the past. */
export const casesKnown = signal(false);
export const chosen = signal<CaseId | undefined>();
export const told = signal<Told | undefined>();
export const rows = signal<readonly Row[]>([]);
export const permitted = signal<KeptPermitted | undefined>();
export const finding = signal<KeptFinding | undefined>();
export const lastOk = signal<number | undefined>();
export const wiped = signal<Marks['wiped'] | undefined>();
export const stopLate = signal<Marks['stopLate'] | undefined>();
/** The store could not be opened, or was taken away. */
export const storeBroken = signal(false);

export const phase: ReadonlySignal<Phase> = computed(() => {
  if (me.value === undefined) return beforePerson.value;
  if (told.value?.state) return 'ready';
  if (chosen.value !== undefined || !casesKnown.value) return 'loading';
  return cases.value.length === 0 ? 'no-case' : 'choose-case';
});

export const course: ReadonlySignal<CaseState> = computed(() => {
  const state = told.value?.state;
  const person = me.value?.person;
  if (!state || !person) throw new RangeError('there is no course before the phase is "ready"');
  return courseOf(state, rows.value, person);
});

export const plan = computed(() => planHere(course.value, rows.value, today.value));

type Open = {
  readonly name: string;
  readonly store: Store;
  /** There was nothing here before; false once that has been looked into. */
  isNew: boolean;
  readonly told: BroadcastChannel;
};
let open: Open | undefined;

/** The store that is open; undefined = none. */
export const openNow = (): Open | undefined => open;

/** Opens the store of this person and reads it; what was known of somebody else is gone from the page. */
export async function openFor(person: Pick<MeJson, 'clinic' | 'person'>): Promise<void> {
  const name = storeName(person.clinic, person.person);
  if (open?.name === name) return;
  closeStore();
  try {
    const { store, isNew } = await openStore(name, (lost) => {
      if (open?.store === lost) closeStore();
      storeBroken.value = true;
    });
    const channel = new BroadcastChannel(name);
    channel.onmessage = () => void readStore().catch(() => {});
    open = { name, store, isNew, told: channel };
    storeBroken.value = false;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    storeBroken.value = true;
    return;
  }
  await readStore();
}

/** Nothing of the person is on the page any more. */
export function closeStore(): void {
  open?.told.close();
  open?.store.close();
  open = undefined;
  newsRead = undefined;
  batch(() => {
    me.value = chosen.value = told.value = permitted.value = finding.value = undefined;
    lastOk.value = wiped.value = stopLate.value = undefined;
    rows.value = [];
    cases.value = [];
    casesKnown.value = false;
  });
}

/** Reads what is small anew, and what the clinic told only when that has changed. */
export async function readStore(): Promise<void> {
  const { store } = open ?? {};
  if (!store) return;
  const tx = reading(store);
  const mark = <K extends keyof Marks>(key: K) => getMark(tx, key);
  const [waiting, who, list, id, ok, lost, late] = await Promise.all([
    allRows(tx),
    mark('me'),
    mark('cases'),
    mark('chosen'),
    mark('lastOk'),
    mark('wiped'),
    mark('stopLate'),
  ]);
  const news = id === undefined ? undefined : `${id} ${await mark(`news:${id}`)}`;
  const read =
    id === undefined || news === newsRead
      ? undefined
      : await Promise.all([mark(`told:${id}`), mark(`permitted:${id}`), mark(`finding:${id}`)]);
  if (open?.store !== store) return;
  newsRead = news;
  batch(() => {
    rows.value = waiting;
    if (who) me.value = who;
    cases.value = list ?? [];
    casesKnown.value = list !== undefined;
    chosen.value = id;
    if (id === undefined) told.value = permitted.value = finding.value = undefined;
    if (read) [told.value, permitted.value, finding.value] = read;
    lastOk.value = ok;
    wiped.value = lost;
    stopLate.value = late;
  });
}

/** Which case and which news of it are on the page. */
let newsRead: string | undefined;

/** Lets the page and the other tabs see what was written. */
export async function wrote(): Promise<void> {
  await readStore();
  open?.told.postMessage('written');
}

/** Acts that look first and then write go one after another, whichever tab they come from. */
export function writing<T>(act: (store: Store) => Promise<T>): Promise<T | undefined> {
  const now = open;
  if (!now) return Promise.resolve(undefined);
  return alone(`${now.name}:write`, async () => {
    await readStore();
    const value = await act(now.store);
    await wrote();
    return value;
  });
}

/** Whose phone it is from now on. */
export function belongsTo({ clinic, person }: MeJson): void {
  const before = readOwner();
  if (before?.clinic !== clinic || before.person !== person) markOwner({ clinic, person });
}
