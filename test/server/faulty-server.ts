/**
 * A real server process with patients who keep posting, and somebody who pulls the plug. What was acknowledged is written
 * down here, outside the server, and looked for afterwards.
 */
import assert from 'node:assert/strict';
import { fillClinic, type Patient } from '../../bench/server-data.ts';
import { dayEvent, openLine } from '../../bench/server-load.ts';
import { type ServerProcess, startServerProcess } from '../../bench/server-process.ts';
import type { CaseId, EventId } from '../../src/base/ids.ts';
import { idleAround, openInstallation, portsOf } from '../../src/cli/installation.ts';
import type { Place } from '../../src/cli/serve-options.ts';
import { verifyRecord } from '../../src/service/verify.ts';

export const LANES = 8;
const CASES = 12;
const DAYS = 5;

export type Faulty = {
  readonly place: Place;
  readonly patients: readonly Patient[];
  /** Event id → its case: acknowledged as kept, so it must be there for ever. */
  readonly acknowledged: Map<string, string>;
};

/** A small clinic in an empty place. */
export async function faultyClinic(place: Place): Promise<Faulty> {
  const ports = await portsIn(place);
  const patients = await fillClinic(ports, { cases: CASES, days: DAYS }, () => {});
  await ports.storage.close();
  return { place, patients, acknowledged: new Map() };
}

async function portsIn(place: Place) {
  const opened = await openInstallation(place, 'make');
  assert.ok(opened.ok, JSON.stringify(opened));
  const around = idleAround('http://localhost');
  return portsOf(opened.value, { ...around, settings: { ...around.settings, sessionAbsolute: 9e9 } });
}

export function argsOf({ data, keys, database }: Place): readonly string[] {
  return ['--data', data, '--keys', keys, ...(database === undefined ? [] : ['--database', database])];
}

/** Posts days, some batches twice and some entries in two batches, until the server is gone. */
export async function postUntilGone(faulty: Faulty, server: ServerProcess): Promise<number> {
  const line = openLine(server.origin, LANES);
  let answered = 0;
  const lane = async (n: number): Promise<void> => {
    for (let turn = n; ; turn += LANES) {
      const sent = await postOne(faulty, line.post, turn).catch(() => undefined);
      if (sent === undefined) return;
      answered++;
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)));
  line.close();
  return answered;
}

/** One batch of three days; what is kept is noted. The status of the answer. */
export async function postOne(
  { patients, acknowledged }: Faulty,
  post: ReturnType<typeof openLine>['post'],
  turn: number,
): Promise<number> {
  const patient = patients[turn % patients.length];
  if (!patient) throw new RangeError('no patient');
  const today = Math.floor(Date.now() / 86_400_000);
  const events = [0, 1, 2].map((i) => dayEvent(crypto.randomUUID(), today - 1 - ((turn + i) % 30), turn));
  const body = JSON.stringify({
    sentAt: new Date().toISOString(),
    events: turn % 3 === 0 ? events.toReversed() : events,
  });
  const path = `/api/v1/cases/${patient.case}/events`;
  const answers = await Promise.all([
    post(path, patient.token, body),
    ...(turn % 5 === 0 ? [post(path, patient.token, body)] : []),
  ]);
  for (const { status, body: text } of answers)
    if (status === 200)
      for (const { id, outcome } of JSON.parse(text).answers)
        if (outcome !== 'refused') acknowledged.set(id, patient.case);
  return answers[0]?.status ?? 0;
}

/** Acknowledged entries that are not there, and everything `verify` finds. */
export async function lookFor({ place, patients, acknowledged }: Faulty) {
  const ports = await portsIn(place);
  try {
    const [clinic] = (await ports.storage.people.clinics(1)).map((each) => each.clinic);
    assert.ok(clinic);
    const lost: string[] = [];
    for (const { case: id } of patients) {
      const ids = [...acknowledged].filter(([, of]) => of === id).map(([event]) => event as EventId);
      const known = await ports.storage.ledger.known(clinic, id as CaseId, ids);
      lost.push(...ids.filter((event) => !known.has(event)));
    }
    return { lost, report: await verifyRecord(ports) };
  } finally {
    await ports.storage.close();
  }
}

/** Starts, lets everybody post, ends the process at a moment nobody chose, and looks: again and again. */
export async function killAgainAndAgain(faulty: Faulty, kills: number, told: (kill: number) => void = () => {}) {
  for (let kill = 1; kill <= kills; kill++) {
    const server = await startServerProcess(argsOf(faulty.place));
    const gone = postUntilGone(faulty, server);
    await new Promise((later) => setTimeout(later, 80 + ((kill * 7919) % 400)));
    await server.kill();
    await gone;
    const { lost, report } = await lookFor(faulty);
    assert.deepEqual([lost, report.faults], [[], []], `after kill ${kill}`);
    told(kill);
  }
  return faulty.acknowledged.size;
}
