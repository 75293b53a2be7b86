import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { takeInWords } from '../../web/kit/words/en/plan.ts';
import { microgramsPerMillilitre, microlitres } from './concentration.ts';
import { micrograms } from './dose.ts';
import { checkProduct, type DraftProduct, MOST_UNITS, type Product, requiredTake } from './product.ts';

function product(draft: DraftProduct): Product {
  const checked = checkProduct(draft);
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.value;
}
const capsule = (mg: number): Product => product({ form: 'capsule', strength: micrograms(mg * 1000) });
const liquid = product({ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) });

const taken: readonly [mg: number, strengthsMg: readonly number[], words: string][] = [
  [3, [3], 'one 3 mg capsule'],
  [3, [1.5], '2 x 1.5 mg capsule'],
  [4.5, [1.5, 3], 'one 3 mg capsule + one 1.5 mg capsule'],
  [4, [3, 2, 1], 'one 3 mg capsule + one 1 mg capsule'],
  [6, [4.5, 3], '2 x 3 mg capsule'],
  [5, [0.5], '10 x 0.5 mg capsule'],
  [0, [3], 'nothing'],
];
for (const [mg, strengths, words] of taken)
  test(`${mg} mg from capsules of ${strengths.join(' and ')} mg is ${words}`, () => {
    const take = requiredTake(micrograms(mg * 1000), strengths.map(capsule));
    assert.equal(take.ok ? takeInWords(take.value) : take.error.code, words);
  });

test('a liquid is measured, and never mixed with anything', () => {
  const take = requiredTake(micrograms(3000), [liquid]);
  assert.equal(take.ok && takeInWords(take.value), '3 mL of the 1 mg/mL liquid');
  const mixed = requiredTake(micrograms(3000), [liquid, capsule(3)]);
  assert.equal(!mixed.ok && mixed.error.code, 'liquids-not-mixed');
  const between = requiredTake(micrograms(750), [liquid]);
  assert.equal(!between.ok && between.error.code, 'volume-between-marks');
});

test('a dose that whole capsules cannot make, or only too many, is refused; no capsule is opened', () => {
  for (const [mg, strengths] of [
    [2, [1.5]],
    [4.5, [3]],
    [5.5, [0.5]],
    [3, []],
  ] as const) {
    const take = requiredTake(micrograms(mg * 1000), strengths.map(capsule));
    assert.equal(take.ok, false);
  }
});

test('the 50 mg tablet is another therapy, and so is anything above 12 mg', () => {
  const refused = (strength: number): string => {
    const checked = checkProduct({ form: 'tablet', strength: micrograms(strength) });
    return checked.ok
      ? 'kept'
      : checked.error.code === 'strength-refused'
        ? checked.error.why.code
        : checked.error.code;
  };
  assert.equal(refused(50_000), 'dose-is-other-therapy');
  assert.equal(refused(45_000), 'dose-tenfold-slip');
  assert.equal(refused(12_001), 'dose-above-ldn-range');
  assert.equal(refused(12_000), 'kept');
  assert.equal(refused(0), 'strength-zero');
  const unmarked = checkProduct({
    form: 'liquid',
    concentration: microgramsPerMillilitre(1000),
    graduation: microlitres(0),
  });
  assert.equal(!unmarked.ok && unmarked.error.code, 'graduation-zero');
});

test('what is taken adds up to exactly the dose, with no more units than a simple count needs', () => {
  const strengths = fc.uniqueArray(fc.constantFrom(0.5, 0.75, 1, 1.5, 2, 3, 4.5, 6), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 48 }), strengths, (quarters, mgs) => {
      const dose = quarters * 250;
      const take = requiredTake(micrograms(dose), mgs.map(capsule));
      const fewest = countedFewest(
        dose,
        mgs.map((mg) => mg * 1000),
      );
      if (!take.ok) {
        assert.ok(fewest > MOST_UNITS);
        return;
      }
      assert.equal(take.value.kind, 'units');
      if (take.value.kind !== 'units') return;
      assert.equal(
        take.value.units.reduce((sum, { strength, count }) => sum + strength * count, 0),
        dose,
      );
      assert.equal(
        take.value.units.reduce((sum, { count }) => sum + count, 0),
        fewest,
      );
    }),
    { seed: 6, numRuns: 500 },
  );
});

/** Fewest coins by the textbook table: another way to the same count. */
function countedFewest(dose: number, strengths: readonly number[]): number {
  const table = [0];
  for (let d = 250; d <= dose; d += 250)
    table[d / 250] = Math.min(...strengths.map((s) => (d >= s ? 1 + (table[(d - s) / 250] ?? Infinity) : Infinity)));
  return table[dose / 250] ?? Infinity;
}
