/**
 * What the server answers: the built page and nothing else. It has no route that takes a diary, and the headers forbid
 * the page to send anything anywhere, so "your diary stays on this machine" is held by the browser too.
 */
import { Hono } from 'hono';
import type { PageFiles } from './page-files.ts';

/** No inline script or style, no other origin, no connection once loaded, no frame, no form target. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** `notFound` is the sentence for a path that is not there. */
export function deskApp(files: PageFiles, notFound: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
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
