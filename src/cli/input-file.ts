/**
 * A file's text, or the reason there is none: missing, a directory, too large, not UTF-8. Never a stack trace.
 * The file is only read; its bytes are taken as UTF-8 or refused, because a wrong guess changes letters in silence.
 */
import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../base/result.ts';
import type { FileFault } from '../table/fault.ts';

/** Largest file read, bytes. A diary of ten years is under one megabyte. */
export const FILE_LIMIT = 50_000_000;

/** The whole text without its byte order mark. An empty file is empty text: the reader of the text says so. */
export function readTextFile(path: string): Result<string, FileFault> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  return decodeText(bytes.value, path);
}

function readBytes(path: string): Result<Uint8Array, FileFault> {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return err({ code: 'file-is-a-directory', path });
    if (!stat.isFile()) return err({ code: 'file-not-regular', path });
    if (stat.size > FILE_LIMIT) return err({ code: 'file-too-large', path, bytes: stat.size, limit: FILE_LIMIT });
    return ok(readFileSync(path));
  } catch (error) {
    // ENAMETOOLONG and a NUL in the path (ERR_INVALID_ARG_VALUE) name no file either.
    const code = (error as { readonly code?: string }).code ?? '';
    const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code);
    return err({ code: missing ? 'file-missing' : 'file-not-readable', path });
  }
}

function decodeText(bytes: Uint8Array, path: string): Result<string, FileFault> {
  const [b0, b1] = bytes;
  if ((b0 === 0xff && b1 === 0xfe) || (b0 === 0xfe && b1 === 0xff)) return err({ code: 'file-is-utf16', path });
  const nul = bytes.indexOf(0);
  if (nul >= 0) return err({ code: 'file-has-nul', path, row: lineAt(bytes, nul) });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err({ code: 'file-not-utf8', path, row: firstBadLine(bytes) });
  }
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line += 1;
  return line;
}

/** Line of the first byte that is not UTF-8: where the text decoded leniently and written again first differs. */
function firstBadLine(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let i = 0;
  while (i < bytes.length && bytes[i] === again[i]) i += 1;
  return lineAt(bytes, i);
}
