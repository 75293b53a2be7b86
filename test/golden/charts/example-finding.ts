/**
 * Writes example-finding.json: a hand-made finding of the shape in src/analysis/finding.ts, so that drawings can be
 * checked without the engine. The numbers are invented (a drift, a wave, a step); they are not an analysis.
 * Run: node test/golden/charts/example-finding.ts
 */
import { writeFileSync } from 'node:fs';
import type { Change, Finding, Quantiles } from '../../../src/analysis/finding.ts';
import { seededRng } from '../../../src/base/rng.ts';

const round = (x: number): number => Math.round(x * 1000) / 1000;
const Z = { '0.025': -1.96, '0.05': -1.645, '0.25': -0.674, '0.5': 0, '0.75': 0.674, '0.95': 1.645, '0.975': 1.96 };

function quantiles(mean: number, sd: number): Quantiles {
  const entries = Object.entries(Z).map(([p, z]) => [p, round(mean + z * sd)]);
  return Object.fromEntries(entries) as Quantiles;
}
const logistic = (z: number): number => round(1 / (1 + Math.exp(-1.702 * z)));
const change = (mean: number, sd: number): Change => ({
  mean,
  sd,
  quantiles: quantiles(mean, sd),
  pBenefit: logistic(-mean / sd),
  pWorthwhile: logistic((-1 - mean) / sd),
});

const rng = seededRng(7);
const days = 98;
const start = 20_514; // 2026-03-02
const doseOn = (t: number): number => (t < 21 ? 0 : t < 28 ? 1.5 : t < 56 ? 3 : 4.5);
const dose = Array.from({ length: days }, (_, t) => doseOn(t));
const without = dose.map((_, t) => round(6.4 - 0.004 * t + 0.3 * Math.sin(t / 9)));
let lift = 0;
const fitted = dose.map((d, t) => {
  lift = 0.9 * lift + 0.1 * (d === 0 ? 0 : d === 1.5 ? -0.4 : d === 3 ? -1.1 : -1.0);
  return round((without[t] ?? 0) + lift);
});
const tooIll = dose.map((_, t) => t === 33 || t === 34 || t === 71);
const observed = fitted.map((f, t) => {
  const score = Math.max(0, Math.min(10, Math.round(f + 1.2 * rng.normal())));
  return tooIll[t] || rng.uniform() < 0.12 ? null : score;
});
const spread = (mean: readonly number[], width: (t: number) => number) => ({
  mean,
  low: mean.map((m, t) => round(m - width(t))),
  high: mean.map((m, t) => round(m + width(t))),
});
const logged = (d: number): number => dose.filter((x, t) => x === d && observed[t] !== null).length;
const taken = (d: number): number => dose.filter((x) => x === d).length;
const effect = (d: number, mean: number, sd: number) => ({
  dose: d,
  ...change(mean, sd),
  daysTaken: taken(d),
  daysLogged: logged(d),
});
const doses = [effect(1.5, -0.4, 0.7), effect(3, -1.1, 0.72), effect(4.5, -1, 0.9)];
const x = Array.from({ length: 41 }, (_, i) => i / 10);
const growing = (rate: number) =>
  [14, 28, 42, 56, 84, 112, 140, 168].map((n) => ({ days: n, probability: round(0.95 - 0.7 * Math.exp(-n / rate)) }));

const finding: Finding = {
  outcome: { id: 'pain', label: 'pain', scale: { minimum: 0, maximum: 10 }, better: 'lower', worthwhile: 1 },
  unit: 'mg',
  grade: 'open-label',
  verdict: 'inconclusive',
  doses,
  exceedance: {
    x,
    curves: doses.map((d) => ({ dose: d.dose, p: x.map((v) => logistic((-v - d.mean) / d.sd)) })),
  },
  bestDose: {
    probabilities: [
      { dose: 0, probability: 0.05 },
      { dose: 1.5, probability: 0.13 },
      { dose: 3, probability: 0.46 },
      { dose: 4.5, probability: 0.36 },
    ],
    best: 3,
    lowestNearBest: [
      { dose: 0, probability: 0.1 },
      { dose: 1.5, probability: 0.22 },
      { dose: 3, probability: 0.53 },
      { dose: 4.5, probability: 0.15 },
    ],
    pMonotone: 0.31,
  },
  onset: {
    mean: 9.2,
    sd: 6.1,
    quantiles: { '0.025': 1.9, '0.05': 2.4, '0.25': 5, '0.5': 7.8, '0.75': 11.8, '0.95': 21, '0.975': 25 },
  },
  contrast: [
    { from: 0, to: 1.5, ...change(-0.4, 0.7) },
    { from: 0, to: 3, ...change(-1.1, 0.72) },
    { from: 0, to: 4.5, ...change(-1, 0.9) },
    { from: 1.5, to: 3, ...change(-0.7, 0.6) },
    { from: 1.5, to: 4.5, ...change(-0.6, 0.8) },
    { from: 3, to: 4.5, ...change(0.1, 0.6) },
  ],
  decision: {
    dose: 3,
    decidedNow: false,
    curves: [
      { continuation: 'same-dose', points: growing(140) },
      { continuation: 'hold-28', points: growing(70) },
      { continuation: 'alternate-28', points: growing(45) },
    ],
    settles: { continuation: 'alternate-28', days: 84, probability: 0.84 },
  },
  sceptic: {
    trendPriorSd: 0.5,
    effectPriorShare: 0.6,
    doses: [
      { dose: 1.5, pBenefit: 0.66 },
      { dose: 3, pBenefit: 0.84 },
      { dose: 4.5, pBenefit: 0.79 },
    ],
  },
  trendStrip: [
    { trendPriorSd: 0.1, used: false, dose: 3, mean: -1.25, sd: 0.6, pBenefit: 0.98, pWorthwhile: 0.66 },
    { trendPriorSd: 0.25, used: true, dose: 3, mean: -1.1, sd: 0.72, pBenefit: 0.93, pWorthwhile: 0.55 },
    { trendPriorSd: 0.5, used: false, dose: 3, mean: -0.85, sd: 0.95, pBenefit: 0.81, pWorthwhile: 0.43 },
  ],
  band: {
    start,
    observed,
    dose,
    tooIll,
    fitted: spread(fitted, (t) => 0.55 + 0.1 * Math.abs(Math.sin(t / 11))),
    without: spread(without, (t) => 0.5 + Math.max(0, t - 21) * 0.012),
  },
  diagnostics: {
    revision: 'example-0',
    dataHash: 'e'.repeat(64),
    likelihood: 'gaussian',
    likelihoodReason: 'mid-scale',
    days,
    daysLogged: observed.filter((o) => o !== null).length,
    daysTooIll: 3,
    logEvidence: -151.2,
    latticePoints: 271,
    components: 742,
    frontierMass: 0.002,
    epSweeps: 0,
    theta: [
      { name: 'log s', mean: 0.21, sd: 0.08 },
      { name: 'logit w', mean: -1.1, sd: 0.6 },
      { name: 'logit rho', mean: 0.9, sd: 0.8 },
      { name: 'log tau', mean: 2.04, sd: 0.61 },
    ],
    missingDaysWorse: { mean: -0.9, pBenefit: 0.88 },
    assumptions: [{ code: 'no-drug-before-the-diary' }, { code: 'dose-filled-between-equal-days', days: 2 }],
  },
};

writeFileSync(new URL('./example-finding.json', import.meta.url), `${JSON.stringify(finding, null, 1)}\n`);
