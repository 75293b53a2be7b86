/**
 * Is a planted leak found, and in its own channel? By a short pair; what shows only now and then by several, what shows in
 * letters drawn by chance or in time by what they say together (H13).
 */
import type { Leak } from './leak.ts';
import { LEAN, type Looks, SHORT } from './look.ts';
import type { Planted } from './planted/planted.ts';
import { playPair } from './play.ts';
import { timeLeaks, timings } from './timing.ts';
import { plainVariant } from './variant.ts';

const TRIES = 4;
/** What takes a wider look to be seen: letters, exports, and all that changes only when something is done. */
const wide: Looks = { ...LEAN, tries: false };

/** Leaks in the channel it was planted for; empty = it went unseen. */
export async function foundLeaks({ plant, channel, onDisk }: Planted): Promise<readonly Leak[]> {
  const times = timings();
  for (let n = 0; n < TRIES; n++) {
    const looks = n === 0 ? SHORT : wide;
    const { leaks } = await playPair({ variant: plainVariant(n), plant, looks, times, onDisk: onDisk === true });
    const found = [...leaks, ...timeLeaks(times)].filter((leak) => leak.channel === channel);
    if (found.length > 0) return found;
  }
  return [];
}
