/**
 * The hazards of a case under treatment, each tried from outside through the use cases, as a phone and a page would: an
 * opioid begun, an old plan on a phone, two doses, two devices, a forged signature, a patient who would prescribe.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocalDate } from '../src/base/calendar.ts';
import { templatePlan } from '../src/medicine/templates.ts';
import { signedHash } from '../src/records/signature.ts';
import { loadCase } from '../src/service/case-record.ts';
import { syncDiary } from '../src/service/keep-diary.ts';
import { recordMedicine } from '../src/service/medicines.ts';
import { openCase } from '../src/service/open-case.ts';
import { answerScreening, reviewScreening } from '../src/service/screen-case.ts';
import { startSigning } from '../src/service/sign-plan.ts';
import { permittedToday, takeMove } from '../src/service/titration-moves.ts';
import { signedTerms } from '../src/service/titration-plans.ts';
import { anyId, doseTaken, type Sent } from './server/case-world.ts';
import { codeOf, got } from './server/people-world.ts';
import { answersOn, dayOf, drafted, readTerms, signed, signingWorld } from './server/signing-world.ts';

const DAY_MS = 86_400_000;

/** A clinic whose plan 1.5 / 3 / 4.5 mg has been signed with a passkey and is followed from today on. */
async function followed() {
  const world = await signingWorld();
  const plan = await signed(world, templatePlan('seed-weekly'));
  const keep = async (entry: Sent): Promise<string> => {
    const sent = { sentAt: world.now, events: [entry] };
    const [answer] = got(await syncDiary(world.ports, world.patient, world.case, sent)).answers;
    return answer?.outcome === 'refused' ? answer.refusal.code : String(answer?.outcome);
  };
  const moves = async (): Promise<readonly string[]> =>
    got(await permittedToday(world.ports, world.patient, world.case, dayOf(world))).moves.map(({ move }) => move);
  const up = (from: number) =>
    takeMove(world.ports, world.patient, world.case, { plan, move: 'step-up', from, day: dayOf(world) });
  return Object.assign(world, { plan, keep, moves, up });
}

async function week(world: Awaited<ReturnType<typeof followed>>): Promise<void> {
  for (let i = 0; i < 7; i++) {
    assert.equal(await world.keep(doseTaken(world.now)), 'kept');
    world.now += DAY_MS;
  }
}

test('H4: an opioid somebody begins under a plan closes every dose and every move but stopping, at once', async () => {
  const world = await followed();
  assert.equal(await world.keep(doseTaken(world.now)), 'kept');
  const medicine = { text: 'Co-codamol 30/500', form: 'unknown', use: { kind: 'current' } } as const;
  got(await recordMedicine(world.ports, world.patient, world.case, { medicine, day: dayOf(world) }));
  world.now += DAY_MS;
  assert.equal(await world.keep(doseTaken(world.now)), 'screening-forbids');
  assert.deepEqual(await world.moves(), ['stop']);
});

test('H8: a phone that still has the old plan moves nothing and records no dose of it', async () => {
  const world = await followed();
  await signed(world, templatePlan('gentle'));
  assert.equal(codeOf(await world.up(0)), 'plan-changed');
  assert.equal(await world.keep(doseTaken(world.now, 1_500)), 'dose-not-of-the-plan');
  assert.equal(await world.keep(doseTaken(world.now, 500)), 'kept');
  world.now += 61 * DAY_MS;
  assert.equal(await world.keep(doseTaken(world.now, 500)), 'plan-past-its-last-day');
});

test('H9: one dose for one civil date, and eighteen hours from one to the next, across the date line too', async () => {
  const world = await followed();
  assert.equal(await world.keep(doseTaken(world.now)), 'kept');
  assert.equal(await world.keep(doseTaken(world.now + 1, 1_500, { status: 'less' })), 'slot-filled');
  world.now += 10 * 3_600_000;
  const tomorrow = formatLocalDate(dayOf(world, 1));
  const east = { date: tomorrow, clock: { instant: world.now, offsetMinutes: 840 } };
  assert.equal(await world.keep(doseTaken(world.now, 1_500, east)), 'too-soon');
});

test('H10: a day two devices tell of is one dose; what disagrees is refused and shows what is kept', async () => {
  const world = await followed();
  assert.equal(await world.keep(doseTaken(world.now)), 'kept');
  assert.equal(await world.keep(doseTaken(world.now + 60_000)), 'kept');
  const none = doseTaken(world.now, 0, { status: 'not-taken' });
  assert.equal(await world.keep(none), 'slot-filled');
  const state = (await loadCase(world.ports, world.patient.clinic, world.case))?.state;
  assert.deepEqual(
    Object.values(state?.slots ?? {}).map(({ dose, conflict }) => [dose, conflict]),
    [[1_500, false]],
  );
});

test('H11: nothing moves by itself: after a week the dose is what it was, until a person takes the move', async () => {
  const world = await followed();
  await week(world);
  assert.equal(await world.keep(doseTaken(world.now, 3_000)), 'dose-not-of-the-plan');
  got(await world.up(0));
  assert.equal(await world.keep(doseTaken(world.now, 3_000)), 'kept');
  const moves = (await loadCase(world.ports, world.patient.clinic, world.case))?.state.moves;
  assert.deepEqual(
    moves?.map(({ decidedBy }) => decidedBy),
    [world.patient.person],
  );
});

test('H12: what was earned is closed again by news of a medicine, until a prescriber has looked', async () => {
  const world = await followed();
  await week(world);
  const news = { kind: 'change-reported', version: 1, what: 'new-medicine', text: 'a syrup' };
  const date = formatLocalDate(dayOf(world));
  await world.keep({ id: anyId(), event: { ...news, date, clock: { instant: world.now, offsetMinutes: 0 } } });
  assert.equal(codeOf(await world.up(0)), 'move-not-permitted');
  got(await reviewScreening(world.ports, world.first, world.case, dayOf(world)));
  assert.equal(codeOf(await world.up(0)), 'done');
});

test('H17: the kept signature fits the plan that was read back and no other', async () => {
  const world = await followed();
  const record = (await loadCase(world.ports, world.patient.clinic, world.case))?.state.plans[0];
  const terms = record && signedTerms(record);
  assert.ok(record && terms);
  const state = { clinic: world.first.clinic, case: world.case };
  const hashOfPlan = (changed: object) =>
    signedHash({ ...state, ...terms, content: record.content, signer: world.first.person, ...changed });
  const signature = record.signatures[0]?.signature;
  assert.ok(signature?.method === 'passkey' && (await world.ports.passkeys.verifySignature(signature)));
  assert.equal(signature.hash, hashOfPlan({}));
  const forged = { ...signature, hash: hashOfPlan({ content: templatePlan('final-6') }) };
  assert.equal(await world.ports.passkeys.verifySignature(forged), false);
});

test('H35: without a prescriber’s signature there is no plan; a prescriber signs none for themself, and none for a child', async () => {
  const world = await signingWorld();
  const plan = await drafted(world, templatePlan('seed-weekly'));
  const input = await readTerms(world, plan);
  assert.equal(codeOf(await startSigning(world.ports, world.patient, world.case, input)), 'not-allowed');
  const who = { label: 'own', indications: [], washout: 'label', patient: { person: world.first.person } } as const;
  assert.equal(codeOf(await openCase(world.ports, world.first, who)), 'patient-is-yourself');
  const answers = answersOn(dayOf(world), { adult: 'no' });
  got(await answerScreening(world.ports, world.first, world.case, { answers, day: dayOf(world) }));
  assert.equal(codeOf(await startSigning(world.ports, world.first, world.case, input)), 'plan-not-signable');
});
