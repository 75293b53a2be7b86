/**
 * The built page as bytes in memory, read once. What is served is exactly what stood in the folder then: a request's
 * path is looked up, never opened, so no path can lead out of the folder. Refuses a folder without a built page.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { err, ok, type Result } from '../base/result.ts';

export type PageFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Quoted, as the ETag header has it. */
  readonly tag: string;
  /** The same bytes gzipped, where that is worth it. */
  readonly packed?: Uint8Array<ArrayBuffer>;
  /** Its name carries a hash of its content, so it may be kept for ever. */
  readonly lasting: boolean;
};

/** By path from the root, "/assets/desk-1a2b3c4d.js"; the page itself also as "/". */
export type PageFiles = ReadonlyMap<string, PageFile>;

export type PageFault =
  | { readonly code: 'page-not-built'; readonly folder: string }
  | { readonly code: 'page-file-of-unknown-type'; readonly path: string };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** Text; pictures and typefaces are packed as they are. */
const PACKED = /^text\/|json|svg/;

/** Every file below the folder; names that begin with a dot are left out. */
export function readPageFiles(folder: string): Result<PageFiles, PageFault> {
  const files = new Map<string, PageFile>();
  for (const path of listFiles(folder)) {
    const type = TYPES[extname(path)];
    if (type === undefined) return err({ code: 'page-file-of-unknown-type', path });
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}"`;
    const packed = PACKED.test(type) ? { packed: new Uint8Array(gzipSync(bytes, { level: 9 })) } : {};
    files.set(`/${path}`, { bytes, type, tag, ...packed, lasting: path.startsWith('assets/') });
  }
  const page = files.get('/index.html');
  if (!page) return err({ code: 'page-not-built', folder });
  return ok(files.set('/', page));
}

function listFiles(folder: string, below = ''): string[] {
  const here = join(folder, below);
  try {
    return readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? listFiles(folder, path) : [path];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
