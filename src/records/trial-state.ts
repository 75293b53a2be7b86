/**
 * What is known of a trial after its events? Plain JSON, like the state of the case it is part of. Until the opening
 * nothing in it tells what a period holds (H13).
 */
import type { LocalDate } from '../base/calendar.ts';
import type { EventId, PersonId, PlanId, TrialId } from '../base/ids.ts';
import type { Guess } from '../trial/guess.ts';
import type { TrialProtocol } from '../trial/protocol.ts';
import type { Sequence } from '../trial/sequence.ts';
import type { EventOf } from './event.ts';
import type { KitDoseStatus } from './event-trial.ts';
import type { Signature } from './signature.ts';

export type Dispensing = Omit<EventOf<'kits-dispensed'>, 'kind' | 'version' | 'trial'>;
export type Deviation = Omit<EventOf<'trial-deviated'>, 'kind' | 'version' | 'trial'>;
export type CodeBreak = Omit<EventOf<'code-broken'>, 'kind' | 'version' | 'trial'>;

export type TrialRecord = {
  readonly trial: TrialId;
  readonly protocol: TrialProtocol;
  readonly designedBy: PersonId;
  readonly signed?: {
    readonly protocolHash: string;
    readonly plan: PlanId;
    readonly screening: { readonly on: LocalDate; readonly listVersion: string };
    readonly by: PersonId;
    readonly at: number;
    readonly signature: Signature;
  };
  readonly dropped?: { readonly on: LocalDate; readonly reason: string; readonly by: PersonId };
  readonly consent?: {
    readonly text: string;
    readonly on: LocalDate;
    readonly by: PersonId;
    readonly withdrawnOn?: LocalDate;
  };
  /** `at`: when the server wrote it, to be held against day 1. */
  readonly sealed?: {
    readonly commitment: string;
    readonly sealed: string;
    readonly key: string;
    readonly at: number;
  };
  /** The code on the kit of each period; empty until the allocation is sealed. */
  readonly kits: readonly string[];
  readonly dispensed: readonly Dispensing[];
  readonly started?: { readonly on: LocalDate; readonly by: PersonId };
  readonly stopped?: {
    readonly on: LocalDate;
    readonly why: EventOf<'trial-stopped'>['why'];
    readonly note: string;
    readonly by: PersonId;
  };
  readonly deviations: readonly Deviation[];
  readonly codeBroken: readonly CodeBreak[];
  readonly opened?: {
    readonly sequence: Sequence;
    readonly nonce: string;
    readonly on: LocalDate;
    readonly by: PersonId;
  };
};

/** The one dose of a civil day of a trial. What it was is not known to anybody who keeps or reads the diary. */
export type KitSlot = {
  readonly trial: TrialId;
  readonly kit: string;
  readonly entry: EventId;
  readonly status: KitDoseStatus;
  /** Device instant, for the least gap in hours between two doses; it says so only where it was entered on its day. */
  readonly instant: number;
  readonly ofItsDay: boolean;
  readonly conflict: boolean;
};

/** The guess that stands: the first one given, as corrected. */
export type GuessRecord = Guess & {
  readonly trial: TrialId;
  readonly entry: EventId;
  readonly note: string;
  readonly date: LocalDate;
};

/** Where a trial stands on a day. 'ready': started, day 1 to come. 'over': nothing more is taken, and it is still sealed. */
export type TrialPhase =
  | 'designed'
  | 'signed'
  | 'consented'
  | 'sealed'
  | 'ready'
  | 'running'
  | 'over'
  | 'opened'
  | 'dropped';
