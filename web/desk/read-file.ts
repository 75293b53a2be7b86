/** A dropped or chosen file as text, or the reason there is none. Bytes that are not UTF-8 are refused, never guessed. */
import { err, ok, type Result } from '../../src/base/result.ts';
import type { FileFault } from '../../src/table/fault.ts';

/** As the command line: ten years of diary are under one megabyte. */
const FILE_LIMIT = 50_000_000;

/** The whole text without its byte order mark. */
export async function readFile(file: File): Promise<Result<string, FileFault>> {
  const path = file.name;
  if (file.size > FILE_LIMIT) return err({ code: 'file-too-large', path, bytes: file.size, limit: FILE_LIMIT });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err({ code: 'file-not-readable', path }); // a folder, or a file that has gone
  }
  const [b0, b1] = bytes;
  if ((b0 === 0xff && b1 === 0xfe) || (b0 === 0xfe && b1 === 0xff)) return err({ code: 'file-is-utf16', path });
  const nul = bytes.indexOf(0);
  if (nul >= 0) return err({ code: 'file-has-nul', path, row: lineAt(bytes, nul) });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err({ code: 'file-not-utf8', path, row: lineAt(bytes, firstBad(bytes)) });
  }
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line += 1;
  return line;
}

/** First byte where the text read leniently and written again differs. */
function firstBad(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let i = 0;
  while (i < bytes.length && bytes[i] === again[i]) i += 1;
  return i;
}
