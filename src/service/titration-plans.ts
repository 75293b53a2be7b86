/**
 * What do the plans of a case say today? Readings the decisions about a dose share: which plans live, which waits to take
 * over, what dose the patient is on, and what exactly a signature would bind (H8, H17). Decides and makes nothing.
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import type { PersonId, PlanId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import type { TitrationPlan } from '../medicine/titration.ts';
import type { CaseState, PlanRecord } from '../records/case-state.ts';
import { planOn } from '../records/course.ts';
import type { PlanPlace } from '../records/event.ts';
import { type SignedDecision, signedHash } from '../records/signature.ts';

/** A dose taken this long ago still counts as the current one. Clinical proposal, for sign-off. */
export const CURRENT_DOSE_DAYS = 7;

/** What a prescriber decides about a draft: from when, until when, and where in its steps it begins. */
export type PlanTerms = {
  readonly plan: PlanId;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly startAt: PlanPlace;
};

/** The terms of a plan that has been signed or transcribed, with the screening it was signed on. */
export type SignedTerms = PlanTerms & Pick<SignedDecision, 'screening'>;

/** The record of a plan that exists, or why not. */
export function knownPlan(state: CaseState, plan: PlanId): Result<PlanRecord, { readonly code: 'plan-unknown' }> {
  const record = state.plans.find((each) => each.plan === plan);
  return record ? ok(record) : err({ code: 'plan-unknown' });
}

/** What was signed; undefined while the plan is only drafted. */
export function signedTerms({ plan, validFrom, validTo, startAt, screening }: PlanRecord): SignedTerms | undefined {
  if (validFrom === undefined || validTo === undefined || startAt === undefined || !screening) return undefined;
  return { plan, validFrom, validTo, startAt, screening };
}

/** What a signature binds, as its hash: 64 hexadecimal digits, another for every signer. */
export function decisionHash(state: CaseState, terms: SignedTerms, content: TitrationPlan, signer: PersonId): string {
  const { plan, validFrom, validTo, startAt, screening } = terms;
  const decision = { plan, content, validFrom, validTo, startAt, screening, signer };
  return signedHash({ clinic: state.clinic, case: state.case, ...decision });
}

/** Does the plan have force on `day` or later, or would it with a second signature? Past its last day it still lives. */
export function isLive({ status, forceFrom, forceUntil }: PlanRecord, day: LocalDate): boolean {
  if (status === 'half-signed') return true;
  return forceFrom !== undefined && (forceUntil === undefined || forceUntil > Math.max(day, forceFrom));
}

/** The signed plan that waits to take over at one of its doses; moves under the old one would pull the ground from it. */
export function successor(state: CaseState, day: LocalDate): PlanId | undefined {
  const waits = (record: PlanRecord): boolean =>
    record.startAt !== 'baseline' && (record.forceFrom ?? day) > day && isLive(record, day);
  return state.plans.find(waits)?.plan;
}

/** The latest civil day the diary tells of after `day`; undefined = none. A step up may not look past what it tells. */
export function laterDayKept({ entries }: CaseState, day: LocalDate): LocalDate | undefined {
  let latest: LocalDate | undefined;
  for (const { event } of Object.values(entries)) if (event.date > (latest ?? day)) latest = event.date;
  return latest;
}

/**
 * The dose the patient is known to be on: the last one of a plan taken within `CURRENT_DOSE_DAYS`, and no more than the
 * place in the plan in force has. A place nobody has taken a dose at is none yet: two plans signed on one day would
 * otherwise climb two steps. `atStep`: a plan is in force, at a step.
 */
export function currentDose(state: CaseState, day: LocalDate): { readonly dose: Dose; readonly atStep: boolean } {
  const taken = lastTaken(state, day);
  const inForce = planOn(state, day);
  if (!inForce.ok || inForce.value.place === 'baseline') return { dose: taken, atStep: false };
  const step = inForce.value.content.steps[inForce.value.place];
  if (!step) throw new RangeError(`step ${inForce.value.place} is not in the plan in force`);
  return { dose: step.dose < taken ? step.dose : taken, atStep: true };
}

function lastTaken({ slots }: CaseState, day: LocalDate): Dose {
  for (let back = 0; back < CURRENT_DOSE_DAYS; back++) {
    const slot = slots[formatLocalDate((day - back) as LocalDate)];
    if (slot && !slot.conflict && (slot.status === 'taken' || slot.status === 'less')) return slot.dose;
  }
  return NO_DOSE;
}
