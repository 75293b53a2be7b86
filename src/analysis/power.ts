/**
 * What will a blinded comparison be able to tell this person, before it begins? For an assumed true effect, how often it
 * is settled for the better, for the worse, or not at all, averaged over what is believed of the days, of the onset and
 * over the sequences that may be drawn. Promises nothing: theta is taken to be known in each draw, so it is rough (H19).
 */
import { isWeekend, type LocalDate } from '../base/calendar.ts';
import { type Rng, seededRng } from '../base/rng.ts';
import { type Dose, NO_DOSE } from '../medicine/dose.ts';
import { layOut } from '../stats/design.ts';
import { normalCdf } from '../stats/normal.ts';
import { plannedContrast } from '../stats/planned-contrast.ts';
import { checkProblem, type Problem } from '../stats/problem.ts';
import { whiteningFor } from '../stats/whitening.ts';
import { contrastKept, SHOWN_ONSETS } from '../trial/contrast-kept.ts';
import { periodsOf, type TrialDesign } from '../trial/design.ts';
import { type Sequence, sequencesOf } from '../trial/sequence.ts';
import { DEFAULT_PRIORS, incrementSds, type Priors } from './prior.ts';
import { SCEPTIC_START_DAYS, scepticalPriors } from './trial/trial-sceptic.ts';

export type PowerQuestion = {
  /** Assumed true change against placebo at every dose, points of a 0-10 scale; below 0 is better. */
  readonly effect: number;
  /** Settled for the better when P(change < 0) is above it, for the worse when it is below 1 - it. 0.5-1. */
  readonly settledAt: number;
  /** Share of the days that will be kept, above 0, up to 1. Electronic diaries: 0.85 on average (Ono 2019). */
  readonly kept: number;
  readonly priors?: Priors;
  /** Draws of theta and of sequences; 200 give a probability to about 0.02. */
  readonly draws?: number;
  readonly seed?: number;
};

/**
 * What will be told while the blind holds: the rule of the protocol, kept for a sceptic too (trial/trial-sceptic.ts).
 * `better` + `worse` + `open` = 1.
 */
export type DosePower = {
  readonly dose: Dose;
  readonly better: number;
  readonly worse: number;
  readonly open: number;
  /** The rule alone, without the sceptic. */
  readonly rule: { readonly better: number; readonly worse: number };
  /** Expected posterior sd of the change, points. */
  readonly sd: number;
};

export type Power = {
  readonly days: number;
  readonly sequences: bigint;
  readonly doses: readonly DosePower[];
  /** What the periods keep of a true contrast by onset in days, for pairs of placebo and a dose. */
  readonly kept: readonly { readonly onsetDays: number; readonly share: number }[];
};

export const CUSTOMARY_QUESTION: PowerQuestion = { effect: -1, settledAt: 0.9, kept: 0.85 };

/** @throws RangeError when the design has no admissible sequence, or the question is out of range */
export function powerOf(design: TrialDesign, question: PowerQuestion = CUSTOMARY_QUESTION): Power {
  const { settledAt, kept, draws = 200, seed = 1 } = question;
  if (!(settledAt > 0.5 && settledAt < 1 && kept > 0 && kept <= 1 && draws >= 1))
    throw new RangeError('no such question');
  const all = sequencesOf(design);
  const rng = seededRng(seed);
  const priors = question.priors ?? DEFAULT_PRIORS;
  const sums = design.doses.map(() => ({ better: 0, worse: 0, variance: 0, ruleBetter: 0, ruleWorse: 0 }));
  for (let draw = 0; draw < draws; draw++) {
    const sequence = all.at(bigBelow(all.count, rng));
    const days = (beliefs: Priors, start: number): Problem =>
      planOf(design, sequence, { kept, priors: beliefs, start }, rng.split(`days ${draw}`));
    const everyday = days(priors, 0);
    const sceptic = days(scepticalPriors(priors), SCEPTIC_START_DAYS);
    const theta = drawTheta(priors, rng);
    for (const [k, sum] of sums.entries())
      add(sum, settle(everyday, theta, k, question), settle(sceptic, theta, k, question));
  }
  return {
    days: periodsOf(design) * design.periodDays,
    sequences: all.count,
    doses: sums.map(({ better, worse, variance, ruleBetter, ruleWorse }, k) => ({
      dose: design.doses[k] ?? NO_DOSE,
      ...{ better: better / draws, worse: worse / draws, open: 1 - (better + worse) / draws },
      rule: { better: ruleBetter / draws, worse: ruleWorse / draws },
      sd: Math.sqrt(variance / draws),
    })),
    kept: keptBy(design),
  };
}

type Settled = { readonly better: number; readonly worse: number; readonly variance: number };
type Sum = { better: number; worse: number; variance: number; ruleBetter: number; ruleWorse: number };

/** The two means come from the same days and move together: both are beyond their bounds as often as the rarer one is. */
function add(sum: Sum, everyday: Settled, sceptic: Settled): void {
  sum.ruleBetter += everyday.better;
  sum.ruleWorse += everyday.worse;
  sum.variance += everyday.variance;
  sum.better += Math.min(everyday.better, sceptic.better);
  sum.worse += Math.min(everyday.worse, sceptic.worse);
}

/** Chance, given theta, that the posterior ends beyond the bound on either side. */
function settle(problem: Problem, theta: readonly number[], k: number, { effect, settledAt }: PowerQuestion): Settled {
  const laid = layOut(problem);
  const fixed = problem.fixed.length;
  const contrast = Float64Array.from({ length: laid.p }, (_, j) => (j >= fixed && j <= fixed + k ? 1 : 0));
  // Increments: the first dose brings the effect, the next ones add nothing.
  const truth = Float64Array.from({ length: laid.p }, (_, j) => (j === fixed ? effect : 0));
  const { variance, means, spread } = plannedContrast(laid, theta, contrast, [truth], whiteningFor(laid));
  const mean = means[0] as number;
  const reach = quantileOf(settledAt) * Math.sqrt(variance);
  const sd = Math.sqrt(Math.max(spread, 1e-12));
  return { better: normalCdf((-reach - mean) / sd), worse: normalCdf((mean - reach) / sd), variance };
}

/** By bisection: a bound is asked for once a question, not in a loop of millions. */
function quantileOf(p: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The days of one sequence as a problem without scores: discarded and missing days are no rows. */
function planOf(
  design: TrialDesign,
  sequence: Sequence,
  { kept, priors, start }: { readonly kept: number; readonly priors: Priors; readonly start: number },
  rng: Rng,
): Problem {
  const { doses, periodDays, runIn } = design;
  const days = sequence.length * periodDays;
  const discarded = runIn.how === 'discarded' ? runIn.days : 0;
  const each = Array.from({ length: days }, (_, t) => t);
  const checked = checkProblem({
    y: each.map((t) => (t % periodDays < discarded || rng.uniform() > kept || t < start ? Number.NaN : 5)),
    level: each.map((t) => doses.indexOf(sequence[Math.floor(t / periodDays)] as (typeof doses)[number]) + 1),
    doses,
    fixed: [
      each.map(() => 1),
      each.map((t) => (t - (days - 1) / 2) / 30),
      each.map((t) => (isWeekend(t as LocalDate) ? 1 : 0)),
    ],
    m0: [priors.intercept.mean, 0, 0, ...doses.map(() => 0)],
    sd0: [priors.intercept.sd, priors.trendSd, priors.weekendSd, ...incrementSds(doses, 'ug', priors)],
    pm: priors.theta.mean,
    ps: priors.theta.sd,
    likelihood: 'gaussian',
  });
  if (!checked.ok) throw new RangeError(`a checked design made an invalid problem: ${JSON.stringify(checked.error)}`);
  return checked.value;
}

function drawTheta({ theta }: Priors, rng: Rng): readonly number[] {
  return theta.mean.map((mean, i) => mean + (theta.sd[i] as number) * rng.normal());
}

function bigBelow(n: bigint, rng: Rng): bigint {
  if (n < 1n) throw new RangeError('the design has no admissible sequence');
  return n <= 0xffffffffn
    ? BigInt(rng.below(Number(n)))
    : (BigInt(rng.bits()) * 0x1_0000_0000n + BigInt(rng.bits())) % n;
}

function keptBy({ periodDays, runIn }: TrialDesign): Power['kept'] {
  const discarded = runIn.how === 'discarded' ? runIn.days : 0;
  return SHOWN_ONSETS.map((onsetDays) => ({ onsetDays, share: contrastKept(periodDays, discarded, onsetDays) }));
}
