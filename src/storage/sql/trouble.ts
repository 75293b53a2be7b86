/**
 * What did a database's error mean? A key that stands already, the world failing, or a bug of ours; by the numbers the
 * databases document, never by their sentences. What is not recognised stays what it is: a bug.
 * Sources: SQLite result codes; PostgreSQL appendix A; Node's system errors.
 */
import { StorageError, type StorageTrouble } from '../../records/ports.ts';
import { Undone, UniqueViolation } from './script.ts';

const SQLITE: Readonly<Record<number, StorageTrouble>> = {
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  7: 'broken', // SQLITE_NOMEM
  8: 'broken', // SQLITE_READONLY
  10: 'broken', // SQLITE_IOERR
  11: 'corrupt', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'broken', // SQLITE_CANTOPEN
  15: 'broken', // SQLITE_PROTOCOL
  26: 'corrupt', // SQLITE_NOTADB
};
/** SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID */
const SQLITE_UNIQUE = [2067, 1555, 2579];

/** SQLITE_CONSTRAINT_FOREIGNKEY and foreign_key_violation: a row that belongs to nothing. */
const SQLITE_FOREIGN = 787;
const POSTGRES_FOREIGN = '23503';

const POSTGRES: Readonly<Record<string, StorageTrouble>> = {
  '53100': 'full', // disk_full
  '58030': 'broken', // io_error
  '53200': 'broken', // out_of_memory
  '25006': 'broken', // read_only_sql_transaction
  XX001: 'corrupt', // data_corrupted
  XX002: 'corrupt', // index_corrupted
  '40001': 'busy', // serialization_failure
  '40P01': 'busy', // deadlock_detected
  '53300': 'busy', // too_many_connections
  '55P03': 'busy', // lock_not_available
  '57014': 'busy', // query_canceled
  '57P01': 'lost', // admin_shutdown
  '57P02': 'lost', // crash_shutdown
  '57P03': 'lost', // cannot_connect_now
  ENOENT: 'lost', // no socket to connect to
};
/** Connection exceptions, by class. */
const POSTGRES_LOST = /^08/;
/** PostgreSQL asks for the transaction to be run again. */
const AGAIN = ['40001', '40P01'];

const SYSTEM: Readonly<Record<string, StorageTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'broken',
  EROFS: 'broken',
  EACCES: 'broken',
  EPERM: 'broken',
  EMFILE: 'broken',
  ENOENT: 'broken',
  ENFILE: 'broken',
  ECONNREFUSED: 'lost',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  ETIMEDOUT: 'lost',
  EHOSTUNREACH: 'lost',
  ENETUNREACH: 'lost',
  ENOTFOUND: 'lost',
  EAI_AGAIN: 'lost',
};

/** The error to throw in place of what `node:sqlite` threw. */
export function sqliteError(error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  if (typeof code !== 'number') return systemError(error);
  if (SQLITE_UNIQUE.includes(code)) return new UniqueViolation(error);
  if (code === SQLITE_FOREIGN) return orphan(error);
  const trouble = SQLITE[code & 0xff];
  return trouble === undefined ? error : new StorageError(trouble, error);
}

/** The error to throw in place of what `pg` threw. A connection that is gone has no code of its own. */
export function postgresError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === '23505') return new UniqueViolation(error);
  if (code === POSTGRES_FOREIGN) return orphan(error);
  const trouble = POSTGRES[code] ?? (POSTGRES_LOST.test(code) ? 'lost' : undefined);
  if (trouble !== undefined) return new StorageError(trouble, error);
  return code === '' && isLostConnection(error) ? new StorageError('lost', error) : systemError(error);
}

/** Does PostgreSQL want the transaction run again? */
export const isAgain = (error: unknown): boolean => AGAIN.includes(codeOf(error));

/** The error to throw in place of what the file system threw. */
export function systemError(error: unknown): unknown {
  const trouble = SYSTEM[codeOf(error)];
  return trouble === undefined ? error : new StorageError(trouble, error);
}

const orphan = (cause: unknown): RangeError =>
  Object.assign(new RangeError('a row that belongs to nothing'), { cause });

/** Is this an error of one script, which leaves the rest of a shared transaction standing? */
export const isOwn = (error: unknown): boolean =>
  error instanceof Undone || error instanceof UniqueViolation || !(error instanceof StorageError);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `pg` says these in words only. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:Connection terminated|timeout |Client has encountered|Client was closed)/.test(error.message);
