/**
 * What did the browser send? Reads the JSON forms of WebAuthn Level 3 section 5.1 field by field, so that nothing unread
 * reaches the library. Refuses, as undefined, whatever lacks a part, has one of another kind, or is far too long.
 */
type Fields = Readonly<Record<string, unknown>>;

/** Characters of one field. An attestation without a statement is some 300 bytes, an RSA signature 512. */
const LONGEST = 16_384;

type Head = {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: Record<string, never>;
};
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** AuthenticationResponseJSON, as far as it is used; `clientExtensionResults` is dropped, no extension is asked for. */
export type AssertionJson = Head & {
  response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string };
};

/** RegistrationResponseJSON, as far as it is used. */
export type RegistrationJson = Head & {
  response: { clientDataJSON: string; attestationObject: string; transports: (typeof TRANSPORTS)[number][] };
};

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]+$/.test(value) && value.length <= LONGEST ? value : undefined;

function headOf(response: unknown): { readonly head: Head; readonly inner: Fields } | undefined {
  const fields = fieldsOf(response);
  const [id, rawId, inner] = [textOf(fields?.id), textOf(fields?.rawId), fieldsOf(fields?.response)];
  if (id === undefined || rawId === undefined || inner === undefined || fields?.type !== 'public-key') return undefined;
  return { head: { id, rawId, type: 'public-key', clientExtensionResults: {} }, inner };
}

/** An answer to "who are you" or "sign this". */
export function assertionFrom(response: unknown): AssertionJson | undefined {
  const read = headOf(response);
  const clientDataJSON = textOf(read?.inner.clientDataJSON);
  const authenticatorData = textOf(read?.inner.authenticatorData);
  const signature = textOf(read?.inner.signature);
  const userHandle = textOf(read?.inner.userHandle);
  if (read === undefined || clientDataJSON === undefined || authenticatorData === undefined || signature === undefined)
    return undefined;
  const inner = { clientDataJSON, authenticatorData, signature, ...(userHandle === undefined ? {} : { userHandle }) };
  return { ...read.head, response: inner };
}

/** An answer to "make a passkey". */
export function registrationFrom(response: unknown): RegistrationJson | undefined {
  const read = headOf(response);
  const clientDataJSON = textOf(read?.inner.clientDataJSON);
  const attestationObject = textOf(read?.inner.attestationObject);
  if (read === undefined || clientDataJSON === undefined || attestationObject === undefined) return undefined;
  const listed: readonly unknown[] = Array.isArray(read.inner.transports) ? read.inner.transports : [];
  const transports = TRANSPORTS.filter((name) => listed.includes(name));
  return { ...read.head, response: { clientDataJSON, attestationObject, transports } };
}

/** What the browser put under the signature. `crossOrigin` absent means false (WebAuthn Level 3 section 5.8.1). */
export function clientDataOf(
  text: string | undefined,
): { readonly challenge: string; readonly crossOrigin: boolean } | undefined {
  try {
    const fields = fieldsOf(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')));
    const challenge = textOf(fields?.challenge);
    const alone = fields?.crossOrigin === undefined || fields.crossOrigin === false;
    return challenge === undefined
      ? undefined
      : { challenge, crossOrigin: !(alone && fields?.topOrigin === undefined) };
  } catch {
    return undefined;
  }
}
