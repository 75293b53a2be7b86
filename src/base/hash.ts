/** SHA-256 as text, the same synchronously on phone, server and test. The algorithm is the library's, not ours. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';

/** 64 lower-case hexadecimal digits of the SHA-256 of the value's canonical JSON. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** 64 lower-case hexadecimal digits of the SHA-256 of the bytes as they are. */
export function hashOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
