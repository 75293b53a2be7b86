/** Opens and closes the port. A port that is taken or not ours to open is a fault with its number, never a stack trace. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { err, ok, type Result } from '../base/result.ts';

export type ServerFault =
  | { readonly code: 'port-busy'; readonly port: number }
  | { readonly code: 'port-not-permitted'; readonly port: number }
  | { readonly code: 'host-unknown'; readonly host: string };

export type RunningServer = {
  readonly url: string;
  /** Stops taking requests and ends open ones; resolves when the port is free. */
  readonly close: () => Promise<void>;
};

type App = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** Listens on a port 0-65535 (0 = any free one) of one address of this machine. */
export function startServer(app: App, port: number, host: string): Promise<Result<RunningServer, ServerFault>> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = faultOf(error.code, port, host);
      if (fault) settle(err(fault));
      else fail(error);
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      const name = host.includes(':') ? `[${host}]` : host;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      settle(ok({ url: `http://${name}:${taken}`, close }));
    });
  });
}

function faultOf(code: string | undefined, port: number, host: string): ServerFault | undefined {
  if (code === 'EADDRINUSE') return { code: 'port-busy', port };
  if (code === 'EACCES') return { code: 'port-not-permitted', port };
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') return { code: 'host-unknown', host };
  return undefined;
}
