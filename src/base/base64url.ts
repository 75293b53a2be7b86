/**
 * Bytes as text that fits a link, a cookie and WebAuthn's JSON: base64url without padding (RFC 4648 section 5). Refuses
 * what has a second spelling, so that one value has one text.
 */
import { err, ok, type Result } from './result.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Four letters for three bytes, no padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const group = a * 65_536 + b * 256 + c;
    const letters = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63];
    text += letters
      .slice(0, Math.min(4, bytes.length - i + 1))
      .map((n) => ALPHABET[n])
      .join('');
  }
  return text;
}

/** Reads what `toBase64url` writes and nothing else: no padding, no white space, no loose last bits. */
export function fromBase64url(text: string): Result<Uint8Array, { readonly code: 'base64url-unreadable' }> {
  const values = Array.from(text, (letter) => ALPHABET.indexOf(letter));
  if (values.includes(-1)) return err({ code: 'base64url-unreadable' });
  const bytes = new Uint8Array(Math.floor((values.length * 3) / 4));
  for (let i = 0; i < bytes.length; i++) {
    const at = Math.floor((i * 4) / 3);
    const pair = (values[at] ?? 0) * 64 + (values[at + 1] ?? 0);
    bytes[i] = (pair >> (4 - (i % 3) * 2)) & 255;
  }
  return toBase64url(bytes) === text ? ok(bytes) : err({ code: 'base64url-unreadable' });
}

/** The bytes of lower-case hexadecimal digits. @throws RangeError on anything else */
export function bytesFromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) throw new RangeError('not hexadecimal digits');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
