/**
 * The phone: signals and acts, everything the patient's views need and nothing else. Every act is on this device's disk
 * before it is answered, and goes to the clinic when it can (H8, H9, H10, H15, H16).
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { LocalDate } from '../../../src/base/calendar.ts';
import type { CaseId } from '../../../src/base/ids.ts';
import { ok } from '../../../src/base/result.ts';
import { language } from '../../kit/language.ts';
import { followDays } from './device/device.ts';
import { lasting, lookWhetherLasting } from './device/lasting.ts';
import { keepPageOffline } from './device/offline.ts';
import { keepReminding } from './device/reminder.ts';
import * as here from './here.ts';
import type { Kept } from './keep.ts';
import { readOwner } from './kept/marks.ts';
import { dropMark, putMark, type Row, type RowRefusal, write } from './kept/store.ts';
import { clockOff, net, outdated } from './meeting/net.ts';
import { keepSending, sendSoon } from './meeting/send-soon.ts';
import { sync as meet, syncByItself } from './meeting/sync.ts';

export { today } from './device/device.ts';
export { newVersion } from './device/offline.ts';
export { calendarFile, reminder, setReminder } from './device/reminder.ts';
export {
  correct,
  dropRefused,
  keepDay,
  keepRefusedAsTaken,
  recordDose,
  reportChange,
  reportRedFlag,
  reportSideEffect,
  reportUnplannedDose,
} from './diary.ts';
export type { ActFault, PhoneFaultCode } from './fault.ts';
export { cases, chosen as caseId, course, finding, me, type Phase, permitted, phase, plan } from './here.ts';
export { doseGrounds } from './keep.ts';
export { exportMyData, leave, signOutHere } from './leaving.ts';
export { ask, computeFinding, recordProducts, stopNow, takeMove } from './orders.ts';
export { agreeToTrial, endTrial, giveGuess, recordKit } from './trial.ts';

/** In which capacity the diary is kept. */
export const as = computed(() => here.told.value?.as ?? 'patient');
/** Names by id, as last told. */
export const people: ReadonlySignal<Readonly<Record<string, string>>> = computed(() => here.told.value?.people ?? {});

/** Something the clinic did not take, with its sentence; it waits for a decision here. */
export type RefusedEntry = Row & { readonly refusal: RowRefusal };

export type SyncState = {
  /** Entries, requests and stops that the clinic has not got. */
  readonly waiting: number;
  readonly refused: readonly RefusedEntry[];
  readonly lastOk?: number;
  readonly state: 'idle' | 'sending' | 'offline' | 'signed-out' | 'refused';
  readonly clockOff: boolean;
  /** The browser has promised to keep what is here. */
  readonly lasting: boolean;
  readonly wiped?: { readonly lastDay?: LocalDate };
  /** A stop made without a connection counts for the clinic from `told` on, not from `asked`. */
  readonly stopLate?: { readonly asked: LocalDate; readonly told: LocalDate };
  /** The clinic is newer than this page: close it and open it again. */
  readonly outdated: boolean;
  /** The store of this phone does not work: nothing can be kept. */
  readonly broken: boolean;
};

export const sync: ReadonlySignal<SyncState> = computed(() => {
  const rows = here.rows.value;
  const refused = rows.filter((row): row is RefusedEntry => row.state === 'refused' && row.refusal !== undefined);
  const lastOk = here.lastOk.value;
  const wiped = here.wiped.value;
  const stopLate = here.stopLate.value;
  return {
    waiting: rows.filter(({ state }) => state === 'waiting').length,
    refused,
    ...(lastOk === undefined ? {} : { lastOk }),
    state: stateOf(refused.length),
    clockOff: clockOff.value,
    lasting: lasting.value,
    ...(wiped ? { wiped } : {}),
    ...(stopLate ? { stopLate } : {}),
    outdated: outdated.value,
    broken: here.storeBroken.value,
  };
});

function stateOf(refused: number): SyncState['state'] {
  if (net.value === 'signed-out' || net.value === 'offline') return net.value;
  if (refused > 0) return 'refused';
  return net.value === 'sending' ? 'sending' : 'idle';
}

/** Opens what is on the phone, and begins to meet the clinic. Call once. */
export async function start(): Promise<void> {
  followDays();
  keepSending(syncByItself);
  window.addEventListener('offline', () => {
    net.value = 'offline';
    sendSoon(0);
  });
  void lookWhetherLasting();
  const owner = readOwner();
  if (owner) await here.openFor(owner);
  // Now, and when the reader chooses another language: what the clinic tells in sentences is asked for anew.
  language.subscribe(() => sendSoon(0));
  keepReminding();
  await keepPageOffline();
}

/** Which diary, for somebody who keeps several. */
export async function chooseCase(id: CaseId): Promise<void> {
  await here.writing((store) => write(store, ['marks'], (tx) => putMark(tx, 'chosen', id)));
  sendSoon(0);
}

/** Meets the clinic now, because somebody asks. */
export async function refreshNow(): Kept<undefined> {
  const fault = await meet('asked');
  return fault ? { ok: false, error: fault } : ok(undefined);
}

/** The person has read what was lost and what came back. */
export const dismissWiped = (): Promise<void> => dismiss('wiped');

/** The person has read from which day the stop counts. */
export const dismissStopLate = (): Promise<void> => dismiss('stopLate');

async function dismiss(mark: 'wiped' | 'stopLate'): Promise<void> {
  await here.writing((store) => write(store, ['marks'], (tx) => dropMark(tx, mark)));
}
