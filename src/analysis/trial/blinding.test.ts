import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bangIndex, jamesIndex } from './blinding.ts';

/** Bang and others 2004, table 7 (CRISP): 82 of 277 on the drug right, 25 wrong; 29 of 139 on placebo right, 27 wrong. */
const CRISP = {
  drug: { right: 82, wrong: 25, noIdea: 170 },
  placebo: { right: 29, wrong: 27, noIdea: 83 },
};
/** Houweling and others 2014, table 2 (investigators); figures as printed by BlindingIndex.jl after the R package BI. */
const HOUWELING = {
  drug: { right: 48, wrong: 4, noIdea: 330 },
  placebo: { right: 30, wrong: 22, noIdea: 319 },
};

const rounded = (x: number | undefined): number => Number((x as number).toFixed(3));

test("Bang's index gives the published figures of CRISP", () => {
  assert.equal(bangIndex(CRISP.drug)?.index.toFixed(2), '0.21');
  assert.equal(bangIndex(CRISP.placebo)?.index.toFixed(2), '0.01');
});

test("Bang's and James' indices and their intervals are those of another program", () => {
  const drug = bangIndex(HOUWELING.drug);
  const placebo = bangIndex(HOUWELING.placebo);
  assert.deepEqual([rounded(drug?.index), rounded(drug?.low), rounded(drug?.high)], [0.115, 0.08, 0.15]);
  assert.deepEqual([rounded(placebo?.index), rounded(placebo?.low), rounded(placebo?.high)], [0.022, -0.016, 0.06]);
  assert.equal(rounded(jamesIndex(HOUWELING.drug, HOUWELING.placebo)), 0.896);
});

test('all right is 1 and 0, all wrong is -1 and 1, no idea is 0 and 1, and without guesses there is no index', () => {
  const all = (right: number, wrong: number, noIdea: number) => ({ right, wrong, noIdea });
  assert.equal(bangIndex(all(3, 0, 0))?.index, 1);
  assert.equal(bangIndex(all(0, 3, 0))?.index, -1);
  assert.equal(bangIndex(all(0, 0, 3))?.index, 0);
  assert.equal(bangIndex(all(0, 0, 0)), undefined);
  assert.equal(jamesIndex(all(3, 0, 0), all(3, 0, 0)), 0);
  assert.equal(jamesIndex(all(0, 0, 3), all(0, 0, 3)), 1);
  assert.equal(jamesIndex(all(0, 0, 0), all(3, 0, 0)), undefined);
});
