/** Which application answers an address? The interface its own, each page its own, and the door all the rest. */

export type App = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

export type Site = {
  /** First page, set-up, joining, signing in; also what says that nothing is there. */
  readonly door: App;
  readonly desk: App;
  readonly patient: App;
  readonly clinic: App;
  /** The interface over HTTP. */
  readonly api: App;
  /** Everything below /demo/, where there is a demonstration. */
  readonly demonstration?: App;
};

const API = /^\/(?:api(?:\/|$)|openapi\.json$|docs$|health$|ready$|metrics$)/;
/** Pages that stand below an address of their own; without its last slash a browser is sent there. */
const BELOW = { desk: '/desk', patient: '/app', clinic: '/clinic', demonstration: '/demo' } as const;

/** One application out of several, on one port. */
export function siteApp(site: Site): App {
  return {
    fetch: (request, env) => {
      const { pathname } = new URL(request.url);
      if (API.test(pathname)) return site.api.fetch(request, env);
      for (const [name, at] of Object.entries(BELOW) as [keyof typeof BELOW, string][]) {
        const app = site[name];
        if (app && pathname === at) return new Response(null, { status: 308, headers: { location: `${at}/` } });
        if (app && pathname.startsWith(`${at}/`)) return app.fetch(request, env);
      }
      return site.door.fetch(request, env);
    },
  };
}
