/**
 * The ledger in memory: every case a list of entries that only grows. A batch is checked whole and then written without
 * waiting for anything, so it is atomic as a transaction is. What goes in or comes out is a copy.
 */
import type { Anchor, LedgerEntry, SignedHead } from '../records/ledger.ts';
import type { CaseTie } from '../records/person.ts';
import type { CasePage, CaseQuery, CaseRow, LedgerBatch, LedgerStore, Snapshot } from '../records/ports.ts';
import { copyOf } from './copy.ts';
import { cursorOf, instantCursor, storable, textCursor } from './cursor.ts';
import { checkBatch, checkCaseQuery, checkLimit } from './limits.ts';
import { compareText, foldText } from './text-order.ts';

/** Everything kept of one case. */
export type KeptCase = {
  head: SignedHead;
  row: CaseRow;
  key: Uint8Array | undefined;
  snapshot: Snapshot | undefined;
  readonly entries: LedgerEntry[];
  readonly seqs: Map<string, number>;
  ties: CaseTie[];
};

/** Cases and anchors of one clinic. */
export type KeptClinic = { readonly cases: Map<string, KeptCase>; readonly anchors: Anchor[] };

/** `forget` is called for a case that is shredded, after its own key, snapshot and ties are gone. */
export type Kept = {
  readonly of: (clinic: string) => KeptClinic;
  readonly forget: (clinic: string, id: string) => void;
};

/** A ledger over `kept`. */
export function memoryLedger(kept: Kept): LedgerStore {
  const find = (clinic: string, id: string): KeptCase | undefined => kept.of(clinic).cases.get(id);
  return {
    append: async (batch) => append(kept, batch),
    head: async (clinic, id) => copyOf(find(clinic, id)?.head),
    entries: async (clinic, id, after, limit) => {
      checkLimit(limit);
      const from = Math.max(0, after);
      return copyOf(find(clinic, id)?.entries.slice(from, from + limit) ?? []);
    },
    known: async (clinic, id, events) => {
      const seqs = find(clinic, id)?.seqs;
      return new Map(events.flatMap((event) => (seqs?.has(event) ? [[event, seqs.get(event) ?? 0]] : [])));
    },
    open: async (clinic, id) => {
      const found = find(clinic, id);
      if (!found) return undefined;
      const { head, row, key, snapshot, entries } = found;
      return copyOf({ head, row, key, snapshot, tail: entries.slice(snapshot?.seq ?? 0) });
    },
    cases: async (clinic, query) => copyOf(pageOf([...kept.of(clinic).cases.values()], query)),
    ties: async (clinic, id) => copyOf([...(find(clinic, id)?.ties ?? [])].sort(byTie)),
    relationsOf: async (clinic, id, person) => {
      const holding = find(clinic, id)?.ties.filter((tie) => tie.person === person && tie.until === undefined) ?? [];
      return [...new Set(holding.map(({ relation }) => relation))].sort();
    },
    heads: async (clinic, after, limit) => {
      checkLimit(limit);
      const cases = [...kept.of(clinic).cases.values()].map(({ head }) => head);
      const rest = cases.filter((head) => after === undefined || head.case > after);
      return copyOf(rest.sort((a, b) => compareText(a.case, b.case)).slice(0, limit));
    },
    ...memoryAnchors(kept),
  };
}

function memoryAnchors(kept: Kept): Pick<LedgerStore, 'addAnchor' | 'lastAnchor' | 'anchors'> {
  return {
    addAnchor: async (anchor) => {
      const { anchors } = kept.of(anchor.clinic);
      if (anchor.seq <= (anchors.at(-1)?.seq ?? 0)) return 'conflict';
      anchors.push(copyOf(anchor));
      return 'added';
    },
    lastAnchor: async (clinic) => copyOf(kept.of(clinic).anchors.at(-1)),
    anchors: async (clinic, after, limit) => {
      checkLimit(limit);
      const rest = kept.of(clinic).anchors.filter(({ seq }) => seq > after);
      return copyOf(rest.slice(0, limit));
    },
  };
}

function append(kept: Kept, given: LedgerBatch): 'appended' | 'conflict' {
  checkBatch(given);
  const batch = copyOf(given);
  const { cases } = kept.of(batch.clinic);
  const found = cases.get(batch.case);
  if ((found?.head.seq ?? 0) !== batch.expected) return 'conflict';
  const ids = batch.entries.map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.some((id) => found?.seqs.has(id))) return 'conflict';
  const { head, row, key } = batch;
  const target: KeptCase = found ?? { head, row, key, snapshot: undefined, entries: [], seqs: new Map(), ties: [] };
  cases.set(batch.case, target);
  target.entries.push(...batch.entries);
  for (const { id, seq } of batch.entries) target.seqs.set(id, seq);
  target.head = head;
  target.row = row;
  target.snapshot = batch.snapshot ?? target.snapshot;
  target.ties = tiesAfter(target.ties, batch);
  if (batch.shred) {
    target.key = undefined;
    target.snapshot = undefined;
    target.ties = [];
    kept.forget(batch.clinic, batch.case);
  }
  return 'appended';
}

function tiesAfter(ties: readonly CaseTie[], { tiesMade = [], tiesEnded = [] }: LedgerBatch): CaseTie[] {
  const after = ties.map((tie) => {
    const end = tiesEnded.find(({ person, relation }) => person === tie.person && relation === tie.relation);
    return end === undefined || tie.until !== undefined ? tie : { ...tie, until: end.at };
  });
  const same = (a: CaseTie, b: CaseTie): boolean =>
    a.person === b.person && a.relation === b.relation && a.since === b.since;
  return [...after.filter((tie) => !tiesMade.some((made) => same(tie, made))), ...tiesMade];
}

function pageOf(cases: readonly KeptCase[], query: CaseQuery): CasePage {
  checkCaseQuery(query);
  const start = query.labelStart === undefined ? '' : foldText(query.labelStart);
  if (!storable(start)) return { rows: [] };
  const rows = cases
    .filter(({ ties }) => query.tiedTo === undefined || ties.some((tie) => isTied(tie, query.tiedTo)))
    .map(({ row }) => row)
    .filter((row) => query.status === undefined || row.status === query.status)
    .filter((row) => foldText(row.label).startsWith(start))
    .filter((row) => query.attention !== true || row.attention.length > 0);
  return query.order === 'label' ? byLabel(rows, query) : byChange(rows, query);
}

const isTied = (tie: CaseTie, person: string | undefined): boolean => tie.person === person && tie.until === undefined;

const keyOf = (row: CaseRow): readonly [string, string] => [foldText(row.label), row.case];

function byLabel(rows: readonly CaseRow[], { after, limit }: CaseQuery): CasePage {
  const from = after === undefined ? undefined : textCursor(after);
  if (after !== undefined && from === undefined) return { rows: [] };
  const order = (a: readonly [string, string], b: readonly [string, string]): number =>
    compareText(a[0], b[0]) || compareText(a[1], b[1]);
  const rest = rows.filter((row) => from === undefined || order(keyOf(row), from) > 0);
  return cut(
    rest.sort((a, b) => order(keyOf(a), keyOf(b))),
    limit,
    keyOf,
  );
}

/** Newest change first. */
function byChange(rows: readonly CaseRow[], { after, limit }: CaseQuery): CasePage {
  const from = after === undefined ? undefined : instantCursor(after);
  if (after !== undefined && from === undefined) return { rows: [] };
  const order = (a: CaseRow, at: number, id: string): number => at - a.changedAt || compareText(id, a.case);
  const rest = rows.filter((row) => from === undefined || order(row, ...from) > 0);
  return cut(
    rest.sort((a, b) => order(a, b.changedAt, b.case)),
    limit,
    (row) => [row.changedAt, row.case],
  );
}

function cut(rows: readonly CaseRow[], limit: number, key: (row: CaseRow) => readonly (string | number)[]): CasePage {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return last !== undefined && rows.length > limit ? { rows: page, next: cursorOf(key(last)) } : { rows: page };
}

const byTie = (a: CaseTie, b: CaseTie): number =>
  a.since - b.since || compareText(a.person, b.person) || compareText(a.relation, b.relation);
