/**
 * How does somebody come in for the first time, or with a new phone? By a link that works once and not for long; only a
 * hash of its secret is kept. Refuses a used, replaced or expired link, and whoever would hand out a role that is not
 * theirs to give (H16, H35).
 */
import { hashOf } from '../base/hash.ts';
import { idFrom, type PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Invitation } from '../records/people-store.ts';
import type { Person, Role } from '../records/person.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import type { Ports } from './ports.ts';
import { checkLimits, LINK_TRIES, type TooManyTries } from './rate-limit.ts';
import { checkFresh, endSessionsOf, newSecret, type SignInAgain } from './sessions.ts';

/** A link, whose secret stands here and nowhere else. */
export type Link = {
  readonly person: PersonId;
  /** `<clinic id>.<43 letters>` */
  readonly token: string;
  /** "/join#<token>": behind the '#', so that no server and no log ever sees it. */
  readonly path: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expires: number;
};

export type NameRefusal =
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly maximum: number }
  | { readonly code: 'name-unreadable' };

export type InviteRefusal =
  | Denial
  | NameRefusal
  | TooManyTries
  /** Only an admin gives roles other than patient. */
  | { readonly code: 'role-not-yours-to-give'; readonly roles: readonly Role[] }
  /** A clinic of one patient alone has nobody else but carers. */
  | { readonly code: 'clinic-is-solo' };

export type DeviceLinkRefusal = InviteRefusal | { readonly code: 'person-gone' };

const NAME_MAXIMUM = 200;

/** A link a person makes for their own next device is read off one screen by another. */
const OWN_LINK_LASTS = 15 * 60_000;

/** Control characters, line ends, and the marks that turn a line around so that it reads as another name. */
const UNREADABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A name as people write it: anything but nothing, unreadable characters and broken Unicode. */
export function nameFrom(text: string): Result<string, NameRefusal> {
  if (!text.isWellFormed() || UNREADABLE.test(text)) return err({ code: 'name-unreadable' });
  const name = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  if (name === '') return err({ code: 'name-missing' });
  return name.length > NAME_MAXIMUM ? err({ code: 'name-too-long', maximum: NAME_MAXIMUM }) : ok(name);
}

/** What is kept of a link's secret. */
export const invitationHash = (secret: string): string => hashOf({ invitation: secret });

/** Makes a person known and a link for them. No roles at all: a carer, whose tie to a case says everything. */
export async function invite(
  ports: Ports,
  actor: Actor,
  given: { readonly name: string; readonly roles: readonly Role[] },
): Promise<Result<Link, InviteRefusal>> {
  const may = await mayGive(ports, actor, given.roles);
  if (!may.ok) return may;
  const clinic = await ports.storage.people.clinic(actor.clinic);
  if (clinic?.state === 'solo' && given.roles.length > 0) return err({ code: 'clinic-is-solo' });
  const name = nameFrom(given.name);
  if (!name.ok) return name;
  const person = newPerson(ports, { clinic: actor.clinic, name: name.value, roles: [...new Set(given.roles)] });
  await ports.storage.people.savePerson(person);
  return ok(await makeLink(ports, person, 'join', ports.settings.invitationLasts));
}

/** Somebody the clinic knows and who cannot sign in yet. */
export function newPerson(ports: Ports, given: Pick<Person, 'clinic' | 'name' | 'roles'>): Person {
  const at = ports.clock.now();
  return { ...given, person: idFrom<'person'>(at, ports.entropy.bytes(10)), state: 'invited', at };
}

/** Admins give any role; prescribers and coordinators bring in patients and carers. */
async function mayGive(ports: Ports, actor: Actor, roles: readonly Role[]): Promise<Result<undefined, InviteRefusal>> {
  const may = authoriseInClinic('people.invite', actor);
  if (!may.ok) return may;
  const above = roles.filter((role) => role !== 'patient');
  if (above.length > 0 && !authoriseInClinic('people.change', actor).ok)
    return err({ code: 'role-not-yours-to-give', roles: above });
  return checkLimits(ports, actor.clinic, `link:${actor.person}`, LINK_TRIES);
}

/**
 * A new link for somebody who lost their device, let their first link expire, or comes back after leaving. Ends their
 * sessions and older links; `removeWays` also takes away passkeys and password, for a device in strange hands.
 */
export async function newDeviceLink(
  ports: Ports,
  actor: Actor,
  given: { readonly person: PersonId; readonly removeWays?: boolean },
): Promise<Result<Link, DeviceLinkRefusal>> {
  const { people } = ports.storage;
  const listed = authoriseInClinic('people.list', actor);
  if (!listed.ok) return listed;
  const person = await people.person(actor.clinic, given.person);
  if (person === undefined) return err({ code: 'not-found' });
  const may = await mayGive(ports, actor, person.roles);
  if (!may.ok) return may;
  const back = person.state === 'left' && authoriseInClinic('people.change', actor).ok;
  if (person.state === 'erased' || (person.state === 'left' && !back)) return err({ code: 'person-gone' });
  await endSessionsOf(ports, person.clinic, person.person);
  if (given.removeWays === true || back) await removeWays(ports, person);
  if (back) await people.savePerson({ ...person, state: 'invited' });
  const purpose = person.state === 'active' ? 'device' : 'join';
  return ok(await makeLink(ports, person, purpose, ports.settings.invitationLasts));
}

/** A short-lived link for one's own next device. */
export async function ownDeviceLink(
  ports: Ports,
  actor: Actor,
): Promise<Result<Link, SignInAgain | TooManyTries | { readonly code: 'person-gone' }>> {
  const fresh = await checkFresh(ports, actor);
  if (!fresh.ok) return fresh;
  const tries = await checkLimits(ports, actor.clinic, `link:${actor.person}`, LINK_TRIES);
  if (!tries.ok) return tries;
  const person = await ports.storage.people.person(actor.clinic, actor.person);
  if (person?.state !== 'active') return err({ code: 'person-gone' });
  return ok(await makeLink(ports, person, 'device', Math.min(OWN_LINK_LASTS, ports.settings.invitationLasts)));
}

/** The newest link is the only one that works. `lasts` in milliseconds. */
export async function makeLink(
  ports: Ports,
  { clinic, person }: Person,
  purpose: Invitation['purpose'],
  lasts: number,
): Promise<Link> {
  const { people } = ports.storage;
  const at = ports.clock.now();
  await people.endInvitations(clinic, person, at);
  const secret = newSecret(ports);
  const expires = at + lasts;
  await people.addInvitation({ clinic, secretHash: invitationHash(secret), person, purpose, at, expires });
  const token = `${clinic}.${secret}`;
  return { person, token, path: `/${purpose === 'set-up' ? 'set-up' : 'join'}#${token}`, expires };
}

/** Takes away every way of signing in. */
async function removeWays(ports: Ports, { clinic, person }: Person): Promise<void> {
  const { people } = ports.storage;
  for (const { credential } of await people.credentialsOf(clinic, person))
    await people.removeCredential(clinic, person, credential);
}
