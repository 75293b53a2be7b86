/**
 * Every way the tests know to alter a stored record behind its server's back: functions that change the database at random
 * and say what they did. None has the server's keys; some know how hashes are made.
 */
import type { DatabaseSync } from 'node:sqlite';
import { linkHash } from '../../src/records/chain.ts';
import type { LedgerEntry } from '../../src/records/ledger.ts';

/** A whole number from 0 to n - 1. */
export type Below = (n: number) => number;
type Row = { readonly [column: string]: string | number | Uint8Array };

/** Numbers from a seed: mulberry32 (T. Ettinger, 2017), enough for choosing what to break. */
export function belowFrom(seed: number): Below {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
}

const rowsOf = (db: DatabaseSync, sql: string): readonly Row[] => db.prepare(sql).all() as unknown as readonly Row[];
const LEDGER = 'select * from ledger order by case_id, seq';
const COLUMNS = ['clinic_id', 'case_id', 'seq', 'event_id', 'at', 'payload', 'previous', 'hash'] as const;

const HERE = 'clinic_id = ? and case_id = ? and seq = ?';
const placeOf = (row: Row): [string, string, number] => [
  row.clinic_id as string,
  row.case_id as string,
  row.seq as number,
];

/** One bit of a byte, one character of a text, one of a number. */
function altered(value: string | number | Uint8Array | undefined, below: Below): string | number | Uint8Array {
  if (typeof value === 'number') return value + (below(2) === 0 ? 1 : -1) * (1 + below(1000));
  if (typeof value === 'string') {
    const at = below(value.length);
    const other = value[at] === '0' ? '1' : '0';
    return `${value.slice(0, at)}${other}${value.slice(at + 1)}`;
  }
  const bytes = new Uint8Array(value ?? []);
  const at = below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
  return bytes;
}

function pick<T>(from: readonly T[], below: Below): T {
  const one = from[below(from.length)];
  if (one === undefined) throw new RangeError('nothing to choose from');
  return one;
}

const entryFrom = (row: Row): LedgerEntry =>
  ({
    ...{ clinic: row.clinic_id, case: row.case_id, seq: row.seq, id: row.event_id, at: row.at },
    ...{ payload: row.payload, previous: row.previous, hash: row.hash },
  }) as unknown as LedgerEntry;

function setHash(db: DatabaseSync, row: Row): string {
  const hash = linkHash(entryFrom(row));
  db.prepare(`update ledger set hash = ? where ${HERE}`).run(hash, ...placeOf(row));
  return hash;
}

/** Changes one cell; half of the time the entry's own hash is made to fit. */
function editCell(db: DatabaseSync, below: Below): string {
  const row = pick(rowsOf(db, LEDGER), below);
  const column = pick(COLUMNS, below);
  const value = altered(row[column], below);
  db.prepare(`update or replace ledger set ${column} = ? where ${HERE}`).run(value, ...placeOf(row));
  if (column === 'payload' && below(2) === 0) setHash(db, { ...row, payload: value });
  return `edit ${column} of ${row.case_id} ${row.seq}`;
}

/** Changes an entry and makes every hash after it fit, as who knows the format would. */
function rewriteTail(db: DatabaseSync, below: Below): string {
  const row = pick(rowsOf(db, LEDGER), below);
  const tail = rowsOf(db, LEDGER).filter((each) => each.case_id === row.case_id && Number(each.seq) >= Number(row.seq));
  let previous = row.previous as string;
  for (const [i, each] of tail.entries()) {
    const at = Number(each.at) + (i === 0 ? 1 : 0);
    db.prepare(`update ledger set at = ?, previous = ? where ${HERE}`).run(at, previous, ...placeOf(each));
    previous = setHash(db, { ...each, at, previous });
  }
  if (below(2) === 0)
    db.prepare('update case_head set hash = ? where case_id = ?').run(previous, row.case_id as string);
  return `rewrite ${row.case_id} from ${row.seq}`;
}

function deleteEntry(db: DatabaseSync, below: Below): string {
  const row = pick(rowsOf(db, LEDGER), below);
  db.prepare(`delete from ledger where ${HERE}`).run(...placeOf(row));
  return `delete ${row.case_id} ${row.seq}`;
}

function dropLast(db: DatabaseSync, below: Below): string {
  const head = pick(rowsOf(db, 'select * from case_head'), below);
  const from = Number(head.seq) - below(3);
  db.prepare('delete from ledger where case_id = ? and seq >= ?').run(head.case_id as string, from);
  if (below(2) === 0)
    db.prepare('update case_head set seq = ? where case_id = ?').run(from - 1, head.case_id as string);
  return `drop from ${from} of ${head.case_id}`;
}

function swapSeqs(db: DatabaseSync, below: Below): string {
  const row = pick(rowsOf(db, LEDGER), below);
  const others = rowsOf(db, LEDGER).filter((each) => each.case_id === row.case_id && each.seq !== row.seq);
  const other = pick(others, below);
  const move = db.prepare(`update ledger set seq = ? where ${HERE}`);
  move.run(-1, ...placeOf(row));
  move.run(row.seq as number, ...placeOf(other));
  move.run(other.seq as number, ...placeOf({ ...row, seq: -1 }));
  return `swap ${row.seq} and ${other.seq} of ${row.case_id}`;
}

/** Between two cases too, where both would open under no other key. */
function swapPayloads(db: DatabaseSync, below: Below): string {
  const row = pick(rowsOf(db, LEDGER), below);
  const other = pick(
    rowsOf(db, LEDGER).filter((each) => each.event_id !== row.event_id),
    below,
  );
  const put = db.prepare(`update ledger set payload = ? where ${HERE}`);
  put.run(other.payload as Uint8Array, ...placeOf(row));
  put.run(row.payload as Uint8Array, ...placeOf(other));
  return `swap payloads of ${row.case_id} ${row.seq} and ${other.case_id} ${other.seq}`;
}

/** A row of one's own after the last, with a hash that fits. */
function insertForged(db: DatabaseSync, below: Below): string {
  const row = pick(rowsOf(db, LEDGER), below);
  const last = rowsOf(db, LEDGER)
    .filter((each) => each.case_id === row.case_id)
    .at(-1);
  if (!last) throw new RangeError('no last row');
  const event = `${String(row.event_id).slice(0, -4)}beef`;
  const made: Row = { ...row, seq: Number(last.seq) + 1, event_id: event, previous: last.hash as string };
  const hash = linkHash(entryFrom({ ...made, hash: '' }));
  const cells = COLUMNS.map((column) => (column === 'hash' ? hash : (made[column] as string | number | Uint8Array)));
  db.prepare(`insert into ledger (${COLUMNS.join(', ')}) values (?, ?, ?, ?, ?, ?, ?, ?)`).run(...cells);
  if (below(2) === 0)
    db.prepare('update case_head set seq = ?, hash = ? where case_id = ?').run(
      made.seq as number,
      hash,
      row.case_id as string,
    );
  return `insert after ${last.seq} of ${row.case_id}`;
}

function editHead(db: DatabaseSync, below: Below): string {
  const head = pick(rowsOf(db, 'select * from case_head'), below);
  const column = pick(['seq', 'hash', 'signature', 'signing_key'], below);
  const value = altered(head[column], below);
  db.prepare(`update case_head set ${column} = ? where clinic_id = ? and case_id = ?`).run(
    value,
    head.clinic_id as string,
    head.case_id as string,
  );
  return `edit ${column} of the head of ${head.case_id}`;
}

function deleteCase(db: DatabaseSync, below: Below): string {
  const head = pick(rowsOf(db, 'select * from case_head'), below);
  for (const table of ['ledger', 'case_row', 'case_key', 'snapshot', 'tie', 'finding', 'case_head'])
    db.prepare(`delete from ${table} where case_id = ?`).run(head.case_id as string);
  return `delete all of ${head.case_id}`;
}

/** Puts a case back to a copy taken earlier, head and all: everything in it is truly signed. */
export function setBack(old: DatabaseSync): (db: DatabaseSync, below: Below) => string {
  return (db, below) => {
    const head = pick(rowsOf(old, 'select * from case_head'), below);
    for (const table of ['ledger', 'case_row', 'snapshot', 'case_head']) {
      db.prepare(`delete from ${table} where case_id = ?`).run(head.case_id as string);
      for (const row of old.prepare(`select * from ${table} where case_id = ?`).all(head.case_id as string)) {
        const names = Object.keys(row);
        const marks = names.map(() => '?').join(', ');
        db.prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`).run(
          ...(Object.values(row) as string[]),
        );
      }
    }
    return `set ${head.case_id} back to ${head.seq}`;
  };
}

export const TAMPERS = [
  ...[editCell, editCell, editCell, editCell, rewriteTail, deleteEntry, dropLast, swapSeqs, swapPayloads],
  ...[insertForged, editHead, deleteCase],
];
