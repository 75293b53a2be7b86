/** Templates, checks and drafts: nothing here gives a plan force, and every fault is told at once (H1, H35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyId, clockAt, newCaseWorld } from '../../test/server/case-world.ts';
import { codeOf, got } from '../../test/server/people-world.ts';
import { answersOn, dayOf, drafted, signed, signingWorld } from '../../test/server/signing-world.ts';
import { formatLocalDate } from '../base/calendar.ts';
import { planToJson } from '../medicine/plan-json.ts';
import { TEMPLATE_NAMES, templatePlan } from '../medicine/templates.ts';
import { loadCase } from './case-record.ts';
import { changeClinic } from './clinic.ts';
import { syncDiary } from './keep-diary.ts';
import { recordMedicine } from './medicines.ts';
import { checkPlanDraft, planTemplates, saveDraft, siteOf } from './plan-drafts.ts';
import { readBack } from './plan-read-back.ts';
import { answerScreening, reviewScreening } from './screen-case.ts';
import { endPlan, startSigning, transcribePlan } from './sign-plan.ts';
import { takeMove } from './titration-moves.ts';

const world = await signingWorld();
const weekly = planToJson(templatePlan('seed-weekly'));
const faultsOf = (result: { ok: boolean; error?: unknown }): readonly string[] => {
  const { faults } = (result.error ?? {}) as { faults?: readonly { code: string; path: string }[] };
  return faults?.map(({ code, path }) => `${path} ${code}`) ?? [];
};

test('every template is there as a plan file and passes the check of an ordinary clinic', async () => {
  const templates = planTemplates();
  assert.deepEqual(
    templates.map(({ name }) => name),
    [...TEMPLATE_NAMES],
  );
  for (const { plan } of templates) assert.equal(codeOf(await checkPlanDraft(world.ports, world.first, plan)), 'done');
});

test('a check tells every fault with its place, and for a sound plan what to read and how many must sign', async () => {
  const steps = [
    { dose: '1.5 mg', minimumDays: 3 },
    { dose: '45 mg', minimumDays: 7 },
  ];
  const faulty = await checkPlanDraft(world.ports, world.first, { ...weekly, steps });
  assert.deepEqual(faultsOf(faulty), ['$.steps[0].minimumDays step-too-short', '$.steps[1].dose step-refused']);
  assert.deepEqual(faultsOf(await checkPlanDraft(world.ports, world.first, 'a plan')), ['$ json-wrong-kind']);
  const six = got(await checkPlanDraft(world.ports, world.first, planToJson(templatePlan('final-6'))));
  assert.equal(six.signatures, 1);
  assert.deepEqual(
    six.cautions.map(({ code }) => code),
    ['ceiling-above-customary'],
  );
});

test('the ceiling of the clinic counts at the check, at the draft and again at the signature', async () => {
  const own = await signingWorld();
  const plan = await drafted(own, templatePlan('final-6'));
  got(await changeClinic(own.ports, own.admin, { maximumCeiling: 4_500 }));
  const six = planToJson(templatePlan('final-6'));
  assert.equal(codeOf(await checkPlanDraft(own.ports, own.first, six)), 'plan-draft-faulty');
  assert.equal(codeOf(await saveDraft(own.ports, own.first, own.case, { content: six })), 'plan-draft-faulty');
  const day = dayOf(own);
  const terms = { plan, validFrom: day, validTo: day, startAt: 0, day };
  const { faults, hash } = got(await readBack(own.ports, own.first, own.case, terms));
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['plan-refused'],
  );
  assert.equal(hash, undefined);
  const sign = { ...terms, readBackHash: '0'.repeat(64) };
  assert.equal(codeOf(await startSigning(own.ports, own.first, own.case, sign)), 'plan-not-signable');
});

test('a draft is kept, replaced by another of its name, and untouchable once it was signed', async () => {
  const own = await signingWorld();
  const { plan } = got(await saveDraft(own.ports, own.first, own.case, { content: weekly }));
  const gentle = planToJson(templatePlan('gentle'));
  got(await saveDraft(own.ports, own.second, own.case, { plan, content: gentle }));
  const state = (await loadCase(own.ports, own.first.clinic, own.case))?.state;
  assert.deepEqual(
    state?.plans.map((record) => [record.plan, record.status, record.content.name]),
    [[plan, 'drafted', 'gentle']],
  );
  const other = await signed(own, templatePlan('seed-weekly'));
  const again = await saveDraft(own.ports, own.first, own.case, { plan: other, content: gentle });
  assert.equal(codeOf(again), 'plan-not-a-draft');
  assert.equal(codeOf(await saveDraft(own.ports, own.patient, own.case, { content: weekly })), 'not-allowed');
});

/** A patient alone, the screening answered and looked at by themself. */
async function alone() {
  const solo = await newCaseWorld(undefined, true);
  const day = dayOf(solo);
  got(await answerScreening(solo.ports, solo.patient, solo.case, { answers: answersOn(day), day }));
  got(await reviewScreening(solo.ports, solo.patient, solo.case, day));
  const { plan } = got(await saveDraft(solo.ports, solo.patient, solo.case, { content: weekly }));
  const terms = { plan, validFrom: day, validTo: dayOf(solo, 60), startAt: 0, day };
  const { hash, signatures } = got(await readBack(solo.ports, solo.patient, solo.case, terms));
  assert.equal(signatures, 0);
  return { solo, plan, input: { ...terms, readBackHash: hash ?? '', prescribedBy: 'Dr Lee, by letter' } };
}

test('a patient alone copies in what was prescribed elsewhere; it is marked so, and can be ended by them', async () => {
  const { solo, plan, input } = await alone();
  const unnamed = { ...input, prescribedBy: ' ' };
  assert.equal(codeOf(await transcribePlan(solo.ports, solo.patient, solo.case, unnamed)), 'event-refused');
  const unseen = { ...input, readBackHash: '0'.repeat(64) };
  assert.equal(codeOf(await transcribePlan(solo.ports, solo.patient, solo.case, unseen)), 'read-back-differs');
  assert.equal(codeOf(await startSigning(solo.ports, solo.patient, solo.case, input)), 'not-allowed');
  got(await transcribePlan(solo.ports, solo.patient, solo.case, input));
  const record = (await loadCase(solo.ports, solo.patient.clinic, solo.case))?.state.plans[0];
  assert.deepEqual(
    [record?.status, record?.transcribed, record?.prescribedBy, record?.signatures],
    ['in-force', true, 'Dr Lee, by letter', []],
  );
  const { day } = input;
  got(await takeMove(solo.ports, solo.patient, solo.case, { plan, move: 'hold', from: 0, day }));
  const end = { plan, on: day, reason: 'the doctor wrote again', day };
  got(await endPlan(solo.ports, solo.patient, solo.case, end));
});

test('for a patient alone no ceiling is above 7 mg, whatever the clinic says', async () => {
  const { solo } = await alone();
  const { people } = solo.ports.storage;
  const clinic = await people.clinic(solo.patient.clinic);
  assert.ok(clinic);
  await people.saveClinic({ ...clinic, maximumCeiling: 12_000 });
  assert.deepEqual(await siteOf(solo.ports, clinic.clinic), { policy: { maximumCeiling: 7_000 }, solo: true });
  await people.saveClinic({ ...clinic, maximumCeiling: 12_000, state: 'open' });
  assert.deepEqual(await siteOf(solo.ports, clinic.clinic), { policy: { maximumCeiling: 12_000 }, solo: false });
});

test('a patient alone passes the same gates: a red flag and an opioid stand against the copy', async () => {
  const { solo, input } = await alone();
  const clock = clockAt(solo.now);
  const flag = {
    kind: 'red-flag-reported',
    version: 1,
    rule: 'jaundice',
    date: formatLocalDate(input.day),
    note: '',
    clock,
  };
  const events = [{ id: anyId(), event: flag }];
  got(await syncDiary(solo.ports, solo.patient, solo.case, { sentAt: solo.now, events }));
  const medicine = { text: 'tramadol', form: 'unknown', use: { kind: 'current' } } as const;
  got(await recordMedicine(solo.ports, solo.patient, solo.case, { medicine, day: input.day }));
  const refused = await transcribePlan(solo.ports, solo.patient, solo.case, input);
  assert.ok(!refused.ok && refused.error.code === 'plan-not-signable');
  assert.deepEqual(
    refused.error.faults.map(({ code }) => code),
    ['new-medicine-since-review', 'screening-hard-open', 'red-flag-open'],
  );
});
