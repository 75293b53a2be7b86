/** The two loads on one running server: single diary days at full speed, then a month of every phone at once. */
import { openInstallation } from '../src/cli/installation.ts';
import type { Place } from '../src/cli/serve-options.ts';
import { DAYS_TO_SEND, type Patient, type Scale } from './server-data.ts';
import { dayEvent, inLanes, openLine, percentile } from './server-load.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export type Figures = {
  readonly posts: {
    readonly perSecond: number;
    readonly p50: number;
    readonly p99: number;
    readonly failed: number;
    /** Of the server's process, as a share of one core. */
    readonly cpu: number;
  };
  readonly storm: {
    readonly entries: number;
    readonly seconds: number;
    readonly repeated: number;
    readonly lost: number;
    readonly doubled: number;
  };
  readonly peak: number;
};

const CONNECTIONS = 24;
const STORM_DAYS = 30;
/** Every twentieth batch is sent again, as a phone does that lost the answer. */
const REPEAT_EVERY = 20;

/** Starts the server, loads it, stops it, and counts what stands in the database. */
export async function runLoad(place: Place, patients: readonly Patient[], _: Scale, seconds: number): Promise<Figures> {
  const before = await countEntries(place);
  const args = ['--data', place.data, '--keys', place.keys];
  const server = await startServerProcess([...args, ...(place.database ? ['--database', place.database] : [])]);
  const posts = await postDays(server, patients, seconds);
  const storm = await postStorm(server, patients);
  const peak = server.peakMegabytes();
  await server.stop();
  const added = (await countEntries(place)) - before;
  const missing = posts.kept + storm.kept - added;
  const unkept = storm.entries - storm.kept;
  return { posts, storm: { ...storm, lost: Math.max(0, missing) + unkept, doubled: Math.max(0, -missing) }, peak };
}

async function countEntries(place: Place): Promise<number> {
  const opened = await openInstallation(place, 'make');
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { ledger, people, close } = opened.value.storage;
  let entries = 0;
  for (const { clinic } of await people.clinics(1000)) {
    let page = await ledger.heads(clinic, undefined, 1000);
    while (page.length > 0) {
      for (const { seq } of page) entries += seq;
      page = await ledger.heads(clinic, page.at(-1)?.case, 1000);
    }
  }
  await close();
  return entries;
}

const today = (): number => Math.floor(Date.now() / 86_400_000);

async function postDays(server: ServerProcess, patients: readonly Patient[], seconds: number) {
  const line = openLine(server.origin, CONNECTIONS);
  const times: number[] = [];
  let failed = 0;
  let turn = 0;
  // Every patient once before anyone's second day; a stride that has no divisor in common walks them in no order.
  const next = (): number | undefined => (performance.now() - started < seconds * 1000 ? turn++ : undefined);
  const cpu = server.cpuSeconds();
  const started = performance.now();
  await inLanes(CONNECTIONS, next, async (n) => {
    const patient = patients[(n * 7919) % patients.length];
    if (!patient) return;
    const day = today() - DAYS_TO_SEND + (Math.floor(n / patients.length) % (DAYS_TO_SEND - STORM_DAYS));
    const body = JSON.stringify({ sentAt: new Date().toISOString(), events: [dayEvent(crypto.randomUUID(), day, n)] });
    const { status, ms, body: answer } = await line.post(`/api/v1/cases/${patient.case}/events`, patient.token, body);
    times.push(ms);
    if (status !== 200 || !answer.includes('"kept"')) {
      if (failed++ === 0) console.log(`  refused: ${status} ${answer.slice(0, 300)}`);
    }
  });
  const took = (performance.now() - started) / 1000;
  line.close();
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length - failed) / took,
    kept: times.length - failed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    failed,
    cpu: (server.cpuSeconds() - cpu) / took,
  };
}

async function postStorm(server: ServerProcess, patients: readonly Patient[]) {
  const line = openLine(server.origin, CONNECTIONS);
  const first = today() - STORM_DAYS;
  let turn = 0;
  let kept = 0;
  let repeated = 0;
  const started = performance.now();
  let told = started;
  await inLanes(
    CONNECTIONS,
    () => (turn < patients.length ? turn++ : undefined),
    async (n) => {
      const patient = patients[n];
      if (!patient) return;
      const events = Array.from({ length: STORM_DAYS }, (_, i) => dayEvent(crypto.randomUUID(), first + i, n));
      const body = JSON.stringify({ sentAt: new Date().toISOString(), events });
      const path = `/api/v1/cases/${patient.case}/events`;
      const twice = n % REPEAT_EVERY === 0;
      const answers = await Promise.all([
        line.post(path, patient.token, body),
        ...(twice ? [line.post(path, patient.token, body)] : []),
      ]);
      if (twice) repeated++;
      // Of two of the same at once, one keeps and the other recognises: together every entry is kept once.
      kept += answers.reduce((sum, answer) => sum + (answer.body.match(/"outcome":"kept"/g)?.length ?? 0), 0);
      if (performance.now() - told > 15_000) {
        told = performance.now();
        process.stderr.write(`  ${turn} of ${patients.length} phones, ${((told - started) / 1000).toFixed(0)} s\n`);
      }
    },
  );
  line.close();
  return { entries: patients.length * STORM_DAYS, kept, repeated, seconds: (performance.now() - started) / 1000 };
}
