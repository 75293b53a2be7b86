/**
 * What must be in order before a plan may gain force? The case, the person, the draft, its days, its first dose, the
 * screening and the red flags, all at once, so that a prescriber sees every reason in one pass. Nothing is waived here:
 * what is missing counts as not in order (H4, H8, H12, H35).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { PersonId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { type Dose, micrograms } from '../medicine/dose.ts';
import { LDN_MAXIMUM } from '../medicine/ldn-range.ts';
import type { Screening } from '../medicine/screening/screening.ts';
import {
  checkPlan,
  type PlanFault,
  type SitePolicy,
  type StopRule,
  type TitrationPlan,
} from '../medicine/titration.ts';
import type { CaseState, PlanRecord, PlanStatus } from '../records/case-state.ts';
import { newMedicineReports } from '../records/course-day.ts';
import type { PlanPlace } from '../records/event.ts';
import { currentDose, knownPlan, type PlanTerms } from './titration-plans.ts';

/** Longest life of a signature: twelve months, a leap year's days. */
export const LONGEST_VALIDITY_DAYS = 366;
/** A plan that begins at its baseline may be signed this long ahead. Clinical proposal, for sign-off. */
export const LATEST_START_DAYS = 28;
/** What else a decision is judged by: today, the screening as it stands today, and what the site allows. */
export type Grounds = { readonly day: LocalDate; readonly screening: Screening; readonly policy: SitePolicy };

export type GateFault =
  | { readonly code: 'case-not-open' }
  | { readonly code: 'not-a-prescriber-of-the-case' }
  | { readonly code: 'not-the-patient' }
  | { readonly code: 'signer-is-the-patient' }
  | { readonly code: 'solo-cannot-sign' }
  | { readonly code: 'only-solo-transcribes' }
  | { readonly code: 'plan-not-a-draft'; readonly status: PlanStatus }
  | { readonly code: 'plan-refused'; readonly faults: readonly PlanFault[] }
  | { readonly code: 'valid-from-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'valid-to-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'place-not-in-plan'; readonly steps: number }
  | { readonly code: 'start-too-high'; readonly dose: Dose; readonly current: Dose; readonly limit: Dose }
  | { readonly code: 'screening-not-reviewed' }
  | { readonly code: 'screening-review-stale'; readonly on: LocalDate; readonly limitDays: number }
  | { readonly code: 'new-medicine-since-review' }
  /** The person who looked saw something open; whoever signs relies on a look that saw nothing. */
  | { readonly code: 'review-saw-findings'; readonly openHard: number; readonly openSoft: number }
  | { readonly code: 'screening-hard-open'; readonly findings: readonly string[] }
  | { readonly code: 'screening-soft-open'; readonly findings: readonly string[] }
  | { readonly code: 'red-flag-open'; readonly rules: readonly StopRule[] };

/** May this person decide as a prescriber of the case? Never about their own treatment (H35). */
export function prescriberFaults(state: CaseState, person: PersonId): readonly GateFault[] {
  if (person === state.patient) return [{ code: 'signer-is-the-patient' }];
  const tied = state.ties.some((tie) => tie.person === person && tie.relation === 'prescriber');
  return tied ? [] : [{ code: 'not-a-prescriber-of-the-case' }];
}

/** May this person end a plan? A prescriber of the case; a patient alone, who copied it in. */
export function enderFaults(state: CaseState, person: PersonId): readonly GateFault[] {
  return state.solo && person === state.patient ? [] : prescriberFaults(state, person);
}

/** What stands against signing; empty when nothing does. */
export function signingFaults(
  state: CaseState,
  terms: PlanTerms,
  signer: PersonId,
  grounds: Grounds,
): readonly GateFault[] {
  return [
    ...prescriberFaults(state, signer),
    ...(state.solo ? [{ code: 'solo-cannot-sign' } as const] : []),
    ...draftFaults(state, terms, grounds),
  ];
}

/** What stands against a patient alone copying in a plan that was prescribed elsewhere. */
export function transcriptionFaults(
  state: CaseState,
  terms: PlanTerms,
  person: PersonId,
  grounds: Grounds,
): readonly GateFault[] {
  const maximumCeiling = micrograms(Math.min(grounds.policy.maximumCeiling, LDN_MAXIMUM));
  return [
    ...(person === state.patient ? [] : [{ code: 'not-the-patient' } as const]),
    ...(state.solo ? [] : [{ code: 'only-solo-transcribes' } as const]),
    ...draftFaults(state, terms, { ...grounds, policy: { maximumCeiling } }),
  ];
}

/** What stands against the second signature: everything is asked again, but for the first day, which has been signed. */
export function cosigningFaults(
  state: CaseState,
  record: PlanRecord,
  terms: PlanTerms,
  signer: PersonId,
  grounds: Grounds,
): readonly GateFault[] {
  const checked = checkedDraft(record, grounds.policy);
  return [
    ...prescriberFaults(state, signer),
    ...(state.solo ? [{ code: 'solo-cannot-sign' } as const] : []),
    ...(terms.validTo < grounds.day ? [validTo(terms, grounds.day)] : []),
    ...(checked.ok
      ? forceFaults(state, terms, checked.value, grounds)
      : [{ code: 'plan-refused', faults: checked.error } as const]),
  ];
}

/** The plan as the draft has it, checked under what the site allows today. */
export function checkedDraft(record: PlanRecord, policy: SitePolicy): Result<TitrationPlan, readonly PlanFault[]> {
  return checkPlan(record.content, policy);
}

/** Open hard findings and uncleared red flags: while there is one, nothing may be signed, held, or stepped to. */
export function standingFaults(state: CaseState, screening: Screening): readonly GateFault[] {
  const faults: GateFault[] = [];
  if (screening.openHard > 0) faults.push({ code: 'screening-hard-open', findings: openKeys(screening, 'hard') });
  const rules = state.redFlags.filter(({ clearedOn }) => clearedOn === undefined).map(({ rule }) => rule);
  if (rules.length > 0) faults.push({ code: 'red-flag-open', rules: [...new Set(rules)] });
  return faults;
}

function draftFaults(state: CaseState, terms: PlanTerms, grounds: Grounds): readonly GateFault[] {
  const known = knownPlan(state, terms.plan);
  if (!known.ok) return [];
  const record = known.value;
  const faults: GateFault[] = [];
  if (record.status !== 'drafted') faults.push({ code: 'plan-not-a-draft', status: record.status });
  const checked = checkedDraft(record, grounds.policy);
  if (!checked.ok) return [...faults, { code: 'plan-refused', faults: checked.error }];
  return [...faults, ...dayFaults(terms, grounds.day), ...forceFaults(state, terms, checked.value, grounds)];
}

/** The prescriber's calendar may be a day ahead of the patient's or behind it, so yesterday is the earliest first day. */
function dayFaults(terms: PlanTerms, day: LocalDate): readonly GateFault[] {
  const { validFrom, validTo: last, startAt } = terms;
  const earliest = (day - 1) as LocalDate;
  // A start at a dose is judged by today's dose, so it may not wait for another day.
  const latest = (startAt === 'baseline' ? day + LATEST_START_DAYS : day + 1) as LocalDate;
  const faults: GateFault[] = [];
  if (!(validFrom >= earliest && validFrom <= latest))
    faults.push({ code: 'valid-from-out-of-range', earliest, latest });
  if (!(last >= Math.max(validFrom, day) && last <= validFrom + LONGEST_VALIDITY_DAYS))
    faults.push(validTo(terms, day));
  return faults;
}

function validTo({ validFrom }: PlanTerms, day: LocalDate): GateFault {
  const earliest = Math.max(validFrom, day) as LocalDate;
  return { code: 'valid-to-out-of-range', earliest, latest: (validFrom + LONGEST_VALIDITY_DAYS) as LocalDate };
}

/** What stands against the plan gaining force today: an unopened case, a jump in dose, the screening, a red flag. */
function forceFaults(
  state: CaseState,
  terms: PlanTerms,
  content: TitrationPlan,
  grounds: Grounds,
): readonly GateFault[] {
  return [...startFaults(state, terms.startAt, content, grounds.day), ...readinessFaults(state, content, grounds)];
}

/** What stands against the drug being begun by a decision of today: an unopened case, the screening, a red flag. */
export function readinessFaults(state: CaseState, content: TitrationPlan, grounds: Grounds): readonly GateFault[] {
  return [
    ...(state.status === 'open' ? [] : [{ code: 'case-not-open' } as const]),
    ...reviewFaults(state, content, grounds),
    ...standingFaults(state, grounds.screening),
    ...(grounds.screening.openSoft > 0
      ? [{ code: 'screening-soft-open', findings: openKeys(grounds.screening, 'soft') } as const]
      : []),
  ];
}

function startFaults(
  state: CaseState,
  startAt: PlanPlace,
  content: TitrationPlan,
  day: LocalDate,
): readonly GateFault[] {
  if (startAt === 'baseline') return [];
  const step = content.steps[startAt];
  if (!step) return [{ code: 'place-not-in-plan', steps: content.steps.length }];
  const { dose: current, atStep } = currentDose(state, day);
  // After an interruption the last dose may be taken up again, but is not the ground for a rise.
  const limit = micrograms(atStep ? current + content.maximumStep : Math.max(current, content.maximumStep));
  return step.dose <= limit ? [] : [{ code: 'start-too-high', dose: step.dose, current, limit }];
}

function reviewFaults(state: CaseState, content: TitrationPlan, { day }: Grounds): readonly GateFault[] {
  const { screened } = state;
  if (!screened) return [{ code: 'screening-not-reviewed' }];
  const limitDays = content.rules.stepUp.screeningWithinDays;
  const ageDays = day - screened.on;
  const faults: GateFault[] = [];
  if (!(ageDays >= 0 && ageDays <= limitDays))
    faults.push({ code: 'screening-review-stale', on: screened.on, limitDays });
  if (screened.stale || newMedicineReports(state).length > 0) faults.push({ code: 'new-medicine-since-review' });
  const { openHard, openSoft } = screened;
  if (openHard + openSoft > 0) faults.push({ code: 'review-saw-findings', openHard, openSoft });
  return faults;
}

function openKeys({ findings }: Screening, severity: 'hard' | 'soft'): readonly string[] {
  return findings.filter((found) => found.severity === severity && !found.overriddenBy).map(({ key }) => key);
}
