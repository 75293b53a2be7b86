/**
 * What is known of a case after its events: the state every screen, rule and letter reads. Plain JSON, so that it can be
 * kept as a snapshot and compared byte for byte. Made by fold in course.ts and by nothing else.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, ClinicId, EventId, MedicineId, PersonId, PlanId, RequestId, TrialId } from '../base/ids.ts';
import type { Dose } from '../medicine/dose.ts';
import type { MoveName } from '../medicine/moves.ts';
import type { ProductAtHand } from '../medicine/product.ts';
import type { EnteredMedicine, ScreeningAnswers, ScreeningOverride } from '../medicine/screening/screening.ts';
import type { StopRule, TitrationPlan } from '../medicine/titration.ts';
import type { Score } from '../trial/diary.ts';
import type { CorrectableEvent, EventOf, PlanPlace } from './event.ts';
import type { Relation } from './person.ts';
import type { Signature } from './signature.ts';
import type { InterruptionRecord, SupplyRecord } from './supply-state.ts';
import type { GuessRecord, KitSlot, TrialRecord } from './trial-state.ts';

/** 'drafted' has no force. 'half-signed' waits for a second signature. Expiry is a matter of the day, so not a state. */
export type PlanStatus = 'drafted' | 'half-signed' | 'in-force' | 'superseded' | 'ended';

export type PlanRecord = {
  readonly plan: PlanId;
  readonly status: PlanStatus;
  readonly content: TitrationPlan;
  readonly transcribed: boolean;
  /** As transcribed; undefined where it was signed here. */
  readonly prescribedBy?: string;
  /** From here on undefined while it is only drafted. */
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
  readonly startAt?: PlanPlace;
  readonly screening?: { readonly on: LocalDate; readonly listVersion: string };
  readonly signatures: readonly { readonly by: PersonId; readonly at: number; readonly signature: Signature }[];
  /** First civil day on which it had force, and the first on which it has none any more. */
  readonly forceFrom?: LocalDate;
  readonly forceUntil?: LocalDate;
};

/** A change of place under a plan, by a person. The list is in order of `on`, then of the ledger. */
export type MoveRecord = {
  readonly plan: PlanId;
  readonly move: MoveName | 'start';
  readonly to: PlanPlace | 'stopped';
  readonly dose: Dose;
  readonly on: LocalDate;
  readonly decidedBy: PersonId;
};

/** The one dose of a civil day. `conflict`: entries that disagree; the latest by the device's clock is shown. */
export type DoseSlot = {
  readonly entry: EventId;
  readonly status: 'taken' | 'less' | 'not-taken' | 'unplanned';
  readonly dose: Dose;
  /** Device instant, for the least gap in hours between two doses. */
  readonly instant: number;
  readonly conflict: boolean;
};

/** A diary day, item by item; an outcome nobody was asked about is not in `scores`. */
export type KeptDay = {
  readonly scores: Readonly<Record<string, Score>>;
  readonly note: string;
  readonly how: readonly ('proxy' | 'back-filled' | 'same-as-yesterday')[];
  /** The 'day-kept' entries it is made of, sorted. */
  readonly entries: readonly EventId[];
};

export type SideEffectRecord = {
  readonly name: string;
  readonly grade: 1 | 2 | 3;
  /** First day of this uninterrupted complaint, and of its present grade. */
  readonly since: LocalDate;
  /** The civil day it ended; undefined = open. */
  readonly ended?: LocalDate;
};

export type RequestRecord = {
  readonly request: RequestId;
  readonly by: PersonId;
  readonly wish: EventOf<'request-made'>['wish'];
  readonly note: string;
  readonly on: LocalDate;
  readonly answer?: 'agreed' | 'declined';
  readonly answeredBy?: PersonId;
};

/**
 * Maps are objects with keys in canonical order (dates as "2026-03-29"), so that equal states have equal bytes. Nothing
 * here depends on the order or number of times in which diary events of devices arrived.
 */
export type CaseState = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly patient: PersonId;
  readonly label: string;
  readonly indications: readonly string[];
  readonly solo: boolean;
  readonly washout: 'label' | 'research';
  readonly status: 'open' | 'closed' | 'erased';
  readonly ties: readonly { readonly person: PersonId; readonly relation: Relation }[];
  readonly medicines: readonly (EnteredMedicine & { readonly id: MedicineId })[];
  readonly answers?: ScreeningAnswers;
  readonly overrides: readonly ScreeningOverride[];
  /** The last time a person looked at the screening as a whole. */
  readonly screened?: {
    readonly on: LocalDate;
    readonly listVersion: string;
    readonly openHard: number;
    readonly openSoft: number;
    /** A medicine was recorded, or is taken again, since: somebody must look anew. */
    readonly stale: boolean;
  };
  /** Every civil day on which somebody looked, sorted, none twice. */
  readonly screenedOn: readonly LocalDate[];
  readonly plans: readonly PlanRecord[];
  readonly moves: readonly MoveRecord[];
  readonly slots: Readonly<Record<string, DoseSlot>>;
  readonly days: Readonly<Record<string, KeptDay>>;
  readonly sideEffects: readonly SideEffectRecord[];
  /** A red flag stands until a prescriber clears it, whatever a correction says of it. */
  readonly redFlags: readonly {
    readonly entry: EventId;
    readonly rule: StopRule;
    readonly date: LocalDate;
    readonly clearedOn?: LocalDate;
  }[];
  readonly changes: readonly {
    readonly entry: EventId;
    /** New medicines only: a screening had it in sight. */
    readonly seen: boolean;
    readonly what: EventOf<'change-reported'>['what'];
    readonly text: string;
    readonly date: LocalDate;
  }[];
  readonly requests: readonly RequestRecord[];
  readonly laboratory: readonly {
    readonly test: string;
    readonly askedOn: LocalDate;
    readonly answeredOn?: LocalDate;
  }[];
  /** What the patient has at hand; undefined = nobody has said. */
  readonly products?: readonly ProductAtHand[];
  /** In the order of their first design. */
  readonly trials: readonly TrialRecord[];
  /** By civil day, and by `trial/period`; functions of `entries`, as `slots` are. */
  readonly kitDoses: Readonly<Record<string, KitSlot>>;
  readonly guesses: Readonly<Record<string, GuessRecord>>;
  /** What was handed out, in the order of the ledger. */
  readonly supply: readonly SupplyRecord[];
  /** Days planned without a dose; two may overlap. */
  readonly interruptions: readonly InterruptionRecord[];
  /** Every diary entry by event id, as sent, with what replaced it: the ground the days and slots are made of. */
  readonly entries: Readonly<Record<string, DiaryEntry>>;
  /** Scores and doses up to this day may be missing from `entries` (see settled.ts); undefined = every entry is there. */
  readonly settledThrough?: LocalDate;
  /** Every correction by event id, also of entries that have not arrived yet. */
  readonly corrections: Readonly<Record<string, Correction>>;
  /** Red-flag reports set aside, with the civil day; new-medicine reports a screening had in sight. By event id. */
  readonly flagsCleared: Readonly<Record<string, LocalDate>>;
  readonly reportsSeen: Readonly<Record<string, true>>;
};

/** `entry`: what it corrects; a correction of a correction speaks of the entry that one was about. */
export type Correction = {
  readonly entry: EventId;
  readonly instant: number;
  readonly replacement?: CorrectableEvent;
};

/** `correctedBy`: the correction that counts, the latest by the device's clock, then by id. Without replacement: withdrawn. */
export type DiaryEntry = {
  readonly event: CorrectableEvent;
  readonly by: PersonId;
  readonly correctedBy?: {
    readonly id: EventId;
    readonly instant: number;
    readonly replacement?: CorrectableEvent;
  };
};

/** A plan that may be followed on a given day, and the place the patient has in it. Only `planOn` gives one. */
export type PlanInForce = {
  readonly plan: PlanId;
  readonly content: TitrationPlan;
  readonly place: PlanPlace;
  readonly since: LocalDate;
  readonly validTo: LocalDate;
  readonly __inForce: 'plan';
};

/** Why no plan may be followed on a day. */
export type NoPlan =
  | { readonly code: 'no-plan-signed' }
  | { readonly code: 'plan-waits-for-second-signature'; readonly plan: PlanId }
  | { readonly code: 'plan-not-yet-valid'; readonly plan: PlanId; readonly validFrom: LocalDate }
  | { readonly code: 'plan-past-its-last-day'; readonly plan: PlanId; readonly validTo: LocalDate }
  | { readonly code: 'plan-was-ended'; readonly plan: PlanId; readonly on: LocalDate }
  | { readonly code: 'therapy-stopped'; readonly plan: PlanId; readonly on: LocalDate }
  /** The kits of a blinded trial are taken, and nothing of a plan. */
  | { readonly code: 'in-blinded-trial'; readonly trial: TrialId; readonly from: LocalDate }
  /** The trial has taken the plan's place and is over; a prescriber decides what follows. */
  | { readonly code: 'trial-over'; readonly trial: TrialId; readonly on: LocalDate }
  | { readonly code: 'case-not-open' };
