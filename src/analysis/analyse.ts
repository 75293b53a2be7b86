/**
 * From a diary to findings: one per symptom, or the reason why not. The same function runs in the page's worker, in
 * the terminal and in tests, and the same diary gives the same bytes (H18, H19, H38).
 */
import type { LocalDate } from '../base/calendar.ts';
import { fitProblem, isTrustworthy } from '../stats/fit.ts';
import { doseContrast, linearMixture, thetaMarginal } from '../stats/posterior.ts';
import type { Likelihood } from '../stats/problem.ts';
import type { Diary } from '../trial/diary.ts';
import type { Outcome } from '../trial/outcome.ts';
import { bandOf } from './band.ts';
import { type BestDose, bestDoseOf, drawEffects } from './best-dose.ts';
import { changeOf, onsetOf, worthwhileModelPoints } from './change.ts';
import { decisionOf } from './decision.ts';
import { diagnosticsOf, type Fitted } from './diagnostics.ts';
import { doseResponseProblem, hasCapsuleColumn } from './dose-response.ts';
import { contrastsOf, doseEffectsOf, exceedanceOf } from './effects.ts';
import type { Analysis, Change, DoseEffect, Finding, Grade, Refusal, Verdict } from './finding.ts';
import { gradeOf } from './grade.ts';
import { chooseLikelihood } from './likelihood.ts';
import { type Priors, withPriors } from './prior.ts';
import { needsSceptic, scepticOf } from './sceptic.ts';
import { dosesTaken, type Series, seriesOf, shownDose, shownUnit, unanswerable } from './series.ts';
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
  return findingOf({ request, series, priors, choice: choice.value, problem, posterior });
}

function findingOf(fitted: Fitted): Finding {
  const { request, series, priors, problem, posterior } = fitted;
  const { id, label, scale, better, worthwhile } = series.outcome;
  const doses = doseEffectsOf(posterior, series);
  const best = bestDoseOf(drawEffects(posterior), posterior.doses, worthwhileModelPoints(series.outcome) / 2);
  const grade = gradeOf(series, request);
  const sceptic = scepticOf(posterior, series, priors);
  const level = bestLevel(best.probabilities);
  const question = doses[level - 1] as DoseEffect;
  const contrast = doseContrast(posterior, 0, level);
  const expectancy = expectancyOf(fitted);
  return {
    outcome: { id, label, scale, better, worthwhile },
    unit: shownUnit(series),
    grade,
    verdict: verdictOf(doses, sceptic, grade),
    doses,
    exceedance: exceedanceOf(posterior, series),
    bestDose: shownBest(best, series),
    onset: onsetOf(thetaMarginal(posterior, 3)),
    contrast: contrastsOf(posterior, series),
    ...(expectancy ? { expectancy } : {}),
    decision: decisionOf(series, problem, posterior, level, question.dose, question.pBenefit),
    trendStrip: trendStrip(posterior, priors.trendSd, contrast, question.dose, series.outcome),
    sceptic,
    band: bandOf(series, problem, posterior),
    diagnostics: diagnosticsOf(fitted, level),
  };
}

function shownBest(best: BestDose, series: Series): Finding['bestDose'] {
  const shown = [0, ...dosesTaken(series)].map((dose) => shownDose(series, dose));
  const byDose = (values: readonly number[]): { dose: number; probability: number }[] =>
    values.map((probability, k) => ({ dose: shown[k] as number, probability }));
  return {
    probabilities: byDose(best.probabilities),
    best: shown[best.probabilities.indexOf(Math.max(...best.probabilities))] as number,
    lowestNearBest: byDose(best.lowestNearBest),
    pMonotone: best.pMonotone,
  };
}

/** The capsule's own effect; its coefficient is the last. */
function expectancyOf({ series, posterior }: Fitted): Change | undefined {
  if (!hasCapsuleColumn(series)) return undefined;
  const capsule = new Float64Array(posterior.p);
  capsule[posterior.p - 1] = 1;
  return changeOf(linearMixture(posterior, capsule), series.outcome);
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
