/**
 * The answer of a blinded trial in plain English: settled for the better or the worse, open, or no verdict, each with its
 * size, its interval, a natural frequency and what would settle it. Says nothing is proved, and names no probability
 * without saying of what (H18, H19).
 */
import type { NoVerdictReason, OpenReason, TrialRefusal } from '../../../../src/analysis/trial/trial-answer.ts';
import { unreachable } from '../../../../src/base/exhaustive.ts';
import { formatDose, micrograms } from '../../../../src/medicine/dose.ts';
import { primaryDose } from '../../../../src/report/trial/tables.ts';
import type { TrialReport } from '../../../../src/report/trial/trial-report.ts';
import { capital, dayCount, lowerOrHigher, outOf100, pointsInWords, rangeInWords } from './number.ts';

/** "placebo", "4.5 mg". */
export const arm = (dose: number): string => (dose === 0 ? 'placebo' : formatDose(micrograms(dose)));
export const period = (place: number): string => `period ${place + 1}`;
/** "periods 2 and 5". */
export function periods(places: readonly number[]): string {
  const numbers = places.map((place) => place + 1);
  if (numbers.length === 1) return `period ${numbers[0]}`;
  return `periods ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** What is compared, best guess first: "0.4 points lower (90 % interval: ...)". */
function sizeOf(report: TrialReport): { readonly size: string; readonly chance: string } | undefined {
  const asked = primaryDose(report);
  if (!asked) return undefined;
  const { outcome, blinded } = { outcome: asked.outcome.outcome, blinded: asked.dose.blinded };
  const { quantiles: q, mean, pBenefit } = blinded;
  const drug = arm(asked.dose.dose);
  return {
    size: `${lowerOrHigher(mean, outcome.scale)} on ${drug} than on placebo (90 % interval: ${rangeInWords(q['0.05'], q['0.95'], outcome.scale)})`,
    chance: `The chance that ${outcome.label} is better on ${drug} is ${outOf100(pBenefit)}; that it is not, ${outOf100(1 - pBenefit)}.`,
  };
}

const bound = ({ answer }: TrialReport): string => `more than ${Math.round(answer.rule.settledAt * 100)} in 100`;

const nameOf = ({ answer }: TrialReport): string =>
  answer.outcomes.find(({ primary }) => primary)?.outcome.label ?? answer.primary.outcome;

/** The whole answer to the one question. */
export function verdict(report: TrialReport): string {
  const { answer } = report;
  const told = sizeOf(report);
  const { verdict: found, primary } = answer;
  const drug = arm(primary.dose);
  const name = nameOf(report);
  switch (found.word) {
    case 'better':
    case 'worse':
      return `Settled: ${name} was ${found.word} on ${drug} than on placebo. Best guess: ${told?.size}. ${told?.chance} The rule set before day 1 asked for ${bound(report)}.`;
    case 'open':
      return `Open: this trial does not tell whether ${drug} changes ${name} in this person. Best guess: ${told?.size}. ${told?.chance} ${openBecause(found.reason, report)}`;
    case 'no-verdict':
      return `No verdict on ${name} and ${drug}: ${found.reasons.map(noVerdict).join('; ')}.`;
    default:
      return unreachable(found);
  }
}

function openBecause(reason: OpenReason, report: TrialReport): string {
  if (reason.code === 'not-clear') return `The rule set before day 1 asked for ${bound(report)}, one way or the other.`;
  if (reason.code === 'sceptic-unsure') {
    const sceptic =
      reason.pBenefit === undefined
        ? 'too few days are left to ask one'
        : `for one the chance of a change for the better is ${outOf100(reason.pBenefit)}`;
    return `It would count as settled, but not for a sceptic who expects small effects and does not count the first two weeks: ${sceptic}.`;
  }
  const left =
    reason.pBenefit === undefined
      ? 'without them too few days are left to ask'
      : `without them the chance of a change for the better is ${outOf100(reason.pBenefit)}`;
  return `It would count as settled, but it leans on ${periods(reason.periods)}, in which it was known what was taken for another reason than that it helped or harmed; ${left}.`;
}

function noVerdict(reason: NoVerdictReason): string {
  switch (reason.code) {
    case 'protocol-hash-differs':
      return 'the protocol is not the one that was signed';
    case 'revision-differs':
      return `the model is revision ${reason.found}, and ${reason.settled} was settled on`;
    case 'priors-differ':
      return 'the model begins with other priors than were settled on';
    case 'period-under-half-kept':
      return `${period(reason.period)} kept ${reason.kept} of ${dayCount(reason.days)}, under half`;
    case 'ended-before-both-arms':
      return `it ended when the longest period on ${arm(reason.dose)} had ${dayCount(reason.days)}, and a whole one of ${reason.needed} is needed`;
    case 'not-answered':
      return REFUSAL[reason.refusal];
    default:
      return unreachable(reason);
  }
}

const REFUSAL: Readonly<Record<TrialRefusal['code'], string>> = {
  'too-few-days': 'too few days count on one side',
  'no-variation': 'every score is the same, so no difference can be seen',
  'fit-not-converged': 'the model found no stable answer',
};

/** Why another symptom has no answer. */
export const refusal = ({ outcome, code }: TrialRefusal): string => `${capital(outcome)}: ${REFUSAL[code]}.`;

/** The verdict in one sentence, for a reader who has seen the numbers. */
export function reading(report: TrialReport): string {
  const { verdict: found, primary } = report.answer;
  const drug = arm(primary.dose);
  const name = nameOf(report);
  switch (found.word) {
    case 'better':
    case 'worse':
      return `In this person and in these weeks ${name} was ${found.word} on ${drug} than on placebo, by the rule set before day 1.`;
    case 'open':
      return `By the rule set before day 1 it stays open whether ${drug} changes ${name} in this person.`;
    case 'no-verdict':
      return `These days give no verdict on ${name} and ${drug}.`;
    default:
      return unreachable(found);
  }
}

/** What belongs to the answer. */
export function shortly(report: TrialReport): readonly string[] {
  const lines = [worthwhile(report), blind(report), settle(report)];
  return lines.filter((line) => line !== undefined);
}

export function worthwhile(report: TrialReport): string | undefined {
  const asked = primaryDose(report);
  if (!asked) return undefined;
  const { outcome } = asked.outcome;
  return `A worthwhile change (${pointsInWords(report.answer.rule.worthwhile, outcome.scale)} or more ${outcome.better}): ${outOf100(asked.dose.blinded.pWorthwhile)}.`;
}

/** Did the blind hold, as far as a few guesses can tell? */
export function blind({ answer: { blinding } }: TrialReport): string {
  const { guesses, unblinded, codeBroken, few } = blinding;
  const guessed = guesses.filter(({ guess }) => guess !== 'no-idea');
  const right = guessed.filter((guess) => guess.right).length;
  const told =
    guessed.length === 0
      ? 'The blind: no guess was given.'
      : `The blind: ${right} of ${guessed.length} guesses were right.${few ? ' So few say next to nothing.' : ''}`;
  const known =
    unblinded.length === 0 ? '' : ` In ${periods(unblinded)} something other than help or harm gave it away.`;
  const broken = codeBroken.length === 0 ? '' : ` The code of ${periods(codeBroken)} was broken.`;
  return `${told}${known}${broken}`;
}

function settle({ answer }: TrialReport): string | undefined {
  const { verdict: found, wouldSettle } = answer;
  if (found.word === 'no-verdict')
    return 'What would settle it: the comparison again, with at least half of the days of every period kept. Whether to is for the patient and the prescriber.';
  if (found.word !== 'open') return undefined;
  if (found.reason.code === 'blind-not-held')
    return 'What would settle it: the comparison again with capsules that cannot be told apart. Whether to is for the patient and the prescriber.';
  if (!wouldSettle)
    return 'What would settle it: more blocks of the same kind; from these days it cannot be said how many. Whether to is for the patient and the prescriber.';
  return `What would settle it, roughly: another block (${dayCount(wouldSettle.days)}) would, with a chance of ${outOf100(wouldSettle.probability)}. Whether to is for the patient and the prescriber.`;
}
