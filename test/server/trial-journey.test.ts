/** A whole blinded trial over HTTP, from the first link to the opening: the same answers on every store (H13). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStorage } from '../../src/storage/memory.ts';
import { runTrialJourney } from './trial-journey.ts';

test('designed, signed, agreed to, sealed, packed, taken, guessed and opened', async () => {
  const end = await runTrialJourney(memoryStorage());
  assert.equal(end.sequence.length, 4);
});
