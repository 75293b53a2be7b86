/**
 * A whole installation behind `app.request()`: real services, real keys, real passkeys, on any store, with a clock that is
 * moved by hand and chance that comes from a seed, so that two runs can be compared byte for byte.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Id } from '../../src/base/ids.ts';
import { idFrom } from '../../src/base/ids.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import type { LogLine } from '../../src/http/log.ts';
import { BUILT_IN_LIST } from '../../src/medicine/screening/built-in-list.ts';
import { webauthnPasskeys } from '../../src/platform/passkeys.ts';
import { typstTypesetter } from '../../src/platform/typst.ts';
import type { Entropy, Storage } from '../../src/records/ports.ts';
import { type AnalysisRequest, analyseRequest } from '../../src/service/analyse-diary.ts';
import type { Ports } from '../../src/service/ports.ts';
import { prepareInstallation } from '../../src/service/set-up.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { anyPharmacy, anyVault } from './case-world.ts';
import { cheapPasswords } from './people-world.ts';

export const ORIGIN = 'http://localhost:7420';
export const DAY = 86_400_000;
export const PHRASE = 'four slow herons wade';

/** One for all worlds: a thread is started by the first letter only. */
const typesetter = typstTypesetter();

export type HttpWorld = {
  readonly ports: Ports;
  readonly app: ReturnType<typeof clinicApp>;
  readonly lines: LogLine[];
  now: number;
};

/** Chance from a seed: SHA-256 in counter mode. */
export function seededEntropy(seed: string): Entropy {
  let n = 0;
  return {
    bytes: (count) => {
      const blocks = Array.from({ length: Math.ceil(count / 32) }, () =>
        createHash('sha256').update(`${seed}/${n++}`).digest(),
      );
      return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
    },
  };
}

/** On 1 November 2026 at noon UTC; sessions outlast every jump of the clock. */
export function httpWorld(storage: Storage = memoryStorage(), seed = 'http'): HttpWorld {
  const world = { now: Date.UTC(2026, 10, 1, 12), lines: [] as LogLine[] };
  const year = 400 * DAY;
  const ports: Ports = {
    storage,
    vault: anyVault(),
    pharmacy: anyPharmacy(),
    clock: { now: () => world.now },
    entropy: seededEntropy(seed),
    drugs: BUILT_IN_LIST,
    passkeys: webauthnPasskeys({ origin: ORIGIN, relyingParty: 'localhost', name: 'Clinic' }),
    passwords: cheapPasswords,
    jobs: { computeFinding: async () => {} },
    analysts: { analyse: async (request) => analyseRequest(request as AnalysisRequest), close: async () => {} },
    typesetter,
    settings: {
      origin: ORIGIN,
      findingAfterQuiet: 0,
      sessionIdle: year,
      sessionAbsolute: year,
      invitationLasts: 3 * DAY,
    },
  };
  const app = clinicApp(ports, { log: (line) => void world.lines.push(line) });
  return Object.assign(world, { ports, app });
}

export type Answered = { readonly status: number; readonly body: Record<string, unknown>; readonly text: string };

/** A browser: keeps its cookie, says where it comes from. */
export function browser({ app }: Pick<HttpWorld, 'app'>) {
  let cookie = '';
  const send = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const headers: Record<string, string> = { origin: ORIGIN, ...(cookie === '' ? {} : { cookie }) };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await app.request(`/api/v1${path}`, init);
    const set = answer.headers.get('set-cookie');
    if (set !== null) cookie = /Max-Age=0/i.test(set) ? '' : (set.split(';')[0] ?? '');
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text), text };
  };
  /** The same, when it must succeed. */
  const must = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await send(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 600)}`);
    return answer.body;
  };
  return { send, must, cookie: () => cookie };
}
export type Browser = ReturnType<typeof browser>;

/** The secret of the first link. */
export async function setUpToken({ ports }: Pick<HttpWorld, 'ports'>): Promise<string> {
  const installation = await prepareInstallation(ports);
  assert.equal(installation.state, 'waiting');
  return installation.state === 'waiting' ? installation.link.token : '';
}

/** "2026-11-01": the civil day in UTC, `days` from the world's today. */
export const isoDay = ({ now }: Pick<HttpWorld, 'now'>, days = 0): string =>
  new Date(now + days * DAY).toISOString().slice(0, 10);

/** An id as a device makes one, by the world's chance. */
export const deviceId = <Of extends string>({ now, ports }: Pick<HttpWorld, 'now' | 'ports'>): Id<Of> =>
  idFrom<Of>(now, ports.entropy.bytes(10));
