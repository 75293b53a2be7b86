/**
 * Why something was not kept or done, in English: what happened, what is safe, what to do next. Every code of the diary's
 * rules and of the phone has its sentence; what the server refuses it says itself, in the page's language.
 */
import type { DiaryRefusal } from '../../../../src/records/entry-rules.ts';

export type PhoneCode =
  | ('not-ready' | 'offline' | 'signed-out' | 'phone-full' | 'phone-broken' | 'case-not-open' | 'stopped-here')
  | ('dose-undecided' | 'not-for-carers' | 'nobody-to-ask' | 'lower-dose-missing' | 'no-step-here' | 'nothing-said')
  | (
      | 'unsent-entries'
      | 'no-such-entry'
      | 'reminder-not-allowed'
      | 'answer-unreadable'
      | 'clinic-refused'
      | 'unreachable'
      | 'other'
    );

const OUTSIDE = 'If you took it, note it as a dose outside the plan: tap "Different".';
const OURS = 'This is a fault of the page, not yours. Nothing was changed. Load the page again.';

export const refusedWords: Readonly<Record<DiaryRefusal['code'] | PhoneCode, string>> = {
  // ── the phone
  'not-ready': 'The diary is not open yet. Wait a moment and try again.',
  offline: 'There is no connection. This needs one; try again when you are online.',
  unreachable: 'There is no connection. This needs one; try again when you are online.',
  'signed-out': 'You are signed out. Sign in and try again. What you wrote is safe on this phone.',
  'phone-full': 'This phone has no room left, so it was not kept. Make some room, then try again.',
  'phone-broken': 'This phone could not keep it. Close the page, open it again, then try once more.',
  'stopped-here': 'You have stopped. No dose is open until a new plan is signed.',
  'dose-undecided': 'An earlier note about this dose was not taken by the clinic. Decide about that one first.',
  'not-for-carers': 'Only the patient can do this.',
  'nobody-to-ask': 'There is no clinic here to ask. Speak with the doctor who prescribes.',
  'lower-dose-missing': 'Choose which lower dose it was.',
  'no-step-here': 'The plan has no such step from here.',
  'nothing-said': 'Nothing was chosen yet.',
  'unsent-entries': 'Some entries have not been told to the clinic. Connect first, or they are lost.',
  'no-such-entry': 'This entry is not on this phone any more. Load the page again.',
  'reminder-not-allowed': 'Your browser does not allow reminders from this page.',
  'answer-unreadable': 'The answer of the clinic could not be read. Try again in a moment.',
  'clinic-refused': 'The clinic did not accept this. Nothing was changed.',
  other: 'That did not work. Nothing was changed. Try again in a moment.',
  // ── the plan
  'no-plan-signed': `No plan has been signed yet. ${OUTSIDE}`,
  'plan-waits-for-second-signature': `The plan waits for a second signature. ${OUTSIDE}`,
  'plan-not-yet-valid': `The plan has not begun yet. ${OUTSIDE}`,
  'plan-past-its-last-day': `The plan is past its last day. ${OUTSIDE}`,
  'plan-was-ended': `The plan was ended. ${OUTSIDE}`,
  'therapy-stopped': `The drug was stopped. ${OUTSIDE}`,
  'in-blinded-trial': 'You are in a trial: take its kits, and nothing of the plan.',
  'trial-over': `Your trial is over; no plan has been signed since. ${OUTSIDE}`,
  'case-not-open': 'Your case is closed. Nothing more is kept. Call your clinic.',
  'dose-in-baseline': `These are days without the drug. ${OUTSIDE}`,
  'dose-not-taken-not-zero': OURS,
  'dose-not-of-the-plan': `This is not the dose of the plan. ${OUTSIDE}`,
  'slot-filled': 'This day has its dose already. Tap "Change" to put it right. Never take two.',
  'red-flag-open': `You reported a serious sign. No dose is open until your clinic has cleared it. ${OUTSIDE}`,
  'screening-forbids': `The safety check forbids this drug for now. ${OUTSIDE}`,
  'too-soon': `The dose before was less than 18 hours ago. Wait. ${OUTSIDE}`,
  'dose-closed': `The plan leaves no dose open today. ${OUTSIDE}`,
  // ── the trial
  'no-trial-running': 'No trial runs on this day.',
  'kit-not-of-the-day': 'This is not the kit of this day. Look at the code on the kit.',
  'kit-not-dispensed': 'The kit of this day has not been handed out yet. Call your clinic.',
  'kit-past-its-date': 'The kit of this day is past its date. Do not use it. Call your clinic.',
  'kit-slot-filled': 'This day has its capsule already. Tap "Change" to put it right. Never take two.',
  'day-has-another-dose': 'This day already has a dose outside the trial. Take no capsule today.',
  'day-has-capsule': `You took a capsule of the trial on this day. Take no dose beside it. ${OUTSIDE}`,
  'trial-unknown': OURS,
  'period-not-begun': OURS,
  'guess-too-early': 'It is too early to say. You will be asked at the end of the kit.',
  'guess-too-late': 'The days for this question are over.',
  'guess-given-already': 'You have answered this already.',
  'allocation-is-open': 'The trial has been opened. Guesses are closed.',
  // ── the entry
  'entry-unreadable': OURS,
  'id-unreadable': OURS,
  'id-holds-another-entry': OURS,
  'device-clock-ahead': 'The clock of this phone is more than a day ahead. Set it right and try again.',
  'device-clock-behind': 'The clock of this phone is too far behind. Set it right and try again.',
  'date-in-future': 'This day has not come yet.',
  'too-far-back': 'This day is too long ago. Only today, yesterday and the day before can be filled in.',
  'back-fill-mark-missing': OURS,
  'proxy-mark-missing': OURS,
  'entry-unknown': 'The note this one corrects has not arrived yet. It will be tried again.',
  'correction-changes-kind': OURS,
  'correction-changes-date': OURS,
};
