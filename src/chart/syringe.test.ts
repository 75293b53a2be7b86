import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDrawing } from '../../test/golden/charts/compare.ts';
import { syringeWords as german } from '../../web/kit/words/de/syringe.ts';
import { syringeWords as words } from '../../web/kit/words/en/syringe.ts';
import { microlitres, type Volume } from '../medicine/concentration.ts';
import { micrograms } from '../medicine/dose.ts';
import { type Fill, syringeSize, syringeSvg, syringeTable } from './syringe.ts';

const fillOf = (volume: number, graduation: number, dose: number): Fill => ({
  volume: microlitres(volume),
  graduation: microlitres(graduation),
  dose: micrograms(dose),
});
const frame = { width: 300, id: 's' };

const drawn: Record<string, [fill: Fill, size: number]> = {
  'syringe-half': [fillOf(500, 10, 500), 1000],
  'syringe-three': [fillOf(3000, 100, 3000), 5000],
  'syringe-full': [fillOf(9000, 500, 4500), 10_000],
};
for (const [name, [fill, size]] of Object.entries(drawn))
  testDrawing(name, (width) => syringeSvg(fill, size as Volume, words, { width, id: 'syringe' }), [288, 640]);

/** Where the seal stands, as a share of the way from the first to the last mark. */
function filledShare(svg: string): number {
  const liquid = /<rect y="44" height="34" x="22" width="([\d.]+)" fill="var\(--chart-band/.exec(svg)?.[1];
  return Number(liquid) / (300 - 36 - 22);
}

test('the syringe is filled to the mark', () => {
  for (const [volume, size] of [
    [500, 1000],
    [750, 3000],
    [5000, 5000],
  ] as const) {
    const share = filledShare(syringeSvg(fillOf(volume, 50, 1000), size as Volume, words, frame));
    assert.ok(Math.abs(share - volume / size) < 1e-3, `${volume} of ${size}: ${share}`);
  }
});

test('H2: millilitres never stand without milligrams, in either language', () => {
  for (const say of [words, german]) {
    const svg = syringeSvg(fillOf(1500, 100, 750), 3000 as Volume, say, frame);
    assert.match(svg, />1\.5 mL = 0\.75 mg</);
    assert.match(svg, /<title[^>]*>[^<]*1\.5 mL[^<]*: 0\.75 mg</);
    assert.deepEqual(syringeTable(fillOf(1500, 100, 750), 3000 as Volume, say).rows, [['3 mL', '1.5 mL', '0.75 mg']]);
  }
});

test('the syringe drawn is the smallest usual one with such marks that takes the volume', () => {
  assert.deepEqual(
    [fillOf(1000, 10, 1), fillOf(1010, 10, 1), fillOf(2800, 400, 1), fillOf(20_500, 500, 1)].map(syringeSize),
    [1000, 2500, 10_000, undefined],
  );
});

test('a volume that no mark shows is not drawn', () => {
  for (const [volume, size] of [
    [0, 1000],
    [1050, 1000],
    [525, 1000],
  ] as const)
    assert.throws(() => syringeSvg(fillOf(volume, 50, 500), size as Volume, words, frame), RangeError);
});
