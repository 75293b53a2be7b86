/**
 * Who is at the page? Asked once; when the server says that nobody is any more, the page covers what it shows and keeps
 * what is typed until the same person has signed in again (H16). Somebody else finds a page drawn anew.
 */
import { computed, signal } from '@preact/signals';
import type { Result } from '../../../src/base/result.ts';
import type { MeJson } from '../../../src/http/schema/people-json.ts';
import type { Role } from '../../../src/records/person.ts';
import { ask, askFile, isDemonstration, type Refusal } from '../../kit/ask.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'in'; readonly me: MeJson }
  /** Nobody yet. */
  | { readonly state: 'out' }
  /** They were in, and the session has ended; what they typed is still on the page. */
  | { readonly state: 'ended'; readonly me: MeJson }
  | { readonly state: 'trouble'; readonly refusal: Refusal };

export const session = signal<Session>({ state: 'asking' });

/** How often somebody has come in; whoever shows an answer asks again when it grows. */
export const entries = signal(0);

/** The person signed in, also while they have to sign in again; undefined before that. */
export const me = computed<MeJson | undefined>(() => {
  const now = session.value;
  return now.state === 'in' || now.state === 'ended' ? now.me : undefined;
});

/** Has the person signed in one of these roles? */
export const hasRole = (...roles: readonly Role[]): boolean =>
  me.value?.roles.some((role) => roles.includes(role)) ?? false;

/** Looks who is in; call at the start, and when somebody may have signed in elsewhere. */
export async function lookWhoIsIn(): Promise<void> {
  const before = me.value;
  const read = await ask<MeJson>('GET', '/me');
  if (read.ok) {
    if (before && before.person !== read.value.person) return location.reload();
    session.value = { state: 'in', me: read.value };
    entries.value += 1;
  } else if (isSignedOut(read.error)) end();
  else if (!before) session.value = { state: 'trouble', refusal: read.error };
}

const isSignedOut = ({ code }: Refusal): boolean => code === 'not-signed-in';

function end(): void {
  const before = me.value;
  session.value = before ? { state: 'ended', me: before } : { state: 'out' };
}

/** Asks for the person signed in. */
export async function askSignedIn<T = undefined>(...asked: Parameters<typeof ask>): Promise<Result<T, Refusal>> {
  const answer = await ask<T>(...asked);
  if (!answer.ok && isSignedOut(answer.error)) end();
  return answer;
}

/** The same for a document that is no JSON. */
export async function askFileSignedIn(...asked: Parameters<typeof askFile>): Promise<Result<Blob, Refusal>> {
  const answer = await askFile(...asked);
  if (!answer.ok && isSignedOut(answer.error)) end();
  return answer;
}

/** Ends the session here and leads to the door. */
export async function signOut(): Promise<Refusal | undefined> {
  const done = await ask('POST', '/sign-out');
  if (!done.ok && !isSignedOut(done.error)) return done.error;
  location.assign(signInAddress());
  return undefined;
}

/** Where somebody signs in; the demonstration is entered from the first page. */
export const signInAddress = (): string => (isDemonstration() ? '/' : '/sign-in');
