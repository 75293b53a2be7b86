/**
 * What a built page is served with. The desk may send nothing anywhere, so "your diary stays on this machine" is held by
 * the browser too; the door and the pages of daily work may ask this server and no other (H16).
 */
import { Hono } from 'hono';
import type { PageFile, PageFiles } from './page-files.ts';

/** No inline script or style, no other origin, no frame, no form target; `connect` is where the page may send to. */
const policy = (connect: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src ${connect}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** Where the door stands. It is one page: what it shows depends on the address and on who is signed in. */
export const DOOR_PATHS: readonly string[] = ['/', '/set-up', '/join', '/sign-in'];

/** The analysis desk, below /desk/. `notFound` is the sentence for a path that is not there. */
export function deskApp(files: PageFiles, notFound: string): Hono {
  return pageApp(below(files, '/desk/'), notFound, policy("'none'"));
}

/** A page of daily work, below `at`, such as "/app/"; it may ask this server and no other. */
export function workApp(files: PageFiles, at: `/${string}/`, notFound: string): Hono {
  return pageApp(below(files, at), notFound, policy("'self'"));
}

/** The door: first page, set-up, joining, signing in. Its parts lie below /door/. */
export function doorApp(files: PageFiles, notFound: string): Hono {
  const parts = [...files].filter(([path]) => path !== '/' && path !== '/index.html');
  const moved = new Map<string, PageFile>(parts.map(([path, file]) => [`/door${path}`, file]));
  const page = files.get('/index.html');
  if (page) for (const path of DOOR_PATHS) moved.set(path, page);
  return pageApp(moved, notFound, policy("'self'"));
}

function below(files: PageFiles, at: string): PageFiles {
  return new Map([...files].map(([path, file]) => [`${at}${path.slice(1)}`, file]));
}

function pageApp(files: PageFiles, notFound: string, contentPolicy: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', contentPolicy);
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  app.get('*', (c) => {
    const file = files.get(c.req.path);
    if (!file) return c.text(notFound, 404);
    const cache = file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache';
    const packed = takesGzip(c.req.header('accept-encoding')) ? file.packed : undefined;
    // One file in two encodings has two tags.
    const tag = packed ? file.tag.replace(/"$/, '-gz"') : file.tag;
    const headers = { etag: tag, 'cache-control': cache, ...(file.packed ? { vary: 'accept-encoding' } : {}) };
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers);
    const encoding = packed ? { 'content-encoding': 'gzip' } : {};
    return c.body(packed ?? file.bytes, 200, { ...headers, ...encoding, 'content-type': file.type });
  });
  app.all('*', (c) => c.text(notFound, 405, { allow: 'GET, HEAD' }));
  return app;
}

/** By name and not refused with q=0. Source: RFC 9110 section 12.5.3. */
const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((coding) => /^\s*gzip\s*(?:;|$)/i.test(coding) && !/;\s*q=0(?:\.0*)?\s*$/i.test(coding));
