/**
 * Is this the answer to a question that was asked? A challenge is given out once and taken back once, within minutes,
 * for one purpose, one person and one matter. Refuses an answer to any other, and a second answer to the same (H17).
 */
import type { ClinicId, PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Challenge, Credential } from '../records/people-store.ts';
import type { PasskeyFault } from '../records/ports.ts';
import type { Ports } from './ports.ts';

/** Five minutes, the least that WebAuthn Level 3 section 15.1 recommends where the person is verified. */
export const CHALLENGE_LASTS = 5 * 60_000;

export type ChallengeUnknown = { readonly code: 'challenge-unknown' };
export type PasskeyRefusal = ChallengeUnknown | PasskeyFault;

/** What a challenge is for. `person` undefined only for signing in. */
export type Matter = {
  readonly clinic: ClinicId;
  readonly purpose: Challenge['purpose'];
  readonly person?: PersonId;
  readonly about: string;
};

/** Remembers a challenge that is going out. */
export async function giveChallenge(ports: Ports, challenge: string, matter: Matter): Promise<void> {
  const expires = ports.clock.now() + CHALLENGE_LASTS;
  await ports.storage.people.addChallenge({ ...matter, challenge, expires });
}

/** Takes back the challenge a response answers, whatever comes of it. */
export async function takeChallenge(
  ports: Ports,
  challenge: string,
  matter: Matter,
): Promise<Result<string, ChallengeUnknown>> {
  const kept = await ports.storage.people.takeChallenge(matter.clinic, challenge);
  const fits =
    kept !== undefined &&
    kept.purpose === matter.purpose &&
    kept.person === matter.person &&
    kept.about === matter.about &&
    ports.clock.now() < kept.expires;
  return fits ? ok(challenge) : err({ code: 'challenge-unknown' });
}

/**
 * Proves a response against a kept passkey, and keeps its counter. One that went back is marked, and from then on refused
 * whatever it counts: of a passkey and its copy nobody can say which is which. Only who holds it is told.
 */
export async function provePasskey(
  ports: Ports,
  response: unknown,
  challenge: string,
  credential: Credential,
): Promise<Result<undefined, PasskeyFault>> {
  const proved = await ports.passkeys.authenticate(response, challenge, credential);
  if (!proved.ok && proved.error.code === 'passkey-refused') return proved;
  if (credential.suspectAt !== undefined) return err({ code: 'passkey-counter-back' });
  const now = ports.clock.now();
  const kept = proved.ok ? { counter: proved.value.counter, usedAt: now } : { suspectAt: now };
  await ports.storage.people.saveCredential({ ...credential, ...kept });
  return proved.ok ? ok(undefined) : proved;
}
