/**
 * What can happen in a blinded trial inside a case? From the design to the opening of what was sealed, every act once and
 * for ever. Nothing but `sealed` and `lots`, both for the pharmacy's key alone, depends on which arm a period holds; until
 * `allocation-opened` nothing else tells it, neither by value nor by length (H13). Civil days and instants as in event.ts.
 */
import type { LocalDate } from '../base/calendar.ts';
import type { PersonId, PlanId, TrialId } from '../base/ids.ts';
import type { Confidence, GuessReason, GuessWord } from '../trial/guess.ts';
import type { TrialProtocol } from '../trial/protocol.ts';
import type { Sequence } from '../trial/sequence.ts';
import type { DeviceClock } from './event.ts';
import type { Signature } from './signature.ts';

/** Why a trial ended before its last day. */
export const STOP_WHYS = [
  'escape-rule',
  'patient-wish',
  'side-effect',
  'safety',
  'consent-withdrawn',
  'other',
] as const;
export type StopWhy = (typeof STOP_WHYS)[number];

/** What did not go as the protocol says. */
export const DEVIATIONS = ['wrong-kit', 'missed-days', 'kit-lost', 'new-medicine', 'late-guess', 'other'] as const;
export type DeviationWhat = (typeof DEVIATIONS)[number];

/** 'taken-anyway': it was taken though nothing was to be taken; kept as what it was. */
export const KIT_DOSES = ['taken', 'not-taken', 'taken-anyway'] as const;
export type KitDoseStatus = (typeof KIT_DOSES)[number];

type Of<K extends string> = { readonly kind: K; readonly version: 1; readonly trial: TrialId };

export type TrialEvent =
  | (Of<'trial-designed'> & { readonly protocol: TrialProtocol })
  /** The protocol is settled. `protocolHash`: of `protocol`; `plan`: the signed plan whose ceiling holds its doses. */
  | (Of<'trial-signed'> & {
      readonly protocol: TrialProtocol;
      readonly protocolHash: string;
      readonly plan: PlanId;
      readonly screening: { readonly on: LocalDate; readonly listVersion: string };
      readonly signature: Signature;
      readonly decidedBy: PersonId;
    })
  /** A draft, or a signed trial that has not begun, is given up. */
  | (Of<'trial-dropped'> & { readonly reason: string; readonly on: LocalDate; readonly decidedBy: PersonId })
  /** `text`: which version of the words the patient read. */
  | (Of<'consent-given'> & { readonly protocolHash: string; readonly text: string; readonly on: LocalDate })
  | (Of<'consent-withdrawn'> & { readonly reason: string; readonly on: LocalDate })
  /** `kits`: the code on the kit of each period; drawn by chance, so they tell nothing. */
  | (Of<'allocation-sealed'> & {
      readonly commitment: string;
      readonly sealed: string;
      readonly key: string;
      readonly kits: readonly string[];
    })
  /** Whole blocks at once, with one number, filler and date for all of them. `lots`: sealed to the pharmacy. */
  | (Of<'kits-dispensed'> & {
      readonly kits: readonly string[];
      readonly capsulesEach: number;
      readonly filler: string;
      readonly usableUntil: LocalDate;
      readonly lots: string;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    })
  /** From `on` on the trial takes the plan's place. */
  | (Of<'trial-started'> & {
      readonly on: LocalDate;
      readonly screening: { readonly on: LocalDate; readonly listVersion: string };
      readonly decidedBy: PersonId;
    })
  /** From `on` on nothing of the trial is taken. */
  | (Of<'trial-stopped'> & {
      readonly on: LocalDate;
      readonly why: StopWhy;
      readonly note: string;
      readonly decidedBy: PersonId;
    })
  | (Of<'trial-deviated'> & {
      readonly what: DeviationWhat;
      readonly note: string;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    })
  /** Somebody was told what the kit of one period holds. What that is does not stand here. */
  | (Of<'code-broken'> & {
      readonly period: number;
      readonly reason: string;
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    })
  /** What was sealed, in the open, after the trial; it fitted its commitment. */
  | (Of<'allocation-opened'> & {
      readonly sequence: Sequence;
      readonly nonce: string;
      readonly kits: readonly string[];
      readonly on: LocalDate;
      readonly decidedBy: PersonId;
    });

/** What a patient's device may send of a trial. */
export type TrialDiaryEvent =
  | (Of<'kit-dose-recorded'> & {
      readonly kit: string;
      readonly date: LocalDate;
      readonly status: KitDoseStatus;
      readonly clock: DeviceClock;
    })
  /** `period` 0 = first. `date`: the civil day it was given. */
  | (Of<'guess-given'> & {
      readonly period: number;
      readonly guess: GuessWord;
      readonly confidence: Confidence;
      readonly reason: GuessReason;
      readonly note: string;
      readonly date: LocalDate;
      readonly clock: DeviceClock;
    });
