/** The plug is pulled, the disk is full, the disk fails: what was acknowledged stays, and the server says what it can do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openLine } from '../../bench/server-load.ts';
import { type ServerProcess, startServerProcess } from '../../bench/server-process.ts';
import { argsOf, type Faulty, faultyClinic, killAgainAndAgain, lookFor, postOne } from './faulty-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-faults-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const placeIn = (name: string) => ({ data: join(folder, name), keys: join(folder, name, 'keys.json') });

test('five kills while days arrive: no acknowledged entry is lost and the record holds', async (t) => {
  const faulty = await faultyClinic(placeIn('kills'));
  const acknowledged = await killAgainAndAgain(faulty, 5);
  assert.ok(acknowledged > 50, `${acknowledged} entries were acknowledged`);
  t.diagnostic(`${acknowledged} acknowledged, none lost`);
});

type Watched = { readonly faulty: Faulty; readonly server: ServerProcess; readonly line: ReturnType<typeof openLine> };

const statusOf = async ({ server }: Watched, path: string, token?: string): Promise<number> =>
  (await fetch(`${server.origin}${path}`, token === undefined ? {} : { headers: { cookie: `titrial=${token}` } }))
    .status;

/** Posts until an answer has this status; how many posts it took. */
async function postUntil({ faulty, line }: Watched, status: number, wait: number): Promise<number> {
  const until = Date.now() + 20_000;
  for (let turn = 1; Date.now() < until; turn++) {
    if ((await postOne(faulty, line.post, turn)) === status) return turn;
    await new Promise((later) => setTimeout(later, wait));
  }
  return assert.fail(`no answer had status ${status}`);
}

/** The disk fails and is mended: writes stop with a reason, reads go on, writes come back, nothing was lost. */
async function failAndMend(watched: Watched, fail: () => void, mend: () => void): Promise<void> {
  const { faulty, server, line } = watched;
  const [patient] = faulty.patients;
  assert.ok(patient);
  assert.equal(await postOne(faulty, line.post, 0), 200);
  fail();
  await postUntil(watched, 503, 0);
  const { status, body } = await line.post(`/api/v1/cases/${patient.case}/events`, patient.token, '{}');
  assert.deepEqual([status, JSON.parse(body).code], [503, 'not-taking-writes']);
  assert.equal(await statusOf(watched, '/ready'), 503);
  assert.equal(await statusOf(watched, '/health'), 200);
  assert.equal(await statusOf(watched, '/api/v1/me', patient.token), 200);
  mend();
  await postUntil(watched, 200, 500);
  assert.equal(await statusOf(watched, '/ready'), 200);
  line.close();
  assert.equal(await server.stop(), 0);
  const { lost, report } = await lookFor(faulty);
  assert.deepEqual([lost, report.faults], [[], []]);
}

async function watchedIn(place: ReturnType<typeof placeIn>): Promise<Watched> {
  const faulty = await faultyClinic(place);
  const server = await startServerProcess(argsOf(place));
  return { faulty, server, line: openLine(server.origin, 4) };
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
test('a full disk: writes stop and the server says so, reads go on, and writes come back with the space', {
  skip: mayMount ? false : 'a disk of our own to fill needs root on Linux',
}, async () => {
  const place = placeIn('full');
  mkdirSync(place.data);
  assert.equal(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0700', 'none', place.data]).status, 0);
  try {
    const watched = await watchedIn(place);
    const ballast = join(place.data, 'ballast');
    const fill = (): void => {
      const { bavail, bsize } = statfsSync(place.data);
      writeFileSync(ballast, new Uint8Array(bavail * bsize));
    };
    await failAndMend(watched, fill, () => rmSync(ballast));
  } finally {
    spawnSync('umount', ['-l', place.data]);
  }
});

const hasLimit = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0;
test('a disk that refuses to write: the server stops taking writes, says so, and takes them again when it is mended', {
  skip: hasLimit ? false : 'no prlimit on this machine to make writes fail',
}, async () => {
  const place = placeIn('broken');
  const watched = await watchedIn(place);
  const limit = (bytes: string): void => {
    const { status } = spawnSync('prlimit', ['--pid', String(watched.server.child.pid), `--fsize=${bytes}`]);
    assert.equal(status, 0);
  };
  // No file may grow past what the log has now, so the next page that has to be written cannot be.
  const now = Math.max(4096, statSync(join(place.data, 'titrial.sqlite-wal')).size);
  await failAndMend(
    watched,
    () => limit(`${now}:unlimited`),
    () => limit('unlimited:unlimited'),
  );
});
