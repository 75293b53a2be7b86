/**
 * A backup comes back: checked whole before the first row is written, written in one piece, read back and compared by hash
 * (H15). Refuses a target that holds anything. A case erased after the backup was made stays erased: its key is not
 * loaded (H31).
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { CaseId, ClinicId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { StorageError } from '../records/ports.ts';
import type { Table } from './copies/catalogue.ts';
import { type Cell, type CopyTarget, type Filling, ROWS_AT_ONCE, type Row } from './copies/copying.ts';
import { rowOf, type Tally, tally } from './copies/lines.ts';
import { MANIFEST, type Manifest, type ManifestFault, readManifest } from './copies/manifest.ts';
import { fileOf } from './dump.ts';

export type RestoreOptions = {
  /** Cases that were erased after the backup was made, or at any time. */
  readonly erased?: readonly { readonly clinic: ClinicId; readonly case: CaseId }[];
  /** Called with rows done and rows in all; every row counts twice, checked and written. */
  readonly progress?: (done: number, total: number) => void;
};

export type RestoreRefusal =
  | ManifestFault
  /** The file is not the one the manifest describes: cut, altered, or missing. */
  | { readonly code: 'backup-damaged'; readonly file: string }
  /** Tables of a migration this program does not know. */
  | { readonly code: 'data-newer'; readonly migration: string }
  | { readonly code: 'target-holds-data'; readonly table: string };

export type Restored = {
  /** When the backup was made, as it says. */
  readonly made: string;
  /** What stands in the target now. */
  readonly tables: Readonly<Record<string, Tally>>;
  /** Cases of the backup that were left erased. */
  readonly leftErased: number;
};

/** Loads a backup into an empty database. Whatever is refused, nothing was written. */
export async function restoreFrom(
  folder: string,
  target: CopyTarget,
  { erased = [], progress }: RestoreOptions = {},
): Promise<Result<Restored, RestoreRefusal>> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '');
  const read = readManifest(text, folder);
  if (!read.ok) return read;
  const manifest = read.value;
  if (!target.steps.includes(manifest.migration)) return err({ code: 'data-newer', migration: manifest.migration });
  const full = await firstFullTable(target);
  if (full !== undefined) return err({ code: 'target-holds-data', table: full });
  const step = steps(manifest, progress);
  for (const table of manifest.tables)
    if (!(await isWhole(folder, table, step))) return err({ code: 'backup-damaged', file: fileOf(table) });
  if (manifest.migration !== target.steps.at(-1)) await target.rebuildAt(manifest.migration);
  const gone = new Set(erased.map((one) => `${one.clinic}/${one.case}`));
  const restored = await target.fill((filling) => fill(filling, folder, manifest, gone, step));
  await target.bringUpToDate();
  return ok({ made: manifest.made, ...restored });
}

function steps({ tables }: Manifest, progress: RestoreOptions['progress']): (rows: number) => void {
  const total = 2 * tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  return (rows) => {
    done += rows;
    progress?.(done, total);
  };
}

const firstFullTable = (target: CopyTarget): Promise<string | undefined> =>
  target.read(async ({ tables, count }) => {
    for (const table of tables) if ((await count(table)) > 0) return table.name;
    return undefined;
  });

async function isWhole(folder: string, table: Table & Tally, step: (rows: number) => void): Promise<boolean> {
  const { add, end } = tally();
  try {
    for await (const lines of linesOf(join(folder, fileOf(table)))) {
      const rows = lines.map((line) => rowOf(table, line));
      if (!rows.every((row) => row !== undefined)) return false;
      add(rows);
      step(lines.length);
    }
  } catch {
    return false;
  }
  const { rows, sha256 } = end();
  return rows === table.rows && sha256 === table.sha256;
}

async function fill(
  filling: Filling,
  folder: string,
  { tables }: Manifest,
  gone: ReadonlySet<string>,
  step: (rows: number) => void,
): Promise<Pick<Restored, 'tables' | 'leftErased'>> {
  const found: Record<string, Tally> = {};
  let leftErased = 0;
  for (const table of tables) {
    const expected = tally();
    for await (const lines of linesOf(join(folder, fileOf(table)))) {
      const rows = lines.map((line) => rowOf(table, line) ?? unreadable(table));
      const kept = gone.size === 0 ? rows : rows.flatMap((row) => withoutErased(table, row, gone));
      if (table.name === 'case_key') leftErased += rows.length - kept.length;
      expected.add(kept);
      if (kept.length > 0) await filling.insert(table, kept);
      step(lines.length);
    }
    found[table.name] = await sameInTarget(filling, table, expected.end());
  }
  return { tables: found, leftErased };
}

/** What was written is read back. @throws StorageError when it is not what was written; nothing of it stays */
async function sameInTarget({ tables, rows }: Filling, table: Table, expected: Tally): Promise<Tally> {
  const there = tables.find(({ name }) => name === table.name) ?? unreadable(table);
  const { add, end } = tally();
  for await (const some of rows({ ...there, columns: table.columns })) add(some);
  const found = end();
  if (found.sha256 !== expected.sha256)
    throw new StorageError('corrupt', new RangeError(`${table.name} read back other`));
  return found;
}

function unreadable({ name }: Table): never {
  throw new StorageError('corrupt', new RangeError(`a row of ${name} changed while it was restored`));
}

/** Tables of a case whose rows are destroyed with it. */
const SHREDDED = ['case_key', 'snapshot', 'finding', 'tie'];
/** What the list still says of a case that is erased. */
const ERASED_ROW: Readonly<Record<string, Cell>> = {
  ...{ label: '', label_fold: '', status: 'erased', last_day: '', plan_until: '', attention: '[]' },
};

/** The row as it stands once its case is erased: not at all, or without what it said. */
function withoutErased(table: Table, row: Row, gone: ReadonlySet<string>): readonly Row[] {
  const at = (name: string): Cell | undefined => row[table.columns.findIndex((one) => one.name === name)];
  if (!gone.has(`${at('clinic_id')}/${at('case_id')}`)) return [row];
  if (SHREDDED.includes(table.name)) return [];
  if (table.name !== 'case_row') return [row];
  return [row.map((cell, i) => ERASED_ROW[table.columns[i]?.name ?? ''] ?? cell)];
}

/** Lines of a file, some at a time. Only the line feed ends one. @throws when the file cannot be read or unpacked */
async function* linesOf(path: string): AsyncGenerator<readonly string[]> {
  let rest = '';
  let lines: string[] = [];
  // The callback form hands a file that cannot be read on to the reader below, which `pipe` does not.
  const texts = pipeline(createReadStream(path), createGunzip(), () => {}).setEncoding('utf8');
  for await (const text of texts as AsyncIterable<string>) {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    while (lines.length >= ROWS_AT_ONCE) {
      yield lines.slice(0, ROWS_AT_ONCE);
      lines = lines.slice(ROWS_AT_ONCE);
    }
  }
  if (rest !== '') lines.push(rest);
  if (lines.length > 0) yield lines;
}
