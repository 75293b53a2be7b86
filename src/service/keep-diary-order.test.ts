/** Does the order in which entries arrive change what is known? Batches shuffled, repeated and sent again until they pass. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CaseWorld,
  DAY,
  dayKept,
  doseTaken,
  HOUR,
  newCaseWorld,
  type Sent,
  startPlan,
  twinOf,
} from '../../test/server/case-world.ts';
import { corrected, send, stateOf, told } from '../../test/server/diary-sent.ts';
import { canonicalJson } from '../base/canonical.ts';

/** Days as a phone keeps them: most of them scored, doses taken or not, a side effect, and corrections of slips. */
function journey(world: CaseWorld, random: readonly number[]): readonly Sent[] {
  const entries: Sent[] = [];
  for (const [day, chance] of random.entries()) {
    const noon = world.now + day * DAY;
    const kept = dayKept(noon, chance % 11);
    if (chance % 7 !== 0) entries.push(kept);
    const dose = chance % 5 === 0 ? doseTaken(noon, 0, { status: 'not-taken' }) : doseTaken(noon);
    if (chance % 11 !== 0 || chance % 5 === 0) entries.push(dose);
    if (chance % 7 === 3) entries.push(corrected(kept.id, noon + HOUR, { ...kept.event, scores: { pain: 10 } }));
    if (chance % 13 === 1) entries.push(corrected(kept.id, noon + 2 * HOUR));
  }
  return entries;
}

test('H10: batches in any order, twice and again until they pass, come to the same state as in order', async () => {
  let refusedFirst = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 10 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 2, max: 9 }),
      async (random, chances, size) => {
        const [straight, shuffled] = await twins();
        const sent = journey(straight, random);
        straight.now += 20 * DAY;
        shuffled.now += 20 * DAY;
        const answers = await send(straight, sent);
        const accepted = sent.filter((_, i) => told(answers[i]) === 'kept');
        const order = (entries: readonly Sent[]) =>
          [...entries].map((entry) => [chances.next().value, entry] as const).sort(([a], [b]) => a - b);
        let left = [...order(accepted), ...order(accepted).slice(0, 3)].map(([, entry]) => entry);
        for (let round = 0; left.length > 0; round++) {
          assert.ok(round < 50, 'does not come to an end');
          const again: Sent[] = [];
          for (let i = 0; i < left.length; i += size) {
            const batch = left.slice(i, i + size);
            for (const [at, answer] of (await send(shuffled, batch)).entries())
              if (answer.outcome === 'refused') {
                assert.ok(answer.again, JSON.stringify(answer));
                again.push(batch[at] as Sent);
              }
          }
          refusedFirst += again.length;
          left = order(again).map(([, entry]) => entry);
        }
        const [a, b] = [await stateOf(straight), await stateOf(shuffled)];
        assert.equal(canonicalJson(b), canonicalJson(a));
      },
    ),
    { seed: 20261101, numRuns: 200 },
  );
  assert.ok(refusedFirst > 100, 'some entries had to wait for others');
});

/** Two cases alike to the byte, in two stores. */
async function twins(): Promise<readonly [CaseWorld, CaseWorld]> {
  const world = await newCaseWorld();
  await startPlan(world);
  return [world, await twinOf(world)];
}
