/**
 * Which values differ between two runs though nothing is told by them? Named one by one, each with its reason and the
 * exact place where it stands; there it is covered by as many stars, so that its length is still compared. A leak in any
 * other place, or of another length, is seen (H13).
 */

/** 'allocation': depends on what was drawn, and cannot be read. 'chance': the operating system's. 'clock': time that passed. */
export type Mask = {
  readonly name: string;
  readonly because: 'allocation' | 'chance' | 'clock';
  readonly why: string;
  readonly of: 'body' | 'header' | 'metrics';
  /** Its one group is what is covered. */
  readonly pattern: RegExp;
};

export const MASKS: readonly Mask[] = [
  {
    name: 'commitment',
    because: 'allocation',
    why: 'SHA-256 over the sequence and 256 bits of chance: without them nothing can be tried out',
    of: 'body',
    pattern: /"commitment":"([0-9a-f]{64})"/g,
  },
  {
    name: 'link of the chain',
    because: 'chance',
    why: 'SHA-256 over sealed bytes, which begin with a nonce',
    of: 'body',
    pattern: /"hash":"([0-9a-f]{64})","event":\{/g,
  },
  {
    name: 'head of the chain',
    because: 'chance',
    why: 'the newest link',
    of: 'body',
    pattern: /"head":\{[^{}]*?"hash":"([0-9a-f]{64})"/g,
  },
  {
    name: 'signature of the head',
    because: 'chance',
    why: 'Ed25519 over the newest link',
    of: 'body',
    pattern: /"head":\{[^{}]*?"signature":"([\w-]{86})"/g,
  },
  {
    name: 'hash of an export',
    because: 'chance',
    why: 'SHA-256 over a document that holds the links',
    of: 'body',
    pattern: /"hash":"([0-9a-f]{64})"\}$/g,
  },
  {
    name: 'hash of an export, on record',
    because: 'chance',
    why: 'the same, as the event that says so',
    of: 'body',
    pattern: /"kind":"case-exported","version":1,"hash":"([0-9a-f]{64})"/g,
  },
  {
    name: 'challenge',
    because: 'chance',
    why: 'WebAuthn: new for every asking',
    of: 'body',
    pattern: /"challenge":"([\w-]{43})"/g,
  },
  {
    name: 'request, in a refusal',
    because: 'chance',
    why: 'a UUID for every request',
    of: 'body',
    pattern: /"instance":"urn:uuid:([0-9a-f-]{36})"/g,
  },
  {
    name: 'request, in a header',
    because: 'chance',
    why: 'a UUID for every request',
    of: 'header',
    pattern: /^x-request-id: ([0-9a-f-]{36})$/gm,
  },
  {
    name: 'seconds',
    because: 'clock',
    why: 'how long requests took; looked at for itself, by the t of every actor and route',
    of: 'metrics',
    pattern: /^titrial_request_seconds_(?:sum|bucket)\{.*\} (\S+)$/gm,
  },
  {
    name: 'memory and uptime',
    because: 'clock',
    why: 'of the process that holds both runs',
    of: 'metrics',
    pattern: /^(?:process|nodejs)_\w+ (\S+)$/gm,
  },
];

/** The text with what is named covered. Metrics are covered with one star, since figures have no set length. */
export function masked(text: string, of: Mask['of'], masks: readonly Mask[] = MASKS): string {
  return masks
    .filter((mask) => mask.of === of)
    .reduce((left, { pattern }) => left.replaceAll(pattern, (whole, inner: string) => covered(whole, inner, of)), text);
}

function covered(whole: string, inner: string, of: Mask['of']): string {
  const at = whole.lastIndexOf(inner);
  return `${whole.slice(0, at)}${'*'.repeat(of === 'metrics' ? 1 : inner.length)}${whole.slice(at + inner.length)}`;
}

/** Names of the masks that cover something that differs here: one that never does is wider than needed. */
export function neededFor(a: string, b: string, of: Mask['of'], masks: readonly Mask[] = MASKS): readonly string[] {
  const found = (text: string, { pattern }: Mask): string =>
    [...text.matchAll(pattern)].map(([, inner = '']) => inner).join();
  return masks.filter((mask) => mask.of === of && found(a, mask) !== found(b, mask)).map(({ name }) => name);
}
