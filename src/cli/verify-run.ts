/**
 * What does `titrial verify` do? Reads everything once, also while a server is running, changes nothing, and says what does
 * not hold. Ends with 2 when anything does not (H17).
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type InstallationFault, installationSentence } from '../../web/kit/words/en/operate.ts';
import { configurationSentence } from '../../web/kit/words/en/serve.ts';
import { verifyText } from '../../web/kit/words/en/verify.ts';
import { err, ok, type Result } from '../base/result.ts';
import { readKeys } from '../platform/keys.ts';
import type { Storage } from '../records/ports.ts';
import { type VerifyReport, verifyRecord } from '../service/verify.ts';
import { readSqlite } from '../storage/sqlite-read.ts';
import { readAnchorFile } from './anchor-file.ts';
import { ERASED_FILE, readErasedList } from './erased-list.ts';
import { ANCHOR_FILE, attempt, type Installation, idleAround, portsOf } from './installation.ts';
import { type Place, type RawPlace, readPlace } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

/** As commander hands them over. */
export type VerifyFlags = RawPlace & { readonly anchors?: string; readonly json?: boolean };

/** Reads, reports, and ends with the code that says what was found. */
export async function verify(flags: VerifyFlags, terminal: Terminal): Promise<void> {
  const place = readPlace(flags);
  if (!place.ok) {
    terminal.complain(configurationSentence(place.error));
    return terminal.endWith(2);
  }
  const installation = await attempt(() => openToVerify(place.value));
  if (!installation.ok) {
    terminal.complain(installationSentence(installation.error));
    return terminal.endWith(3);
  }
  const anchors = flags.anchors === undefined ? join(place.value.data, ANCHOR_FILE) : resolve(flags.anchors);
  if (flags.anchors !== undefined && !existsSync(anchors)) {
    terminal.complain(installationSentence({ code: 'data-missing', folder: anchors }));
    return terminal.endWith(3);
  }
  try {
    const report = await verifyInstallation(installation.value, anchors, terminal);
    terminal.print(flags.json ? JSON.stringify(report) : verifyText(report, existsSync(anchors)));
    terminal.endWith(report.faultCount === 0 ? 0 : 2);
  } finally {
    await installation.value.storage.close();
  }
}

/** Without the lock: verifying writes nothing, so it need not wait for a server to stop. */
async function openToVerify(place: Place): Promise<Result<Installation, InstallationFault>> {
  const keys = readKeys(place.keys);
  if (!keys.ok) return keys;
  const opened = await openToRead(place);
  return opened.ok ? ok({ place, storage: opened.value, keys: keys.value }) : err(opened.error);
}

async function openToRead({ data, database }: Place): Promise<Result<Storage, InstallationFault>> {
  if (database === undefined) return readSqlite(data);
  const { openPostgres } = await import('../storage/postgres.ts');
  return openPostgres(database, { backupFolder: data });
}

/** Verifies with the files that stand beside the data. */
export async function verifyInstallation(
  installation: Installation,
  anchors: string,
  terminal: Pick<Terminal, 'progress'>,
): Promise<VerifyReport> {
  const { data } = installation.place;
  const ports = portsOf(installation, idleAround('http://localhost'));
  const list = join(data, ERASED_FILE);
  const erased = new Set(readErasedList(list).map((each) => `${each.clinic}/${each.case}`));
  const bar = terminal.progress('Verifying', await countCases(installation.storage));
  try {
    return await verifyRecord(ports, {
      outside: readAnchorFile(anchors),
      progress: bar.advance,
      ...(existsSync(list) ? { erased } : {}),
    });
  } finally {
    bar.done();
  }
}

async function countCases({ people, ledger }: Storage): Promise<number> {
  let count = 0;
  for (const { clinic } of await people.clinics(1000)) {
    let page = await ledger.heads(clinic, undefined, 1000);
    while (page.length > 0) {
      count += page.length;
      page = await ledger.heads(clinic, page.at(-1)?.case, 1000);
    }
  }
  return count;
}
