/** Where does chance come from? From the operating system's generator, the only one fit for secrets. Refuses nothing. */
import { randomBytes } from 'node:crypto';
import type { Entropy } from '../records/ports.ts';

/** Bytes nobody can foresee. */
export const systemEntropy: Entropy = { bytes: (count) => new Uint8Array(randomBytes(count)) };
