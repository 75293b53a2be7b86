/**
 * A second opinion before a blinded trial may say "better" or "worse": a sceptic who expects effects as small as the larger
 * trials leave likely and twice the drift, and who does not count the first two weeks, in which hope fades in and a flare
 * fades out while the first kit begins. Without one, slow wandering, a flare or hope are told as a drug effect more often
 * than the rule says (H18). Rates with no effect and with one: `npm run bench:trial-honesty`; docs/models/trial.md.
 */
import type { Priors } from '../prior.ts';

/** sd 0.69 points at 4.5 mg: FINAL (2024) found -0.34 on average, 95 % interval -0.95 to 0.27. */
const EFFECT_SHARE = 0.4;
/** As the sceptic of an open diary. */
const DRIFT_TIMES = 2;
/** Two medians of the onset time. */
export const SCEPTIC_START_DAYS = 14;

export function scepticalPriors(priors: Priors): Priors {
  return { ...priors, trendSd: priors.trendSd * DRIFT_TIMES, fullDoseSd: priors.fullDoseSd * EFFECT_SHARE };
}
