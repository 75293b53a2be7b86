/**
 * What does this device make of a passkey? Hands the server's options to the browser and its answer back as JSON, by the
 * browser's own reading where it has one. Refuses with a code when the person cancels or the device cannot.
 */
import { fromBase64url, toBase64url } from '../../src/base/base64url.ts';
import { err, ok, type Result } from '../../src/base/result.ts';
import { pageRefusal, type Refusal } from './ask.ts';

/** Has this browser passkeys, at this address? */
export const hasPasskeys = (): boolean => window.isSecureContext && typeof PublicKeyCredential === 'function';

type Creation = PublicKeyCredentialCreationOptionsJSON;
type Request = PublicKeyCredentialRequestOptionsJSON;

/** Makes one. `name` is what the device shows beside it; the server may not know it yet. */
export function createPasskey(options: unknown, name?: string): Promise<Result<object, Refusal>> {
  const given = options as Creation;
  const json = name === undefined ? given : { ...given, user: { ...given.user, name, displayName: name } };
  return attempt(() => navigator.credentials.create({ publicKey: creationFrom(json) }));
}

/** Lets the person choose among those the device holds for this site. */
export function usePasskey(options: unknown): Promise<Result<object, Refusal>> {
  return attempt(() => navigator.credentials.get({ publicKey: requestFrom(options as Request) }));
}

async function attempt(act: () => Promise<Credential | null>): Promise<Result<object, Refusal>> {
  try {
    const made = await act();
    return made instanceof PublicKeyCredential ? ok(jsonOf(made)) : err(pageRefusal('passkey-impossible'));
  } catch (error) {
    return err(pageRefusal(CODES[error instanceof DOMException ? error.name : ''] ?? 'passkey-impossible'));
  }
}

/** Source: WebAuthn Level 3 sections 5.1.3 and 5.1.4. A browser says the same for "no", "too late" and "none here". */
const CODES: Readonly<Record<string, 'passkey-cancelled' | 'passkey-held-already'>> = {
  NotAllowedError: 'passkey-cancelled',
  AbortError: 'passkey-cancelled',
  InvalidStateError: 'passkey-held-already',
};

function creationFrom(json: Creation): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  const { rp, pubKeyCredParams, timeout, authenticatorSelection, attestation } = json;
  return {
    ...{ rp, challenge: bytesOf(json.challenge), user: { ...json.user, id: bytesOf(json.user.id) } },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
    excludeCredentials: (json.excludeCredentials ?? []).map(({ id }) => ({ type: 'public-key', id: bytesOf(id) })),
    ...(timeout === undefined ? {} : { timeout }),
    ...(authenticatorSelection === undefined ? {} : { authenticatorSelection }),
    ...(attestation === 'none' ? { attestation } : {}),
  };
}

function requestFrom(json: Request): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(json);
  const { rpId, timeout } = json;
  return {
    challenge: bytesOf(json.challenge),
    userVerification: 'required',
    allowCredentials: (json.allowCredentials ?? []).map(({ id }) => ({ type: 'public-key', id: bytesOf(id) })),
    ...(rpId === undefined ? {} : { rpId }),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

/** Some browsers have no `toJSON`, and some password managers one that throws. */
function jsonOf(credential: PublicKeyCredential): object {
  try {
    return credential.toJSON();
  } catch {
    const { id, rawId, type, response } = credential;
    return { id, rawId: textOf(rawId), type, clientExtensionResults: {}, response: answerOf(response) };
  }
}

function answerOf(response: AuthenticatorResponse): object {
  const clientDataJSON = textOf(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse)
    return {
      clientDataJSON,
      attestationObject: textOf(response.attestationObject),
      transports: 'getTransports' in response ? response.getTransports() : [],
    };
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    clientDataJSON,
    authenticatorData: textOf(authenticatorData),
    signature: textOf(signature),
    ...(userHandle === null ? {} : { userHandle: textOf(userHandle) }),
  };
}

const textOf = (bytes: ArrayBuffer): string => toBase64url(new Uint8Array(bytes));

/** @throws TypeError for what is no base64url, as the browser's own reading does */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new TypeError('not base64url');
  return new Uint8Array(bytes.value);
}
