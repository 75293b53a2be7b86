/**
 * What does `titrial restore` do? Holds an empty target, loads the backup into it, brings the keys, the anchors and the
 * list of erased cases, and verifies the whole. Writes over nothing (H31).
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type RestoreFault, restored, restoreSentence } from '../../web/kit/words/en/backup.ts';
import { installationSentence } from '../../web/kit/words/en/operate.ts';
import { configurationSentence } from '../../web/kit/words/en/serve.ts';
import { verifyText } from '../../web/kit/words/en/verify.ts';
import { err, ok, type Result } from '../base/result.ts';
import { readKeys } from '../platform/keys.ts';
import type { CopyTarget } from '../storage/copies/copying.ts';
import { sqliteTarget } from '../storage/copies/sqlite-copy.ts';
import { type Restored, restoreFrom } from '../storage/restore.ts';
import { copyOwn, KEYS_IN_BACKUP } from './backup-run.ts';
import { appendLines, ERASED_FILE, type ErasedCase, readErasedList } from './erased-list.ts';
import { ANCHOR_FILE, attempt, type Installation, openStorage } from './installation.ts';
import { type Place, type RawPlace, readPlace } from './serve-options.ts';
import type { Terminal } from './terminal.ts';
import { verifyInstallation } from './verify-run.ts';

/** As commander hands them over. */
export type RestoreFlags = RawPlace & { readonly erased?: string };

type Outcome = Result<Restored & { readonly installation: Installation }, RestoreFault>;

/** Restores and verifies, or ends with a sentence. */
export async function restore(backup: string, flags: RestoreFlags, terminal: Terminal): Promise<void> {
  const place = readPlace(flags);
  if (!place.ok) {
    terminal.complain(configurationSentence(place.error));
    return terminal.endWith(2);
  }
  const outcome = await attempt(async () => ok(await load(resolve(backup), place.value, flags, terminal)));
  if (!outcome.ok) {
    terminal.complain(installationSentence(outcome.error));
    return terminal.endWith(3);
  }
  const done = outcome.value;
  if (!done.ok) {
    terminal.complain(restoreSentence(done.error));
    return terminal.endWith(done.error.code === 'target-holds-data' ? 2 : 3);
  }
  const { installation, made, leftErased, tables } = done.value;
  terminal.print(
    restored(
      made,
      Object.values(tables).reduce((sum, { rows }) => sum + rows, 0),
      leftErased,
    ),
  );
  try {
    const anchors = join(place.value.data, ANCHOR_FILE);
    const report = await verifyInstallation(installation, anchors, terminal);
    terminal.print(verifyText(report, existsSync(anchors)));
    terminal.endWith(report.faultCount === 0 ? 0 : 2);
  } finally {
    await installation.storage.close();
  }
}

async function load(backup: string, place: Place, { erased }: RestoreFlags, terminal: Terminal): Promise<Outcome> {
  if (erased !== undefined && !existsSync(erased)) return err({ code: 'list-missing', file: erased });
  const inside = join(backup, KEYS_IN_BACKUP);
  if (!existsSync(place.keys) && !existsSync(inside)) return err({ code: 'keys-missing', file: place.keys });
  const list = erasedCases([join(backup, ERASED_FILE), join(place.data, ERASED_FILE), erased]);
  const opened = await openStorage(place);
  if (!opened.ok) return opened;
  const bar = terminal.progress('Restoring', 100);
  const progress = (done: number, total: number): void => bar.advance(Math.floor((done / Math.max(1, total)) * 100));
  const filled = await restoreFrom(backup, await targetOf(place), { erased: list, progress }).finally(bar.done);
  const keys = filled.ok ? bringBeside(backup, place, list) : filled;
  if (filled.ok && keys.ok)
    return ok({ ...filled.value, installation: { place, storage: opened.value, keys: keys.value } });
  await opened.value.close();
  return keys.ok ? err({ code: 'keys-missing', file: place.keys }) : keys;
}

function erasedCases(files: readonly (string | undefined)[]): readonly ErasedCase[] {
  return files.flatMap((file) => (file === undefined ? [] : readErasedList(file)));
}

async function targetOf({ data, database }: Place): Promise<CopyTarget> {
  if (database === undefined) return sqliteTarget(data);
  const { postgresTarget } = await import('../storage/copies/postgres-copy.ts');
  return postgresTarget(database);
}

/** What stands beside the rows. Keys that are there already are kept: they are the ones that were named. */
function bringBeside(backup: string, place: Place, erased: readonly ErasedCase[]) {
  mkdirSync(dirname(place.keys), { recursive: true, mode: 0o700 });
  if (!existsSync(place.keys)) copyOwn(join(backup, KEYS_IN_BACKUP), place.keys);
  if (!existsSync(join(place.data, ANCHOR_FILE))) copyOwn(join(backup, ANCHOR_FILE), join(place.data, ANCHOR_FILE));
  const known = new Set(readErasedList(join(place.data, ERASED_FILE)).map(nameOf));
  const missing = new Map(erased.filter((each) => !known.has(nameOf(each))).map((each) => [nameOf(each), each]));
  appendLines(
    place.data,
    ERASED_FILE,
    [...missing.values()].map(({ clinic, case: id }) => JSON.stringify({ clinic, case: id })),
  );
  return readKeys(place.keys);
}

const nameOf = ({ clinic, case: id }: ErasedCase): string => `${clinic}/${id}`;
