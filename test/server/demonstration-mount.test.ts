/**
 * The demonstration beside a real record: neither's session opens the other, switching it off leaves nothing, what visitors
 * write has an end, and another day brings another one (H15, H16, H35).
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDemonstration } from '../../src/cli/demonstration.ts';
import { demonstrationApp } from '../../src/http/demonstration-app.ts';
import { type App, siteApp } from '../../src/http/site.ts';
import { boundedStorage } from '../../src/storage/bounded.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { demonstrationAt, OPTIONS } from './demonstration-house.ts';
import { browser, httpWorld, ORIGIN, PHRASE, setUpToken } from './http-world.ts';

const nothing: App = { fetch: () => new Response('not here', { status: 404 }) };
const page: App = { fetch: () => new Response('a page') };

/** The whole site around a record, with or without a demonstration. */
function site(api: App, demonstration?: App): App {
  const pages = { door: nothing, desk: nothing, patient: nothing, clinic: nothing };
  return siteApp({ ...pages, api, ...(demonstration ? { demonstration } : {}) });
}

const running = openDemonstration(OPTIONS);
after(() => running.stop());
const below = demonstrationApp({ patient: page, clinic: page, api: running.api, otherwise: nothing });
const world = httpWorld();
const both = site(world.app, below);

/** Asks as a browser with a cookie would. */
async function ask(app: App, path: string, { cookie = '', body }: { cookie?: string; body?: object } = {}) {
  const headers: Record<string, string> = { origin: ORIGIN, ...(cookie === '' ? {} : { cookie }) };
  if (body) headers['content-type'] = 'application/json';
  const init = { method: body ? 'POST' : 'GET', headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, init));
  const text = await answer.text();
  return { status: answer.status, set: answer.headers.get('set-cookie') ?? '', text };
}

test('a session of the demonstration opens nothing real, and a real one nothing of the demonstration', async () => {
  const admin = browser(world);
  const way = { way: 'password', login: 'ada', password: PHRASE };
  await admin.must('POST', '/set-up', { token: await setUpToken(world), clinicName: 'R', name: 'Ada Okafor', way });
  const entered = await ask(both, '/demo/api/v1/demo/enter', { body: { as: 'patient' } });
  assert.equal(entered.status, 200);
  assert.match(entered.set, /^titrial-demo=[^;]+; Max-Age|^titrial-demo=[^;]+; Path=\/demo/);
  assert.match(entered.set, /Path=\/demo/);
  const demo = entered.set.split(';')[0] ?? '';
  const secret = demo.split('=')[1] ?? '';
  const real = admin.cookie();
  assert.equal((await ask(both, '/demo/api/v1/me', { cookie: demo })).status, 200);
  assert.equal((await ask(both, '/api/v1/me', { cookie: real })).status, 200);
  for (const cookie of [demo, `titrial=${secret}`])
    assert.equal((await ask(both, '/api/v1/me', { cookie })).status, 401);
  for (const cookie of [real, `titrial-demo=${real.split('=')[1]}`])
    assert.equal((await ask(both, '/demo/api/v1/me', { cookie })).status, 401);
});

test('nobody real can be signed in without a secret: the record has no such route', async () => {
  const body = { as: 'admin' };
  assert.equal((await ask(both, '/api/v1/demo/enter', { body })).status, 404);
  assert.equal((await ask(both, '/api/v1/demo/state')).status, 404);
});

test('another site cannot bring a browser in', async () => {
  const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ as: 'admin' }) };
  const answer = await both.fetch(new Request(`${ORIGIN}/demo/api/v1/demo/enter`, init));
  assert.equal(answer.status, 403);
  assert.equal(answer.headers.get('set-cookie'), null);
});

test('below /demo/ stand its two pages and its interface, and nothing of how the server fares', async () => {
  assert.equal((await ask(both, '/demo/app/')).text, 'a page');
  assert.equal((await ask(both, '/demo/clinic/')).text, 'a page');
  assert.equal((await ask(both, '/demo')).status, 308);
  assert.equal((await ask(both, '/demo/')).status, 303);
  for (const path of [
    '/demo/metrics',
    '/demo/health',
    '/demo/ready',
    '/demo/docs',
    '/demo/openapi.json',
    '/demo/desk/',
  ])
    assert.equal((await ask(both, path)).status, 404, path);
});

test('switched off, there is nothing below /demo/', async () => {
  const off = site(world.app);
  for (const path of ['/demo', '/demo/', '/demo/clinic/', '/demo/api/v1/demo/state'])
    assert.equal((await ask(off, path)).status, 404, path);
  assert.equal(JSON.parse((await ask(off, '/api/v1/installation')).text).demonstration, false);
});

test('the first page may know whether somebody has set it up, and no more', async () => {
  assert.deepEqual(JSON.parse((await ask(both, '/api/v1/installation')).text), { state: 'open', demonstration: false });
  const waiting = httpWorld();
  await setUpToken(waiting);
  const told = await ask(waiting.app as App, '/api/v1/installation');
  assert.deepEqual(JSON.parse(told.text), { state: 'waiting', demonstration: false });
});

test('what visitors write has an end: the store is full as a disk would be, and says so', async () => {
  let counts = false;
  const storage = boundedStorage(memoryStorage(), 2_000, () => !counts);
  const entry = (n: number) =>
    ({ clinic: 'c', id: `${n}`, at: n, case: 'x', person: 'p', action: 'case.read' }) as never;
  for (let n = 0; n < 10; n++) await storage.access.add([entry(n)]);
  counts = true;
  await storage.access.add([entry(10)]);
  await storage.access.add([entry(11)]);
  await assert.rejects(storage.access.add([entry(12)]), /StorageError|full/);
  await assert.rejects(storage.check());
  assert.equal(storage.isFull(), true);
});

test('it is over on another day, and not before', () => {
  const house = demonstrationAt(Date.UTC(2026, 10, 28, 22), 60);
  assert.equal(house.isOver(), false);
  house.now += 3_600_000 - 1;
  assert.equal(house.isOver(), false);
  house.now += 1;
  assert.equal(house.isOver(), true, 'midnight where its clinic is');
});
