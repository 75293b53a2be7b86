/**
 * A backup that is made while the server runs, and comes back to an equal record: one folder, one list of lines a table,
 * the same from SQLite and PostgreSQL. Each table's hash is written down and checked before and after restoring (H15).
 * Holds sealed parts as they are; without the keys of the installation it opens nothing.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StorageError } from '../records/ports.ts';
import type { Table } from './copies/catalogue.ts';
import type { CopySource, Reading } from './copies/copying.ts';
import { type Tally, tally } from './copies/lines.ts';
import { formatManifest, MANIFEST } from './copies/manifest.ts';
import { instantName } from './instant-name.ts';
import { systemError } from './sql/trouble.ts';

export type DumpOptions = {
  /** Milliseconds since 1970-01-01 UTC: when, for the folder's name. */
  readonly at: number;
  /** Called with rows done and rows in all. */
  readonly progress?: (done: number, total: number) => void;
};

export type Dumped = {
  /** The folder that was made. */
  readonly folder: string;
  readonly tables: Readonly<Record<string, Tally>>;
};

/** Writes a backup into a new folder `titrial-backup-<instant>` under `parent`; it has its name once it is whole. */
export async function dumpTo(source: CopySource, parent: string, { at, progress }: DumpOptions): Promise<Dumped> {
  const folder = join(parent, `titrial-backup-${instantName(at)}`);
  const unfinished = `${folder}.unfinished`;
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const tables = await source.read((reading) => writeTables(reading, unfinished, at, progress));
    await rename(unfinished, folder);
    await syncFolder(parent);
    return { folder, tables };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw systemError(error);
  }
}

/** Count and hash of every table, as a backup made now would have them. */
export function tableHashes(source: CopySource): Promise<Readonly<Record<string, Tally>>> {
  return source.read(async ({ tables, rows }) => {
    const found: Record<string, Tally> = {};
    for (const table of tables) {
      const { add, end } = tally();
      for await (const some of rows(table)) add(some);
      found[table.name] = end();
    }
    return found;
  });
}

async function writeTables(
  reading: Reading,
  folder: string,
  at: number,
  progress: DumpOptions['progress'],
): Promise<Readonly<Record<string, Tally>>> {
  if (reading.migration === undefined) throw new StorageError('broken', new RangeError('no tables to back up'));
  let total = 0;
  for (const table of reading.tables) total += await reading.count(table);
  let done = 0;
  const step = (rows: number): void => {
    done += rows;
    progress?.(done, total);
  };
  const tallies: Record<string, Tally> = {};
  for (const table of reading.tables) tallies[table.name] = await writeTable(reading, table, folder, step);
  const tables = reading.tables.map((table) => ({ ...table, ...(tallies[table.name] as Tally) }));
  const made = new Date(at).toISOString();
  const manifest = await open(join(folder, MANIFEST), 'wx', 0o600);
  try {
    await manifest.writeFile(formatManifest({ made, migration: reading.migration, tables }));
    await manifest.sync();
  } finally {
    await manifest.close();
  }
  await syncFolder(folder);
  return tallies;
}

async function writeTable(
  { rows }: Reading,
  table: Table,
  folder: string,
  step: (rows: number) => void,
): Promise<Tally> {
  const { add, end } = tally();
  const texts = async function* (): AsyncGenerator<string> {
    for await (const some of rows(table)) {
      yield add(some);
      step(some.length);
    }
  };
  const file = createWriteStream(join(folder, fileOf(table)), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(texts()), createGzip({ level: 3 }), file);
  return end();
}

/** Name of a table's file in a backup. */
export const fileOf = ({ name }: Pick<Table, 'name'>): string => `${name}.jsonl.gz`;

/** A name in a folder is on the disk only once the folder is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
