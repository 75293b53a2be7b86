/** What has this clinic decided for itself? Its name and its highest ceiling. Refuses a ceiling no site may have (H1, H35). */
import { err, ok, type Result } from '../base/result.ts';
import { micrograms } from '../medicine/dose.ts';
import { LDN_MINIMUM, SITE_MAXIMUM } from '../medicine/ldn-range.ts';
import type { Clinic } from '../records/person.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import { type NameRefusal, nameFrom } from './invitations.ts';
import type { Ports } from './ports.ts';

export type ClinicChangeRefusal =
  | Denial
  | NameRefusal
  /** Micrograms. */
  | { readonly code: 'ceiling-out-of-range'; readonly minimum: number; readonly maximum: number };

/** The clinic of whoever asks. */
export async function readClinic(ports: Ports, actor: Actor): Promise<Result<Clinic, Denial>> {
  const clinic = await ports.storage.people.clinic(actor.clinic);
  return clinic === undefined ? err({ code: 'not-found' }) : ok(clinic);
}

/** Changes what is given. `maximumCeiling` in whole micrograms; plans already signed keep what they were signed with. */
export async function changeClinic(
  ports: Ports,
  actor: Actor,
  given: { readonly name?: string; readonly maximumCeiling?: number },
): Promise<Result<Clinic, ClinicChangeRefusal>> {
  const may = authoriseInClinic('clinic.change', actor);
  if (!may.ok) return may;
  const clinic = await readClinic(ports, actor);
  if (!clinic.ok) return clinic;
  const name = given.name === undefined ? ok(clinic.value.name) : nameFrom(given.name);
  if (!name.ok) return name;
  const ceiling = given.maximumCeiling ?? clinic.value.maximumCeiling;
  const inRange = Number.isSafeInteger(ceiling) && ceiling >= LDN_MINIMUM && ceiling <= SITE_MAXIMUM;
  if (!inRange) return err({ code: 'ceiling-out-of-range', minimum: LDN_MINIMUM, maximum: SITE_MAXIMUM });
  const changed: Clinic = { ...clinic.value, name: name.value, maximumCeiling: micrograms(ceiling) };
  await ports.storage.people.saveClinic(changed);
  return ok(changed);
}
