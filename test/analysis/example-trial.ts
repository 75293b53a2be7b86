/**
 * One opened trial with a known truth, for tests of its answer, and the plain alternative: generalised least squares with
 * dense matrices, sharing nothing with the engine but the generator's onset filter.
 */
import { kineticShare, simulateScores } from '../../src/analysis/generator.ts';
import { DEFAULT_PRIORS } from '../../src/analysis/prior.ts';
import type { TrialDay, TrialRun } from '../../src/analysis/trial/trial-run.ts';
import { isWeekend, type LocalDate } from '../../src/base/calendar.ts';
import type { TrialId } from '../../src/base/ids.ts';
import { seededRng } from '../../src/base/rng.ts';
import { type Dose, micrograms, NO_DOSE } from '../../src/medicine/dose.ts';
import type { Score } from '../../src/trial/diary.ts';
import type { Guess } from '../../src/trial/guess.ts';
import { DAILY_OUTCOMES, type Outcome } from '../../src/trial/outcome.ts';
import { protocolHash } from '../../src/trial/protocol-json.ts';
import { sequencesOf } from '../../src/trial/sequence.ts';
import { PAIRS, protocolOf } from '../calibration/blinded-trials.ts';
import { START } from '../calibration/draw.ts';

export const PAIN = DAILY_OUTCOMES[0] as Outcome;

type Wanted = {
  readonly change: number;
  readonly seed: number;
  readonly hope?: number;
  readonly baseline?: number;
  /** Days of the trial without a score. */
  readonly missed?: readonly number[];
  readonly others?: readonly string[];
  readonly worthwhile?: number;
};

/** Three blocks of placebo and 4.5 mg. */
export const runOf = ({ change, ...rest }: Wanted): TrialRun => dayRun({ doses: [4500], changes: [change], ...rest });

type WantedDoses = Omit<Wanted, 'change'> & { readonly doses: readonly number[]; readonly changes: readonly number[] };

/** Day sd 1.2 about level 6, 0.4 of it wandering with rho 0.7, onset 5 days; guesses without knowledge. */
export function dayRun({
  doses: micro,
  changes,
  seed,
  hope = 0,
  baseline = 0,
  missed = [],
  ...rest
}: WantedDoses): TrialRun {
  const doses = micro.map(micrograms);
  const design = { ...PAIRS, doses, kind: doses.length > 1 ? ('dose-finding' as const) : PAIRS.kind };
  const rule = { worthwhile: rest.worthwhile ?? 1, settledAt: 0.9 };
  const protocol = protocolOf(design, { others: rest.others ?? [], rule });
  const rng = seededRng(seed);
  const all = sequencesOf(protocol.design);
  const sequence = all.at(BigInt(rng.below(Number(all.count))));
  const arms = sequence.flatMap((arm) => new Array<Dose>(design.periodDays).fill(arm));
  const dose = [...new Array<Dose>(baseline).fill(NO_DOSE), ...arms];
  const capsule = dose.map((_, n) => n >= baseline);
  const truth = {
    ...{ level: 6, trend: 0, weekend: 0.2, expectancy: hope, onsetDays: 5 },
    ...{ spread: 1.2, wanderingShare: 0.4, correlation: 0.7 },
    effects: doses.map((each, k) => ({ dose: each, change: changes[k] as number })),
  };
  const scores = ['pain', ...(rest.others ?? [])].map((id) => ({
    id,
    values: simulateScores(truth, START, { dose, capsule }, rng.split(id)),
  }));
  const days = dose.map((_, n): TrialDay => {
    const t = n - baseline;
    const score = (value: number): Score => (missed.includes(t) ? { kind: 'skipped' } : { kind: 'value', value });
    const kept = Object.fromEntries(scores.map(({ id, values }) => [id, score(values[n] as number)]));
    const day = { date: (START + n) as LocalDate, scores: kept };
    return t < 0 ? { ...day, openDose: NO_DOSE } : { ...day, taken: true };
  });
  const guesses = sequence.map(
    (_, period): Guess => ({ period, guess: 'no-idea', confidence: 1, reason: 'just-a-feeling' }),
  );
  return {
    trial: '0197a000-0000-7000-8000-000000000001' as TrialId,
    ...{ protocol, protocolHash: protocolHash(protocol), commitment: 'c'.repeat(64) },
    ...{ startOn: (START + baseline) as LocalDate, sequence, days, guesses, codeBroken: [], deviations: [] },
    outcomes: DAILY_OUTCOMES,
  };
}

/** Mean and sd of the one dose's change given theta: (X'V^-1X + P)^-1 (X'V^-1 y + P m), V dense. All days scored. */
export function normalEquations(
  run: TrialRun,
  theta: readonly number[],
): { readonly mean: number; readonly sd: number } {
  const [logS = 0, logitW = 0, logitRho = 0, logTau = 0] = theta;
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  const [s2, w, rho] = [Math.exp(2 * logS), logistic(logitW), logistic(logitRho)];
  const y = run.days.map(({ scores }) => (scores.pain?.kind === 'value' ? scores.pain.value : Number.NaN));
  const arm = (t: number): Dose => run.sequence[Math.floor(t / run.protocol.design.periodDays)] as Dose;
  const share = kineticShare(
    y.map((_, t) => arm(t) > NO_DOSE),
    Math.exp(logTau),
  );
  const x = y.map((_, t) => [
    ...[1, (t - (y.length - 1) / 2) / 30, isWeekend((run.startOn + t) as LocalDate) ? 1 : 0, share[t] as number],
  ]);
  const v = y.map((_, i) => y.map((_, j) => s2 * (w * rho ** Math.abs(i - j) + (i === j ? 1 - w : 0))));
  const columns = [0, 1, 2, 3].map((k) =>
    solve(
      v,
      x.map((row) => row[k] as number),
    ),
  );
  const solvedY = solve(v, y);
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  const column = (k: number): number[] => x.map((row) => row[k] as number);
  const { intercept, trendSd, weekendSd, fullDoseSd } = DEFAULT_PRIORS;
  const sds = [intercept.sd, trendSd, weekendSd, fullDoseSd];
  const a = sds.map((sd, i) =>
    sds.map((_, j) => dot(column(i), columns[j] as number[]) + (i === j ? 1 / (sd * sd) : 0)),
  );
  const b = sds.map((sd, i) => dot(column(i), solvedY) + (i === 0 ? intercept.mean / (sd * sd) : 0));
  return { mean: solve(a, b)[3] as number, sd: Math.sqrt(solve(a, [0, 0, 0, 1])[3] as number) };
}

/** Gaussian elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  const at = (i: number, j: number): number => rows[i]?.[j] as number;
  for (let k = 0; k < n; k++) {
    const best = rows.reduce(
      (top, row, i) => (i > k && Math.abs(row[k] as number) > Math.abs(at(top, k)) ? i : top),
      k,
    );
    [rows[k], rows[best]] = [rows[best] as number[], rows[k] as number[]];
    for (let i = k + 1; i < n; i++) {
      const factor = at(i, k) / at(k, k);
      if (factor !== 0) for (let j = k; j <= n; j++) (rows[i] as number[])[j] = at(i, j) - factor * at(k, j);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = x.reduce((sum, value, j) => (j > i ? sum + at(i, j) * value : sum), 0);
    x[i] = (at(i, n) - known) / at(i, i);
  }
  return x;
}
