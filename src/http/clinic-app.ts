/**
 * The clinic over HTTP: one frame around every route, so that none can forget a check. In order: request id, write gate,
 * origin, session, reading, the one call, the strict answer; and for all of them headers, log line and count (H10, H16).
 */
import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { StorageError } from '../records/ports.ts';
import type { Ports } from '../service/ports.ts';
import { actorOf, type Visit } from '../service/sessions.ts';
import type { AppEnv } from './app-env.ts';
import { addDocsPage } from './docs-page.ts';
import { saidIn, setHeaders } from './headers.ts';
import { addHealth } from './health.ts';
import { languageOf } from './language.ts';
import { type Log, type LogLine, placesOf } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { addDocument } from './openapi.ts';
import { PROBLEM_TYPE, problemOf, retryAfter } from './problem.ts';
import { readingOn } from './reading-on.ts';
import type { Refused } from './refused.ts';
import { STATUS } from './refused-status.ts';
import { type FileAnswer, METHODS, type Route } from './route.ts';
import { ROUTES } from './routes/all.ts';
import { isFromOurPage, type SessionCookie, sessionCookie } from './session-cookie.ts';
import { type WriteGate, writeGate } from './write-gate.ts';

export const BASE = '/api/v1';

export type ClinicOptions = {
  readonly log: Log;
  /** True once the server is about to stop: it is no longer ready, and takes no more work. */
  readonly isStopping?: () => boolean;
  /** Findings waiting to be computed. */
  readonly queueLength?: () => number;
  /** Who brings it may read the metrics from anywhere. */
  readonly metricsToken?: string;
  /** Serves the demonstration: its sessions open nothing else, and no other session opens it. */
  readonly demonstration?: boolean;
  /** A proxy stands before this server: the address it names is believed, and every socket looks near. */
  readonly trustProxy?: boolean;
};

export type Frame = {
  readonly ports: Ports;
  readonly options: ClinicOptions;
  readonly cookie: SessionCookie;
  readonly gate: WriteGate;
  readonly metrics: Metrics;
};

/** The whole interface as one application; `routes` are all of them unless a test brings its own. */
export function clinicApp(given: Ports, options: ClinicOptions, routes: readonly Route[] = ROUTES) {
  const gate = writeGate(given.storage, given.clock.now);
  const ports: Ports = { ...given, storage: readingOn(given.storage, gate) };
  const frame: Frame = {
    ports,
    options,
    cookie: sessionCookie(ports.settings.origin, options.demonstration),
    gate,
    metrics: createMetrics(options.queueLength ?? (() => 0)),
  };
  const app = new OpenAPIHono<AppEnv>();
  // What is read may be long: a year of a diary is a tenth on the way to a phone. What is written is answered in short.
  const packed = compress({ encoding: 'gzip' });
  app.use((c, next) => (c.req.method === 'GET' ? packed(c, next) : next()));
  app.use(async (c, next) => {
    const started = performance.now();
    c.set('id', randomUUID());
    c.set('language', languageOf(c.req.header('accept-language')));
    await next();
    close(c, frame, performance.now() - started);
  });
  for (const route of routes) mount(app, route, frame);
  addDocument(app, routes, BASE);
  addDocsPage(app);
  addHealth(app, frame);
  addMethodRefusals(app, routes);
  app.notFound((c) => refuse(c, { code: 'path-unknown' }));
  app.onError((error, c) => refuse(c, refusalOf(c, error, frame)));
  return app;
}

/** Answers with a problem document. */
export function refuse(c: Context<AppEnv>, refusal: Refused): Response {
  const problem = problemOf(refusal, c.get('id'), c.get('language'));
  const again = retryAfter(refusal);
  const headers = {
    ...saidIn(c.get('language')),
    'content-type': PROBLEM_TYPE,
    ...(again === undefined ? {} : { 'retry-after': String(again) }),
  };
  return c.body(JSON.stringify(problem), STATUS[refusal.code], headers);
}

function mount(app: OpenAPIHono<AppEnv>, route: Route, frame: Frame): void {
  const path = `${BASE}${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  app.on(route.method.toUpperCase(), path, async (c) => {
    c.set('route', `${BASE}${route.path}`);
    return answer(c, route, frame);
  });
}

async function answer(c: Context<AppEnv>, route: Route, frame: Frame): Promise<Response> {
  const { ports, options, cookie, gate } = frame;
  const changes = route.method !== 'get';
  if (changes && options.isStopping?.()) return refuse(c, { code: 'stopping' });
  const token = cookie.read(c);
  if (changes && !isFromOurPage(c.req.raw.headers, ports.settings.origin, token !== undefined))
    return refuse(c, { code: 'wrong-origin' });
  if (changes && route.writes !== false && !(await gate.isOpen())) return refuse(c, { code: 'not-taking-writes' });
  const asker = route.who === 'signed-in' ? await actorOf(ports, token ?? '') : undefined;
  if (asker && !asker.ok) return refuse(c, asker.error);
  const session = {
    start: (made: string, lasting: boolean) => cookie.start(c, made, lasting),
    end: () => cookie.end(c),
  };
  const visit = visitOf(c, options, token);
  const done = await route.run(c, ports, { actor: asker?.value, visit, session, count: frame.metrics });
  if (!done.ok) return refuse(c, done.error);
  if (route.file) return sendFile(c, route.file, done.value as FileAnswer);
  return route.answer
    ? c.json(done.value as object, route.status ?? 200, saidIn(c.get('language')))
    : c.body(null, 204);
}

function sendFile(c: Context<AppEnv>, type: string, { name, bytes }: FileAnswer): Response {
  const disposition = `attachment; filename="${name}"`;
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': disposition });
}

/** Where somebody asks from: what the browser calls itself, and the nearest address that can be believed. */
function visitOf(c: Context<AppEnv>, { trustProxy }: ClinicOptions, token: string | undefined): Visit {
  const device = (c.req.header('user-agent') ?? '').replaceAll(/[^\x20-\x7e]/g, '').trim();
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const from = forwarded ?? c.env?.incoming?.socket.remoteAddress ?? '';
  return { device, from, ...(token === undefined ? {} : { replaces: token }) };
}

/** What the world or a fault of ours did to a request. Nothing of the error's text leaves the process. */
function refusalOf(c: Context<AppEnv>, error: Error, { gate, metrics }: Frame): Refused {
  if (error instanceof StorageError) {
    gate.report(error);
    metrics.storageTrouble(error.trouble);
    c.set('fault', `StorageError ${error.trouble}`);
    if (error.trouble !== 'corrupt') return { code: 'not-written', trouble: error.trouble };
  } else c.set('fault', placesOf(error));
  return { code: 'fault' };
}

/** Every known address refuses the methods it does not take with the list of those it does. */
function addMethodRefusals(app: OpenAPIHono<AppEnv>, routes: readonly Route[]): void {
  const taken = new Map<string, string[]>();
  for (const { path, method } of routes) taken.set(path, [...(taken.get(path) ?? []), method.toUpperCase()]);
  for (const [path, allowed] of taken)
    app.on(
      [...METHODS.map((method) => method.toUpperCase()), 'OPTIONS', 'HEAD'],
      `${BASE}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      (c) => {
        c.set('route', `${BASE}${path}`);
        c.header('allow', allowed.join(', '));
        return refuse(c, { code: 'method-unknown', allowed });
      },
    );
}

function close(c: Context<AppEnv>, { ports, options, metrics }: Frame, ms: number): void {
  const { status, headers } = c.res;
  const [id, route, fault] = [c.get('id'), c.get('route') ?? '-', c.get('fault')];
  headers.set('x-request-id', id);
  setHeaders(headers, ports.settings.origin.startsWith('https:'));
  metrics.request(c.req.method, route, status, ms / 1000);
  const line: LogLine = {
    time: new Date(ports.clock.now()).toISOString(),
    level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
    id,
    method: c.req.method,
    route,
    status,
    ms: Math.round(ms * 10) / 10,
    bytes: Number(headers.get('content-length') ?? -1),
    ...(fault === undefined ? {} : { fault }),
  };
  options.log(line);
}
