/**
 * The answer to "does it work for this person?": what a finding and a refusal hold, and nothing of how they are made.
 *
 * Plain JSON values throughout, so the page, the terminal, the letter and a stored record read the same thing. Changes
 * are signed in the outcome's own points: -1 is "one point lower", whichever way is better. A finding that could not be
 * trusted is not returned; a `Refusal` says what is missing (H18, H19, H38).
 */
import type { Outcome } from '../trial/outcome.ts';

/** How the comparison was made; strongest last. */
export type Grade = 'open-label' | 'open-label-with-hold' | 'randomised-open' | 'randomised-blinded';

/**
 * 'better' needs P(benefit) > 0.975 at some dose, and where chance did not decide when the drug was taken, also under
 * the sceptic's priors at that dose; 'worse' the same for harm; otherwise 'inconclusive'.
 */
export type Verdict = 'better' | 'worse' | 'inconclusive';

/** Posterior quantiles by cumulative probability. */
export type Quantiles = { readonly [P in '0.025' | '0.05' | '0.25' | '0.5' | '0.75' | '0.95' | '0.975']: number };

/** A change between two doses at steady state, in the outcome's points. */
export type Change = {
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: Quantiles;
  /** Probability that the change is for the better, 0-1. */
  readonly pBenefit: number;
  /** Probability that it is for the better by at least the worthwhile change, 0-1. */
  readonly pWorthwhile: number;
};

/** Steady-state effect of a dose against none; `dose` in mg, or the level where the unit is 'none'. */
export type DoseEffect = Change & { readonly dose: number; readonly daysTaken: number; readonly daysLogged: number };

export type DoseContrast = Change & { readonly from: number; readonly to: number };

/** Daily posterior level, mean and central 90 % interval, outcome points, length = days of the series. */
export type Curve = {
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
};

export type Band = {
  /** First civil day, as days since 1970-01-01. */
  readonly start: number;
  /** Observed score per day, null where nothing was logged (JSON has no NaN). */
  readonly observed: readonly (number | null)[];
  /** Dose taken per day, mg or level. */
  readonly dose: readonly number[];
  readonly tooIll: readonly boolean[];
  readonly fitted: Curve;
  /** What the same days would likely have been without the drug. */
  readonly without: Curve;
};

/** Way of going on that might settle the question. */
export type Continuation = 'same-dose' | 'hold-28' | 'alternate-28';

export type DecisionCurve = {
  readonly continuation: Continuation;
  /** Probability that benefit or its absence is decided (P beyond 0.9 / 0.1) after that many more days. */
  readonly points: readonly { readonly days: number; readonly probability: number }[];
};

export type Decision = {
  /** Dose the question is asked about, mg or level. */
  readonly dose: number;
  readonly decidedNow: boolean;
  readonly curves: readonly DecisionCurve[];
  /** Shortest way to probability >= 0.8 within 168 days; absent when none gets there. */
  readonly settles?: { readonly continuation: Continuation; readonly days: number; readonly probability: number };
};

/** The same fit under another prior for drift: sd of the trend in points per 30 days on a 0-10 scale. */
export type TrendRow = {
  readonly trendPriorSd: number;
  readonly used: boolean;
  readonly dose: number;
  readonly mean: number;
  readonly sd: number;
  readonly pBenefit: number;
  readonly pWorthwhile: number;
};

export type Diagnostics = {
  readonly revision: string;
  /** SHA-256 of the canonical series and settings. */
  readonly dataHash: string;
  readonly likelihood: 'gaussian' | 'rounded';
  readonly likelihoodReason: 'asked' | 'mid-scale' | 'at-the-ends' | 'little-spread' | 'not-whole-points';
  readonly days: number;
  readonly daysLogged: number;
  readonly daysTooIll: number;
  readonly logEvidence: number;
  /** Lattice points evaluated and mixture components kept. */
  readonly latticePoints: number;
  readonly components: number;
  /** Share of posterior mass on the rim of the lattice; above 0.05 the lattice is laid wider. */
  readonly frontierMass: number;
  /** Mean sweeps per lattice point; 0 for the Gaussian likelihood. */
  readonly epSweeps: number;
  /** theta = log s, logit w, logit rho, log tau on the 0-10 scale. */
  readonly theta: readonly { readonly name: string; readonly mean: number; readonly sd: number }[];
  /** Change at the question's dose if every unlogged day had been 2 points (of 10) worse. */
  readonly missingDaysWorse?: { readonly mean: number; readonly pBenefit: number };
  readonly assumptions: readonly Assumption[];
};

/** What was taken for granted, for the reader to disagree with. */
export type Assumption =
  | { readonly code: 'no-drug-before-the-diary' }
  /** Only days from a stated first blinded day were used; `dose` (mg or level) is taken to have been steady before. */
  | {
      readonly code: 'steady-before-the-blinded-days';
      readonly dose: number;
      readonly unit: 'mg' | 'none';
      readonly from: number;
    }
  | { readonly code: 'dose-filled-between-equal-days'; readonly days: number }
  | { readonly code: 'dose-carried-forward'; readonly days: number }
  /** Days of a blinded diary that do not say whether a capsule was taken, and had no dose. */
  | { readonly code: 'capsule-as-the-day-before'; readonly days: number }
  | { readonly code: 'onset-before-the-diary'; readonly days: number }
  | { readonly code: 'expectancy-constant' }
  | { readonly code: 'blinding-as-stated' };

export type Finding = {
  readonly outcome: Pick<Outcome, 'id' | 'label' | 'scale' | 'better' | 'worthwhile'>;
  readonly unit: 'mg' | 'none';
  readonly grade: Grade;
  readonly verdict: Verdict;
  /** Doses taken, ascending, without 0. */
  readonly doses: readonly DoseEffect[];
  /** P(change for the better by at least x) over x >= 0 in points, one row of probabilities a dose. */
  readonly exceedance: {
    readonly x: readonly number[];
    readonly curves: readonly { readonly dose: number; readonly p: readonly number[] }[];
  };
  readonly bestDose: {
    /** Including dose 0 = "none"; sums to 1. */
    readonly probabilities: readonly { readonly dose: number; readonly probability: number }[];
    readonly best: number;
    /** Probability that each dose is the lowest within half a worthwhile change of the best. */
    readonly lowestNearBest: readonly { readonly dose: number; readonly probability: number }[];
    /** Probability that more dose never means less benefit. */
    readonly pMonotone: number;
  };
  /** Time constant of onset and carry-over, days. */
  readonly onset: { readonly mean: number; readonly sd: number; readonly quantiles: Quantiles };
  /** Every pair of doses, 0 included, from < to. */
  readonly contrast: readonly DoseContrast[];
  /** Blinded diaries with a capsule column only: change from taking any capsule. */
  readonly expectancy?: Change;
  readonly decision: Decision;
  readonly trendStrip: readonly TrendRow[];
  /** The same under a sceptic's priors: more drift (sd in points of 10 per 30 days), smaller effects (share of the sd). */
  readonly sceptic: {
    readonly trendPriorSd: number;
    readonly effectPriorShare: number;
    readonly doses: readonly { readonly dose: number; readonly pBenefit: number }[];
  };
  readonly band: Band;
  readonly diagnostics: Diagnostics;
};

/** Why no finding is made for an outcome, and what is missing. Days are civil days. */
export type Refusal = { readonly outcome: string } & (
  | { readonly code: 'series-too-short'; readonly days: number; readonly needed: number }
  | { readonly code: 'no-days-without-drug'; readonly days: number; readonly needed: number }
  | { readonly code: 'no-days-with-drug'; readonly days: number; readonly needed: number }
  | { readonly code: 'one-dose-only'; readonly dose: number }
  | {
      readonly code: 'period-under-half-logged';
      readonly dose: number;
      readonly from: number;
      readonly to: number;
      readonly logged: number;
      readonly days: number;
    }
  | { readonly code: 'no-variation'; readonly value: number }
  | { readonly code: 'dose-unknown'; readonly from: number; readonly to: number }
  | { readonly code: 'rounded-needs-whole-points' }
  | { readonly code: 'series-too-long'; readonly days: number; readonly limit: number }
  | { readonly code: 'too-many-doses'; readonly doses: number; readonly limit: number }
  | { readonly code: 'fit-not-converged'; readonly frontierMass: number }
);

export type Analysis = { readonly findings: readonly Finding[]; readonly refusals: readonly Refusal[] };
