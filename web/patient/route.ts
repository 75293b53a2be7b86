/** Where in the page is one? The part of the address behind the '#', as a place with its argument. Refuses unknown places. */
import { signal } from '@preact/signals';

export const PLACES = [
  ...(['today', 'day', 'serious', 'answer', 'plan', 'card', 'more', 'letter', 'evidence', 'products'] as const),
  ...(['medicines', 'screening', 'solo', 'devices', 'settings', 'record', 'refused', 'trial'] as const),
] as const;
export type PlaceName = (typeof PLACES)[number];

/** `argument`: what stands behind the place's name, "2026-11-27" of "#/day/2026-11-27"; '' where there is none. */
export type Route = { readonly place: PlaceName; readonly argument: string };

/** An unknown place is the first one. */
export function readRoute(hash: string): Route {
  const [, name = '', argument = ''] = hash.replace(/^#/, '').split('/');
  const place = PLACES.find((known) => known === name) ?? 'today';
  return { place, argument };
}

/** The address of a place, for a link. */
export function addressOf(place: PlaceName, argument = ''): string {
  if (place === 'today') return '#/';
  return argument === '' ? `#/${place}` : `#/${place}/${argument}`;
}

export const route = signal<Route>(readRoute(location.hash));

window.addEventListener('hashchange', () => {
  route.value = readRoute(location.hash);
});

/** Goes there as if a link had been followed. */
export function go(place: PlaceName, argument = ''): void {
  location.hash = addressOf(place, argument);
}
