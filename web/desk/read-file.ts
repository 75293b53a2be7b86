/** A dropped or chosen file as text, or the reason there is none. Bytes that are not UTF-8 are refused, never guessed. */
import { err, type Result } from '../../src/base/result.ts';
import type { FileFault } from '../../src/table/fault.ts';
import { decodeFile, FILE_LIMIT } from '../../src/table/file-text.ts';

/** The whole text without its byte order mark; read by the same code as the command line's files. */
export async function readFile(file: File): Promise<Result<string, FileFault>> {
  const path = file.name;
  if (file.size > FILE_LIMIT) return err({ code: 'file-too-large', path, bytes: file.size, limit: FILE_LIMIT });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err({ code: 'file-not-readable', path }); // a folder, or a file that has gone
  }
  return decodeFile(bytes, path, (utf8) => new TextDecoder().decode(utf8));
}
