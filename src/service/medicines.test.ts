/** Medicines of a case as they are entered, changed and resolved; what the list knows cannot be talked away (H4, H6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyId } from '../../test/server/case-world.ts';
import { codeOf, got } from '../../test/server/people-world.ts';
import { dayOf, type SigningWorld, signingWorld } from '../../test/server/signing-world.ts';
import type { MedicineId } from '../base/ids.ts';
import type { MedicineResolution, MedicineUse } from '../medicine/screening/screening.ts';
import type { Actor } from './authority.ts';
import {
  changeMedicineUse,
  listMedicines,
  matchText,
  type NewMedicine,
  recordMedicine,
  resolveMedicine,
} from './medicines.ts';
import { screeningOf } from './screen-case.ts';

const world = await signingWorld();
const day = dayOf(world);

const entered = (text: string, use: MedicineUse = { kind: 'current' }): NewMedicine => ({
  ...{ text, form: 'immediate-release', use },
});
const record = (medicine: NewMedicine, by: Actor = world.patient) =>
  recordMedicine(world.ports, by, world.case, { medicine, day });
const resolve = (medicine: MedicineId, resolution: MedicineResolution, by: Actor = world.first) =>
  resolveMedicine(world.ports, by, world.case, { medicine, resolution });
const hard = async (of: SigningWorld): Promise<readonly string[]> => {
  const { screening } = got(await screeningOf(of.ports, of.first, of.case, dayOf(of)));
  return screening.findings.filter(({ severity }) => severity === 'hard').map(({ rule }) => rule);
};

test('a text is matched without a case, by anybody signed in, and nothing is kept', () => {
  const match = got(matchText(world.ports, world.patient, { text: 'tramadol hcl 50 mg' }));
  assert.deepEqual(
    match.hits.map(({ ingredient }) => ingredient),
    ['tramadol'],
  );
  assert.equal(got(matchText(world.ports, world.patient, { text: 'what grandmother takes' })).status, 'unresolved');
});

test('a medicine is kept as it was written, and told again with what the list makes of it', async () => {
  const fresh = await signingWorld();
  const medicine = { ...entered('Paracetamol 500 mg'), chronic: false };
  const kept = got(await recordMedicine(fresh.ports, fresh.patient, fresh.case, { medicine, day }));
  assert.equal(kept.match.status, 'recognised');
  const [listed, ...more] = got(await listMedicines(fresh.ports, fresh.first, fresh.case));
  assert.deepEqual(more, []);
  assert.deepEqual(listed, { ...medicine, id: kept.medicine, match: kept.match });
});

const refused: readonly [why: string, medicine: NewMedicine, code: string][] = [
  ['nothing written', entered('  '), 'medicine-empty'],
  ['more than a line', entered('aspirin\ntramadol'), 'event-refused'],
  ['a text turned around', entered('\u202elodamart'), 'event-refused'],
  ['half a character', entered('tramadol \ud800'), 'event-refused'],
  ['a page of text', entered('a'.repeat(201)), 'event-refused'],
  [
    'a last day still to come',
    entered('tramadol', { kind: 'stopped', lastTaken: dayOf(world, 1) }),
    'last-taken-in-future',
  ],
];
for (const [why, medicine, code] of refused)
  test(`not kept: ${why}`, async () => assert.equal(codeOf(await record(medicine)), code));

test('an opioid blocks from the moment it is recorded, whoever records it, and after its last day for its washout', async () => {
  const fresh = await signingWorld();
  const { medicine } = got(
    await recordMedicine(fresh.ports, fresh.patient, fresh.case, { medicine: entered('tramadol'), day }),
  );
  assert.deepEqual(await hard(fresh), ['S1']);
  const use = { kind: 'stopped', lastTaken: day } as const;
  got(await changeMedicineUse(fresh.ports, fresh.patient, fresh.case, { medicine, use, day }));
  assert.ok((await hard(fresh)).includes('S2'));
  // Ten whole opioid-free days (label: 7 to 10, tramadol among them): the eleventh day after the last is clear.
  fresh.now += 10 * 86_400_000;
  assert.ok((await hard(fresh)).includes('S2'));
  fresh.now += 86_400_000;
  assert.ok(!(await hard(fresh)).includes('S2'));
});

test('a use is changed only of a medicine of the case, and not into the future', async () => {
  const change = (medicine: MedicineId, use: MedicineUse) =>
    changeMedicineUse(world.ports, world.patient, world.case, { medicine, use, day });
  assert.equal(codeOf(await change(anyId(), { kind: 'current' })), 'medicine-unknown');
  const { medicine } = got(await record(entered('ibuprofen')));
  assert.equal(codeOf(await change(medicine, { kind: 'stopped', lastTaken: dayOf(world, 2) })), 'last-taken-in-future');
  assert.equal(codeOf(await change(medicine, { kind: 'unknown' })), 'done');
});

test('what the list does not know is resolved by a prescriber with a reason, to a name of the list or to none', async () => {
  const fresh = await signingWorld();
  const medicine = entered('what grandmother takes');
  const { medicine: name } = got(await recordMedicine(fresh.ports, fresh.patient, fresh.case, { medicine, day }));
  const tried = (resolution: MedicineResolution, by: Actor = fresh.first) =>
    resolveMedicine(fresh.ports, by, fresh.case, { medicine: name, resolution });
  const reason = 'the box was brought along';
  assert.deepEqual(await hard(fresh), ['unresolved']);
  assert.equal(codeOf(await tried({ kind: 'not-listed', reason }, fresh.patient)), 'not-allowed');
  assert.equal(codeOf(await tried({ kind: 'not-listed', reason: 'seen' })), 'reason-too-short');
  assert.equal(codeOf(await tried({ kind: 'ingredient', ingredient: 'tramadoll', reason })), 'ingredient-not-on-list');
  got(await tried({ kind: 'ingredient', ingredient: 'tramadol', reason }));
  assert.deepEqual(await hard(fresh), ['S1']);
  got(await tried({ kind: 'not-listed', reason }));
  assert.deepEqual(await hard(fresh), []);
});

test('what the list knows is not resolved into something else', async () => {
  const { medicine } = got(await record(entered('codeine')));
  const harmless = { kind: 'not-listed', reason: 'it is only for the cough' } as const;
  assert.equal(codeOf(await resolve(medicine, harmless)), 'medicine-recognised');
  assert.equal(codeOf(await resolve(anyId(), harmless)), 'medicine-unknown');
});

test('two hundred medicines are the most a case holds', async () => {
  const fresh = await signingWorld({ clear: false });
  const one = () => recordMedicine(fresh.ports, fresh.patient, fresh.case, { medicine: entered('paracetamol'), day });
  for (let i = 0; i < 200; i++) got(await one());
  assert.equal(codeOf(await one()), 'too-many-medicines');
});
