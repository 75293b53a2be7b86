/** What the product says about one diary without a drug effect, through its own front door, and what Welch's t-test says. */
import { analyseOutcome } from '../../src/analysis/analyse.ts';
import { markOnScale } from '../../src/analysis/generator.ts';
import type { LocalDate } from '../../src/base/calendar.ts';
import type { Likelihood } from '../../src/stats/problem.ts';
import { checkDiary, type Diary, type DiaryDay } from '../../src/trial/diary.ts';
import { DAILY_OUTCOMES, type Outcome } from '../../src/trial/outcome.ts';
import { START } from './draw.ts';
import { type NullDiary, type NullRow, welchOfDiary } from './null-diaries.ts';

export type NullJudgement = {
  /** No finding, as when chance left half a period without scores: nobody is told anything. */
  readonly refused: boolean;
  /** The sentence a person would read: the finding's verdict is 'better'. */
  readonly toldBetter: boolean;
  /** P(benefit) beyond 0.975 at any dose; and at the highest. */
  readonly clearAtAny: boolean;
  readonly clearAtTop: boolean;
  /** Posterior mean at the highest dose, points; NaN where refused. */
  readonly mean: number;
  /** Welch's t-test, one-sided 2.5 %. */
  readonly welch: boolean;
};

const PAIN = DAILY_OUTCOMES[0] as Outcome;
const CLEAR = 0.975;

/**
 * Scores are kept to the scale's ends; with the rounded likelihood they are whole points as well.
 */
export function judgeNullDiary(drawn: NullDiary, likelihood: Likelihood, design: NullRow['design']): NullJudgement {
  const keep = likelihood === 'rounded' ? markOnScale : keepOnScale;
  const kept: NullDiary = { ...drawn, y: drawn.y.map((y) => keep(y, PAIN.scale)) };
  const randomised = design === 'crossover';
  const finding = analyseOutcome({ diary: diaryOf(kept), likelihood, blinded: false, randomised }, PAIN);
  const welch = welchOfDiary(kept) < 1 - CLEAR;
  if ('code' in finding)
    return { refused: true, toldBetter: false, clearAtAny: false, clearAtTop: false, mean: Number.NaN, welch };
  const { doses, verdict } = finding;
  const top = doses.at(-1);
  return {
    refused: false,
    toldBetter: verdict === 'better',
    clearAtAny: doses.some(({ pBenefit }) => pBenefit > CLEAR),
    clearAtTop: (top?.pBenefit ?? 0) > CLEAR,
    mean: top?.mean ?? Number.NaN,
    welch,
  };
}

const keepOnScale = (score: number, { minimum, maximum }: Outcome['scale']): number =>
  Math.min(maximum, Math.max(minimum, score));

function diaryOf({ y, dose }: NullDiary): Diary {
  const days = y.map((value, day): DiaryDay => {
    const score = Number.isNaN(value) ? ({ kind: 'skipped' } as const) : ({ kind: 'value', value } as const);
    return { date: (START + day) as LocalDate, taken: Math.round(1000 * (dose[day] ?? 0)), scores: { pain: score } };
  });
  const checked = checkDiary({ unit: 'ug', outcomes: [PAIN], days });
  if (!checked.ok) throw new RangeError(`no diary: ${JSON.stringify(checked.error[0])}`);
  return checked.value;
}
