/**
 * How do I sign in, and how shall I from now on? One's own passkeys and password. Refuses every change to who did not sign
 * in a moment ago, and to take away the last way in (H16).
 */
import { err, ok, type Result } from '../base/result.ts';
import type { Person } from '../records/person.ts';
import type { Actor } from './authority.ts';
import { isPasskey, PASSWORD } from './credentials.ts';
import { giveChallenge } from './credentials-challenge.ts';
import { keepWay, type NewWay, prepareWay, type WayRefusal } from './credentials-ways.ts';
import type { Ports } from './ports.ts';
import { CHALLENGE_TRIES, checkLimits, type TooManyTries } from './rate-limit.ts';
import { checkFresh, type SignInAgain } from './sessions.ts';

export type OwnCredential = {
  /** Name to remove it by. */
  readonly credential: string;
  readonly kind: 'passkey' | 'password';
  readonly label: string;
  readonly at: number;
  readonly usedAt?: number;
  /** When its counter went back, which a copy of it would do. */
  readonly suspectAt?: number;
};

export type OwnRefusal =
  | SignInAgain
  | { readonly code: 'not-found' }
  /** Without it nobody could sign in as this person. */
  | { readonly code: 'last-credential' };

/** Passkeys and password, oldest first; no secret is among them. */
export async function listCredentials(ports: Ports, actor: Actor): Promise<readonly OwnCredential[]> {
  const all = await ports.storage.people.credentialsOf(actor.clinic, actor.person);
  return [...all]
    .sort((a, b) => a.at - b.at || (a.credential < b.credential ? -1 : 1))
    .map((one) => ({
      credential: one.credential,
      kind: isPasskey(one) ? ('passkey' as const) : ('password' as const),
      label: one.label,
      at: one.at,
      ...(one.usedAt === undefined ? {} : { usedAt: one.usedAt }),
      ...(one.suspectAt === undefined ? {} : { suspectAt: one.suspectAt }),
    }));
}

/** Takes away one way of signing in. Of two taken away at the same instant, the second comes back if it was the last. */
export async function removeCredential(
  ports: Ports,
  actor: Actor,
  credential: string,
): Promise<Result<undefined, OwnRefusal>> {
  const { people } = ports.storage;
  const fresh = await checkFresh(ports, actor);
  if (!fresh.ok) return fresh;
  const all = await people.credentialsOf(actor.clinic, actor.person);
  const one = all.find((own) => own.credential === credential);
  if (one === undefined) return err({ code: 'not-found' });
  if (all.length === 1) return err({ code: 'last-credential' });
  await people.removeCredential(actor.clinic, actor.person, credential);
  if ((await people.credentialsOf(actor.clinic, actor.person)).length > 0) return ok(undefined);
  await people.saveCredential(one);
  return err({ code: 'last-credential' });
}

export type OwnWayRefusal = SignInAgain | WayRefusal | TooManyTries | { readonly code: 'not-found' };

const ABOUT = 'own-passkey';

/** What the browser needs to make one more passkey. */
export async function startOwnPasskey(
  ports: Ports,
  actor: Actor,
): Promise<Result<{ readonly options: unknown }, OwnWayRefusal>> {
  const person = await freshPerson(ports, actor);
  if (!person.ok) return person;
  const tries = await checkLimits(ports, actor.clinic, `register:${actor.person}`, CHALLENGE_TRIES);
  if (!tries.ok) return tries;
  const known = await ports.storage.people.credentialsOf(actor.clinic, actor.person);
  const { options, challenge } = await ports.passkeys.registration(person.value, known.filter(isPasskey));
  const matter = { clinic: actor.clinic, purpose: 'register', person: actor.person, about: ABOUT } as const;
  await giveChallenge(ports, challenge, matter);
  return ok({ options });
}

/** Keeps one more passkey, or sets the password; a new password signs out everywhere else. */
export async function addWay(ports: Ports, actor: Actor, way: NewWay): Promise<Result<undefined, OwnWayRefusal>> {
  const person = await freshPerson(ports, actor);
  if (!person.ok) return person;
  const ready = await prepareWay(ports, person.value, way, ABOUT);
  if (!ready.ok) return ready;
  const kept = await keepWay(ports, ready.value);
  if (!kept.ok) return kept;
  if (ready.value.credential.credential === PASSWORD) await endOtherSessions(ports, actor);
  return ok(undefined);
}

async function freshPerson(ports: Ports, actor: Actor): Promise<Result<Person, SignInAgain | { code: 'not-found' }>> {
  const fresh = await checkFresh(ports, actor);
  if (!fresh.ok) return fresh;
  const person = await ports.storage.people.person(actor.clinic, actor.person);
  return person?.state === 'active' ? ok(person) : err({ code: 'not-found' });
}

async function endOtherSessions(ports: Ports, actor: Actor): Promise<void> {
  const { people } = ports.storage;
  for (const { session } of await people.sessionsOf(actor.clinic, actor.person))
    if (session !== actor.session) await people.revokeSessions(actor.clinic, actor.person, session, ports.clock.now());
}
