/**
 * Every route of the interface by everybody who may ask, on one's own case, another of the clinic and another clinic's:
 * the answers stand in authority-cells.json, which was thought out by hand. A route without a row fails (H16).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import type { Route } from '../../src/http/route.ts';
import { ROUTES } from '../../src/http/routes/all.ts';
import { addressOf, SAMPLES } from './authority-bodies.ts';
import { ASKERS, type Asker, authorityWorld, PLACES, type Place } from './authority-world.ts';
import { ORIGIN } from './http-world.ts';

/** Per route and asker one word a place, in the order own, other, foreign; one alone where the address names no such thing. */
type Cells = Readonly<Record<string, Readonly<Record<Asker, string>>>>;
const CELLS = JSON.parse(readFileSync(new URL('./authority-cells.json', import.meta.url), 'utf8')) as Cells;

const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;

/** 'ok': allowed, whatever else stands against it. */
function wordFor(status: number): string {
  assert.ok(status < 500, `a fault: ${status}`);
  return status === 401 || status === 403 || status === 404 ? String(status) : 'ok';
}

test('every route has a row, and every row a route', () => {
  assert.deepEqual(Object.keys(CELLS).sort(), ROUTES.map(nameOf).sort());
});

test('every row answers for everybody', () => {
  for (const [name, row] of Object.entries(CELLS)) assert.deepEqual(Object.keys(row), [...ASKERS], name);
});

let tried = 0;
for (const route of ROUTES) {
  const name = nameOf(route);
  test(`${name}: ${ASKERS.length} askers`, async () => {
    for (const asker of ASKERS) {
      const wanted = (CELLS[name]?.[asker] ?? '').split(' ');
      const world = await authorityWorld();
      // Strangers' things first: what is refused changes nothing that the next one looks at.
      const places = PLACES.slice(0, wanted.length).reverse();
      const found = new Map<Place, string>();
      for (const place of places) found.set(place, await ask(world, route, asker, place));
      assert.deepEqual(
        PLACES.slice(0, wanted.length).map((place) => found.get(place)),
        wanted,
        `${name} by ${asker}`,
      );
      tried += places.length;
    }
  });
}
after(() => assert.ok(tried > 900, `only ${tried} cells were tried`));

async function ask(
  world: Awaited<ReturnType<typeof authorityWorld>>,
  route: Route,
  asker: Asker,
  place: Place,
): Promise<string> {
  const given = { now: world.now, named: world.named[place](asker), invitation: world.invitation };
  const { query = '', body } = SAMPLES[route.name] ?? {};
  const token = world.token(asker);
  const headers: Record<string, string> = { origin: ORIGIN };
  if (token !== undefined) headers.cookie = `titrial=${token}`;
  if (body) headers['content-type'] = 'application/json';
  const init = { method: route.method.toUpperCase(), headers, ...(body ? { body: JSON.stringify(body(given)) } : {}) };
  const answer = await world.app.request(`/api/v1${addressOf(route.path, given)}${query}`, init);
  const text = await answer.text();
  assert.doesNotMatch(
    text,
    /fields-refused|body-/,
    `${nameOf(route)}: the sample is not what the route reads: ${text}`,
  );
  return wordFor(answer.status);
}
