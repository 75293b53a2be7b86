/**
 * What stands below /demo/? The same pages as outside it, against an interface of their own. Nothing here reaches the record
 * of the installation: the interface is another application over another store (H16, H35).
 */
import type { App } from './site.ts';

export type DemonstrationSite = {
  /** Serves /demo/app/… */
  readonly patient: App;
  /** Serves /demo/clinic/… */
  readonly clinic: App;
  /** The interface, which knows nothing of the prefix. `fresh`: somebody comes in, so that a new one may be begun. */
  readonly api: (fresh: boolean) => App;
  /** Says that nothing is there. */
  readonly otherwise: App;
};

const BASE = '/demo';

export function demonstrationApp({ patient, clinic, api, otherwise }: DemonstrationSite): App {
  return {
    fetch: (request, env) => {
      const url = new URL(request.url);
      const { pathname } = url;
      if (pathname === `${BASE}/`) return new Response(null, { status: 303, headers: { location: '/' } });
      if (pathname.startsWith(`${BASE}/app/`)) return patient.fetch(request, env);
      if (pathname.startsWith(`${BASE}/clinic/`)) return clinic.fetch(request, env);
      if (!pathname.startsWith(`${BASE}/api/`)) return otherwise.fetch(request, env);
      url.pathname = pathname.slice(BASE.length);
      const enters = url.pathname.endsWith('/demo/enter');
      return api(enters).fetch(new Request(url, request), env);
    },
  };
}
