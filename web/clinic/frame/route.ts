/**
 * Which place of the clinic is this? The part of the address behind '#', read into one of a few places, and written back.
 * An address nobody wrote leads to a place that says so; whoever goes back finds the page where they left it.
 */
import { computed, signal } from '@preact/signals';
import { type CaseId, type PersonId, parseId } from '../../../src/base/ids.ts';

export const CASE_TABS = [
  ...([
    'overview',
    'findings',
    'screening',
    'plan',
    'supply',
    'trial',
    'requests',
    'record',
    'letter',
    'people',
  ] as const),
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export type Place =
  /** Nothing behind the '#': where somebody begins depends on what they do here. */
  | { readonly at: 'start' }
  | { readonly at: 'inbox' }
  | { readonly at: 'cases' }
  /** `part`: one thing inside the tab, such as a finding or a page of the plan. */
  | { readonly at: 'case'; readonly case: CaseId; readonly tab: CaseTab; readonly part?: string }
  | { readonly at: 'open-case' }
  | { readonly at: 'people' }
  | { readonly at: 'person'; readonly person: PersonId }
  | { readonly at: 'clinic' }
  | { readonly at: 'evidence' }
  | { readonly at: 'me' }
  | { readonly at: 'nowhere' };

export type CasePlace = Extract<Place, { at: 'case' }>;

const PLAIN = ['inbox', 'cases', 'open-case', 'people', 'clinic', 'evidence', 'me'] as const;

/** What stands behind the '#', with or without it. */
export function parsePlace(hash: string): Place {
  const [first = '', second, third, fourth, ...more] = hash.replace(/^#?\/?/, '').split('/');
  if (first === '' && second === undefined) return { at: 'start' };
  const plain = PLAIN.find((name) => name === first);
  if (plain) return second === undefined ? { at: plain } : { at: 'nowhere' };
  if (first === 'person' && second !== undefined && third === undefined) {
    const person = parseId<'person'>(second);
    return person.ok ? { at: 'person', person: person.value } : { at: 'nowhere' };
  }
  if (first !== 'case' || second === undefined || more.length > 0) return { at: 'nowhere' };
  const id = parseId<'case'>(second);
  const tab = CASE_TABS.find((name) => name === (third ?? 'overview'));
  if (!id.ok || tab === undefined) return { at: 'nowhere' };
  const part = fourth === undefined ? {} : { part: decodeURIComponent(fourth) };
  return { at: 'case', case: id.value, tab, ...part };
}

/** "#/case/<id>/plan": the same on every server and below every prefix. */
export function hrefOf(place: Place): string {
  switch (place.at) {
    case 'start':
    case 'nowhere':
      return '#/';
    case 'person':
      return `#/person/${place.person}`;
    case 'case': {
      const end = place.part === undefined ? '' : `/${encodeURIComponent(place.part)}`;
      return `#/case/${place.case}/${place.tab}${end}`;
    }
    default:
      return `#/${place.at}`;
  }
}

/** A link to a tab of a case. */
export const caseHref = (id: CaseId, tab: CaseTab = 'overview', part?: string): string =>
  hrefOf({ at: 'case', case: id, tab, ...(part === undefined ? {} : { part }) });

const hash = signal(typeof location === 'undefined' ? '' : location.hash);

/** Where the page stands. */
export const place = computed<Place>(() => parsePlace(hash.value));

/** Whether the page came here by going back or forward; then it is drawn as it was left, and nothing takes the focus. */
export const isReturn = signal(false);

/** Goes there; `instead`: the place left is not gone back to. */
export function go(to: Place, how: 'next' | 'instead' = 'next'): void {
  const address = hrefOf(to);
  if (how === 'instead') history.replaceState(SEEN, '', address);
  else history.pushState(SEEN, '', address);
  arrive(false);
}

const SEEN = { seen: true };
const isSeen = (state: unknown): boolean => typeof state === 'object' && state !== null && 'seen' in state;

/** Listens to links and to the browser's own back and forward; call once. */
export function startRouting(): void {
  history.scrollRestoration = 'manual';
  history.replaceState(SEEN, '');
  window.addEventListener('popstate', ({ state }) => {
    // A link pressed makes an entry without a mark; an entry with one has been here before.
    const back = isSeen(state);
    if (!back) history.replaceState(SEEN, '');
    arrive(back);
  });
}

const scrolls = new Map<string, number>();

function arrive(back: boolean): void {
  scrolls.set(hash.value, scrollY);
  isReturn.value = back;
  hash.value = location.hash;
  if (!back) scrollTo(0, 0);
}

/** How far down the place was when it was left; call when it is whole again after going back. */
export function scrollToWhereItWas(): void {
  if (isReturn.value) scrollTo(0, scrolls.get(hash.value) ?? 0);
}
