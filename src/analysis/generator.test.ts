import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '../base/calendar.ts';
import { seededRng } from '../base/rng.ts';
import { DAILY_OUTCOMES, type Outcome } from '../trial/outcome.ts';
import {
  expectedScores,
  kineticShare,
  markOnScale,
  type SymptomTruth,
  simulateDiary,
  simulateNoise,
  simulateScores,
} from './generator.ts';

const START = localDate(2026, 1, 5);
const PAIN = DAILY_OUTCOMES[0] as Outcome;
const TRUTH: SymptomTruth = {
  level: 6,
  trend: 0,
  weekend: 0,
  effects: [
    { dose: 1500, change: -0.5 },
    { dose: 3000, change: -2 },
  ],
  expectancy: 0,
  onsetDays: 5,
  spread: 1.3,
  wanderingShare: 0.6,
  correlation: 0.8,
};

type Golden = { readonly cases: readonly { level: number[]; tau: number; kinetics: number[][] }[] };
const golden = JSON.parse(
  readFileSync(new URL('../../test/golden/kalman/kalman.json', import.meta.url), 'utf8'),
) as Golden;

test('onset and carry-over are the convolution that R writes out (test/golden/kalman)', () => {
  for (const { level, tau, kinetics } of golden.cases) {
    for (const [k, column] of kinetics.entries()) {
      const share = kineticShare(
        level.map((l) => l >= k + 1),
        tau,
      );
      for (const [day, value] of column.entries()) assert.ok(Math.abs((share[day] ?? Number.NaN) - value) < 1e-12);
    }
  }
});

test('the wandering part and the day noise have the autocovariance the model states', () => {
  const days = 200_000;
  const noise = simulateNoise(days, TRUTH, seededRng(11));
  const { spread, wanderingShare: w, correlation: rho } = TRUTH;
  for (const lag of [0, 1, 2, 5, 10]) {
    let sum = 0;
    for (let t = 0; t + lag < days; t++) sum += (noise[t] ?? 0) * (noise[t + lag] ?? 0);
    const stated = spread * spread * (lag === 0 ? 1 : w * rho ** lag);
    assert.ok(Math.abs(sum / (days - lag) - stated) < 0.03, `lag ${lag}: ${sum / (days - lag)} for ${stated}`);
  }
});

test('a dose taken for long settles at its stated change, and leaving it at none', () => {
  const dose = [...Array(100).fill(0), ...Array(100).fill(1500), ...Array(100).fill(3000), ...Array(100).fill(0)];
  const expected = expectedScores(TRUTH, START, { dose });
  for (const [day, value] of [
    [99, 6],
    [199, 5.5],
    [299, 4],
    [399, 6],
  ] as const)
    assert.ok(Math.abs((expected[day] ?? 0) - value) < 1e-6, `day ${day}`);
});

test('the drift is centred half way, so the level is the level half way', () => {
  const expected = expectedScores({ ...TRUTH, trend: -0.5 }, START, { dose: Array(61).fill(0) });
  assert.deepEqual([expected[0], expected[30], expected[60]], [6.5, 6, 5.5]);
});

test('weekends are the civil Saturdays and Sundays', () => {
  const expected = expectedScores({ ...TRUTH, weekend: 1 }, START, { dose: Array(7).fill(0) });
  assert.deepEqual(expected, [6, 6, 6, 6, 6, 7, 7]); // 5 January 2026 is a Monday
});

test('expectancy follows the capsule, placebo or not', () => {
  const exposure = { dose: Array(80).fill(0), capsule: Array(80).fill(true) };
  const expected = expectedScores({ ...TRUTH, expectancy: -0.9 }, START, exposure);
  assert.ok(Math.abs((expected[79] ?? 0) - 5.1) < 1e-6);
});

test('joining in a flare starts the wandering part where it is told', () => {
  const calm = { ...TRUTH, wanderingShare: 1, firstWandering: 1.5 };
  assert.equal(simulateNoise(1, calm, seededRng(3))[0], 1.5 * calm.spread);
});

test('a dose nobody stated an effect for is a bug, not a guess', () => {
  assert.throws(() => expectedScores(TRUTH, START, { dose: [4500] }), RangeError);
});

test('marks are whole points on the scale, whatever the score', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (score) => {
      const mark = markOnScale(score, PAIN.scale);
      assert.ok(Number.isInteger(mark) && mark >= 0 && mark <= 10);
      if (score >= 0 && score <= 10) assert.ok(Math.abs(mark - score) <= 0.5);
    }),
    { seed: 20260105 },
  );
});

test('the same seed gives the same diary, and another symptom does not change the first', () => {
  const design = {
    start: START,
    exposure: { dose: [...Array(20).fill(0), ...Array(20).fill(3000)] },
    symptoms: [{ outcome: PAIN, truth: TRUTH }],
    missing: { skipped: 0.2 },
    marking: 'whole',
  } as const;
  const once = simulateDiary(design, seededRng(5));
  assert.deepEqual(simulateDiary(design, seededRng(5)), once);
  const both = { ...design, symptoms: [...design.symptoms, { outcome: DAILY_OUTCOMES[1] as Outcome, truth: TRUTH }] };
  const wider = simulateDiary(both, seededRng(5));
  assert.deepEqual(
    wider.days.map((day) => day.scores.pain),
    once.days.map((day) => day.scores.pain),
  );
});

test('too-ill days are the bad ones, skipped days are any', () => {
  const exposure = { dose: Array(2000).fill(0) as number[] };
  const rng = seededRng(8);
  const scores = simulateScores(TRUTH, START, exposure, rng.split('symptom pain'));
  const diary = simulateDiary(
    {
      start: START,
      exposure,
      symptoms: [{ outcome: PAIN, truth: TRUTH }],
      missing: { skipped: 0.3, tooIll: { outcome: 'pain', above: 7, chance: 1 }, away: [4], neverLived: [6] },
      marking: 'whole',
    },
    rng,
  );
  const kindOn = new Map(diary.days.map((day) => [day.date - START, day.scores.pain?.kind]));
  assert.equal(kindOn.get(4), 'skipped');
  assert.equal(kindOn.has(6), false);
  for (const [day, kind] of kindOn)
    if (day !== 4) assert.equal(kind === 'too-ill', (scores[day] ?? 0) > 7, `day ${day}`);
  const calm = [...kindOn].filter(([, kind]) => kind !== 'too-ill');
  const skipped = calm.filter(([, kind]) => kind === 'skipped').length / calm.length;
  assert.ok(Math.abs(skipped - 0.3) < 4 * Math.sqrt(0.21 / calm.length), `skipped ${skipped}`);
});
