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
    const headers = { etag: file.tag, 'cache-control': cache };
    if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers);
    return c.body(file.bytes, 200, { ...headers, 'content-type': file.type });
  });
  app.all('*', (c) => c.text(notFound, 405, { allow: 'GET, HEAD' }));
  return app;
}
