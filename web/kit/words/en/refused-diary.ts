/**
 * Why an entry of a phone was not taken: what happened, that the phone still has it, and what to do. A dose that was taken
 * is never lost: it can be kept as a report (H10).
 */
import { formatLocalDate } from '../../../../src/base/calendar.ts';
import { formatDose } from '../../../../src/medicine/dose.ts';
import type { DiaryRefusal } from '../../../../src/records/entry-rules.ts';
import { REASON, STOP_RULE, say, type Words } from './plan.ts';
import { NO_PLAN } from './refused-plan.ts';
import { KIT_DOSE } from './trial-events.ts';

const ownReport = 'If it was taken, keep it as a dose outside the plan.';
const hours = (n: number): string => `${Math.floor(n)} hours`;

export const DIARY_REFUSED: Words<DiaryRefusal> = {
  ...NO_PLAN,
  'no-trial-running': ({ date }) => `No trial runs on ${formatLocalDate(date)}.`,
  'kit-not-of-the-day': ({ kit, wanted }) =>
    `Kit ${kit} is not of this day; that is ${wanted}. If it was taken, keep it as taken anyway.`,
  'kit-not-dispensed': ({ kit }) => `Kit ${kit} has not been handed out.`,
  'kit-past-its-date': ({ kit, usableUntil }) => `Kit ${kit} could be used until ${formatLocalDate(usableUntil)}.`,
  'kit-slot-filled': ({ kept }) =>
    `The day holds a capsule of kit ${kept.kit} already: ${KIT_DOSE[kept.status]}. Correct that entry instead.`,
  'day-has-another-dose': () => 'The day has a dose outside the trial already; no capsule is taken on it.',
  'day-has-capsule': () =>
    `A capsule of a trial was taken that day, and it may have held the drug. No dose is taken beside it. ${ownReport}`,
  'trial-unknown': () => 'The case has no such trial.',
  'period-not-begun': ({ period }) => `Period ${period + 1} of the trial has not begun.`,
  'guess-too-early': ({ from }) => `The guess is asked from ${formatLocalDate(from)} on.`,
  'guess-too-late': ({ until }) => `The guess could be given until ${formatLocalDate(until)}.`,
  'guess-given-already': () => 'The guess about this period has been given. The first one stands.',
  'allocation-is-open': ({ on }) => `The trial was opened on ${formatLocalDate(on)}; guesses are closed.`,
  'entry-unreadable': ({ faults }) =>
    `${faults.length === 1 ? 'One part of the entry' : `${faults.length} parts of the entry`} could not be read.`,
  'id-unreadable': () => 'The entry has no proper name of its own.',
  'id-holds-another-entry': () => 'Another entry has this name already. Give this one a name of its own.',
  'device-clock-ahead': () =>
    'The clock of the device is more than a day ahead. Put it right and keep the entry again.',
  'device-clock-behind': () =>
    'By the clock of the device the entry is older than the case. Put the clock right and keep the entry again.',
  'date-in-future': ({ date, latest }) =>
    `${formatLocalDate(date)} has not come yet; the latest day is ${formatLocalDate(latest)}.`,
  'too-far-back': ({ date, earliest }) =>
    `${formatLocalDate(date)} is too long ago to be kept; ${formatLocalDate(earliest)} is the earliest.`,
  'back-fill-mark-missing': () => 'The day was kept later, and the entry does not say so.',
  'proxy-mark-missing': () => 'The day was kept by somebody else than the patient, and the entry does not say so.',
  'entry-unknown': () => 'The entry this one corrects has not arrived yet. Send it first, then this one again.',
  'correction-changes-kind': () => 'A correction says something else about the same thing; this one is about another.',
  'correction-changes-date': ({ date }) => `The entry is about ${formatLocalDate(date)}. A correction keeps the day.`,
  'dose-in-baseline': () => `These are days without the drug. ${ownReport}`,
  'dose-not-taken-not-zero': () => 'A dose that was not taken is 0 mg.',
  'dose-not-of-the-plan': ({ dose, planned }) =>
    `${formatDose(dose)} is not the dose of the plan, which is ${formatDose(planned)}. ${ownReport}`,
  'slot-filled': ({ kept }) =>
    `The day holds ${kept.status === 'not-taken' ? 'that no dose was taken' : formatDose(kept.dose)} already. Correct that entry instead.`,
  'red-flag-open': ({ rules }) =>
    `A sign that ends the therapy has not been cleared: ${rules.map((rule) => STOP_RULE[rule]).join(', ')}. ${ownReport}`,
  'screening-forbids': ({ findings }) =>
    `${findings.length === 1 ? 'A finding of the screening forbids' : `${findings.length} findings of the screening forbid`} the drug. ${ownReport}`,
  'too-soon': ({ hours: since, limitHours }) =>
    `The dose before was ${hours(since)} ago; ${hours(limitHours)} is the least. ${ownReport}`,
  'dose-closed': ({ reasons }) =>
    `${reasons
      .slice(0, 5)
      .map((reason) => say(REASON, reason))
      .join(' ')} ${ownReport}`,
};
