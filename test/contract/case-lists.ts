/** What every store must do with a list of cases: each case once, in order, page by page, and only those asked for. */
import assert from 'node:assert/strict';
import type { CasePage, CaseQuery, CaseRow, LedgerStore } from '../../src/records/ports.ts';
import { batch, CLINIC, id, OTHER, row, tie } from './sample.ts';
import type { OnStore } from './storage.ts';

/** Opens a case with these words on its row. */
async function open(ledger: LedgerStore, number: number, changes: Partial<CaseRow>, tied?: number): Promise<void> {
  const words = row({ case: id(number), ...changes });
  const tiesMade = tied === undefined ? [] : [tie(tied, 'prescriber', { case: id(number), clinic: words.clinic })];
  await ledger.append(batch(0, 1, { case: number, clinic: words.clinic }, { row: words, tiesMade }));
}

/** All pages of a query, one after the other. */
async function pages(ledger: LedgerStore, query: CaseQuery): Promise<readonly CasePage[]> {
  const all: CasePage[] = [];
  for (let after = query.after; ; ) {
    const page = await ledger.cases(CLINIC, { ...query, ...(after === undefined ? {} : { after }) });
    all.push(page);
    if (page.next === undefined) return all;
    after = page.next;
  }
}

const numbersOf = (all: readonly CasePage[]): readonly string[] =>
  all.flatMap(({ rows }) => rows.map((one) => one.case));
const ids = (...numbers: readonly number[]): readonly string[] => numbers.map((number) => id(number));

export function caseLists(on: OnStore): void {
  paging(on);
  narrowing(on);
  ordering(on);
}

function paging(on: OnStore): void {
  on('1,001 cases of one label are listed once each, page by page, in both orders', async ({ ledger }) => {
    const numbers = Array.from({ length: 1_001 }, (_, i) => 5_000 + i);
    await Promise.all(numbers.map((number) => open(ledger, number, { label: 'same', changedAt: 77 })));
    await open(ledger, 1, { label: 'same', clinic: OTHER });
    const byLabel = await pages(ledger, { order: 'label', limit: 200 });
    assert.deepEqual(numbersOf(byLabel), ids(...numbers));
    assert.deepEqual(
      byLabel.map(({ rows }) => rows.length),
      [200, 200, 200, 200, 200, 1],
    );
    const byChange = await pages(ledger, { order: 'changed', limit: 143 });
    assert.deepEqual(numbersOf(byChange), ids(...numbers.toReversed()));
    assert.equal(byChange.length, 7);
  });

  on('a page that holds exactly what is left is the last', async ({ ledger }) => {
    for (const number of [1, 2, 3, 4]) await open(ledger, number, {});
    const [first, second, ...rest] = await pages(ledger, { order: 'label', limit: 2 });
    assert.equal(first?.rows.length, 2);
    assert.equal(second?.rows.length, 2);
    assert.deepEqual(rest, []);
  });

  on('a cursor that cannot be read leads to an empty page', async ({ ledger }) => {
    await open(ledger, 1, {});
    const { next } = { next: Buffer.from('["a\\u0000","b"]').toString('base64url') };
    for (const after of ['', '%%%', 'bm90IGpzb24', 'e30', 'WzEsMl0', 'WyJhIl0', next])
      for (const order of ['label', 'changed'] as const)
        assert.deepEqual(await ledger.cases(CLINIC, { order, limit: 5, after }), { rows: [] }, `${order} ${after}`);
  });

  on('a page of none or of more than 200 is a bug', async ({ ledger }) => {
    for (const limit of [0, -1, 1.5, 201])
      await assert.rejects(ledger.cases(CLINIC, { order: 'label', limit }), RangeError);
  });
}

function narrowing(on: OnStore): void {
  on('a list holds only the cases its reader is tied to now', async ({ ledger }) => {
    await open(ledger, 1, { label: 'a' }, 50);
    await open(ledger, 2, { label: 'b' }, 51);
    await open(ledger, 3, { label: 'c' }, 50);
    await open(ledger, 4, { label: 'd', clinic: OTHER }, 50);
    const ended = [{ person: id<'person'>(50), relation: 'prescriber' as const, at: 9 }];
    const words = { row: row({ case: id(3), label: 'c' }), tiesEnded: ended };
    assert.equal(await ledger.append(batch(1, 1, { case: 3 }, words)), 'appended');
    for (const order of ['label', 'changed'] as const)
      assert.deepEqual(numbersOf(await pages(ledger, { order, limit: 9, tiedTo: id(50) })), ids(1));
  });

  on('a person with two ties to a case sees it once', async ({ ledger }) => {
    const tiesMade = (['prescriber', 'coordinator'] as const).map((relation) => tie(50, relation, { case: id(1) }));
    await ledger.append(batch(0, 1, { case: 1 }, { tiesMade }));
    assert.deepEqual(numbersOf(await pages(ledger, { order: 'label', limit: 9, tiedTo: id(50) })), ids(1));
  });

  on('a list is narrowed by status, attention and both, page by page', async ({ ledger }) => {
    const odd = (number: number): boolean => number % 2 === 1;
    for (let number = 1; number <= 12; number += 1) {
      const attention = odd(number) ? ['red-flag', 'request'] : [];
      await open(ledger, number, { label: `c${number + 10}`, attention, status: number > 6 ? 'closed' : 'open' });
    }
    const list = async (query: Partial<CaseQuery>): Promise<readonly string[]> =>
      numbersOf(await pages(ledger, { order: 'label', limit: 2, ...query }));
    assert.deepEqual(await list({ attention: true }), ids(1, 3, 5, 7, 9, 11));
    assert.deepEqual(await list({ attention: false, limit: 200 }), ids(...Array.from({ length: 12 }, (_, i) => i + 1)));
    assert.deepEqual(await list({ status: 'closed' }), ids(7, 8, 9, 10, 11, 12));
    assert.deepEqual(await list({ status: 'closed', attention: true, order: 'changed' }), ids(11, 9, 7));
    assert.deepEqual(await list({ status: 'erased' }), []);
  });

  on('a row is what the last batch said', async ({ ledger }) => {
    await open(ledger, 1, { label: 'before', attention: ['request'] });
    const after = row({ case: id(1), label: 'After', lastDay: '2026-03-01', planUntil: '2026-06-01', diarySeq: 2 });
    await ledger.append(batch(1, 1, { case: 1 }, { row: after }));
    assert.deepEqual(await ledger.cases(CLINIC, { order: 'label', limit: 5 }), { rows: [after] });
  });
}

function ordering(on: OnStore): void {
  const labels = [
    'Zoe',
    'anna',
    'ANNA',
    'Åke',
    'ångström',
    'Σίσυφος',
    'ΣΊΣΥΦΟΣ Β',
    '100%',
    '10_0',
    'ßen',
    '😀 x',
    '\u{ffee}',
  ];

  on('the start of a label finds it whatever the letters’ case, and means itself by % and _', async ({ ledger }) => {
    for (const [i, label] of labels.entries()) await open(ledger, i, { label });
    const found = async (labelStart: string): Promise<readonly string[]> => {
      const all = await pages(ledger, { order: 'label', limit: 3, labelStart });
      return all.flatMap(({ rows }) => rows.map(({ label }) => label)).sort();
    };
    assert.deepEqual(await found('AN'), ['ANNA', 'anna']);
    assert.deepEqual(await found('å'), ['Åke', 'ångström'].sort());
    assert.deepEqual(await found('a\u030a'), ['Åke', 'ångström'].sort());
    assert.deepEqual(await found('σίσυφος'), ['Σίσυφος', 'ΣΊΣΥΦΟΣ Β'].sort());
    assert.deepEqual(
      await found('ΣΊΣ'),
      ['Σίσυφος', 'ΣΊΣΥΦΟΣ Β'].sort(),
      'a sigma that is final in what is typed only',
    );
    assert.deepEqual(await found('10_'), ['10_0']);
    assert.deepEqual(await found('%'), []);
    assert.deepEqual(await found('\0'), []);
    assert.equal((await found('')).length, labels.length);
  });

  on(
    'labels come in the order of their folded code points, for the whole clinic and for one person',
    async ({ ledger }) => {
      for (const [i, label] of labels.entries()) await open(ledger, i, { label }, 50);
      const expected = ['100%', '10_0', 'anna', 'ANNA', 'Zoe', 'ßen', 'Åke', 'ångström', 'Σίσυφος', 'ΣΊΣΥΦΟΣ Β'];
      for (const whose of [{}, { tiedTo: id<'person'>(50) }]) {
        const all = await pages(ledger, { order: 'label', limit: 5, ...whose });
        const listed = all.flatMap(({ rows }) => rows.map(({ label }) => label));
        assert.deepEqual(listed, [...expected, '\u{ffee}', '😀 x']);
      }
    },
  );

  on('a person’s cases come page by page in both orders', async ({ ledger }) => {
    const numbers = Array.from({ length: 25 }, (_, i) => i);
    for (const number of numbers) await open(ledger, number, { label: `c${number % 3}`, changedAt: number % 4 }, 50);
    const tiedTo = id<'person'>(50);
    const sorted = (key: (number: number) => number): readonly number[] =>
      [...numbers].sort((a, b) => key(a) - key(b) || a - b);
    const byLabel = await pages(ledger, { order: 'label', limit: 4, tiedTo });
    assert.deepEqual(numbersOf(byLabel), ids(...sorted((number) => number % 3)));
    const byChange = await pages(ledger, { order: 'changed', limit: 4, tiedTo });
    assert.deepEqual(numbersOf(byChange), ids(...sorted((number) => number % 4).toReversed()));
  });
}
