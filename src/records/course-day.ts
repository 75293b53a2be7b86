/**
 * How does the therapy stand on a day, as the rules of a plan ask it? Doses taken and missed, complaints, sleep against
 * the baseline, screening, red flags. What is not known counts as not in order: a day nobody logged is a missed day, a
 * dose two entries disagree about is not known to be taken (H10, H12).
 */
import { formatLocalDate, type LocalDate, parseLocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import type { Course, ScreeningState, SideEffect } from '../medicine/moves.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { StopRule } from '../medicine/titration.ts';
import type { CaseState, DoseSlot, PlanInForce } from './case-state.ts';
import { followedOn } from './course-plans.ts';
import { complaintsOf, countingEvent } from './diary-entries.ts';
import type { CorrectableEvent } from './event.ts';
import { daysOff, interruptionOn } from './interruption.ts';

/**
 * The course on `day` under the plan `planOn` gave for it.
 *
 * @param screening  evaluated anew with what is known now
 */
export function courseOn(state: CaseState, inForce: PlanInForce, day: LocalDate, screening: Screening): Course {
  const { place, since, validTo, content } = inForce;
  return {
    step: place,
    since,
    ...dosesSince(state, since, day),
    missedDaysInARow: missedDays(state, day),
    ...interrupted(state, since, day),
    screening: screeningState(state, day, screening),
    sideEffects: openSideEffects(state, day),
    sleepWorseBy: sleepWorseBy(state, day, content.rules.hold.sleepWindowNights),
    labsPending: state.laboratory.filter(
      ({ askedOn, answeredOn }) => askedOn <= day && (answeredOn === undefined || answeredOn > day),
    ).length,
    stopRulesMet: stopRulesOn(state, day),
    planValidTo: validTo,
  };
}

/** What planned days without a dose say to the rules; empty where there are none. */
function interrupted(state: CaseState, since: LocalDate, day: LocalDate): Pick<Course, 'daysOff' | 'interruption'> {
  const planned = interruptionOn(state, day);
  const off = daysOff(state, since, day);
  return {
    ...(off > 0 ? { daysOff: off } : {}),
    ...(planned ? { interruption: { from: planned.from, until: planned.until } } : {}),
  };
}

/** The day's one dose slot; undefined = nothing was recorded. */
export function slotOn({ slots }: CaseState, day: LocalDate): DoseSlot | undefined {
  return slots[formatLocalDate(day)];
}

function isTaken(slot: DoseSlot | undefined): boolean {
  return slot !== undefined && !slot.conflict && slot.status === 'taken';
}

/** A lower dose of the plan keeps up the drug, though it does not earn the next step. */
function hasDrugOfPlan(slot: DoseSlot | undefined): boolean {
  return slot !== undefined && !slot.conflict && (slot.status === 'taken' || slot.status === 'less');
}

/** From the first day at this dose to the day before `day`. */
function dosesSince(state: CaseState, since: LocalDate, day: LocalDate): Pick<Course, 'daysTaken' | 'daysLogged'> {
  let daysTaken = 0;
  let daysLogged = 0;
  for (let d = since; d < day; d++) {
    const slot = slotOn(state, d);
    if (slot) daysLogged++;
    if (isTaken(slot)) daysTaken++;
  }
  return { daysTaken, daysLogged };
}

/**
 * Days before `day`, without a gap, on which a step of a plan was to be taken and is not known to have been. Planned days
 * without a dose count: the drug is as much away from the body as on missed ones.
 */
function missedDays(state: CaseState, day: LocalDate): number {
  let missed = 0;
  for (let d = (day - 1) as LocalDate; ; d--) {
    const followed = followedOn(state, d);
    if (!followed || followed.place === 'baseline' || hasDrugOfPlan(slotOn(state, d))) return missed;
    missed++;
  }
}

/**
 * When screening was last asked, with what is found now: a person's look at it as a whole, or after one the patient's
 * weekly answer that nothing is new. undefined, as if never screened, when a new medicine has been told of or recorded
 * since; but an open hard finding is never left out.
 */
export function screeningState(state: CaseState, day: LocalDate, screening: Screening): ScreeningState | undefined {
  const { openHard: hardFindings, openSoft: softFindings } = screening;
  const looked = state.screenedOn.findLast((on) => on <= day);
  const stale = newMedicineReports(state).length > 0 || (state.screened?.stale ?? true);
  if (hardFindings === 0 && (stale || looked === undefined)) return undefined;
  const asked = state.changes.filter(({ what, date }) => what === 'nothing-new' && date <= day).map(({ date }) => date);
  return { on: Math.max(looked ?? day, ...asked) as LocalDate, hardFindings, softFindings };
}

/** Reports of a new medicine that no screening has had in sight: they go into `case-screened`. */
export function newMedicineReports({ changes }: CaseState): readonly EventId[] {
  return changes.filter(({ what, seen }) => what === 'new-medicine' && !seen).map(({ entry }) => entry);
}

/** Complaints that have not ended on `day`, by name. */
export function openSideEffects({ entries }: CaseState, day: LocalDate): readonly SideEffect[] {
  return complaintsOf(entries, day)
    .filter(({ ended }) => ended === undefined)
    .map(({ name, grade, since }) => ({ name, grade, since }));
}

/** Red flags of `day` or before that stand on it, by day. */
export function redFlagsOn({ redFlags }: CaseState, day: LocalDate): CaseState['redFlags'] {
  return redFlags.filter(({ date, clearedOn }) => date <= day && (clearedOn === undefined || clearedOn > day));
}

function stopRulesOn(state: CaseState, day: LocalDate): readonly StopRule[] {
  return [...new Set(redFlagsOn(state, day).map(({ rule }) => rule))];
}

/**
 * Points of sleep worse than the mean of the days before the first dose ever, for the last nights; NaN where a night was
 * not scored or there is nothing to compare with. The score of a day tells of the night before it.
 */
function sleepWorseBy(state: CaseState, day: LocalDate, nights: number): readonly number[] {
  const first = firstDrugDay(state) ?? day;
  const before: number[] = [];
  for (const [date, { scores }] of Object.entries(state.days)) {
    const { sleep } = scores;
    if (sleep?.kind === 'value' && date < formatLocalDate(first)) before.push(sleep.value);
  }
  const usual = before.length === 0 ? Number.NaN : before.reduce((a, b) => a + b, 0) / before.length;
  const sleepOn = (d: number): number => {
    const score = state.days[formatLocalDate(d as LocalDate)]?.scores.sleep;
    return score?.kind === 'value' ? score.value - usual : Number.NaN;
  };
  const last = Number.isNaN(sleepOn(day)) ? day - 1 : day;
  return Array.from({ length: nights }, (_, i) => sleepOn(last - nights + 1 + i));
}

/** First civil day with the drug, planned or not; undefined = none yet. */
export function firstDrugDay({ slots }: CaseState): LocalDate | undefined {
  const keys = Object.keys(slots).filter((date) => (slots[date]?.dose ?? 0) > 0);
  const first = keys.sort()[0];
  return first === undefined ? undefined : dayOfKey(first);
}

/** Last civil day with a score or a dose; undefined = none yet. */
export function lastDiaryDay({ days, slots, kitDoses }: CaseState): LocalDate | undefined {
  const last = [...Object.keys(days), ...Object.keys(slots), ...Object.keys(kitDoses)].sort().at(-1);
  return last === undefined ? undefined : dayOfKey(last);
}

/** Keys of days and slots were written by `formatLocalDate`. */
export function dayOfKey(key: string): LocalDate {
  const date = parseLocalDate(key);
  if (!date.ok) throw new RangeError(`not a civil day: ${key}`);
  return date.value;
}

/** Was it entered on its own civil day, as the device showed it? If not, the clock tells nothing about the dose. */
export function isOfItsDay({ date, clock }: Pick<CorrectableEvent, 'date' | 'clock'>): boolean {
  return Math.floor((clock.instant + clock.offsetMinutes * 60_000) / 86_400_000) === date;
}

/**
 * Hours between `instant` and the nearest dose of another civil day, before or after; undefined = there is none. Doses
 * entered on a later day are left out: when they were taken is not known. Ask it only of an entry `isOfItsDay`.
 */
export function leastGapHours(state: CaseState, date: LocalDate, instant: number): number | undefined {
  let least: number | undefined;
  for (const [key, slot] of Object.entries(state.slots)) {
    const entry = state.entries[slot.entry];
    const event = entry && countingEvent(entry);
    if (slot.dose === 0 || key === formatLocalDate(date) || !event || !isOfItsDay(event)) continue;
    const hours = Math.abs(instant - slot.instant) / 3_600_000;
    if (least === undefined || hours < least) least = hours;
  }
  return leastKitGap(state, date, instant, least);
}

function leastKitGap({ kitDoses }: CaseState, date: LocalDate, instant: number, dose?: number): number | undefined {
  let least = dose;
  for (const [key, slot] of Object.entries(kitDoses)) {
    if (slot.status === 'not-taken' || key === formatLocalDate(date) || !slot.ofItsDay) continue;
    const hours = Math.abs(instant - slot.instant) / 3_600_000;
    if (least === undefined || hours < least) least = hours;
  }
  return least;
}
