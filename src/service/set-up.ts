/**
 * Who is first? A new installation has a one-time link, shown where it runs, and nothing else; whoever opens it names the
 * clinic and is its first admin, or is a patient alone. Refuses the link once a clinic stands (H35).
 */
import { idFrom } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { LDN_MAXIMUM } from '../medicine/ldn-range.ts';
import type { Clinic, ClinicState, Person, Role } from '../records/person.ts';
import { type NewWay, prepareWay } from './credentials-ways.ts';
import { type Link, makeLink, type NameRefusal, nameFrom, newPerson } from './invitations.ts';
import { type AcceptRefusal, openLink, useLink } from './invitations-accept.ts';
import type { Ports } from './ports.ts';
import type { SignedIn, Visit } from './sessions.ts';

/** 'ready': a clinic stands, no link is made. 'waiting': open `link` in a browser; it replaces every one before. */
export type Installation = { readonly state: 'ready' } | { readonly state: 'waiting'; readonly link: Link };

export type SetUpRefusal = AcceptRefusal | NameRefusal | { readonly code: 'set-up-done' };

/** Called at every start. Two processes starting at once may each make a link; the first that is used closes the other. */
export async function prepareInstallation(ports: Ports): Promise<Installation> {
  const clinics = await ports.storage.people.clinics(CLINICS_AT_START);
  if (clinics.some(({ state }) => state !== 'waiting')) return { state: 'ready' };
  const clinic = clinics[0] ?? (await newClinic(ports));
  const person = (await firstPerson(ports, clinic)) ?? (await newAdmin(ports, clinic));
  return { state: 'waiting', link: await makeLink(ports, person, 'set-up', ports.settings.invitationLasts) };
}

/** Does a clinic stand here, a patient alone, or nobody yet? Tells a stranger no more than the first page shows anyway. */
export async function installationState({ storage }: Pick<Ports, 'storage'>): Promise<ClinicState> {
  const states = (await storage.people.clinics(CLINICS_AT_START)).map(({ state }) => state);
  return states.find((state) => state === 'open') ?? states.find((state) => state === 'solo') ?? 'waiting';
}

/** As many as two, and a few that lost a race at the first start. */
const CLINICS_AT_START = 20;

async function newClinic(ports: Ports): Promise<Clinic> {
  const at = ports.clock.now();
  const clinic: Clinic = {
    clinic: idFrom<'clinic'>(at, ports.entropy.bytes(10)),
    name: '',
    state: 'waiting',
    maximumCeiling: LDN_MAXIMUM,
    at,
  };
  await ports.storage.people.saveClinic(clinic);
  return clinic;
}

async function firstPerson(ports: Ports, { clinic }: Clinic): Promise<Person | undefined> {
  return (await ports.storage.people.people(clinic, { limit: 1 })).people[0];
}

async function newAdmin(ports: Ports, { clinic }: Clinic): Promise<Person> {
  const person = newPerson(ports, { clinic, name: '', roles: ['admin'] });
  await ports.storage.people.savePerson(person);
  return person;
}

/** Opens the clinic: its name, and its first admin with a way of signing in. `prescribes`: the admin is a prescriber too. */
export async function completeSetUp(
  ports: Ports,
  token: string,
  given: { readonly clinicName: string; readonly name: string; readonly prescribes?: boolean; readonly way: NewWay },
  visit: Visit,
): Promise<Result<SignedIn, SetUpRefusal>> {
  const clinicName = nameFrom(given.clinicName);
  if (!clinicName.ok) return clinicName;
  const roles: readonly Role[] = given.prescribes === true ? ['admin', 'prescriber'] : ['admin'];
  return begin(ports, token, { ...given, clinicName: clinicName.value, state: 'open', roles }, visit);
}

/**
 * A patient alone, who keeps a diary under a plan copied from what their doctor prescribed. They are patient and admin in
 * one: nobody else is there to make a link for a new phone, and nobody else's data is there to be seen.
 */
export async function setUpSolo(
  ports: Ports,
  token: string,
  given: { readonly name: string; readonly way: NewWay },
  visit: Visit,
): Promise<Result<SignedIn, SetUpRefusal>> {
  return begin(ports, token, { ...given, clinicName: '', state: 'solo', roles: ['patient', 'admin'] }, visit);
}

type Beginning = {
  readonly clinicName: string;
  readonly name: string;
  readonly way: NewWay;
  readonly state: ClinicState;
  readonly roles: readonly Role[];
};

async function begin(
  ports: Ports,
  token: string,
  { clinicName, name: given, way, state, roles }: Beginning,
  visit: Visit,
): Promise<Result<SignedIn, SetUpRefusal>> {
  const name = nameFrom(given);
  if (!name.ok) return name;
  const link = await openLink(ports, token, visit.from);
  if (!link.ok) return link;
  const clinics = await ports.storage.people.clinics(CLINICS_AT_START);
  if (clinics.some((clinic) => clinic.state !== 'waiting')) return err({ code: 'set-up-done' });
  if (link.value.invitation.purpose !== 'set-up') return err({ code: 'invitation-unknown' });
  const named: Person = { ...link.value.person, name: name.value, roles };
  const ready = await prepareWay(ports, named, way, link.value.invitation.secretHash);
  if (!ready.ok) return ready;
  const signedIn = await useLink(ports, link.value, ready.value, visit);
  if (!signedIn.ok) return signedIn;
  await ports.storage.people.saveClinic({ ...link.value.clinic, name: clinicName, state });
  return ok(signedIn.value);
}
