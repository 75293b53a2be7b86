/**
 * A short form of bench/honesty.ts for every run of the tests: with no drug effect, hardly anybody is told "better", where
 * the before-after t-test tells it to many. 120 diaries a row, so the bands are binomial: the bar is 2.5 %, and a count is
 * refused that a rate of 2.5 % would pass less than once in a thousand times. H18
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '../../src/base/rng.ts';
import { NULL_ROWS, simulateNullDiary } from './null-diaries.ts';
import { judgeNullDiary } from './null-judgement.ts';

const SEED = 7;
const DIARIES = 120;
/** P(more than 10 of 120) at 2.5 % is 0.0003 (binomial); P(more than 12) at 4 %, the rate of a hold or a crossover, is 0.001. */
const MOST = { titration: 10, hold: 12, crossover: 12 };
/** Fewest of 120 fooled t-tests, well under the rates of 63 %, 81 % and 24 % of the long table. */
const WELCH_LEAST: Readonly<Record<string, number>> = {
  'joined in a flare, rho 0.95': 54,
  'better anyway, -0.5 a month': 72,
  'AR rho 0.9': 14,
};

for (const row of NULL_ROWS) {
  test(`${row.name}: without a drug effect the finding stays honest`, (t) => {
    const judged = Array.from({ length: DIARIES }, (_, i) => {
      const rng = seededRng(SEED).split(`${row.name} ${i}`);
      return judgeNullDiary(simulateNullDiary(row, rng), 'gaussian', row.design);
    });
    const told = judged.filter(({ toldBetter }) => toldBetter).length;
    const welch = judged.filter((judgement) => judgement.welch).length;
    t.diagnostic(`${row.name}: told better ${told} of ${DIARIES}, Welch ${welch}`);
    assert.ok(told <= MOST[row.design], `${told} of ${DIARIES} told better`);
    assert.ok(welch >= (WELCH_LEAST[row.name] ?? 0), `Welch only ${welch}`);
  });
}
