/** Reading back and signing over a case in memory with real passkeys: what was seen is what is signed, by whom it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, codeOf, got, PHRASE } from '../../test/server/people-world.ts';
import {
  clearScreening,
  dayOf,
  drafted,
  readTerms,
  type SigningWorld,
  signed,
  signingWorld,
} from '../../test/server/signing-world.ts';
import { micrograms } from '../medicine/dose.ts';
import { planToJson } from '../medicine/plan-json.ts';
import { templatePlan } from '../medicine/templates.ts';
import { checkPlan, type TitrationPlan } from '../medicine/titration.ts';
import { signedHash } from '../records/signature.ts';
import { loadCase } from './case-record.ts';
import { addTie } from './case-ties.ts';
import { saveDraft } from './plan-drafts.ts';
import { readBack, readBackAgain } from './plan-read-back.ts';
import { endPlan, finishCosigning, finishSigning, startCosigning, startSigning, transcribePlan } from './sign-plan.ts';
import { stopTherapy } from './titration-moves.ts';

const weekly = templatePlan('seed-weekly');
const WORLD = await signingWorld();

/** Seven steps of 1 mg: its ceiling of 7 mg needs two signatures. */
function toSeven(): TitrationPlan {
  const steps = [1, 2, 3, 4, 5, 6, 7].map((mg) => ({ dose: micrograms(mg * 1_000), minimumDays: 7 }));
  const plan = checkPlan({ ...weekly, steps, ceiling: micrograms(7_000), maximumStep: micrograms(1_000) });
  assert.ok(plan.ok);
  return plan.value;
}

const stateOf = async (world: SigningWorld) => {
  const loaded = await loadCase(world.ports, world.first.clinic, world.case);
  assert.ok(loaded);
  return loaded.state;
};
const recordOf = async (world: SigningWorld, plan: string) => {
  const record = (await stateOf(world)).plans.find((each) => each.plan === plan);
  assert.ok(record);
  return record;
};
const passkey = (world: SigningWorld, of: 'first' | 'second', options: unknown) =>
  ({ kind: 'passkey', response: world.keys[of].get(options) }) as const;
const faultsOf = (result: { ok: boolean; error?: unknown }): readonly string[] => {
  const { faults } = (result.error ?? {}) as { faults?: readonly { code: string }[] };
  return faults?.map(({ code }) => code) ?? [];
};

test('a read-back tells everything that is signed: patient, steps, days, calendar, totals, screening and hash', async () => {
  const world = WORLD;
  const plan = await drafted(world, weekly);
  const day = dayOf(world);
  const terms = { plan, validFrom: day, validTo: dayOf(world, 60), startAt: 0, day } as const;
  const read = got(await readBack(world.ports, world.first, world.case, terms));
  assert.deepEqual(read.patient, { person: world.patient.person, name: 'robin' });
  assert.equal(read.label, 'A-17');
  assert.deepEqual(read.faults, []);
  assert.equal(read.signatures, 1);
  // The mission document: 1.5 mg, a week later 3 mg, a week later 4.5 mg; eight weeks there before it is judged.
  assert.deepEqual(
    read.calendar.map(({ dose, from, to }) => [dose, from - day, to - day]),
    [
      [1_500, 0, 6],
      [3_000, 7, 13],
      [4_500, 14, 69],
    ],
  );
  assert.deepEqual(read.totals, { doseDays: 61, dose: 7 * 1_500 + 7 * 3_000 + 47 * 4_500 });
  const { clinic, person: signer } = world.first;
  const { screened } = await stateOf(world);
  assert.ok(screened);
  const screening = { on: screened.on, listVersion: screened.listVersion };
  const { validFrom, validTo, startAt } = terms;
  const decision = { clinic, case: world.case, plan, content: weekly, validFrom, validTo, startAt, screening, signer };
  assert.equal(read.hash, signedHash(decision));
});

test('a passkey signs the hash of what was read back, and the signature can be checked for itself', async () => {
  const world = await signingWorld();
  const plan = await signed(world, weekly);
  const record = await recordOf(world, plan);
  assert.equal(record.status, 'in-force');
  const [by] = record.signatures;
  assert.ok(by?.signature.method === 'passkey');
  assert.equal(by.by, world.first.person);
  assert.equal(await world.ports.passkeys.verifySignature(by.signature), true);
  assert.equal(await world.ports.passkeys.verifySignature({ ...by.signature, hash: 'a'.repeat(64) }), false);
});

test('what was changed after the read-back is not signed', async () => {
  const world = WORLD;
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan);
  const { options } = got(await startSigning(world.ports, world.first, world.case, input));
  const longer = { ...input, validTo: dayOf(world, 90) };
  assert.equal(codeOf(await startSigning(world.ports, world.first, world.case, longer)), 'read-back-differs');
  got(await saveDraft(world.ports, world.second, world.case, { plan, content: planToJson(templatePlan('gentle')) }));
  const proof = passkey(world, 'first', options);
  const finished = await finishSigning(world.ports, world.first, world.case, { ...input, proof });
  assert.equal(codeOf(finished), 'read-back-differs');
  assert.equal((await recordOf(world, plan)).status, 'drafted');
});

test('the same read-back under another name is not theirs to sign', async () => {
  const world = WORLD;
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan);
  assert.equal(codeOf(await startSigning(world.ports, world.second, world.case, input)), 'read-back-differs');
});

test('somebody else’s passkey, an answer about another plan and a second use of one answer sign nothing', async () => {
  const world = await signingWorld();
  const [plan, other] = [await drafted(world, weekly), await drafted(world, templatePlan('gentle'))];
  const input = await readTerms(world, plan);
  const { options } = got(await startSigning(world.ports, world.first, world.case, input));
  const aim = { ...input, proof: passkey(world, 'first', options) };
  const elsewhere = { ...(await readTerms(world, other)), proof: aim.proof };
  assert.equal(codeOf(await finishSigning(world.ports, world.first, world.case, elsewhere)), 'challenge-unknown');
  const theirs = {
    ...input,
    proof: {
      kind: 'passkey',
      response: world.keys.second.get({ ...(options as object), allowCredentials: undefined }),
    } as const,
  };
  assert.equal(codeOf(await finishSigning(world.ports, world.first, world.case, theirs)), 'passkey-refused');
  assert.equal(codeOf(await finishSigning(world.ports, world.first, world.case, aim)), 'challenge-unknown');
  assert.equal((await recordOf(world, plan)).status, 'drafted');
});

test('two who sign at the same moment sign once', async () => {
  const world = await signingWorld();
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan);
  const again = await readTerms(world, plan, {}, world.second);
  const one = got(await startSigning(world.ports, world.first, world.case, input));
  const two = got(await startSigning(world.ports, world.second, world.case, again));
  const results = await Promise.all([
    finishSigning(world.ports, world.first, world.case, { ...input, proof: passkey(world, 'first', one.options) }),
    finishSigning(world.ports, world.second, world.case, { ...again, proof: passkey(world, 'second', two.options) }),
  ]);
  assert.equal(results.filter(({ ok }) => ok).length, 1);
  assert.equal((await recordOf(world, plan)).signatures.length, 1);
});

test('the password signs where it is right, and is kept as what it is', async () => {
  const world = await signingWorld();
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan);
  const withPassword = (password: string) => ({ ...input, proof: { kind: 'password', password } as const });
  const wrong = await finishSigning(world.ports, world.first, world.case, withPassword('something else'));
  assert.equal(codeOf(wrong), 'password-wrong');
  // Dr Yusuf has a passkey and no password: a right phrase of somebody else's is none of theirs.
  const none = await finishSigning(world.ports, world.first, world.case, withPassword(PHRASE));
  assert.equal(codeOf(none), 'password-wrong');
  const { actor: third } = await add(world, world.admin, 'chloe', ['prescriber']);
  got(await addTie(world.ports, world.first, world.case, { person: third.person, relation: 'prescriber' }));
  const theirs = { ...(await readTerms(world, plan, {}, third)), proof: withPassword(PHRASE).proof };
  assert.equal(codeOf(await startSigning(world.ports, third, world.case, theirs)), 'no-passkey');
  got(await finishSigning(world.ports, third, world.case, theirs));
  const { signatures } = await recordOf(world, plan);
  assert.deepEqual(
    signatures.map(({ by, signature }) => [by, signature]),
    [[third.person, { method: 'password', hash: theirs.readBackHash }]],
  );
});

test('nobody but a prescriber of the case signs, ends, or is asked for a signature', async () => {
  const world = WORLD;
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan);
  assert.equal(codeOf(await startSigning(world.ports, world.patient, world.case, input)), 'not-allowed');
  // The admin keeps the clinic's lists and knows of the case.
  assert.equal(codeOf(await startSigning(world.ports, world.admin, world.case, input)), 'not-allowed');
  const day = dayOf(world);
  const end = { plan, on: day, reason: 'no longer wanted', day };
  assert.equal(codeOf(await endPlan(world.ports, world.patient, world.case, end)), 'not-allowed');
  const copied = { ...input, prescribedBy: 'Dr Elsewhere' };
  assert.equal(codeOf(await transcribePlan(world.ports, world.first, world.case, copied)), 'not-allowed');
});

test('without answers and a look at them nothing can be signed, and every reason is told at once', async () => {
  const world = await signingWorld({ clear: false });
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan, { startAt: 2, validTo: dayOf(world, 400) });
  const refused = await startSigning(world.ports, world.first, world.case, input);
  assert.deepEqual(faultsOf(refused), [
    'valid-to-out-of-range',
    'start-too-high',
    'screening-not-reviewed',
    'screening-hard-open',
  ]);
  await clearScreening(world);
  const now = await readTerms(world, plan);
  assert.equal(codeOf(await startSigning(world.ports, world.first, world.case, now)), 'done');
});

test('above 6 mg a plan waits for a second prescriber, and has force from the day of that signature on', async () => {
  const world = await signingWorld();
  const plan = await signed(world, toSeven());
  assert.equal((await recordOf(world, plan)).status, 'half-signed');
  world.now += 2 * 86_400_000;
  const day = dayOf(world);
  const mine = got(await readBackAgain(world.ports, world.first, world.case, { plan, day }));
  const own = { plan, readBackHash: mine.hash ?? '', day };
  assert.equal(codeOf(await startCosigning(world.ports, world.first, world.case, own)), 'signed-by-you-already');
  const read = got(await readBackAgain(world.ports, world.second, world.case, { plan, day }));
  assert.equal(read.signatures, 2);
  const input = { plan, readBackHash: read.hash ?? '', day };
  const { options } = got(await startCosigning(world.ports, world.second, world.case, input));
  const proof = passkey(world, 'second', options);
  got(await finishCosigning(world.ports, world.second, world.case, { ...input, proof }));
  const record = await recordOf(world, plan);
  assert.equal(record.status, 'in-force');
  assert.equal(record.forceFrom, day);
  assert.deepEqual(
    record.signatures.map(({ by }) => by),
    [world.first.person, world.second.person],
  );
});

test('a stop takes the second signature its ground', async () => {
  const world = await signingWorld();
  const plan = await signed(world, toSeven());
  const day = dayOf(world);
  got(await stopTherapy(world.ports, world.patient, world.case, { day }));
  const again = await readBackAgain(world.ports, world.second, world.case, { plan, day });
  assert.equal(codeOf(again), 'plan-not-half-signed');
});

test('a plan is ended with a reason, from today on and never back in time', async () => {
  const world = await signingWorld();
  const plan = await signed(world, weekly);
  const day = dayOf(world);
  const tried = (on: number, reason: string) =>
    endPlan(world.ports, world.second, world.case, { plan, on: dayOf(world, on), reason, day });
  assert.equal(codeOf(await tried(0, 'enough')), 'reason-too-short');
  assert.equal(codeOf(await tried(-1, 'moves to another clinic')), 'end-out-of-range');
  assert.equal(codeOf(await tried(61, 'moves to another clinic')), 'end-out-of-range');
  assert.equal(codeOf(await tried(0, 'moves to another clinic\u202e')), 'event-refused');
  got(await tried(0, 'moves to another clinic'));
  assert.equal((await recordOf(world, plan)).status, 'ended');
  assert.equal(codeOf(await tried(0, 'moves to another clinic')), 'plan-has-no-force');
});

test('a day that is nobody’s today is refused before anything is read', async () => {
  const world = WORLD;
  const plan = await drafted(world, weekly);
  const input = await readTerms(world, plan);
  for (const off of [-2, 2]) {
    const refused = await startSigning(world.ports, world.first, world.case, { ...input, day: dayOf(world, off) });
    assert.equal(codeOf(refused), 'day-implausible');
  }
});
