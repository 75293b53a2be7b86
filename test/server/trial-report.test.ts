/**
 * The report of a blinded trial over HTTP: for whom, from when on, in which language; refused while anything is sealed, to
 * everybody alike; answered from days that were really kept, with an allocation that hashes to what stood in the record.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { TrialReportJson } from '../../src/report/trial/report-json.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { type Browser, httpWorld, isoDay } from './http-world.ts';
import {
  consentToTrial,
  designForTrial,
  dispense,
  gatherTrialTeam,
  keepPeriod,
  screenForTrial,
  sealTrial,
  signTrial,
  startTrial,
  type TrialAt,
  titrateForTrial,
} from './trial-journey.ts';

after(() => at.world.ports.typesetter.close());

let at: TrialAt;
let commitment = '';
const sealedAnswers: string[] = [];

const ask = (who: Browser, name = 'report', more = '') =>
  who.send('GET', `${at.trialPath}/${name}?day=${isoDay(at.world)}${more}`);

before(async () => {
  const team = await gatherTrialTeam(httpWorld(memoryStorage(), 'trial report'));
  await screenForTrial(team);
  await titrateForTrial(team);
  await screenForTrial(team);
  at = await designForTrial(team);
  await consentToTrial(at, await signTrial(at));
  const kits = await sealTrial(at);
  await dispense(at, kits.slice(0, 2));
  await startTrial(at);
  const { view } = await at.prescriber.must('GET', at.path);
  commitment = (view as { trials: readonly { sealed: { commitment: string } }[] }).trials[0]?.sealed.commitment ?? '';
  for (const who of [at.patient, at.prescriber, at.coordinator])
    for (const name of ['report', 'report.pdf']) sealedAnswers.push((await ask(who, name)).text);
  for (const [period, kit] of kits.entries()) {
    if (period === 2) await dispense(at, kits.slice(2));
    await keepPeriod(at, kit, period, { pain: 5 + (period % 2), guess: period === 0 ? 'placebo' : 'no-idea' });
  }
  await at.coordinator.must('POST', `${at.trialPath}/opening`, { day: isoDay(at.world) });
});

test('while it is sealed there is none, for anybody, in the same words', () => {
  for (const text of sealedAnswers) assert.equal(JSON.parse(text).code, 'trial-not-opened');
});

describe('once it is opened', () => {
  test('patient, prescriber and coordinator read it; the pharmacist and the administrator do not', async () => {
    for (const who of [at.patient, at.prescriber, at.coordinator]) assert.equal((await ask(who)).status, 200);
    for (const who of [at.pharmacist, at.admin]) assert.notEqual((await ask(who)).status, 200);
    const { accesses } = (await at.prescriber.must('GET', `${at.path}/accesses`)) as unknown as {
      accesses: readonly { action: string }[];
    };
    assert.ok(accesses.some(({ action }) => action === 'trial.report'));
  });

  test('it holds 44 items, the days as they were kept, people by name and the patient by none', async () => {
    const { body, text } = await ask(at.prescriber);
    const report = body as unknown as TrialReportJson;
    assert.equal(report.items.length, 44);
    assert.equal(report.periods.length, 4);
    for (const period of report.periods as readonly { days: number; kept: number; taken: number }[])
      assert.deepEqual([period.days, period.kept, period.taken], [28, 28, 28]);
    for (const name of ['Dr Amina Yusuf', 'Phil Osei', 'Cleo Haddad', 'Riverside', 'A-17'])
      assert.ok(text.includes(name));
    assert.ok(!text.includes('Robin'));
    assert.notEqual(report.results.verdict.word, 'no-verdict');
  });

  test('its text hashes to the commitment that stood in the record before day 1', async () => {
    const { allocation } = (await ask(at.patient)).body as unknown as TrialReportJson;
    assert.equal(createHash('sha256').update(allocation.text).digest('hex'), commitment);
    assert.equal(allocation.commitment, commitment);
  });

  test('in the language that is asked for', async () => {
    const german = (await ask(at.patient, 'report', '&language=de')).body as unknown as TrialReportJson;
    assert.equal(german.language, 'de');
    assert.match(german.title, /verblindete N-of-1-Studie/);
    const refused = await ask(at.patient, 'report', '&language=fr');
    assert.equal(refused.status, 422);
  });

  test('as a file: under a name that tells nothing, in no cache', async () => {
    const address = `/api/v1${at.trialPath}/report.pdf?day=${isoDay(at.world)}&language=de`;
    const answer = await at.world.app.request(address, { headers: { cookie: at.prescriber.cookie() } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="report-${isoDay(at.world)}.pdf"`);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
  });

  test('a trial that is not there is not there', async () => {
    const answer = await at.patient.send(
      'GET',
      `${at.path}/trials/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/report?day=${isoDay(at.world)}`,
    );
    assert.deepEqual([answer.status, answer.body.code], [404, 'trial-unknown']);
  });
});
