/**
 * How do the ledger's values stand in rows, and rows become values again? Nothing is checked here that a chain or a seal
 * checks better: what the database gives back is what was written, or `titrial verify` says so.
 */
import type { Id } from '../../base/ids.ts';
import type { Anchor, LedgerEntry, SignedHead } from '../../records/ledger.ts';
import type { CaseTie } from '../../records/person.ts';
import type { Access, CaseRow, StoredFinding } from '../../records/ports.ts';
import { foldText } from '../text-order.ts';
import type {
  AccessTable,
  AnchorTable,
  CaseHeadTable,
  CaseRowTable,
  FindingTable,
  LedgerTable,
  TieTable,
} from './schema.ts';

/** Text the store itself wrote as an id. */
export const idOf = <Of extends string>(text: string): Id<Of> => text as Id<Of>;

/** Bytes of their own, whatever kind of buffer the database gave. */
export const bytesOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

export const headRow = (head: SignedHead): CaseHeadTable => ({
  clinic_id: head.clinic,
  case_id: head.case,
  seq: head.seq,
  hash: head.hash,
  signature: head.signature,
  signing_key: head.key,
});

export const headOf = (row: CaseHeadTable): SignedHead => ({
  clinic: idOf(row.clinic_id),
  case: idOf(row.case_id),
  seq: row.seq,
  hash: row.hash,
  signature: row.signature,
  key: row.signing_key,
});

export const entryRow = (entry: LedgerEntry): LedgerTable => ({
  clinic_id: entry.clinic,
  case_id: entry.case,
  seq: entry.seq,
  event_id: entry.id,
  at: entry.at,
  payload: entry.payload,
  previous: entry.previous,
  hash: entry.hash,
});

export const entryOf = (row: LedgerTable): LedgerEntry => ({
  clinic: idOf(row.clinic_id),
  case: idOf(row.case_id),
  seq: row.seq,
  id: idOf(row.event_id),
  at: row.at,
  payload: bytesOf(row.payload),
  previous: row.previous,
  hash: row.hash,
});

export const caseRow = (row: CaseRow): Omit<CaseRowTable, 'finding_seq'> => ({
  clinic_id: row.clinic,
  case_id: row.case,
  patient_id: row.patient,
  label: row.label,
  label_fold: foldText(row.label),
  status: row.status,
  last_day: row.lastDay,
  plan_until: row.planUntil,
  attention: JSON.stringify(row.attention),
  opened_at: row.openedAt,
  changed_at: row.changedAt,
  diary_seq: row.diarySeq,
});

export const caseOf = (row: CaseRowTable): CaseRow => ({
  clinic: idOf(row.clinic_id),
  case: idOf(row.case_id),
  patient: idOf(row.patient_id),
  label: row.label,
  status: row.status as CaseRow['status'],
  lastDay: row.last_day,
  planUntil: row.plan_until,
  attention: JSON.parse(row.attention) as readonly string[],
  openedAt: row.opened_at,
  changedAt: row.changed_at,
  diarySeq: row.diary_seq,
});

export const tieRow = (tie: CaseTie): TieTable => ({
  clinic_id: tie.clinic,
  case_id: tie.case,
  person_id: tie.person,
  relation: tie.relation,
  since: tie.since,
  until_at: tie.until ?? null,
});

export const tieOf = (row: TieTable): CaseTie => ({
  clinic: idOf(row.clinic_id),
  case: idOf(row.case_id),
  person: idOf(row.person_id),
  relation: row.relation as CaseTie['relation'],
  since: row.since,
  ...(row.until_at === null ? {} : { until: row.until_at }),
});

export const anchorRow = (anchor: Anchor): AnchorTable => ({
  clinic_id: anchor.clinic,
  seq: anchor.seq,
  at: anchor.at,
  heads: JSON.stringify(anchor.heads),
  previous: anchor.previous,
  hash: anchor.hash,
  signature: anchor.signature,
  signing_key: anchor.key,
});

export const anchorOf = (row: AnchorTable): Anchor => ({
  clinic: idOf(row.clinic_id),
  seq: row.seq,
  at: row.at,
  heads: JSON.parse(row.heads) as Anchor['heads'],
  previous: row.previous,
  hash: row.hash,
  signature: row.signature,
  key: row.signing_key,
});

export const accessRow = (access: Access): AccessTable => ({
  clinic_id: access.clinic,
  case_id: access.case,
  at: access.at,
  access_id: access.id,
  person_id: access.person,
  action: access.action,
});

export const accessOf = (row: AccessTable): Access => ({
  clinic: idOf(row.clinic_id),
  id: row.access_id,
  at: row.at,
  case: idOf(row.case_id),
  person: idOf(row.person_id),
  action: row.action,
});

export const findingRow = (finding: StoredFinding): FindingTable => ({
  clinic_id: finding.clinic,
  case_id: finding.case,
  finding_id: finding.finding,
  at: finding.at,
  diary_seq: finding.diarySeq,
  data_hash: finding.dataHash,
  revision: finding.revision,
  payload: finding.payload,
});

export const findingOf = (row: FindingTable): StoredFinding => ({
  clinic: idOf(row.clinic_id),
  case: idOf(row.case_id),
  finding: idOf(row.finding_id),
  diarySeq: row.diary_seq,
  dataHash: row.data_hash,
  revision: row.revision,
  at: row.at,
  payload: bytesOf(row.payload),
});
