/**
 * What does this device know by itself: its clock, its civil day, and chance for names? The day is the one the phone
 * shows; it moves at midnight and when the phone wakes up (H9, H33).
 */
import { signal } from '@preact/signals';
import { formatLocalDate, type LocalDate, localDate } from '../../../../src/base/calendar.ts';
import { type Id, idFrom } from '../../../../src/base/ids.ts';
import type { DeviceClock } from '../../../../src/records/event.ts';

const civilDay = (at: Date): LocalDate => localDate(at.getFullYear(), at.getMonth() + 1, at.getDate());

export const today = signal<LocalDate>(civilDay(new Date()));

/** The device's clock now. */
export function deviceClock(): DeviceClock {
  const at = new Date();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  // Minutes east of UTC; "|| 0" makes no negative zero of Greenwich.
  const offsetMinutes = -at.getTimezoneOffset() || 0;
  return { instant: at.getTime(), offsetMinutes, ...(zone ? { zone } : {}) };
}

let named = 0;

/**
 * A fresh name, made here so that sending twice is recognised. Each sorts after the one before: of two entries of the same
 * millisecond the name says which came later.
 */
export function newId<Of extends string>(): Id<Of> {
  named = Math.max(Date.now(), named + 1);
  return idFrom<Of>(named, crypto.getRandomValues(new Uint8Array(10)));
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Follows the calendar: at midnight by a timer, and at every waking, which a sleeping phone's timers miss. */
export function followDays(): void {
  const look = (): void => {
    const now = new Date();
    today.value = civilDay(now);
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(1_000, midnight - now.getTime() + 500));
  };
  look();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  window.addEventListener('pageshow', look);
}

/** "2026-03-29", as the server reads a day. */
export const dayText = formatLocalDate;
