/** What every store must do with accesses and findings: each once, newest first, page by page. */
import assert from 'node:assert/strict';
import type { CaseId } from '../../src/base/ids.ts';
import type { Access } from '../../src/records/ports.ts';
import { batch, bytes, CLINIC, finding, hashOf, id, OTHER, row } from './sample.ts';
import type { OnStore } from './storage.ts';

const CASE: CaseId = id(100);

const access = (number: number, at: number, changes: Partial<Access> = {}): Access => ({
  ...{ clinic: CLINIC, id: id(number), at, case: CASE, person: id(7), action: 'case.read' },
  ...changes,
});

export function filesKeep(on: OnStore): void {
  on('accesses are listed newest first, page by page, equal instants included', async ({ access: store }) => {
    const all = Array.from({ length: 25 }, (_, i) => access(i, 1_000 + Math.floor(i / 10)));
    await store.add(all);
    await store.add([access(1, 5, { clinic: OTHER }), access(2, 5, { case: id(101) })]);
    await store.add([]);
    const listed: Access[] = [];
    for (let after: string | undefined; ; ) {
      const page = await store.list(CLINIC, CASE, { limit: 10, ...(after === undefined ? {} : { after }) });
      listed.push(...page.accesses);
      after = page.next;
      if (after === undefined) break;
    }
    assert.deepEqual(listed, all.toReversed());
    assert.deepEqual(await store.list(CLINIC, CASE, { limit: 10, after: 'nonsense' }), { accesses: [] });
  });

  on('an access told twice is kept once', async ({ access: store }) => {
    await store.add([access(1, 5)]);
    await store.add([access(1, 5), access(2, 6)]);
    assert.deepEqual((await store.list(CLINIC, CASE, { limit: 9 })).accesses, [access(2, 6), access(1, 5)]);
  });

  findingsKeep(on);
  findingsDue(on);
}

function findingsKeep(on: OnStore): void {
  on('findings are listed newest first and read back byte for byte', async ({ ledger, findings }) => {
    await ledger.append(batch(0, 1));
    for (const number of [1, 2, 3]) assert.equal(await findings.add(finding(number)), 'added');
    const { findings: page, next } = await findings.list(CLINIC, CASE, { limit: 2 });
    assert.deepEqual(page, [finding(3), finding(2)]);
    const rest = await findings.list(CLINIC, CASE, { limit: 2, ...(next === undefined ? {} : { after: next }) });
    assert.deepEqual(rest, { findings: [finding(1)] });
    assert.deepEqual(await findings.get(CLINIC, CASE, id(2)), finding(2));
    assert.equal(await findings.get(OTHER, CASE, id(2)), undefined);
    assert.equal(await findings.get(CLINIC, CASE, id(9)), undefined);
  });

  on('the same data under the same revision is known, while it is the newest', async ({ ledger, findings }) => {
    await ledger.append(batch(0, 1));
    const first = finding(1, { dataHash: hashOf('a') });
    assert.equal(await findings.add(first), 'added');
    assert.equal(await findings.add({ ...first, finding: id(2), at: 6_000 }), 'known');
    assert.equal(await findings.add({ ...first, finding: id(3), at: 6_001, revision: '2' }), 'added');
    assert.equal(await findings.add({ ...first, finding: id(4), at: 6_002 }), 'added');
    const { findings: listed } = await findings.list(CLINIC, CASE, { limit: 9 });
    assert.deepEqual(
      listed.map((one) => one.finding),
      [id(4), id(3), id(1)],
    );
  });

  on('of equal findings at once one is added', async ({ ledger, findings }) => {
    await ledger.append(batch(0, 1));
    const same = Array.from({ length: 8 }, (_, i) => finding(i + 1, { dataHash: hashOf('a'), at: 5_000 }));
    const answers = await Promise.all(same.map(findings.add));
    assert.equal(answers.filter((answer) => answer === 'added').length, 1);
  });

  on('a finding of no case is a bug', async ({ findings }) => {
    await assert.rejects(findings.add(finding(1)), RangeError);
  });
}

function findingsDue(on: OnStore): void {
  on('a case is due once its diary has moved past its findings and been quiet', async ({ ledger, findings }) => {
    const open = (number: number, diarySeq: number, changedAt: number, status: 'open' | 'erased' = 'open') =>
      ledger.append(batch(0, 1, { case: number }, { row: row({ case: id(number), diarySeq, changedAt, status }) }));
    await open(100, 1, 300);
    await open(101, 1, 200);
    await open(102, 0, 100);
    await open(103, 1, 900);
    await open(104, 1, 100, 'erased');
    await ledger.append(batch(0, 1, { case: 105, clinic: OTHER }));
    assert.deepEqual(await findings.due(CLINIC, 300, 9), [id(101), id(100)]);
    assert.deepEqual(await findings.due(CLINIC, 300, 1), [id(101)]);
    await findings.add(finding(1, { case: id(101), payload: bytes('x') }));
    assert.deepEqual(await findings.due(CLINIC, 300, 9), [id(100)]);
    const moved = row({ case: id(101), diarySeq: 2, changedAt: 250 });
    await ledger.append(batch(1, 1, { case: 101 }, { row: moved }));
    assert.deepEqual(await findings.due(CLINIC, 300, 9), [id(101), id(100)]);
    await findings.add(finding(2, { case: id(101), diarySeq: 2, dataHash: finding(1).dataHash }));
    assert.deepEqual(await findings.due(CLINIC, 300, 9), [id(100)], 'computed again, though it said nothing new');
  });
}
