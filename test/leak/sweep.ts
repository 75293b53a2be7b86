/**
 * What can anybody receive today? Every route that reads, asked by everybody, allowed or not: a refusal has a body, a
 * status and a length too. The list is the interface's own, so a new route is looked at without anybody thinking of it (H13).
 */
import type { Route } from '../../src/http/route.ts';
import { ROUTES } from '../../src/http/routes/all.ts';
import { addressOf, SAMPLES } from '../server/authority-bodies.ts';
import type { Named } from '../server/authority-world.ts';
import type { Person } from './pair.ts';

/** Answers that hold the allocation, and to whom: these and no others, and to everybody else they are compared. */
export const TOLD: Readonly<Record<string, readonly string[]>> = {
  packList: ['pharmacist'],
};

const BESIDE = ['/health', '/ready'];
/** What never changes while a server runs. */
const ONCE = ['/openapi.json', '/docs'];

export type Today = { readonly now: number; readonly named: Named; readonly day: string };

/** Everything that reads, by everybody. `first`: also what never changes. */
export async function sweep(people: readonly Person[], today: Today, first = false): Promise<void> {
  for (const person of people) {
    for (const route of ROUTES) if (route.method === 'get') await read(person, route, today);
    for (const path of first ? [...BESIDE, ...ONCE] : BESIDE) await person.send('GET', path);
  }
  await people[0]?.send('GET', '/metrics');
}

async function read(person: Person, route: Route, { now, named, day }: Today): Promise<void> {
  const address = addressOf(route.path, { now, named, invitation: 'none' });
  const query = (SAMPLES[route.name]?.query ?? '').replaceAll(/\d{4}-\d\d-\d\d/g, day);
  const told = TOLD[route.name]?.includes(person.who) ? 'told' : undefined;
  await person.send('GET', `${address}${query}`, undefined, told);
}
