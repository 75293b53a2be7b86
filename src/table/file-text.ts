/**
 * Bytes of a file as text, or why they are none: one reading for the command line and the page. UTF-8 or refused, because
 * a wrong guess changes letters in silence. Pure: where the bytes come from, and the decoder, are arguments (H34).
 */
import { err, ok, type Result } from '../base/result.ts';
import type { FileFault } from './fault.ts';

/** Largest file read, bytes. A diary of ten years is under one megabyte. */
export const FILE_LIMIT = 50_000_000;

/**
 * The whole text. An empty file is empty text: the reader of the text says so.
 * @param path how a fault names the file
 * @param decode UTF-8 to text without its byte order mark; it is given nothing but well-formed UTF-8
 */
export function decodeFile(
  bytes: Uint8Array,
  path: string,
  decode: (bytes: Uint8Array) => string,
): Result<string, FileFault> {
  if (bytes.length > FILE_LIMIT) return err({ code: 'file-too-large', path, bytes: bytes.length, limit: FILE_LIMIT });
  const [b0, b1] = bytes;
  if ((b0 === 0xff && b1 === 0xfe) || (b0 === 0xfe && b1 === 0xff)) return err({ code: 'file-is-utf16', path });
  const nul = bytes.indexOf(0);
  if (nul >= 0) return err({ code: 'file-has-nul', path, row: lineAt(bytes, nul) });
  const bad = firstNotUtf8(bytes);
  return bad < 0 ? ok(decode(bytes)) : err({ code: 'file-not-utf8', path, row: lineAt(bytes, bad) });
}

/** Line of a byte as an editor numbers it, 1 = first. */
function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line += 1;
  return line;
}

/** Where the first ill-formed sequence starts, -1 when there is none. Source: Unicode 16.0, table 3-7. */
export function firstNotUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return -1;
}

/** Bytes of the well-formed sequence that starts at `i`, 0 when none does. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  const second = bytes[i + 1] ?? 0;
  // No overlong forms, no surrogates, nothing past U+10FFFF.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
