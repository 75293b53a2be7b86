/**
 * What does the record need from the world? Stores, keys, clock and chance, as types. Adapters stand in storage/ and
 * platform/; the memory store is one of them and is used in earnest, so nothing in a test is a mock.
 *
 * Every store method that touches a clinic takes the clinic first and looks nowhere else. Adapters throw `StorageError`
 * and nothing else for what the world does to them.
 */
import type { CaseId, ClinicId, EventId, FindingId, PersonId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { PharmacyOpener, PharmacySeal } from '../trial/allocation.ts';
import type { Anchor, LedgerEntry, SignedHead } from './ledger.ts';
import type { Credential, PeopleStore } from './people-store.ts';
import type { CaseTie, Person, Relation } from './person.ts';
import type { Signature } from './signature.ts';

/** 'full': no space; 'broken': I/O error; 'busy': try again; 'lost': no connection; 'corrupt': unreadable. */
export type StorageTrouble = 'full' | 'broken' | 'busy' | 'lost' | 'corrupt';

/** The world failed, not a person and not our code. The server answers 503 and the phone keeps its entries. */
export class StorageError extends Error {
  readonly trouble: StorageTrouble;
  constructor(trouble: StorageTrouble, cause: unknown) {
    super(`storage: ${trouble}`, { cause });
    this.name = 'StorageError';
    this.trouble = trouble;
  }
}

/** What a list of cases shows without opening one. Plain text in the database; everything else of a case is sealed. */
export type CaseRow = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly patient: PersonId;
  readonly label: string;
  readonly status: 'open' | 'closed' | 'erased';
  /** ISO civil date of the last diary day; '' = none yet. */
  readonly lastDay: string;
  /** ISO civil date after which the plan may not be followed; '' = no plan in force. */
  readonly planUntil: string;
  /** Why a prescriber should look: sorted kebab-case words such as 'request', 'red-flag'; empty = nothing. */
  readonly attention: readonly string[];
  readonly openedAt: number;
  readonly changedAt: number;
  /** seq of the newest event that changes what a finding is computed from; 0 = none. */
  readonly diarySeq: number;
};

/** The fold of a case as of `seq`, sealed; a cache that may be thrown away at any time. */
export type Snapshot = { readonly seq: number; readonly payload: Uint8Array };

/** Everything one act writes, in one transaction or not at all. */
export type LedgerBatch = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  /** seq of the head the entries follow; 0 opens the case. */
  readonly expected: number;
  readonly entries: readonly LedgerEntry[];
  readonly head: SignedHead;
  readonly row: CaseRow;
  readonly snapshot?: Snapshot;
  /** Opening only: the case's own key, wrapped. */
  readonly key?: Uint8Array;
  readonly tiesMade?: readonly CaseTie[];
  /** Ties that end at `at`. */
  readonly tiesEnded?: readonly { readonly person: PersonId; readonly relation: Relation; readonly at: number }[];
  /** Destroys the key, the snapshot, the findings and the ties of the case. */
  readonly shred?: true;
};

export type CasePage = {
  readonly rows: readonly CaseRow[];
  /** Give it back as `after` for the next page; undefined = that was the last. */
  readonly next?: string;
};

export type CaseQuery = {
  /** Only cases this person has a tie to; undefined = all of the clinic. */
  readonly tiedTo?: PersonId;
  readonly status?: CaseRow['status'];
  /** Start of the label, any case of letters; '' or undefined = all. */
  readonly labelStart?: string;
  /** Only cases with something to look at. */
  readonly attention?: boolean;
  readonly order: 'label' | 'changed';
  readonly after?: string;
  /** 1-200 */
  readonly limit: number;
};

export type LedgerStore = {
  /** 'conflict': the head is no longer at `expected`, or an id stands in the case already. Nothing was written. */
  readonly append: (batch: LedgerBatch) => Promise<'appended' | 'conflict'>;
  readonly head: (clinic: ClinicId, id: CaseId) => Promise<SignedHead | undefined>;
  /** Entries with seq > after, ascending, at most `limit`. */
  readonly entries: (clinic: ClinicId, id: CaseId, after: number, limit: number) => Promise<readonly LedgerEntry[]>;
  /** Which of these event ids the case already holds, with their seq. */
  readonly known: (clinic: ClinicId, id: CaseId, events: readonly EventId[]) => Promise<ReadonlyMap<EventId, number>>;
  /** One read for the common path: head, snapshot and the entries after it. undefined = no such case. */
  readonly open: (
    clinic: ClinicId,
    id: CaseId,
  ) => Promise<
    | {
        readonly head: SignedHead;
        readonly row: CaseRow;
        /** undefined: erased. */
        readonly key: Uint8Array | undefined;
        readonly snapshot: Snapshot | undefined;
        readonly tail: readonly LedgerEntry[];
      }
    | undefined
  >;
  readonly cases: (clinic: ClinicId, query: CaseQuery) => Promise<CasePage>;
  readonly ties: (clinic: ClinicId, id: CaseId) => Promise<readonly CaseTie[]>;
  /** Relations that hold now. */
  readonly relationsOf: (clinic: ClinicId, id: CaseId, person: PersonId) => Promise<readonly Relation[]>;
  /** Heads in order of case id, for anchors and verifying. */
  readonly heads: (clinic: ClinicId, after: CaseId | undefined, limit: number) => Promise<readonly SignedHead[]>;
  readonly addAnchor: (anchor: Anchor) => Promise<'added' | 'conflict'>;
  readonly lastAnchor: (clinic: ClinicId) => Promise<Anchor | undefined>;
  readonly anchors: (clinic: ClinicId, after: number, limit: number) => Promise<readonly Anchor[]>;
};

/** Somebody read a case. */
export type Access = {
  readonly clinic: ClinicId;
  readonly id: string;
  readonly at: number;
  readonly case: CaseId;
  readonly person: PersonId;
  readonly action: string;
};

/** A finding as it was computed; `payload` is the sealed JSON of the analysis. */
export type StoredFinding = {
  readonly clinic: ClinicId;
  readonly case: CaseId;
  readonly finding: FindingId;
  /** Newest event of the diary it was computed from. */
  readonly diarySeq: number;
  readonly dataHash: string;
  readonly revision: string;
  readonly at: number;
  readonly payload: Uint8Array;
};

export type AccessStore = {
  readonly add: (accesses: readonly Access[]) => Promise<void>;
  /** Newest first. */
  readonly list: (
    clinic: ClinicId,
    id: CaseId,
    query: { readonly after?: string; readonly limit: number },
  ) => Promise<{ readonly accesses: readonly Access[]; readonly next?: string }>;
};

export type FindingStore = {
  /** 'known': the same data hash and revision stand already as the newest. */
  readonly add: (finding: StoredFinding) => Promise<'added' | 'known'>;
  /** Newest first. */
  readonly list: (
    clinic: ClinicId,
    id: CaseId,
    query: { readonly after?: string; readonly limit: number },
  ) => Promise<{ readonly findings: readonly StoredFinding[]; readonly next?: string }>;
  readonly get: (clinic: ClinicId, id: CaseId, finding: FindingId) => Promise<StoredFinding | undefined>;
  /** Cases whose diary moved past the newest finding and has been quiet since `before`. */
  readonly due: (clinic: ClinicId, before: number, limit: number) => Promise<readonly CaseId[]>;
};

export type Storage = {
  readonly kind: 'memory' | 'sqlite' | 'postgres';
  readonly ledger: LedgerStore;
  readonly people: PeopleStore;
  readonly access: AccessStore;
  readonly findings: FindingStore;
  /** Throws `StorageError` unless a write would reach the disk: settings that promise durability are asserted. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Milliseconds since 1970-01-01 UTC. */
export type Clock = { readonly now: () => number };

/** Chance from the operating system. */
export type Entropy = { readonly bytes: (count: number) => Uint8Array };

/** Keys of the installation. Sealing is AES-256-GCM; `about` is bound in, so sealed bytes cannot change places. */
export type Vault = {
  /** A fresh key for a case, wrapped by the installation's key. */
  readonly newKey: () => Uint8Array;
  /** @throws VaultError when the bytes were altered, moved, or sealed by another key */
  readonly seal: (wrapped: Uint8Array, text: string, about: string) => Uint8Array;
  readonly open: (wrapped: Uint8Array, sealed: Uint8Array, about: string) => string;
  /** Ed25519 over the text, base64url. */
  readonly sign: (text: string) => { readonly signature: string; readonly key: string };
  /** false for an unknown key or a signature that does not fit. */
  readonly verify: (text: string, signature: string, key: string) => boolean;
};

export class VaultError extends Error {
  constructor(cause: unknown) {
    super('sealed bytes could not be opened', { cause });
    this.name = 'VaultError';
  }
}

/** Seals to the pharmacy of a clinic, one key each. `openerFor` is for src/service/unblind.ts alone (H13). */
export type Pharmacy = {
  readonly sealerFor: (clinic: ClinicId) => PharmacySeal;
  readonly openerFor: (clinic: ClinicId) => PharmacyOpener;
};

export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (phc: string, password: string) => Promise<boolean>;
  /** Fits no password and takes as long to try as a real one: for a login that nobody has. */
  readonly decoy: string;
};

/** A passkey as it was registered; binary parts in base64url. */
export type NewPasskey = {
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** 'passkey-counter-back': everything fits but the counter, so there may be a copy of the passkey. */
export type PasskeyFault = { readonly code: 'passkey-refused' } | { readonly code: 'passkey-counter-back' };

/** WebAuthn. `options` is the JSON a browser needs and goes out as it is; `response` is what it sent back, unread. */
export type Passkeys = {
  readonly registration: (
    who: Pick<Person, 'clinic' | 'person' | 'name'>,
    known: readonly Credential[],
  ) => Promise<{ readonly options: unknown; readonly challenge: string }>;
  readonly register: (response: unknown, challenge: string) => Promise<Result<NewPasskey, PasskeyFault>>;
  /** `allow` undefined: any passkey of this site. `challenge`: base64url of the bytes to be signed; undefined = random. */
  readonly authentication: (
    allow: readonly Credential[] | undefined,
    challenge?: string,
  ) => Promise<{ readonly options: unknown; readonly challenge: string }>;
  /** Which challenge a response says it answers, and with which passkey; nothing is proved yet. undefined = unreadable. */
  readonly says: (response: unknown) => { readonly challenge: string; readonly credential: string } | undefined;
  /** Whose passkey a response claims to be; nothing is proved yet. */
  readonly claimed: (
    response: unknown,
  ) => { readonly credential: string; readonly clinic: ClinicId; readonly person: PersonId } | undefined;
  readonly authenticate: (
    response: unknown,
    challenge: string,
    credential: Credential,
  ) => Promise<Result<{ readonly counter: number }, PasskeyFault>>;
  /** The signature over a decision, from a response that `authenticate` has accepted. */
  readonly signatureFrom: (response: unknown, credential: Credential, hash: string) => Signature;
  /** Does a kept signature fit its hash, years later and without the credential store? */
  readonly verifySignature: (signature: Signature) => Promise<boolean>;
};

/** A diary to be analysed away from the thread that serves. Same request, same answer, whatever the pool. */
export type Analysts = {
  readonly analyse: (request: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** Sets Typst text as a tagged PDF (PDF/UA-1). Same texts, same bytes. */
export type Typesetter = {
  /**
   * The first of these texts that fills just so many pages; 'any': the first, however many it takes.
   *
   * @throws RangeError where none does, or for a text that cannot be set, such as a figure without a description: a bug
   * of its writer
   */
  readonly typeset: (texts: readonly string[], pages: number | 'any') => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Asks for recomputation; the same case asked twice is computed once. */
export type Jobs = {
  readonly computeFinding: (clinic: ClinicId, id: CaseId) => Promise<void>;
};
