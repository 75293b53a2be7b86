import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Dose, micrograms } from './dose.ts';
import { MOST_UNITS } from './product.ts';
import { cheapestSupply, type Need, type Offer, type SupplyTerms } from './supply.ts';

const mg = (milligrams: number): Dose => micrograms(Math.round(milligrams * 1000));
const offer = (milligrams: number, price: number): Offer => ({ strength: mg(milligrams), price });
const need = (milligrams: number, days: number): Need => ({ dose: mg(milligrams), days });
const TERMS: SupplyTerms = { feePerStrength: 0, mostStrengths: 3, first: 'cost' };

/** Every way to make every dose from every set, none left out, judged only at the very end. */
function brute(
  wanted: readonly Need[],
  offers: readonly Offer[],
  terms: SupplyTerms,
): readonly [number, number] | undefined {
  const ways = (dose: number): number[][] => {
    let all: number[][] = [[]];
    for (const _ of offers) all = all.flatMap((way) => Array.from({ length: MOST_UNITS + 1 }, (__, n) => [...way, n]));
    return all.filter(
      (way) =>
        way.reduce((sum, n) => sum + n, 0) <= MOST_UNITS &&
        way.reduce((sum, n, i) => sum + n * (offers[i] as Offer).strength, 0) === dose,
    );
  };
  let totals: number[][] = [offers.map(() => 0)];
  const byDose = new Map<number, number>();
  for (const { dose, days } of wanted) if (dose > 0) byDose.set(dose, (byDose.get(dose) ?? 0) + days);
  for (const [dose, days] of byDose)
    totals = totals.flatMap((sum) => ways(dose).map((way) => sum.map((n, i) => n + days * (way[i] as number))));
  const judged = totals
    .filter((capsules) => capsules.filter((n) => n > 0).length <= terms.mostStrengths)
    .map((capsules): [number, number] => {
      const used = capsules.filter((n) => n > 0).length;
      const cost = capsules.reduce((sum, n, i) => sum + n * (offers[i] as Offer).price, terms.feePerStrength * used);
      const units = capsules.reduce((sum, n) => sum + n, 0);
      return terms.first === 'cost' ? [cost, units] : [units, cost];
    });
  return judged.sort((a, b) => a[0] - b[0] || a[1] - b[1])[0];
}

test('the choice is the best there is: 1,000 random courses against every possibility', () => {
  const strengths = [0.5, 0.75, 1, 1.5, 2, 3, 4.5].map((each) => mg(each));
  const offers = fc
    .subarray(strengths, { minLength: 1, maxLength: 3 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((strength) => fc.integer({ min: 40, max: 200 }).map((price) => ({ strength, price })))),
    );
  const wanted = fc.array(
    fc.record({ dose: fc.constantFrom(0, 0.5, 1, 1.5, 2.5, 3, 4.5).map(mg), days: fc.integer({ min: 1, max: 60 }) }),
    { minLength: 1, maxLength: 3 },
  );
  const terms = fc.record({
    feePerStrength: fc.constantFrom(0, 500, 2000),
    mostStrengths: fc.integer({ min: 1, max: 3 }),
    first: fc.constantFrom('cost', 'units'),
  }) as fc.Arbitrary<SupplyTerms>;
  let found = 0;
  fc.assert(
    fc.property(wanted, offers, terms, (course, list, given) => {
      fc.pre(course.some(({ dose }) => dose > 0));
      const chosen = cheapestSupply(course, list, given);
      const best = brute(course, list, given);
      if (!best) return assert.equal(chosen.ok, false);
      assert.ok(chosen.ok, JSON.stringify(chosen));
      const { cost, units, capsules, strengths: used, makings } = chosen.value;
      assert.deepEqual(given.first === 'cost' ? [cost, units] : [units, cost], best);
      for (const { dose, units: made } of makings)
        assert.equal(
          made.reduce((sum, { strength, count }) => sum + strength * count, 0),
          dose,
        );
      assert.equal(capsules.length, used.length);
      found++;
    }),
    { seed: 5, numRuns: 1000 },
  );
  assert.ok(found > 300, `only ${found} courses could be made`);
});

test('the weekly ladder of 1.5, 3 and 4.5 mg needs one strength, or three where a capsule a day is wanted', () => {
  const ladder = [need(1.5, 7), need(3, 7), need(4.5, 42)];
  const offers = [offer(1.5, 80), offer(3, 90), offer(4.5, 100)];
  const fewest = cheapestSupply(ladder, offers, { ...TERMS, first: 'units' });
  assert.deepEqual(fewest.ok && [fewest.value.strengths, fewest.value.units], [[1500, 3000, 4500], 56]);
  const dear = cheapestSupply(ladder, offers, { ...TERMS, feePerStrength: 20_000 });
  assert.deepEqual(dear.ok && [dear.value.strengths, dear.value.capsules], [[1500], [7 + 14 + 126]]);
});

const refused: readonly [why: string, course: readonly Need[], offers: readonly Offer[], code: string][] = [
  ['nothing is taken', [need(0, 7)], [offer(1.5, 80)], 'need-empty'],
  ['no day', [need(1.5, 0)], [offer(1.5, 80)], 'days-out-of-range'],
  ['nobody makes anything', [need(1.5, 7)], [], 'offers-empty'],
  ['one strength with two prices', [need(1.5, 7)], [offer(1.5, 80), offer(1.5, 90)], 'offer-twice'],
  ['a 50 mg tablet among the capsules', [need(1.5, 7)], [offer(1.5, 80), offer(50, 90)], 'offer-strength-refused'],
  ['45 mg where 4.5 was meant', [need(4.5, 7)], [offer(1.5, 80), offer(45, 90)], 'offer-strength-refused'],
  ['a price of ten times', [need(1.5, 7)], [offer(1.5, 80), offer(3, 800)], 'price-looks-like-a-slip'],
  ['a price of a hundredth', [need(1.5, 7)], [offer(1.5, 80), offer(3, 90), offer(4.5, 1)], 'price-looks-like-a-slip'],
  ['a price in fractions of a cent', [need(1.5, 7)], [offer(1.5, 0.8)], 'price-unreadable'],
  ['a dose between the strengths', [need(2, 7)], [offer(1.5, 80), offer(3, 90)], 'dose-cannot-be-made'],
  ['a dose of more than ten capsules', [need(6, 7)], [offer(0.5, 80)], 'dose-cannot-be-made'],
];
for (const [why, course, offers, code] of refused)
  test(`refused: ${why}`, () => {
    const chosen = cheapestSupply(course, offers, TERMS);
    assert.equal(chosen.ok ? 'made' : chosen.error[0]?.code, code);
  });

test('two doses that need two strengths are refused where one is allowed', () => {
  const course = [need(1, 7), need(1.5, 7)];
  const offers = [offer(1, 80), offer(1.5, 90)];
  assert.equal(cheapestSupply(course, offers, { ...TERMS, mostStrengths: 1 }).ok, false);
  assert.equal(cheapestSupply(course, offers, { ...TERMS, mostStrengths: 2 }).ok, true);
});
