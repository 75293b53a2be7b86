/**
 * Is this the person they say they are? A passkey names its owner and proves it; a password is tried against a login.
 * Refuses everything that does not fit with one and the same code and in the same time, so that no stranger learns who is
 * a patient here (H16, H31).
 */
import { type ClinicId, idFrom, type PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Person } from '../records/person.ts';
import { isPasskey, PASSWORD } from './credentials.ts';
import { type ChallengeUnknown, giveChallenge, provePasskey, takeChallenge } from './credentials-challenge.ts';
import { loginFrom } from './credentials-ways.ts';
import type { Ports } from './ports.ts';
import { ADDRESS_TRIES, checkLimits, PASSWORD_TRIES, type TooManyTries } from './rate-limit.ts';
import { openSession, type SignedIn, type Visit } from './sessions.ts';

export type ClinicRefusal =
  /** Several clinics are kept here, and it was not said which. */
  { readonly code: 'clinic-needed' } | { readonly code: 'sign-in-refused' };
export type SignInRefusal = ClinicRefusal | ChallengeUnknown | { readonly code: 'passkey-counter-back' } | TooManyTries;

const ABOUT = 'sign-in';

/** Stands for the person of a login nobody has, so that the same reads are made. */
const NOBODY: PersonId = idFrom<'person'>(0, new Uint8Array(10));

/** The clinic that is meant: the one named, or the only one. */
async function clinicMeant(ports: Ports, clinic: ClinicId | undefined): Promise<Result<ClinicId, ClinicRefusal>> {
  if (clinic !== undefined) {
    const known = await ports.storage.people.clinic(clinic);
    return known === undefined ? err({ code: 'sign-in-refused' }) : ok(clinic);
  }
  const [only, second] = await ports.storage.people.clinics(2);
  if (second !== undefined) return err({ code: 'clinic-needed' });
  return only === undefined ? err({ code: 'sign-in-refused' }) : ok(only.clinic);
}

/** What the browser needs to offer the passkeys it holds for this site; nobody is named yet. */
export async function startPasskeySignIn(
  ports: Ports,
  given: { readonly clinic?: ClinicId; readonly from: string },
): Promise<Result<{ readonly options: unknown }, SignInRefusal>> {
  const clinic = await clinicMeant(ports, given.clinic);
  if (!clinic.ok) return clinic;
  const tries = await checkLimits(ports, clinic.value, `from:${given.from}`, ADDRESS_TRIES);
  if (!tries.ok) return tries;
  const { options, challenge } = await ports.passkeys.authentication(undefined);
  await giveChallenge(ports, challenge, { clinic: clinic.value, purpose: 'sign-in', about: ABOUT });
  return ok({ options });
}

/** Signs in with what the browser sent back. A counter that went back is refused, and marked on the passkey. */
export async function finishPasskeySignIn(
  ports: Ports,
  response: unknown,
  visit: Visit,
): Promise<Result<SignedIn, SignInRefusal>> {
  const { people } = ports.storage;
  const [said, claimed] = [ports.passkeys.says(response), ports.passkeys.claimed(response)];
  const clinic = claimed && (await people.clinic(claimed.clinic));
  if (said === undefined || claimed === undefined || clinic === undefined) return err({ code: 'sign-in-refused' });
  const tries = await checkLimits(ports, claimed.clinic, `from:${visit.from}`, ADDRESS_TRIES);
  if (!tries.ok) return tries;
  const matter = { clinic: claimed.clinic, purpose: 'sign-in', about: ABOUT } as const;
  const challenge = await takeChallenge(ports, said.challenge, matter);
  if (!challenge.ok) return challenge;
  const credential = await people.credential(claimed.clinic, claimed.credential, claimed.person);
  const person = await people.person(claimed.clinic, claimed.person);
  if (credential === undefined || !isPasskey(credential) || person?.state !== 'active')
    return err({ code: 'sign-in-refused' });
  const proved = await provePasskey(ports, response, challenge.value, credential);
  if (proved.ok) return ok(await openSession(ports, person, visit));
  return err({ code: proved.error.code === 'passkey-counter-back' ? 'passkey-counter-back' : 'sign-in-refused' });
}

/** Signs in with login and password. An unknown login costs a hash as a known one does. */
export async function signInWithPassword(
  ports: Ports,
  given: { readonly clinic?: ClinicId; readonly login: string; readonly password: string },
  visit: Visit,
): Promise<Result<SignedIn, SignInRefusal>> {
  const clinic = await clinicMeant(ports, given.clinic);
  if (!clinic.ok) return clinic;
  const login = loginFrom(given.login);
  const from = await checkLimits(ports, clinic.value, `from:${visit.from}`, ADDRESS_TRIES);
  if (!from.ok) return from;
  const tries = await checkLimits(ports, clinic.value, `login:${login ?? given.login}`, PASSWORD_TRIES);
  if (!tries.ok) return tries;
  const person = await personWith(ports, clinic.value, login, given.password);
  return person === undefined ? err({ code: 'sign-in-refused' }) : ok(await openSession(ports, person, visit));
}

/** The person with that login and password; the same work whether there is one or not. */
async function personWith(
  ports: Ports,
  clinic: ClinicId,
  login: string | undefined,
  password: string,
): Promise<Person | undefined> {
  const { people } = ports.storage;
  const person = await people.personByLogin(clinic, login ?? '');
  const kept = await people.credential(clinic, PASSWORD, person?.person ?? NOBODY);
  const fits = await ports.passwords.verify(kept?.secret ?? ports.passwords.decoy, password);
  if (!fits || kept === undefined || person?.state !== 'active') return undefined;
  await people.saveCredential({ ...kept, usedAt: ports.clock.now() });
  return person;
}
