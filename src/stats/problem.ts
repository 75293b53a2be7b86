/**
 * One series to be explained: scores, treatment level per day, fixed columns and priors, as the statistician states
 * it. Knows no medicine. A draft is refused with every fault at once; nothing is filled in.
 */
import { err, ok, type Result } from '../base/result.ts';

export type Likelihood = 'gaussian' | 'rounded';

/** Names of theta, in order: day-to-day sd, autocorrelated share, daily autocorrelation, onset time constant (days). */
export const THETA_NAMES = ['log s', 'logit w', 'logit rho', 'log tau'] as const;

export type DraftProblem = {
  /** Score per day, length T, points; NaN where there is none. */
  readonly y: readonly number[];
  /** Treatment level taken per day, length T, 0 = none, k = doses[k-1]. */
  readonly level: readonly number[];
  /** Level held to steady state before the first day, 0 (none) unless said. */
  readonly before?: number;
  /** K strictly increasing positive doses, any unit. */
  readonly doses: readonly number[];
  /** f columns of length T with coefficients of their own: intercept, trend, weekend ... */
  readonly fixed: readonly (readonly number[])[];
  /** Optional 0/1 per day, length T: any capsule taken. Adds one coefficient, last, with the same onset kinetics. */
  readonly capsule?: readonly number[];
  /** Prior mean and sd of the coefficients: f fixed, K dose increments, then the capsule's if there is one. */
  readonly m0: readonly number[];
  readonly sd0: readonly number[];
  /** Prior mean and sd of theta, length 4. */
  readonly pm: readonly number[];
  readonly ps: readonly number[];
  /** 'rounded': whole scores 0 ... top, each the rounding of a latent value, open at both ends. */
  readonly likelihood: Likelihood;
  /** Highest score of the rounded likelihood; 10 unless said. */
  readonly top?: number;
};
export type Problem = DraftProblem & { readonly __checked: 'problem' };

export type ProblemFault =
  | { readonly code: 'length-differs'; readonly part: string; readonly length: number; readonly expected: number }
  | { readonly code: 'not-finite'; readonly part: string; readonly index: number }
  | { readonly code: 'level-unknown'; readonly index: number; readonly level: number; readonly levels: number }
  | { readonly code: 'doses-not-increasing'; readonly index: number }
  | { readonly code: 'sd-not-positive'; readonly part: string; readonly index: number }
  | { readonly code: 'score-not-on-scale'; readonly index: number; readonly score: number; readonly top: number }
  | { readonly code: 'too-few-scores'; readonly scores: number; readonly needed: number }
  | { readonly code: 'too-large'; readonly part: string; readonly size: number; readonly limit: number };

/** Longest series and most coefficients one fit takes: eleven years of days, and more columns than any diary has. */
const LIMIT_DAYS = 4000;
const LIMIT_COEFFICIENTS = 24;

/** Every fault at once; the only door to a `Problem`. */
export function checkProblem(draft: DraftProblem): Result<Problem, readonly ProblemFault[]> {
  const faults = [...sizeFaults(draft), ...valueFaults(draft)];
  return faults.length > 0 ? err(faults) : ok(draft as Problem);
}

/** Number of coefficients: fixed columns, dose increments, capsule. */
export function coefficientCount(draft: DraftProblem): number {
  return draft.fixed.length + draft.doses.length + (draft.capsule ? 1 : 0);
}

function sizeFaults(draft: DraftProblem): ProblemFault[] {
  const days = draft.y.length;
  const p = coefficientCount(draft);
  const faults: ProblemFault[] = [];
  const expect = (part: string, length: number, expected: number): void => {
    if (length !== expected) faults.push({ code: 'length-differs', part, length, expected });
  };
  expect('lvl', draft.level.length, days);
  for (const [i, column] of draft.fixed.entries()) expect(`fixed[${i}]`, column.length, days);
  if (draft.capsule) expect('capsule', draft.capsule.length, days);
  expect('m0', draft.m0.length, p);
  expect('sd0', draft.sd0.length, p);
  expect('pm', draft.pm.length, 4);
  expect('ps', draft.ps.length, 4);
  if (days > LIMIT_DAYS) faults.push({ code: 'too-large', part: 'y', size: days, limit: LIMIT_DAYS });
  if (p > LIMIT_COEFFICIENTS) faults.push({ code: 'too-large', part: 'm0', size: p, limit: LIMIT_COEFFICIENTS });
  return faults;
}

function valueFaults(draft: DraftProblem): ProblemFault[] {
  const faults: ProblemFault[] = [];
  const finite = (part: string, values: readonly number[]): void => {
    const index = values.findIndex((v) => !Number.isFinite(v));
    if (index >= 0) faults.push({ code: 'not-finite', part, index });
  };
  const positive = (part: string, values: readonly number[]): void => {
    const index = values.findIndex((v) => !(v > 0));
    if (index >= 0) faults.push({ code: 'sd-not-positive', part, index });
  };
  for (const [i, column] of draft.fixed.entries()) finite(`fixed[${i}]`, column);
  if (draft.capsule) finite('capsule', draft.capsule);
  for (const part of ['m0', 'sd0', 'pm', 'ps', 'doses'] as const) finite(part, draft[part]);
  positive('sd0', draft.sd0);
  positive('ps', draft.ps);
  const unordered = draft.doses.findIndex((d, k) => d <= (draft.doses[k - 1] ?? 0));
  if (unordered >= 0) faults.push({ code: 'doses-not-increasing', index: unordered });
  const levels = draft.doses.length;
  const isLevel = (l: number): boolean => Number.isInteger(l) && l >= 0 && l <= levels;
  const unknown = draft.level.findIndex((l) => !isLevel(l));
  if (unknown >= 0)
    faults.push({ code: 'level-unknown', index: unknown, level: draft.level[unknown] as number, levels });
  if (draft.before !== undefined && !isLevel(draft.before))
    faults.push({ code: 'level-unknown', index: -1, level: draft.before, levels });
  return [...faults, ...scoreFaults(draft)];
}

function scoreFaults(draft: DraftProblem): ProblemFault[] {
  const scores = draft.y.filter((v) => !Number.isNaN(v)).length;
  if (scores < 3) return [{ code: 'too-few-scores', scores, needed: 3 }];
  const endless = draft.y.findIndex((v) => Math.abs(v) === Infinity);
  if (endless >= 0) return [{ code: 'not-finite', part: 'y', index: endless }];
  if (draft.likelihood === 'gaussian') return [];
  const top = draft.top ?? 10;
  const index = draft.y.findIndex((v) => !Number.isNaN(v) && !(Number.isInteger(v) && v >= 0 && v <= top));
  return index < 0 ? [] : [{ code: 'score-not-on-scale', index, score: draft.y[index] as number, top }];
}
