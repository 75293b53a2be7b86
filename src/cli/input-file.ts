/**
 * A file's text, or the reason there is none: missing, a directory, too large, not UTF-8. Never a stack trace.
 * The file is only read.
 */
import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../base/result.ts';
import type { FileFault } from '../table/fault.ts';
import { decodeFile, FILE_LIMIT } from '../table/file-text.ts';

/** The whole text without its byte order mark. An empty file is empty text: the reader of the text says so. */
export function readTextFile(path: string): Result<string, FileFault> {
  const bytes = readBytes(path);
  return bytes.ok ? decodeFile(bytes.value, path, (utf8) => new TextDecoder().decode(utf8)) : bytes;
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
