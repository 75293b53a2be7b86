/** What an answer says of one simulated trial, as numbers that can be counted. */
import { answerTrial } from '../../src/analysis/trial/opened-trial.ts';
import type { DrawnTrial } from './blinded-trials.ts';

export type TrialJudgement = {
  /** The verdict's word, with the reason of an open one: 'better', 'worse', 'not-clear', 'blind-not-held', 'no-verdict'. */
  readonly word: string;
  /** P(better) of the primary comparison alone, 0-1; NaN where there is none. */
  readonly pBenefit: number;
  /** The same without periods whose guess was right; NaN where too few are left. */
  readonly pWithoutRight: number;
  readonly mean: number;
  /** For each dose, was the truth inside the central 90 % interval? Empty where it was not answered. */
  readonly covered: readonly boolean[];
};

export function judgeTrial({ run, changes }: DrawnTrial): TrialJudgement {
  const { verdict, outcomes } = answerTrial(run);
  const doses = outcomes[0]?.doses ?? [];
  const primary = doses.find((dose) => dose.primary);
  const left = primary?.withoutRightGuesses;
  return {
    word: verdict.word === 'open' ? verdict.reason.code : verdict.word,
    pBenefit: primary?.blinded.pBenefit ?? Number.NaN,
    pWithoutRight: left?.kind === 'answered' ? left.change.pBenefit : Number.NaN,
    mean: primary?.blinded.mean ?? Number.NaN,
    covered: doses.map(({ dose, blinded: { quantiles } }) => {
      const truth = changes[run.protocol.design.doses.indexOf(dose)] as number;
      return truth >= quantiles['0.05'] && truth <= quantiles['0.95'];
    }),
  };
}
