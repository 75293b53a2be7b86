/**
 * Nothing anybody can receive depends on the arm: pairs of whole blinded trials that differ in the allocation alone, compared
 * byte by byte, and every planted leak found (H13). Here a few pairs and every plant; `npm run bench:leak` plays two hundred.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundLeaks } from '../leak/find-planted.ts';
import { judgePairs } from '../leak/judge.ts';
import { CHANNELS } from '../leak/leak.ts';
import { LEAN } from '../leak/look.ts';
import { MASKS } from '../leak/masked.ts';
import { PLANTED } from '../leak/planted/all.ts';
import { playPair } from '../leak/play.ts';
import { plainVariant } from '../leak/variant.ts';

test('of six designs nothing is received, stored, logged or worked on otherwise when the arms change places', async () => {
  const { leaks, compared, needed } = await judgePairs(4, 6, () => LEAN);
  assert.deepEqual(
    leaks.filter(({ channel }) => channel !== 'time'),
    [],
  );
  for (const channel of ['status', 'header', 'body', 'size', 'log', 'work', 'stored', 'backup', 'verify'])
    assert.ok((compared[channel] ?? 0) > 0, `${channel} was not looked at`);
  assert.deepEqual(
    MASKS.map(({ name }) => name).filter((name) => !needed.has(name)),
    [],
    'wider than needed',
  );
});

test('with the same allocation on both sides nothing but chance and clock has to be covered', async () => {
  const needed = new Set<string>();
  const { leaks } = await playPair({ variant: plainVariant(9), equal: true, looks: LEAN, needed });
  assert.deepEqual(leaks, []);
  const drawn = MASKS.filter(({ because }) => because === 'allocation').map(({ name }) => name);
  assert.deepEqual(
    drawn.filter((name) => needed.has(name)),
    [],
  );
});

test('there are at least twenty plants, each of another name, in every channel that is looked at', () => {
  assert.ok(PLANTED.length >= 20);
  assert.equal(new Set(PLANTED.map(({ name }) => name)).size, PLANTED.length);
  const planted = new Set(PLANTED.map(({ channel }) => channel));
  // What is drawn by chance is judged over many trials, by the letters; a plant there is found in the answer.
  const unplanted = CHANNELS.filter((channel) => !planted.has(channel));
  assert.deepEqual(unplanted, ['kits', 'commitment']);
});

for (const planted of PLANTED)
  test(`a planted leak is found: ${planted.name}, in ${planted.channel}`, async () => {
    assert.notDeepEqual(await foundLeaks(planted), []);
  });
