/**
 * Is it still you, now, for exactly this? Signing asks again: with a passkey that signs the hash of the decision itself,
 * or with the password, which proves less. Refuses a passkey of somebody else, a second use of one answer, and an answer
 * given about another matter (H17).
 */
import { bytesFromHex, toBase64url } from '../base/base64url.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Credential } from '../records/people-store.ts';
import type { Signature } from '../records/signature.ts';
import type { Actor } from './authority.ts';
import {
  giveChallenge,
  type Matter,
  type PasskeyRefusal,
  provePasskey,
  takeChallenge,
} from './credentials-challenge.ts';
import type { Ports } from './ports.ts';
import { CHALLENGE_TRIES, checkLimits, PASSWORD_TRIES, type TooManyTries } from './rate-limit.ts';

/** The name a password has among a person's credentials. */
export const PASSWORD = 'password';

/** Is it a passkey? */
export const isPasskey = ({ credential }: Credential): boolean => credential !== PASSWORD;

export type PasswordRefusal = { readonly code: 'password-wrong' } | TooManyTries;

/** The password of somebody who is signed in, asked for once more. A person without one gets the same answer as a wrong one. */
export async function confirmPassword(
  ports: Ports,
  actor: Actor,
  password: string,
): Promise<Result<undefined, PasswordRefusal>> {
  const tries = await checkLimits(ports, actor.clinic, `confirm:${actor.person}`, PASSWORD_TRIES);
  if (!tries.ok) return tries;
  const kept = await ports.storage.people.credential(actor.clinic, PASSWORD, actor.person);
  const fits = await ports.passwords.verify(kept?.secret ?? ports.passwords.decoy, password);
  if (!fits || kept === undefined) return err({ code: 'password-wrong' });
  await ports.storage.people.saveCredential({ ...kept, usedAt: ports.clock.now() });
  return ok(undefined);
}

export type SigningRefusal = { readonly code: 'no-passkey' } | PasskeyRefusal | TooManyTries;

/** The 32 bytes of a hash as WebAuthn's challenge: what the passkey signs is the decision's own hash. */
export const challengeFor = (hash: string): string => toBase64url(bytesFromHex(hash));

const matterOf = (actor: Actor, about: string): Matter => ({
  clinic: actor.clinic,
  purpose: 'sign-plan',
  person: actor.person,
  about,
});

/**
 * What the browser needs to sign.
 *
 * @param about what is being signed, as text the caller makes the same way again at the end: case and plan
 * @param hash  `signedHash` of the decision: 64 hexadecimal digits
 */
export async function signingOptions(
  ports: Ports,
  actor: Actor,
  about: string,
  hash: string,
): Promise<Result<{ readonly options: unknown }, SigningRefusal>> {
  const tries = await checkLimits(ports, actor.clinic, `sign-plan:${actor.person}`, CHALLENGE_TRIES);
  if (!tries.ok) return tries;
  const own = (await ports.storage.people.credentialsOf(actor.clinic, actor.person)).filter(isPasskey);
  if (own.length === 0) return err({ code: 'no-passkey' });
  const { options, challenge } = await ports.passkeys.authentication(own, challengeFor(hash));
  await giveChallenge(ports, challenge, matterOf(actor, about));
  return ok({ options });
}

/** The signature, from what the browser sent back. `about` and `hash` are the caller's own, never the browser's. */
export async function finishSigning(
  ports: Ports,
  actor: Actor,
  response: unknown,
  about: string,
  hash: string,
): Promise<Result<Signature, SigningRefusal>> {
  const challenge = await takeChallenge(ports, challengeFor(hash), matterOf(actor, about));
  if (!challenge.ok) return challenge;
  const said = ports.passkeys.says(response);
  if (said === undefined) return err({ code: 'passkey-refused' });
  const credential = await ports.storage.people.credential(actor.clinic, said.credential, actor.person);
  if (credential === undefined || !isPasskey(credential)) return err({ code: 'passkey-refused' });
  const proved = await provePasskey(ports, response, challenge.value, credential);
  return proved.ok ? ok(ports.passkeys.signatureFrom(response, credential, hash)) : proved;
}
