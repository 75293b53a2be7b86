import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayRun, normalEquations, PAIN, runOf } from '../../../test/analysis/example-trial.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { micrograms, NO_DOSE } from '../../medicine/dose.ts';
import type { Outcome } from '../../trial/outcome.ts';
import { DEFAULT_PRIORS } from '../prior.ts';
import { answerTrial } from './opened-trial.ts';
import type { TrialAnswer, TrialDose } from './trial-answer.ts';
import type { TrialRun } from './trial-run.ts';

const FULL = micrograms(4500);

const primaryOf = (answer: TrialAnswer): TrialDose => {
  const found = answer.outcomes[0]?.doses.find((dose) => dose.primary);
  assert.ok(found);
  return found;
};
const answered = (sensitivity: TrialDose['sceptic']) => {
  assert.equal(sensitivity.kind, 'answered');
  return (sensitivity as Extract<typeof sensitivity, { kind: 'answered' }>).change;
};

test('a true change of two points is found and told, and nothing is told as open', () => {
  const helped = answerTrial(runOf({ change: -2, seed: 3 }));
  assert.deepEqual(helped.verdict, { word: 'better' });
  const { blinded, withFirstDays, withoutUnblinded } = primaryOf(helped);
  assert.ok(blinded.quantiles['0.05'] < -2 && -2 < blinded.quantiles['0.95']);
  assert.deepEqual([answered(withFirstDays), answered(withoutUnblinded)], [blinded, blinded]);
  const not = answerTrial(runOf({ change: 0, seed: 3 }));
  assert.deepEqual(not.verdict, { word: 'open', reason: { code: 'not-clear' } });
  assert.ok(not.wouldSettle && not.wouldSettle.probability > 0 && not.wouldSettle.probability < 1);
  assert.equal(not.wouldSettle?.days, 56);
});

test('with days and onset known it is generalised least squares with the priors of the coefficients', () => {
  const theta = [Math.log(1.3), 0, 1, Math.log(7)];
  const priors = { ...DEFAULT_PRIORS, theta: { mean: theta, sd: [1e-4, 1e-4, 1e-4, 1e-4] } };
  const run = runOf({ change: -1, seed: 9 });
  const { mean, sd } = primaryOf(answerTrial(run, priors)).blinded;
  const plain = normalEquations(run, theta);
  assert.ok(Math.abs(mean - plain.mean) < 2e-3, `${mean} and ${plain.mean}`);
  assert.ok(Math.abs(sd - plain.sd) < 2e-3, `${sd} and ${plain.sd}`);
});

test('the order of the days does not matter, to the last byte, and an answer is plain JSON', () => {
  const run = runOf({ change: -1, seed: 4, baseline: 14 });
  const turned: TrialRun = { ...run, days: [...run.days].reverse(), guesses: [...run.guesses].reverse() };
  const answer = answerTrial(run);
  assert.equal(canonicalJson(answerTrial(turned)), canonicalJson(answer));
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
});

test('a mirrored scale turns the sign and not the probability; mirrored scores turn both', () => {
  const run = runOf({ change: -1, seed: 5 });
  const mirrored: TrialRun = {
    ...run,
    days: run.days.map((day) => {
      const score = day.scores.pain;
      return score?.kind === 'value' ? { ...day, scores: { pain: { ...score, value: 10 - score.value } } } : day;
    }),
  };
  const plain = primaryOf(answerTrial(run)).blinded;
  const turned = primaryOf(answerTrial(mirrored)).blinded;
  const higher = primaryOf(answerTrial({ ...mirrored, outcomes: [{ ...PAIN, better: 'higher' } as Outcome] })).blinded;
  assert.ok(Math.abs(turned.mean + plain.mean) < 1e-6 && Math.abs(turned.pBenefit + plain.pBenefit - 1) < 1e-6);
  assert.ok(Math.abs(higher.mean + plain.mean) < 1e-6 && Math.abs(higher.pBenefit - plain.pBenefit) < 1e-6);
});

test('with the labels of the arms changed the change has the other sign', () => {
  const run = runOf({ change: -2, seed: 6 });
  const changed: TrialRun = { ...run, sequence: run.sequence.map((arm) => (arm === NO_DOSE ? FULL : NO_DOSE)) };
  const plain = primaryOf(answerTrial(run)).blinded.mean;
  const turned = primaryOf(answerTrial(changed)).blinded.mean;
  assert.ok(plain < -1 && turned > 1, `${plain} and ${turned}`);
});

test('the worthwhile change is that of the rule, and every other outcome is answered without a verdict', () => {
  const run = runOf({ change: -2, seed: 7, others: ['sleep'], worthwhile: 2 });
  const answer = answerTrial(run);
  assert.equal(answer.outcomes[0]?.outcome.worthwhile, 2);
  assert.deepEqual(
    answer.outcomes.map(({ outcome, primary }) => [outcome.id, primary]),
    [
      ['pain', true],
      ['sleep', false],
    ],
  );
  const lower = primaryOf(answerTrial(runOf({ change: -2, seed: 7 }))).blinded;
  assert.ok(primaryOf(answer).blinded.pWorthwhile < lower.pWorthwhile);
});

test('periods and blocks are told as they were kept', () => {
  const run = runOf({ change: 0, seed: 8, missed: [3, 4, 5] });
  const { periods, blocks } = answerTrial(run).outcomes[0] as TrialAnswer['outcomes'][number];
  assert.equal(periods.length, 6);
  assert.deepEqual([periods[0]?.days, periods[0]?.kept, periods[0]?.missed], [28, 25, 3]);
  assert.equal(periods[1]?.first, run.startOn + 28);
  assert.equal(blocks.length, 3);
  const [placebo, drug] = run.sequence[0] === NO_DOSE ? [periods[0], periods[1]] : [periods[1], periods[0]];
  assert.ok(Math.abs((blocks[0]?.difference ?? 0) - ((drug?.mean ?? 0) - (placebo?.mean ?? 0))) < 1e-12);
});

test('hope from any capsule is told apart from the drug only where days without a capsule came before', () => {
  const without = answerTrial(runOf({ change: 0, seed: 12, hope: -2 }));
  assert.equal(primaryOf(without).withExpectancy.kind, 'too-few');
  assert.equal(without.outcomes[0]?.expectancy, undefined);
  const hoped = answerTrial(runOf({ change: 0, seed: 12, hope: -2, baseline: 28 }));
  const { expectancy } = hoped.outcomes[0] as TrialAnswer['outcomes'][number];
  assert.ok(expectancy && expectancy.quantiles['0.05'] < -1 && expectancy.mean < -0.8, `${expectancy?.mean}`);
  assert.ok(Math.abs(answered(primaryOf(hoped).withExpectancy).mean) < 1);
});

test('doses are those taken: none on a day not taken, the other arm from the other kit, a week assumed at the most', () => {
  const run = runOf({ change: -1, seed: 2 });
  const days = run.days.map((day, t) => {
    const { taken: _, ...rest } = day;
    if (t < 3) return { ...day, taken: false };
    if (t === 3) return { ...day, kitOf: 1 };
    return t >= 40 && t < 50 ? rest : day;
  });
  assert.deepEqual(answerTrial({ ...run, days }).taking, {
    ...{ days: 168, taken: 155, notTaken: 3, assumed: 7, leftOut: 3, fromOtherKit: 1 },
  });
});

test('each dose of a dose-finding trial is held against placebo', () => {
  const run = dayRun({ doses: [1500, 4500], changes: [-1, -3], seed: 21 });
  const { doses } = answerTrial(run).outcomes[0] as TrialAnswer['outcomes'][number];
  assert.deepEqual(
    doses.map(({ dose, primary }) => [dose, primary]),
    [
      [1500, false],
      [4500, true],
    ],
  );
  for (const [k, { blinded }] of doses.entries()) {
    const truth = [-1, -3][k] as number;
    assert.ok(blinded.quantiles['0.025'] < truth && truth < blinded.quantiles['0.975'], `${k}: ${blinded.mean}`);
  }
});

test('days after the end are not looked at, and what was open before is carried into day 1', () => {
  const run = runOf({ change: -1, seed: 14 });
  const endedOn = (run.startOn + 140) as LocalDate;
  const kept = { ...run, endedOn, days: run.days.filter(({ date }) => date < endedOn) };
  const answer = answerTrial({ ...run, endedOn });
  assert.equal(canonicalJson(answer), canonicalJson(answerTrial(kept)));
  assert.deepEqual([answer.endedEarly, answer.lastDay], [true, run.startOn + 139]);
  const open = Array.from({ length: 30 }, (_, n) => ({
    ...{ date: (run.startOn - 1 - n) as LocalDate, scores: {}, openDose: FULL },
  }));
  const after = primaryOf(answerTrial({ ...run, days: [...run.days, ...open] })).blinded;
  assert.notEqual(after.mean, primaryOf(answerTrial(run)).blinded.mean);
});
