/**
 * How many diary days a second does the real server take, durably, with a full clinic behind it, and what of a storm of
 * phones that were offline for a month?
 *   npm run bench:server                 10,000 cases of 365 days: minutes to make, several GB on disk
 *   npm run bench:server -- --short      500 cases of 60 days, ten seconds
 *   npm run bench:server -- --keep DIR   makes the clinic in DIR once and uses it again
 *   npm run bench:server -- --postgres   the same on a PostgreSQL of its own
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idleAround, openInstallation, portsOf } from '../src/cli/installation.ts';
import type { Place } from '../src/cli/serve-options.ts';
import { countFlag, formatRatio, hasFlag, printTable, verdict } from './report.ts';
import { fillClinic, type Patient, type Scale } from './server-data.ts';
import { postgresPeer, sqlitePeer } from './server-peer.ts';
import { type Figures, runLoad } from './server-phases.ts';

const LONG: Scale = { cases: 10_000, days: 365 };
const SHORT: Scale = { cases: 500, days: 60 };
const short = hasFlag('short');
const scale: Scale = {
  cases: countFlag('cases', short ? SHORT.cases : LONG.cases),
  days: countFlag('days', short ? SHORT.days : LONG.days),
};
const seconds = countFlag('seconds', short ? 10 : 60);

const keptAt = process.argv.indexOf('--keep');
const folder = keptAt < 0 ? mkdtempSync(join(tmpdir(), 'titrial-bench-')) : (process.argv[keptAt + 1] ?? '');

/** The clinic of the folder or the database, made if it is not there. */
async function clinicIn(place: Place): Promise<readonly Patient[]> {
  const list = join(place.data, `patients${place.database === undefined ? '' : '-postgres'}.json`);
  if (existsSync(list) && place.database === undefined) return JSON.parse(readFileSync(list, 'utf8'));
  const opened = await openInstallation(place, 'make');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const around = idleAround('http://localhost');
  const settings = { ...around.settings, sessionAbsolute: 90 * 86_400_000 };
  const ports = portsOf(opened.value, { ...around, settings });
  const started = performance.now();
  const patients = await fillClinic(ports, scale, (cases) => {
    if (cases % 500 === 0 || process.stderr.isTTY) process.stderr.write(`\r  made ${cases} of ${scale.cases} cases `);
  });
  process.stderr.write('\n');
  console.log(`made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await ports.storage.close();
  writeFileSync(list, JSON.stringify(patients));
  return patients;
}

function report(name: string, figures: Figures, peer: number): void {
  const { posts, storm, peak } = figures;
  printTable(
    [name, 'found', 'bar', ''],
    [
      ['diary posts a second', posts.perSecond.toFixed(0), '>= 300', verdict(posts.perSecond >= 300)],
      ['  p50 ms', posts.p50.toFixed(1), '', ''],
      ['  p99 ms', posts.p99.toFixed(1), '<= 250', verdict(posts.p99 <= 250)],
      ['  not kept', posts.failed, '0', verdict(posts.failed === 0)],
      ['storm: entries', storm.entries, '', ''],
      ['  drained in s', storm.seconds.toFixed(0), '<= 600', verdict(storm.seconds <= 600)],
      ['  entries a second', (storm.entries / storm.seconds).toFixed(0), '', ''],
      ['  batches sent twice', storm.repeated, '', ''],
      ['  lost', storm.lost, '0', verdict(storm.lost === 0)],
      ['  doubled', storm.doubled, '0', verdict(storm.doubled === 0)],
      ['peak memory of the server MB', peak.toFixed(0), '<= 400', verdict(peak <= 400)],
      ['processor, share of one core', posts.cpu.toFixed(2), '', ''],
      ['bare single-row inserts a second', peer.toFixed(0), '', ''],
      ['a post costs bare inserts', formatRatio(peer / posts.perSecond), '', ''],
    ],
  );
}

console.log(
  `${scale.cases} cases of ${scale.days} days, ${seconds} s of single days, then ${scale.cases} phones of 30 days\n`,
);
try {
  if (hasFlag('postgres')) {
    const { startPostgres } = await import('../test/server/postgres.ts');
    const server = await startPostgres();
    try {
      const database = await server.createDatabase();
      const place = { data: folder, keys: join(folder, 'keys-postgres.json'), database };
      const patients = await clinicIn(place);
      report(
        'PostgreSQL',
        await runLoad(place, patients, scale, seconds),
        await postgresPeer(await server.createDatabase()),
      );
    } finally {
      await server.stop();
    }
  } else {
    const place = { data: folder, keys: join(folder, 'keys.json') };
    const patients = await clinicIn(place);
    report('SQLite, synchronous=FULL', await runLoad(place, patients, scale, seconds), sqlitePeer(folder));
  }
} finally {
  if (keptAt < 0) rmSync(folder, { recursive: true });
}
