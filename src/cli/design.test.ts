import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../../test/cli/said.ts';
import { addDesignCommand } from './design.ts';

function design(...args: readonly string[]) {
  const { printed, complained, code } = runCommand(addDesignCommand, 'design', args);
  return { printed: printed.join('\n'), complained: complained.join('\n'), code };
}

test('a design is told with its sequences, its power for each dose and what its periods keep', () => {
  const { printed, code } = design('--dose', '4.5 mg', '--blocks', '3', '--run-in', '14');
  assert.equal(code, 0);
  assert.match(printed, /6 of 28 days \(3 blocks\), the first 14 of each left out; 168 days in all/);
  assert.match(printed, /8 admissible/);
  assert.match(printed, /4\.5 mg {2}settle for better +\d+, for worse +\d+, leave it open +\d+/);
  assert.match(printed, /onset of 14 days {2}59 %/);
});

test('the same as JSON, to compute on', () => {
  const { printed } = design('--kind', 'dose-finding', '--dose', '1.5 mg', '3 mg', '--blocks', '2', '--json');
  const told = JSON.parse(printed);
  assert.deepEqual(
    [told.days, told.sequences, told.doses.map((each: { dose: string }) => each.dose)],
    [168, '36', ['1.5 mg', '3 mg']],
  );
  for (const { better, worse, open } of told.doses) assert.ok(Math.abs(better + worse + open - 1) < 1e-12);
});

const refused: readonly [why: string, args: readonly string[], said: RegExp][] = [
  ['no dose', [], /Name the dose/],
  ['a dose without a unit', ['--dose', '4.5'], /--dose: "4\.5" has no unit/],
  ['a kind nobody knows', ['--dose', '3 mg', '--kind', 'latin-square'], /--kind "latin-square"/],
  ['half a block', ['--dose', '3 mg', '--blocks', '2.5'], /--blocks "2\.5".*whole number/],
  ['two weeks', ['--dose', '3 mg', '--period', '14'], /Periods of 14 days: 28 to 182/],
  ['an effect in words', ['--dose', '3 mg', '--effect', 'large'], /--effect "large"/],
  ['nothing kept', ['--dose', '3 mg', '--kept', '0'], /--kept "0"/],
  [
    'a rise no order keeps',
    ['--kind', 'dose-finding', '--dose', '3 mg', '6 mg', '--blocks', '2', '--max-rise', '1.5 mg'],
    /Only 0 order/,
  ],
];
for (const [why, args, said] of refused)
  test(`refused with code 2: ${why}`, () => {
    const { printed, complained, code } = design(...args);
    assert.deepEqual([printed, code], ['', 2]);
    assert.match(complained, said);
  });

test('every fault is told at once', () => {
  const { complained } = design('--dose', '3 mg', '1.5 mg', '--blocks', '1', '--period', '7');
  assert.equal(complained.split('\n').length, 4);
});
