/**
 * Where do the parts of an installation come together? Opens the data and its keys, or says why not. Makes new keys only
 * for new data: data whose key file is missing is refused, because new keys could never open it (H17).
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InstallationFault } from '../../web/kit/words/en/operate.ts';
import { err, ok, type Result } from '../base/result.ts';
import { BUILT_IN_LIST } from '../medicine/screening/built-in-list.ts';
import { systemClock } from '../platform/clock.ts';
import { systemEntropy } from '../platform/entropy.ts';
import { createKeys, type Keys, readKeys } from '../platform/keys.ts';
import { webauthnPasskeys } from '../platform/passkeys.ts';
import { argonPasswords } from '../platform/passwords.ts';
import { openPharmacy } from '../platform/pharmacy.ts';
import { openVault } from '../platform/vault.ts';
import { type Analysts, type Jobs, type Storage, StorageError, type Typesetter } from '../records/ports.ts';
import type { Ports, Settings } from '../service/ports.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { DATA_FILE } from '../storage/sqlite-file.ts';
import { withErasedList } from './erased-list.ts';
import type { Place } from './serve-options.ts';

export type Installation = { readonly place: Place; readonly storage: Storage; readonly keys: Keys };

export const ANCHOR_FILE = 'anchors.jsonl';

const DAY = 86_400_000;

/** 'make': a folder without data becomes a new installation. 'find': it is refused. */
export async function openInstallation(
  place: Place,
  missing: 'make' | 'find',
): Promise<Result<Installation, InstallationFault>> {
  const inFile = place.database === undefined;
  if (missing === 'find' && inFile && !existsSync(join(place.data, DATA_FILE)))
    return err({ code: 'data-missing', folder: place.data });
  const opened = await attempt(() => openStorage(place));
  if (!opened.ok) return opened;
  const storage = withErasedList(opened.value, place.data);
  const keys = await openKeys(place, storage);
  if (keys.ok) return ok({ place, storage, keys: keys.value });
  await storage.close();
  return keys;
}

/** The data alone, held for this process and made where it is missing. */
export async function openStorage({ data, database }: Place): Promise<Result<Storage, InstallationFault>> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (database === undefined) return openSqlite(data);
  const { openPostgres } = await import('../storage/postgres.ts');
  return openPostgres(database, { backupFolder: data });
}

/** What the disk, the network or the file system said, as a fault. */
export async function attempt<T>(
  act: () => Promise<Result<T, InstallationFault>>,
): Promise<Result<T, InstallationFault>> {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof StorageError) return err({ code: 'data-out-of-reach', trouble: troubleOf(thrown) });
    if (thrown instanceof Error && 'code' in thrown)
      return err({ code: 'data-out-of-reach', trouble: `${thrown.code}` });
    throw thrown;
  }
}

/** The system's own code where there is one: "EACCES" says more than "broken". */
function troubleOf({ trouble, cause }: StorageError): string {
  return cause instanceof Error && 'code' in cause ? `${trouble}, ${cause.code}` : trouble;
}

async function openKeys({ keys: file }: Place, storage: Storage): Promise<Result<Keys, InstallationFault>> {
  const read = readKeys(file);
  if (read.ok || read.error.code !== 'keys-missing') return read;
  const [clinic] = await storage.people.clinics(1);
  return clinic ? err({ code: 'keys-lost', file }) : createKeys(file, systemClock.now());
}

export type Around = {
  readonly settings: Settings;
  readonly jobs: Jobs;
  readonly analysts: Analysts;
  readonly typesetter: Typesetter;
};

/** All ports over an installation; `around` is what differs between serving and looking after the data. */
export function portsOf({ storage, keys }: Installation, around: Around): Ports {
  const { origin } = around.settings;
  return {
    storage,
    vault: openVault(keys),
    pharmacy: openPharmacy(keys),
    clock: systemClock,
    entropy: systemEntropy,
    drugs: BUILT_IN_LIST,
    passkeys: webauthnPasskeys({ origin, relyingParty: new URL(origin).hostname, name: 'Titrial' }),
    passwords: argonPasswords(),
    ...around,
  };
}

/** A link lasts as long wherever it is made. */
export const INVITATION_LASTS = 7 * DAY;

/** For commands that look after the data: nothing is computed and nobody signs in. */
export function idleAround(origin: string): Around {
  return {
    settings: {
      origin,
      sessionIdle: DAY,
      sessionAbsolute: DAY,
      invitationLasts: INVITATION_LASTS,
      findingAfterQuiet: DAY,
    },
    jobs: { computeFinding: async () => {} },
    analysts: {
      analyse: () => Promise.reject(new StorageError('busy', new Error('no analysis without a server'))),
      close: async () => {},
    },
    typesetter: {
      typeset: () => Promise.reject(new StorageError('busy', new Error('no letters without a server'))),
      close: async () => {},
    },
  };
}
