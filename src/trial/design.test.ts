import assert from 'node:assert/strict';
import { test } from 'node:test';
import { micrograms } from '../medicine/dose.ts';
import { checkDesign, type DraftDesign, periodsOf } from './design.ts';

const GOOD: DraftDesign = {
  kind: 'paired-blocks',
  doses: [micrograms(3000)],
  periodDays: 28,
  blocks: 3,
  runIn: { how: 'discarded', days: 14 },
  maximumRise: micrograms(4500),
};
const mg = (...milligrams: number[]) => milligrams.map((each) => micrograms(each * 1000));

const refused: readonly [why: string, change: Partial<DraftDesign>, code: string][] = [
  ['no dose', { doses: [] }, 'doses-missing'],
  ['two doses in pairs', { doses: mg(1.5, 3) }, 'one-dose-needed'],
  ['placebo among the doses', { doses: mg(0) }, 'doses-not-rising'],
  ['a dose twice', { kind: 'dose-finding', doses: mg(1.5, 1.5) }, 'doses-not-rising'],
  ['seven doses', { kind: 'dose-finding', doses: mg(0.5, 1, 1.5, 2, 2.5, 3, 3.5), blocks: 2 }, 'too-many-doses'],
  ['one block', { blocks: 1 }, 'blocks-out-of-range'],
  ['half a block', { blocks: 2.5 }, 'blocks-out-of-range'],
  ['two-week periods', { periodDays: 14, runIn: { how: 'discarded', days: 0 } }, 'period-out-of-range'],
  ['less than a week left of a period', { runIn: { how: 'discarded', days: 22 } }, 'run-in-out-of-range'],
  ['more than two years', { periodDays: 56, blocks: 7 }, 'trial-too-long'],
];
for (const [why, change, code] of refused)
  test(`refused: ${why}`, () => {
    const checked = checkDesign({ ...GOOD, ...change });
    assert.deepEqual(checked.ok ? [] : checked.error.map((fault) => fault.code), [code]);
  });

test('every fault is told at once, and a site may allow shorter periods but not by itself', () => {
  const checked = checkDesign({ ...GOOD, doses: [], blocks: 0, periodDays: 7 });
  assert.equal(checked.ok ? 0 : checked.error.length, 4);
  const short = { ...GOOD, periodDays: 21, runIn: { how: 'modelled', days: 0 } } as const;
  assert.equal(checkDesign(short).ok, false);
  assert.equal(checkDesign(short, { minimumPeriodDays: 14 }).ok, true);
});

test('periods: a pair a block, every arm of a dose-finding block, or as many as there are', () => {
  assert.equal(periodsOf(GOOD), 6);
  assert.equal(periodsOf({ kind: 'dose-finding', doses: mg(1.5, 3, 4.5, 6), blocks: 2 }), 10);
  assert.equal(periodsOf({ kind: 'randomised-start', doses: mg(3), blocks: 5 }), 5);
});
