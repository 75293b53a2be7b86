/**
 * A passkey in software: answers WebAuthn's options as a browser with its authenticator does, with real P-256 keys, and
 * can be told to lie in one place at a time. Written from WebAuthn Level 3 sections 5.8.1, 6.1 and 6.5 and RFC 9052, not
 * from the library that reads it.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What an answer may get wrong. */
export type Lies = {
  readonly origin?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly relyingParty?: string;
  readonly crossOrigin?: boolean;
  readonly topOrigin?: string;
  /** User verified: a finger, a face, a PIN. */
  readonly verified?: boolean;
  readonly present?: boolean;
  readonly counter?: number;
  /** Signs with another key than the registered one. */
  readonly otherKey?: boolean;
  readonly userHandle?: string;
};

type Passkey = { readonly id: string; readonly key: KeyObject; readonly userHandle: string; readonly rp: string };

export type CreationOptions = {
  readonly challenge: string;
  readonly rp: { readonly id?: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string };
  readonly excludeCredentials?: readonly { readonly id: string }[];
};
export type RequestOptions = {
  readonly challenge: string;
  readonly rpId?: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
};

/** The JSON a page sends; a type of record so that a test can break it. */
export type Answer = Record<string, unknown> & { response: Record<string, unknown> };

const text64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** COSE_Key map {1: 2, 3: -7, -1: 1, -2: x, -3: y}: EC2, ES256, P-256. */
function coseKey(open: KeyObject): Buffer {
  const { x = '', y = '' } = open.export({ format: 'jwk' });
  const [head, middle] = [Buffer.from('a5010203262001215820', 'hex'), Buffer.from('225820', 'hex')];
  return Buffer.concat([head, Buffer.from(x, 'base64url'), middle, Buffer.from(y, 'base64url')]);
}

/** CBOR map {"fmt": "none", "attStmt": {}, "authData": bytes}. */
function attestation(authData: Buffer): Buffer {
  const head = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex');
  const length = Buffer.from([0x59, authData.length >> 8, authData.length & 255]);
  return Buffer.concat([head, length, authData]);
}

/** Answers for a site at `origin`. `counts`: a hardware key with a counter; without, a synchronised passkey at zero. */
export function softwareAuthenticator(origin: string, { counts = true } = {}) {
  const passkeys: Passkey[] = [];
  let counter = 0;

  const clientData = (type: string, challenge: string, lies: Lies): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.crossOrigin ?? false,
        ...(lies.topOrigin === undefined ? {} : { topOrigin: lies.topOrigin }),
      }),
    );

  const authData = (rp: string, lies: Lies, attested?: Buffer): Buffer => {
    const flags = (lies.present === false ? 0 : 1) | (lies.verified === false ? 0 : 4) | (attested ? 0x40 : 0);
    if (counts) counter++;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.counter ?? (counts ? counter : 0));
    return Buffer.concat([sha256(lies.relyingParty ?? rp), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  };

  return {
    passkeys,
    /** navigator.credentials.create */
    create(given: unknown, lies: Lies = {}): Answer {
      const options = given as CreationOptions;
      if (options.excludeCredentials?.some(({ id }) => passkeys.some((own) => own.id === id)))
        throw new Error('InvalidStateError: this authenticator holds a passkey of this account');
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = randomBytes(32);
      const rp = options.rp.id ?? new URL(origin).hostname;
      passkeys.push({ id: text64(id), key: privateKey, userHandle: options.user.id, rp });
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)]);
      const response = {
        clientDataJSON: text64(clientData('webauthn.create', options.challenge, lies)),
        attestationObject: text64(attestation(authData(rp, lies, attested))),
        transports: ['internal', 'hybrid'],
      };
      const name = { id: text64(id), rawId: text64(id), type: 'public-key', authenticatorAttachment: 'platform' };
      return { ...name, response, clientExtensionResults: { credProps: { rk: true } } };
    },
    /** navigator.credentials.get */
    get(given: unknown, lies: Lies = {}): Answer {
      const options = given as RequestOptions;
      const allowed = options.allowCredentials?.map(({ id }) => id);
      const own = passkeys.find(({ id, rp }) => rp === options.rpId && (allowed === undefined || allowed.includes(id)));
      if (own === undefined) throw new Error('NotAllowedError: no passkey for this site');
      const client = clientData('webauthn.get', options.challenge, lies);
      const data = authData(own.rp, lies);
      const key = lies.otherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : own.key;
      const response = {
        clientDataJSON: text64(client),
        authenticatorData: text64(data),
        signature: text64(sign('sha256', Buffer.concat([data, sha256(client)]), key)),
        userHandle: lies.userHandle ?? own.userHandle,
      };
      const name = { id: own.id, rawId: own.id, type: 'public-key', authenticatorAttachment: 'platform' };
      return { ...name, response, clientExtensionResults: {} };
    },
  };
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>;
