/**
 * Is an acknowledged entry ever lost? The real server is ended by kill -9 while phones post, again and again, on SQLite and
 * on PostgreSQL; after each time every acknowledged entry is looked for and the whole record verified.
 *   npm run faults                    100 kills on SQLite, 20 on PostgreSQL: some minutes
 *   npm run faults -- --kills 10 --postgres-kills 2
 * A full disk and a failing one are tried in test/server/faults.test.ts, with five kills, in every `npm test`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../src/cli/serve-options.ts';
import { faultyClinic, killAgainAndAgain } from '../test/server/faulty-server.ts';
import { startPostgres } from '../test/server/postgres.ts';
import { countFlag, printTable, verdict } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-faults-'));
const rows: (string | number)[][] = [];

async function tryOn(name: string, place: Place, kills: number): Promise<void> {
  const started = performance.now();
  const faulty = await faultyClinic(place);
  let done = 0;
  let fault = '';
  try {
    await killAgainAndAgain(faulty, kills, (kill) => {
      done = kill;
      if (kill % 10 === 0) process.stderr.write(`  ${name}: ${kill} of ${kills} kills\n`);
    });
  } catch (error) {
    fault = error instanceof Error ? error.message.slice(0, 300) : String(error);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  rows.push([
    name,
    done,
    faulty.acknowledged.size,
    fault === '' ? 0 : fault,
    seconds,
    verdict(fault === '' && done === kills),
  ]);
}

try {
  const kills = countFlag('kills', 100);
  await tryOn('SQLite', { data: join(folder, 'sqlite'), keys: join(folder, 'sqlite', 'keys.json') }, kills);
  const server = await startPostgres();
  try {
    const database = await server.createDatabase();
    const place = { data: join(folder, 'postgres'), keys: join(folder, 'postgres', 'keys.json'), database };
    await tryOn('PostgreSQL', place, countFlag('postgres-kills', 20));
  } finally {
    await server.stop();
  }
  printTable(['database', 'kills', 'acknowledged', 'lost or broken', 's', ''], rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
