/**
 * Is the server up, can it write, and what has it counted? For those who run it: says nothing about anybody. The figures
 * are for this machine, or for whoever brings the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { StorageError } from '../records/ports.ts';
import type { AppEnv } from './app-env.ts';
import { type Frame, refuse } from './clinic-app.ts';

/** /health: the process answers. /ready: it takes work. /metrics: Prometheus text. */
export function addHealth(app: OpenAPIHono<AppEnv>, frame: Frame): void {
  app.get('/health', (c) => {
    c.set('route', '/health');
    return c.json({ status: 'up' });
  });
  app.get('/ready', async (c) => {
    c.set('route', '/ready');
    const status = await readiness(frame);
    return c.json({ status }, status === 'ready' ? 200 : 503, status === 'ready' ? {} : { 'retry-after': '5' });
  });
  app.get('/metrics', async (c) => {
    c.set('route', '/metrics');
    if (!mayRead(c, frame)) return refuse(c, { code: 'metrics-closed' });
    return c.body(await frame.metrics.text(), 200, { 'content-type': frame.metrics.type });
  });
}

type Readiness = 'ready' | 'stopping' | 'not-taking-writes' | 'store-not-reached';

async function readiness({ ports, options, gate }: Frame): Promise<Readiness> {
  if (options.isStopping?.()) return 'stopping';
  if (!(await gate.isOpen())) return 'not-taking-writes';
  try {
    await ports.storage.check();
    return 'ready';
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    gate.report(error);
    return error.trouble === 'full' || error.trouble === 'broken' ? 'not-taking-writes' : 'store-not-reached';
  }
}

/** By the socket, never by a header anybody can write; behind a proxy every socket is near, so the token is needed. */
function mayRead(c: Context<AppEnv>, { options }: Frame): boolean {
  const { metricsToken, trustProxy } = options;
  const [, given] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  if (metricsToken !== undefined && given !== undefined && isSame(given, metricsToken)) return true;
  const address = c.env?.incoming?.socket.remoteAddress ?? '';
  return !trustProxy && /^(?:::1|(?:::ffff:)?127\.)/.test(address);
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
