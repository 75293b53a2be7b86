/**
 * A short form of bench/trial-honesty.ts for every run of the tests: blinded trials in which the drug does nothing, told
 * "better" no more often than the rule says. 40 trials a row with a fixed seed; a count is refused that the bar of 11 % would
 * pass less than once in a thousand times. H13 H18
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '../../src/base/rng.ts';
import { NULL_TRIALS, POWER_TRIALS, simulateTrial, type TrialRow } from './blinded-trials.ts';
import { judgeTrial } from './trial-judgement.ts';

const SEED = 11;
const TRIALS = 40;
/** P(more than 11 of 40) at 11 % is 0.0009 (binomial). */
const MOST = 11;

const judged = (row: TrialRow) =>
  Array.from({ length: TRIALS }, (_, i) => judgeTrial(simulateTrial(row, seededRng(SEED).split(`${row.name} ${i}`))));

for (const row of NULL_TRIALS)
  test(`${row.name}: without a drug effect a blinded trial stays honest`, (t) => {
    const all = judged(row);
    const told = all.filter(({ word }) => word === 'better').length;
    const alone = all.filter(({ pBenefit }) => pBenefit > 0.9).length;
    t.diagnostic(`${row.name}: told better ${told} of ${TRIALS}, by the rule alone ${alone}`);
    assert.ok(told <= MOST, `${told} of ${TRIALS} told better`);
    if (row.guessing === 'dreams') assert.ok(alone > MOST, 'belief alone looks like the drug');
  });

test('a true change of a point and a half is told to most', () => {
  const row = POWER_TRIALS.find(({ effect }) => effect === -1.5) as TrialRow;
  const told = judged(row).filter(({ word }) => word === 'better').length;
  assert.ok(told > TRIALS / 2, `${told} of ${TRIALS}`);
});
