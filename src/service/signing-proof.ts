/**
 * Is it really them who sign, and exactly this? A passkey signs the hash of what was read back; where there is none the
 * password is entered again, which proves less and says so in the signature (H17).
 */
import { ok, type Result } from '../base/result.ts';
import type { Signature } from '../records/signature.ts';
import type { Actor } from './authority.ts';
import {
  confirmPassword,
  finishSigning,
  type PasswordRefusal,
  type SigningRefusal,
  signingOptions,
} from './credentials.ts';
import type { Ports } from './ports.ts';

/** How the person proves that it is them: what the browser sent back, unread, or the password again. */
export type Proof =
  | { readonly kind: 'passkey'; readonly response: unknown }
  | { readonly kind: 'password'; readonly password: string };

/** What the browser needs to sign the hash with a passkey. */
export type SigningStarted = { readonly hash: string; readonly options: unknown };

/** `matter`: the same text at the start and at the end, so that an answer about one thing signs no other. */
export async function askToSign(
  ports: Ports,
  actor: Actor,
  matter: string,
  hash: string,
): Promise<Result<SigningStarted, SigningRefusal>> {
  const asked = await signingOptions(ports, actor, matter, hash);
  return asked.ok ? ok({ hash, options: asked.value.options }) : asked;
}

export async function proveSigned(
  ports: Ports,
  actor: Actor,
  proof: Proof,
  { matter, hash }: { readonly matter: string; readonly hash: string },
): Promise<Result<Signature, SigningRefusal | PasswordRefusal>> {
  if (proof.kind === 'passkey') return finishSigning(ports, actor, proof.response, matter, hash);
  const confirmed = await confirmPassword(ports, actor, proof.password);
  return confirmed.ok ? ok({ method: 'password', hash }) : confirmed;
}
