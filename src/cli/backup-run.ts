/**
 * What does `titrial backup` do? Copies the record as of one moment, with the anchors and the list of erased cases beside
 * it, and says where the keys are. Changes nothing of the data (H31).
 */
import { copyFileSync, existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as words from '../../web/kit/words/en/backup.ts';
import { installationSentence } from '../../web/kit/words/en/operate.ts';
import { configurationSentence } from '../../web/kit/words/en/serve.ts';
import { err, ok } from '../base/result.ts';
import type { CopySource } from '../storage/copies/copying.ts';
import { sqliteSource } from '../storage/copies/sqlite-copy.ts';
import { dumpTo } from '../storage/dump.ts';
import { DATA_FILE, ownFile } from '../storage/sqlite-file.ts';
import { ERASED_FILE } from './erased-list.ts';
import { ANCHOR_FILE, attempt } from './installation.ts';
import { type Place, type RawPlace, readPlace } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

/** As commander hands them over. */
export type BackupFlags = RawPlace & { readonly to: string; readonly withKeys?: boolean };

/** Name of the key file inside a backup. */
export const KEYS_IN_BACKUP = 'keys.json';

/** Makes it, or ends with a sentence. */
export async function backUp(flags: BackupFlags, terminal: Terminal): Promise<void> {
  const place = readPlace(flags);
  if (!place.ok) {
    terminal.complain(configurationSentence(place.error));
    return terminal.endWith(2);
  }
  const made = await attempt(async () => {
    const { data, database, keys } = place.value;
    if (database === undefined && !existsSync(join(data, DATA_FILE)))
      return err({ code: 'data-missing', folder: data });
    if (flags.withKeys && !existsSync(keys)) return err({ code: 'keys-missing', file: keys });
    return ok(await copyAll(place.value, flags, terminal));
  });
  if (!made.ok) {
    terminal.complain(installationSentence(made.error));
    return terminal.endWith(3);
  }
  terminal.print(words.backupMade(made.value.folder, made.value.rows));
  terminal.print(flags.withKeys ? words.keysInside : words.keysOutside(place.value.keys));
}

async function copyAll(place: Place, { to, withKeys }: BackupFlags, terminal: Terminal) {
  const source = await sourceOf(place);
  const bar = terminal.progress('Backing up', 100);
  try {
    const progress = (done: number, total: number): void => bar.advance(Math.floor((done / Math.max(1, total)) * 100));
    const { folder, tables } = await dumpTo(source, resolve(to), { at: Date.now(), progress });
    for (const name of [ANCHOR_FILE, ERASED_FILE]) copyOwn(join(place.data, name), join(folder, name));
    if (withKeys) copyOwn(place.keys, join(folder, KEYS_IN_BACKUP));
    return { folder, rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0) };
  } finally {
    bar.done();
  }
}

async function sourceOf({ data, database }: Place): Promise<CopySource> {
  if (database === undefined) return sqliteSource(data);
  const { postgresSource } = await import('../storage/copies/postgres-copy.ts');
  return postgresSource(database);
}

/** For its owner's eyes; a file that is not there is left out. */
export function copyOwn(from: string, to: string): void {
  if (!existsSync(from)) return;
  if (existsSync(to)) throw new RangeError(`${basename(to)} stands there already`);
  copyFileSync(from, ownFile(to));
}
