/** Which application answers an address? The clinic's interface its own, the door its own, the desk all the rest. */
import { DOOR_PATHS } from './app.ts';

type App = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

const CLINIC = /^\/(?:api(?:\/|$)|openapi\.json$|docs$|health$|ready$|metrics$)/;

/** One application out of three, on one port. */
export function siteApp(desk: App, clinic: App, door: App): App {
  return {
    fetch: (request, env) => {
      const { pathname } = new URL(request.url);
      if (CLINIC.test(pathname)) return clinic.fetch(request, env);
      const app = DOOR_PATHS.includes(pathname) || pathname.startsWith('/door/') ? door : desk;
      return app.fetch(request, env);
    },
  };
}
