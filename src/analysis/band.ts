/**
 * The picture behind the sentence: per day the likely level, and what the same days would likely have been without
 * the drug. Both from the fitted model, so the distance between the bands is the effect as it built up.
 */

import type { LocalDate } from '../base/calendar.ts';
import { type Design, fillKinetics, layOut } from '../stats/design.ts';
import { propagationFor, settle, startSites, takeColumns } from '../stats/expectation-propagation.ts';
import { normalCdf } from '../stats/normal.ts';
import type { Posterior } from '../stats/posterior.ts';
import type { Problem } from '../stats/problem.ts';
import { addLevels, type Levels, type Observations } from '../stats/smoother.ts';
import { naturalTheta } from '../stats/theta.ts';
import { fromModel } from './dose-response.ts';
import type { Band, Curve } from './finding.ts';
import { representatives } from './representatives.ts';
import { type Series, shownDose } from './series.ts';

const COMPONENTS = 32;
/** 95 % point of the normal: a central 90 % band. */
const Z95 = 1.6448536269514722;

/** Fitted and counterfactual levels in the outcome's points. */
export function bandOf(series: Series, problem: Problem, posterior: Posterior): Band {
  const design = layOut(problem);
  const levels = [emptyLevels(design.days), emptyLevels(design.days)];
  const drug = new Set(Array.from({ length: posterior.doses }, (_, k) => posterior.fixed + k));
  for (const { component, share } of representatives(posterior, COMPONENTS)) {
    const seen = observationsFor(problem, design, posterior, component);
    addLevels(design, posterior, component, share, seen, [new Set(), drug], levels);
  }
  const noise = typicalNoise(posterior);
  const show = (level: number): number =>
    fromModel(series.outcome, problem.likelihood === 'rounded' ? expectedScore(level, noise, 10) : level);
  return {
    start: series.start as LocalDate,
    observed: series.score.map((y) => (Number.isNaN(y) ? null : y)),
    dose: series.dose.map((dose) => shownDose(series, dose)),
    tooIll: [...series.tooIll],
    fitted: curveOf(levels[0] as Levels, show),
    without: curveOf(levels[1] as Levels, show),
  };
}

const emptyLevels = (days: number): Levels => ({ mean: new Float64Array(days), variance: new Float64Array(days) });

/** Gaussian scores are themselves; rounded ones are the stand-ins expectation propagation settles on. */
function observationsFor(problem: Problem, design: Design, posterior: Posterior, component: number): Observations {
  const theta = naturalTheta(posterior.theta, component * 4);
  const noise = theta.variance * (1 - theta.w);
  const { rows, p, columns } = design;
  if (problem.likelihood === 'gaussian')
    return { value: columns.slice(p * rows), noise: new Float64Array(rows).fill(noise) };
  const ep = propagationFor(design, problem.top ?? 10);
  fillKinetics(design, theta.tau);
  takeColumns(design, ep);
  startSites(design, noise, ep.sites);
  settle(design, ep, theta, { tolerance: 1e-3, limit: 40 });
  const { precision, shift } = ep.sites;
  return { value: shift.map((v, i) => v / (precision[i] as number)), noise: precision.map((v) => 1 / v) };
}

/** sd of the white day noise, averaged over the posterior. */
function typicalNoise(posterior: Posterior): number {
  let sum = 0;
  for (let g = 0; g < posterior.size; g++) {
    const { variance, w } = naturalTheta(posterior.theta, g * 4);
    sum += (posterior.weight[g] as number) * variance * (1 - w);
  }
  return Math.sqrt(sum);
}

/** Mean of the whole score 0 ... top shown by a latent level: sum of P(score >= k). Keeps order, so bands map by ends. */
function expectedScore(level: number, noise: number, top: number): number {
  let sum = 0;
  for (let k = 1; k <= top; k++) sum += normalCdf((level - (k - 0.5)) / noise);
  return sum;
}

/** Mean and central 90 % band; a mirrored scale swaps the ends. */
function curveOf(levels: Levels, show: (level: number) => number): Curve {
  const sd = levels.variance.map((second, t) => {
    const mean = levels.mean[t] as number;
    return Math.sqrt(Math.max(0, second - mean * mean));
  });
  const at = (t: number, z: number): number => show((levels.mean[t] as number) + z * (sd[t] as number));
  const days = Array.from(levels.mean.keys());
  return {
    mean: days.map((t) => at(t, 0)),
    low: days.map((t) => Math.min(at(t, -Z95), at(t, Z95))),
    high: days.map((t) => Math.max(at(t, -Z95), at(t, Z95))),
  };
}
