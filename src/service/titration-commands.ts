/**
 * What may be asked of the dose, and how is it refused? The commands of people and the refusals of titration.ts, as data;
 * the sentences stand with the words. Every command says who gives it (H11).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId, PersonId, PlanId, TrialId } from '../base/ids.ts';
import type { MoveName, Reason } from '../medicine/moves.ts';
import type { NoPlan } from '../records/case-state.ts';
import type { EventOf, PlanPlace } from '../records/event.ts';
import type { InterruptionWhy } from '../records/event-supply.ts';
import type { StopWhy } from '../records/event-trial.ts';
import type { GateFault } from './titration-gates.ts';
import type { PlanTerms } from './titration-plans.ts';
import type { OtherPhase, TrialGate, TrialUnknown } from './trial/gates.ts';

/** `readBackHash` is what the signer was shown; it must be the hash of exactly what would be signed now. */
export type SignCommand = PlanTerms & { readonly signer: PersonId; readonly readBackHash: string };
export type CosignCommand = { readonly plan: PlanId; readonly signer: PersonId; readonly readBackHash: string };
export type TranscribeCommand = SignCommand & { readonly prescribedBy: string };
export type EndCommand = {
  readonly plan: PlanId;
  /** First civil day on which the plan may not be followed any more. */
  readonly on: LocalDate;
  readonly reason: string;
  readonly decidedBy: PersonId;
};
export type MoveCommand = {
  readonly plan: PlanId;
  readonly move: Exclude<MoveName, 'stop'>;
  /** The place the person saw; a phone that shows an older one is refused. */
  readonly from: PlanPlace;
  readonly decidedBy: PersonId;
};
export type StopCommand = { readonly decidedBy: PersonId };
/** From `on` on the kits of a blinded trial are taken in the plan's place. */
export type StartTrialCommand = { readonly trial: TrialId; readonly on: LocalDate; readonly decidedBy: PersonId };
export type StopTrialCommand = {
  readonly trial: TrialId;
  readonly why: StopWhy;
  readonly note: string;
  readonly decidedBy: PersonId;
};

/** What stopping writes, and the plan it speaks of: the one that lived, or the one the trial was signed on. */
export type Stopping = {
  readonly plan: PlanId;
  readonly events: readonly (EventOf<'move-taken'> | EventOf<'trial-stopped'>)[];
};

export type InterruptCommand = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly why: InterruptionWhy;
  readonly decidedBy: PersonId;
};
export type ResumeCommand = { readonly interruption: EventId; readonly on: LocalDate; readonly decidedBy: PersonId };

export type SigningRefusal =
  | { readonly code: 'plan-unknown' }
  | { readonly code: 'plan-not-signable'; readonly faults: readonly GateFault[] }
  | { readonly code: 'read-back-differs' }
  | { readonly code: 'signature-differs' };
export type CosigningRefusal = SigningRefusal | { readonly code: 'plan-not-half-signed' | 'signed-by-you-already' };
export type TranscribingRefusal = Exclude<SigningRefusal, { readonly code: 'signature-differs' }>;
export type EndingRefusal =
  | { readonly code: 'plan-unknown' | 'plan-has-no-force' }
  | { readonly code: 'end-not-allowed'; readonly faults: readonly GateFault[] }
  | { readonly code: 'end-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate }
  | { readonly code: 'reason-too-short'; readonly needed: number };
export type MoveRefusal =
  | { readonly code: 'no-plan-in-force'; readonly why: NoPlan }
  | { readonly code: 'plan-changed'; readonly plan: PlanId }
  | { readonly code: 'place-changed'; readonly place: PlanPlace }
  | { readonly code: 'later-move-recorded'; readonly on: LocalDate }
  /** The patient's calendar is further on: what was kept for that day has to be looked at as well. */
  | { readonly code: 'later-day-kept'; readonly on: LocalDate }
  | { readonly code: 'not-yours-to-move' }
  | {
      readonly code: 'move-not-permitted';
      readonly move: MoveName;
      readonly reasons: readonly Reason[];
      readonly standing: readonly GateFault[];
      /** What is open instead: a request to the prescriber. */
      readonly ask: 'request';
    };
export type InterruptRefusal =
  | { readonly code: 'not-yours-to-move' | 'nothing-to-interrupt' }
  /** First day, and the most days of one interruption. */
  | { readonly code: 'interruption-out-of-range'; readonly earliest: LocalDate; readonly longestDays: number };
export type ResumeRefusal =
  | { readonly code: 'not-yours-to-move' | 'interruption-unknown' }
  | { readonly code: 'end-out-of-range'; readonly earliest: LocalDate; readonly latest: LocalDate };
export type StopRefusal = { readonly code: 'not-yours-to-move' | 'nothing-to-stop' };
export type StartTrialRefusal =
  | TrialUnknown
  | OtherPhase
  | { readonly code: 'trial-not-startable'; readonly gates: readonly TrialGate[] };
export type StopTrialRefusal = TrialUnknown | OtherPhase | { readonly code: 'not-yours-to-move' };
