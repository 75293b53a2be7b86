import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../../test/cli/said.ts';
import { addSupplyCommand } from './supply.ts';

function supply(...args: readonly string[]) {
  const { printed, complained, code } = runCommand(addSupplyCommand, 'supply', args);
  return { printed: printed.join('\n'), complained: complained.join('\n'), code };
}

test('the weekly ladder: one capsule a day of three strengths, or fewer strengths where making one costs', () => {
  const offers = ['--offer', '1.5 mg=0.80', '3 mg=0.90', '4.5 mg=1.00'];
  const { printed, code } = supply('seed-weekly', ...offers);
  assert.equal(code, 0);
  assert.match(printed, /^For 70 days with a dose: 70 capsules, 67\.90 in all\.$/m); // 7 x 0.80 + 7 x 0.90 + 56 x 1.00
  assert.match(printed, /4\.5 mg {6}56 capsules/);
  const told = JSON.parse(supply('seed-weekly', ...offers, '--fee', '30.00', '--json').printed);
  // 1.5 mg alone: (7 + 14 + 168) x 0.80 + 30; with 4.5 mg beside it: (7 + 14) x 0.80 + 56 x 1.00 + 60.
  assert.deepEqual([told.strengths, told.cost, told.units], [['1.5 mg', '4.5 mg'], 13_280, 77]);
});

const refused: readonly [why: string, args: readonly string[], said: RegExp][] = [
  ['no plan', [], /Name a template/],
  ['no offer', ['seed-weekly'], /Say which strengths can be had/],
  ['a comma in a price', ['seed-weekly', '--offer', '1.5 mg=0,80'], /--offer "1\.5 mg=0,80" cannot be read/],
  ['a strength without a unit', ['seed-weekly', '--offer', '1.5=0.80'], /--offer: "1\.5" has no unit/],
  ['a point lost in a strength', ['seed-weekly', '--offer', '1.5 mg=0.80', '45 mg=1.00'], /45 mg is ten times 4\.5 mg/],
  [
    'a point lost in a price',
    ['seed-weekly', '--offer', '1.5 mg=0.80', '3 mg=90'],
    /90\.00 for 3 mg is 113 times away/,
  ],
  [
    'strengths that make no dose of the plan',
    ['seed-weekly', '--offer', '2 mg=0.80'],
    /1\.5 mg cannot be made up exactly from 2 mg/,
  ],
  ['no strength allowed', ['seed-weekly', '--offer', '1.5 mg=0.80', '--most-strengths', '0'], /at least one strength/],
  ['a fee in words', ['seed-weekly', '--offer', '1.5 mg=0.80', '--fee', 'ten'], /--fee "ten" cannot be read/],
];
for (const [why, args, said] of refused)
  test(`refused with code 2: ${why}`, () => {
    const { printed, complained, code } = supply(...args);
    assert.deepEqual([printed, code], ['', 2]);
    assert.match(complained, said);
  });
