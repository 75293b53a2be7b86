/**
 * One pair from its beginning to the opening: two installations of one seed, the second drawing the mirrored sequence, and
 * at the very end a look whether they did. What was found, what was compared, and what chance drew (H13).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '../../src/base/rng.ts';
import type { Storage } from '../../src/records/ports.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { got } from '../server/case-world.ts';
import { type Draws, type Ran, runTrial } from './course.ts';
import type { Leak } from './leak.ts';
import { type Looks, WIDE } from './look.ts';
import type { Mask } from './masked.ts';
import { type Pair, pairOf } from './pair.ts';
import { type Plant, sideOf } from './side.ts';
import { backupText, cellsText } from './stored.ts';
import { gather, type Team } from './team.ts';
import { type Timings, timings } from './timing.ts';
import type { Variant } from './variant.ts';

export type PlayGiven = {
  readonly variant: Variant;
  readonly plant?: Plant;
  readonly masks?: readonly Mask[];
  readonly needed?: Set<string>;
  readonly looks?: Looks;
  /** In files, with their back-ups; otherwise in memory. */
  readonly onDisk?: boolean;
  /** Both sides draw the same sequence. */
  readonly equal?: boolean;
  readonly stopwatch?: () => number;
  readonly times?: Timings;
};

/** What was found and compared, and what chance drew. */
export type Played = Ran & {
  readonly leaks: readonly Leak[];
  readonly compared: Readonly<Record<string, number>>;
};

export async function playPair(given: PlayGiven): Promise<Played> {
  const { variant, plant = {}, onDisk = false, equal = false, masks, needed } = given;
  const folders = onDisk ? [newFolder(), newFolder()] : [];
  const stores = [await storeIn(folders[0]), await storeIn(folders[1])] as const;
  const first = sideOf({ seed: variant.seed, storage: stores[0], plant });
  const second = sideOf({ seed: variant.seed, storage: stores[1], plant, keys: first.ports });
  const pair = pairOf({
    ...{ sides: [first, second], plant, times: given.times ?? timings() },
    ...{ rng: seededRng(variant.rng.bits()), stopwatch: given.stopwatch ?? (() => performance.now()) },
    ...(masks ? { masks } : {}),
    ...(needed ? { needed } : {}),
  });
  try {
    const team = await gather(pair, variant, given.looks ?? WIDE);
    const number = BigInt(variant.rng.bits());
    const draws: Draws = (count) => [number % count, equal ? number % count : mirrored(number % count, count)];
    const ran = await runTrial(team, draws, !onDisk);
    for (const store of stores) await store.close();
    await compareFiles(pair, folders, team);
    return { ...ran, leaks: pair.leaks, compared: pair.compared };
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

/** The sequence as far on the other end of the list; for blocks each arm then stands where the other one stood. */
function mirrored(number: bigint, count: bigint): bigint {
  const other = count - 1n - number;
  return other === number ? (number + 1n) % count : other;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'titrial-leak-'));

async function storeIn(folder: string | undefined): Promise<Storage> {
  return folder === undefined ? memoryStorage() : got(await openSqlite(folder));
}

async function compareFiles(pair: Pair, [a, b]: readonly string[], { now }: Team): Promise<void> {
  if (a === undefined || b === undefined) return;
  pair.compare('stored', 'machine', 'cells of the tables', [await cellsText(a), await cellsText(b)]);
  pair.compare('backup', 'machine', 'files of a back-up', [await backupText(a, now), await backupText(b, now)]);
}
