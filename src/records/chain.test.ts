import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf } from '../../test/records/event-arbitrary.ts';
import { hashOf } from '../base/hash.ts';
import type { CaseId, ClinicId, EventId } from '../base/ids.ts';
import { type Rng, seededRng } from '../base/rng.ts';
import { anchorHash, anchorText, type ChainFault, checkChain, headText, linkHash } from './chain.ts';
import { GENESIS, type LedgerEntry, type SignedHead } from './ledger.ts';

const CLINIC = idOf<'clinic'>(1);
/** Rows and heads as a database holds them: to be spoiled by whoever can write there. */
type Rows = { entries: LedgerEntry[]; heads: SignedHead[] };

const bytes = (rng: Rng, n: number): Uint8Array => Uint8Array.from({ length: n }, () => rng.below(256));
/** Stands for the server's key, which whoever spoils the database does not have. */
const sign = (text: string, secret = 'key of the server'): string => hashOf({ secret, text });

function linked(entry: Omit<LedgerEntry, 'hash'>): LedgerEntry {
  return { ...entry, hash: linkHash(entry) };
}

function signed(clinic: ClinicId, id: CaseId, seq: number, hash: string): SignedHead {
  return { clinic, case: id, seq, hash, signature: sign(headText(clinic, id, seq, hash)), key: '0'.repeat(16) };
}

/** Three cases of 4 to 12 entries. */
function ledger(rng: Rng): Rows {
  const rows: Rows = { entries: [], heads: [] };
  for (let n = 1; n <= 3; n++) {
    const id = idOf<'case'>(n);
    let previous = GENESIS;
    const length = 4 + rng.below(9);
    for (let seq = 1; seq <= length; seq++) {
      const entry = { clinic: CLINIC, case: id, seq, id: idOf<'event'>(1000 * n + seq), at: 1_774_800_000_000 + seq };
      const made = linked({ ...entry, payload: bytes(rng, 20 + rng.below(80)), previous });
      rows.entries.push(made);
      previous = made.hash;
    }
    rows.heads.push(signed(CLINIC, id, length, previous));
  }
  return rows;
}

/** What `titrial verify` does: each case in order of seq, then its head and the server's signature over it. */
function verify({ entries, heads }: Rows): readonly (ChainFault | { readonly code: 'head-forged'; case: CaseId })[] {
  const cases = [...new Set([...entries, ...heads].map((row) => row.case))].sort();
  return cases.flatMap((id) => {
    const head = heads.find((each) => each.case === id);
    const rows = entries.filter((entry) => entry.case === id).sort((a, b) => a.seq - b.seq);
    const forged = head !== undefined && head.signature !== sign(headText(head.clinic, head.case, head.seq, head.hash));
    return [...checkChain(CLINIC, id, rows, head), ...(forged ? [{ code: 'head-forged' as const, case: id }] : [])];
  });
}

type Spot = { readonly rows: Rows; readonly rng: Rng; readonly id: CaseId; readonly k: number; readonly last: number };
type Expected = { readonly code: ChainFault['code'] | 'head-forged'; readonly seq?: number };

const at = ({ rows, id }: Spot, seq: number): number =>
  rows.entries.findIndex((entry) => entry.case === id && entry.seq === seq);
const entryAt = (spot: Spot, seq: number): LedgerEntry => {
  const entry = spot.rows.entries[at(spot, seq)];
  assert.ok(entry);
  return entry;
};
const put = (spot: Spot, seq: number, change: Partial<LedgerEntry>): void => {
  spot.rows.entries[at(spot, seq)] = { ...entryAt(spot, seq), ...change };
};
const otherHex = (text: string, i: number): string =>
  `${text.slice(0, i)}${text[i] === '0' ? '1' : '0'}${text.slice(i + 1)}`;

/** Writes every entry from `from` on anew, one after the other, as somebody who knows the format could. */
function forgeTail(spot: Spot, from: number): string {
  let previous = from === 1 ? GENESIS : entryAt(spot, from - 1).hash;
  for (let seq = from; seq <= spot.last; seq++) {
    const payload = seq === from ? bytes(spot.rng, 40) : entryAt(spot, seq).payload;
    const forged = linked({ ...entryAt(spot, seq), payload, previous });
    put(spot, seq, forged);
    previous = forged.hash;
  }
  return previous;
}

const TAMPERS: Readonly<Record<string, (spot: Spot) => Expected>> = {
  'a bit of the payload': (spot) => {
    const payload = Uint8Array.from(entryAt(spot, spot.k).payload);
    const i = spot.rng.below(payload.length);
    payload[i] = (payload[i] ?? 0) ^ (1 << spot.rng.below(8));
    put(spot, spot.k, { payload });
    return { code: 'entry-altered', seq: spot.k };
  },
  'a digit of the hash': (spot) => {
    put(spot, spot.k, { hash: otherHex(entryAt(spot, spot.k).hash, spot.rng.below(64)) });
    return { code: 'entry-altered', seq: spot.k };
  },
  'a digit of the hash before': (spot) => {
    put(spot, spot.k, { previous: otherHex(entryAt(spot, spot.k).previous, spot.rng.below(64)) });
    return { code: 'entry-altered', seq: spot.k };
  },
  'another id': (spot) => {
    put(spot, spot.k, { id: idOf<'event'>(999_999) as EventId });
    return { code: 'entry-altered', seq: spot.k };
  },
  'another time': (spot) => {
    put(spot, spot.k, { at: entryAt(spot, spot.k).at + 1 + spot.rng.below(1000) });
    return { code: 'entry-altered', seq: spot.k };
  },
  'a time that is no number': (spot) => {
    put(spot, spot.k, { at: [Number.POSITIVE_INFINITY, Number.NaN, 0.5][spot.rng.below(3)] ?? 0 });
    return { code: 'entry-altered', seq: spot.k };
  },
  'an entry deleted': (spot) => {
    spot.rows.entries.splice(at(spot, spot.k), 1);
    return { code: 'entry-missing', seq: spot.k };
  },
  'the last entry deleted': (spot) => {
    spot.rows.entries.splice(at(spot, spot.last), 1);
    return { code: 'entry-missing', seq: spot.last };
  },
  'two entries in each other’s place': (spot) => {
    const j = spot.k === spot.last ? 1 : spot.k + 1;
    const [a, b] = [entryAt(spot, spot.k), entryAt(spot, j)];
    put(spot, spot.k, { ...b, seq: spot.k });
    put(spot, j, { ...a, seq: j });
    return { code: 'entry-altered', seq: Math.min(spot.k, j) };
  },
  'an entry slipped in, the later ones moved on': (spot) => {
    for (let seq = spot.last; seq > spot.k; seq--) put(spot, seq, { seq: seq + 1 });
    const previous = entryAt(spot, spot.k).hash;
    const made = { ...entryAt(spot, spot.k), seq: spot.k + 1, id: idOf<'event'>(7), payload: bytes(spot.rng, 30) };
    spot.rows.entries.push(linked({ ...made, previous }));
    return spot.k === spot.last
      ? { code: 'entries-after-head', seq: spot.last + 1 }
      : { code: 'entry-altered', seq: spot.k + 2 };
  },
  'an entry beside another of the same number': (spot) => {
    spot.rows.entries.push(linked({ ...entryAt(spot, spot.k), payload: bytes(spot.rng, 30) }));
    return { code: 'entry-out-of-order', seq: spot.k };
  },
  'an entry replaced, its own hash made anew': (spot) => {
    put(spot, spot.k, linked({ ...entryAt(spot, spot.k), payload: bytes(spot.rng, 30) }));
    return spot.k === spot.last
      ? { code: 'head-differs', seq: spot.last }
      : { code: 'entry-out-of-order', seq: spot.k + 1 };
  },
  'the whole tail replaced, every hash made anew': (spot) => {
    forgeTail(spot, spot.k);
    return { code: 'head-differs', seq: spot.last };
  },
  'the tail and the head replaced, without the server’s key': (spot) => {
    const hash = forgeTail(spot, spot.k);
    spot.rows.heads = spot.rows.heads.map((head) => (head.case === spot.id ? { ...head, hash } : head));
    return { code: 'head-forged' };
  },
  'a payload out of another case': (spot) => {
    const other = spot.rows.entries.find((entry) => entry.case !== spot.id);
    put(spot, spot.k, { payload: other?.payload ?? new Uint8Array() });
    return { code: 'entry-altered', seq: spot.k };
  },
  'a row of another clinic': (spot) => {
    put(spot, spot.k, { clinic: idOf<'clinic'>(2) });
    return { code: 'entry-foreign', seq: spot.k };
  },
  'the head gone': (spot) => {
    spot.rows.heads = spot.rows.heads.filter((head) => head.case !== spot.id);
    return { code: 'head-missing', seq: spot.last };
  },
  'the head set back': (spot) => {
    const { hash } = spot.k === 1 ? { hash: GENESIS } : entryAt(spot, spot.k - 1);
    spot.rows.heads = spot.rows.heads.map((head) =>
      head.case === spot.id ? { ...head, seq: spot.k - 1, hash } : head,
    );
    return { code: 'entries-after-head', seq: spot.k };
  },
};

test('1,000 random edits of a ledger are 1,000 found, each at the first link it broke (H17)', () => {
  const rng = seededRng(17);
  const kinds = Object.entries(TAMPERS);
  const found = new Map<string, number>();
  for (let run = 0; run < 1000; run++) {
    const rows = ledger(rng);
    assert.deepEqual(verify(rows), [], 'an untouched ledger has a fault');
    const [name, tamper] = kinds[run % kinds.length] ?? [];
    assert.ok(name && tamper);
    const id = idOf<'case'>(1 + rng.below(3));
    const last = rows.entries.filter((entry) => entry.case === id).length;
    const expected = tamper({ rows, rng, id, k: 1 + rng.below(last), last });
    const first = verify(rows)[0];
    const told = first && { code: first.code, case: first.case, ...('seq' in first ? { seq: first.seq } : {}) };
    assert.deepEqual(told, { ...expected, case: id }, `${name}, run ${run}`);
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  assert.equal(
    [...found.values()].reduce((a, b) => a + b, 0),
    1000,
  );
  assert.equal(found.size, kinds.length);
});

test('a case without entries is whole with a head of 0, and not without a head', () => {
  const id = idOf<'case'>(1);
  assert.deepEqual(checkChain(CLINIC, id, [], signed(CLINIC, id, 0, GENESIS)), []);
  assert.deepEqual(
    checkChain(CLINIC, id, [], undefined).map(({ code }) => code),
    ['head-missing'],
  );
});

test('a head of another case is no head of this one', () => {
  const id = idOf<'case'>(1);
  const [fault] = checkChain(CLINIC, id, [], signed(CLINIC, idOf<'case'>(2), 0, GENESIS));
  assert.equal(fault?.code, 'head-differs');
});

test('what is signed names its kind, so that no signature fits another kind of text', () => {
  const id = idOf<'case'>(1);
  const anchor = { clinic: CLINIC, seq: 1, at: 5, heads: { [id]: [3, GENESIS] }, previous: GENESIS } as const;
  const texts = [headText(CLINIC, id, 1, GENESIS), anchorText(CLINIC, 1, GENESIS)];
  assert.deepEqual(
    texts.map((text) => JSON.parse(text).format),
    ['titrial-head', 'titrial-anchor-head'],
  );
  for (const change of [
    { seq: 2 },
    { at: 6 },
    { heads: {} },
    { previous: '1'.repeat(64) },
    { clinic: idOf<'clinic'>(2) },
  ])
    assert.notEqual(anchorHash({ ...anchor, ...change }), anchorHash(anchor));
});
