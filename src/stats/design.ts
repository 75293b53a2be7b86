/**
 * A problem laid out for the filter: only the days with a score become rows, each with its distance in days to the
 * row before; the columns that depend on the onset time constant are refilled in place.
 */
import { exp } from '../base/elementary.ts';
import { coefficientCount, type Problem } from './problem.ts';

export type Design = {
  /** Days with a score. */
  readonly rows: number;
  /** Calendar length of the series. */
  readonly days: number;
  readonly fixed: number;
  /** Columns with onset kinetics: K dose increments, then the capsule's if there is one. */
  readonly kinetic: number;
  /** Coefficients: fixed + kinetic. */
  readonly p: number;
  /** Day index of each row, length `rows`. */
  readonly observed: Int32Array;
  /** Days since the row before, length `rows`; 0 for the first. */
  readonly gap: Int32Array;
  /** Column-major (p + 1) x rows: fixed, kinetic, score. */
  readonly columns: Float64Array;
  /** Column-major (fixed + kinetic) x days: the same columns on every calendar day. */
  readonly daily: Float64Array;
  /** Column-major kinetic x days: 1 where the column's target is on. */
  readonly target: Float64Array;
  /** Value of each kinetic column before the first day: 1 where its level was already held, else 0. */
  readonly initial: Float64Array;
  readonly m0: Float64Array;
  /** Prior precision of the coefficients, 1 / sd0^2. */
  readonly precision: Float64Array;
};

/** Lays a problem out. The kinetic columns are zero until `fillKinetics`. */
export function layOut(problem: Problem): Design {
  const days = problem.y.length;
  const observed = Int32Array.from([...problem.y.keys()].filter((t) => !Number.isNaN(problem.y[t])));
  const rows = observed.length;
  const p = coefficientCount(problem);
  const fixed = problem.fixed.length;
  const kinetic = p - fixed;
  const columns = new Float64Array((p + 1) * rows);
  const daily = new Float64Array(p * days);
  for (const [j, column] of problem.fixed.entries()) {
    daily.set(column, j * days);
    for (let i = 0; i < rows; i++) columns[j * rows + i] = column[observed[i] as number] as number;
  }
  for (let i = 0; i < rows; i++) columns[p * rows + i] = problem.y[observed[i] as number] as number;
  const target = new Float64Array(kinetic * days);
  for (let t = 0; t < days; t++) {
    for (let k = 0; k < problem.doses.length; k++) target[k * days + t] = (problem.level[t] as number) >= k + 1 ? 1 : 0;
    if (problem.capsule) target[problem.doses.length * days + t] = problem.capsule[t] as number;
  }
  return {
    rows,
    days,
    fixed,
    kinetic,
    p,
    observed,
    gap: observed.map((t, i) => (i === 0 ? 0 : t - (observed[i - 1] as number))),
    columns,
    daily,
    target,
    initial: Float64Array.from({ length: kinetic }, (_, k) =>
      k < problem.doses.length && (problem.before ?? 0) >= k + 1 ? 1 : 0,
    ),
    m0: Float64Array.from(problem.m0),
    precision: Float64Array.from(problem.sd0, (sd) => 1 / (sd * sd)),
  };
}

/**
 * Refills the kinetic columns for a time constant: c(t) = phi c(t-1) + (1 - phi) target(t), phi = exp(-1/tau), from
 * `initial`. One constant serves onset and carry-over. `tau` in days, > 0.
 */
export function fillKinetics(design: Design, tau: number): void {
  const { days, rows, fixed, kinetic, observed, columns, daily, target, initial } = design;
  const phi = exp(-1 / tau);
  const gain = 1 - phi;
  for (let k = 0; k < kinetic; k++) {
    const from = k * days;
    const to = (fixed + k) * days;
    let c = initial[k] as number;
    for (let t = 0; t < days; t++) {
      c = phi * c + gain * (target[from + t] as number);
      daily[to + t] = c;
    }
    const row = (fixed + k) * rows;
    for (let i = 0; i < rows; i++) columns[row + i] = daily[to + (observed[i] as number)] as number;
  }
}
