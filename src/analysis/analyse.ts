/**
 * From a diary to findings: one per symptom, or the reason why not. The same function runs in the page's worker, in
 * the terminal and in tests, and the same diary gives the same bytes (H18, H19, H38).
 */
import type { LocalDate } from '../base/calendar.ts';
import { exp } from '../base/elementary.ts';
import { hashOf } from '../base/hash.ts';
import { fitProblem, isTrustworthy } from '../stats/fit.ts';
import { doseContrast, linearMixture, type Posterior, thetaMarginal } from '../stats/posterior.ts';
import { type Likelihood, type Problem, THETA_NAMES } from '../stats/problem.ts';
import type { Diary } from '../trial/diary.ts';
import type { Outcome } from '../trial/outcome.ts';
import { bandOf } from './band.ts';
import { bestDoseOf, drawEffects } from './best-dose.ts';
import { changeOf, onsetOf, worthwhileModelPoints } from './change.ts';
import { decisionOf } from './decision.ts';
import { doseResponseProblem, hasCapsuleColumn } from './dose-response.ts';
import { contrastsOf, doseEffectsOf, exceedanceOf } from './effects.ts';
import type { Analysis, Assumption, Diagnostics, Finding, Grade, Refusal, Verdict } from './finding.ts';
import { gradeOf } from './grade.ts';
import { chooseLikelihood, type LikelihoodChoice } from './likelihood.ts';
import { missingDaysWorse } from './missing-days.ts';
import { type Priors, withPriors } from './prior.ts';
import { REVISION } from './revision.ts';
import { needsSceptic, scepticOf } from './sceptic.ts';
import { dosesTaken, type Series, seriesOf, shownDose, unanswerable } from './series.ts';
import { trendStrip } from './trend-strip.ts';

export type AnalysisRequest = {
  readonly diary: Diary;
  /** Outcome ids; all of the diary's where absent. @throws RangeError on an id the diary does not have */
  readonly outcomes?: readonly string[];
  readonly likelihood: Likelihood | 'auto';
  /** As stated by whoever kept the diary: allocation was random; and hidden from the person. */
  readonly blinded: boolean;
  readonly randomised: boolean;
  /** First blinded day, where an open part came before; only days from it on are used. With `blinded` only. */
  readonly blindedFrom?: LocalDate;
  readonly priors?: Partial<Priors>;
  /** Median time constant of onset and carry-over before the diary, days, > 0; the unit's own prior where absent. */
  readonly onsetDays?: number;
};

/** Beyond this a probability is called clear. */
const CLEAR = 0.975;

/** Findings and refusals in the order of the outcomes. */
export function analyseDiary(request: AnalysisRequest): Analysis {
  const findings: Finding[] = [];
  const refusals: Refusal[] = [];
  for (const outcome of chosenOutcomes(request)) {
    const answer = analyseOutcome(request, outcome);
    if ('code' in answer) refusals.push(answer);
    else findings.push(answer);
  }
  return { findings, refusals };
}

function chosenOutcomes({ diary, outcomes }: AnalysisRequest): readonly Outcome[] {
  if (!outcomes) return diary.outcomes;
  return outcomes.map((id) => {
    const outcome = diary.outcomes.find((o) => o.id === id);
    if (!outcome) throw new RangeError(`no outcome "${id}" in the diary`);
    return outcome;
  });
}

/** One symptom's finding, or the refusal in its place. */
export function analyseOutcome(request: AnalysisRequest, outcome: Outcome): Finding | Refusal {
  const read = seriesOf(request.diary, outcome, request.blinded ? request.blindedFrom : undefined);
  if (!read.ok) return read.error;
  const series = read.value;
  const refused = unanswerable(series);
  if (refused) return refused;
  const priors = withPriors(series.unit, request.priors, request.onsetDays);
  const choice = chooseLikelihood(series, priors, request.likelihood);
  if (!choice.ok) return choice.error;
  const problem = doseResponseProblem(series, priors, choice.value.likelihood);
  const posterior = choice.value.posterior ?? fitProblem(problem);
  if (!isTrustworthy(posterior))
    return { outcome: outcome.id, code: 'fit-not-converged', frontierMass: posterior.diagnostics.frontierMass };
  return findingOf(request, series, priors, choice.value, problem, posterior);
}

function findingOf(
  request: AnalysisRequest,
  series: Series,
  priors: Priors,
  choice: LikelihoodChoice,
  problem: Problem,
  posterior: Posterior,
): Finding {
  const { outcome } = series;
  const shown = [0, ...dosesTaken(series)].map((dose) => shownDose(series, dose));
  const doses = doseEffectsOf(posterior, series);
  const best = bestDoseOf(drawEffects(posterior), posterior.doses, worthwhileModelPoints(outcome) / 2);
  const byDose = (values: readonly number[]): { dose: number; probability: number }[] =>
    values.map((probability, k) => ({ dose: shown[k] as number, probability }));
  const grade = gradeOf(series, request);
  const sceptic = scepticOf(posterior, series, priors);
  const level = bestLevel(best.probabilities);
  const question = doses[level - 1] as Finding['doses'][number];
  const contrast = doseContrast(posterior, 0, level);
  const capsule = new Float64Array(posterior.p).fill(0);
  capsule[posterior.p - 1] = 1;
  return {
    outcome: {
      id: outcome.id,
      label: outcome.label,
      scale: outcome.scale,
      better: outcome.better,
      worthwhile: outcome.worthwhile,
    },
    unit: series.unit === 'ug' ? 'mg' : 'none',
    grade,
    verdict: verdictOf(doses, sceptic, grade),
    doses,
    exceedance: exceedanceOf(posterior, series),
    bestDose: {
      probabilities: byDose(best.probabilities),
      best: shown[best.probabilities.indexOf(Math.max(...best.probabilities))] as number,
      lowestNearBest: byDose(best.lowestNearBest),
      pMonotone: best.pMonotone,
    },
    onset: onsetOf(thetaMarginal(posterior, 3)),
    contrast: contrastsOf(posterior, series),
    ...(hasCapsuleColumn(series) ? { expectancy: changeOf(linearMixture(posterior, capsule), outcome) } : {}),
    decision: decisionOf(series, problem, posterior, level, question.dose, question.pBenefit),
    trendStrip: trendStrip(posterior, priors.trendSd, contrast, question.dose, outcome),
    sceptic,
    band: bandOf(series, problem, posterior),
    diagnostics: diagnosticsOf(request, series, priors, choice, posterior, level),
  };
}

/** The dose (1 ... K) most often best; ties go to the lower. */
function bestLevel(probabilities: readonly number[]): number {
  let level = 1;
  for (let k = 2; k < probabilities.length; k++)
    if ((probabilities[k] as number) > (probabilities[level] as number)) level = k;
  return level;
}

/** A dose counts only where the everyday and, if it is asked, the sceptic's probability are both beyond `CLEAR`. */
function verdictOf(doses: Finding['doses'], sceptic: Finding['sceptic'], grade: Grade): Verdict {
  const asked = needsSceptic(grade);
  const clear = (toward: (pBenefit: number) => number): boolean =>
    doses.some(({ pBenefit }, k) => {
      const doubted = asked ? (sceptic.doses[k]?.pBenefit ?? 0.5) : pBenefit;
      return Math.min(toward(pBenefit), toward(doubted)) > CLEAR;
    });
  if (clear((p) => p)) return 'better';
  return clear((p) => 1 - p) ? 'worse' : 'inconclusive';
}

function diagnosticsOf(
  request: AnalysisRequest,
  series: Series,
  priors: Priors,
  choice: LikelihoodChoice,
  posterior: Posterior,
  level: number,
): Diagnostics {
  const { score, dose, before, tooIll, capsule, outcome, unit, start } = series;
  const missing = missingDaysWorse(series, priors, level);
  const settings = { likelihood: choice.likelihood, blinded: request.blinded, randomised: request.randomised, priors };
  const hashed = {
    outcome,
    unit,
    start,
    score: score.map((y) => (Number.isNaN(y) ? null : y)),
    dose,
    before,
    tooIll,
    capsule,
  };
  return {
    revision: REVISION,
    dataHash: hashOf({ series: hashed, settings, revision: REVISION }),
    likelihood: choice.likelihood,
    likelihoodReason: choice.reason,
    days: score.length,
    daysLogged: score.filter((y) => !Number.isNaN(y)).length,
    daysTooIll: tooIll.filter(Boolean).length,
    logEvidence: posterior.logEvidence,
    latticePoints: posterior.diagnostics.latticePoints,
    components: posterior.diagnostics.components,
    frontierMass: posterior.diagnostics.frontierMass,
    epSweeps: posterior.diagnostics.epSweeps,
    theta: THETA_NAMES.map((name, j) => {
      const { mean, sd } = thetaMarginal(posterior, j);
      return { name, mean, sd };
    }),
    ...(missing ? { missingDaysWorse: missing } : {}),
    assumptions: [...series.assumptions, ...statedAssumptions(request, series, priors)],
  };
}

function statedAssumptions(request: AnalysisRequest, series: Series, priors: Priors): Assumption[] {
  const stated: Assumption[] = [];
  if (series.unit === 'none' || request.onsetDays !== undefined)
    stated.push({ code: 'onset-before-the-diary', days: exp(priors.theta.mean[3] as number) });
  if (request.blinded || request.randomised) stated.push({ code: 'blinding-as-stated' });
  if (request.blinded && !hasCapsuleColumn(series)) stated.push({ code: 'expectancy-constant' });
  return stated;
}
