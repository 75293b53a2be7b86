/**
 * Who is in the clinic of the demonstration? It is set up and its people are invited and come in as in any clinic, each with
 * the one password a page may tell. It guards nothing: whoever opens the demonstration may be anybody in it (H35).
 */
import type { PersonId } from '../../base/ids.ts';
import type { Role } from '../../records/person.ts';
import type { Actor } from '../authority.ts';
import { invite, type Link, newDeviceLink } from '../invitations.ts';
import { acceptInvitation } from '../invitations-accept.ts';
import { completeSetUp, prepareInstallation } from '../set-up.ts';
import { type Cast, done, type Stage } from './stage.ts';
import type { StaffName } from './texts.ts';

/** For signing plans in the demonstration; told on its pages. */
export const DEMONSTRATION_PASSWORD = 'demonstration-only';

const VISIT = { device: 'Demonstration', from: '' } as const;

const ROLES: Readonly<Record<Exclude<StaffName, 'admin'>, readonly Role[]>> = {
  prescriber: ['prescriber'],
  'second-prescriber': ['prescriber'],
  pharmacist: ['pharmacist'],
  coordinator: ['coordinator'],
};

/** Opens the clinic and brings in everybody who works there. */
export async function gatherCast(stage: Stage): Promise<Cast> {
  const { ports, texts } = stage;
  const first = await prepareInstallation(ports);
  if (first.state !== 'waiting') throw new RangeError('the store of a demonstration holds a clinic already');
  const way = { way: 'password', login: 'admin', password: DEMONSTRATION_PASSWORD } as const;
  const given = { clinicName: texts.clinic, name: texts.staff.admin, way };
  const admin = done(await completeSetUp(ports, first.link.token, given, VISIT)).actor;
  const join = async (name: keyof typeof ROLES): Promise<Actor> =>
    comeIn(stage, done(await invite(ports, admin, { name: texts.staff[name], roles: ROLES[name] })), name);
  return {
    admin,
    prescriber: await join('prescriber'),
    'second-prescriber': await join('second-prescriber'),
    pharmacist: await join('pharmacist'),
    coordinator: await join('coordinator'),
  };
}

/** A carer, who is known to the clinic and has no role in it. */
export async function bringCarer(stage: Stage, { admin }: Cast, login: string): Promise<Actor> {
  return comeIn(stage, done(await invite(stage.ports, admin, { name: stage.texts.carer, roles: [] })), login);
}

/** The patient of a case that was just opened comes in by the link of their prescriber. */
export async function bringPatient(
  stage: Stage,
  { prescriber }: Cast,
  person: PersonId,
  login: string,
): Promise<Actor> {
  return comeIn(stage, done(await newDeviceLink(stage.ports, prescriber, { person })), login);
}

async function comeIn({ ports }: Stage, link: Link, login: string): Promise<Actor> {
  const way = { way: 'password', login, password: DEMONSTRATION_PASSWORD } as const;
  return done(await acceptInvitation(ports, link.token, way, VISIT)).actor;
}
