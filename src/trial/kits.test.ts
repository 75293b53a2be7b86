import assert from 'node:assert/strict';
import { test } from 'node:test';
import { micrograms, NO_DOSE } from '../medicine/dose.ts';
import type { Offer } from '../medicine/supply.ts';
import { checkDesign, type DraftDesign, type TrialDesign } from './design.ts';
import { fillingsOf, kitsOf, trialCompounding } from './kits.ts';
import { sequencesOf } from './sequence.ts';

function design(change: Partial<DraftDesign> = {}): TrialDesign {
  const checked = checkDesign({
    ...{ kind: 'paired-blocks', doses: [micrograms(4500)], periodDays: 28, blocks: 3 },
    ...{ runIn: { how: 'modelled', days: 0 }, maximumRise: micrograms(4500) },
    ...change,
  });
  if (!checked.ok) throw new RangeError(JSON.stringify(checked.error));
  return checked.value;
}
const offer = (ug: number, price: number): Offer => ({ strength: micrograms(ug), price });
const finding = design({ kind: 'dose-finding', doses: [micrograms(1500), micrograms(3000)], blocks: 2 });

test('every kit of a trial holds the same number of capsules, whatever is in it', () => {
  const kits = kitsOf(finding, 2);
  assert.equal(kits.length, 6);
  assert.deepEqual(new Set(kits.map(({ capsules }) => capsules)), new Set([30]));
});

test('in blocks every sequence needs the same capsules of each arm, so that a stock count tells nothing', () => {
  for (const each of [design(), finding]) {
    const all = sequencesOf(each);
    const told = new Set<string>();
    for (let n = 0n; n < all.count && n < 100n; n++) told.add(JSON.stringify(fillingsOf(each, all.at(n), 2)));
    assert.equal(told.size, 1);
  }
});

test('a trial is costed by the capsule that holds the whole dose, never by two smaller ones, though they be cheaper', () => {
  const sequence = sequencesOf(finding).at(0n);
  const made = trialCompounding(finding, sequence, 2, {
    ...{ offers: [offer(1500, 40), offer(3000, 100)], placebo: 30, feePerFilling: 500 },
  });
  // Two kits of each arm at 30 capsules: 60 x (30 + 40 + 100) and three fillings at 500.
  assert.deepEqual(made, {
    ok: true,
    value: {
      capsulesEach: 30,
      fillings: [NO_DOSE, micrograms(1500), micrograms(3000)].map((dose) => ({ dose, kits: 2, capsules: 60 })),
      ...{ capsules: 180, cost: 60 * 170 + 1500 },
    },
  });
});

test('a dose that no capsule on offer holds whole is refused, and so is a price that is none', () => {
  const sequence = sequencesOf(design()).at(0n);
  const codes = (offers: readonly Offer[], placebo: number) => {
    const made = trialCompounding(design(), sequence, 0, { offers, placebo, feePerFilling: 0 });
    return made.ok ? [] : made.error.map(({ code }) => code);
  };
  assert.deepEqual(codes([offer(1500, 40)], 30), ['dose-cannot-be-made']);
  assert.deepEqual(codes([offer(4500, 40)], 0), ['placebo-price-unreadable']);
  assert.deepEqual(codes([], 30), ['offers-empty']);
});

test('a sequence that is not of the design, or a broken number of spare capsules, is a bug', () => {
  assert.throws(() => fillingsOf(design(), [NO_DOSE], 0), RangeError);
  assert.throws(() => fillingsOf(design(), Array(6).fill(micrograms(3000)), 0), RangeError);
  assert.throws(() => kitsOf(design(), 1.5), RangeError);
});
