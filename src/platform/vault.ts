/**
 * How is a case kept from who holds the disk? Every case has its own key, wrapped by the installation's; what is sealed
 * carries what it is about, so that bytes moved to another case or place do not open (H16, H17). Refuses, with
 * `VaultError`, whatever was altered, moved or sealed by another key.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
  randomBytes,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { type Vault, VaultError } from '../records/ports.ts';
import type { Keys } from './keys.ts';

const CIPHER = 'aes-256-gcm';
/** First byte of everything sealed, so that another way of sealing can come beside this one. */
const FORM = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + NONCE;
const ABOUT_KEY = 'case-key';

/** Unwrapped keys held at once. At 32 bytes and an entry each, about 1 MB; past it the longest unused one goes. */
const KEPT_KEYS = 4096;

/** The vault of an installation with these keys. All of it is synchronous: a sealing takes microseconds. */
export function openVault(keys: Keys): Vault {
  const wrapping = createSecretKey(keys.wrapping);
  const caseKey = keptKeys((wrapped) => createSecretKey(openBytes(wrapping, wrapped, ABOUT_KEY)));
  return {
    newKey: () => sealBytes(wrapping, randomBytes(32), ABOUT_KEY),
    seal: (wrapped, text, about) => {
      if (!text.isWellFormed()) throw new RangeError('a lone surrogate cannot be sealed');
      return sealBytes(caseKey(wrapped), Buffer.from(text, 'utf8'), about);
    },
    open: (wrapped, sealed, about) => openBytes(caseKey(wrapped), sealed, about).toString('utf8'),
    ...signer(keys),
  };
}

/** Nonces are random: of 2^32 sealings under one key, two share one with a chance of about 2^-33 (SP 800-38D 8.3). */
function sealBytes(key: KeyObject, bytes: Uint8Array, about: string): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const sealed = new Uint8Array(HEADER + bytes.length + TAG);
  sealed[0] = FORM;
  sealed.set(nonce, 1);
  sealed.set(cipher.update(bytes), HEADER);
  cipher.final();
  sealed.set(cipher.getAuthTag(), HEADER + bytes.length);
  return sealed;
}

function openBytes(key: KeyObject, sealed: Uint8Array, about: string): Buffer {
  if (sealed.length < HEADER + TAG || sealed[0] !== FORM) throw new VaultError('not sealed in a form known here');
  try {
    const opener = createDecipheriv(CIPHER, key, sealed.subarray(1, HEADER), { authTagLength: TAG });
    opener.setAAD(Buffer.from(about, 'utf8'));
    opener.setAuthTag(sealed.subarray(sealed.length - TAG));
    const bytes = opener.update(sealed.subarray(HEADER, sealed.length - TAG));
    opener.final();
    return bytes;
  } catch (cause) {
    throw new VaultError(cause);
  }
}

/** Unwrapping once per case and not once per entry; the order of a Map is the order of last use. */
function keptKeys(unwrap: (wrapped: Uint8Array) => KeyObject): (wrapped: Uint8Array) => KeyObject {
  const kept = new Map<string, KeyObject>();
  return (wrapped) => {
    const name = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength).toString('latin1');
    const key = kept.get(name) ?? unwrap(wrapped);
    kept.delete(name);
    kept.set(name, key);
    if (kept.size > KEPT_KEYS) for (const oldest of kept.keys()) return forget(kept, oldest, key);
    return key;
  };
}

function forget(kept: Map<string, KeyObject>, oldest: string, key: KeyObject): KeyObject {
  kept.delete(oldest);
  return key;
}

function signer({ signing }: Keys): Pick<Vault, 'sign' | 'verify'> {
  const newest = signing.at(-1);
  if (newest === undefined) throw new RangeError('no key to sign with');
  const own = createPrivateKey({ key: Buffer.from(newest.private), type: 'pkcs8', format: 'der' });
  const known = new Map(
    signing.map(({ id, public: spki }) => [
      id,
      createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' }),
    ]),
  );
  return {
    sign: (text) => ({
      signature: signBytes(null, Buffer.from(text, 'utf8'), own).toString('base64url'),
      key: newest.id,
    }),
    verify: (text, signature, key) => {
      const open = known.get(key);
      if (open === undefined || !/^[\w-]{86}$/.test(signature)) return false;
      return verifyBytes(null, Buffer.from(text, 'utf8'), open, Buffer.from(signature, 'base64url'));
    },
  };
}
