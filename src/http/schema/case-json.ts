/** What may a page know of the answers about cases? The types of the JSON as it is sent, and nothing that runs. */
import type { z } from 'zod';
import type { EntryAnswer } from '../../service/keep-diary.ts';
import type {
  ACCESS_PAGE,
  CASE_ITEM,
  CASE_LIST,
  CASE_READ,
  CASE_VIEW,
  EVENT_PAGE,
  FINDING_HEAD,
  HAND_OVER_LIST,
  REQUEST,
} from './case.ts';
import type { CHECKED_DRAFT, PERMITTED, PLAN, READ_BACK, SAVED_DRAFT, SIGNED, STARTED } from './plan.ts';
import type { PRODUCTS } from './product.ts';
import type { ANSWERS, FINDING, MATCH, MATCHED_MEDICINE, MEDICINE, REVIEWED, SCREENING } from './screening.ts';
import type { SUPPLY } from './supply.ts';
import type { TOLD_FINDING } from './told.ts';

export type CaseItemJson = z.input<typeof CASE_ITEM>;
export type CaseListJson = z.input<typeof CASE_LIST>;
export type HandOverListJson = z.input<typeof HAND_OVER_LIST>;
export type CaseViewJson = z.input<typeof CASE_VIEW>;
export type CaseReadJson = z.input<typeof CASE_READ>;
export type EventPageJson = z.input<typeof EVENT_PAGE>;
export type AccessPageJson = z.input<typeof ACCESS_PAGE>;
export type FindingHeadJson = z.input<typeof FINDING_HEAD>;
export type ToldFindingJson = z.input<typeof TOLD_FINDING>;
export type RequestJson = z.input<typeof REQUEST>;
export type ProductsJson = z.input<typeof PRODUCTS>;
export type SupplyJson = z.input<typeof SUPPLY>;
export type PlanJson = z.input<typeof PLAN>;
export type PermittedJson = z.input<(typeof PERMITTED)['en']>;
export type CheckedDraftJson = z.input<(typeof CHECKED_DRAFT)['en']>;
export type SavedDraftJson = z.input<(typeof SAVED_DRAFT)['en']>;
export type ReadBackJson = z.input<(typeof READ_BACK)['en']>;
export type StartedJson = z.input<typeof STARTED>;
export type SignedJson = z.input<typeof SIGNED>;
export type MedicineJson = z.input<typeof MEDICINE>;
export type MatchJson = z.input<typeof MATCH>;
export type MatchedMedicineJson = z.input<typeof MATCHED_MEDICINE>;
export type ScreeningJson = z.input<(typeof SCREENING)['en']>;
export type ScreeningFindingJson = z.input<(typeof FINDING)['en']>;
export type AnswersJson = z.input<typeof ANSWERS>;
export type ReviewedJson = z.input<typeof REVIEWED>;

type Refused = Extract<EntryAnswer, { outcome: 'refused' }>;
/** What became of one entry a device sent; the refusal with its sentence. */
export type EntryAnswerJson =
  | Exclude<EntryAnswer, Refused>
  | (Omit<Refused, 'refusal'> & { readonly refusal: { readonly code: string; readonly detail: string } });
export type DiarySyncJson = {
  readonly answers: readonly EntryAnswerJson[];
  readonly skew: number;
  readonly clockOff: boolean;
  readonly seq: number;
};
