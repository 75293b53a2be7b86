/**
 * What does a person do with the diary? A day, a dose, a complaint, a sign, a change, a correction: each becomes one entry
 * with the device's clock and the marks that are true of it (H9, H10, H24, H25).
 */
import type { LocalDate } from '../../../src/base/calendar.ts';
import type { EventId } from '../../../src/base/ids.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import { type Dose, NO_DOSE } from '../../../src/medicine/dose.ts';
import type { StopRule } from '../../../src/medicine/titration.ts';
import type { CaseState } from '../../../src/records/case-state.ts';
import { planOn, slotOn } from '../../../src/records/course.ts';
import type { CaseEvent, CorrectableEvent, DiaryEvent, EventOf } from '../../../src/records/event.ts';
import type { Score } from '../../../src/trial/diary.ts';
import { eventOf } from './course.ts';
import { deviceClock, newId } from './device/device.ts';
import { type ActFault, phoneFault } from './fault.ts';
import { rows } from './here.ts';
import { acting, type Kept, keepEntry, marksOf, rowOf } from './keep.ts';
import { dropRow, type EntryRow, putRow, write } from './kept/store.ts';
import { sendSoon } from './meeting/send-soon.ts';

export type DayOptions = { readonly note?: string; readonly sameAsYesterday?: boolean };

/** Scores of a day, all or some; what is said later replaces item by item. Call it at every tap. */
export function keepDay(date: LocalDate, scores: Readonly<Record<string, Score>>, options: DayOptions = {}): Kept {
  const { note = '', sameAsYesterday = false } = options;
  if (Object.keys(scores).length === 0 && note === '') return Promise.resolve(phoneFault('nothing-said'));
  const how = marksOf(date, sameAsYesterday);
  return keepEntry(() => ok({ kind: 'day-kept', version: 1, date, scores, note, how, clock: deviceClock() }));
}

/**
 * The day's dose. 'taken' needs no dose: it is the plan's. 'less': one of the plan's lower doses. The same again is no
 * second entry; anything else than the day holds is refused with what it holds, for `correct`.
 */
export function recordDose(date: LocalDate, status: 'taken' | 'less' | 'not-taken', dose?: Dose): Kept {
  return keepEntry((state) => {
    const amount = doseOfDay(state, date, status, dose);
    if (!amount.ok) return amount;
    const slot = slotOn(state, date);
    if (slot && !slot.conflict && slot.status === status && slot.dose === amount.value) return ok(slot.entry);
    return ok({ kind: 'dose-recorded', version: 1, date, status, dose: amount.value, clock: deviceClock() });
  });
}

function doseOfDay(
  state: CaseState,
  date: LocalDate,
  status: 'taken' | 'less' | 'not-taken',
  dose: Dose | undefined,
): Result<Dose, ActFault> {
  if (status === 'not-taken') return ok(NO_DOSE);
  if (dose !== undefined) return ok(dose);
  if (status === 'less') return phoneFault('lower-dose-missing');
  const plan = planOn(state, date);
  if (!plan.ok) return err({ code: plan.error.code, refusal: plan.error, keepAs: 'unplanned-dose-reported' });
  const { place, since, content } = plan.value;
  if (place === 'baseline') return err({ code: 'dose-in-baseline', refusal: { code: 'dose-in-baseline', since } });
  const step = content.steps[place];
  return step ? ok(step.dose) : phoneFault('no-step-here');
}

/** A dose that no plan allowed: a report, never a dose of the plan. */
export const reportUnplannedDose = (date: LocalDate, dose: Dose, note = ''): Kept =>
  keepEntry(() => ok({ kind: 'unplanned-dose-reported', version: 1, date, dose, note, clock: deviceClock() }));

/** A complaint by its code, and how bad; 0 = it has ended. */
export const reportSideEffect = (name: string, grade: 0 | 1 | 2 | 3, date: LocalDate): Kept =>
  keepEntry(() => ok({ kind: 'side-effect-reported', version: 1, name, grade, date, clock: deviceClock() }));

/** A sign that ends the therapy at once. */
export const reportRedFlag = (rule: StopRule, date: LocalDate, note = ''): Kept =>
  keepEntry(() => ok({ kind: 'red-flag-reported', version: 1, rule, date, note, clock: deviceClock() }));

/** "Anything new?" */
export const reportChange = (what: EventOf<'change-reported'>['what'], text: string, date: LocalDate): Kept =>
  keepEntry(() => ok({ kind: 'change-reported', version: 1, what, text, date, clock: deviceClock() }));

/** What an entry says instead; without a replacement it is withdrawn. Both stay on record. */
export const correct = (entry: EventId, replacement: CorrectableEvent | undefined, reason = ''): Kept =>
  keepEntry(() => {
    const said = replacement === undefined ? {} : { replacement };
    return ok({ kind: 'entry-corrected', version: 1, entry, ...said, reason, clock: deviceClock() });
  });

/** What the clinic did not take as a dose of the plan or the trial stays on record as what it was: taken all the same. */
export function keepRefusedAsTaken(id: string): Kept {
  return acting(async (store) => {
    const row = refusedEntry(id);
    const event = row && eventOf(row);
    const report = event && takenAllTheSame(event);
    if (!row || !report) return phoneFault('no-such-entry');
    const name = newId<'event'>();
    await write(store, ['outbox'], (tx) => {
      dropRow(tx, row);
      putRow(tx, rowOf(name, report));
    });
    sendSoon(0);
    return ok(name);
  });
}

function takenAllTheSame(event: CaseEvent): DiaryEvent | undefined {
  if (event.kind === 'kit-dose-recorded') return { ...event, status: 'taken-anyway' };
  if (event.kind !== 'dose-recorded') return undefined;
  const { date, dose } = event;
  return { kind: 'unplanned-dose-reported', version: 1, date, dose, note: '', clock: deviceClock() };
}

/** What was refused is gone from the phone; the person has seen why. */
export function dropRefused(id: string): Kept<undefined> {
  return acting(async (store) => {
    const row = rows.value.find((each) => each.id === id && each.state === 'refused');
    if (!row) return phoneFault('no-such-entry');
    await write(store, ['outbox'], (tx) => dropRow(tx, row));
    return ok(undefined);
  });
}

const refusedEntry = (id: string): EntryRow | undefined =>
  rows.value.find((row): row is EntryRow => row.what === 'entry' && row.id === id && row.state === 'refused');
