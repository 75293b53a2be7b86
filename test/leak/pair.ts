/**
 * Two runs of one clinic, side by side: every request is sent to both, in an order drawn by chance, and what comes back is
 * compared before the next one goes out. Whatever is not the same is kept as a leak, with where it was seen (H13).
 */
import assert from 'node:assert/strict';
import type { Rng } from '../../src/base/rng.ts';
import type { LogLine } from '../../src/http/log.ts';
import { Bodies } from './bodies.ts';
import { type Channel, difference, type Leak } from './leak.ts';
import { type Mask, masked, neededFor } from './masked.ts';
import type { Answer, Asked, Plant, Side } from './side.ts';
import type { DoseClass, Timings } from './timing.ts';

const API = '/api/v1';
/** More would only repeat the first ones. */
const MOST_LEAKS = 400;

export type Answered = { readonly status: number; readonly body: Record<string, unknown>; readonly text: string };
export type Both = readonly [Side, Side];

export type PairGiven = {
  readonly sides: Both;
  readonly rng: Rng;
  readonly stopwatch: () => number;
  readonly times: Timings;
  readonly plant: Plant;
  readonly masks?: readonly Mask[];
  /** Filled with the names of the masks that cover something that differs. */
  readonly needed?: Set<string>;
};

export type Pair = {
  readonly sides: Both;
  readonly leaks: readonly Leak[];
  readonly compared: Readonly<Record<string, number>>;
  /** Compares two texts that come from the sides themselves. */
  readonly compare: (channel: Channel, who: string, where: string, texts: readonly [string, string]) => void;
  readonly person: (who: string) => Person;
};

/** Somebody with a browser on each side. */
export type Person = {
  readonly who: string;
  /**
   * Of the first side. 'told': to this person alone, so its content is not compared. 'opened': from here on all is told to
   * everybody, so nothing is. Paths without /api/v1 are given whole.
   */
  readonly send: (method: string, path: string, body?: unknown, told?: 'told' | 'opened') => Promise<Answered>;
  readonly must: (method: string, path: string, body?: unknown, told?: 'told') => Promise<Record<string, unknown>>;
};

export function pairOf(given: PairGiven): Pair {
  const leaks: Leak[] = [];
  const compared: Record<string, number> = {};
  const compare: Pair['compare'] = (channel, who, where, [a, b]) => {
    compared[channel] = (compared[channel] ?? 0) + 1;
    const detail = difference(a, b);
    if (detail !== undefined && leaks.length < MOST_LEAKS) leaks.push({ channel, who, where, detail });
  };
  return { sides: given.sides, leaks, compared, compare, person: (who) => personOf(given, compare, who) };
}

type Timed = { readonly answer: Answer; readonly ms: number };

function personOf(given: PairGiven, compare: Pair['compare'], who: string): Person {
  const { sides } = given;
  const cookies: [string, string] = ['', ''];
  const send: Person['send'] = async (method, path, body, told) => {
    const place = /^\/(?:health|ready|metrics|docs|openapi)/.test(path) ? path : `${API}${path}`;
    const asked = (i: 0 | 1): Asked => {
      const own = body instanceof Bodies ? body.each[i] : body;
      return { who, method, path: place, cookie: cookies[i], ...(own === undefined ? {} : { body: own }) };
    };
    const [a, b] = await inAnyOrder(given, (i) => timed(given, i, asked(i)));
    const where = `${method} ${patternOf(path)}`;
    for (const [i, { answer }] of [a, b].entries()) cookies[i as 0 | 1] = cookieAfter(cookies[i as 0 | 1], answer);
    if (told === 'opened') return answeredBy(a.answer);
    compareAnswers(given, compare, { who, where, told: told === 'told' }, [a.answer, b.answer]);
    const [one, other] = sides.map((side) => side.taken()) as [Taken, Taken];
    compare('log', 'machine', where, [logText(one.lines), logText(other.lines)]);
    compare('work', who, where, [one.work, other.work]);
    keepTimes(given, `${who} ${where}`, [a.ms, b.ms]);
    return answeredBy(a.answer);
  };
  const must: Person['must'] = async (method, path, body, told) => {
    const answer = await send(method, path, body, told);
    assert.ok(answer.status < 300, `${who}: ${method} ${path}: ${answer.status} ${answer.text.slice(0, 600)}`);
    return answer.body;
  };
  return { who, send, must };
}

function answeredBy(answer: Answer): Answered {
  const text = Buffer.from(answer.bytes).toString('utf8');
  return { status: answer.status, body: jsonOf(answer, text), text };
}

type Taken = ReturnType<Side['taken']>;

/** Both sides, one after the other; which comes first is drawn. */
async function inAnyOrder<T>({ rng }: PairGiven, act: (side: 0 | 1) => Promise<T>): Promise<readonly [T, T]> {
  if (rng.below(2) === 0) return [await act(0), await act(1)];
  const b = await act(1);
  return [await act(0), b];
}

async function timed({ sides, stopwatch, plant }: PairGiven, i: 0 | 1, asked: Asked): Promise<Timed> {
  const side = sides[i];
  const started = stopwatch();
  const answer = await side.ask(asked);
  return { answer, ms: stopwatch() - started + (plant.delay?.(asked, side.secret) ?? 0) };
}

/** Only where the two sides hold different doses on the day. */
function keepTimes({ sides: [a, b], times }: PairGiven, name: string, [msA, msB]: readonly [number, number]): void {
  const [armA, armB] = [a.secret.arm(), b.secret.arm()];
  if (armA === undefined || armB === undefined || armA === armB) return;
  const [first, second]: readonly [DoseClass, DoseClass] = armA > armB ? ['more', 'less'] : ['less', 'more'];
  // Each for itself, the same route for everybody, and all together: a small difference needs many.
  for (const row of [name, name.replace(/^\w+/, 'anybody'), 'anybody anything']) {
    times.add(row, first, msA);
    times.add(row, second, msB);
  }
}

type Seen = { readonly who: string; readonly where: string; readonly told: boolean };

function compareAnswers(given: PairGiven, compare: Pair['compare'], { who, where, told }: Seen, both: Answers): void {
  const texts = (of: Mask['of'], read: (answer: Answer) => string): readonly [string, string] => {
    const [a, b] = [read(both[0]), read(both[1])];
    if (a !== b) for (const name of neededFor(a, b, of)) given.needed?.add(name);
    return [masked(a, of, given.masks), masked(b, of, given.masks)];
  };
  const plain = (read: (answer: Answer) => number): readonly [string, string] => [
    `${read(both[0])}`,
    `${read(both[1])}`,
  ];
  const statuses = plain(({ status }) => status);
  compare('status', who, where, statuses);
  compare('header', who, where, texts('header', headersOf));
  if (told) return;
  const isMetrics = where.endsWith('/metrics');
  const sizes = plain(({ bytes }) => bytes.length);
  if (!isMetrics) compare('size', who, where, sizes);
  const of = isMetrics ? 'metrics' : 'body';
  compare(of, who, where, texts(of, bodyOf));
}

type Answers = readonly [Answer, Answer];

const headersOf = ({ headers }: Answer): string => [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');

/** Text as text, a file byte by byte. */
function bodyOf({ headers, bytes }: Answer): string {
  const isText = /json|text|html/.test(headers.get('content-type') ?? '');
  return Buffer.from(bytes).toString(isText ? 'utf8' : 'latin1');
}

const jsonOf = ({ headers }: Answer, text: string): Record<string, unknown> =>
  /json/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : {};

function cookieAfter(before: string, { headers }: Answer): string {
  const set = headers.get('set-cookie');
  if (set === null) return before;
  return /Max-Age=0/i.test(set) ? '' : (set.split(';')[0] ?? '');
}

/** A line without its request's name and the time it took. */
function logText(lines: readonly LogLine[]): string {
  return lines.map(({ id, ms: _, ...line }) => JSON.stringify({ ...line, id: '*'.repeat(id.length) })).join('\n');
}

/** "/cases/{}/trials/{}": the address without its names. */
const patternOf = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{}').replace(/\?.*$/, '');
