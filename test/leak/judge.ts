/**
 * Many pairs, and what they say together: leaks of each, what was compared, whether kit codes and commitments know the arm,
 * and the t of every timing. Pairs come in turn from every design; some on disk, the rest in memory (H13).
 */
import assert from 'node:assert/strict';
import { NO_DOSE } from '../../src/medicine/dose.ts';
import { counts } from './independence.ts';
import type { Leak } from './leak.ts';
import type { Looks } from './look.ts';
import { type Played, playPair } from './play.ts';
import { type TimingRow, timeLeaks, timings } from './timing.ts';
import { variantOf } from './variant.ts';

/** Once in a million for letters drawn by chance. */
const Z_LIMIT = 4.75;
/** Every so many pairs one is in files. */
const ON_DISK = 10;

export type Judged = {
  readonly pairs: number;
  readonly leaks: readonly Leak[];
  readonly compared: Readonly<Record<string, number>>;
  /** Names of the masks that covered something. */
  readonly needed: ReadonlySet<string>;
  readonly times: readonly TimingRow[];
  readonly kits: ReturnType<ReturnType<typeof counts>['result']>;
  readonly commitments: ReturnType<ReturnType<typeof counts>['result']>;
};

/** @param done called after each pair */
export async function judgePairs(
  from: number,
  pairs: number,
  looks: (pair: number) => Looks,
  done: (pair: number, leaks: number) => void = () => {},
): Promise<Judged> {
  const times = timings();
  const [kits, commitments] = [counts(), counts()];
  const leaks: Leak[] = [];
  const needed = new Set<string>();
  const compared: Record<string, number> = {};
  for (let n = from; n < from + pairs; n++) {
    const onDisk = n % ON_DISK === ON_DISK - 1;
    const played = await playPair({ variant: variantOf(n), looks: looks(n), times, needed, onDisk });
    differ(played, n);
    leaks.push(...played.leaks);
    for (const [channel, count] of Object.entries(played.compared))
      compared[channel] = (compared[channel] ?? 0) + count;
    letters(played, kits, commitments);
    done(n, leaks.length);
  }
  const chance = [kits.result(), commitments.result()] as const;
  const told = (['kits', 'commitment'] as const).flatMap((channel, i): Leak[] => {
    const { z, chiSquare } = chance[i] as (typeof chance)[number];
    if (!(z >= Z_LIMIT)) return [];
    return [{ channel, who: 'anybody', where: 'letters drawn by chance', detail: `chi-square ${chiSquare}, z ${z}` }];
  });
  const all = [...leaks, ...told, ...timeLeaks(times)];
  return { pairs, leaks: all, compared, needed, times: times.rows(), kits: chance[0], commitments: chance[1] };
}

/** Had both sides drawn the same, nothing would have been compared. */
function differ({ sequences, opened }: Played, pair: number): void {
  const [a, b] = sequences.map((sequence) => sequence.join());
  assert.notEqual(a, b, `pair ${pair}: both sides hold the same`);
  for (const [i, sequence] of opened.entries())
    if (sequence) assert.deepEqual(sequence, sequences[i], `pair ${pair}: it holds something else than it drew`);
}

type Counted = ReturnType<typeof counts>;

function letters({ kits, sequences, commitments }: Played, codes: Counted, hashes: Counted): void {
  for (const [period, kit] of kits.entries()) {
    const row = (sequences[0]?.[period] ?? NO_DOSE) > NO_DOSE ? 'drug' : 'placebo';
    for (const letter of kit) codes.add(row, letter);
  }
  for (const [i, commitment] of commitments.entries()) {
    const row = (sequences[i]?.[0] ?? NO_DOSE) > NO_DOSE ? 'drug' : 'placebo';
    for (const letter of commitment) hashes.add(row, letter);
  }
}
