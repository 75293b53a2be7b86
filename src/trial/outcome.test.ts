import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkOutcome, DAILY_OUTCOMES, type DraftOutcome, defaultWorthwhile } from './outcome.ts';

const PAIN: DraftOutcome = {
  id: 'pain',
  label: 'Pain',
  scale: { minimum: 0, maximum: 10 },
  better: 'lower',
  worthwhile: 1,
};

test('an outcome that holds together is given back as it was', () => {
  assert.deepEqual(checkOutcome(PAIN), { ok: true, value: PAIN });
});

const refused: readonly [why: string, change: Partial<DraftOutcome>, code: string][] = [
  ['no name', { id: '  ' }, 'outcome-unnamed'],
  ['a scale of no width', { scale: { minimum: 5, maximum: 5 } }, 'scale-empty'],
  ['a scale upside down', { scale: { minimum: 10, maximum: 0 } }, 'scale-empty'],
  ['a scale without end', { scale: { minimum: 0, maximum: Number.POSITIVE_INFINITY } }, 'scale-empty'],
  ['a scale that is not a number', { scale: { minimum: Number.NaN, maximum: 10 } }, 'scale-empty'],
  ['no worthwhile change', { worthwhile: 0 }, 'worthwhile-off-scale'],
  ['a negative worthwhile change', { worthwhile: -1 }, 'worthwhile-off-scale'],
  ['a worthwhile change wider than the scale', { worthwhile: 10.5 }, 'worthwhile-off-scale'],
  ['a worthwhile change that is not a number', { worthwhile: Number.NaN }, 'worthwhile-off-scale'],
];
for (const [why, change, code] of refused) {
  test(`${why} is refused`, () => {
    const checked = checkOutcome({ ...PAIN, ...change });
    assert.equal(checked.ok ? 'accepted' : checked.error.code, code);
  });
}

test('the default worthwhile change is 1 point of 0-10 (Salaffi 2004 for pain) and 10 of 0-100', () => {
  assert.equal(defaultWorthwhile({ minimum: 0, maximum: 10 }), 1);
  assert.equal(defaultWorthwhile({ minimum: 0, maximum: 100 }), 10);
});

test('the default worthwhile change fits every scale', () => {
  const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(end, end, (a, b) => {
      const scale = { minimum: Math.min(a, b), maximum: Math.max(a, b) };
      fc.pre(scale.maximum - scale.minimum > 1e-300);
      assert.equal(checkOutcome({ ...PAIN, scale, worthwhile: defaultWorthwhile(scale) }).ok, true);
    }),
    { seed: 20240501, numRuns: 500 },
  );
});

test('the three daily items are 0-10 with 10 the worst, and pass their own door', () => {
  assert.deepEqual(
    DAILY_OUTCOMES.map(({ id, better, scale }) => [id, better, scale.minimum, scale.maximum]),
    [
      ['pain', 'lower', 0, 10],
      ['fatigue', 'lower', 0, 10],
      ['sleep', 'lower', 0, 10],
    ],
  );
  for (const outcome of DAILY_OUTCOMES) assert.equal(checkOutcome(outcome).ok, true);
});
