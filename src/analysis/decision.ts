/**
 * What would settle it, and how long that takes: the probability that a decision (P of benefit beyond 0.9 or below
 * 0.1) is reached after more days of one of three continuations. Hyperparameters are held as now believed, which made
 * the figure slightly optimistic when checked (predicted 0.73, observed 0.68); it is shown as "roughly" (H19).
 */
import { type Design, layOut } from '../stats/design.ts';
import { expectedVariances } from '../stats/expected-information.ts';
import { normalCdf } from '../stats/normal.ts';
import { doseContrast, type Posterior } from '../stats/posterior.ts';
import { checkProblem, type Problem } from '../stats/problem.ts';
import { whiteningFor } from '../stats/whitening.ts';
import { fixedColumns } from './dose-response.ts';
import type { Continuation, Decision, DecisionCurve } from './finding.ts';
import { representatives } from './representatives.ts';
import type { Series } from './series.ts';

const HORIZONS = Array.from({ length: 12 }, (_, i) => (i + 1) * 14);
const LONGEST = 168;
const COMPONENTS = 24;
/** 90 % point of the normal. */
const Z90 = 1.2815515655446004;
const SETTLED = 0.8;
const CONTINUATIONS: readonly Continuation[] = ['same-dose', 'hold-28', 'alternate-28'];

/** @param level number of the question's dose, 1 ... K; `pBenefit` its probability of benefit now */
export function decisionOf(
  series: Series,
  problem: Problem,
  posterior: Posterior,
  level: number,
  shown: number,
  pBenefit: number,
): Decision {
  const curves = CONTINUATIONS.map((continuation) => curveFor(series, problem, posterior, level, continuation));
  const reached = curves
    .flatMap(({ continuation, points }) => {
      const point = points.find((p) => p.probability >= SETTLED);
      return point ? [{ continuation, ...point }] : [];
    })
    .sort((a, b) => a.days - b.days);
  const decidedNow = pBenefit > 0.9 || pBenefit < 0.1;
  return {
    dose: shown,
    decidedNow,
    curves,
    ...(reached[0] && !decidedNow ? { settles: reached[0] } : {}),
  };
}

/** Level taken on planned day n (0-based): the question's dose, with 28 days off first or in turns. */
function plannedLevel(continuation: Continuation, level: number, n: number): number {
  if (continuation === 'same-dose') return level;
  if (continuation === 'hold-28') return n < 28 ? 0 : level;
  return Math.floor(n / 28) % 2 === 0 ? 0 : level;
}

function curveFor(
  series: Series,
  problem: Problem,
  posterior: Posterior,
  level: number,
  continuation: Continuation,
): DecisionCurve {
  const design = extended(series, problem, level, continuation);
  const past = problem.y.filter((y) => !Number.isNaN(y)).length;
  const rows = [past, ...HORIZONS.map((days) => past + days)];
  const contrast = doseContrast(posterior, 0, level);
  const work = whiteningFor(design);
  const probability = new Array<number>(HORIZONS.length).fill(0);
  for (const { component, share } of representatives(posterior, COMPONENTS)) {
    const theta = posterior.theta.subarray(component * 4, component * 4 + 4);
    const [now = 0, ...later] = expectedVariances(design, theta, contrast, rows, work);
    let mean = 0;
    for (let j = 0; j < posterior.p; j++)
      mean += (contrast[j] as number) * (posterior.mean[component * posterior.p + j] as number);
    for (const [i, v] of later.entries()) {
      const gained = Math.sqrt(Math.max(now - v, 1e-12));
      const reach = Z90 * Math.sqrt(v);
      const decided = normalCdf((-reach - mean) / gained) + normalCdf((mean - reach) / gained);
      probability[i] = (probability[i] as number) + share * decided;
    }
  }
  return {
    continuation,
    points: HORIZONS.map((days, i) => ({ days, probability: probability[i] as number })),
  };
}

/** Past and planned days as one design; every planned day is taken to be logged. */
function extended(series: Series, problem: Problem, level: number, continuation: Continuation): Design {
  const days = problem.y.length;
  const planned = Array.from({ length: LONGEST }, (_, n) => n);
  const capsule = problem.capsule ? [...problem.capsule, ...planned.map(() => 1)] : undefined;
  const checked = checkProblem({
    ...problem,
    likelihood: 'gaussian',
    y: [...problem.y, ...planned.map(() => 5)],
    level: [...problem.level, ...planned.map((n) => plannedLevel(continuation, level, n))],
    fixed: fixedColumns(series.start, days + LONGEST, (days - 1) / 2),
    ...(capsule ? { capsule } : {}),
  });
  if (!checked.ok) throw new RangeError(`a planned series made an invalid problem: ${JSON.stringify(checked.error)}`);
  return layOut(checked.value);
}
