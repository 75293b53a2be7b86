/**
 * What can be refused over HTTP? Every refusal of every service a route calls, by topic. A route whose service knows
 * another one does not compile until it stands here, and then not until it has a status and a sentence.
 */
import type { Denial } from '../service/authority.ts';
import type { ListRefusal } from '../service/case-list.ts';
import type { CaseBusy, CaseExists } from '../service/case-record.ts';
import type { TieRefusal } from '../service/case-ties.ts';
import type { DayImplausible } from '../service/civil-day.ts';
import type { ClinicChangeRefusal } from '../service/clinic.ts';
import type { SigningRefusal as PasskeySigningRefusal, PasswordRefusal } from '../service/credentials.ts';
import type { OwnRefusal, OwnWayRefusal } from '../service/credentials-own.ts';
import type { EraseRefusal } from '../service/erase-case.ts';
import type { ExportRefusal } from '../service/export-case.ts';
import type { FindRefusal } from '../service/find.ts';
import type { EndInterruptionRefusal, PlanInterruptionRefusal } from '../service/interruptions.ts';
import type { DeviceLinkRefusal } from '../service/invitations.ts';
import type { AcceptRefusal } from '../service/invitations-accept.ts';
import type { SyncRefusal } from '../service/keep-diary.ts';
import type { LaboratoryRefusal } from '../service/laboratory.ts';
import type { LetterRefusal } from '../service/letter.ts';
import type { ChangeUseRefusal, RecordMedicineRefusal, ResolveMedicineRefusal } from '../service/medicines.ts';
import type { CloseRefusal, OpenRefusal } from '../service/open-case.ts';
import type { PeopleRefusal } from '../service/people.ts';
import type { CheckDraftRefusal, SaveDraftRefusal } from '../service/plan-drafts.ts';
import type { ReadBackRefusal } from '../service/plan-read-back.ts';
import type { RecordProductsRefusal } from '../service/products.ts';
import type { EventsRefusal } from '../service/read-case.ts';
import type { ClearFlagRefusal } from '../service/red-flags.ts';
import type { RequestRefusal } from '../service/requests.ts';
import type { AnswerScreeningRefusal, OverrideRefusal, ReviewScreeningRefusal } from '../service/screen-case.ts';
import type { NotSignedIn } from '../service/sessions.ts';
import type { SetUpRefusal } from '../service/set-up.ts';
import type { SignInRefusal } from '../service/sign-in.ts';
import type {
  EndPlanRefusal,
  FinishCosigningRefusal,
  FinishSigningRefusal,
  TranscribePlanRefusal,
} from '../service/sign-plan.ts';
import type { DispenseRefusal, WithdrawRefusal } from '../service/supply.ts';
import type { LabelsRefusal } from '../service/supply-labels.ts';
import type { StopTherapyRefusal, TakeMoveRefusal } from '../service/titration-moves.ts';
import type { DeviationRefusal, StartTrialRefusal, StopTrialRefusal } from '../service/trial/conduct.ts';
import type { GiveConsentRefusal, WithdrawConsentRefusal } from '../service/trial/consent.ts';
import type { DesignTrialRefusal, DropTrialRefusal } from '../service/trial/design.ts';
import type { DispenseKitsRefusal } from '../service/trial/dispense.ts';
import type { SealTrialRefusal } from '../service/trial/seal.ts';
import type { FinishSigningTrialRefusal } from '../service/trial/sign.ts';
import type { TrialReportRefusal } from '../service/trial-report.ts';
import type { BreakCodeRefusal, OpenAllocationRefusal, PackListRefusal } from '../service/unblind.ts';
import type { FrameRefusal } from './frame-refusal.ts';

/** Refusals of a union that no other union has already. */
type Besides<R extends { readonly code: string }, Others extends { readonly code: string }> = Exclude<
  R,
  { readonly code: Others['code'] }
>;

/** What any route about a case may answer. */
export type CommonRefused = Denial | CaseBusy | CaseExists | DayImplausible;

export type PeopleRefused = Besides<
  | ClinicChangeRefusal
  | DeviceLinkRefusal
  | AcceptRefusal
  | NotSignedIn
  | OwnRefusal
  | OwnWayRefusal
  | PasskeySigningRefusal
  | PasswordRefusal
  | PeopleRefusal
  | SetUpRefusal
  | SignInRefusal,
  CommonRefused
>;

export type CaseRefused = Besides<
  | CloseRefusal
  | EraseRefusal
  | EventsRefusal
  | ExportRefusal
  | FindRefusal
  | LetterRefusal
  | ListRefusal
  | OpenRefusal
  | RecordProductsRefusal
  | RequestRefusal
  | DispenseRefusal
  | LabelsRefusal
  | WithdrawRefusal
  | SyncRefusal
  | TieRefusal,
  CommonRefused | PeopleRefused
>;

export type ScreeningRefused = Besides<
  | AnswerScreeningRefusal
  | ChangeUseRefusal
  | OverrideRefusal
  | RecordMedicineRefusal
  | ResolveMedicineRefusal
  | ReviewScreeningRefusal,
  CommonRefused
>;

export type PlanRefused = Besides<
  | CheckDraftRefusal
  | ClearFlagRefusal
  | EndPlanRefusal
  | FinishCosigningRefusal
  | FinishSigningRefusal
  | LaboratoryRefusal
  | PlanInterruptionRefusal
  | EndInterruptionRefusal
  | ReadBackRefusal
  | SaveDraftRefusal
  | StopTherapyRefusal
  | TakeMoveRefusal
  | TranscribePlanRefusal,
  CommonRefused | PeopleRefused
>;

export type TrialRefused = Besides<
  | BreakCodeRefusal
  | DesignTrialRefusal
  | DeviationRefusal
  | DispenseKitsRefusal
  | DropTrialRefusal
  | FinishSigningTrialRefusal
  | GiveConsentRefusal
  | OpenAllocationRefusal
  | PackListRefusal
  | SealTrialRefusal
  | StartTrialRefusal
  | StopTrialRefusal
  | TrialReportRefusal
  | WithdrawConsentRefusal,
  CommonRefused | PeopleRefused | PlanRefused
>;

export type Refused =
  | FrameRefusal
  | CommonRefused
  | PeopleRefused
  | CaseRefused
  | ScreeningRefused
  | PlanRefused
  | TrialRefused;
