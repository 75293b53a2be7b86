/**
 * What can happen in a case? Every kind of event that is ever written, each with its version. Events are in the past
 * tense and are never changed: a mistake is put right by another event. Once written, a version is read for ever.
 *
 * Civil days are the day the phone or the page showed; instants are milliseconds since 1970-01-01 UTC; doses are whole
 * micrograms. Events that change a dose say who decided (H11); only src/service/titration.ts makes them. Trials: event-trial.ts.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { CaseId, ClinicId, EventId, MedicineId, PersonId, PlanId, RequestId } from '../base/ids.ts';
import type { Dose } from '../medicine/dose.ts';
import type { MoveName, Reason } from '../medicine/moves.ts';
import type {
  EnteredMedicine,
  MedicineResolution,
  MedicineUse,
  ScreeningAnswers,
  ScreeningFinding,
} from '../medicine/screening/screening.ts';
import type { StopRule, TitrationPlan } from '../medicine/titration.ts';
import type { Score } from '../trial/diary.ts';
import type { SupplyEvent } from './event-supply.ts';
import type { TrialDiaryEvent, TrialEvent } from './event-trial.ts';
import type { Relation } from './person.ts';
import type { Signature } from './signature.ts';

/** The clock of the device at the moment of the entry: what it showed, not what is true. */
export type DeviceClock = {
  readonly instant: number;
  /** Minutes to add to UTC for the civil time shown, -840 to 840. */
  readonly offsetMinutes: number;
  /** IANA name, where the device knows it. */
  readonly zone?: string;
};

/** Where a plan is in its steps: before the first dose, or at a step, 0 = first. */
export type PlanPlace = 'baseline' | number;

export type CaseEvent =
  // ── the case and its people
  | {
      readonly kind: 'case-opened';
      readonly version: 1;
      readonly patient: PersonId;
      /** On a list; no name of a person. */
      readonly label: string;
      /** ICD-10-CM codes, such as M79.7; may be empty. */
      readonly indications: readonly string[];
      /** A patient alone, with a plan copied from what a doctor prescribed elsewhere. */
      readonly solo: boolean;
      readonly washout: 'label' | 'research';
    }
  | { readonly kind: 'tie-made'; readonly version: 1; readonly person: PersonId; readonly relation: Relation }
  | { readonly kind: 'tie-ended'; readonly version: 1; readonly person: PersonId; readonly relation: Relation }
  | { readonly kind: 'case-closed'; readonly version: 1; readonly reason: string }
  | { readonly kind: 'case-reopened'; readonly version: 1; readonly reason: string }
  // ── screening
  | {
      readonly kind: 'medicine-recorded';
      readonly version: 1;
      readonly medicine: Omit<EnteredMedicine, 'resolution'> & { readonly id: MedicineId };
    }
  | {
      readonly kind: 'medicine-use-changed';
      readonly version: 1;
      readonly medicine: MedicineId;
      readonly use: MedicineUse;
    }
  | {
      readonly kind: 'medicine-resolved';
      readonly version: 1;
      readonly medicine: MedicineId;
      readonly resolution: MedicineResolution;
      readonly decidedBy: PersonId;
    }
  | { readonly kind: 'screening-answered'; readonly version: 1; readonly answers: ScreeningAnswers }
  | {
      readonly kind: 'finding-overridden';
      readonly version: 1;
      readonly key: string;
      readonly reason: string;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    }
  | {
      /** A person looked at the screening of that day as a whole. What it showed is kept as it was. */
      readonly kind: 'case-screened';
      readonly version: 1;
      readonly on: LocalDate;
      readonly listVersion: string;
      readonly openHard: number;
      readonly openSoft: number;
      readonly findings: readonly Pick<ScreeningFinding, 'key' | 'rule' | 'severity' | 'code'>[];
      /** Reports of a new medicine that were in sight: `newMedicineReports` of that moment. Others still ask for a look. */
      readonly reports: readonly EventId[];
    }
  // ── plans
  | { readonly kind: 'plan-drafted'; readonly version: 1; readonly plan: PlanId; readonly content: TitrationPlan }
  | {
      readonly kind: 'plan-signed';
      readonly version: 1;
      readonly plan: PlanId;
      readonly content: TitrationPlan;
      /** First and last civil day on which it may be followed. */
      readonly validFrom: LocalDate;
      readonly validTo: LocalDate;
      readonly startAt: PlanPlace;
      readonly screening: { readonly on: LocalDate; readonly listVersion: string };
      readonly signature: Signature;
      readonly decidedBy: PersonId;
    }
  | {
      /** The second signature of a plan whose ceiling needs two. */
      readonly kind: 'plan-cosigned';
      readonly version: 1;
      readonly plan: PlanId;
      /** Civil day of the second signature: the plan has no force before it, whatever its first day is. */
      readonly on: LocalDate;
      readonly signature: Signature;
      readonly decidedBy: PersonId;
    }
  | {
      /** Solo: copied from what a doctor prescribed elsewhere; nobody signed here. */
      readonly kind: 'plan-transcribed';
      readonly version: 1;
      readonly plan: PlanId;
      readonly content: TitrationPlan;
      readonly validFrom: LocalDate;
      readonly validTo: LocalDate;
      readonly startAt: PlanPlace;
      /** As the patient wrote it; shown as such. */
      readonly prescribedBy: string;
      readonly screening: { readonly on: LocalDate; readonly listVersion: string };
      readonly decidedBy: PersonId;
    }
  | {
      readonly kind: 'plan-ended';
      readonly version: 1;
      readonly plan: PlanId;
      /** From this civil day on it may not be followed. */
      readonly on: LocalDate;
      readonly reason: string;
      readonly decidedBy: PersonId;
    }
  // ── the dose
  | {
      readonly kind: 'move-taken';
      readonly version: 1;
      readonly plan: PlanId;
      readonly move: MoveName;
      readonly from: PlanPlace;
      /** 'stopped': the drug is not taken any more under this plan. */
      readonly to: PlanPlace | 'stopped';
      readonly dose: Dose;
      /** First civil day of the new dose. */
      readonly on: LocalDate;
      readonly reasons: readonly Reason['code'][];
      readonly decidedBy: PersonId;
    }
  | {
      readonly kind: 'request-made';
      readonly version: 1;
      readonly request: RequestId;
      readonly wish: 'hold' | 'step-up' | 'step-down' | 'resume' | 'other';
      readonly note: string;
      readonly on: LocalDate;
    }
  | {
      readonly kind: 'request-answered';
      readonly version: 1;
      readonly request: RequestId;
      readonly answer: 'agreed' | 'declined';
      readonly note: string;
      readonly decidedBy: PersonId;
    }
  // ── the diary
  | {
      /** Scores of one civil day, by outcome id. Another such event for the day replaces item by item. */
      readonly kind: 'day-kept';
      readonly version: 1;
      readonly date: LocalDate;
      readonly scores: Readonly<Record<string, Score>>;
      readonly note: string;
      /** 'proxy': kept by a carer. 'back-filled': on a later day. 'same-as-yesterday': taken over by a tap. */
      readonly how: readonly ('proxy' | 'back-filled' | 'same-as-yesterday')[];
      readonly clock: DeviceClock;
    }
  | {
      /** The one dose slot of a civil day (H9). 'taken': the plan's dose; 'less': a lower dose of the plan. */
      readonly kind: 'dose-recorded';
      readonly version: 1;
      readonly date: LocalDate;
      readonly status: 'taken' | 'less' | 'not-taken';
      readonly dose: Dose;
      readonly clock: DeviceClock;
    }
  | {
      /** A dose no plan allowed: kept as a report, never as a dose of the plan. The text is the patient's. */
      readonly kind: 'unplanned-dose-reported';
      readonly version: 1;
      readonly date: LocalDate;
      readonly dose: Dose;
      readonly note: string;
      readonly clock: DeviceClock;
    }
  | {
      readonly kind: 'side-effect-reported';
      readonly version: 1;
      readonly name: string;
      readonly grade: 0 | 1 | 2 | 3; // 0 = it has ended
      readonly date: LocalDate;
      readonly clock: DeviceClock;
    }
  | {
      /** A sign that ends the therapy at once, whoever notices it. */
      readonly kind: 'red-flag-reported';
      readonly version: 1;
      readonly rule: StopRule;
      readonly date: LocalDate;
      readonly note: string;
      readonly clock: DeviceClock;
    }
  | {
      /** Sets aside the reports it names and no other: one that arrives late from a phone still stands. */
      readonly kind: 'red-flag-cleared';
      readonly version: 1;
      readonly rule: StopRule;
      readonly flags: readonly EventId[];
      readonly on: LocalDate;
      readonly reason: string;
      readonly decidedBy: PersonId;
    }
  | {
      /** "Anything new?": a medicine to be screened, an infection, a crash, a cycle day, a planned operation. */
      readonly kind: 'change-reported';
      readonly version: 1;
      readonly what: 'new-medicine' | 'infection' | 'crash' | 'cycle' | 'operation-planned' | 'nothing-new';
      readonly text: string;
      readonly date: LocalDate;
      readonly clock: DeviceClock;
    }
  | {
      /** The earlier event counts as this one says; both stay in the ledger. */
      readonly kind: 'entry-corrected';
      readonly version: 1;
      readonly entry: EventId;
      /** undefined: the entry is withdrawn. */
      readonly replacement?: CorrectableEvent;
      readonly reason: string;
      readonly clock: DeviceClock;
    }
  | {
      readonly kind: 'laboratory-asked';
      readonly version: 1;
      readonly test: string;
      readonly on: LocalDate;
    }
  | { readonly kind: 'laboratory-answered'; readonly version: 1; readonly test: string; readonly on: LocalDate }
  | SupplyEvent
  // ── the end
  | { readonly kind: 'case-exported'; readonly version: 1; readonly hash: string }
  | { readonly kind: 'case-erased'; readonly version: 1; readonly reason: string }
  | (TrialEvent | TrialDiaryEvent);

export type EventKind = CaseEvent['kind'];
export type EventOf<K extends EventKind> = Extract<CaseEvent, { readonly kind: K }>;

/** What a patient's device may send, and nothing else. */
export const DIARY_KINDS = [
  'day-kept',
  'dose-recorded',
  'unplanned-dose-reported',
  'side-effect-reported',
  'red-flag-reported',
  'change-reported',
  'kit-dose-recorded',
  'guess-given',
  'entry-corrected',
] as const;
export type DiaryEvent = EventOf<(typeof DIARY_KINDS)[number]>;
export type CorrectableEvent = Exclude<DiaryEvent, EventOf<'entry-corrected'>>;

export type Recorded<E extends CaseEvent = CaseEvent> = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly id: EventId;
  /** When the server wrote it. */
  readonly at: number;
  readonly by: PersonId;
  /** Server's clock minus the device's when the batch arrived, milliseconds; undefined = not from a device (H33). */
  readonly skew?: number;
  readonly event: E;
};
