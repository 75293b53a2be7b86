/**
 * Ten thousand requests nobody should send, over every route: each is refused with a problem document, none is a fault of
 * ours. And some thousands more that are nearly right, so that they reach the services: whatever they are, never 5xx.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Route } from '../../src/http/route.ts';
import { ROUTES } from '../../src/http/routes/all.ts';
import { addressOf, SAMPLES } from './authority-bodies.ts';
import { type AuthorityWorld, authorityWorld } from './authority-world.ts';
import { ORIGIN } from './http-world.ts';

const SEED = 20_261_101;
const EACH = Math.ceil(10_000 / ROUTES.length);
const NEARLY_EACH = 60;

type Body = string | Uint8Array<ArrayBuffer>;
type Bad = { readonly body: Body; readonly headers?: Record<string, string> };

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** One way of being wrong each, made from a body that is right. */
function badBodies(good: Record<string, unknown>): fc.Arbitrary<Bad> {
  const text = JSON.stringify(good);
  const inside = (part: string): string => `${text.slice(0, -1)}${text === '{}' ? '' : ','}${part}}`;
  const keys = Object.keys(good);
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const wrongKinds = fc.constantFrom('null', '[]', '7', '"x"', 'true', '[{}]');
  return fc.oneof(
    fc
      .string()
      .filter((junk) => !isJson(junk) && junk !== '')
      .map((body) => ({ body })),
    fc.nat(text.length - 1).map((end) => ({ body: text.slice(0, end) })),
    fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map((junk) => ({ body: Buffer.concat([junk, bytes(text), Buffer.from([0xff])]) as unknown as Body })),
    fc
      .integer({ min: 33, max: 20_000 })
      .map((deep) => ({ body: inside(`"deep":${'['.repeat(deep)}${']'.repeat(deep)}`) })),
    name.map((key) => ({ body: inside(`"${key}\\u0000":1`) })),
    name.map((key) => ({ body: inside(`"${key}-x":"\\ud83d"`) })),
    name.map((key) => ({ body: inside(`"${key}-x":1,"${key}-x":2`) })),
    fc.constantFrom('{"isAdmin":true}', 'null', '[]').map((value) => ({ body: inside(`"__proto__":${value}`) })),
    fc
      .constantFrom('constructor', 'toString', 'prototype', 'hasOwnProperty')
      .map((key) => ({ body: inside(`"${key}":1`) })),
    name.map((key) => ({ body: inside(`"${key}-x":1`) })),
    fc.constantFrom('1e999', '-1e400').map((value) => ({ body: inside(`"big":${value}`) })),
    wrongKinds.map((body) => ({ body })),
    fc
      .constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'multipart/form-data',
        '',
      )
      .map((type) => ({ body: text, headers: { 'content-type': type } })),
    fc
      .constantFrom('gzip', 'br', 'deflate')
      .map((encoding) => ({ body: text, headers: { 'content-encoding': encoding } })),
    fc.integer({ min: 1_000_001, max: 1_000_100 }).map((size) => ({ body: `"${'a'.repeat(size)}"` })),
    ...(keys.length > 0
      ? [fc.constantFrom(...keys).map((key) => ({ body: JSON.stringify({ ...good, [key]: null }) }))]
      : []),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const junkInAddress = fc.constantFrom(
  'x',
  '%00',
  '..%2f..',
  '%ff',
  '1',
  'null',
  '__proto__',
  'A'.repeat(3_000),
  '%F0%9F%92%8A',
  "'or'1",
);
const junkQuery = fc.constantFrom(
  '?x=1',
  '?__proto__=1',
  '?limit=1&limit=2',
  '?limit=-1',
  '?limit=1e9',
  '?after=%00',
  '?day=',
  '?day=2026-02-30',
);

async function send(world: AuthorityWorld, route: Route, address: string, bad: Partial<Bad>): Promise<Response> {
  const token = world.token('prescriber');
  const headers: Record<string, string> = { origin: ORIGIN, cookie: `titrial=${token}`, ...bad.headers };
  if (bad.body !== undefined && headers['content-type'] === undefined) headers['content-type'] = 'application/json';
  const init = { method: route.method.toUpperCase(), headers, ...(bad.body === undefined ? {} : { body: bad.body }) };
  return world.app.request(`/api/v1${address}`, init);
}

async function assertProblem(answer: Response, why: string): Promise<void> {
  const text = await answer.text();
  assert.ok(answer.status >= 400 && answer.status < 500, `${why}: ${answer.status} ${text.slice(0, 300)}`);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8', why);
  const problem = JSON.parse(text) as Record<string, unknown>;
  for (const member of ['type', 'title', 'detail', 'instance', 'code'])
    assert.equal(typeof problem[member], 'string', why);
  assert.equal(problem.status, answer.status);
}

const givenFor = (world: AuthorityWorld) => ({
  now: world.now,
  named: world.named.own('prescriber'),
  invitation: world.invitation,
});

test('ten thousand malformed requests: always 4xx, always a problem document', async () => {
  const world = await authorityWorld();
  const given = givenFor(world);
  let sent = 0;
  for (const route of ROUTES) {
    const sample = SAMPLES[route.name]?.body?.(given) as Record<string, unknown> | undefined;
    const address = addressOf(route.path, given);
    const inAddress = fc.record({ junk: junkInAddress, query: junkQuery }).map(({ junk, query }) => ({
      address: /\{/.test(route.path) ? route.path.replaceAll(/\{\w+\}/g, junk) : `${route.path}${query}`,
      bad: {} as Partial<Bad>,
    }));
    const inBody = sample
      ? badBodies(sample).map((bad) => ({ address, bad }))
      : fc.json().map((body) => ({ address, bad: { body } as Partial<Bad> }));
    // A GET has no body to be wrong.
    const ways =
      route.method === 'get'
        ? inAddress
        : fc.oneof({ weight: 1, arbitrary: inAddress }, { weight: 6, arbitrary: inBody });
    await fc.assert(
      fc.asyncProperty(ways, async ({ address: to, bad }) => {
        sent++;
        await assertProblem(
          await send(world, route, to, bad),
          `${route.name} ${to.slice(0, 60)} ${String(bad.body).slice(0, 80)}`,
        );
      }),
      { seed: SEED, numRuns: EACH },
    );
  }
  assert.ok(sent >= 10_000, `${sent} were sent`);
});

const junkValue = fc.constantFrom<unknown>(
  ...['', ' ', 'x', '\u202e', 'A'.repeat(1_900), '2026-02-28', '1.5 mg', 'NaN', '-1', '💊', '0'.repeat(64)],
  ...[0, -1, 0.5, 1e15, Number.MAX_SAFE_INTEGER, true, null, {}, [], [[]], { kind: 'current' }, { code: 'x' }],
);

/** The same with one value somewhere inside exchanged for another. */
function exchanged(value: unknown, at: number, junk: unknown): { readonly value: unknown; readonly left: number } {
  if (at === 0) return { value: junk, left: -1 };
  if (typeof value !== 'object' || value === null) return { value, left: at - 1 };
  let left = at - 1;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (left < 0) return [key, inner];
    const done = exchanged(inner, left, junk);
    left = done.left;
    return [key, done.value];
  });
  const whole = Object.fromEntries(entries);
  return { value: Array.isArray(value) ? Object.values(whole) : whole, left };
}

for (const route of ROUTES.filter(({ name }) => SAMPLES[name]?.body))
  test(`${route.name}: bodies with one value exchanged are answered, never with a fault`, async () => {
    const world = await authorityWorld();
    const given = givenFor(world);
    const sample = SAMPLES[route.name]?.body?.(given);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), junkValue, async (at, junk) => {
        const body = JSON.stringify(exchanged(sample, at, junk).value);
        const answer = await send(world, route, addressOf(route.path, given), { body });
        assert.ok(answer.status < 500, `${answer.status} for ${body}: ${await answer.text()}`);
      }),
      { seed: SEED, numRuns: NEARLY_EACH },
    );
  });
