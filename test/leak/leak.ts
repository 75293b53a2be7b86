/**
 * What is a leak? Something a person who must stay blind can receive, or find on the machine without the pharmacy's key,
 * that is not the same when the allocation is another one (H13). Where it was seen, and what it looked like there.
 */

/** 'work': which stores, keys and draws a request used. 'kits', 'commitment': drawn by chance, so judged over many trials. */
export const CHANNELS = [
  ...(['status', 'header', 'body', 'size', 'log', 'metrics', 'work', 'stored', 'backup', 'verify'] as const),
  ...(['time', 'kits', 'commitment'] as const),
] as const;
export type Channel = (typeof CHANNELS)[number];

export type Leak = {
  readonly channel: Channel;
  /** Who received it; "machine" = whoever reads the disk or the log. */
  readonly who: string;
  /** "GET /cases/{case}", or what else was read. */
  readonly where: string;
  /** Both sides, from a little before the first place that differs. */
  readonly detail: string;
};

const BEFORE = 60;
const SHOWN = 120;

/** The first place where two texts differ, from both; undefined when they are one. */
export function difference(a: string, b: string): string | undefined {
  if (a === b) return undefined;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - BEFORE);
  return `at ${at}: ${a.slice(from, from + SHOWN)} | ${b.slice(from, from + SHOWN)}`;
}
