import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pchisq } from 'lib-r-math.js';
import { seededRng } from '../base/rng.ts';
import { type Dose, micrograms } from '../medicine/dose.ts';
import { armsOf, checkDesign, type DesignKind, type DraftDesign, periodsOf, type TrialDesign } from './design.ts';
import { type Sequence, sequencesOf } from './sequence.ts';

const mg = (...milligrams: number[]): Dose[] => milligrams.map((each) => micrograms(each * 1000));

function designOf(kind: DesignKind, doses: Dose[], blocks: number, rise = 7): TrialDesign {
  const draft: DraftDesign = {
    ...{ kind, doses, blocks, periodDays: 28, maximumRise: micrograms(rise * 1000) },
    runIn: { how: 'discarded', days: 14 },
  };
  const checked = checkDesign(draft);
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.value;
}

/** Every way to fill the periods with arms, kept where a rule written down without the code's own holds. */
function brute(design: TrialDesign): readonly Sequence[] {
  const arms = armsOf(design);
  let all: Sequence[] = [[]];
  for (let i = 0; i < periodsOf(design); i++) all = all.flatMap((past) => arms.map((arm) => [...past, arm]));
  return all.filter((sequence) =>
    design.kind.startsWith('randomised') ? switches(design, sequence) : blocks(design, sequence),
  );
}

function blocks({ doses, maximumRise }: TrialDesign, sequence: Sequence): boolean {
  const size = doses.length + 1;
  const whole = sequence.every((_, i) => i % size > 0 || new Set(sequence.slice(i, i + size)).size === size);
  return whole && sequence.every((arm, i) => arm - (sequence[i - 1] ?? 0) <= maximumRise);
}

function switches({ kind }: TrialDesign, sequence: Sequence): boolean {
  const told = sequence.map((arm) => (arm > 0 ? 'D' : 'P')).join('');
  return (kind === 'randomised-start' ? /^P+D+$/ : /^D+P+$/).test(told);
}

const DESIGNS: readonly [design: TrialDesign, sequences: number, why: string][] = [
  [designOf('paired-blocks', mg(3), 2), 4, 'two blocks of two orders'],
  [designOf('paired-blocks', mg(4.5), 5), 32, 'five of them'],
  [designOf('dose-finding', mg(1.5, 3), 2), 36, '3! orders, twice'],
  [
    designOf('dose-finding', mg(1.5, 3), 2, 1.5),
    6,
    'a rise of 1.5 mg at most: 2 first blocks, then 4 after 3 mg and 2 after none',
  ],
  [designOf('dose-finding', mg(1.5, 3, 4.5), 2, 1.5), 10, 'the same with three doses'],
  [designOf('randomised-start', mg(3), 5), 4, 'the drug may start in the second to the last period'],
  [designOf('randomised-withdrawal', mg(3), 6), 5, 'and end in as many'],
];
for (const [design, sequences, why] of DESIGNS)
  test(`${design.kind}, ${design.doses.length} dose(s), ${design.blocks} blocks: counted exactly (${why})`, () => {
    const all = brute(design);
    const { count, at, includes } = sequencesOf(design);
    assert.equal(count, BigInt(all.length));
    assert.equal(all.length, sequences);
    const numbered = all.map((_, i) => at(BigInt(i)).join());
    assert.deepEqual(numbered.sort(), all.map((each) => each.join()).sort());
    for (const each of all) assert.ok(includes(each));
  });

test('the dose-finding trial of four doses has 120 orders a block, and 120^2 of two', () => {
  const doses = mg(1.5, 3, 4.5, 6);
  assert.equal(sequencesOf(designOf('dose-finding', doses, 2)).count, 14_400n);
});

test('what is not admissible is told so', () => {
  const { includes, at } = sequencesOf(designOf('paired-blocks', mg(3), 2));
  const [p, d] = mg(0, 3) as [Dose, Dose];
  for (const sequence of [[p, p, d, d], [p, d, d], [p, d, d, p, p], [], mg(0, 1.5, 0, 3)])
    assert.equal(includes(sequence), false, sequence.join());
  assert.throws(() => at(4n), RangeError);
  assert.throws(() => at(-1n), RangeError);
});

test('a rise that no order keeps leaves nothing to draw, and it is said', () => {
  const design = designOf('dose-finding', mg(3, 6), 2, 1.5);
  assert.deepEqual(
    sequencesOf(design).draw(() => new Uint8Array([1])),
    {
      ok: false,
      error: { code: 'nothing-to-randomise', sequences: 0 },
    },
  );
});

const DRAWS = 100_000;
for (const [design] of [DESIGNS[1], DESIGNS[2], DESIGNS[3], DESIGNS[6]] as typeof DESIGNS)
  test(`${DRAWS} draws fall evenly on the sequences of ${design.kind} with ${design.blocks} blocks`, () => {
    const rng = seededRng(20_261_128);
    const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => rng.below(256));
    const { count, draw } = sequencesOf(design);
    const counts = new Map<string, number>();
    for (let i = 0; i < DRAWS; i++) {
      const drawn = draw(bytes);
      assert.ok(drawn.ok);
      counts.set(drawn.value.join(), (counts.get(drawn.value.join()) ?? 0) + 1);
    }
    const cells = Number(count);
    assert.equal(counts.size, cells);
    const expected = DRAWS / cells;
    const square = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    const p = pchisq(square, cells - 1, undefined, false);
    assert.ok(p > 0.001 && p < 0.999, `p = ${p}`);
  });

test('bytes that would favour small numbers are drawn again', () => {
  const design = designOf('randomised-start', mg(3), 4); // three sequences: 65535 of two bytes are a whole number of threes
  const given = [255, 255, 0, 1];
  let asked = 0;
  const { draw, at } = sequencesOf(design);
  const drawn = draw((count) => {
    const from = asked;
    asked += count;
    return Uint8Array.from(given.slice(from, from + count));
  });
  assert.equal(asked, 4);
  assert.deepEqual(drawn.ok && drawn.value, at(1n));
});
