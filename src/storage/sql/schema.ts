/**
 * What stands in the tables? The rows of both databases as types; the migrations make them. Instants are milliseconds
 * since 1970-01-01 UTC, lists are JSON text, sealed parts are bytes. The clinic leads every key (docs/decisions/0015).
 */

type OfClinic = { readonly clinic_id: string };
type OfCase = OfClinic & { readonly case_id: string };

export type ClinicTable = OfClinic & {
  readonly name: string;
  readonly state: string;
  readonly maximum_ceiling: number;
  readonly at: number;
};

export type PersonTable = OfClinic & {
  readonly person_id: string;
  readonly name: string;
  /** `foldText` of the name: what lists are ordered and searched by. */
  readonly name_fold: string;
  readonly login: string | null;
  readonly roles: string;
  readonly state: string;
  readonly at: number;
};

export type CredentialTable = OfClinic & {
  readonly person_id: string;
  readonly credential_id: string;
  readonly secret: string;
  readonly counter: number;
  readonly transports: string;
  readonly label: string;
  readonly at: number;
  readonly used_at: number | null;
  readonly suspect_at: number | null;
};

export type InvitationTable = OfClinic & {
  readonly secret_hash: string;
  readonly person_id: string;
  readonly purpose: string;
  readonly at: number;
  readonly expires: number;
  readonly used_at: number | null;
};

export type SessionTable = OfClinic & {
  readonly secret_hash: string;
  readonly session_id: string;
  readonly person_id: string;
  readonly device: string;
  readonly at: number;
  readonly seen_at: number;
  readonly expires: number;
  readonly revoked_at: number | null;
};

export type ChallengeTable = OfClinic & {
  readonly challenge: string;
  readonly purpose: string;
  readonly person_id: string | null;
  readonly about: string;
  readonly expires: number;
};

export type TryCountTable = OfClinic & {
  readonly try_key: string;
  readonly window_start: number;
  readonly tries: number;
};

export type CaseHeadTable = OfCase & {
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
  readonly signing_key: string;
};

export type CaseRowTable = OfCase & {
  readonly patient_id: string;
  readonly label: string;
  /** `foldText` of the label: what lists are ordered and searched by. */
  readonly label_fold: string;
  readonly status: string;
  readonly last_day: string;
  readonly plan_until: string;
  /** JSON list; '[]' = nothing to look at. */
  readonly attention: string;
  readonly opened_at: number;
  readonly changed_at: number;
  readonly diary_seq: number;
  /** Newest `diary_seq` a finding was computed from; 0 = none. Kept by the store, not by the caller. */
  readonly finding_seq: number;
};

export type CaseKeyTable = OfCase & { readonly wrapped: Uint8Array };

export type SnapshotTable = OfCase & { readonly seq: number; readonly payload: Uint8Array };

export type LedgerTable = OfCase & {
  readonly seq: number;
  readonly event_id: string;
  readonly at: number;
  readonly payload: Uint8Array;
  readonly previous: string;
  readonly hash: string;
};

export type TieTable = OfCase & {
  readonly person_id: string;
  readonly relation: string;
  readonly since: number;
  readonly until_at: number | null;
};

export type AnchorTable = OfClinic & {
  readonly seq: number;
  readonly at: number;
  /** JSON: case → [seq, hash], keys sorted. */
  readonly heads: string;
  readonly previous: string;
  readonly hash: string;
  readonly signature: string;
  readonly signing_key: string;
};

export type AccessTable = OfCase & {
  readonly at: number;
  readonly access_id: string;
  readonly person_id: string;
  readonly action: string;
};

export type FindingTable = OfCase & {
  readonly finding_id: string;
  readonly at: number;
  readonly diary_seq: number;
  readonly data_hash: string;
  readonly revision: string;
  readonly payload: Uint8Array;
};

export type Schema = {
  readonly clinic: ClinicTable;
  readonly person: PersonTable;
  readonly credential: CredentialTable;
  readonly invitation: InvitationTable;
  readonly session: SessionTable;
  readonly challenge: ChallengeTable;
  readonly try_count: TryCountTable;
  readonly case_head: CaseHeadTable;
  readonly case_row: CaseRowTable;
  readonly case_key: CaseKeyTable;
  readonly snapshot: SnapshotTable;
  readonly ledger: LedgerTable;
  readonly tie: TieTable;
  readonly anchor: AnchorTable;
  readonly access: AccessTable;
  readonly finding: FindingTable;
};

/** Columns of the tables that rows are written to whole, in the order of the table. */
const COLUMNS = {
  clinic: ['clinic_id', 'name', 'state', 'maximum_ceiling', 'at'],
  person: ['clinic_id', 'person_id', 'name', 'name_fold', 'login', 'roles', 'state', 'at'],
  credential: [
    ...(['clinic_id', 'person_id', 'credential_id', 'secret', 'counter'] as const),
    ...(['transports', 'label', 'at', 'used_at', 'suspect_at'] as const),
  ],
  invitation: ['clinic_id', 'secret_hash', 'person_id', 'purpose', 'at', 'expires', 'used_at'],
  session: [
    ...(['clinic_id', 'secret_hash', 'session_id', 'person_id', 'device'] as const),
    ...(['at', 'seen_at', 'expires', 'revoked_at'] as const),
  ],
  challenge: ['clinic_id', 'challenge', 'purpose', 'person_id', 'about', 'expires'],
  try_count: ['clinic_id', 'try_key', 'window_start', 'tries'],
  case_head: ['clinic_id', 'case_id', 'seq', 'hash', 'signature', 'signing_key'],
  case_row: [
    ...(['clinic_id', 'case_id', 'patient_id', 'label', 'label_fold', 'status', 'last_day', 'plan_until'] as const),
    ...(['attention', 'opened_at', 'changed_at', 'diary_seq', 'finding_seq'] as const),
  ],
  case_key: ['clinic_id', 'case_id', 'wrapped'],
  snapshot: ['clinic_id', 'case_id', 'seq', 'payload'],
  ledger: ['clinic_id', 'case_id', 'seq', 'event_id', 'at', 'payload', 'previous', 'hash'],
  tie: ['clinic_id', 'case_id', 'person_id', 'relation', 'since', 'until_at'],
  anchor: ['clinic_id', 'seq', 'at', 'heads', 'previous', 'hash', 'signature', 'signing_key'],
  access: ['clinic_id', 'case_id', 'at', 'access_id', 'person_id', 'action'],
  finding: ['clinic_id', 'case_id', 'finding_id', 'at', 'diary_seq', 'data_hash', 'revision', 'payload'],
} as const satisfies { readonly [T in keyof Schema]: readonly (keyof Schema[T])[] };

/** The columns of a whole row out of the slots of a template, which cannot be listed. */
export function rowOfSlots<T extends keyof Schema>(table: T, slots: Schema[T]): Schema[T] {
  const columns: readonly string[] = COLUMNS[table];
  const given = slots as Readonly<Record<string, unknown>>;
  return Object.fromEntries(columns.map((column) => [column, given[column]])) as unknown as Schema[T];
}
