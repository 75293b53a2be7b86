/**
 * Why should a prescriber look at this case today? Words for a list, from the state and nothing else; the sentences stand
 * with the words (H20). Nobody watches a diary in real time: this is what is seen when somebody looks.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import type { CaseState } from './case-state.ts';
import { dayOfKey, lastDiaryDay, newMedicineReports, openSideEffects, redFlagsOn } from './course-day.ts';
import { type Followed, followedOn, whyNoPlan } from './course-plans.ts';
import { trialOn } from './course-trial.ts';
import { countingEvent } from './diary-entries.ts';
import { orderBy, outlookOf } from './supply-days.ts';
import { trialAttention } from './trial-attention.ts';

export const ATTENTION = [
  'dose-conflict',
  'escape-offered',
  'kits-missing',
  'new-medicine',
  'plan-expired',
  'plan-expiring',
  'red-flag',
  'request',
  'screening-open',
  'second-signature',
  'side-effect-at-rule',
  'silent',
  'supply',
  'trial-over',
  'unplanned-dose',
] as const;
export type Attention = (typeof ATTENTION)[number];

/** Last days of a plan in which it is said to be running out, and days without an entry that make a patient silent. */
const EXPIRING_DAYS = 7;
const SILENT_DAYS = 3;
/** Days for which a dose off the plan, or told in two ways, stays on the list. */
const DOSE_DAYS = 14;
/** Where no plan is in force, a moderate side effect is worth a look, as in the customary rules. */
const MODERATE = 2;

/** Sorted words; empty when there is nothing, and for a case that is not open. */
export function attentionOf(state: CaseState, day: LocalDate, screening: Screening): readonly Attention[] {
  if (state.status !== 'open') return [];
  const followed = followedOn(state, day);
  const limit = followed?.followed.content.rules.hold.sideEffectGrade ?? MODERATE;
  const over = followed ? undefined : whyNoPlan(state, day);
  const recent = recentDoses(state, day);
  const ofTrial = trialAttention(state, day);
  const when: Readonly<Record<Attention, boolean>> = {
    ...ofTrial,
    'dose-conflict': recent.conflict,
    'new-medicine': newMedicineReports(state).length > 0,
    'plan-expired': over?.code === 'plan-past-its-last-day',
    'plan-expiring': followed !== undefined && endOf(followed) - day <= EXPIRING_DAYS,
    'red-flag': redFlagsOn(state, day).length > 0,
    request: state.requests.some(({ answer }) => answer === undefined),
    'screening-open': screening.openHard + screening.openSoft > 0,
    'second-signature': state.plans.some(({ status }) => status === 'half-signed'),
    'side-effect-at-rule': openSideEffects(state, day).some(({ grade }) => grade >= limit),
    supply: followed !== undefined && isToBeOrdered(state, day),
    'trial-over': ofTrial['trial-over'] || over?.code === 'trial-over',
    silent: isSilent(state, followed, day),
    'unplanned-dose': recent.unplanned,
  };
  return ATTENTION.filter((word) => when[word]);
}

/** The day to order has come, or comes before somebody who keeps no diary would write anything that shows it (H28). */
function isToBeOrdered(state: CaseState, day: LocalDate): boolean {
  const outlook = state.supply.length > 0 ? outlookOf(state, day) : undefined;
  const last = outlook?.ok ? orderBy(outlook.value) : undefined;
  return last !== undefined && last <= day + SILENT_DAYS;
}

/** Last civil day on which the plan may be followed. */
function endOf({ followed, validTo }: Followed): number {
  return Math.min(validTo, (followed.forceUntil ?? Number.POSITIVE_INFINITY) - 1);
}

/** No entry on `day` nor on the three days before it, all of them under this plan or this trial. */
function isSilent(state: CaseState, followed: Followed | undefined, day: LocalDate): boolean {
  const since = followed ? (followed.followed.forceFrom ?? day) : trialOn(state, day)?.started?.on;
  if (since === undefined) return false;
  return Math.max(lastDiaryDay(state) ?? Number.NEGATIVE_INFINITY, since - 1) < day - SILENT_DAYS;
}

function recentDoses(state: CaseState, day: LocalDate): { readonly conflict: boolean; readonly unplanned: boolean } {
  const from = day - DOSE_DAYS;
  const kits = Object.entries(state.kitDoses).filter(([key]) => dayOfKey(key) > from);
  const conflict = [...Object.entries(state.slots).filter(([key]) => dayOfKey(key) > from), ...kits].some(
    ([, slot]) => slot.conflict,
  );
  const unplanned = Object.values(state.entries).some((entry) => {
    const event = countingEvent(entry);
    return event?.kind === 'unplanned-dose-reported' && event.date > from;
  });
  return { conflict, unplanned: unplanned || kits.some(([, { status }]) => status === 'taken-anyway') };
}
