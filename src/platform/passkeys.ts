/**
 * Does this answer come from that passkey, for this site and this question? WebAuthn, read by one library behind this
 * door. Refuses an answer without the person verified, from another site, from inside another site's frame, to another
 * challenge, or by another key (H16, H17).
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type ClinicId, type PersonId, parseId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Credential } from '../records/people-store.ts';
import type { NewPasskey, PasskeyFault, Passkeys } from '../records/ports.ts';
import type { Signature } from '../records/signature.ts';
import { type AssertionJson, assertionFrom, clientDataOf, registrationFrom } from './passkeys-json.ts';

export type PasskeySite = {
  /** As the browser shows it: "https://clinic.example", or "http://localhost:7420". */
  readonly origin: string;
  /** The domain passkeys are bound to: the origin's host or a domain above it. It can never change. */
  readonly relyingParty: string;
  /** What a password manager shows beside the passkey; the subject of the treatment does not belong here (H31). */
  readonly name: string;
};

/** EdDSA, ES256, RS256. Source: WebAuthn Level 3 section 5.4, the ones a site should accept. */
const ALGORITHMS = [-8, -7, -257];

/** Milliseconds the browser waits; the challenge lasts as long. */
const PATIENCE = 5 * 60_000;

type SignedWithPasskey = Extract<Signature, { readonly method: 'passkey' }>;

/** Passkeys of one site. Ways of signing in live as long as `relyingParty` stays what it is. */
export function webauthnPasskeys(site: PasskeySite): Passkeys {
  return {
    registration: async (who, known) => {
      const options = await generateRegistrationOptions({
        rpName: site.name,
        rpID: site.relyingParty,
        userName: who.name,
        userDisplayName: who.name,
        userID: userHandle(who.clinic, who.person),
        attestationType: 'none',
        excludeCredentials: known.map(descriptor),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
        timeout: PATIENCE,
      });
      return { options: plain(options), challenge: options.challenge };
    },
    register: (response, challenge) => registered(site, response, challenge),
    authentication: async (allow, challenge) => {
      const options = await generateAuthenticationOptions({
        rpID: site.relyingParty,
        userVerification: 'required',
        timeout: PATIENCE,
        ...(allow === undefined ? {} : { allowCredentials: allow.map(descriptor) }),
        ...(challenge === undefined ? {} : { challenge: bytesOf(challenge) }),
      });
      return { options: plain(options), challenge: options.challenge };
    },
    says: (response) => {
      const said = assertionFrom(response) ?? registrationFrom(response);
      const challenge = clientDataOf(said?.response.clientDataJSON)?.challenge;
      return said === undefined || challenge === undefined ? undefined : { challenge, credential: said.id };
    },
    claimed: (response) => {
      const said = assertionFrom(response);
      const owner = ownerFrom(said?.response.userHandle);
      return said === undefined || owner === undefined ? undefined : { credential: said.id, ...owner };
    },
    authenticate: (response, challenge, credential) => authenticated(site, response, challenge, credential),
    signatureFrom: (response, credential, hash) => signatureFrom(site, response, credential, hash),
    verifySignature: async (signature) => signature.method === 'passkey' && (await fits(signature)),
  };
}

/** As it goes over the wire: the library names options it leaves undefined. */
const plain = (options: object): unknown => JSON.parse(JSON.stringify(options));

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));

const descriptor = ({ credential, transports }: Credential) => ({ id: credential, transports: [...transports] });

/** Clinic and person, 16 bytes each: who it is can be read from the passkey without asking for a name first. */
function userHandle(clinic: ClinicId, person: PersonId): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`${clinic}${person}`.replaceAll('-', ''), 'hex'));
}

function ownerFrom(handle: string | undefined): { clinic: ClinicId; person: PersonId } | undefined {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex');
  if (hex.length !== 64) return undefined;
  const uuid = (digits: string): string => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const [clinic, person] = [parseId<'clinic'>(uuid(hex.slice(0, 32))), parseId<'person'>(uuid(hex.slice(32)))];
  return clinic.ok && person.ok ? { clinic: clinic.value, person: person.value } : undefined;
}

/** The library throws for whatever does not fit; which of it, is of use only to who is trying. */
async function attempt<T>(act: () => Promise<Result<T, PasskeyFault>>): Promise<Result<T, PasskeyFault>> {
  try {
    return await act();
  } catch {
    return err({ code: 'passkey-refused' });
  }
}

/** The site stands alone in its window: a frame inside another site could be dressed up as something else. */
const framed = (clientDataJSON: string): boolean => clientDataOf(clientDataJSON)?.crossOrigin !== false;

async function registered(
  { origin, relyingParty }: PasskeySite,
  response: unknown,
  challenge: string,
): Promise<Result<NewPasskey, PasskeyFault>> {
  const said = registrationFrom(response);
  if (said === undefined || framed(said.response.clientDataJSON)) return err({ code: 'passkey-refused' });
  return attempt(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: said,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    const made = registrationInfo?.credential;
    if (!verified || made === undefined || made.id !== said.id) return err({ code: 'passkey-refused' });
    return ok({
      credential: made.id,
      publicKey: Buffer.from(made.publicKey).toString('base64url'),
      counter: made.counter,
      transports: made.transports ?? [],
    });
  });
}

/** Its counter, when everything else of the assertion fits. */
async function counterOf(
  said: AssertionJson,
  challenge: string,
  by: {
    readonly credential: string;
    readonly publicKey: string;
    readonly origin: string;
    readonly relyingParty: string;
  },
): Promise<Result<number, PasskeyFault>> {
  if (said.id !== by.credential || framed(said.response.clientDataJSON)) return err({ code: 'passkey-refused' });
  return attempt(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: said,
      expectedChallenge: challenge,
      expectedOrigin: by.origin,
      expectedRPID: by.relyingParty,
      requireUserVerification: true,
      // Zero, because the library's own check would not tell a counter that went back from a forgery.
      credential: { id: by.credential, publicKey: bytesOf(by.publicKey), counter: 0 },
    });
    return verified ? ok(authenticationInfo.newCounter) : err({ code: 'passkey-refused' });
  });
}

/** Source of the counter's rule: WebAuthn Level 3 section 7.2 step 22; zero for ever is a passkey that does not count. */
async function authenticated(
  site: PasskeySite,
  response: unknown,
  challenge: string,
  { credential, secret, counter }: Credential,
): Promise<Result<{ readonly counter: number }, PasskeyFault>> {
  const said = assertionFrom(response);
  if (said === undefined) return err({ code: 'passkey-refused' });
  const now = await counterOf(said, challenge, { credential, publicKey: secret, ...site });
  if (!now.ok) return now;
  const back = (now.value > 0 || counter > 0) && now.value <= counter;
  return back ? err({ code: 'passkey-counter-back' }) : ok({ counter: now.value });
}

function signatureFrom(site: PasskeySite, response: unknown, { secret }: Credential, hash: string): Signature {
  const said = assertionFrom(response);
  if (said === undefined) throw new RangeError('a signature is made from an accepted response only');
  return {
    method: 'passkey',
    credential: said.id,
    publicKey: secret,
    authenticatorData: said.response.authenticatorData,
    clientDataJSON: said.response.clientDataJSON,
    signature: said.response.signature,
    origin: site.origin,
    relyingParty: site.relyingParty,
    hash,
  };
}

/** The challenge must be the hash's own 32 bytes: nothing else of the record is needed to check it. */
async function fits(kept: SignedWithPasskey): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(kept.hash) || !belongs(kept.origin, kept.relyingParty)) return false;
  const { credential: id, authenticatorData, clientDataJSON, signature } = kept;
  const said = assertionFrom({
    ...{ id, rawId: id, type: 'public-key' },
    response: { authenticatorData, clientDataJSON, signature },
  });
  const challenge = Buffer.from(kept.hash, 'hex').toString('base64url');
  return said !== undefined && (await counterOf(said, challenge, kept)).ok;
}

/** A passkey of "clinic.example" serves that host and those below it. */
function belongs(origin: string, relyingParty: string): boolean {
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  return host === relyingParty || (relyingParty.includes('.') && host.endsWith(`.${relyingParty}`));
}
