/**
 * Who is in this clinic, and as what? Listing, roles, names, leaving. Refuses to leave a clinic without an admin, and ends
 * the sessions of whoever may now do other things than before (H16, H35).
 */
import { type ClinicId, idFrom, type PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Person, PersonState, Role } from '../records/person.ts';
import { type Actor, authoriseInClinic, type ClinicAction, type Denial } from './authority.ts';
import { type NameRefusal, nameFrom } from './invitations.ts';
import type { Ports } from './ports.ts';
import { endSessionsOf } from './sessions.ts';

export type PersonView = {
  readonly person: PersonId;
  readonly name: string;
  /** Whether there is one; the login itself is its owner's. */
  readonly hasLogin: boolean;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  readonly at: number;
};

export type PeopleRefusal =
  | Denial
  | { readonly code: 'last-admin' }
  /** Has left, or has been erased. */
  | { readonly code: 'person-gone' }
  | { readonly code: 'clinic-is-solo' };

const viewOf = ({ person, name, login, roles, state, at }: Person): PersonView => ({
  ...{ person, name, roles, state, at },
  hasLogin: login !== undefined,
});

/** By name, a page at a time; `limit` 1 to 200. Give `next` back as `after`. */
export async function listPeople(
  ports: Ports,
  actor: Actor,
  query: { readonly nameStart?: string; readonly after?: string; readonly limit: number },
): Promise<Result<{ readonly people: readonly PersonView[]; readonly next?: string }, Denial>> {
  const may = authoriseInClinic('people.list', actor);
  if (!may.ok) return may;
  const { people, next } = await ports.storage.people.people(actor.clinic, query);
  return ok({ people: people.map(viewOf), ...(next === undefined ? {} : { next }) });
}

/** One person of the clinic. */
export async function readPerson(ports: Ports, actor: Actor, id: PersonId): Promise<Result<PersonView, Denial>> {
  const read = await found(ports, actor, 'people.list', id);
  return read.ok ? ok(viewOf(read.value)) : read;
}

async function found(ports: Ports, actor: Actor, action: ClinicAction, id: PersonId): Promise<Result<Person, Denial>> {
  const may = authoriseInClinic(action, actor);
  if (!may.ok) return may;
  const person = await ports.storage.people.person(actor.clinic, id);
  return person === undefined ? err({ code: 'not-found' }) : ok(person);
}

/** Gives a person these roles and no others. They sign in again, everywhere. */
export async function changeRoles(
  ports: Ports,
  actor: Actor,
  given: { readonly person: PersonId; readonly roles: readonly Role[] },
): Promise<Result<PersonView, PeopleRefusal>> {
  const clinic = await ports.storage.people.clinic(actor.clinic);
  if (clinic?.state === 'solo') return err({ code: 'clinic-is-solo' });
  const read = await found(ports, actor, 'people.change', given.person);
  if (!read.ok) return read;
  if (isGone(read.value)) return err({ code: 'person-gone' });
  return change(ports, read.value, { ...read.value, roles: [...new Set(given.roles)] });
}

/** Writes a name anew, for a slip of the pen or a new name. Sessions stay. */
export async function renamePerson(
  ports: Ports,
  actor: Actor,
  given: { readonly person: PersonId; readonly name: string },
): Promise<Result<PersonView, Denial | NameRefusal | { readonly code: 'person-gone' }>> {
  const read = await found(ports, actor, 'people.change', given.person);
  if (!read.ok) return read;
  if (isGone(read.value)) return err({ code: 'person-gone' });
  const name = nameFrom(given.name);
  if (!name.ok) return name;
  const renamed = { ...read.value, name: name.value };
  await ports.storage.people.savePerson(renamed);
  return ok(viewOf(renamed));
}

/** The person leaves: no sign-in, no session, no open link. What they did stays theirs in every record. */
export async function leaveClinic(
  ports: Ports,
  actor: Actor,
  id: PersonId,
): Promise<Result<PersonView, PeopleRefusal>> {
  const read = await found(ports, actor, 'people.change', id);
  if (!read.ok) return read;
  if (isGone(read.value)) return err({ code: 'person-gone' });
  const left = await change(ports, read.value, { ...read.value, state: 'left' });
  if (left.ok) await ports.storage.people.endInvitations(actor.clinic, id, ports.clock.now());
  return left;
}

const isGone = ({ state }: Person): boolean => state === 'left' || state === 'erased';

/** Two admins may take each other out at the same instant; whoever then finds nobody left puts theirs back. */
async function change(ports: Ports, before: Person, after: Person): Promise<Result<PersonView, PeopleRefusal>> {
  const { people } = ports.storage;
  const losesAdmin = isAdmin(before) && !isAdmin(after);
  if (losesAdmin && !(await hasAdmin(ports, before.clinic, before.person))) return err({ code: 'last-admin' });
  await people.savePerson(after);
  if (losesAdmin && !(await hasAdmin(ports, before.clinic))) {
    await people.savePerson(before);
    return err({ code: 'last-admin' });
  }
  await endSessionsOf(ports, after.clinic, after.person);
  return ok(viewOf(after));
}

const isAdmin = ({ roles, state }: Person): boolean => state === 'active' && roles.includes('admin');

/** Is there an active admin, other than `besides`? */
async function hasAdmin(ports: Ports, clinic: ClinicId, besides?: PersonId): Promise<boolean> {
  return (await firstAdmin(ports, clinic, besides)) !== undefined;
}

async function firstAdmin(ports: Ports, clinic: ClinicId, besides?: PersonId): Promise<Person | undefined> {
  let after: string | undefined;
  do {
    const from = after === undefined ? {} : { after };
    const page = await ports.storage.people.people(clinic, { ...from, limit: 200 });
    const admin = page.people.find((person) => isAdmin(person) && person.person !== besides);
    if (admin !== undefined) return admin;
    after = page.next;
  } while (after !== undefined);
  return undefined;
}

/**
 * Whoever holds the machine acts as an admin of its clinic, to let people in again when nobody else can: they could read
 * the keys anyway. For the command line only. undefined = no such clinic stands.
 */
export async function operatorOf(ports: Ports, clinic: ClinicId): Promise<Actor | undefined> {
  const standing = await ports.storage.people.clinic(clinic);
  if (standing === undefined || standing.state === 'waiting') return undefined;
  const admin = await firstAdmin(ports, clinic);
  const person = admin?.person ?? idFrom<'person'>(0, new Uint8Array(10));
  return { clinic, person, name: '', roles: ['admin'], session: 'operator' };
}
