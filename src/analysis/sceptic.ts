/**
 * A second opinion before an open diary may say "better" or "worse": the same days under a sceptic's priors, who expects
 * twice the drift and smaller effects. In an open titration dose and time rise together, and under the everyday priors a
 * flare that fades or an illness that eases would be told as a drug effect too often (H18).
 *
 * Rank-one re-weighting of the posterior at hand, no new fit; checked against refits in trend-strip.test.ts. Rates with
 * no effect and with one: `npm run bench:honesty`; why these numbers: docs/decisions/0013.
 */
import { mixtureCdf } from '../stats/mixture.ts';
import { doseContrast, linearMixture, type Posterior } from '../stats/posterior.ts';
import { TREND } from './dose-response.ts';
import type { Finding, Grade } from './finding.ts';
import { incrementSds, type Priors } from './prior.ts';
import { dosesTaken, type Series, shownDose } from './series.ts';
import { withPriorSd } from './trend-strip.ts';

/** The sceptic's drift prior: this many times the everyday sd (0.5 points per 30 days). */
const DRIFT_TIMES = 2;
/** The sceptic's effect prior: this share of the everyday sd. */
const EFFECT_SHARE = 0.6;

/** Probability of benefit of every dose under the sceptic's priors. */
export function scepticOf(posterior: Posterior, series: Series, priors: Priors): Finding['sceptic'] {
  const trendSd = priors.trendSd * DRIFT_TIMES;
  const doses = dosesTaken(series);
  let doubted = withPriorSd(posterior, TREND, priors.trendSd, trendSd);
  for (const [k, sd] of incrementSds(doses, series.unit, priors).entries())
    doubted = withPriorSd(doubted, posterior.fixed + k, sd, sd * EFFECT_SHARE);
  return {
    trendPriorSd: trendSd,
    effectPriorShare: EFFECT_SHARE,
    doses: doses.map((dose, k) => ({
      dose: shownDose(series, dose),
      pBenefit: mixtureCdf(linearMixture(doubted, doseContrast(doubted, 0, k + 1)), 0),
    })),
  };
}

/** Whether the verdict must also pass the sceptic: chance did not decide when the drug was taken. */
export function needsSceptic(grade: Grade): boolean {
  return grade === 'open-label' || grade === 'open-label-with-hold';
}
