/**
 * One of the two runs: a whole installation whose chance comes from a seed, whose draw of the sequence is answered with the
 * one that is wanted, and whose clock is moved by hand. A planted leak stands in its way at the places a real one could (H13).
 */
import type { LocalDate } from '../../src/base/calendar.ts';
import { civilDateAt } from '../../src/base/calendar.ts';
import { clinicApp } from '../../src/http/clinic-app.ts';
import type { LogLine } from '../../src/http/log.ts';
import type { Dose } from '../../src/medicine/dose.ts';
import type { Entropy, Storage } from '../../src/records/ports.ts';
import type { Ports } from '../../src/service/ports.ts';
import { periodsOf, type TrialDesign } from '../../src/trial/design.ts';
import { type Sequence, sequencesOf } from '../../src/trial/sequence.ts';
import { type HttpWorld, httpWorld, ORIGIN } from '../server/http-world.ts';
import { watched } from './work.ts';

/** Whoever reads the figures of the server brings it. */
export const METRICS_TOKEN = 'metrics';

export type Asked = {
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
};
export type Answer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };

/** What only the pharmacy knows: for planted leaks, and to sort durations. */
export type Secret = {
  /** undefined until it is sealed. */
  readonly sequence: () => Sequence | undefined;
  /** Of the day's period; before day 1 the first one's. undefined until it is sealed. */
  readonly arm: () => Dose | undefined;
};

/** A blind broken on purpose, at one place. */
export type Plant = {
  readonly ports?: (ports: Ports, secret: Secret) => Ports;
  readonly asked?: (asked: Asked, secret: Secret) => Asked;
  readonly answer?: (answer: Answer, asked: Asked, secret: Secret) => Answer;
  readonly line?: (line: LogLine, secret: Secret) => LogLine;
  /** Milliseconds more, by the pair's own stopwatch. */
  readonly delay?: (asked: Asked, secret: Secret) => number;
};

export type Side = {
  readonly ports: Ports;
  readonly secret: Secret;
  readonly move: (now: number) => void;
  /** The next sequence that is drawn for this design is the one with this number. */
  readonly steer: (design: TrialDesign, number: bigint) => void;
  readonly start: (on: LocalDate) => void;
  readonly ask: (asked: Asked) => Promise<Answer>;
  /** What it wrote to the log, and what it used, since the last time this was asked. */
  readonly taken: () => { readonly lines: readonly LogLine[]; readonly work: string };
};

export type SideGiven = {
  readonly seed: string;
  readonly storage: Storage;
  readonly plant: Plant;
  /** Keys of the other side: the same installation twice. */
  readonly keys?: Pick<Ports, 'vault' | 'pharmacy'>;
};

export function sideOf({ seed, storage, plant, keys }: SideGiven): Side {
  const world = httpWorld(storage, seed);
  const draw = steered(world.ports.entropy);
  const course = courseOf(world);
  const shared = keys ? { vault: keys.vault, pharmacy: keys.pharmacy } : {};
  const own: Ports = { ...world.ports, ...shared, entropy: draw.entropy };
  const { ports: seen, taken } = watched(own);
  const ports = plant.ports?.(seen, course.secret) ?? seen;
  let lines: LogLine[] = [];
  const log = (line: LogLine): void => void lines.push(plant.line?.(line, course.secret) ?? line);
  const app = clinicApp(ports, { log, metricsToken: METRICS_TOKEN });
  return {
    ports: own,
    secret: course.secret,
    move: (now) => {
      world.now = now;
    },
    steer: (design, number) => {
      course.design(design, sequencesOf(design).at(number));
      draw.next(numberBytes(design, number));
    },
    start: course.start,
    ask: async (given) => {
      const asked = plant.asked?.(given, course.secret) ?? given;
      const answer = await request(app, asked);
      return plant.answer?.(answer, asked, course.secret) ?? answer;
    },
    taken: () => {
      const said = { lines, work: taken() };
      lines = [];
      return said;
    },
  };
}

async function request(app: HttpWorld['app'], { method, path, cookie, body }: Asked): Promise<Answer> {
  const headers: Record<string, string> = { origin: ORIGIN, ...(cookie === '' ? {} : { cookie }) };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (path === '/metrics') headers.authorization = `Bearer ${METRICS_TOKEN}`;
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await app.request(path, init);
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

function courseOf(world: Pick<HttpWorld, 'now'>) {
  let design: TrialDesign | undefined;
  let sequence: Sequence | undefined;
  let from: LocalDate | undefined;
  const period = (): number => {
    if (!design || from === undefined) return 0;
    const days = civilDateAt(world.now) - from;
    return Math.min(periodsOf(design) - 1, Math.max(0, Math.floor(days / design.periodDays)));
  };
  const secret: Secret = { sequence: () => sequence, arm: () => sequence?.[period()] };
  return {
    secret,
    design: (made: TrialDesign, drawn: Sequence) => {
      design = made;
      sequence = drawn;
    },
    start: (on: LocalDate) => {
      from = on;
    },
  };
}

/** The stream of the seed; one draw of a given length, once, is answered with given bytes, and the stream moves on as ever. */
function steered(entropy: Entropy) {
  let waiting: Uint8Array | undefined;
  return {
    next: (bytes: Uint8Array) => {
      waiting = bytes;
    },
    entropy: {
      bytes: (count: number) => {
        const drawn = entropy.bytes(count);
        if (waiting?.length !== count) return drawn;
        const given = waiting;
        waiting = undefined;
        return given;
      },
    } satisfies Entropy,
  };
}

/** As `sequence.ts` draws it: one byte more than the count needs, the most significant first. */
function numberBytes(design: TrialDesign, number: bigint): Uint8Array {
  const { count } = sequencesOf(design);
  const width = Math.ceil((count - 1n).toString(2).length / 8) + 1;
  return Uint8Array.from({ length: width }, (_, i) => Number((number >> BigInt(8 * (width - 1 - i))) & 0xffn));
}
