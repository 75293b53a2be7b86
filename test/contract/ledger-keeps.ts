/** What every store must do with a ledger: append whole or not at all, in order, once, and give back what was written. */
import assert from 'node:assert/strict';
import type { CaseId, ClinicId } from '../../src/base/ids.ts';
import type { Storage } from '../../src/records/ports.ts';
import { batch, bytes, CLINIC, entry, finding, hashOf, head, id, OTHER, row, tie } from './sample.ts';
import type { OnStore } from './storage.ts';

const CASE: CaseId = id(100);

/** Everything of a case that can be read. */
async function everything({ ledger, findings }: Storage, clinic: ClinicId = CLINIC, of = CASE): Promise<unknown> {
  return {
    open: await ledger.open(clinic, of),
    entries: await ledger.entries(clinic, of, 0, 1_000),
    ties: await ledger.ties(clinic, of),
    cases: await ledger.cases(clinic, { order: 'label', limit: 200 }),
    findings: await findings.list(clinic, of, { limit: 10 }),
  };
}

export function ledgerKeeps(on: OnStore): void {
  appending(on);
  refusing(on);
  racing(on);
  destroying(on);
  anchoring(on);
}

function appending(on: OnStore): void {
  on('a case that was opened is read back byte for byte', async ({ ledger }) => {
    const opening = batch(0, 2, {}, { tiesMade: [tie(7, 'patient'), tie(8, 'prescriber')] });
    assert.equal(await ledger.append(opening), 'appended');
    assert.deepEqual(await ledger.open(CLINIC, CASE), {
      head: head(2),
      row: opening.row,
      key: bytes('key of 100'),
      snapshot: undefined,
      tail: [entry(1), entry(2)],
    });
    assert.deepEqual(await ledger.head(CLINIC, CASE), head(2));
    assert.deepEqual(await ledger.ties(CLINIC, CASE), [tie(7, 'patient'), tie(8, 'prescriber')]);
  });

  on('a case that does not exist is undefined, and has no entries, ties or relations', async ({ ledger }) => {
    assert.equal(await ledger.open(CLINIC, CASE), undefined);
    assert.equal(await ledger.head(CLINIC, CASE), undefined);
    assert.deepEqual(await ledger.entries(CLINIC, CASE, 0, 10), []);
    assert.deepEqual(await ledger.ties(CLINIC, CASE), []);
    assert.deepEqual(await ledger.relationsOf(CLINIC, CASE, id(7)), []);
    assert.deepEqual(await ledger.known(CLINIC, CASE, [id(1)]), new Map());
  });

  on('a snapshot shortens the tail to what came after it, and a newer one takes its place', async ({ ledger }) => {
    await ledger.append(batch(0, 3));
    await ledger.append(batch(3, 2, {}, { snapshot: { seq: 4, payload: bytes('as of 4') } }));
    const opened = await ledger.open(CLINIC, CASE);
    assert.deepEqual(opened?.snapshot, { seq: 4, payload: bytes('as of 4') });
    assert.deepEqual(opened?.tail, [entry(5)]);
    await ledger.append(batch(5, 1, {}, { snapshot: { seq: 6, payload: bytes('as of 6') } }));
    const later = await ledger.open(CLINIC, CASE);
    assert.deepEqual(later?.snapshot, { seq: 6, payload: bytes('as of 6') });
    assert.deepEqual(later?.tail, []);
  });

  on('entries are read in order, after a seq, and no more than asked for', async ({ ledger }) => {
    await ledger.append(batch(0, 9));
    const read = await ledger.entries(CLINIC, CASE, 3, 4);
    assert.deepEqual(read, [entry(4), entry(5), entry(6), entry(7)]);
    assert.deepEqual(await ledger.entries(CLINIC, CASE, 9, 4), []);
  });

  on('events the case holds already are known with their seq, however many are asked for', async ({ ledger }) => {
    await ledger.append(batch(0, 300));
    const asked = Array.from({ length: 700 }, (_, i) => entry(i + 1).id);
    const known = await ledger.known(CLINIC, CASE, asked);
    assert.equal(known.size, 300);
    for (const seq of [1, 17, 256, 257, 300]) assert.equal(known.get(entry(seq).id), seq);
    for (const count of [0, 1, 2, 4, 5, 16, 17, 64])
      assert.equal((await ledger.known(CLINIC, CASE, asked.slice(0, count))).size, count);
  });

  on('what a caller changes after writing or reading does not change what is stored', async ({ ledger }) => {
    const opening = batch(0, 1);
    const payload = opening.entries[0]?.payload ?? bytes('');
    await ledger.append(opening);
    payload.fill(0);
    const [read] = await ledger.entries(CLINIC, CASE, 0, 1);
    assert.deepEqual(read, entry(1));
    read?.payload.fill(0);
    assert.deepEqual(await ledger.entries(CLINIC, CASE, 0, 1), [entry(1)]);
  });

  on('two clinics may hold the same ids and never see each other', async (storage) => {
    const { ledger } = storage;
    await ledger.append(batch(0, 2, { clinic: CLINIC }));
    await ledger.append(batch(0, 3, { clinic: OTHER }));
    assert.equal((await ledger.head(CLINIC, CASE))?.seq, 2);
    assert.equal((await ledger.head(OTHER, CASE))?.seq, 3);
    const before = await everything(storage, CLINIC);
    await ledger.append(batch(3, 1, { clinic: OTHER }, { shred: true }));
    assert.deepEqual(await everything(storage, CLINIC), before);
    assert.equal((await ledger.known(CLINIC, CASE, [entry(3).id])).size, 0);
  });

  on('ties end and stay on record; relations are those that hold now', async ({ ledger }) => {
    await ledger.append(batch(0, 1, {}, { tiesMade: [tie(7, 'patient'), tie(8, 'carer'), tie(8, 'prescriber')] }));
    assert.deepEqual(await ledger.relationsOf(CLINIC, CASE, id(8)), ['carer', 'prescriber']);
    await ledger.append(batch(1, 1, {}, { tiesEnded: [{ person: id(8), relation: 'carer', at: 2_000 }] }));
    assert.deepEqual(await ledger.relationsOf(CLINIC, CASE, id(8)), ['prescriber']);
    const again = tie(8, 'carer', { since: 3_000 });
    await ledger.append(batch(2, 1, {}, { tiesMade: [again] }));
    assert.deepEqual(await ledger.relationsOf(CLINIC, CASE, id(8)), ['carer', 'prescriber']);
    assert.deepEqual(await ledger.ties(CLINIC, CASE), [
      tie(7, 'patient'),
      tie(8, 'carer', { until: 2_000 }),
      tie(8, 'prescriber'),
      again,
    ]);
  });

  on('a tie ended and made again in the same millisecond holds', async ({ ledger }) => {
    await ledger.append(batch(0, 1, {}, { tiesMade: [tie(8, 'carer')] }));
    const tiesEnded = [{ person: id<'person'>(8), relation: 'carer' as const, at: 1_000 }];
    await ledger.append(batch(1, 1, {}, { tiesEnded, tiesMade: [tie(8, 'carer')] }));
    assert.deepEqual(await ledger.ties(CLINIC, CASE), [tie(8, 'carer')]);
  });
}

function refusing(on: OnStore): void {
  on('a batch that follows another head than the newest is a conflict and writes nothing', async (storage) => {
    const { ledger } = storage;
    await ledger.append(batch(0, 2));
    const before = await everything(storage);
    for (const late of [batch(0, 1), batch(1, 1), batch(3, 1)]) assert.equal(await ledger.append(late), 'conflict');
    assert.deepEqual(await everything(storage), before);
  });

  on('an event id the case holds already is a conflict and writes nothing of the batch', async (storage) => {
    const { ledger } = storage;
    await ledger.append(batch(0, 2));
    const before = await everything(storage);
    const twice = batch(
      2,
      2,
      {},
      {
        entries: [entry(3), { ...entry(4), id: entry(1).id }],
        snapshot: { seq: 4, payload: bytes('must not stay') },
        tiesMade: [tie(9, 'carer')],
      },
    );
    assert.equal(await ledger.append(twice), 'conflict');
    assert.deepEqual(await everything(storage), before);
    const doubled = { ...twice, entries: [entry(3), { ...entry(4), id: entry(3).id }] };
    assert.equal(await ledger.append(doubled), 'conflict');
    assert.deepEqual(await everything(storage), before);
    assert.equal(await ledger.append(batch(2, 2)), 'appended');
  });

  on('the same event id in another case is no conflict', async ({ ledger }) => {
    await ledger.append(batch(0, 1, { case: 100 }));
    assert.equal(await ledger.append(batch(0, 1, { case: 101 })), 'appended');
  });

  on('a batch that does not fit together is a bug, thrown before anything is written', async ({ ledger }) => {
    const bugs = [
      batch(0, 0),
      batch(0, 2, {}, { entries: [entry(1), entry(3)] }),
      batch(0, 1, {}, { head: head(2) }),
      batch(0, 1, {}, { head: { ...head(1), hash: hashOf('another') } }),
      batch(0, 1, {}, { row: row({ case: id(101) }) }),
      batch(0, 1, {}, { tiesMade: [tie(7, 'patient', { clinic: OTHER })] }),
      batch(0, 1, {}, { snapshot: { seq: 2, payload: bytes('') } }),
      { ...batch(1, 1), key: bytes('a second key') },
    ];
    for (const bug of bugs) await assert.rejects(ledger.append(bug), RangeError);
    const { key: _, ...keyless } = batch(0, 1);
    await assert.rejects(ledger.append(keyless), RangeError);
    assert.equal(await ledger.open(CLINIC, CASE), undefined);
  });
}

function racing(on: OnStore): void {
  on(
    'of 50 appends to one case at once exactly one wins each seq, and all land after trying again',
    async ({ ledger }) => {
      await ledger.append(batch(0, 1));
      const won: number[] = [];
      const land = async (event: number): Promise<void> => {
        for (;;) {
          const seq = ((await ledger.head(CLINIC, CASE))?.seq ?? 0) + 1;
          const next = batch(seq - 1, 1, {}, { entries: [entry(seq, {}, 10_000 + event)] });
          if ((await ledger.append(next)) === 'appended') {
            won.push(seq);
            return;
          }
        }
      };
      await Promise.all(Array.from({ length: 50 }, (_, event) => land(event)));
      const expected = Array.from({ length: 50 }, (_, i) => i + 2);
      assert.deepEqual(
        [...won].sort((a, b) => a - b),
        expected,
      );
      const stored = await ledger.entries(CLINIC, CASE, 0, 100);
      assert.deepEqual(
        stored.map(({ seq }) => seq),
        [1, ...expected],
      );
      assert.equal(new Set(stored.map((one) => one.id)).size, 51);
      assert.equal((await ledger.head(CLINIC, CASE))?.seq, 51);
    },
  );

  on('of 20 openings of one case at once exactly one is appended', async ({ ledger }) => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ledger.append(batch(0, 1))));
    assert.equal(answers.filter((answer) => answer === 'appended').length, 1);
    assert.equal((await ledger.entries(CLINIC, CASE, 0, 100)).length, 1);
  });

  on('a refused append takes none of its neighbours with it', async ({ ledger }) => {
    await ledger.append(batch(0, 1, { case: 100 }));
    const neighbours = Array.from({ length: 30 }, (_, i) => batch(0, 1, { case: 200 + i }));
    const answers = await Promise.all([batch(0, 1, { case: 100 }), ...neighbours, batch(5, 1)].map(ledger.append));
    assert.deepEqual(answers, ['conflict', ...neighbours.map(() => 'appended'), 'conflict']);
    assert.equal((await ledger.heads(CLINIC, undefined, 100)).length, 31);
  });

  on('a case opened while it is written to is never seen with a tail past its head', async ({ ledger }) => {
    await ledger.append(batch(0, 1));
    const write = async (): Promise<void> => {
      for (let seq = 1; seq < 60; seq += 1) await ledger.append(batch(seq, 1));
    };
    const read = async (): Promise<void> => {
      for (let i = 0; i < 60; i += 1) {
        const opened = await ledger.open(CLINIC, CASE);
        assert.equal(opened?.tail.at(-1)?.seq, opened?.head.seq);
        assert.equal(opened?.tail.length, opened?.head.seq);
      }
    };
    await Promise.all([write(), read(), read()]);
  });
}

function destroying(on: OnStore): void {
  on('a shredded case keeps its chain and loses key, snapshot, findings and ties', async (storage) => {
    const { ledger, findings } = storage;
    const kept = { snapshot: { seq: 2, payload: bytes('as of 2') }, tiesMade: [tie(7, 'patient')] };
    await ledger.append(batch(0, 2, {}, kept));
    await ledger.append(batch(0, 1, { case: 101 }, { tiesMade: [tie(7, 'patient', { case: id(101) })] }));
    await findings.add(finding(1));
    await findings.add(finding(2, { case: id(101) }));
    const gone = row({ status: 'erased', label: '', changedAt: 9_000 });
    assert.equal(await ledger.append(batch(2, 1, {}, { shred: true, row: gone })), 'appended');
    assert.deepEqual(await ledger.open(CLINIC, CASE), {
      ...{ head: head(3), row: gone, key: undefined, snapshot: undefined, tail: [entry(1), entry(2), entry(3)] },
    });
    assert.deepEqual(await ledger.ties(CLINIC, CASE), []);
    assert.deepEqual(await findings.list(CLINIC, CASE, { limit: 5 }), { findings: [] });
    assert.deepEqual((await ledger.open(CLINIC, id(101)))?.key, bytes('key of 101'));
    assert.equal((await findings.list(CLINIC, id(101), { limit: 5 })).findings.length, 1);
    assert.equal((await ledger.ties(CLINIC, id(101))).length, 1);
  });
}

function anchoring(on: OnStore): void {
  const anchor = (seq: number, clinic: ClinicId = CLINIC) => ({
    ...{ clinic, seq, at: 100 * seq, heads: { [id(100)]: [seq, hashOf(`${seq}`)] as const } },
    ...{ previous: hashOf(`${seq - 1}`), hash: hashOf(`${seq}`), signature: `s${seq}`, key: '0123456789abcdef' },
  });

  on('anchors are kept in order, once each, by clinic', async ({ ledger }) => {
    assert.equal(await ledger.lastAnchor(CLINIC), undefined);
    for (const seq of [1, 2, 3]) assert.equal(await ledger.addAnchor(anchor(seq)), 'added');
    assert.equal(await ledger.addAnchor(anchor(1, OTHER)), 'added');
    assert.equal(await ledger.addAnchor(anchor(3)), 'conflict');
    assert.deepEqual(await ledger.lastAnchor(CLINIC), anchor(3));
    assert.deepEqual(await ledger.anchors(CLINIC, 1, 10), [anchor(2), anchor(3)]);
    assert.deepEqual(await ledger.anchors(CLINIC, 0, 1), [anchor(1)]);
    assert.deepEqual(await ledger.anchors(OTHER, 0, 10), [anchor(1, OTHER)]);
  });

  on('heads come in order of case id and go on after the last one', async ({ ledger }) => {
    for (const number of [103, 101, 102]) await ledger.append(batch(0, 1, { case: number }));
    await ledger.append(batch(0, 1, { case: 104, clinic: OTHER }));
    assert.deepEqual(await ledger.heads(CLINIC, undefined, 2), [head(1, { case: 101 }), head(1, { case: 102 })]);
    assert.deepEqual(await ledger.heads(CLINIC, id(102), 2), [head(1, { case: 103 })]);
  });
}
