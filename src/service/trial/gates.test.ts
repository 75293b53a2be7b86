/** Every gate before a trial is signed, and before its first day, by itself (H4, H8, H12, H35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyId, codeOf, DAY, dayOf, got, write } from '../../../test/server/case-world.ts';
import {
  dispenseAll,
  endPlanFor,
  lookAgain,
  recordOf,
  stateOf,
  type TrialWorld,
  trialWorld,
  typedProtocol,
} from '../../../test/server/trial-world.ts';
import type { LocalDate } from '../../base/calendar.ts';
import { micrograms } from '../../medicine/dose.ts';
import { SITE_MAXIMUM } from '../../medicine/ldn-range.ts';
import type { CaseEvent } from '../../records/event.ts';
import type { Actor } from '../authority.ts';
import { screenCase } from '../case-record-row.ts';
import { startTrial } from './conduct.ts';
import { designTrial } from './design.ts';
import { signingGates, startGates } from './gates.ts';

const codes = (gates: readonly { readonly code: string }[]): readonly string[] => gates.map(({ code }) => code).sort();

async function groundsOf(world: TrialWorld, day: LocalDate = dayOf(world)) {
  const state = await stateOf(world);
  const screening = screenCase(state, world.ports.drugs, day);
  return { state, grounds: { day, screening, policy: { maximumCeiling: micrograms(SITE_MAXIMUM) } } };
}

async function againstSigning(world: TrialWorld, by: Actor = world.prescriber): Promise<readonly string[]> {
  const { state, grounds } = await groundsOf(world);
  return codes(signingGates(state, await recordOf(world), by.person, grounds));
}

async function againstStart(world: TrialWorld, inDays = 0): Promise<readonly string[]> {
  const { state, grounds } = await groundsOf(world);
  const command = { on: dayOf(world, inDays), decidedBy: world.prescriber.person };
  return codes(startGates(state, await recordOf(world), command, grounds));
}

const flag = (world: TrialWorld): CaseEvent => ({
  ...{ kind: 'red-flag-reported', version: 1, rule: 'jaundice', note: '' },
  ...{ date: dayOf(world), clock: { instant: world.now, offsetMinutes: 0 } },
});
const opioid: CaseEvent = {
  ...{ kind: 'medicine-recorded', version: 1 },
  medicine: { id: anyId(), text: 'tramadol', form: 'immediate-release', use: { kind: 'current' } },
};

test('a designed trial may be signed when nothing stands against it', async () => {
  assert.deepEqual(await againstSigning(await trialWorld('designed')), []);
});

test('who is no prescriber of the case, and the patient, sign nothing', async () => {
  const world = await trialWorld('designed');
  assert.deepEqual(await againstSigning(world, world.coordinator), ['not-a-prescriber-of-the-case']);
  assert.deepEqual(await againstSigning(world, world.patient), ['signer-is-the-patient']);
});

test('a red flag, an opioid, and a look that has grown old stand against signing and beginning', async () => {
  const flagged = await trialWorld('designed');
  await write(flagged, flag(flagged));
  assert.deepEqual(await againstSigning(flagged), ['red-flag-open']);
  const medicated = await trialWorld('dispensed');
  await write(medicated, opioid);
  assert.deepEqual(await againstStart(medicated), ['new-medicine-since-review', 'screening-hard-open']);
  const old = await trialWorld('dispensed');
  old.now += 8 * DAY;
  assert.deepEqual(await againstStart(old), ['screening-review-stale']);
  await lookAgain(old);
  assert.deepEqual(await againstStart(old), []);
});

test('no dose above the ceiling of the plan, and no rise beyond what the plan allows or was taken', async () => {
  const doses = [micrograms(6_000)];
  const design = { ...typedProtocol().design, doses, maximumRise: micrograms(6_000) };
  const high = await trialWorld(
    'designed',
    typedProtocol({ design, primary: { outcome: 'pain', dose: micrograms(6_000) } }),
  );
  assert.deepEqual(await againstSigning(high), ['dose-above-ceiling', 'rise-not-tolerated']);
  const steps = { ...design, doses: [micrograms(1_500), micrograms(3_000)], kind: 'dose-finding' } as const;
  const three = typedProtocol({ design: { ...steps, maximumRise: micrograms(3_000) } });
  assert.deepEqual(await againstSigning(await trialWorld('designed', three)), ['rise-not-tolerated']);
  const gentle = typedProtocol({ design: { ...steps, maximumRise: micrograms(1_500) } });
  assert.deepEqual(await againstSigning(await trialWorld('designed', gentle)), []);
  const withdrawal = { ...design, kind: 'randomised-withdrawal', doses: [micrograms(3_000)], blocks: 3 } as const;
  const sudden = typedProtocol({
    design: { ...withdrawal, maximumRise: micrograms(1_500) },
    primary: { outcome: 'pain', dose: micrograms(3_000) },
  });
  assert.deepEqual(await againstSigning(await trialWorld('designed', sudden)), ['rise-not-tolerated']);
});

test('without a plan in force nothing is signed or begun, and not on another plan than the one it was signed on', async () => {
  const ended = await trialWorld('designed');
  await endPlanFor(ended);
  assert.deepEqual(await againstSigning(ended), ['plan-not-in-force']);
  const other = await trialWorld('dispensed');
  const before = (await stateOf(other)).plans[0];
  assert.ok(before?.screening && before.validTo !== undefined);
  await write(other, {
    ...{ kind: 'plan-signed', version: 1, plan: anyId(), content: before.content, startAt: 0 },
    ...{ validFrom: dayOf(other), validTo: before.validTo, screening: before.screening },
    ...{ signature: { method: 'password', hash: '0'.repeat(64) }, decidedBy: other.prescriber.person },
  });
  assert.deepEqual(await againstStart(other), ['trial-on-another-plan']);
});

test('a trial begins only when it was agreed to, sealed, and its first kits are there', async () => {
  assert.deepEqual(await againstStart(await trialWorld('signed')), ['allocation-not-sealed', 'consent-missing']);
  assert.deepEqual(await againstStart(await trialWorld('sealed')), ['first-kits-not-dispensed']);
  const half = await trialWorld('sealed');
  const { kits } = await recordOf(half);
  got(await dispenseAll(half, kits.slice(2)));
  assert.deepEqual(await againstStart(half), ['first-kits-not-dispensed']);
  got(await dispenseAll(half, kits.slice(0, 2)));
  assert.deepEqual(await againstStart(half), []);
  const expiring = await trialWorld('sealed');
  got(await dispenseAll(expiring, undefined, 112));
  assert.deepEqual(await againstStart(expiring, 14), []);
  const short = await trialWorld('sealed');
  got(await dispenseAll(short, (await recordOf(short)).kits.slice(0, 2), 56));
  assert.deepEqual(await againstStart(short, 1), []);
  assert.deepEqual(await againstStart(short, 14), ['first-kits-expire']);
});

test('day 1 lies from today to a fortnight ahead', async () => {
  const world = await trialWorld('dispensed');
  assert.deepEqual(await againstStart(world, -1), ['first-day-out-of-range']);
  assert.deepEqual(await againstStart(world, 14), []);
  assert.deepEqual(await againstStart(world, 15), ['first-day-out-of-range']);
});

test('while one trial runs no other is signed or begun', async () => {
  const world = await trialWorld('running');
  const day = dayOf(world);
  const { trial } = got(
    await designTrial(world.ports, world.coordinator, world.case, { protocol: typedProtocol(), day }),
  );
  const first = world.trial;
  world.trial = trial;
  assert.ok((await againstSigning(world)).includes('trial-runs-already'));
  world.trial = first;
  assert.equal(
    codeOf(await startTrial(world.ports, world.prescriber, world.case, { trial, on: day, day })),
    'trial-not-at-this-point',
  );
});
