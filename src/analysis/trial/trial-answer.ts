/**
 * The answer of an opened blinded trial: what it holds, and nothing of how it is made. Plain JSON values; changes are
 * signed in the outcome's own points, so -1 is "one point lower" whichever way is better, and `pBenefit` knows the way.
 * Only the primary question has a verdict, by the rule settled before day 1 (H13, H18, H19).
 */
import type { Dose } from '../../medicine/dose.ts';
import type { Guess } from '../../trial/guess.ts';
import type { Outcome } from '../../trial/outcome.ts';
import type { Change, Quantiles, Refusal } from '../finding.ts';

/** Why there is no verdict at all: the days, or the model, are not what was settled on. */
export type NoVerdictReason =
  /** The protocol's own hash is not the one that was signed. */
  | { readonly code: 'protocol-hash-differs'; readonly settled: string; readonly found: string }
  | { readonly code: 'revision-differs'; readonly settled: string; readonly found: string }
  | { readonly code: 'priors-differ'; readonly settled: string; readonly found: string }
  | { readonly code: 'period-under-half-kept'; readonly period: number; readonly kept: number; readonly days: number }
  /** `dose` 0 = placebo: fewer counted days of that arm than a comparison needs. */
  | { readonly code: 'ended-before-both-arms'; readonly dose: Dose; readonly days: number; readonly needed: number }
  | { readonly code: 'not-answered'; readonly refusal: TrialRefusal['code'] };

/** Why it stays open although the days are good. */
export type OpenReason =
  /** P(better) lies between the bounds of the rule. */
  | { readonly code: 'not-clear' }
  /**
   * It would be settled, but not for a sceptic (trial-sceptic.ts): small effects, more drift, first two weeks not
   * counted. `pBenefit` is the sceptic's; absent where too few days are left to ask.
   */
  | { readonly code: 'sceptic-unsure'; readonly pBenefit?: number }
  /**
   * It would be settled, but not without the periods in which the person knew what they took for another reason than
   * that it helped or harmed: side effects, look or taste, being told, a broken code. `pBenefit` is what is left without
   * them; absent where too few days are left to ask.
   */
  | { readonly code: 'blind-not-held'; readonly periods: readonly number[]; readonly pBenefit?: number };

export type TrialVerdict =
  | { readonly word: 'better' | 'worse' }
  | { readonly word: 'open'; readonly reason: OpenReason }
  | { readonly word: 'no-verdict'; readonly reasons: readonly NoVerdictReason[] };

/** The same comparison, other days or other columns; 'too-few': an arm has not enough days left. */
export type Sensitivity =
  | { readonly kind: 'answered'; readonly change: Change; readonly days: number }
  | { readonly kind: 'too-few' };

/** One dose against placebo. `blinded` is the comparison that was settled before; the others ask whether it depends. */
export type TrialDose = {
  readonly dose: Dose;
  /** The dose of the primary question. */
  readonly primary: boolean;
  /** Days of the trial on which it was taken, and those of them that count (scored, not left out). */
  readonly daysTaken: number;
  readonly daysCounted: number;
  readonly blinded: Change;
  /** With days before the trial and a column of its own for "any capsule"; 'too-few' where no such day was without one. */
  readonly withExpectancy: Sensitivity;
  /** Without the periods whose guess was right, whatever the reason. Few are left by design: the guess may be right because it helps. */
  readonly withoutRightGuesses: Sensitivity;
  /** Without the periods in which the blind did not hold; see `OpenReason`. The verdict leans on it. */
  readonly withoutUnblinded: Sensitivity;
  /** First days of every period left out, and kept and left to the model; one of the two is what was settled. */
  readonly withoutFirstDays: Sensitivity;
  readonly withFirstDays: Sensitivity;
  /** Under a sceptic's priors, without known periods and the first two weeks. The verdict leans on it too. */
  readonly sceptic: Sensitivity;
};

/** One period as it was kept, for one outcome. */
export type PeriodScores = {
  /** 0 = first. */
  readonly period: number;
  readonly arm: Dose;
  /** First and last civil day under the trial. */
  readonly first: number;
  readonly last: number;
  readonly days: number;
  /** Days with a score or "too ill to log"; `missed` = the rest. */
  readonly kept: number;
  readonly missed: number;
  readonly tooIll: number;
  /** Of the days with a score; sd absent with fewer than two. Absent where none. */
  readonly mean?: number;
  readonly sd?: number;
};

/** Mean of a block's days on a dose less its days on placebo, as they are; which came first. */
export type BlockDifference = {
  readonly block: number;
  readonly dose: Dose;
  readonly difference: number;
  readonly first: 'placebo' | 'drug';
};

export type OutcomeAnswer = {
  readonly outcome: Pick<Outcome, 'id' | 'label' | 'scale' | 'better' | 'worthwhile'>;
  readonly primary: boolean;
  readonly likelihood: 'gaussian' | 'rounded';
  /** Ascending. */
  readonly doses: readonly TrialDose[];
  readonly periods: readonly PeriodScores[];
  /** Change by the mere passing of 30 days (period effect), points. */
  readonly drift: { readonly mean: number; readonly sd: number; readonly low: number; readonly high: number };
  /** Blocks in the order they came (order effect); empty for designs without blocks and where a side has no score. */
  readonly blocks: readonly BlockDifference[];
  /** Time constant of onset and carry-over, days. */
  readonly onset: { readonly mean: number; readonly sd: number; readonly quantiles: Quantiles };
  /** Change from taking any capsule at all; only where days before the trial could tell it. */
  readonly expectancy?: Change;
};

/** Why one outcome is not answered; the others may be. */
export type TrialRefusal = { readonly outcome: string } & (
  | { readonly code: 'too-few-days'; readonly dose: Dose; readonly days: number; readonly needed: number }
  | { readonly code: 'no-variation'; readonly value: number }
  | { readonly code: Extract<Refusal['code'], 'fit-not-converged'>; readonly frontierMass: number }
);

/** Guesses of the periods of one arm, and Bang's index: 1 = all right, 0 = as by chance, -1 = all wrong. */
export type ArmGuesses = {
  readonly arm: Dose;
  readonly periods: number;
  readonly drug: number;
  readonly placebo: number;
  readonly noIdea: number;
  /** Finished or begun periods without a guess. */
  readonly missing: number;
  /** Absent without a guess. Interval of 95 %, not beyond -1 and 1. */
  readonly bang?: { readonly index: number; readonly low: number; readonly high: number };
};

export type Blinding = {
  readonly arms: readonly ArmGuesses[];
  /** James' index over all arms: 1 = blind, 0.5 = as by chance, 0 = all known. Absent without guesses in both arms. */
  readonly james?: number;
  /** Under ten guesses: an index says next to nothing, and its interval is too narrow. Always so in one person's trial. */
  readonly few: boolean;
  readonly guesses: readonly (Guess & { readonly arm: Dose; readonly right: boolean })[];
  /** Periods whose content was known for another reason than benefit or harm, 0 = first. */
  readonly unblinded: readonly number[];
  readonly codeBroken: readonly number[];
};

/** How the capsules were recorded. */
export type Taking = {
  readonly days: number;
  readonly taken: number;
  readonly notTaken: number;
  /** Nobody recorded it; taken to be as the day before, for a week at the most. */
  readonly assumed: number;
  /** Scores left out because nobody knows for longer. */
  readonly leftOut: number;
  /** From the kit of another period. */
  readonly fromOtherKit: number;
};

/** While it is open: another block of the same kind, with the same rule. Rough: what is believed of the days is held. */
export type WouldSettle = { readonly days: number; readonly probability: number };

export type TrialAnswer = {
  readonly trial: string;
  readonly protocolHash: string;
  readonly commitment: string;
  readonly startOn: number;
  /** Last civil day under the trial. */
  readonly lastDay: number;
  /** It ended before its last period was over. */
  readonly endedEarly: boolean;
  /** The rule as it was settled. */
  readonly rule: { readonly worthwhile: number; readonly settledAt: number };
  readonly primary: { readonly outcome: string; readonly dose: Dose };
  readonly sequence: readonly Dose[];
  readonly verdict: TrialVerdict;
  /** The primary first, then the others in the protocol's order; those refused stand in `refusals`. */
  readonly outcomes: readonly OutcomeAnswer[];
  readonly refusals: readonly TrialRefusal[];
  readonly blinding: Blinding;
  readonly taking: Taking;
  readonly deviations: readonly { readonly what: string; readonly count: number }[];
  readonly wouldSettle?: WouldSettle;
  /** Which model and priors answered. */
  readonly engine: { readonly revision: string; readonly priors: string };
};
