/**
 * May this become a way of signing in? Checks a new passkey or password down to the last rule before anything is kept, so
 * that a one-time link is not used up by a typing mistake. Refuses short and guessable passwords and logins that stand
 * already.
 */
import { err, ok, type Result } from '../base/result.ts';
import type { Credential } from '../records/people-store.ts';
import type { Person } from '../records/person.ts';
import { PASSWORD } from './credentials.ts';
import { type PasskeyRefusal, takeChallenge } from './credentials-challenge.ts';
import type { Ports } from './ports.ts';

/** What a person offers to sign in with from now on. `login` may be left out by who has one. */
export type NewWay =
  | { readonly way: 'passkey'; readonly response: unknown; readonly label: string }
  | { readonly way: 'password'; readonly login?: string; readonly password: string };

export type LoginRefusal =
  | { readonly code: 'login-unusable'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'login-taken' };
export type NewPasswordRefusal =
  | { readonly code: 'password-too-short'; readonly minimum: number }
  | { readonly code: 'password-too-long'; readonly maximum: number }
  | { readonly code: 'password-guessable' };
export type WayRefusal = PasskeyRefusal | { readonly code: 'passkey-known' } | LoginRefusal | NewPasswordRefusal;

/** Characters, where a password is all that is asked. Source: NIST SP 800-63B-4 section 3.1.1.2 (15 and at least 64). */
export const PASSWORD_MINIMUM = 15;
export const PASSWORD_MAXIMUM = 200;

export const LOGIN_MINIMUM = 3;
export const LOGIN_MAXIMUM = 64;

/** A way that passed, and the person as they then are. Nothing is kept yet. */
export type ReadyWay = { readonly person: Person; readonly credential: Credential };

/** Lower case, one spelling for one login; undefined where it cannot be one. */
export function loginFrom(text: string): string | undefined {
  const login = text.normalize('NFKC').trim().toLowerCase();
  const readable = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]*$/u.test(login);
  return readable && login.length >= LOGIN_MINIMUM && login.length <= LOGIN_MAXIMUM ? login : undefined;
}

/** Long, and not made of what anybody knows about its owner. Nothing is asked of digits or capitals: length is what counts. */
export function checkNewPassword(password: string, known: readonly string[]): Result<undefined, NewPasswordRefusal> {
  const letters = [...password.normalize('NFKC')];
  if (letters.length < PASSWORD_MINIMUM) return err({ code: 'password-too-short', minimum: PASSWORD_MINIMUM });
  if (letters.length > PASSWORD_MAXIMUM) return err({ code: 'password-too-long', maximum: PASSWORD_MAXIMUM });
  const plain = letters.join('').toLowerCase();
  const rest = known
    .map((text) => text.normalize('NFKC').trim().toLowerCase())
    .filter((text) => text.length >= 3)
    .reduce((left, text) => left.replaceAll(text, ''), plain);
  const varied = new Set(rest).size >= 5 && rest.length >= 8;
  return varied ? ok(undefined) : err({ code: 'password-guessable' });
}

/**
 * Everything that can be refused, refused now.
 *
 * @param about what the passkey's challenge was given out for
 */
export async function prepareWay(
  ports: Ports,
  person: Person,
  way: NewWay,
  about: string,
): Promise<Result<ReadyWay, WayRefusal>> {
  return way.way === 'passkey' ? preparePasskey(ports, person, way, about) : preparePassword(ports, person, way);
}

async function preparePasskey(
  ports: Ports,
  person: Person,
  { response, label }: Extract<NewWay, { readonly way: 'passkey' }>,
  about: string,
): Promise<Result<ReadyWay, WayRefusal>> {
  const { clinic, person: owner } = person;
  const said = ports.passkeys.says(response);
  if (said === undefined) return err({ code: 'passkey-refused' });
  const matter = { clinic, purpose: 'register', person: owner, about } as const;
  const challenge = await takeChallenge(ports, said.challenge, matter);
  if (!challenge.ok) return challenge;
  const made = await ports.passkeys.register(response, challenge.value);
  if (!made.ok) return made;
  const { credential, publicKey: secret, counter, transports } = made.value;
  const known = await ports.storage.people.credential(clinic, credential);
  if (known !== undefined) return err({ code: 'passkey-known' });
  const at = ports.clock.now();
  const named = labelFrom(label);
  return ok({
    person,
    credential: { clinic, credential, person: owner, secret, counter, transports, label: named, at },
  });
}

async function preparePassword(
  ports: Ports,
  person: Person,
  way: Extract<NewWay, { readonly way: 'password' }>,
): Promise<Result<ReadyWay, WayRefusal>> {
  const login = loginFrom(way.login ?? person.login ?? '');
  if (login === undefined) return err({ code: 'login-unusable', minimum: LOGIN_MINIMUM, maximum: LOGIN_MAXIMUM });
  const allowed = checkNewPassword(way.password, [login, ...person.name.split(/\s+/), 'titrial', 'password']);
  if (!allowed.ok) return allowed;
  const holder = await ports.storage.people.personByLogin(person.clinic, login);
  if (holder !== undefined && holder.person !== person.person) return err({ code: 'login-taken' });
  const secret = await ports.passwords.hash(way.password);
  const { clinic, person: owner } = person;
  const at = ports.clock.now();
  const credential = { clinic, credential: PASSWORD, person: owner, secret, counter: 0, transports: [], label: '', at };
  return ok({ person: { ...person, login }, credential });
}

/** As the person named the device, in 100 characters. */
export const labelFrom = (label: string): string => label.normalize('NFC').trim().slice(0, 100);

/** Keeps a way that passed; `person` is written with it, active from now on. A password takes the place of the last one. */
export async function keepWay(
  ports: Ports,
  ready: ReadyWay,
): Promise<Result<Person, LoginRefusal | { code: 'passkey-known' }>> {
  const { people } = ports.storage;
  const person: Person = { ...ready.person, state: 'active' };
  if ((await people.savePerson(person)) === 'login-taken') return err({ code: 'login-taken' });
  if (ready.credential.credential === PASSWORD) await people.saveCredential(ready.credential);
  else if ((await people.addCredential(ready.credential)) === 'known') return err({ code: 'passkey-known' });
  return ok(person);
}
