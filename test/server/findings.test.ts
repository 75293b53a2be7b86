/** Findings of a case: computed away from the server's thread, kept, not made twice, sealed, and gone with the case. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { REVISION } from '../../src/analysis/revision.ts';
import { canonicalJson } from '../../src/base/canonical.ts';
import { hashOf } from '../../src/base/hash.ts';
import { analysisPool } from '../../src/platform/analysis-pool.ts';
import { pgJobs } from '../../src/platform/pg-jobs.ts';
import { eraseCase } from '../../src/service/erase-case.ts';
import { exportCase } from '../../src/service/export-case.ts';
import { computeFinding, computeNow, listFindings, readFinding } from '../../src/service/find.ts';
import { syncDiary } from '../../src/service/keep-diary.ts';
import type { Ports } from '../../src/service/ports.ts';
import { tellFinding } from '../../src/service/tell-finding.ts';
import { findingPack as german } from '../../web/kit/words/de/finding-pack.ts';
import { findingPack as english } from '../../web/kit/words/en/finding-pack.ts';
import { type CaseWorld, codeOf, DAY, dayKept, got, newCaseWorld } from './case-world.ts';
import { ask, startPostgres } from './postgres.ts';

const analysts = analysisPool(new URL('../../src/service/analyse-diary.ts', import.meta.url), { threads: 1 });
after(() => analysts.close());

/** A world whose patient has kept `days` days. */
async function worldOf(days: number): Promise<CaseWorld & { readonly ports: Ports }> {
  const made = await newCaseWorld();
  const world = Object.assign(made, { ports: { ...made.ports, analysts } });
  await keep(world, days);
  return world;
}

async function keep(world: CaseWorld, days: number): Promise<void> {
  for (let i = 0; i < days; i++) {
    world.now += DAY;
    const scores = { pain: (i * 7) % 11, fatigue: (i * 3) % 11, sleep: (i * 5) % 11 };
    const batch = { sentAt: world.now, events: [dayKept(world.now, 5, { scores })] };
    got(await syncDiary(world.ports, world.patient, world.case, batch));
  }
}

test('the same days give one finding, and another day gives another', async () => {
  const world = await worldOf(30);
  const { ports, patient, prescriber } = world;
  const first = got(await computeNow(ports, prescriber, world.case));
  assert.equal(first.outcome, 'computed');
  assert.equal((await computeFinding(ports, prescriber.clinic, world.case)).outcome, 'known');
  await keep(world, 1);
  const second = got(await computeNow(ports, prescriber, world.case));
  const listed = got(await listFindings(ports, patient, world.case, { limit: 10 }));
  assert.deepEqual(listed.findings, [second.finding, first.finding]);
  assert.ok(second.finding.diarySeq > first.finding.diarySeq);
  const read = got(await readFinding(ports, patient, world.case, first.finding.finding));
  assert.equal(read.revision, REVISION);
  // No drug was taken: there is nothing to compare, and each symptom says so instead of a number.
  assert.deepEqual(
    [read.analysis.findings.length, read.analysis.refusals.map(({ code }) => code)],
    [0, ['no-days-with-drug', 'no-days-with-drug', 'no-days-with-drug']],
  );
});

test('a finding is told in the language that is asked for, to those who may read it', async () => {
  const world = await worldOf(30);
  const { ports, patient, prescriber } = world;
  const { finding } = got(await computeNow(ports, prescriber, world.case));
  const tell = (words: typeof english) =>
    tellFinding(ports, patient, world.case, finding.finding, { words, width: 320 });
  const [en, de] = [got(await tell(english)), got(await tell(german))];
  assert.equal(en.finding, finding.finding);
  assert.equal(en.told.refusals?.sentences.length, 3);
  assert.match(en.told.refusals.sentences[0] ?? '', /^No finding for pain/);
  assert.equal(de.told.refusals?.sentences.length, 3);
  assert.notDeepEqual(de.told.refusals, en.told.refusals);
  const stranger = { ...patient, person: world.case as never };
  const width = 320;
  const refused = await tellFinding(ports, stranger, world.case, finding.finding, { words: english, width });
  assert.equal(codeOf(refused), 'not-found');
});

test('an empty diary has no finding, and a stranger does not learn that there is a case', async () => {
  const world = await worldOf(0);
  assert.equal(codeOf(await computeNow(world.ports, world.prescriber, world.case)), 'diary-empty');
  const stranger = { ...world.patient, person: world.case as never };
  assert.equal(codeOf(await listFindings(world.ports, stranger, world.case, { limit: 1 })), 'not-found');
});

test('an export holds every event, finding and reading, its hash fits, and the ledger knows it', async () => {
  const world = await worldOf(25);
  const { ports, patient, prescriber } = world;
  got(await computeNow(ports, prescriber, world.case));
  // Readings are listed newest first; of two in one millisecond neither is the newer.
  world.now += 1;
  const document = got(await exportCase(ports, patient, world.case));
  const { hash, ...content } = document;
  assert.equal(hash, hashOf(JSON.parse(canonicalJson(content))));
  assert.equal(document.events.length, document.head.seq);
  assert.equal(document.events.filter(({ event }) => (event as { kind: string }).kind === 'day-kept').length, 25);
  assert.equal(document.findings.length, 1);
  assert.deepEqual(
    document.accesses.map(({ action }) => action),
    ['case.export', 'finding.compute'],
  );
  assert.deepEqual(
    Object.values(document.people)
      .map(({ name }) => name)
      .sort(),
    ['Dr Amina Yusuf', 'Robin Sato'],
  );
  const after = got(await exportCase(ports, patient, world.case));
  assert.deepEqual(after.events.at(-1)?.event, { kind: 'case-exported', version: 1, hash });
});

test('erasing takes the findings, the name and every later reading with it, and needs a reason', async () => {
  const world = await worldOf(25);
  const { ports, patient, prescriber } = world;
  const { finding } = got(await computeNow(ports, prescriber, world.case));
  const admin = { ...prescriber, roles: ['admin'] as const };
  assert.equal(codeOf(await eraseCase(ports, admin, world.case, { reason: ' ' })), 'reason-missing');
  assert.equal(got(await eraseCase(ports, admin, world.case, { reason: 'asked for it' })).person, 'erased');
  assert.equal(codeOf(await readFinding(ports, patient, world.case, finding.finding)), 'not-found');
  assert.equal(codeOf(await exportCase(ports, patient, world.case)), 'not-found');
  const { findings } = await ports.storage.findings.list(patient.clinic, world.case, { limit: 1 });
  assert.deepEqual(findings, []);
  assert.equal((await ports.storage.people.person(patient.clinic, patient.person))?.name, '');
  assert.equal((await computeFinding(ports, patient.clinic, world.case)).outcome, 'nothing');
});

test('two processes on one PostgreSQL share the work: a case asked for by both is computed once', async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  const url = await server.createDatabase();
  const done: string[] = [];
  const options = {
    ...{ url, quiet: 0, gather: 100, look: 500 },
    compute: async (_: unknown, id: string) => void done.push(id),
    failed: (error: unknown) => assert.fail(String(error)),
  };
  const [one, two] = [await pgJobs(options), await pgJobs(options)];
  const world = await newCaseWorld();
  for (let i = 0; i < 5; i++) {
    await one.computeFinding(world.prescriber.clinic, world.case);
    await two.computeFinding(world.prescriber.clinic, world.case);
  }
  await one.idle();
  await two.idle();
  assert.deepEqual(done, [world.case]);
  const schemas = await ask<{ schema: string }>(
    url,
    "select distinct table_schema as schema from information_schema.tables where table_schema not like 'pg\\_%'",
  );
  assert.deepEqual(schemas.map(({ schema }) => schema).sort(), ['information_schema', 'pgboss']);
  await one.close();
  await two.close();
});
