/**
 * What must be in order before a blinded trial is signed, and before its first day? All of it at once, so that a
 * prescriber sees every reason in one pass; nothing is waived. No dose above the signed plan's ceiling, no rise beyond what
 * the plan allows or the patient has taken before, the screening looked at, no red flag, and the kits there (H4, H8, H12, H35).
 */
import type { LocalDate } from '../../base/calendar.ts';
import type { PersonId, PlanId, TrialId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Dose, micrograms, NO_DOSE } from '../../medicine/dose.ts';
import type { CaseState, NoPlan, PlanInForce } from '../../records/case-state.ts';
import { planOn } from '../../records/course.ts';
import { phaseOn, trialEndOn, trialOf } from '../../records/course-trial.ts';
import type { TrialPhase, TrialRecord } from '../../records/trial-state.ts';
import { blockLastDay, blocksOf } from '../../trial/blocks.ts';
import { armsOf, type TrialDesign } from '../../trial/design.ts';
import type { TrialProtocol } from '../../trial/protocol.ts';
import { sequencesOf } from '../../trial/sequence.ts';
import { type GateFault, type Grounds, prescriberFaults, readinessFaults } from '../titration-gates.ts';

/** Day 1 lies today or up to this many days ahead: what was screened today is not true for long. */
export const LATEST_FIRST_DAY = 14;

export type TrialGate =
  | GateFault
  | { readonly code: 'plan-not-in-force'; readonly why: NoPlan }
  | { readonly code: 'trial-on-another-plan'; readonly plan: PlanId }
  | { readonly code: 'dose-above-ceiling'; readonly dose: Dose; readonly ceiling: Dose }
  | { readonly code: 'rise-not-tolerated'; readonly rise: Dose; readonly limit: Dose }
  | { readonly code: 'nothing-to-randomise'; readonly sequences: number }
  | { readonly code: 'trial-runs-already'; readonly trial: TrialId }
  | { readonly code: 'first-day-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'consent-missing' }
  | { readonly code: 'allocation-not-sealed' }
  | { readonly code: 'first-kits-not-dispensed'; readonly kits: readonly string[] }
  | { readonly code: 'first-kits-expire'; readonly usableUntil: LocalDate; readonly until: LocalDate };

export type TrialUnknown = { readonly code: 'trial-unknown' };
/** The act does not fit where the trial stands. */
export type OtherPhase = { readonly code: 'trial-not-at-this-point'; readonly phase: TrialPhase };

/** The trial of this name in the case. */
export function knownTrial(state: CaseState, trial: TrialId): Result<TrialRecord, TrialUnknown> {
  const record = trialOf(state, trial);
  return record ? ok(record) : err({ code: 'trial-unknown' });
}

/** The trial, when it stands at one of these points on the day. */
export function trialAt(
  state: CaseState,
  trial: TrialId,
  day: LocalDate,
  phases: readonly TrialPhase[],
): Result<TrialRecord, TrialUnknown | OtherPhase> {
  const known = knownTrial(state, trial);
  if (!known.ok) return known;
  const phase = phaseOn(known.value, day);
  return phases.includes(phase) ? known : err({ code: 'trial-not-at-this-point', phase });
}

/** What stands against this protocol being signed by this person. */
export function signingGates(
  state: CaseState,
  record: TrialRecord,
  signer: PersonId,
  grounds: Grounds,
): readonly TrialGate[] {
  return [
    ...prescriberFaults(state, signer),
    ...(state.solo ? [{ code: 'solo-cannot-sign' } as const] : []),
    ...planGates(state, record, grounds, grounds.day),
  ];
}

/** What stands against day 1 being `on`. */
export function startGates(
  state: CaseState,
  record: TrialRecord,
  { on, decidedBy }: { readonly on: LocalDate; readonly decidedBy: PersonId },
  grounds: Grounds,
): readonly TrialGate[] {
  const { day } = grounds;
  const latest = (day + LATEST_FIRST_DAY) as LocalDate;
  const gates: TrialGate[] = [...prescriberFaults(state, decidedBy), ...planGates(state, record, grounds, on)];
  if (!(on >= day && on <= latest)) gates.push({ code: 'first-day-out-of-range', earliest: day, latest });
  if (!record.consent || record.consent.withdrawnOn !== undefined) gates.push({ code: 'consent-missing' });
  if (!record.sealed) return [...gates, { code: 'allocation-not-sealed' }];
  return [...gates, ...kitGates(record, on)];
}

function planGates(
  state: CaseState,
  { trial, protocol, signed }: TrialRecord,
  grounds: Grounds,
  on: LocalDate,
): readonly TrialGate[] {
  const gates: TrialGate[] = [];
  const other = state.trials.find((each) => each.trial !== trial && (trialEndOn(each) ?? 0) > grounds.day);
  if (other) gates.push({ code: 'trial-runs-already', trial: other.trial });
  const count = sequencesOf(protocol.design).count;
  if (count < 2n) gates.push({ code: 'nothing-to-randomise', sequences: Number(count) });
  const inForce = planOn(state, on);
  if (!inForce.ok) return [...gates, { code: 'plan-not-in-force', why: inForce.error }];
  const { plan, content } = inForce.value;
  if (signed && signed.plan !== plan) gates.push({ code: 'trial-on-another-plan', plan });
  return [...gates, ...doseGates(state, protocol, inForce.value), ...readinessFaults(state, content, grounds)];
}

/** The highest dose the patient is known to have taken under a plan is one they may be given again at once. */
function doseGates(state: CaseState, { design }: TrialProtocol, { content }: PlanInForce): readonly TrialGate[] {
  const gates: TrialGate[] = [];
  const highest = design.doses.at(-1) ?? NO_DOSE;
  const { ceiling, maximumStep } = content;
  if (highest > ceiling) gates.push({ code: 'dose-above-ceiling', dose: highest, ceiling });
  const known = Object.values(state.slots).filter(({ conflict, status }) => !conflict && status !== 'unplanned');
  const limit = micrograms(Math.max(maximumStep, ...known.map(({ dose }) => dose)));
  const rise = largestRise(design);
  if (rise > limit) gates.push({ code: 'rise-not-tolerated', rise, limit });
  return gates;
}

/** Largest rise any admissible order can hold, the first period from nothing included. */
function largestRise(design: TrialDesign): Dose {
  const arms = armsOf(design);
  if (design.kind === 'randomised-start' || design.kind === 'randomised-withdrawal') return arms.at(-1) ?? NO_DOSE;
  const rises = arms.flatMap((to) => arms.map((from) => to - from));
  return micrograms(Math.max(0, ...rises.filter((rise) => rise <= design.maximumRise)));
}

/** The kits of the first block, whole and usable to its last day. */
function kitGates(record: TrialRecord, on: LocalDate): readonly TrialGate[] {
  const block = blocksOf(record.protocol.design)[0];
  if (!block) throw new RangeError('a design has at least one block');
  const kits = block.map((period) => record.kits[period] ?? '');
  const last = record.dispensed.findLast((dispensing) => kits.every((kit) => dispensing.kits.includes(kit)));
  if (!last) return [{ code: 'first-kits-not-dispensed', kits }];
  const until = blockLastDay(record.protocol, on, block);
  return last.usableUntil < until ? [{ code: 'first-kits-expire', usableUntil: last.usableUntil, until }] : [];
}
