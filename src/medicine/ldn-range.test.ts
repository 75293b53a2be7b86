import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { micrograms } from './dose.ts';
import { checkLdnDose, LDN_MAXIMUM, LDN_MINIMUM, SITE_MAXIMUM } from './ldn-range.ts';

const cases: readonly [mg: number, maximumMg: number, code: string, why: string][] = [
  [0, 7, 'plausible', 'no dose is a dose'],
  [0.099, 7, 'dose-below-ldn-range', 'very low dose is another therapy'],
  [0.1, 7, 'plausible', 'lowest of the clinics, 0.1-7 mg'],
  [4.5, 7, 'plausible', 'the customary dose'],
  [7, 7, 'plausible', 'highest without a site policy'],
  [7.001, 7, 'dose-above-ldn-range', 'a microgram more'],
  [12, 12, 'plausible', 'highest of the case series'],
  [12.001, 12, 'dose-above-ldn-range', 'a microgram more'],
  [8, 7, 'dose-above-ldn-range', "0.8 mg is nobody's dose"],
  [10, 7, 'dose-tenfold-slip', '1 mg with its point lost'],
  [10, 12, 'plausible', 'where the site allows it'],
  [15, 7, 'dose-tenfold-slip', '1.5 mg'],
  [30, 7, 'dose-tenfold-slip', '3 mg'],
  [45, 7, 'dose-tenfold-slip', '4.5 mg'],
  [45, 12, 'dose-tenfold-slip', '4.5 mg at any site'],
  [25, 7, 'dose-is-other-therapy', 'half a tablet, first day of the addiction therapy'],
  [50, 7, 'dose-is-other-therapy', 'one tablet'],
  [50, 12, 'dose-is-other-therapy', 'one tablet at any site'],
  [100, 7, 'dose-is-other-therapy', 'two tablets'],
  [150, 7, 'dose-is-other-therapy', 'three tablets'],
  [380, 7, 'dose-is-other-therapy', 'the monthly depot'],
  [70, 7, 'dose-tenfold-slip', '7 mg, the highest that is usual'],
  [75, 7, 'dose-above-ldn-range', '7.5 mg is not'],
  [48, 7, 'dose-above-ldn-range', '4.8 mg is no step of 0.5 or 0.75 mg'],
];
for (const [mg, maximumMg, code, why] of cases)
  test(`${mg} mg where ${maximumMg} mg is the most: ${why}`, () => {
    const checked = checkLdnDose(micrograms(mg * 1000), micrograms(maximumMg * 1000));
    assert.equal(checked.ok ? 'plausible' : checked.error.code, code);
  });

test('a ten-fold slip names the dose that was probably meant', () => {
  const checked = checkLdnDose(micrograms(45_000));
  assert.deepEqual(checked, { ok: false, error: { code: 'dose-tenfold-slip', dose: 45_000, tenth: 4500 } });
});

test('exactly the doses from the least to the most pass, and none is changed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400_000 }), (ug) => {
      const checked = checkLdnDose(micrograms(ug));
      assert.equal(checked.ok, ug === 0 || (ug >= LDN_MINIMUM && ug <= LDN_MAXIMUM));
      if (checked.ok) assert.equal(checked.value, ug);
    }),
    { seed: 3, numRuns: 5000 },
  );
});

test('no site may allow more than 12 mg', () => {
  assert.equal(SITE_MAXIMUM, 12_000);
  assert.throws(() => checkLdnDose(micrograms(1), micrograms(12_001)), RangeError);
});
