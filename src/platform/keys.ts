/**
 * Which keys does this installation hold? One file, made once: the key that wraps every case's key, and the keys the
 * server signs its record with. Whoever loses the file has lost every case. Refuses a file that others of the machine
 * can read, and never overwrites one (H17).
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';

export type SigningKey = {
  /** First 16 hexadecimal digits of the SHA-256 of `public`. */
  readonly id: string;
  /** Ed25519, PKCS #8 DER. */
  readonly private: Uint8Array;
  /** Ed25519, SPKI DER. */
  readonly public: Uint8Array;
  /** In use from, milliseconds since 1970-01-01 UTC. */
  readonly from: number;
};

export type Keys = {
  /** 32 bytes for AES-256-GCM. */
  readonly wrapping: Uint8Array;
  /** Oldest first; the last one signs, all of them verify. Never empty. */
  readonly signing: readonly SigningKey[];
};

/** 'keys-exposed': other accounts of the machine may read it. 'keys-out-of-reach': the file system said `trouble`. */
export type KeysFault =
  | { readonly code: 'keys-missing'; readonly file: string }
  | { readonly code: 'keys-present'; readonly file: string }
  | { readonly code: 'keys-exposed'; readonly file: string; readonly mode: string }
  | { readonly code: 'keys-unreadable'; readonly file: string }
  | { readonly code: 'keys-out-of-reach'; readonly file: string; readonly trouble: string };

const FORMAT = 'titrial-keys';
const VERSION = 1;

/** Keys nobody has yet; lost with the process unless they are written. */
export const newKeys = (at: number): Keys => ({
  wrapping: new Uint8Array(randomBytes(32)),
  signing: [newSigningKey(at)],
});

/**
 * Makes the key file of a new installation, for its owner's eyes only; the folder too, where it is missing.
 * Refuses when there is one: a second set of keys would make what the first sealed unreadable.
 */
export function createKeys(file: string, at: number): Result<Keys, KeysFault> {
  const keys = newKeys(at);
  return onFile(file, () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeNew(file, textOf(keys));
    return ok(keys);
  });
}

/** Reads the key file. Windows has no such modes; there the folder's own rights are all there is. */
export function readKeys(file: string): Result<Keys, KeysFault> {
  return onFile(file, () => {
    const mode = statSync(file).mode & 0o777;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      return err({ code: 'keys-exposed', file, mode: mode.toString(8).padStart(3, '0') });
    const keys = keysFrom(readFileSync(file, 'utf8'));
    return keys === undefined ? err({ code: 'keys-unreadable', file }) : ok(keys);
  });
}

/** Adds a signing key, which signs from now on; the older ones stay, to verify what they signed. */
export function addSigningKey(file: string, at: number): Result<Keys, KeysFault> {
  const read = readKeys(file);
  if (!read.ok) return read;
  const keys: Keys = { ...read.value, signing: [...read.value.signing, newSigningKey(at)] };
  return onFile(file, () => {
    const fresh = `${file}.new`;
    rmSync(fresh, { force: true });
    writeNew(fresh, textOf(keys));
    renameSync(fresh, file);
    return ok(keys);
  });
}

function newSigningKey(at: number): SigningKey {
  const pair = generateKeyPairSync('ed25519');
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' });
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
  return { id: keyId(spki), private: new Uint8Array(pkcs8), public: new Uint8Array(spki), from: at };
}

const keyId = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex').slice(0, 16);

/** On the disk before it is called written: a key that is lost with the power takes every case with it. */
function writeNew(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } catch (cause) {
    rmSync(file, { force: true });
    throw cause;
  } finally {
    closeSync(handle);
  }
}

function onFile(file: string, act: () => Result<Keys, KeysFault>): Result<Keys, KeysFault> {
  try {
    return act();
  } catch (cause) {
    const trouble = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    if (trouble === undefined) throw cause;
    if (trouble === 'ENOENT') return err({ code: 'keys-missing', file });
    if (trouble === 'EEXIST') return err({ code: 'keys-present', file });
    return err({ code: 'keys-out-of-reach', file, trouble });
  }
}

const text64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function textOf({ wrapping, signing }: Keys): string {
  const listed = signing.map((key) => ({
    id: key.id,
    private: text64(key.private),
    public: text64(key.public),
    from: key.from,
  }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, wrapping: text64(wrapping), signing: listed }, null, 2)}\n`;
}

/** undefined for anything that is not a whole, coherent key file. */
function keysFrom(text: string): Keys | undefined {
  const value = jsonObject(text);
  if (value?.format !== FORMAT || value.version !== VERSION) return undefined;
  const wrapping = bytesFrom(value.wrapping);
  const listed = Array.isArray(value.signing) ? value.signing.map(signingFrom) : [];
  const signing = listed.filter((key) => key !== undefined);
  if (wrapping?.length !== 32 || signing.length === 0 || signing.length !== listed.length) return undefined;
  return { wrapping, signing };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectFrom(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function objectFrom(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function bytesFrom(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) return undefined;
  return new Uint8Array(Buffer.from(value, 'base64url'));
}

/** The public half must belong to the private one, or what is signed could never be verified. */
function signingFrom(value: unknown): SigningKey | undefined {
  const entry = objectFrom(value);
  const [own, open, from] = [bytesFrom(entry?.private), bytesFrom(entry?.public), entry?.from];
  if (own === undefined || open === undefined || typeof from !== 'number') return undefined;
  try {
    const key = createPrivateKey({ key: Buffer.from(own), type: 'pkcs8', format: 'der' });
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const fits = key.asymmetricKeyType === 'ed25519' && spki.equals(open) && keyId(spki) === entry?.id;
    return fits ? { id: keyId(spki), private: own, public: open, from } : undefined;
  } catch {
    return undefined;
  }
}
