/**
 * Where do anchors stand outside the database? One line each in a file that only grows. Copied elsewhere now and then, it
 * shows when the whole database was set back in time (H17). A line that cannot be read is handed on as such.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { canonicalJson } from '../base/canonical.ts';
import { parseId } from '../base/ids.ts';
import type { Anchor } from '../records/ledger.ts';
import { appendLines } from './erased-list.ts';
import { ANCHOR_FILE } from './installation.ts';

export function appendAnchors(folder: string, anchors: readonly Anchor[]): void {
  appendLines(folder, ANCHOR_FILE, anchors.map(canonicalJson));
}

/** Line by line; undefined for one that is no anchor, such as a last line cut short by a crash. */
export async function* readAnchorFile(file: string): AsyncGenerator<Anchor | undefined> {
  if (!existsSync(file)) return;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) if (line !== '') yield anchorFrom(line);
}

function anchorFrom(line: string): Anchor | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isAnchor(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The shape alone; hash and signature are checked by whoever reads on. */
function isAnchor(value: unknown): value is Anchor {
  if (typeof value !== 'object' || value === null) return false;
  const { clinic, seq, at, heads, previous, hash, signature, key } = value as Partial<Record<keyof Anchor, unknown>>;
  const texts = [clinic, previous, hash, signature, key].every((text) => typeof text === 'string');
  const numbers = [seq, at].every(Number.isSafeInteger);
  return texts && numbers && parseId(String(clinic)).ok && isHeads(heads);
}

function isHeads(heads: unknown): boolean {
  if (typeof heads !== 'object' || heads === null) return false;
  return Object.values(heads).every(
    (head) => Array.isArray(head) && head.length === 2 && Number.isSafeInteger(head[0]) && typeof head[1] === 'string',
  );
}
