/**
 * Is this the password? argon2id, which makes each guess cost memory; the text kept names its own cost, so that the cost
 * can rise later. Refuses, as a password that does not fit, any kept text that is not such a hash.
 */
import { argon2, timingSafeEqual } from 'node:crypto';
import type { Entropy, Passwords } from '../records/ports.ts';
import { systemEntropy } from './entropy.ts';

export type ArgonCost = {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
};

/** Source: OWASP Password Storage Cheat Sheet, argon2id with m=19456 (19 MiB), t=2, p=1. */
export const ARGON_COST: ArgonCost = { memory: 19_456, passes: 2, lanes: 1 };

/** A kept text may ask for no more than this, or whoever writes to the store could stall the server. 256 MiB, 16 passes. */
const DEAREST: ArgonCost = { memory: 262_144, passes: 16, lanes: 16 };

const SALT = 16;
const TAG = 32;

type Parts = { readonly cost: ArgonCost; readonly salt: Buffer; readonly tag: Buffer };

/** Hashing off the main thread. `cost` is for tests, which need many passwords and no protection. */
export function argonPasswords(options: { readonly cost?: ArgonCost; readonly entropy?: Entropy } = {}): Passwords {
  const { cost = ARGON_COST, entropy = systemEntropy } = options;
  return {
    hash: async (password) => {
      const salt = Buffer.from(entropy.bytes(SALT));
      return phcText({ cost, salt, tag: await derive(password, salt, cost, TAG) });
    },
    verify: async (phc, password) => {
      const parts = phcParts(phc);
      if (parts === undefined) return false;
      const tag = await derive(password, parts.salt, parts.cost, parts.tag.length);
      return timingSafeEqual(tag, parts.tag);
    },
    decoy: phcText({ cost, salt: Buffer.from(entropy.bytes(SALT)), tag: Buffer.from(entropy.bytes(TAG)) }),
  };
}

/** The same letters typed on another keyboard may arrive as other code points; NFKC makes them one (SP 800-63B-4 3.1.1.2). */
function derive(password: string, nonce: Buffer, cost: ArgonCost, tagLength: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  const { memory, passes, lanes: parallelism } = cost;
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, memory, passes, parallelism, tagLength }, (fault, tag) =>
      fault ? reject(fault) : resolve(tag),
    );
  });
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** PHC string format: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, base64 without padding. */
function phcText({ cost, salt, tag }: Parts): string {
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.lanes}$${unpadded(salt)}$${unpadded(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

function phcParts(phc: string): Parts | undefined {
  const match = PHC.exec(phc);
  if (match === null) return undefined;
  const cost: ArgonCost = { memory: Number(match[1]), passes: Number(match[2]), lanes: Number(match[3]) };
  const cheapEnough = cost.memory <= DEAREST.memory && cost.passes <= DEAREST.passes && cost.lanes <= DEAREST.lanes;
  const real = cost.lanes >= 1 && cost.passes >= 1 && cost.memory >= 8 * cost.lanes;
  if (!cheapEnough || !real) return undefined;
  return { cost, salt: Buffer.from(match[4] ?? '', 'base64'), tag: Buffer.from(match[5] ?? '', 'base64') };
}
