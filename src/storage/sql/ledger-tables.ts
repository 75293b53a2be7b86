/**
 * The ledger in a database: appending under compare-and-set of the head, and reading. The scripts are the same for both
 * databases. Nothing here ever changes or deletes a row of the ledger (H17).
 */
import type { EventId } from '../../base/ids.ts';
import type { CasePage, CaseQuery, CaseRow, LedgerBatch, LedgerStore } from '../../records/ports.ts';
import { cursorOf, instantCursor, storable, textCursor } from '../cursor.ts';
import { checkBatch, checkCaseQuery, checkLimit } from '../limits.ts';
import { foldText, prefixEnd } from '../text-order.ts';
import type { CaseFilter, LedgerQueries } from './ledger-queries.ts';
import * as rows from './ledger-rows.ts';
import { changedBy, type Database, rowOf, rowsOf, type Script, Undone, UniqueViolation } from './script.ts';

/** Past every id: ids are hexadecimal text. */
const NO_LIMIT = 1_000_000;

/** A ledger over a database. */
export function ledgerTables(db: Database, ask: LedgerQueries): LedgerStore {
  const known = remembered(ask.known);
  const cases = remembered((name: string) => ask.cases(JSON.parse(name) as CaseFilter));
  return {
    append: (batch) => append(db, ask, batch),
    ...readers(db, ask),
    known: (clinic, id, events) => db.read(() => knownEvents(known, clinic, id, events)),
    cases: (clinic, query) => db.read(() => pageOfCases(cases, clinic, query)),
    addAnchor: async (anchor) => {
      try {
        await db.write(() => changedBy(ask.addAnchor(rows.anchorRow(anchor))));
        return 'added';
      } catch (error) {
        if (error instanceof UniqueViolation) return 'conflict';
        throw error;
      }
    },
  };
}

function readers(db: Database, ask: LedgerQueries): Omit<LedgerStore, 'append' | 'known' | 'cases' | 'addAnchor'> {
  return {
    head: (clinic, id) =>
      db.read(function* () {
        const row = yield* rowOf(ask.head({ clinic, id }));
        return row && rows.headOf(row);
      }),
    entries: (clinic, id, after, limit) =>
      db.read(function* () {
        checkLimit(limit);
        const found = yield* rowsOf(ask.entries({ clinic, id, after, to: Number.MAX_SAFE_INTEGER, limit }));
        return found.map(rows.entryOf);
      }),
    open: (clinic, id) => db.read(() => openCase(ask, clinic, id)),
    ties: (clinic, id) =>
      db.read(function* () {
        return (yield* rowsOf(ask.ties({ clinic, id }))).map(rows.tieOf);
      }),
    relationsOf: (clinic, id, person) =>
      db.read(function* () {
        const found = yield* rowsOf(ask.relations({ clinic, id, person }));
        return found.map(({ relation }) => relation as ReturnType<typeof rows.tieOf>['relation']);
      }),
    heads: (clinic, after, limit) =>
      db.read(function* () {
        checkLimit(limit);
        return (yield* rowsOf(ask.heads({ clinic, after: after ?? '', limit }))).map(rows.headOf);
      }),
    lastAnchor: (clinic) =>
      db.read(function* () {
        const row = yield* rowOf(ask.lastAnchor({ clinic }));
        return row && rows.anchorOf(row);
      }),
    anchors: (clinic, after, limit) =>
      db.read(function* () {
        checkLimit(limit);
        return (yield* rowsOf(ask.anchors({ clinic, after, limit }))).map(rows.anchorOf);
      }),
  };
}

async function append(db: Database, ask: LedgerQueries, batch: LedgerBatch): Promise<'appended' | 'conflict'> {
  checkBatch(batch);
  try {
    await db.write(() => write(ask, batch));
    return 'appended';
  } catch (error) {
    if (error instanceof Undone || error instanceof UniqueViolation) return 'conflict';
    throw error;
  }
}

/** The head moves first: whoever is late changes no row and goes back before anything else is written. */
function* write(ask: LedgerQueries, batch: LedgerBatch): Script<void> {
  const { clinic, case: id, expected } = batch;
  const head = rows.headRow(batch.head);
  if (expected === 0) yield ask.addHead(head);
  else if ((yield* changedBy(ask.moveHead({ ...head, expected }))) !== 1) throw new Undone();
  for (const entry of batch.entries) yield ask.addEntry(rows.entryRow(entry));
  const row = rows.caseRow(batch.row);
  yield expected === 0 ? ask.addRow({ ...row, finding_seq: 0 }) : ask.changeRow(row);
  if (batch.key) yield ask.addKey({ clinic_id: clinic, case_id: id, wrapped: batch.key });
  if (batch.snapshot) yield ask.keepSnapshot({ clinic_id: clinic, case_id: id, ...batch.snapshot });
  for (const { person, relation, at } of batch.tiesEnded ?? []) yield ask.endTie({ clinic, id, person, relation, at });
  for (const tie of batch.tiesMade ?? []) yield ask.addTie(rows.tieRow(tie));
  if (!batch.shred) return;
  for (const shred of [ask.shredKey, ask.shredSnapshot, ask.shredFindings, ask.shredTies]) yield shred({ clinic, id });
}

function* openCase(ask: LedgerQueries, clinic: string, id: string): Script<Awaited<ReturnType<LedgerStore['open']>>> {
  const row = yield* rowOf(ask.open({ clinic, id }));
  if (row === undefined) return undefined;
  const { snapshot_seq: seq, snapshot: payload, head_seq: to } = row;
  const tail = yield* rowsOf(ask.entries({ clinic, id, after: seq ?? 0, to, limit: NO_LIMIT }));
  return {
    head: rows.headOf({ ...row, seq: to }),
    row: rows.caseOf(row),
    key: row.wrapped === null ? undefined : rows.bytesOf(row.wrapped),
    snapshot: seq === null || payload === null ? undefined : { seq, payload: rows.bytesOf(payload) },
    tail: tail.map(rows.entryOf),
  };
}

/** Asked in lists of 1, 4, 16 … ids, filled up with the last one, so that few query texts serve all lengths. */
function* knownEvents(
  ask: (count: number) => ReturnType<LedgerQueries['known']>,
  clinic: string,
  id: string,
  events: readonly EventId[],
): Script<ReadonlyMap<EventId, number>> {
  const found = new Map<EventId, number>();
  for (let from = 0; from < events.length; from += 256) {
    const part = events.slice(from, from + 256);
    const count = [1, 4, 16, 64, 256].find((length) => length >= part.length) ?? 256;
    const slots = Array.from({ length: count }, (_, i) => [`event${i}`, part[i] ?? part.at(-1) ?? ''] as const);
    const known = yield* rowsOf(ask(count)({ clinic, id, ...Object.fromEntries(slots) }));
    for (const { event_id, seq } of known) found.set(rows.idOf(event_id), seq);
  }
  return found;
}

function* pageOfCases(
  ask: (name: string) => ReturnType<LedgerQueries['cases']>,
  clinic: string,
  query: CaseQuery,
): Script<CasePage> {
  checkCaseQuery(query);
  const { order, limit, after } = query;
  const start = foldText(query.labelStart ?? '');
  const text = after === undefined || order === 'changed' ? undefined : textCursor(after);
  const instant = after === undefined || order === 'label' ? undefined : instantCursor(after);
  if (!storable(start) || (after !== undefined && text === undefined && instant === undefined)) return { rows: [] };
  const filter: CaseFilter = {
    tied: query.tiedTo !== undefined,
    status: query.status !== undefined,
    start: start !== '',
    attention: query.attention === true,
    order,
    after: after !== undefined,
  };
  const given = {
    ...{ clinic, person: query.tiedTo ?? '', status: query.status ?? '', start, end: prefixEnd(start) },
    ...{ fold: text?.[0] ?? '', at: instant?.[0] ?? 0, id: (text ?? instant)?.[1] ?? '', limit: limit + 1 },
  };
  const found = yield* rowsOf(ask(JSON.stringify(filter))(given));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const list: readonly CaseRow[] = page.map(rows.caseOf);
  if (last === undefined || found.length <= limit) return { rows: list };
  return { rows: list, next: cursorOf([order === 'label' ? last.label_fold : last.changed_at, last.case_id]) };
}

/** The same answer for the same name, made once. */
function remembered<K, V>(make: (name: K) => V): (name: K) => V {
  const made = new Map<K, V>();
  return (name) => {
    const found = made.get(name) ?? make(name);
    made.set(name, found);
    return found;
  };
}
