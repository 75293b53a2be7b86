/** Opens and closes the port. A port that is taken or not ours to open is a fault with its number, never a stack trace. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { err, ok, type Result } from '../base/result.ts';

export type ServerFault =
  | { readonly code: 'port-busy'; readonly port: number }
  | { readonly code: 'port-not-permitted'; readonly port: number }
  | { readonly code: 'host-unknown'; readonly host: string };

export type RunningServer = {
  readonly url: string;
  /** Takes no more connections, lets open requests end, cuts them off after a while; resolves when the port is free. */
  readonly close: (graceMilliseconds?: number) => Promise<void>;
};

type App = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

/** Longest time an open request is given to end, milliseconds: a batch of a month takes well under a second. */
const GRACE = 10_000;
/** A request must be whole within this, so that nobody can hold a connection by sending slowly. */
const REQUEST_TIMEOUT = 60_000;

/** Listens on a port 0-65535 (0 = any free one) of one address of this machine. */
export function startServer(app: App, port: number, host: string): Promise<Result<RunningServer, ServerFault>> {
  const serverOptions = { requestTimeout: REQUEST_TIMEOUT, headersTimeout: 20_000 };
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env), serverOptions });
  return new Promise((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = faultOf(error.code, port, host);
      if (fault) settle(err(fault));
      else fail(error);
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      settle(ok({ url: `http://${name}:${taken}`, close: closerOf(server) }));
    });
  });
}

/** A keep-alive connection without a request ends at once; one with a request ends after its answer. */
function closerOf(server: ServerType): RunningServer['close'] {
  return (grace = GRACE) =>
    new Promise((done) => {
      const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), grace);
      server.close(() => {
        clearTimeout(cut);
        done();
      });
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
}

function faultOf(code: string | undefined, port: number, host: string): ServerFault | undefined {
  if (code === 'EADDRINUSE') return { code: 'port-busy', port };
  if (code === 'EACCES') return { code: 'port-not-permitted', port };
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') return { code: 'host-unknown', host };
  return undefined;
}
