/** The whole way of one patient over HTTP, from the first link to the finding: the same bytes on every store. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { memoryStorage } from '../../src/storage/memory.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { type JourneyEnd, runJourney } from './journey.ts';
import { startPostgres } from './postgres.ts';

async function inMemory(): Promise<JourneyEnd> {
  return runJourney(memoryStorage());
}

async function onSqlite(): Promise<JourneyEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'titrial-journey-'));
  try {
    const storage = await openSqlite(folder);
    assert.ok(storage.ok);
    const end = await runJourney(storage.value);
    await storage.value.close();
    return end;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(): Promise<JourneyEnd> {
  const server = await startPostgres({ fsync: 'off' });
  try {
    const storage = await openPostgres(await server.createDatabase());
    assert.ok(storage.ok);
    const end = await runJourney(storage.value);
    await storage.value.close();
    return end;
  } finally {
    await server.stop();
  }
}

test('from the first link to a finding: memory, SQLite and PostgreSQL answer with the same bytes', async () => {
  const memory = await inMemory();
  const { findings } = JSON.parse(memory.analysis) as { findings: { verdict: string; outcome: { id: string } }[] };
  assert.deepEqual(
    findings.map(({ outcome }) => outcome.id),
    ['pain', 'fatigue', 'sleep'],
  );
  const sqlite = await onSqlite();
  const postgres = await onPostgres();
  assert.equal(sqlite.finding, memory.finding);
  assert.equal(postgres.finding, memory.finding);
  assert.equal(sqlite.view, memory.view);
  assert.equal(postgres.view, memory.view);
});
