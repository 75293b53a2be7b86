/**
 * How does a browser show who is signed in, and how is it known that the page that asks is ours? A cookie no script can
 * read and no other site's request carries; what changes something must also come from our own origin (H16).
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from './app-env.ts';

export type SessionCookie = {
  readonly name: string;
  readonly read: (c: Context<AppEnv>) => string | undefined;
  /** `lasting`: the browser keeps it when it is closed; otherwise it goes with the browser. */
  readonly start: (c: Context<AppEnv>, token: string, lasting: boolean) => void;
  readonly end: (c: Context<AppEnv>) => void;
};

/** Seconds a browser keeps a lasting cookie at most; the session behind it may end sooner, and then it opens nothing. */
const LONGEST = 90 * 86_400;

/**
 * "__Host-titrial" on https, which a browser ties to this host and to https; "titrial" on a loopback http origin. A
 * demonstration has a cookie of its own that is sent to nothing but the demonstration.
 */
export function sessionCookie(origin: string, demonstration = false): SessionCookie {
  const secure = new URL(origin).protocol === 'https:';
  const path = demonstration ? '/demo' : '/';
  const name = demonstration ? 'titrial-demo' : secure ? '__Host-titrial' : 'titrial';
  const options = { path, httpOnly: true, sameSite: 'Strict', secure } as const;
  return {
    name,
    read: (c) => getCookie(c, name),
    start: (c, token, lasting) => setCookie(c, name, token, { ...options, ...(lasting ? { maxAge: LONGEST } : {}) }),
    end: (c) => void deleteCookie(c, name, { path, secure }),
  };
}

/**
 * May this request change something? A request with a session must say that it comes from our page; without one, it
 * must at least not say that it comes from another.
 */
export function isFromOurPage(headers: Headers, origin: string, hasSession: boolean): boolean {
  const from = headers.get('origin');
  if (from !== null) return from === origin;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return !hasSession;
}
