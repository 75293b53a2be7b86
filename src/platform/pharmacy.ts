/**
 * How is something sealed so that only the pharmacy of a clinic can read it? A fresh X25519 key for every sealing, HKDF and
 * AES-256-GCM, with what it is about bound in. The pharmacy's own key comes from the installation's and the clinic's id, so
 * whoever owns the machine and its key file could open it. Refuses whatever was altered, moved or sealed to another (H13).
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { ClinicId } from '../base/ids.ts';
import type { Pharmacy } from '../records/ports.ts';
import type { Keys } from './keys.ts';

const CIPHER = 'aes-256-gcm';
/** First byte of everything sealed, so that another way of sealing can come beside this one. */
const FORM = 1;
const POINT = 32;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + POINT + NONCE;
/** A raw X25519 private key becomes PKCS #8 by this before it, a public one SPKI by the other (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

/** The pharmacies of an installation with these keys. */
export function openPharmacy({ wrapping }: Pick<Keys, 'wrapping'>): Pharmacy {
  return {
    sealerFor: (clinic) => {
      const { point, key } = ownKey(wrapping, clinic);
      return { key, seal: (text, about) => sealTo(point, text, about) };
    },
    openerFor: (clinic) => {
      const own = ownKey(wrapping, clinic);
      return { open: (sealed, about) => openWith(own, sealed, about) };
    },
  };
}

type OwnKey = { readonly secret: KeyObject; readonly point: Buffer; readonly key: string };

function ownKey(wrapping: Uint8Array, clinic: ClinicId): OwnKey {
  const raw = Buffer.from(hkdfSync('sha256', wrapping, '', `titrial-pharmacy/1/${clinic}`, 32));
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' });
  const point = pointOf(createPublicKey(secret));
  return { secret, point, key: point.toString('base64url') };
}

const pointOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(SPKI.length);
const keyOf = (point: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, point]), format: 'der', type: 'spki' });

/** Both points go into the key, so that a point with another spelling opens nothing. */
function sharedKey(secret: KeyObject, other: Uint8Array, ephemeral: Uint8Array, own: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: secret, publicKey: keyOf(other) });
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, own]), 'titrial-pharmacy-sealed/1', 32));
}

function sealTo(own: Uint8Array, text: string, about: string): string {
  if (!text.isWellFormed()) throw new RangeError('a lone surrogate cannot be sealed');
  const pair = generateKeyPairSync('x25519');
  const ephemeral = pointOf(pair.publicKey);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, sharedKey(pair.privateKey, own, ephemeral, own), nonce);
  const head = Buffer.concat([Buffer.from([FORM]), ephemeral, nonce]);
  cipher.setAAD(aad(head, about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([head, body, cipher.getAuthTag()]).toString('base64url');
}

const aad = (head: Uint8Array, about: string): Buffer => Buffer.concat([head, Buffer.from(about, 'utf8')]);

function openWith({ secret, point }: OwnKey, sealed: string, about: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.toString('base64url') !== sealed || bytes.length < HEADER + TAG || bytes[0] !== FORM) return undefined;
  const head = bytes.subarray(0, HEADER);
  const ephemeral = bytes.subarray(1, 1 + POINT);
  try {
    const key = sharedKey(secret, ephemeral, ephemeral, point);
    const opener = createDecipheriv(CIPHER, key, bytes.subarray(1 + POINT, HEADER), { authTagLength: TAG });
    opener.setAAD(aad(head, about));
    opener.setAuthTag(bytes.subarray(bytes.length - TAG));
    const text = Buffer.concat([opener.update(bytes.subarray(HEADER, bytes.length - TAG)), opener.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}
