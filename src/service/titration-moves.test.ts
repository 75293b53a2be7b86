/** What is open today and taking it, over a case in memory: whose move it is, from which place, on which day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyId, doseTaken } from '../../test/server/case-world.ts';
import { add, codeOf, got } from '../../test/server/people-world.ts';
import { clearScreening, dayOf, type SigningWorld, signed, signingWorld } from '../../test/server/signing-world.ts';
import type { PlanId } from '../base/ids.ts';
import { templatePlan } from '../medicine/templates.ts';
import type { Actor } from './authority.ts';
import { loadCase } from './case-record.ts';
import { addTie, endTie } from './case-ties.ts';
import { syncDiary } from './keep-diary.ts';
import { recordMedicine } from './medicines.ts';
import { reviewScreening } from './screen-case.ts';
import { endPlan } from './sign-plan.ts';
import { permittedToday, stopTherapy, takeMove } from './titration-moves.ts';

const DAY = 86_400_000;
const weekly = templatePlan('seed-weekly');

async function atFirstDose(): Promise<SigningWorld & { plan: PlanId }> {
  const world = await signingWorld();
  const plan = await signed(world, weekly);
  return Object.assign(world, { plan });
}

/** Evenings with the dose of the plan, each on its own day, ending with the world on the day after. */
async function evenings(world: SigningWorld, count: number, ug = 1_500): Promise<void> {
  for (let i = 0; i < count; i++) {
    const sent = { sentAt: world.now, events: [doseTaken(world.now, ug)] };
    const { answers } = got(await syncDiary(world.ports, world.patient, world.case, sent));
    assert.equal(answers[0]?.outcome, 'kept');
    world.now += DAY;
  }
}

const open = async (world: SigningWorld, by: Actor = world.patient) =>
  got(await permittedToday(world.ports, by, world.case, dayOf(world)));
const names = async (world: SigningWorld): Promise<readonly string[]> =>
  (await open(world)).moves.map(({ move }) => move);
const up = (world: SigningWorld & { plan: PlanId }, by: Actor = world.patient, over: object = {}) =>
  takeMove(world.ports, by, world.case, { plan: world.plan, move: 'step-up', from: 0, day: dayOf(world), ...over });
const lastMove = async (world: SigningWorld) =>
  (await loadCase(world.ports, world.patient.clinic, world.case))?.state.moves.at(-1);

test('before any plan nothing is open, and the answer says why', async () => {
  const world = await signingWorld();
  const today = await open(world);
  assert.deepEqual(today.moves, []);
  assert.deepEqual(today.why, { code: 'no-plan-signed' });
  assert.equal(today.dose, 0);
  assert.equal(today.canStop, false);
  assert.equal(
    codeOf(await stopTherapy(world.ports, world.patient, world.case, { day: dayOf(world) })),
    'nothing-to-stop',
  );
});

test('after a week at a dose and a look at the screening the patient steps up, and it says who decided and why', async () => {
  const world = await atFirstDose();
  assert.deepEqual(await names(world), ['hold', 'stop']);
  const early = await up(world);
  assert.ok(!early.ok && early.error.code === 'move-not-permitted');
  assert.equal(early.error.ask, 'request');
  assert.ok(early.error.reasons.some(({ code }) => code === 'days-not-served'));
  await evenings(world, 7);
  assert.deepEqual(await names(world), ['hold', 'step-up', 'stop']);
  got(await up(world));
  const move = await lastMove(world);
  assert.deepEqual([move?.move, move?.to, move?.dose, move?.decidedBy], ['step-up', 1, 3_000, world.patient.person]);
  assert.equal((await open(world)).dose, 3_000);
});

test('a phone that saw an older place or plan, or asks twice, is told so and moves nothing', async () => {
  const world = await atFirstDose();
  await evenings(world, 7);
  assert.equal(codeOf(await up(world, world.patient, { from: 'baseline' })), 'place-changed');
  assert.equal(codeOf(await up(world, world.patient, { plan: anyId() })), 'plan-changed');
  got(await up(world));
  assert.equal(codeOf(await up(world)), 'place-changed');
  assert.equal(codeOf(await up(world, world.patient, { day: dayOf(world, -1) })), 'later-move-recorded');
});

test('a step up is not dated before a day the diary already tells of', async () => {
  const world = await atFirstDose();
  await evenings(world, 7);
  world.now += 2 * 3_600_000;
  const sent = { sentAt: world.now, events: [doseTaken(world.now)] };
  got(await syncDiary(world.ports, world.patient, world.case, sent));
  const dated = await up(world, world.patient, { day: dayOf(world, -1) });
  assert.equal(codeOf(dated), 'later-day-kept');
});

test('a prescriber of the case may take the move too; a carer and a stranger may not', async () => {
  const world = await atFirstDose();
  await evenings(world, 7);
  const { actor: carer } = await add(world, world.admin, 'kim', ['patient']);
  got(await addTie(world.ports, world.first, world.case, { person: carer.person, relation: 'carer' }));
  assert.equal(codeOf(await up(world, carer)), 'not-allowed');
  assert.equal(codeOf(await stopTherapy(world.ports, carer, world.case, { day: dayOf(world) })), 'not-allowed');
  assert.equal((await open(world, carer)).moves.length, 3);
  const { actor: stranger } = await add(world, world.admin, 'lee', ['prescriber']);
  assert.equal(codeOf(await up(world, stranger)), 'not-found');
  got(await up(world, world.second));
  assert.equal((await lastMove(world))?.decidedBy, world.second.person);
});

test('a medicine recorded since the last look closes the step up; an opioid leaves only stopping', async () => {
  const world = await atFirstDose();
  await evenings(world, 7);
  const taken = (text: string) => ({ text, form: 'immediate-release', use: { kind: 'current' } }) as const;
  const record = (text: string) =>
    recordMedicine(world.ports, world.patient, world.case, { medicine: taken(text), day: dayOf(world) });
  got(await record('paracetamol'));
  assert.deepEqual(await names(world), ['hold', 'stop']);
  got(await reviewScreening(world.ports, world.first, world.case, dayOf(world)));
  assert.deepEqual(await names(world), ['hold', 'step-up', 'stop']);
  got(await record('tramadol'));
  const today = await open(world);
  assert.deepEqual(
    today.moves.map(({ move }) => move),
    ['stop'],
  );
  assert.deepEqual(
    today.standing.map(({ code }) => code),
    ['screening-hard-open'],
  );
  assert.equal(today.asks, 'stop');
  assert.equal(codeOf(await up(world, world.patient, { move: 'hold' })), 'move-not-permitted');
});

test('the patient stops on any day: in force, past the last day, and only once', async () => {
  const world = await atFirstDose();
  world.now += 61 * DAY;
  const today = await open(world);
  assert.equal(today.why?.code, 'plan-past-its-last-day');
  assert.equal(today.canStop, true);
  got(await stopTherapy(world.ports, world.patient, world.case, { day: dayOf(world) }));
  assert.equal((await lastMove(world))?.to, 'stopped');
  assert.equal(
    codeOf(await stopTherapy(world.ports, world.patient, world.case, { day: dayOf(world) })),
    'nothing-to-stop',
  );
});

test('after a stop only a plan signed anew opens anything, and not at a dose the patient has left behind', async () => {
  const world = await atFirstDose();
  await evenings(world, 7);
  got(await stopTherapy(world.ports, world.patient, world.case, { day: dayOf(world) }));
  assert.equal((await open(world)).why?.code, 'therapy-stopped');
  assert.equal(codeOf(await up(world)), 'no-plan-in-force');
  world.now += 8 * DAY;
  await clearScreening(world);
  await assert.rejects(signed(world, weekly, { startAt: 1 }), /start-too-high|plan-not-signable/);
  await signed(world, weekly, { startAt: 0 });
  assert.equal((await open(world)).dose, 1_500);
});

test('two plans signed on one day do not climb two steps; a dose taken is the ground for the next', async () => {
  const world = await atFirstDose();
  await assert.rejects(signed(world, weekly, { startAt: 1 }), /start-too-high|plan-not-signable/);
  await evenings(world, 1);
  await assert.rejects(signed(world, weekly, { startAt: 2 }), /start-too-high|plan-not-signable/);
  await signed(world, weekly, { startAt: 1 });
  assert.equal((await open(world)).dose, 3_000);
});

test('an ended plan opens nothing from that day on', async () => {
  const world = await atFirstDose();
  const day = dayOf(world);
  const end = { plan: world.plan, on: dayOf(world, 1), reason: 'moves to another clinic', day };
  got(await endPlan(world.ports, world.first, world.case, end));
  assert.deepEqual(await names(world), ['hold', 'stop']);
  world.now += DAY;
  assert.equal((await open(world)).why?.code, 'plan-was-ended');
});

test('a tie that has ended moves nothing', async () => {
  const world = await atFirstDose();
  await evenings(world, 7);
  got(await endTie(world.ports, world.first, world.case, { person: world.second.person, relation: 'prescriber' }));
  assert.equal(codeOf(await up(world, world.second)), 'not-found');
  got(await addTie(world.ports, world.first, world.case, { person: world.second.person, relation: 'prescriber' }));
  got(await up(world, world.second));
});
