/** What is sealed opens for the pharmacist, in an emergency for one period, and after the trial; never altered (H13, H14). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyPharmacy, codeOf, DAY, dayOf, got, write } from '../../test/server/case-world.ts';
import { recordOf, type TrialWorld, trialWorld } from '../../test/server/trial-world.ts';
import type { CaseEvent } from '../records/event.ts';
import { seal, verifyAllocation } from '../trial/allocation.ts';
import { sequencesOf } from '../trial/sequence.ts';
import type { Ports } from './ports.ts';
import { readAccesses } from './read-case.ts';
import { stopTrial } from './trial/conduct.ts';
import { breakCode, openAllocation, packList } from './unblind.ts';

const at = (world: TrialWorld) => ({ trial: world.trial, day: dayOf(world) });
const packs = async (world: TrialWorld) => got(await packList(world.ports, world.pharmacist, world.case, world.trial));

function guess(world: TrialWorld, period: number): CaseEvent {
  const said = { guess: 'no-idea', confidence: 1, reason: 'just-a-feeling', note: '' } as const;
  const clock = { instant: world.now, offsetMinutes: 0 };
  return { kind: 'guess-given', version: 1, trial: world.trial, period, ...said, date: dayOf(world), clock };
}

test('the pharmacist is told what each kit holds, an order of the design, and that stands among the accesses', async () => {
  const world = await trialWorld('sealed');
  const { kits } = await packs(world);
  const record = await recordOf(world);
  assert.deepEqual(
    kits.map(({ kit }) => kit),
    record.kits,
  );
  assert.deepEqual(
    kits.map(({ capsules }) => capsules),
    [30, 30, 30, 30],
  );
  assert.ok(sequencesOf(record.protocol.design).includes(kits.map(({ dose }) => dose)));
  const { accesses } = got(await readAccesses(world.ports, world.patient, world.case, { limit: 10 }));
  assert.ok(accesses.some(({ action, person }) => action === 'trial.packs' && person === world.pharmacist.person));
});

test('nobody else is given the pack list, and before the sealing there is none', async () => {
  const world = await trialWorld('sealed');
  for (const by of [world.patient, world.prescriber, world.coordinator])
    assert.equal(codeOf(await packList(world.ports, by, world.case, world.trial)), 'not-allowed');
  const early = await trialWorld('consented');
  assert.equal(codeOf(await packList(early.ports, early.pharmacist, early.case, early.trial)), 'allocation-not-sealed');
});

test('whoever also treats, coordinates or designed it is not given the pack list, whatever ties they have', async () => {
  const world = await trialWorld('sealed');
  for (const by of [world.prescriber, world.coordinator]) {
    await write(world, { kind: 'tie-made', version: 1, person: by.person, relation: 'pharmacist' });
    const both = { ...by, roles: [...by.roles, 'pharmacist' as const] };
    assert.equal(codeOf(await packList(world.ports, both, world.case, world.trial)), 'blind-would-end');
  }
  assert.equal((await packs(world)).kits.length, 4);
});

test('a code is broken for one period with a reason; the record says that it was, and not what it said', async () => {
  const world = await trialWorld('running');
  const { kits } = await packs(world);
  const ask = (more: object, by = world.prescriber) =>
    breakCode(world.ports, by, world.case, { ...at(world), period: 2, reason: 'Emergency operation.', ...more });
  for (const by of [world.patient, world.coordinator, world.pharmacist])
    assert.equal(codeOf(await ask({}, by)), 'not-allowed');
  assert.equal(codeOf(await ask({ reason: 'no' })), 'reason-too-short');
  assert.equal(codeOf(await ask({ period: 4 })), 'period-unknown');
  const before = JSON.stringify(await recordOf(world)).length;
  const told = got(await ask({}));
  assert.deepEqual({ kit: told.kit, dose: told.dose }, { kit: kits[2]?.kit, dose: kits[2]?.dose });
  const { codeBroken, opened } = await recordOf(world);
  assert.deepEqual(codeBroken, [
    { period: 2, reason: 'Emergency operation.', on: dayOf(world), decidedBy: world.prescriber.person },
  ]);
  assert.equal(opened, undefined);
  // As long whatever it said: nothing but the reason, period, day and who.
  assert.equal(JSON.stringify(await recordOf(world)).length - before, JSON.stringify(codeBroken[0]).length);
});

test('it is opened after its last day, when no guess is awaited, and fits its commitment', async () => {
  const world = await trialWorld('running');
  const expected = (await packs(world)).kits.map(({ dose }) => dose);
  const open = (by = world.coordinator) => openAllocation(world.ports, by, world.case, at(world));
  assert.equal(codeOf(await open()), 'trial-not-at-this-point');
  world.now += 112 * DAY;
  assert.equal(codeOf(await open(world.pharmacist)), 'not-allowed');
  const waiting = await open();
  assert.ok(!waiting.ok && waiting.error.code === 'guesses-awaited');
  assert.deepEqual(waiting.error.periods, [3]);
  await write(world, guess(world, 3));
  const opened = got(await open());
  assert.deepEqual(opened.sequence, expected);
  const record = await recordOf(world);
  assert.ok(record.signed && record.sealed && record.opened);
  const { sequence, nonce } = record.opened;
  const told = { trial: world.trial, protocolHash: record.signed.protocolHash, sequence, nonce, kits: record.kits };
  assert.ok(verifyAllocation(record.protocol.design, told, record.sealed.commitment).ok);
  assert.equal(codeOf(await open()), 'trial-not-at-this-point');
});

test('a guess that never comes is waited for no longer than a week', async () => {
  const world = await trialWorld('running');
  world.now += 30 * DAY;
  got(await stopTrial(world.ports, world.patient, world.case, { ...at(world), why: 'side-effect', note: '' }));
  const open = () => openAllocation(world.ports, world.prescriber, world.case, at(world));
  assert.equal(codeOf(await open()), 'guesses-awaited');
  world.now += 7 * DAY;
  assert.equal(codeOf(await open()), 'guesses-awaited');
  world.now += DAY;
  assert.equal(codeOf(await open()), 'done');
});

test('without the key, or with a commitment that was altered, nothing opens', async () => {
  const world = await trialWorld('sealed');
  const elsewhere: Ports = { ...world.ports, pharmacy: anyPharmacy() };
  assert.equal(codeOf(await packList(elsewhere, world.pharmacist, world.case, world.trial)), 'allocation-unreadable');
  const consented = await trialWorld('consented');
  const { sealed } = await recordOf(world);
  assert.ok(sealed);
  // Bytes sealed for one trial, in the record of another.
  const moved = {
    commitment: sealed.commitment,
    sealed: sealed.sealed,
    key: sealed.key,
    kits: (await recordOf(world)).kits,
  };
  await write(consented, { kind: 'allocation-sealed', version: 1, trial: consented.trial, ...moved });
  const ports: Ports = { ...consented.ports, pharmacy: world.ports.pharmacy };
  const read = await packList(ports, consented.pharmacist, consented.case, consented.trial);
  assert.equal(codeOf(read), 'allocation-unreadable');
  const altered = await trialWorld('consented');
  const wrong = await sealedWith(altered, '0'.repeat(64));
  await write(altered, wrong);
  assert.equal(
    codeOf(await packList(altered.ports, altered.pharmacist, altered.case, altered.trial)),
    'commitment-does-not-fit',
  );
});

/** Well sealed, and committed to something else. */
async function sealedWith(world: TrialWorld, commitment: string): Promise<CaseEvent> {
  const sealer = world.ports.pharmacy.sealerFor(world.patient.clinic);
  const { trial, protocol, signed } = await recordOf(world);
  const kits = ['AAAAAA', 'CCCCCC', 'DDDDDD', 'EEEEEE'];
  const sequence = sequencesOf(protocol.design).at(0n);
  const allocation = { trial, protocolHash: signed?.protocolHash ?? '', nonce: '1'.repeat(64), sequence, kits };
  const { sealed, key } = seal(protocol.design, allocation, sealer);
  return { kind: 'allocation-sealed', version: 1, trial, commitment, sealed, key, kits };
}
