/**
 * The sentences of a finding, in plain English. Nothing here advises a dose, claims that a drug "works", or shows an
 * open-label change without what placebo did in a trial (H18); "inconclusive" is said when it is so (H19).
 */
import type { Continuation, Finding, Grade, Verdict } from '../../../../src/analysis/finding.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { doubtedDose, harmedDoses, mostLikelyFirst, onsetDays, spokenDose } from '../../../../src/report/reading.ts';
import type { FindingWords } from '../../../../src/report/words.ts';
import { assumptionSentence } from './assumption.ts';
import { definition } from './definition.ts';
import { capital, dayCount, doseInWords, lowerOrHigher, outOf100, pointsInWords, rangeInWords } from './number.ts';
import { refusalSentence } from './refusal.ts';

/** The whole answer: verdict, size with its 90 % interval, natural frequency. */
export function sentence(finding: Finding): string {
  const { outcome, unit, grade } = finding;
  const effect = spokenDose(finding);
  const dose = doseInWords(effect.dose, unit);
  const { quantiles } = effect;
  const size = lowerOrHigher(effect.mean, outcome.scale);
  const range = `90 % interval: ${rangeInWords(quantiles['0.05'], quantiles['0.95'], outcome.scale)}`;
  const chance = `The chance that ${outcome.label} is ${outcome.better} on ${dose} is ${outOf100(effect.pBenefit)}.`;
  const because = grade === 'randomised-blinded' ? 'on' : 'while taking';
  switch (finding.verdict) {
    case 'better':
      return `${capital(outcome.label)} was better ${because} ${dose}: by about ${pointsInWords(effect.mean, outcome.scale)} (${range}). ${chance}`;
    case 'worse':
      return `${capital(outcome.label)} was worse ${because} ${dose}: by about ${pointsInWords(effect.mean, outcome.scale)} (${range}). ${chance}`;
    case 'inconclusive':
      return `Inconclusive: these days do not yet tell whether ${dose} changes ${outcome.label}. Best guess: ${size} (${range}). ${chance}`;
    default:
      return unreachable(finding.verdict);
  }
}

/** "A worthwhile change (1 point or more): about 12 in 100." */
export function worthwhile(finding: Finding): string {
  const { outcome } = finding;
  const effect = spokenDose(finding);
  return `A worthwhile change (${pointsInWords(outcome.worthwhile, outcome.scale)} or more ${outcome.better}): ${outOf100(effect.pWorthwhile)}.`;
}

const gradeName: Readonly<Record<Grade, string>> = {
  'open-label': 'open-label',
  'open-label-with-hold': 'open-label with a pause',
  'randomised-open': 'randomised, not blinded',
  'randomised-blinded': 'randomised and blinded',
};

const gradeMeaning: Readonly<Record<Grade, string>> = {
  'open-label':
    'The person knew what they took, and the dose moved along with time. The drug, hope and natural change cannot be told apart. This is weak evidence.',
  'open-label-with-hold':
    'The person knew what they took, but paused it for 14 days or more, which helps to tell natural change from the drug. Hope still counts in. This is weaker evidence.',
  'randomised-open':
    'As stated, chance decided when the drug was taken, but the person knew. Hope still counts in. This is fair evidence.',
  'randomised-blinded':
    'As stated, chance decided when the drug was taken, and the person did not know. This is the strongest evidence one diary can give.',
};

/** Grade of evidence with what it can and cannot tell. */
export function gradeLine({ grade }: Finding): string {
  return `Grade of evidence: ${gradeName[grade]}. ${gradeMeaning[grade]}`;
}

/** Source: Due Bruun 2024, FINAL, Lancet Rheumatol 6:e31: placebo arm −0.9 NRS points in 12 weeks. */
export function placebo({ grade, unit }: Finding): string | undefined {
  if (grade === 'randomised-blinded' || unit === 'none') return undefined;
  return 'For comparison: in a trial of low-dose naltrexone (FINAL 2024), the pain of people on placebo improved by 0.9 points of 10 on average in 12 weeks (Lancet Rheumatol 2024;6:e31).';
}

function continuation(way: Continuation, { decision, unit }: Finding): string {
  const dose = doseInWords(decision.dose, unit);
  switch (way) {
    case 'same-dose':
      return `staying at ${dose}`;
    case 'hold-28':
      return unit === 'none'
        ? `a pause of 28 days at level 0, then ${dose} again`
        : `a pause of 28 days without the drug, then ${dose} again`;
    case 'alternate-28':
      return `28 days off and 28 days on ${dose}, in turns`;
    default:
      return unreachable(way);
  }
}

/** Why days that look clear are not called so: nothing decided when the drug was taken but the calendar. */
export function doubt(finding: Finding): string | undefined {
  const seen = doubtedDose(finding);
  if (!seen) return undefined;
  const { effect, p, doubt: less } = seen;
  const way = effect.pBenefit > 0.5 ? 'better' : 'worse';
  return `${capital(finding.outcome.label)} looks ${way} on ${doseInWords(effect.dose, finding.unit)} (${outOf100(p)}), but natural change can look the same. To someone who expects more natural change and smaller effects, the chance is ${outOf100(less)}. Both must be above 97.5 in 100 to say ${way}.`;
}

/** Doses, other than the one spoken of, on which it looks worse: benefit at one dose must not hide harm at another. */
export function harm(finding: Finding): string | undefined {
  const { outcome, unit } = finding;
  const worse = harmedDoses(finding);
  if (worse.length === 0) return undefined;
  const each = worse.map(
    ({ dose, mean, pBenefit }) =>
      `${doseInWords(dose, unit)}: ${lowerOrHigher(mean, outcome.scale)}, chance of being worse ${outOf100(1 - pBenefit)}`,
  );
  return `Look also at where ${outcome.label} may be worse. ${each.join('; ')}.`;
}

/** What would settle it, as a rough guide; or that none of the ways tried gets there. */
export function settle(finding: Finding): string {
  const { decision, verdict, grade } = finding;
  if (decision.decidedNow && verdict !== 'inconclusive') {
    const stays = 'More days like these are unlikely to turn this around';
    return grade === 'randomised-blinded' ? `${stays}.` : `${stays}; a blinded comparison would be stronger evidence.`;
  }
  if (doubtedDose(finding))
    return 'To settle it: more days like these cannot tell the drug from natural change. A pause, or a blinded comparison, can. Whether to is for the patient and the prescriber.';
  if (decision.decidedNow)
    return 'To settle it: the days lean past 90 in 100 one way, short of the 97.5 in 100 needed to say so. More days would firm this up or undo it.';
  const { settles } = decision;
  if (!settles)
    return 'To settle it: nothing tried here (staying, pausing, taking turns) gets there within 168 days with a chance of 80 in 100.';
  return `To settle it, roughly: ${dayCount(settles.days)} more (${continuation(settles.continuation, finding)}) would do so with a chance of ${outOf100(settles.probability)}. Whether to is for the patient and the prescriber.`;
}

/** The doses by their chance of being the best, most likely first. */
export function best({ bestDose, unit }: Finding): string {
  const parts = mostLikelyFirst(bestDose.probabilities).map(({ dose, probability }) => {
    const name = dose === 0 && unit === 'mg' ? 'none' : doseInWords(dose, unit);
    return `${name} ${outOf100(probability)}`;
  });
  return `Which dose is best? ${capital(parts.join('; '))}.`;
}

/** Lowest dose about as good as the best. */
export function lowest({ bestDose, unit, outcome }: Finding): string {
  const near = pointsInWords(outcome.worthwhile / 2, outcome.scale);
  const top = mostLikelyFirst(bestDose.lowestNearBest)[0];
  if (!top) return '';
  const name = top.dose === 0 && unit === 'mg' ? 'none' : doseInWords(top.dose, unit);
  return `Lowest dose within ${near} of the best: most likely ${name} (${outOf100(top.probability)}).`;
}

/** How long a change takes to build up and to fade. */
export function onset(finding: Finding): string {
  const [low, middle, high] = onsetDays(finding);
  return `Onset: two thirds of any change builds up, or fades, in about ${dayCount(middle)} (90 % interval: ${low} to ${high}).`;
}

/** Blinded diaries only: what taking any capsule did. */
export function expectancy({ expectancy: change, outcome }: Finding): string | undefined {
  if (!change) return undefined;
  const { quantiles, mean } = change;
  return `Taking any capsule, even one without the drug: ${lowerOrHigher(mean, outcome.scale)} (90 % interval: ${rangeInWords(quantiles['0.05'], quantiles['0.95'], outcome.scale)}).`;
}

/** What if the days nobody logged were bad days? */
export function missing({ diagnostics, outcome, decision, unit }: Finding): string | undefined {
  const { missingDaysWorse: worse } = diagnostics;
  if (!worse) return undefined;
  const two = pointsInWords(((outcome.scale.maximum - outcome.scale.minimum) / 10) * 2, outcome.scale);
  return `If every day without an entry had been ${two} worse, the change on ${doseInWords(decision.dose, unit)} would be ${lowerOrHigher(worse.mean, outcome.scale)}, and the chance of a change for the better ${outOf100(worse.pBenefit)}.`;
}

const likelihoodReason: Readonly<Record<Finding['diagnostics']['likelihoodReason'], string>> = {
  asked: 'as asked for',
  'mid-scale': 'because the scores keep to the middle of the scale',
  'at-the-ends': 'because many scores stand at an end of the scale',
  'little-spread': 'because the scores take few different values',
  'not-whole-points': 'because the scores are not whole points',
};

/** Which likelihood was used, why, and the revision of the model. */
export function model({ diagnostics }: Finding): string {
  const { likelihood, likelihoodReason: reason, revision } = diagnostics;
  const name = likelihood === 'rounded' ? 'rounded-score' : 'Gaussian';
  return `One patient, ${name} likelihood ${likelihoodReason[reason]}; revision ${revision}.`;
}

/** "84 of 98 days logged, 3 of the rest too ill to log." */
export function data({ diagnostics: { days, daysLogged, daysTooIll } }: Finding): string {
  const ill = daysTooIll > 0 ? `, ${dayCount(daysTooIll)} too ill to log` : '';
  return `${daysLogged} of ${dayCount(days)} logged${ill}`;
}

const verdictName: Readonly<Record<Verdict, string>> = {
  better: 'better while taking it',
  worse: 'worse while taking it',
  inconclusive: 'inconclusive',
};

export const notAdvice =
  'This is a reading of a diary, not medical advice. Any change of dose is for the patient and the prescriber to decide.';

/** Everything English says about a finding. */
export const findingWords: FindingWords = {
  sentence,
  worthwhile,
  grade: gradeLine,
  placebo,
  doubt,
  harm,
  settle,
  best,
  lowest,
  onset,
  expectancy,
  missing,
  model,
  data,
  assumption: assumptionSentence,
  likelihoodReason,
  gradeName,
  verdictName,
  continuation,
  definition,
  refusal: refusalSentence,
  notAdvice,
};
