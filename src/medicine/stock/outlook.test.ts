// H27, H28
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LocalDate } from '../../base/calendar.ts';
import { microgramsPerMillilitre, microlitres } from '../concentration.ts';
import { type Dose, micrograms, NO_DOSE } from '../dose.ts';
import { MOST_UNITS } from '../product.ts';
import { supplyOutlook } from './outlook.ts';
import { checkPack, type Pack } from './pack.ts';

const day = (n: number): LocalDate => n as LocalDate;
const capsules = (ug: number, units: number, on: number, beyondUse: number): Pack => ({
  content: { form: 'capsule', strength: micrograms(ug), units },
  on: day(on),
  beyondUse: day(beyondUse),
});
const liquid = (ml: number, on: number, beyondUse: number): Pack => ({
  content: {
    ...{ form: 'liquid', concentration: microgramsPerMillilitre(1000), graduation: microlitres(100) },
    volume: microlitres(ml * 1000),
  },
  on: day(on),
  beyondUse: day(beyondUse),
});
const always = (ug: number) => (): Dose => micrograms(ug);

/** Every capsule is a thing with a day; every handful of at most ten is tried; nothing is shared with the code. */
function byHand(packs: readonly Pack[], from: number, until: number, doseOn: (d: LocalDate) => Dose) {
  type Capsule = { ug: number; last: number; on: number; pack: number };
  let box: Capsule[] = packs.flatMap(({ content, beyondUse: last, on }, pack) =>
    content.form === 'liquid'
      ? []
      : Array.from({ length: content.units }, () => ({ ug: content.strength, last, on, pack })),
  );
  const take = (d: number, dose: number): boolean => {
    const usable = box.filter(({ on, last }) => on <= d && d <= last);
    const kinds = [...new Set(usable.map(({ ug }) => ug))].sort((a, b) => b - a);
    let ways: number[][] = [[]];
    for (const kind of kinds) {
      const most = Math.min(MOST_UNITS, usable.filter(({ ug }) => ug === kind).length);
      ways = ways.flatMap((way) => Array.from({ length: most + 1 }, (_, n) => [...way, n]));
    }
    const count = (way: readonly number[]) => way.reduce((sum, n) => sum + n, 0);
    const fitting = ways
      .filter(
        (way) => way.reduce((sum, n, i) => sum + n * (kinds[i] as number), 0) === dose && count(way) <= MOST_UNITS,
      )
      .sort(
        (a, b) => count(a) - count(b) || kinds.map((_, i) => (b[i] as number) - (a[i] as number)).find((x) => x) || 0,
      );
    const [best] = fitting;
    if (!best) return false;
    for (const [i, kind] of kinds.entries())
      for (let n = 0; n < (best[i] as number); n++) {
        const own = box.filter(({ ug, on, last }) => ug === kind && on <= d && d <= last);
        const next = own.sort((a, b) => a.last - b.last || a.pack - b.pack)[0];
        box = box.filter((each) => each !== next);
      }
    return true;
  };
  let elsewhere = 0;
  const opened = Math.min(...packs.map(({ on }) => on));
  for (let d = opened; d < from; d++) if (doseOn(day(d)) > 0 && !take(d, doseOn(day(d)))) elsewhere++;
  const left = packs.map((_, i) => box.filter(({ pack }) => pack === i).length);
  const days: [number, boolean][] = [];
  for (let d = from; d <= until; d++) if (doseOn(day(d)) > 0) days.push([d, take(d, doseOn(day(d)))]);
  const firstOut = days.findIndex(([, made]) => !made);
  const covered = firstOut < 0 ? days : days.slice(0, firstOut);
  const out = firstOut < 0 ? [] : days.slice(firstOut);
  const again = out.findIndex(([, made]) => made);
  const without = again < 0 ? out : out.slice(0, again);
  return {
    ...{ left, elsewhere, daysLeft: covered.length, coveredThrough: covered.at(-1)?.[0] },
    ...{ first: without[0]?.[0], last: without.at(-1)?.[0] },
  };
}

test('the outlook is what counting capsules one by one gives: 600 random cupboards, plans and gaps', () => {
  const pack = fc.record({
    ug: fc.constantFrom(500, 1500, 3000, 4500),
    units: fc.integer({ min: 1, max: 25 }),
    on: fc.integer({ min: 0, max: 20 }),
    lasts: fc.integer({ min: 0, max: 40 }),
  });
  const doses = fc.array(fc.constantFrom(0, 500, 1500, 3000, 4500), { minLength: 1, maxLength: 8 });
  const arbitrary = fc.tuple(
    fc.array(pack, { minLength: 1, maxLength: 4 }),
    ...[doses, fc.integer({ min: 5, max: 25 }), fc.integer({ min: 0, max: 40 })],
  ) as fc.Arbitrary<[{ ug: number; units: number; on: number; lasts: number }[], number[], number, number]>;
  fc.assert(
    fc.property(arbitrary, ([drawn, weeks, from, ahead]) => {
      const packs = drawn.map(({ ug, units, on, lasts }) => capsules(ug, units, on, on + lasts));
      const doseOn = (d: LocalDate): Dose => micrograms(weeks[Math.floor(d / 5) % weeks.length] as number);
      const told = supplyOutlook(packs, { from: day(from), until: day(from + ahead), leadDays: 7, doseOn });
      assert.ok(told.ok);
      const hand = byHand(packs, from, from + ahead, doseOn);
      const { left, daysLeft, coveredThrough, gap, orderBy, fromElsewhere } = told.value;
      assert.deepEqual(
        { left, elsewhere: fromElsewhere, daysLeft, coveredThrough, first: gap?.first, last: gap?.last },
        hand,
      );
      assert.equal(orderBy, hand.first === undefined ? undefined : hand.first - 7);
    }),
    { numRuns: 600, seed: 28 },
  );
});

test('nothing handed out is nothing known, and no number of days is told', () => {
  const told = supplyOutlook([], { from: day(1), until: day(9), leadDays: 7, doseOn: always(1500) });
  assert.deepEqual(told, { ok: false, error: { code: 'amount-not-known' } });
});

test('thirty capsules from the first day last thirty days; the gap, and the last day to order, follow from it', () => {
  const terms = { from: day(10), until: day(60), leadDays: 7, doseOn: always(1500) };
  const told = supplyOutlook([capsules(1500, 30, 0, 200)], terms);
  assert.deepEqual(told, {
    ok: true,
    value: {
      ...{ left: [20], daysLeft: 20, coveredThrough: 29, gap: { first: 30, last: 60 }, orderBy: 23 },
      ...{ spoils: [], fromElsewhere: 0 },
    },
  });
});

test('past its last day nothing counts on a pack, and what is left in it is told as spoiled (H27)', () => {
  const terms = { from: day(0), until: day(40), leadDays: 7, doseOn: always(1500) };
  const told = supplyOutlook([capsules(1500, 30, 0, 9)], terms);
  assert.ok(told.ok);
  assert.equal(told.value.coveredThrough, 9);
  assert.deepEqual(told.value.spoils, [{ pack: 0, amount: 20, beyondUse: 9 }]);
});

test('a liquid counts in microlitres, exactly, and a dose between two marks of the syringe is a gap (H2)', () => {
  const doseOn = (d: LocalDate): Dose => micrograms(d < 5 ? 1500 : 1550);
  const told = supplyOutlook([liquid(30, 0, 90)], { from: day(2), until: day(9), leadDays: 1, doseOn });
  assert.ok(told.ok);
  assert.deepEqual(told.value.left, [27_000]);
  assert.deepEqual(told.value.gap, { first: 5, last: 9 });
});

test('what was handed out last says what is taken from: capsules do not stretch a liquid', () => {
  const packs = [capsules(1500, 30, 0, 90), liquid(3, 0, 90)];
  const told = supplyOutlook(packs, { from: day(0), until: day(20), leadDays: 1, doseOn: always(1500) });
  assert.equal(told.ok && told.value.daysLeft, 2);
});

test('days without a dose use nothing and do not end a gap; a pack that is gone is not counted on', () => {
  const doseOn = (d: LocalDate): Dose => (d >= 4 && d <= 6 ? NO_DOSE : micrograms(1500));
  const terms = { from: day(0), until: day(9), leadDays: 1, doseOn };
  const told = supplyOutlook([capsules(1500, 3, 0, 90)], terms);
  assert.deepEqual(told.ok && told.value.gap, { first: 3, last: 9 });
  const gone = supplyOutlook([{ ...capsules(1500, 30, 0, 90), gone: day(2) }], terms);
  assert.equal(gone.ok && gone.value.daysLeft, 2);
});

test('a dose that these packs could not have made is told, and takes nothing out of them', () => {
  const doseOn = (d: LocalDate): Dose => micrograms(d < 3 ? 1000 : 1500);
  const told = supplyOutlook([capsules(1500, 30, 0, 90)], { from: day(3), until: day(9), leadDays: 1, doseOn });
  assert.ok(told.ok);
  assert.deepEqual([told.value.fromElsewhere, told.value.left], [3, [30]]);
});

test('a pack is refused with every fault: the other therapy, an amount and a last day that look like slips (H1, H3)', () => {
  const codes = (pack: Pack): readonly string[] => {
    const checked = checkPack(pack);
    return checked.ok ? [] : checked.error.map(({ code }) => code);
  };
  assert.deepEqual(codes(capsules(50_000, 30, 0, 90)), ['strength-refused']);
  assert.deepEqual(codes(capsules(1500, 0, 0, -1)), ['amount-out-of-range', 'beyond-use-out-of-range']);
  assert.deepEqual(codes(capsules(1500, 5000, 0, 900)), ['amount-out-of-range', 'beyond-use-out-of-range']);
  assert.deepEqual(codes(capsules(1500, 30, 0, 90)), []);
});
