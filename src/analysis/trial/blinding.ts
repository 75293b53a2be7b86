/**
 * Did the blind hold? Guesses of each arm, Bang's and James' indices, and the periods in which the person knew what they
 * took for another reason than that it helped or harmed. One person's trial has few periods, so the indices are told
 * and the verdict rests on leaving periods out (H13, H18).
 */
import { type Dose, NO_DOSE } from '../../medicine/dose.ts';
import { armsOf } from '../../trial/design.ts';
import type { Guess, GuessReason } from '../../trial/guess.ts';
import type { ArmGuesses, Blinding } from './trial-answer.ts';
import type { TrialCalendar } from './trial-calendar.ts';
import type { TrialRun } from './trial-run.ts';

/** What tells the content of a capsule without its doing any good or harm to the symptom. */
const REVEALING: readonly GuessReason[] = ['side-effects', 'look-or-taste', 'told'];
/** Below this many guesses an index and its interval say next to nothing: our choice. */
const FEW = 10;
/** 97.5 % point of the normal. */
const Z975 = 1.959963984540054;

/** Counts of one arm: right, wrong and no idea. */
export type GuessCounts = { readonly right: number; readonly wrong: number; readonly noIdea: number };

/**
 * Bang's index of one arm with its 95 % interval; undefined without a guess.
 * Source: Bang H, Ni L, Davis CE 2004, Control Clin Trials 25:143, section 3.2 (multinomial variance).
 */
export function bangIndex({ right, wrong, noIdea }: GuessCounts): ArmGuesses['bang'] {
  const n = right + wrong + noIdea;
  if (n === 0) return undefined;
  const [p, q] = [right / n, wrong / n];
  const index = p - q;
  const reach = Z975 * Math.sqrt((p * (1 - p) + q * (1 - q) + 2 * p * q) / n);
  return { index, low: Math.max(-1, index - reach), high: Math.min(1, index + reach) };
}

/**
 * James' index over both arms, weights 0 for right, 0.5 for wrong and 1 for no idea; undefined where it has no value.
 * Source: James KE and others 1996, Stat Med 15:1421.
 */
export function jamesIndex(drug: GuessCounts, placebo: GuessCounts): number | undefined {
  const known = drug.right + drug.wrong + placebo.right + placebo.wrong;
  const unknown = drug.noIdea + placebo.noIdea;
  if (known + unknown === 0 || drug.right + drug.wrong + drug.noIdea === 0) return undefined;
  if (placebo.right + placebo.wrong + placebo.noIdea === 0) return undefined;
  if (known === 0) return 1;
  const observed = (drug.wrong + placebo.wrong) / known;
  const saidDrug = drug.right + placebo.wrong;
  const saidPlacebo = drug.wrong + placebo.right;
  const expected =
    (saidDrug * (placebo.right + placebo.wrong) + saidPlacebo * (drug.right + drug.wrong)) / (known * known);
  if (expected === 0) return undefined;
  const share = unknown / (known + unknown);
  return (1 + share + ((1 - share) * (observed - expected)) / expected) / 2;
}

const isRight = ({ guess }: Guess, arm: Dose): boolean => (arm === NO_DOSE ? guess === 'placebo' : guess === 'drug');

export function blindingOf(run: TrialRun, { days }: TrialCalendar): Blinding {
  const { sequence, codeBroken } = run;
  const begun = new Set(days.flatMap(({ period }) => (period === undefined ? [] : [period])));
  const guesses = run.guesses
    .filter(({ period }) => begun.has(period))
    .map((guess) => ({ ...guess, arm: sequence[guess.period] as (typeof sequence)[number] }))
    .map((guess) => ({ ...guess, right: isRight(guess, guess.arm) }))
    .sort((a, b) => a.period - b.period);
  const arms = armsOf(run.protocol.design).map((arm): ArmGuesses => {
    const own = guesses.filter((guess) => guess.arm === arm);
    const bang = bangIndex(countsOf(own));
    const periods = [...begun].filter((period) => sequence[period] === arm).length;
    return { arm, periods, ...saidOf(own), missing: periods - own.length, ...(bang ? { bang } : {}) };
  });
  const james = jamesIndex(
    countsOf(guesses.filter(({ arm }) => arm > NO_DOSE)),
    countsOf(guesses.filter(({ arm }) => arm === NO_DOSE)),
  );
  return {
    arms,
    ...(james === undefined ? {} : { james }),
    few: guesses.length < FEW,
    guesses,
    unblinded: unblindedIn(guesses, codeBroken),
    codeBroken: [...codeBroken].sort((a, b) => a - b),
  };
}

type JudgedGuess = Blinding['guesses'][number];

function countsOf(guesses: readonly JudgedGuess[]): GuessCounts {
  const noIdea = guesses.filter(({ guess }) => guess === 'no-idea').length;
  const right = guesses.filter((guess) => guess.right).length;
  return { right, wrong: guesses.length - right - noIdea, noIdea };
}

function saidOf(guesses: readonly JudgedGuess[]): Pick<ArmGuesses, 'drug' | 'placebo' | 'noIdea'> {
  const said = (word: Guess['guess']): number => guesses.filter(({ guess }) => guess === word).length;
  return { drug: said('drug'), placebo: said('placebo'), noIdea: said('no-idea') };
}

/**
 * Who has learned in one period what the drug feels like knows it in the others too, whatever reason is given there: with
 * one revealing right guess every right guess is knowledge. A broken code is knowledge of its own period.
 */
function unblindedIn(guesses: readonly JudgedGuess[], codeBroken: readonly number[]): readonly number[] {
  const right = guesses.filter((guess) => guess.right);
  const learned = right.some(({ reason }) => REVEALING.includes(reason));
  return [...new Set([...codeBroken, ...(learned ? right.map(({ period }) => period) : [])])].sort((a, b) => a - b);
}
