/**
 * Is the file open the only way that keeps a promise? Write-ahead log, a wait for the disk at every commit, keys between
 * tables in force: set at every open and read back, because a setting that is silently not taken loses acknowledged days
 * (H15). A second process is kept out by a lock the system frees when this one dies, however it dies.
 */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../base/result.ts';
import { StorageError } from '../records/ports.ts';
import { sqliteError, systemError } from './sql/trouble.ts';

/** In the data folder. */
export const DATA_FILE = 'titrial.sqlite';
const LOCK_FILE = 'titrial.lock';

export type DataInUse = { readonly code: 'data-in-use'; readonly folder: string };

/** What must be in force, as SQLite reports it: 2 = FULL. */
const PROMISED = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 } as const;

/** SQLite's own number, or as text. */
type Setting = string | number;

/** Makes the folder and holds it; the connection returned is the lock and does nothing else. */
export function holdFolder(folder: string): Result<DatabaseSync, DataInUse> {
  return outside(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = new DatabaseSync(ownFile(join(folder, LOCK_FILE)), { timeout: 0 });
    try {
      lock.exec('begin exclusive');
      return ok(lock);
    } catch (error) {
      lock.close();
      const known = sqliteError(error);
      if (known instanceof StorageError && known.trouble === 'busy') return err({ code: 'data-in-use', folder });
      throw known;
    }
  });
}

/** Opens the data file to write. @param mostPages the file may not grow past so many pages of 4,096 bytes */
export function openToWrite(folder: string, mostPages?: number): DatabaseSync {
  return outside(() => {
    const connection = new DatabaseSync(ownFile(join(folder, DATA_FILE)), { timeout: 5000 });
    try {
      connection.exec('pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on');
      connection.exec('pragma secure_delete=on; pragma cache_size=-32000; pragma journal_size_limit=67108864');
      if (mostPages !== undefined) connection.exec(`pragma max_page_count=${mostPages}`);
      checkSettings(connection);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

/** Opens the data file to read while another process may write; needs no lock. undefined = there is none. */
export function openToRead(folder: string): DatabaseSync | undefined {
  return outside(() => {
    if (statSync(join(folder, DATA_FILE), { throwIfNoEntry: false }) === undefined) return undefined;
    return new DatabaseSync(join(folder, DATA_FILE), { timeout: 5000, readOnly: true });
  });
}

/** @throws StorageError unless every commit waits for the disk */
export function checkSettings(connection: DatabaseSync): void {
  for (const [name, promised] of Object.entries(PROMISED)) {
    const found = settingOf(connection, name);
    if (found !== promised)
      throw new StorageError('broken', new RangeError(`SQLite's ${name} is ${found}, not ${promised}`));
  }
}

/** More than any entry: a file that cannot grow by so much is as good as full. */
const PROBE = 'x'.repeat(65_536);

/**
 * @throws StorageError unless the file that is open still stands where it was opened, may grow, and takes a write. The
 * number written is the file's own `user_version`, which nothing reads; what makes it grow is taken back.
 */
export function checkWrites(connection: DatabaseSync, folder: string, inode: bigint): void {
  outside(() => {
    if (inodeOf(folder) !== inode) throw new StorageError('broken', new RangeError(`${DATA_FILE} was moved away`));
    connection.exec('begin immediate');
    try {
      const grow = connection.prepare(
        'insert into try_count (clinic_id, try_key, window_start, tries) values (?, ?, 0, 0)',
      );
      grow.run('', PROBE);
    } finally {
      if (connection.isTransaction) connection.exec('rollback');
    }
    const version = Number(settingOf(connection, 'user_version'));
    connection.exec(`pragma user_version=${(version + 1) % 1_000_000}`);
  });
}

/** Number of the data file in its file system. */
export const inodeOf = (folder: string): bigint => statSync(join(folder, DATA_FILE), { bigint: true }).ino;

function settingOf(connection: DatabaseSync, name: string): Setting | undefined {
  const row = connection.prepare(`pragma ${name}`).get();
  return Object.values(row ?? {})[0] as Setting | undefined;
}

/** The file, readable by its owner alone; SQLite gives the files beside it the same rights. */
export function ownFile(path: string): string {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  return path;
}

function outside<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof StorageError ? error : systemError(sqliteError(error));
  }
}
