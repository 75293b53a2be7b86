/**
 * Diaries of people for whom the drug does nothing, in the ways that fool a before-after comparison: wandering days,
 * joining in a flare, getting better anyway. And the comparison that is fooled: Welch's t-test on the same days.
 */
import { pt } from 'lib-r-math.js';
import { type SymptomTruth, simulateScores } from '../../src/analysis/generator.ts';
import type { Rng } from '../../src/base/rng.ts';
import { START } from './draw.ts';

export type NullRow = {
  readonly name: string;
  readonly design: 'titration' | 'hold' | 'crossover';
  /** True change at 4.5 mg, in proportion below; 0 unless said. */
  readonly change?: number;
  readonly truth: Pick<SymptomTruth, 'trend' | 'wanderingShare' | 'correlation'> & { readonly firstWandering?: number };
};

/**
 * Day sd 1.3 about level 6 of 0-10; half of its variance wanders (none in the first row). A flare is a first day 1.5 sd
 * of the wandering part above the person's own level.
 */
const wandering = (correlation: number) => ({ trend: 0, wanderingShare: 0.5, correlation });
export const NULL_ROWS: readonly NullRow[] = [
  { name: 'white noise', design: 'titration', truth: { trend: 0, wanderingShare: 0, correlation: 0 } },
  { name: 'AR rho 0.7', design: 'titration', truth: wandering(0.7) },
  { name: 'AR rho 0.9', design: 'titration', truth: wandering(0.9) },
  { name: 'AR rho 0.97', design: 'titration', truth: wandering(0.97) },
  { name: 'joined in a flare, rho 0.95', design: 'titration', truth: { ...wandering(0.95), firstWandering: 1.5 } },
  { name: 'better anyway, -0.5 a month', design: 'titration', truth: { ...wandering(0.7), trend: -0.5 } },
  { name: 'with a hold, rho 0.9', design: 'hold', truth: wandering(0.9) },
  { name: 'crossover, rho 0.7', design: 'crossover', truth: wandering(0.7) },
  { name: 'crossover, rho 0.95', design: 'crossover', truth: wandering(0.95) },
  { name: 'crossover in a flare, rho 0.95', design: 'crossover', truth: { ...wandering(0.95), firstWandering: 1.5 } },
];

/** The other side of the coin: a true change of -1.5 points, so that a verdict that never says "better" is seen too. */
export const EFFECT_ROWS: readonly NullRow[] = [
  { name: 'titration, true -1.5', design: 'titration', change: -1.5, truth: wandering(0.7) },
  { name: 'with a hold, true -1.5', design: 'hold', change: -1.5, truth: wandering(0.7) },
  { name: 'crossover, true -1.5', design: 'crossover', change: -1.5, truth: wandering(0.7) },
];

export type NullDiary = {
  /** Score before rounding per day, points; NaN where nothing was logged (15 %). */
  readonly y: readonly number[];
  /** Dose taken per day, mg. */
  readonly dose: readonly number[];
};

/**
 * Titration: 21 days without, 14 at 1.5, 14 at 3, 71 at 4.5 mg. Hold: the same and 28 days without after it. Crossover:
 * three pairs of 21-day periods, the order in each pair drawn.
 */
function drawDoses(design: NullRow['design'], rng: Rng): readonly number[] {
  const days = (n: number, dose: number): readonly number[] => Array<number>(n).fill(dose);
  const titration = [...days(21, 0), ...days(14, 1.5), ...days(14, 3), ...days(71, 4.5)];
  if (design !== 'crossover') return design === 'hold' ? [...titration, ...days(28, 0)] : titration;
  return [0, 1, 2].flatMap(() => {
    const first = rng.below(2) === 0;
    return [...days(21, first ? 4.5 : 0), ...days(21, first ? 0 : 4.5)];
  });
}

/** One person on whom the drug does nothing, or what `change` says. */
export function simulateNullDiary({ design, truth, change = 0 }: NullRow, rng: Rng): NullDiary {
  const dose = drawDoses(design, rng);
  const effects = [1.5, 3, 4.5].map((mg) => ({ dose: mg, change: (change * mg) / 4.5 }));
  const full: SymptomTruth = { level: 6, weekend: 0, expectancy: 0, onsetDays: 7, spread: 1.3, effects, ...truth };
  const scores = simulateScores(full, START, { dose }, rng);
  return { y: scores.map((score) => (rng.uniform() < 0.15 ? Number.NaN : score)), dose };
}

/** One-sided p-value of Welch's unequal-variance t-test that `treated` is lower than `untreated`. */
export function welchLower(treated: readonly number[], untreated: readonly number[]): number {
  const a = spreadOf(treated);
  const b = spreadOf(untreated);
  const [va, vb] = [a.variance / treated.length, b.variance / untreated.length];
  const df = (va + vb) ** 2 / (va ** 2 / (treated.length - 1) + vb ** 2 / (untreated.length - 1));
  return pt((a.mean - b.mean) / Math.sqrt(va + vb), df);
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1) };
}

/** Welch's t-test as people use it: days at the highest dose against days without. */
export function welchOfDiary({ y, dose }: NullDiary): number {
  const top = Math.max(...dose);
  const at = (taken: number): readonly number[] => y.filter((v, day) => dose[day] === taken && !Number.isNaN(v));
  return welchLower(at(top), at(0));
}
