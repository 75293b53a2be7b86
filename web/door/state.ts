/**
 * Where does the person stand at the door? One place at a time. The secret of a link lives here, in memory, and goes when
 * it has been used; nothing is written to the device (H16).
 */
import { signal } from '@preact/signals';
import { parseId } from '../../src/base/ids.ts';
import type { Result } from '../../src/base/result.ts';
import type { InstallationJson } from '../../src/http/schema/demonstration-json.ts';
import type { InvitationJson, MeJson, SignedInJson } from '../../src/http/schema/people-json.ts';
import { ask, type Refusal } from '../kit/ask.ts';
import { showSignIn } from './address.ts';

export type Place =
  | { readonly at: 'loading' }
  /** Opened without the secret of a link. */
  | { readonly at: 'link-missing' }
  | { readonly at: 'link-refused'; readonly refusal: Refusal; readonly again: () => void }
  | { readonly at: 'set-up'; readonly token: string }
  | { readonly at: 'join'; readonly token: string; readonly invitation: InvitationJson }
  /** The first page, for anybody; `me` for somebody who is signed in. */
  | { readonly at: 'front'; readonly installation: InstallationJson; readonly me?: MeJson }
  | { readonly at: 'sign-in'; readonly refusal?: Refusal }
  | { readonly at: 'home'; readonly me: MeJson };

export const place = signal<Place>({ at: 'loading' });

/** `path` is one of the door's; a secret is looked at wherever a link may lead. */
export async function begin(path: string, secret: string): Promise<void> {
  place.value = { at: 'loading' };
  if (path === '/') return secret === '' ? lookAround() : openLink(secret);
  if (path === '/sign-in') return lookWhoIsIn();
  if (secret === '') {
    place.value = { at: 'link-missing' };
    return;
  }
  await openLink(secret);
}

/** What the first page shows; where it cannot be asked, the page of signing in says why. */
async function lookAround(): Promise<void> {
  const installation = await ask<InstallationJson>('GET', '/installation');
  if (!installation.ok) {
    place.value = { at: 'sign-in', refusal: installation.error };
    return;
  }
  const me = installation.value.state === 'waiting' ? undefined : await ask<MeJson>('GET', '/me');
  place.value = { at: 'front', installation: installation.value, ...(me?.ok ? { me: me.value } : {}) };
}

async function lookWhoIsIn(): Promise<void> {
  const me = await ask<MeJson>('GET', '/me');
  if (me.ok) place.value = { at: 'home', me: me.value };
  else place.value = isSignedOut(me.error) ? { at: 'sign-in' } : { at: 'sign-in', refusal: me.error };
}

/** The link itself says whether it sets up or lets in, whichever address it was pasted behind. */
async function openLink(token: string): Promise<void> {
  const shown = await ask<InvitationJson>('POST', '/invitations/preview', { token });
  if (!shown.ok) {
    const again = (): void => {
      place.value = { at: 'loading' };
      void openLink(token);
    };
    place.value = { at: 'link-refused', refusal: shown.error, again };
  } else if (shown.value.purpose === 'set-up') place.value = { at: 'set-up', token };
  else place.value = { at: 'join', token, invitation: shown.value };
}

/** Somebody has proved who they are; the browser holds their session by now. */
export function enter({ me }: SignedInJson): void {
  showSignIn();
  place.value = { at: 'home', me };
}

/** Back to the door: signed out, or the session has ended, with the reason. */
export function leave(refusal?: Refusal): void {
  showSignIn();
  place.value = refusal === undefined ? { at: 'sign-in' } : { at: 'sign-in', refusal };
}

/** Asks for somebody signed in; when they are not any more, the page goes back to signing in and says why. */
export async function askSignedIn<T = undefined>(...asked: Parameters<typeof ask>): Promise<Result<T, Refusal>> {
  const answer = await ask<T>(...asked);
  if (!answer.ok && isSignedOut(answer.error)) leave(answer.error);
  return answer;
}

const isSignedOut = (refusal: Refusal): boolean => refusal.code === 'not-signed-in';

/** Where several clinics are kept, an address says which: /sign-in?clinic=<id>. */
export function clinicMeant(): { readonly clinic?: string } {
  const said = parseId<'clinic'>(new URLSearchParams(location.search).get('clinic') ?? '');
  return said.ok ? { clinic: said.value } : {};
}
