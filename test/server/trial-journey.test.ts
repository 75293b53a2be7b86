/** A whole blinded trial over HTTP, from the first link to the opening: the same answers on every store (H13). */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { memoryStorage } from '../../src/storage/memory.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { startPostgres } from './postgres.ts';
import { runTrialJourney, type TrialEnd } from './trial-journey.ts';

async function onSqlite(): Promise<TrialEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'titrial-trial-'));
  try {
    const storage = await openSqlite(folder);
    assert.ok(storage.ok);
    const end = await runTrialJourney(storage.value);
    await storage.value.close();
    return end;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(): Promise<TrialEnd> {
  const server = await startPostgres({ fsync: 'off' });
  try {
    const storage = await openPostgres(await server.createDatabase());
    assert.ok(storage.ok);
    const end = await runTrialJourney(storage.value);
    await storage.value.close();
    return end;
  } finally {
    await server.stop();
  }
}

test('designed, signed, agreed to, sealed, packed, taken, guessed and opened: every store answers the same', async () => {
  const memory = await runTrialJourney(memoryStorage());
  assert.deepEqual([...memory.sequence].sort(), ['0 mg', '0 mg', '1.5 mg', '1.5 mg']);
  const { trials } = JSON.parse(memory.today) as {
    trials: { phase: string; course: { periods: { taken: number }[] } }[];
  };
  assert.equal(trials[0]?.phase, 'opened');
  assert.deepEqual(
    trials[0]?.course.periods.map(({ taken }) => taken),
    [28, 28, 28, 28],
  );
  for (const other of [await onSqlite(), await onPostgres()]) {
    assert.deepEqual(other.sequence, memory.sequence);
    assert.equal(other.view, memory.view);
    assert.equal(other.today, memory.today);
  }
});
