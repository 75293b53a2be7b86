import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWeekend, type LocalDate } from '../base/calendar.ts';
import { seededRng } from '../base/rng.ts';
import { type Dose, micrograms } from '../medicine/dose.ts';
import { fitProblem } from '../stats/fit.ts';
import { mixtureCdf } from '../stats/mixture.ts';
import { doseContrast, linearMixture } from '../stats/posterior.ts';
import { checkProblem } from '../stats/problem.ts';
import { naturalTheta } from '../stats/theta.ts';
import { checkDesign, type DraftDesign, type TrialDesign } from '../trial/design.ts';
import { sequencesOf } from '../trial/sequence.ts';
import { kineticShare, simulateNoise } from './generator.ts';
import { CUSTOMARY_QUESTION, powerOf } from './power.ts';
import { DEFAULT_PRIORS, incrementSds } from './prior.ts';

const PAIRS: DraftDesign = {
  kind: 'paired-blocks',
  doses: [micrograms(4500)],
  periodDays: 28,
  blocks: 3,
  runIn: { how: 'modelled', days: 0 },
  maximumRise: micrograms(4500),
};
function designOf(change: Partial<DraftDesign> = {}): TrialDesign {
  const checked = checkDesign({ ...PAIRS, ...change });
  assert.ok(checked.ok);
  return checked.value;
}

/** A trial of one person drawn from the beliefs, its days simulated, its days fitted by the engine: P(change < 0). */
function trialOnce(design: TrialDesign, effect: number, seed: number): number {
  const rng = seededRng(seed);
  const { theta } = DEFAULT_PRIORS;
  const drawn = theta.mean.map((mean, i) => mean + (theta.sd[i] as number) * rng.normal());
  const { variance, w, rho, tau } = naturalTheta(drawn);
  const { count, at } = sequencesOf(design);
  const sequence = at(BigInt(rng.below(Number(count))));
  const days = sequence.length * design.periodDays;
  const dose = Array.from({ length: days }, (_, t) => sequence[Math.floor(t / design.periodDays)] as Dose);
  const share = kineticShare(
    dose.map((each) => each > 0),
    tau,
  );
  const noise = simulateNoise(
    days,
    { spread: Math.sqrt(variance), wanderingShare: w, correlation: rho },
    rng.split('noise'),
  );
  const trend = DEFAULT_PRIORS.trendSd * rng.normal();
  const y = dose.map((_, t) => {
    const score = 6 + (trend * (t - (days - 1) / 2)) / 30 + effect * (share[t] as number) + (noise[t] as number);
    return rng.uniform() > 0.85 ? Number.NaN : score;
  });
  const problem = checkProblem({
    y,
    level: dose.map((each) => (each > 0 ? 1 : 0)),
    doses: design.doses,
    fixed: [
      y.map(() => 1),
      y.map((_, t) => (t - (days - 1) / 2) / 30),
      y.map((_, t) => (isWeekend(t as LocalDate) ? 1 : 0)),
    ],
    m0: [5, 0, 0, 0],
    sd0: [10, DEFAULT_PRIORS.trendSd, DEFAULT_PRIORS.weekendSd, ...incrementSds(design.doses, 'ug', DEFAULT_PRIORS)],
    pm: theta.mean,
    ps: theta.sd,
    likelihood: 'gaussian',
  });
  assert.ok(problem.ok);
  const posterior = fitProblem(problem.value);
  return mixtureCdf(linearMixture(posterior, doseContrast(posterior, 0, 1)), 0);
}

for (const [blocks, effect, trials] of [
  [2, -1, 300],
  [3, -1, 300],
  [3, 0, 300],
] as const)
  test(`${blocks} blocks, true change ${effect}: the closed form and ${trials} trials through the engine agree`, (t) => {
    const design = designOf({ blocks });
    const told = powerOf(design, { ...CUSTOMARY_QUESTION, effect, draws: 2000 }).doses[0];
    assert.ok(told);
    let better = 0;
    for (let i = 0; i < trials; i++) if (trialOnce(design, effect, 1000 * blocks + i) > 0.9) better++;
    const se = Math.sqrt((told.rule.better * (1 - told.rule.better)) / trials + 1e-4);
    t.diagnostic(
      `closed form ${told.rule.better.toFixed(3)}, simulated ${(better / trials).toFixed(3)}, se ${se.toFixed(3)}`,
    );
    assert.ok(Math.abs(better / trials - told.rule.better) < 3 * se, `${better / trials} against ${told.rule.better}`);
  });

test('more blocks, longer periods and a larger effect never settle less; shares add up to one', () => {
  const better = (change: Partial<DraftDesign>, effect = -1): number => {
    const [dose] = powerOf(designOf(change), { ...CUSTOMARY_QUESTION, effect }).doses;
    assert.ok(dose);
    assert.ok(Math.abs(dose.better + dose.worse + dose.open - 1) < 1e-12);
    assert.ok(dose.better <= dose.rule.better && dose.worse <= dose.rule.worse, 'a sceptic settles no more');
    return dose.better;
  };
  assert.ok(better({ blocks: 2 }) < better({ blocks: 4 }));
  assert.ok(better({ blocks: 2 }) < better({ blocks: 2, periodDays: 56 }));
  assert.ok(better({}, -0.5) < better({}, -1) && better({}, -1) < better({}, -2));
  assert.ok(better({ blocks: 12 }, 0) < 0.12, 'no effect is seldom called one');
});

test('a dose-finding trial answers for every dose, and is told with what its periods keep', () => {
  const doses = [1.5, 3, 4.5, 6].map((mg) => micrograms(mg * 1000));
  const design = designOf({ kind: 'dose-finding', doses, blocks: 2, maximumRise: micrograms(6000) });
  const power = powerOf(design);
  assert.deepEqual([power.days, power.sequences, power.doses.length], [280, 14_400n, 4]);
  assert.deepEqual(
    power.kept.map(({ onsetDays }) => onsetDays),
    [3, 7, 14, 28],
  );
});
