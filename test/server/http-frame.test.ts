/** What the frame promises of every route: bodies, origins, headers, problems, a strict answer, a full store, a log without data. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { ok, type Result } from '../../src/base/result.ts';
import { type LogLine, lineOf } from '../../src/http/log.ts';
import { openRoute } from '../../src/http/route.ts';
import { startServer } from '../../src/http/server.ts';
import { siteApp } from '../../src/http/site.ts';
import { StorageError } from '../../src/records/ports.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { appWith, echo, GOOD, HELD, ORIGIN, post, problemIn, storageThat, write } from './http-frame.ts';

test('an answer has dates and doses as text, and a problem has a request id that is in the log', async () => {
  const { app, lines } = appWith([echo(HELD)]);
  const answer = await app.request('/api/v1/echo');
  assert.deepEqual(await answer.json(), { on: '2026-03-29', doses: ['1.5 mg', '125 ug'] });
  const missing = await app.request('/api/v1/nowhere');
  assert.equal((await problemIn(missing)).code, 'path-unknown');
  assert.deepEqual(
    lines.map(({ id, route, status }) => [id, route, status]),
    [
      [answer.headers.get('x-request-id'), '/api/v1/echo', 200],
      [missing.headers.get('x-request-id'), '-', 404],
    ],
  );
});

for (const [why, value] of [
  ['a field nobody declared', { ...HELD, secret: 'x' }],
  ['a field that is missing', { on: 20_541 }],
  ['a date that is no day', { ...HELD, on: 0.5 }],
  ['a dose that is not exact', { ...HELD, doses: [0.1] }],
] as const)
  test(`an answer with ${why} never leaves: 500, with the request id and without the value`, async () => {
    const { app, lines } = appWith([echo(value)]);
    const answer = await app.request('/api/v1/echo');
    assert.equal(answer.status, 500);
    const problem = JSON.stringify(await problemIn(answer));
    assert.doesNotMatch(problem + lineOf(lines[0] as LogLine), /secret|20541|0\.1/);
    assert.match(lines[0]?.fault ?? '', /Zod/);
  });

const origins: readonly [why: string, headers: Record<string, string>, status: number][] = [
  ['our page, with a session', { origin: ORIGIN, cookie: '__Host-titrial=x' }, 201],
  ['a fetch of our own origin', { 'sec-fetch-site': 'same-origin', cookie: '__Host-titrial=x' }, 201],
  ['a program without a session', {}, 201],
  ['a session that says nothing of its page', { cookie: '__Host-titrial=x' }, 403],
  ['another page', { origin: 'https://evil.example', cookie: '__Host-titrial=x' }, 403],
  ['another page without a session', { origin: 'https://evil.example' }, 403],
  ['a page without an origin', { origin: 'null' }, 403],
  ['our name on another port', { origin: `${ORIGIN}:8443`, cookie: '__Host-titrial=x' }, 403],
  ['a neighbour on the same site', { 'sec-fetch-site': 'same-site', cookie: '__Host-titrial=x' }, 403],
];
for (const [why, headers, status] of origins)
  test(`a change asked for by ${why} gives ${status}`, async () => {
    const { app } = appWith([write]);
    assert.equal((await app.request('/api/v1/things', post(GOOD, headers))).status, status);
  });

test('a known address refuses another method with the list of its own', async () => {
  const { app } = appWith([write, echo(HELD)]);
  const answer = await app.request('/api/v1/things', { method: 'DELETE' });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get('allow'), 'POST');
  assert.deepEqual((await problemIn(answer)).allowed, ['POST']);
});

test('every answer forbids showing, sniffing, keeping and telling, also when it is a refusal', async () => {
  const { app } = appWith([echo(HELD)]);
  for (const path of ['/api/v1/echo', '/api/v1/none', '/openapi.json', '/docs', '/health']) {
    const { headers } = await app.request(path);
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/, path);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe|script|https?:/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/);
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
});

test('after "full" no write is tried until the store can write again; it is asked every 5 seconds; reads go on', async () => {
  let full = true;
  let checks = 0;
  let calls = 0;
  const storage = storageThat(() => {
    checks++;
    if (full) throw new StorageError('full', 'no space');
  });
  const failing = openRoute({
    ...{ method: 'post', path: '/fail', tag: 'Me', name: 'fail', summary: 'Writes.' },
    call: async () => {
      calls++;
      if (full) throw new StorageError('full', 'no space');
      return ok(undefined);
    },
  });
  const dry = openRoute({
    ...{ method: 'post', path: '/dry', tag: 'Me', name: 'dry', summary: 'Writes nothing.', writes: false },
    call: async () => ok(undefined),
  });
  const tried = appWith([failing, dry, echo(HELD)], storage);
  const send = async (path: string): Promise<[number, unknown, string | null]> => {
    const answer = await tried.app.request(`/api/v1${path}`, { method: 'POST' });
    const code = answer.status === 204 ? 'done' : (await problemIn(answer)).code;
    return [answer.status, code, answer.headers.get('retry-after')];
  };
  assert.deepEqual(await send('/fail'), [503, 'not-written', '5']);
  assert.deepEqual(await send('/fail'), [503, 'not-taking-writes', '5']);
  assert.deepEqual([calls, checks], [1, 0]);
  assert.equal((await tried.app.request('/api/v1/echo')).status, 200);
  assert.deepEqual(await send('/dry'), [204, 'done', null]);
  const ready = await tried.app.request('/ready');
  assert.deepEqual([ready.status, await ready.json()], [503, { status: 'not-taking-writes' }]);
  tried.time += 5_000;
  assert.deepEqual(await send('/fail'), [503, 'not-taking-writes', '5']);
  assert.deepEqual(await send('/fail'), [503, 'not-taking-writes', '5']);
  assert.deepEqual([calls, checks], [1, 1]);
  full = false;
  tried.time += 5_000;
  assert.deepEqual(await send('/fail'), [204, 'done', null]);
  assert.deepEqual([calls, checks], [2, 2]);
  assert.equal((await tried.app.request('/ready')).status, 200);
});

test('a store that is busy is told as such, and the next write is tried', async () => {
  let calls = 0;
  const busy = openRoute({
    ...{ method: 'post', path: '/busy', tag: 'Me', name: 'busy', summary: 'Writes.' },
    call: async () => {
      calls++;
      throw new StorageError('busy', 'locked');
    },
  });
  const { app } = appWith([busy]);
  for (let i = 0; i < 2; i++) {
    const answer = await app.request('/api/v1/busy', { method: 'POST' });
    assert.equal((await problemIn(answer)).code, 'not-written');
  }
  assert.equal(calls, 2);
});

test('a fault of ours is 500 with places and without its message', async () => {
  const bug = openRoute({
    ...{ method: 'get', path: '/bug', tag: 'Me', name: 'bug', summary: 'Breaks.' },
    call: async () => {
      throw new RangeError('patient Ada Example takes tramadol');
    },
  });
  const { app, lines } = appWith([bug]);
  const answer = await app.request('/api/v1/bug?x=Ada');
  assert.equal(answer.status, 422, 'a query nobody declared');
  const broken = await app.request('/api/v1/bug');
  assert.equal(broken.status, 500);
  assert.doesNotMatch(JSON.stringify([await problemIn(broken), lines.map(lineOf)]), /Ada|tramadol/);
  assert.match(lines[1]?.fault ?? '', /^RangeError < at .*http-frame\.test\.ts/);
});

test('a server about to stop is not ready and takes no more work, but is up', async () => {
  const { app } = appWith([write], memoryStorage(), () => true);
  assert.equal((await app.request('/ready')).status, 503);
  assert.equal((await app.request('/health')).status, 200);
  const answer = await app.request('/api/v1/things', post(GOOD));
  assert.equal((await problemIn(answer)).code, 'stopping');
});

test('figures are for a holder of the token; they count by pattern', async () => {
  const { app } = appWith([echo(HELD)]);
  assert.equal((await app.request('/metrics')).status, 403);
  const forged = { 'x-forwarded-for': '127.0.0.1', authorization: 'Bearer figure' };
  assert.equal((await app.request('/metrics', { headers: forged })).status, 403);
  await app.request('/api/v1/echo');
  const shown = await app.request('/metrics', { headers: { authorization: 'Bearer figures' } });
  const text = await shown.text();
  assert.match(text, /titrial_request_seconds_count\{method="GET",route="\/api\/v1\/echo",status="2xx"\} 1/);
  assert.match(text, /titrial_finding_queue_length 0/);
});

test('the document is OpenAPI 3.1 made from the routes, and the page shows it without a script', async () => {
  const { app } = appWith([write, echo(HELD)]);
  const document = (await (await app.request('/openapi.json')).json()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { schema: { required: string[] } }> } }>
    >;
  };
  assert.equal(document.openapi, '3.1.0');
  assert.deepEqual(Object.keys(document.paths), ['/api/v1/things', '/api/v1/echo']);
  const body = document.paths['/api/v1/things']?.post?.requestBody?.content['application/json']?.schema;
  assert.deepEqual(body?.required, ['name', 'dose']);
  const page = await (await app.request('/docs')).text();
  assert.match(page, /POST \/api\/v1\/things/);
  assert.doesNotMatch(page, /<script|https?:\/\//);
});

test('over a socket: every page and the interface share the port, loopback may read figures, an open request ends before the port closes', async () => {
  let release = (): void => {};
  const slow = openRoute({
    ...{ method: 'get', path: '/slow', tag: 'Me', name: 'slow', summary: 'Waits.' },
    call: () => new Promise<Result<undefined, never>>((done) => (release = () => done(ok(undefined)))),
  });
  const { app } = appWith([slow]);
  const says = (text: string) => ({ fetch: () => new Response(text) });
  const pages = { desk: says('desk'), door: says('door'), patient: says('patient'), clinic: says('clinic') };
  const server = await startServer(siteApp({ ...pages, api: app }), 0, '127.0.0.1');
  assert.ok(server.ok);
  const { url, close } = server.value;
  for (const [path, page] of [
    ['/desk/', 'desk'],
    ['/desk', 'desk'],
    ['/app/', 'patient'],
    ['/clinic/assets/a.js', 'clinic'],
  ])
    assert.equal(await (await fetch(url + path)).text(), page, path);
  for (const path of ['/', '/set-up', '/join', '/sign-in', '/door/assets/a.js', '/application', '/demo/'])
    assert.equal(await (await fetch(url + path)).text(), 'door', path);
  assert.equal((await fetch(`${url}/metrics`)).status, 200);
  const open = fetch(`${url}/api/v1/slow`);
  await new Promise((done) => setTimeout(done, 50));
  const closed = close();
  const late = await new Promise<string>((done) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => done('taken'));
    socket.on('error', () => done('refused'));
  });
  assert.equal(late, 'refused');
  release();
  assert.equal((await open).status, 204);
  await closed;
});
