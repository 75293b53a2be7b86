/** What does the address say? The secret of a link, once: it is taken out of the bar and of the history at once (H16). */

/** The part behind the '#', '' where there is none. */
export function takeSecret(): string {
  const secret = location.hash.slice(1);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  return secret;
}

/** Is this machine named by its number? Passkeys know names only. */
export function isByNumber(): boolean {
  return location.hostname === '127.0.0.1' || location.hostname === '[::1]';
}

/** The same address with the machine's name. */
export function sameByName(): string {
  const address = new URL(location.href);
  address.hostname = 'localhost';
  return address.href;
}

/** Once somebody is in, a reload must not ask for the link again. */
export function showSignIn(): void {
  history.replaceState(null, '', '/sign-in');
}
