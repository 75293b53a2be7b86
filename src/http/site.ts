/** Which application answers an address? The clinic's interface its own, the page all the rest; one port for both. */

type App = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

const CLINIC = /^\/(?:api(?:\/|$)|openapi\.json$|docs$|health$|ready$|metrics$)/;

/** One application out of two. */
export function siteApp(desk: App, clinic: App): App {
  return {
    fetch: (request, env) => {
      const app = CLINIC.test(new URL(request.url).pathname) ? clinic : desk;
      return app.fetch(request, env);
    },
  };
}
