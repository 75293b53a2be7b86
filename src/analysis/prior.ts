/**
 * What is believed before the diary, on the 0-10 scale with lower better. Each number states its reason; a caller may
 * override any of them, and an overridden prior is part of the finding's hash (H18).
 */
import { log } from '../base/elementary.ts';

export type Priors = {
  /** Mean and sd of the level without drug, points. sd 3 leaked +0.03 to +0.11 into effects; 10 leaks <= 0.02 (measured). */
  readonly intercept: { readonly mean: number; readonly sd: number };
  /** sd of drift, points per 30 days: the decisive prior of an open diary, always shown at other values too. */
  readonly trendSd: number;
  /** sd of the weekend effect, points. */
  readonly weekendSd: number;
  /** sd of the effect of 4.5 mg (or of the highest level where there is no unit), points; increments share its variance by dose. */
  readonly fullDoseSd: number;
  /** sd of the effect of taking any capsule, points: about the 18 % placebo response of a level of 6. */
  readonly capsuleSd: number;
  /** Mean and sd of log s, logit w, logit rho, log tau (s points, tau days). */
  readonly theta: { readonly mean: readonly number[]; readonly sd: readonly number[] };
};

export const DEFAULT_PRIORS: Priors = {
  intercept: { mean: 5, sd: 10 },
  trendSd: 0.25,
  weekendSd: 0.5,
  // Covers the drug-specific change of Younger 2013 (28.8 % against 18.0 % of a level of 6) without favouring it.
  fullDoseSd: Math.sqrt(3),
  capsuleSd: 1,
  theta: {
    // Day-to-day sd 0.5-3.5 points; share near uniform; autocorrelation .13-.95; onset 1.5-34 days ("days to weeks").
    mean: [log(1.3), 0, 0.5, log(7)],
    sd: [0.5, 1.2, 1.2, 0.8],
  },
};

/**
 * Onset of a treatment that is not naltrexone (unit 'none'): the "days to weeks" above is about naltrexone and would let
 * a treatment that changes nightly borrow slow drift. Unless told otherwise it acts within about a day, and that is
 * stated with the finding. Median days and sd of log tau.
 */
const OTHER_ONSET = { days: 0.5, sd: 0.5 };

/** sd of log tau where the median onset is stated by the person asking. */
const STATED_ONSET_SD = 0.8;

/** Priors for a diary's unit, with some replaced; `onsetDays` > 0 states the median time constant of onset. */
export function withPriors(unit: 'ug' | 'none', overrides: Partial<Priors> = {}, onsetDays?: number): Priors {
  const { mean, sd } = DEFAULT_PRIORS.theta;
  const days = onsetDays ?? (unit === 'none' ? OTHER_ONSET.days : undefined);
  const logTauSd = onsetDays === undefined ? OTHER_ONSET.sd : STATED_ONSET_SD;
  const theta =
    days === undefined
      ? DEFAULT_PRIORS.theta
      : { mean: [...mean.slice(0, 3), log(days)], sd: [...sd.slice(0, 3), logTauSd] };
  return { ...DEFAULT_PRIORS, theta, ...overrides };
}

/** Dose at which `fullDoseSd` holds, micrograms. */
const FULL_DOSE_UG = 4500;

/**
 * Prior sd of each dose increment: variance in proportion to the step, so the sd at any dose does not depend on how
 * many steps led there. `doses` ascending without 0, micrograms or levels.
 */
export function incrementSds(doses: readonly number[], unit: 'ug' | 'none', priors: Priors): number[] {
  const full = unit === 'ug' ? FULL_DOSE_UG : (doses.at(-1) ?? 1);
  return doses.map((dose, k) => priors.fullDoseSd * Math.sqrt((dose - (doses[k - 1] ?? 0)) / full));
}
