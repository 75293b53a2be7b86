/**
 * A quiet reminder, once a day at most and only where the day is still empty: no sound, no vibration, no drug in its words
 * (H30, H31). It works while the page is open, in front or behind; a browser wakes no page up by itself, and this says so.
 */
import { computed, signal } from '@preact/signals';
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { ok } from '../../../../src/base/result.ts';
import { phoneFault } from '../fault.ts';
import { course, phase } from '../here.ts';
import type { Kept } from '../keep.ts';
import { calendarText } from './calendar-file.ts';
import { dayText, newId, today } from './device.ts';

export type Reminder = {
  /** "20:30", as the phone shows time. */
  readonly time: string;
  readonly title: string;
  /** Last day on which it was shown. */
  readonly shown?: string;
};

const KEY = 'titrial-reminder';
const kept = signal<Reminder | undefined>(read());

/** What is set, and what this browser can: 'open-only' = while the page is open; 'denied' and 'none' = not at all. */
export const reminder = computed(() => ({
  time: kept.value?.time,
  reach: permission.value === 'granted' ? 'open-only' : permission.value === 'default' ? 'ask' : permission.value,
}));
const permission = signal<NotificationPermission | 'none'>(permissionNow());

function permissionNow(): NotificationPermission | 'none' {
  return typeof Notification === 'undefined' ? 'none' : Notification.permission;
}

function read(): Reminder | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return typeof value === 'object' && value !== null && 'time' in value ? (value as Reminder) : undefined;
  } catch {
    return undefined;
  }
}

function keep(value: Reminder | undefined): void {
  kept.value = value;
  try {
    if (value) localStorage.setItem(KEY, JSON.stringify(value));
    else localStorage.removeItem(KEY);
  } catch {
    // It then lasts as long as the page.
  }
}

/** Sets the time, asking the browser for leave; undefined turns it off. `title` is neutral and in the page's language. */
export async function setReminder(time: string | undefined, title: string): Kept<undefined> {
  if (time === undefined) {
    keep(undefined);
    return ok(undefined);
  }
  if (permissionNow() === 'default') await Notification.requestPermission();
  permission.value = permissionNow();
  if (permission.value !== 'granted') return phoneFault('reminder-not-allowed');
  keep({ time, title });
  return ok(undefined);
}

/** A file for the phone's own calendar: the reminder that comes whether or not a page is open. */
export function calendarFile(time: string, title: string): string {
  const stamp = new Date().toISOString();
  return calendarText({ time, from: dayText(today.value), title, uid: `${newId()}@titrial`, stamp });
}

const LOOK_EVERY = 30_000;

/** Looks at the clock while the page is open. */
export function keepReminding(): void {
  const look = (): void => void remind().catch(() => {});
  setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
}

async function remind(): Promise<void> {
  const set = kept.value;
  const day = formatLocalDate(today.value);
  if (!set || set.shown === day || permissionNow() !== 'granted' || phase.value !== 'ready') return;
  const now = new Date();
  const clock = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  // Another tab may have shown it meanwhile.
  if (clock < set.time || course.value.days[day] !== undefined || read()?.shown === day) return;
  keep({ ...set, shown: day });
  const quiet = { silent: true, tag: 'titrial-reminder' };
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker) await worker.showNotification(set.title, quiet);
  else new Notification(set.title, quiet);
}
