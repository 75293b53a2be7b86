/** A protocol is signed as a plan is: what was read back and nothing else, by who it is, and once (H16, H17, H35). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, got, PHRASE } from '../../../test/server/people-world.ts';
import { dayOf, type SigningWorld, signed, signingWorld } from '../../../test/server/signing-world.ts';
import { typedProtocol } from '../../../test/server/trial-world.ts';
import type { TrialId } from '../../base/ids.ts';
import { templatePlan } from '../../medicine/templates.ts';
import { loadCase } from '../case-record.ts';
import { verifyRecord } from '../verify.ts';
import { designTrial } from './design.ts';
import { finishSigningTrial, readTrialBack, startSigningTrial } from './sign.ts';

async function designed(): Promise<SigningWorld & { readonly trial: TrialId }> {
  const world = await signingWorld();
  await signed(world, templatePlan('seed-weekly'));
  const draft = { protocol: typedProtocol(), day: dayOf(world) };
  const { trial } = got(await designTrial(world.ports, world.first, world.case, draft));
  return Object.assign(world, { trial });
}
type World = Awaited<ReturnType<typeof designed>>;

const readBack = async (world: World) =>
  got(await readTrialBack(world.ports, world.first, world.case, { trial: world.trial, day: dayOf(world) }));
const asked = (world: World, readBackHash: string) => ({ trial: world.trial, day: dayOf(world), readBackHash });

async function statusOf({ ports, first, case: id, trial }: World) {
  const loaded = await loadCase(ports, first.clinic, id);
  return loaded?.state.trials.find((record) => record.trial === trial)?.signed;
}

test('the passkey signs the hash that was read back, and the record can be verified afterwards', async () => {
  const world = await designed();
  const { hash = '', gates, protocolHash, plan, days, sequences } = await readBack(world);
  assert.deepEqual([gates, days, sequences], [[], 112, 4n]);
  const started = got(await startSigningTrial(world.ports, world.first, world.case, asked(world, hash)));
  assert.equal(started.hash, hash);
  const proof = { kind: 'passkey', response: world.keys.first.get(started.options) } as const;
  got(await finishSigningTrial(world.ports, world.first, world.case, { ...asked(world, hash), proof }));
  const settled = await statusOf(world);
  assert.deepEqual([settled?.protocolHash, settled?.plan, settled?.by], [protocolHash, plan, world.first.person]);
  assert.equal(settled?.signature.hash, hash);
  const { counts, faultCount } = await verifyRecord(world.ports);
  assert.deepEqual([counts.passkeySignatures, faultCount], [2, 0]);
  const again = await readTrialBack(world.ports, world.first, world.case, { trial: world.trial, day: dayOf(world) });
  assert.equal(codeOf(again), 'trial-not-at-this-point');
});

test('an answer for another hash, another trial or another person signs nothing', async () => {
  const world = await designed();
  const { hash = '' } = await readBack(world);
  const wrong = await startSigningTrial(world.ports, world.first, world.case, asked(world, '0'.repeat(64)));
  assert.equal(codeOf(wrong), 'read-back-differs');
  // The hash names its signer.
  assert.equal(
    codeOf(await startSigningTrial(world.ports, world.second, world.case, asked(world, hash))),
    'read-back-differs',
  );
  assert.equal(
    codeOf(await startSigningTrial(world.ports, world.patient, world.case, asked(world, hash))),
    'not-allowed',
  );
  const started = got(await startSigningTrial(world.ports, world.first, world.case, asked(world, hash)));
  const draft = { protocol: typedProtocol(), day: dayOf(world) };
  const other = Object.assign({ ...world }, got(await designTrial(world.ports, world.first, world.case, draft)));
  const { hash: otherHash = '' } = await readBack(other);
  const proof = { kind: 'passkey', response: world.keys.first.get(started.options) } as const;
  const finished = await finishSigningTrial(world.ports, world.first, world.case, {
    ...asked(other, otherHash),
    proof,
  });
  assert.equal(finished.ok, false, 'an answer about one trial signs no other');
  const password = { kind: 'password', password: PHRASE } as const;
  const unknown = await finishSigningTrial(world.ports, world.first, world.case, {
    ...asked(world, hash),
    proof: password,
  });
  assert.equal(unknown.ok, false, 'who has a passkey has no password here');
  assert.equal(await statusOf(world), undefined);
});

test('a protocol that was drafted anew meanwhile is not signed by what was read back before', async () => {
  const world = await designed();
  const { hash = '' } = await readBack(world);
  const started = got(await startSigningTrial(world.ports, world.first, world.case, asked(world, hash)));
  const other = { trial: world.trial, protocol: typedProtocol({ purpose: 'Another question.' }), day: dayOf(world) };
  got(await designTrial(world.ports, world.second, world.case, other));
  const proof = { kind: 'passkey', response: world.keys.first.get(started.options) } as const;
  const finished = await finishSigningTrial(world.ports, world.first, world.case, { ...asked(world, hash), proof });
  assert.equal(codeOf(finished), 'read-back-differs');
  assert.equal(await statusOf(world), undefined);
});
