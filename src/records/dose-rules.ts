/**
 * May this dose be kept as a dose of the plan? One for a civil day, exactly what the plan has at the place the patient is
 * in, and only where nothing forbids the drug: plan, red flags, screening, hours since the last (H4, H8, H9, H10). A dose
 * that was taken all the same is not lost: it is reported as unplanned.
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { EventId } from '../base/ids.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import { drugClosed, type Reason } from '../medicine/moves.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { StopRule } from '../medicine/titration.ts';
import type { CaseState, DoseSlot, NoPlan, PlanInForce } from './case-state.ts';
import { courseOn, isOfItsDay, leastGapHours, planOn, redFlagsOn, slotOn } from './course.ts';
import type { EventOf } from './event.ts';

/** Least hours between two doses of different civil days: a day's dose at night and the next in the morning are two. */
export const LEAST_GAP_HOURS = 18;

export type ScreeningForbids = {
  readonly code: 'screening-forbids';
  readonly on: LocalDate;
  readonly findings: readonly string[];
};

export type DoseRefusal =
  | NoPlan
  | { readonly code: 'dose-in-baseline'; readonly since: LocalDate }
  /** A dose that was not taken is 0. */
  | { readonly code: 'dose-not-taken-not-zero'; readonly dose: Dose }
  /** `planned`: the dose of the day. `lower`: what 'less' may be, rising. */
  | {
      readonly code: 'dose-not-of-the-plan';
      readonly dose: Dose;
      readonly planned: Dose;
      readonly lower: readonly Dose[];
    }
  /** The day holds something else; a correction of `kept.entry` puts it right. */
  | { readonly code: 'slot-filled'; readonly kept: Pick<DoseSlot, 'entry' | 'status' | 'dose'> }
  /** A capsule of a trial was taken that day; it may have held the drug. */
  | { readonly code: 'day-has-capsule'; readonly entry: EventId }
  | { readonly code: 'red-flag-open'; readonly rules: readonly StopRule[] }
  | ScreeningForbids
  /** `hours` to the nearest dose of another day. */
  | { readonly code: 'too-soon'; readonly hours: number; readonly limitHours: number }
  | { readonly code: 'dose-closed'; readonly reasons: readonly Reason[] };

/** What a dose is judged by besides the case. */
export type DoseGrounds = {
  /** The server's civil date, UTC. */
  readonly today: LocalDate;
  /** What screening finds on a day, by what is known now. */
  readonly screeningOn: (day: LocalDate) => Screening;
};

type DoseEvent = EventOf<'dose-recorded'>;

/**
 * Why the dose may not be kept; undefined when it may. `replacing`: the entry a correction puts this dose in place of; its
 * day is then filled by the entry itself.
 */
export function doseRefusal(
  state: CaseState,
  event: DoseEvent,
  grounds: DoseGrounds,
  replacing?: EventId,
): DoseRefusal | undefined {
  const { date, status, dose } = event;
  const slot = replacing === undefined ? slotOn(state, date) : undefined;
  if (slot && (slot.status !== status || slot.dose !== dose))
    return { code: 'slot-filled', kept: { entry: slot.entry, status: slot.status, dose: slot.dose } };
  if (status === 'not-taken') return dose === NO_DOSE ? undefined : { code: 'dose-not-taken-not-zero', dose };
  const inForce = planOn(state, date);
  if (!inForce.ok) return inForce.error;
  const planned = plannedRefusal(inForce.value, event);
  return planned ?? forbidden(state, event, inForce.value, grounds);
}

function plannedRefusal({ content, place, since }: PlanInForce, { status, dose }: DoseEvent): DoseRefusal | undefined {
  if (place === 'baseline') return { code: 'dose-in-baseline', since };
  const planned = content.steps[place]?.dose;
  if (planned === undefined) throw new RangeError(`step ${place} is not in a plan of ${content.steps.length}`);
  const lower = content.steps.slice(0, place).map((step) => step.dose);
  const fits = status === 'taken' ? dose === planned : lower.includes(dose);
  return fits && dose <= content.ceiling ? undefined : { code: 'dose-not-of-the-plan', dose, planned, lower };
}

function forbidden(
  state: CaseState,
  event: DoseEvent,
  inForce: PlanInForce,
  grounds: DoseGrounds,
): DoseRefusal | undefined {
  const { date } = event;
  const capsule = state.kitDoses[formatLocalDate(date)];
  if (capsule && capsule.status !== 'not-taken') return { code: 'day-has-capsule', entry: capsule.entry };
  const flags = redFlagsOn(state, date);
  if (flags.length > 0) return { code: 'red-flag-open', rules: [...new Set(flags.map(({ rule }) => rule))] };
  const screened = screeningRefusal(grounds, date);
  if (screened) return screened;
  const gap = gapRefusal(state, event);
  if (gap) return gap;
  const course = courseOn(state, inForce, date, grounds.screeningOn(date));
  const reasons = drugClosed(inForce.content, course, date);
  return reasons.length > 0 ? { code: 'dose-closed', reasons } : undefined;
}

/** Judged on the day of the dose and today: what has come to light since speaks against the dose as well. */
export function screeningRefusal({ screeningOn, today }: DoseGrounds, date: LocalDate): ScreeningForbids | undefined {
  for (const on of new Set([date, today])) {
    const { openHard, findings } = screeningOn(on);
    if (openHard === 0) continue;
    const hard = findings.filter(({ severity, overriddenBy }) => severity === 'hard' && !overriddenBy);
    return { code: 'screening-forbids', on, findings: hard.map(({ key }) => key) };
  }
  return undefined;
}

/**
 * Hours to the nearest dose of another civil day. Only doses entered on their own day count on either side: when a dose
 * was taken that was entered on a later day, nobody has said.
 */
function gapRefusal(state: CaseState, event: DoseEvent): DoseRefusal | undefined {
  const { instant } = event.clock;
  const hours = isOfItsDay(event) ? leastGapHours(state, event.date, instant) : undefined;
  if (hours === undefined || hours >= LEAST_GAP_HOURS) return undefined;
  return { code: 'too-soon', hours, limitHours: LEAST_GAP_HOURS };
}
