/**
 * How are people, their ways of signing in and their sessions kept? The port; its adapters stand in storage/. Secrets are
 * kept as hashes only: who reads the database can sign in as nobody.
 */
import type { ClinicId, PersonId } from '../base/ids.ts';
import type { Clinic, Person } from './person.ts';

export type Credential = {
  readonly clinic: ClinicId;
  /** Passkey: its credential id, base64url. Password: 'password'. */
  readonly credential: string;
  readonly person: PersonId;
  /** Passkey: COSE public key, base64url. Password: argon2id in PHC text. */
  readonly secret: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** As the person named the device. */
  readonly label: string;
  readonly at: number;
  readonly usedAt?: number;
  /** When its counter went back, which a copy of it would do; undefined = never. */
  readonly suspectAt?: number;
};

/** A one-time link. Only the SHA-256 of its secret is kept. */
export type Invitation = {
  readonly clinic: ClinicId;
  readonly secretHash: string;
  readonly person: PersonId;
  /** 'set-up': first admin of a clinic. 'join': a new person. 'device': a lost or further device. */
  readonly purpose: 'set-up' | 'join' | 'device';
  readonly at: number;
  readonly expires: number;
  readonly usedAt?: number;
};

export type Session = {
  readonly clinic: ClinicId;
  readonly secretHash: string;
  /** Shown in the list of devices. */
  readonly session: string;
  readonly person: PersonId;
  readonly device: string;
  readonly at: number;
  readonly seenAt: number;
  /** Absolute end. */
  readonly expires: number;
  readonly revokedAt?: number;
};

/** A challenge given out once, taken back once. */
export type Challenge = {
  readonly clinic: ClinicId;
  readonly challenge: string;
  readonly purpose: 'register' | 'sign-in' | 'sign-plan';
  /** Whose it is; undefined only for sign-in, where nobody has said yet. */
  readonly person?: PersonId;
  /** What it is about: the signed hash, the case and plan; JSON text. */
  readonly about: string;
  readonly expires: number;
};

export type PeopleStore = {
  /** The clinics of this installation: the only question not asked of one clinic. At most `limit`. */
  readonly clinics: (limit: number) => Promise<readonly Clinic[]>;
  readonly clinic: (clinic: ClinicId) => Promise<Clinic | undefined>;
  readonly saveClinic: (clinic: Clinic) => Promise<void>;
  readonly person: (clinic: ClinicId, person: PersonId) => Promise<Person | undefined>;
  readonly personByLogin: (clinic: ClinicId, login: string) => Promise<Person | undefined>;
  /** 'login-taken': another person of the clinic has that login. */
  readonly savePerson: (person: Person) => Promise<'saved' | 'login-taken'>;
  /** By name, then id; keyset paged. */
  readonly people: (
    clinic: ClinicId,
    query: { readonly nameStart?: string; readonly after?: string; readonly limit: number },
  ) => Promise<{ readonly people: readonly Person[]; readonly next?: string }>;
  readonly addCredential: (credential: Credential) => Promise<'added' | 'known'>;
  readonly credential: (clinic: ClinicId, credential: string, person?: PersonId) => Promise<Credential | undefined>;
  readonly credentialsOf: (clinic: ClinicId, person: PersonId) => Promise<readonly Credential[]>;
  readonly saveCredential: (credential: Credential) => Promise<void>;
  readonly removeCredential: (clinic: ClinicId, person: PersonId, credential: string) => Promise<void>;
  readonly addInvitation: (invitation: Invitation) => Promise<void>;
  readonly invitation: (clinic: ClinicId, secretHash: string) => Promise<Invitation | undefined>;
  /** Marks it used; 'used' when somebody was faster, 'none' when there is no such one. */
  readonly useInvitation: (clinic: ClinicId, secretHash: string, at: number) => Promise<'done' | 'used' | 'none'>;
  /** Ends all unused invitations of the person. */
  readonly endInvitations: (clinic: ClinicId, person: PersonId, at: number) => Promise<void>;
  readonly addSession: (session: Session) => Promise<void>;
  readonly session: (clinic: ClinicId, secretHash: string) => Promise<Session | undefined>;
  readonly sessionsOf: (clinic: ClinicId, person: PersonId) => Promise<readonly Session[]>;
  readonly touchSession: (clinic: ClinicId, secretHash: string, seenAt: number) => Promise<void>;
  /** By the name in the list of devices; undefined = all of the person. */
  readonly revokeSessions: (
    clinic: ClinicId,
    person: PersonId,
    session: string | undefined,
    at: number,
  ) => Promise<number>;
  /** The same challenge given out again takes the earlier one's place: one plan is asked about twice. */
  readonly addChallenge: (challenge: Challenge) => Promise<void>;
  /** Gives it once and forgets it; undefined when unknown or given before. Expiry is the caller's to judge. */
  readonly takeChallenge: (clinic: ClinicId, challenge: string) => Promise<Challenge | undefined>;
  /** Counts one more try under the key in the window that starts at `window`; returns the count so far. */
  readonly countTry: (clinic: ClinicId, key: string, window: number) => Promise<number>;
  /** Forgets challenges, tries, and sessions and invitations that ended before `before`. */
  readonly sweep: (clinic: ClinicId, before: number) => Promise<void>;
};
