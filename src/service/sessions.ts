/**
 * Who is asking? A session is a random secret the browser holds; the store has its hash, so who reads the store can sign
 * in as nobody. Refuses a session that is unknown, ended, idle or too old, and one whose person has left, with one and
 * the same code (H16).
 */
import { toBase64url } from '../base/base64url.ts';
import { hashOf } from '../base/hash.ts';
import { type ClinicId, idFrom, type PersonId, parseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Session } from '../records/people-store.ts';
import type { Person } from '../records/person.ts';
import type { Actor } from './authority.ts';
import type { Ports } from './ports.ts';

export type NotSignedIn = { readonly code: 'not-signed-in' };

/** Where a person signs in from. */
export type Visit = {
  /** Shown in the list of devices: "Firefox on Windows". Cut to 100 characters. */
  readonly device: string;
  /** The network address as the server sees it; counted under, never kept. */
  readonly from: string;
  /** A session token the browser still holds; it ends here, so that no secret from before outlives signing in. */
  readonly replaces?: string;
};

/** What the browser is to hold, and who it is now. */
export type SignedIn = {
  /** `<clinic id>.<43 letters>`; the only copy. */
  readonly token: string;
  readonly actor: Actor;
  /** Absolute end, milliseconds since 1970-01-01 UTC. */
  readonly expires: number;
};

/** One line of the list of devices. */
export type OwnSession = {
  readonly session: string;
  readonly device: string;
  readonly at: number;
  readonly seenAt: number;
  readonly expires: number;
  /** The session that asks. */
  readonly current: boolean;
};

/** A clinic and a secret of it, as links and cookies carry them. */
export type Token = { readonly clinic: ClinicId; readonly secret: string };

/** 256 bits, base64url. */
export const newSecret = (ports: Ports): string => toBase64url(ports.entropy.bytes(32));

/** Reads `<clinic id>.<secret>`; undefined for anything else. */
export function readToken(token: string): Token | undefined {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token);
  const clinic = parseId<'clinic'>(match?.[1] ?? '');
  return clinic.ok && match?.[2] !== undefined ? { clinic: clinic.value, secret: match[2] } : undefined;
}

const sessionHash = (secret: string): string => hashOf({ session: secret });

/** Opens a session for a person who has just proved who they are. @throws RangeError for one who may not sign in */
export async function openSession(ports: Ports, person: Person, visit: Visit): Promise<SignedIn> {
  if (person.state !== 'active') throw new RangeError(`a person who is ${person.state} has no session`);
  if (visit.replaces !== undefined) await endToken(ports, visit.replaces);
  const now = ports.clock.now();
  const secret = newSecret(ports);
  const session: Session = {
    clinic: person.clinic,
    secretHash: sessionHash(secret),
    session: idFrom<'session'>(now, ports.entropy.bytes(10)),
    person: person.person,
    device: visit.device.trim().slice(0, 100),
    at: now,
    seenAt: now,
    expires: now + ports.settings.sessionAbsolute,
  };
  await ports.storage.people.addSession(session);
  return { token: `${person.clinic}.${secret}`, actor: actorFrom(person, session.session), expires: session.expires };
}

/** Who holds this token. The way of every request: two reads, and a write only when the last one is a while ago. */
export async function actorOf(ports: Ports, token: string): Promise<Result<Actor, NotSignedIn>> {
  const read = readToken(token);
  if (read === undefined) return err({ code: 'not-signed-in' });
  const secretHash = sessionHash(read.secret);
  const session = await ports.storage.people.session(read.clinic, secretHash);
  const now = ports.clock.now();
  if (session === undefined || !holds(ports, session, now)) return err({ code: 'not-signed-in' });
  const person = await ports.storage.people.person(read.clinic, session.person);
  if (person?.state !== 'active') return err({ code: 'not-signed-in' });
  if (now - session.seenAt >= touchEvery(ports)) await ports.storage.people.touchSession(read.clinic, secretHash, now);
  return ok(actorFrom(person, session.session));
}

/** Once a minute, and for long idle limits less often: the limit then holds to a thirtieth, and posting a day is one write. */
const touchEvery = ({ settings }: Ports): number => Math.max(60_000, settings.sessionIdle / 30);

function holds({ settings }: Ports, session: Session, now: number): boolean {
  return session.revokedAt === undefined && now < session.expires && now - session.seenAt < settings.sessionIdle;
}

const actorFrom = ({ clinic, person, name, roles }: Person, session: string): Actor => ({
  clinic,
  person,
  name,
  roles,
  session,
});

/** The devices a person is signed in on, newest use first. */
export async function listSessions(ports: Ports, actor: Actor): Promise<readonly OwnSession[]> {
  const now = ports.clock.now();
  const sessions = await ports.storage.people.sessionsOf(actor.clinic, actor.person);
  return sessions
    .filter((session) => holds(ports, session, now))
    .sort((a, b) => b.seenAt - a.seenAt || (a.session < b.session ? -1 : 1))
    .map(({ session, device, at, seenAt, expires }) => ({
      ...{ session, device, at, seenAt, expires },
      current: session === actor.session,
    }));
}

/** Signs one own device out; 'not-found' when the person has no such session. */
export async function endSession(
  ports: Ports,
  actor: Actor,
  session: string,
): Promise<Result<undefined, { readonly code: 'not-found' }>> {
  const ended = await ports.storage.people.revokeSessions(actor.clinic, actor.person, session, ports.clock.now());
  return ended > 0 ? ok(undefined) : err({ code: 'not-found' });
}

/** Signs the person out everywhere, this device included; says on how many. */
export async function endAllSessions(ports: Ports, actor: Actor): Promise<number> {
  return await endSessionsOf(ports, actor.clinic, actor.person);
}

/** Signs a person out everywhere: they left, lost a device, or may now do other things than before. */
export async function endSessionsOf(ports: Ports, clinic: ClinicId, person: PersonId): Promise<number> {
  return await ports.storage.people.revokeSessions(clinic, person, undefined, ports.clock.now());
}

/** Signs out the session that asks. */
export async function signOut(ports: Ports, actor: Actor): Promise<void> {
  await ports.storage.people.revokeSessions(actor.clinic, actor.person, actor.session, ports.clock.now());
}

async function endToken(ports: Ports, token: string): Promise<void> {
  const actor = await actorOf(ports, token);
  if (actor.ok) await signOut(ports, actor.value);
}

/** How recent a sign-in must be to change the ways of signing in: a phone left lying about must not be enough. */
export const FRESH_FOR = 15 * 60_000;

export type SignInAgain = { readonly code: 'sign-in-again' };

/** Did this session begin a moment ago? */
export async function checkFresh(ports: Ports, actor: Actor): Promise<Result<undefined, SignInAgain>> {
  const sessions = await ports.storage.people.sessionsOf(actor.clinic, actor.person);
  const own = sessions.find(({ session }) => session === actor.session);
  return own !== undefined && ports.clock.now() - own.at <= FRESH_FOR ? ok(undefined) : err({ code: 'sign-in-again' });
}
