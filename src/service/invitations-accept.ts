/**
 * Is this link good, and for whom? Opening a link shows who is meant; accepting it needs a passkey or a password and uses
 * it up. Refuses a link that is unknown, used, replaced or expired; of two who come at once, one (H16).
 */
import { err, ok, type Result } from '../base/result.ts';
import type { Invitation } from '../records/people-store.ts';
import type { Clinic, Person, Role } from '../records/person.ts';
import { isPasskey } from './credentials.ts';
import { giveChallenge } from './credentials-challenge.ts';
import { keepWay, type NewWay, prepareWay, type ReadyWay, type WayRefusal } from './credentials-ways.ts';
import { invitationHash } from './invitations.ts';
import type { Ports } from './ports.ts';
import { ADDRESS_TRIES, checkLimits, type TooManyTries } from './rate-limit.ts';
import { openSession, readToken, type SignedIn, type Visit } from './sessions.ts';

export type LinkRefusal =
  | { readonly code: 'invitation-unknown' }
  /** Used, or replaced by a newer link. */
  | { readonly code: 'invitation-used' }
  | { readonly code: 'invitation-expired' }
  /** The first link of a clinic asks for more: `completeSetUp`. */
  | { readonly code: 'invitation-is-set-up' }
  | TooManyTries;
export type AcceptRefusal = LinkRefusal | WayRefusal;

/** What a link shows before anything is decided. */
export type InvitationView = {
  readonly purpose: Invitation['purpose'];
  readonly clinicName: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** For signing in with a password, where there is one already. */
  readonly login?: string;
  readonly expires: number;
};

/** A link that is good at this moment. */
export type OpenLink = { readonly invitation: Invitation; readonly person: Person; readonly clinic: Clinic };

/** Reads a link. Whoever holds the secret may know what became of it; a made-up one is just unknown. */
export async function openLink(ports: Ports, token: string, from: string): Promise<Result<OpenLink, LinkRefusal>> {
  const { people } = ports.storage;
  const read = readToken(token);
  const clinic = read && (await people.clinic(read.clinic));
  if (read === undefined || clinic === undefined) return err({ code: 'invitation-unknown' });
  const tries = await checkLimits(ports, read.clinic, `from:${from}`, ADDRESS_TRIES);
  if (!tries.ok) return tries;
  const invitation = await people.invitation(read.clinic, invitationHash(read.secret));
  const person = invitation && (await people.person(read.clinic, invitation.person));
  if (invitation === undefined || person === undefined) return err({ code: 'invitation-unknown' });
  if (invitation.usedAt !== undefined) return err({ code: 'invitation-used' });
  if (ports.clock.now() >= invitation.expires) return err({ code: 'invitation-expired' });
  const waited = person.state === 'active' || person.state === 'invited';
  return waited ? ok({ invitation, person, clinic }) : err({ code: 'invitation-unknown' });
}

/** Who is meant, and by which clinic. */
export async function previewInvitation(
  ports: Ports,
  token: string,
  from: string,
): Promise<Result<InvitationView, LinkRefusal>> {
  const link = await openLink(ports, token, from);
  if (!link.ok) return link;
  const { invitation, person, clinic } = link.value;
  const login = person.login === undefined ? {} : { login: person.login };
  const { purpose, expires } = invitation;
  return ok({ purpose, clinicName: clinic.name, name: person.name, roles: person.roles, ...login, expires });
}

/** What the browser needs to make a passkey for the person of the link; for set-up links too. */
export async function startPasskey(
  ports: Ports,
  token: string,
  from: string,
): Promise<Result<{ readonly options: unknown }, LinkRefusal>> {
  const link = await openLink(ports, token, from);
  if (!link.ok) return link;
  const { invitation, person } = link.value;
  const known = await ports.storage.people.credentialsOf(person.clinic, person.person);
  const { options, challenge } = await ports.passkeys.registration(person, known.filter(isPasskey));
  const matter = { clinic: person.clinic, purpose: 'register', person: person.person } as const;
  await giveChallenge(ports, challenge, { ...matter, about: invitation.secretHash });
  return ok({ options });
}

/** Uses a link up: from now on the person signs in with what they offered, and is signed in. */
export async function acceptInvitation(
  ports: Ports,
  token: string,
  way: NewWay,
  visit: Visit,
): Promise<Result<SignedIn, AcceptRefusal>> {
  const link = await openLink(ports, token, visit.from);
  if (!link.ok) return link;
  if (link.value.invitation.purpose === 'set-up') return err({ code: 'invitation-is-set-up' });
  const ready = await prepareWay(ports, link.value.person, way, link.value.invitation.secretHash);
  if (!ready.ok) return ready;
  return useLink(ports, link.value, ready.value, visit);
}

/**
 * The way is known to be good; now the link is used up, by one only, and only then is anything kept. A fall of the power
 * in between leaves a used link and nobody let in: a new link is all it takes.
 */
export async function useLink(
  ports: Ports,
  { invitation, person }: OpenLink,
  ready: ReadyWay,
  visit: Visit,
): Promise<Result<SignedIn, AcceptRefusal>> {
  const { people } = ports.storage;
  const used = await people.useInvitation(person.clinic, invitation.secretHash, ports.clock.now());
  if (used !== 'done') return err({ code: used === 'used' ? 'invitation-used' : 'invitation-unknown' });
  await people.endInvitations(person.clinic, person.person, ports.clock.now());
  const kept = await keepWay(ports, ready);
  return kept.ok ? ok(await openSession(ports, kept.value, visit)) : kept;
}
