/**
 * Why was something not kept or done? Rules of the diary as the server has them, a sentence of the clinic's server, or
 * what only this phone can know. Each code of the phone's own has words in the pack of the page.
 */
import { err } from '../../../src/base/result.ts';
import type { DiaryRefusal, KeepAs } from '../../../src/records/entry-rules.ts';
import type { Refusal } from '../../kit/ask.ts';

export type PhoneFaultCode =
  /** Nobody is signed in and no case is chosen, so there is nothing to write to. */
  | 'not-ready'
  /** Needs the clinic, and it cannot be reached. */
  | 'offline'
  | 'signed-out'
  /** The phone's store is full, or does not work. Nothing was kept. */
  | 'phone-full'
  | 'phone-broken'
  | 'case-not-open'
  /** The drug was stopped on this phone; the clinic has not been told yet. */
  | 'stopped-here'
  /** A dose of that day was not taken by the clinic, and waits for a decision here. */
  | 'dose-undecided'
  /** Carers keep the diary; this is the patient's own. */
  | 'not-for-carers'
  /** A patient alone has nobody to ask. */
  | 'nobody-to-ask'
  | 'lower-dose-missing'
  | 'no-step-here'
  | 'nothing-said'
  /** Entries have not been sent; leaving would lose them. */
  | 'unsent-entries'
  | 'no-such-entry'
  /** The browser may not show reminders, or cannot. */
  | 'reminder-not-allowed'
  /** An answer came that is none. */
  | 'answer-unreadable';

export type ActFault =
  | { readonly code: PhoneFaultCode }
  /** A rule of the diary; `keepAs`: what a dose that was taken can be kept as instead. */
  | { readonly code: DiaryRefusal['code']; readonly refusal: DiaryRefusal; readonly keepAs?: KeepAs }
  /** The clinic's server said no; `detail` is its sentence in the language of the page, `told` its code. */
  | { readonly code: 'clinic-refused'; readonly detail: string; readonly told: string };

export const phoneFault = (code: PhoneFaultCode): { readonly ok: false; readonly error: ActFault } => err({ code });

/** What a refused request means here. */
export function faultOf(refusal: Refusal): ActFault {
  if (refusal.from === 'page') return { code: refusal.code === 'unreachable' ? 'offline' : 'answer-unreadable' };
  if (refusal.code === 'not-signed-in') return { code: 'signed-out' };
  return { code: 'clinic-refused', detail: refusal.detail, told: refusal.code };
}

/** What a store that failed means; anything but a failing store is a bug and goes on. */
export function storeFault(error: unknown): ActFault {
  if (!(error instanceof DOMException)) throw error;
  return { code: error.name === 'QuotaExceededError' ? 'phone-full' : 'phone-broken' };
}
