import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  doseInVolume,
  formatConcentration,
  formatVolume,
  microgramsPerMillilitre,
  microlitres,
  parseConcentration,
  parseVolume,
  STRONGEST,
  volumeOfDose,
} from './concentration.ts';
import { micrograms } from './dose.ts';

const concentration = fc.integer({ min: 1, max: STRONGEST }).map(microgramsPerMillilitre);
const labelLike = fc.string({ unit: fc.constantFrom(...'0159.,µumgclL -/'), maxLength: 16 });

test('every concentration survives being written and read', () => {
  for (let c = 1; c <= STRONGEST; c++)
    assert.deepEqual(parseConcentration(formatConcentration(microgramsPerMillilitre(c))), { ok: true, value: c });
});

test('every volume at a mark of 0.01 mL survives being written and read', () => {
  for (let marks = 0; marks <= 2000; marks++)
    assert.deepEqual(parseVolume(formatVolume(microlitres(marks * 10))), { ok: true, value: marks * 10 });
});

test('no text makes the readers of labels and volumes throw', () => {
  fc.assert(
    fc.property(fc.oneof(labelLike, fc.string({ unit: 'binary' })), (text) => {
      const label = parseConcentration(text);
      if (label.ok) assert.ok(Number.isSafeInteger(label.value) && label.value > 0 && label.value <= STRONGEST);
      const volume = parseVolume(text);
      if (volume.ok) assert.ok(Number.isSafeInteger(volume.value) && volume.value >= 0);
      assert.equal(text.includes(',') && (label.ok || volume.ok), false);
    }),
    { seed: 4, numRuns: 30_000 },
  );
});

const labels: readonly [text: string, read: number | string, why: string][] = [
  ['1 mg/mL', 1000, 'the customary liquid'],
  ['0.5 mg/ml', 500, 'half as strong'],
  ['5 mg/5 mL', 1000, 'as a dose in a spoon'],
  ['50 mg / 50 mL', 1000, 'as a bottle'],
  ['500 ug/mL', 500, 'micrograms'],
  ['1 mg', 'concentration-unreadable', 'a dose'],
  ['1 mL/mg', 'concentration-upside-down', 'the wrong way round'],
  ['0,5 mg/mL', 'concentration-mass-refused', 'a comma'],
  ['.5 mg/mL', 'concentration-mass-refused', 'a naked decimal'],
  ['1/mL', 'concentration-mass-refused', 'no unit of mass'],
  ['1 mg/5', 'concentration-volume-refused', 'no unit of volume'],
  ['1 mg/0 mL', 'concentration-zero', 'no liquid'],
  ['0 mg/mL', 'concentration-zero', 'no drug'],
  ['1 mg/3 mL', 'concentration-not-exact', 'a third of a milligram has no end'],
  ['10 mg/mL', 10_000, 'the strongest that is read'],
  ['10.01 mg/mL', 'concentration-too-strong', 'a slip of the point'],
  ['1 mg/mL/mL', 'concentration-unreadable', 'two strokes'],
];
for (const [text, expected, why] of labels)
  test(`the label ${text}: ${why}`, () => {
    const read = parseConcentration(text);
    assert.equal(read.ok ? read.value : read.error.code, expected);
  });

const volumes: readonly [text: string, read: number | string][] = [
  ['0.1 mL', 100],
  ['2.25 ml', 2250],
  ['1', 'volume-unit-missing'],
  ['1 mg', 'volume-is-a-mass'],
  ['.1 mL', 'volume-naked-decimal'],
  ['01 mL', 'volume-leading-zero'],
  ['1,5 mL', 'volume-separator-ambiguous'],
  ['1.500 mL', 'volume-separator-ambiguous'],
  ['1000 mL', 1_000_000],
  ['1000.01 mL', 'volume-too-large'],
  ['a drop', 'volume-unreadable'],
];
for (const [text, expected] of volumes)
  test(`the volume ${text} is ${expected}`, () => {
    const read = parseVolume(text);
    assert.equal(read.ok ? read.value : read.error.code, expected);
  });

const measured: readonly [doseUg: number, ugPerMl: number, markUl: number, answer: number | string, why: string][] = [
  [3000, 1000, 100, 3000, '3 mg = 3 mL of the 1 mg/mL liquid'],
  [4500, 1000, 100, 4500, '4.5 mg = 4.5 mL'],
  [500, 500, 100, 1000, '0.5 mg = 1 mL of 0.5 mg/mL'],
  [135_000, 1000, 1000, 135_000, 'thirty days of 4.5 mg are 135 mL of 1 mg/mL'],
  [750, 1000, 100, 'volume-between-marks', '0.75 mL between the marks of 0.1 mL'],
  [750, 1000, 50, 750, 'a finer syringe has that mark'],
  [1000, 3000, 10, 'volume-not-exact', 'a third of a millilitre'],
];
for (const [dose, ugPerMl, mark, answer, why] of measured)
  test(`${dose} ug of ${ugPerMl} ug/mL at marks of ${mark} uL: ${why}`, () => {
    const volume = volumeOfDose(micrograms(dose), microgramsPerMillilitre(ugPerMl), microlitres(mark));
    assert.equal(volume.ok ? volume.value : volume.error.code, answer);
  });

test('a volume that is measured holds exactly the dose that was asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50_000 }),
      concentration,
      fc.constantFrom(10, 20, 50, 100, 200),
      (ug, c, mark) => {
        const volume = volumeOfDose(micrograms(ug), c, microlitres(mark));
        if (volume.ok) assert.equal(doseInVolume(volume.value, c), ug);
      },
    ),
    { seed: 5, numRuns: 5000 },
  );
});

test('a fraction of a microgram is no dose, and numbers out of range are bugs', () => {
  assert.equal(doseInVolume(microlitres(1), microgramsPerMillilitre(500)), undefined);
  assert.throws(() => microlitres(0.5), RangeError);
  assert.throws(() => microgramsPerMillilitre(0), RangeError);
  assert.throws(() => volumeOfDose(micrograms(1), microgramsPerMillilitre(1), microlitres(0)), RangeError);
});
