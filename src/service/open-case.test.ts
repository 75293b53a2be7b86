/** Opening, closing and tying people to a case, on the memory storage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPerson, anyId, codeOf, got, newCaseWorld, tie, write } from '../../test/server/case-world.ts';
import type { CaseId } from '../base/ids.ts';
import { readCase } from './case-record.ts';
import { addTie, endTie } from './case-ties.ts';
import { closeCase, openCase, reopenCase } from './open-case.ts';

const NEW = { label: 'B-2', indications: ['M79.7', 'G93.32'], washout: 'research' } as const;

test('a prescriber opens a case for somebody new, who is put among the people of the clinic', async () => {
  const { ports, prescriber } = await newCaseWorld();
  const opened = got(await openCase(ports, prescriber, { ...NEW, patient: { name: ' Sam Lee ' } }));
  const person = await ports.storage.people.person(prescriber.clinic, opened.patient);
  assert.deepEqual([person?.name, person?.roles, person?.state], ['Sam Lee', ['patient'], 'invited']);
  const { state, relations } = got(await readCase(ports, prescriber, opened.case, 'case.read'));
  assert.deepEqual([state.label, state.indications, state.washout], ['B-2', ['M79.7', 'G93.32'], 'research']);
  assert.deepEqual([state.solo, state.status, relations], [false, 'open', ['prescriber']]);
  const ties = await ports.storage.ledger.ties(prescriber.clinic, opened.case);
  assert.deepEqual(ties.map(({ person: who, relation }) => [who === prescriber.person, relation]).sort(), [
    [false, 'patient'],
    [true, 'prescriber'],
  ]);
});

test('the same case sent twice is opened once', async () => {
  const { ports, prescriber, patient } = await newCaseWorld();
  const id: CaseId = anyId();
  const open = () => openCase(ports, prescriber, { ...NEW, case: id, patient: { person: patient.person } });
  assert.deepEqual([codeOf(await open()), codeOf(await open())], ['done', 'case-exists']);
  const people = async () => (await ports.storage.people.people(prescriber.clinic, { limit: 100 })).people.length;
  const before = await people();
  assert.equal(
    codeOf(await openCase(ports, prescriber, { ...NEW, case: id, patient: { name: 'Sam' } })),
    'case-exists',
  );
  assert.equal(await people(), before);
});

test('what a case may not be opened with is refused, and leaves nobody behind', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient } = world;
  const colleague = await addPerson(ports, prescriber.clinic, 'Dr Okoro', ['prescriber']);
  const both = await addPerson(ports, prescriber.clinic, 'Dr Patient', ['prescriber', 'patient']);
  const open = async (by: typeof prescriber, more: object) =>
    codeOf(await openCase(ports, by, { ...NEW, patient: { person: patient.person }, ...more }));
  const before = (await ports.storage.people.people(prescriber.clinic, { limit: 100 })).people.length;
  assert.equal(await open(prescriber, { patient: undefined }), 'person-unknown');
  assert.equal(await open(prescriber, { patient: { person: anyId() } }), 'person-unknown');
  assert.equal(await open(prescriber, { patient: { person: colleague.person } }), 'not-a-patient');
  assert.equal(await open(both, { patient: { person: both.person } }), 'patient-is-yourself');
  assert.equal(await open(prescriber, { patient: { name: '  ' } }), 'name-missing');
  assert.equal(await open(prescriber, { patient: { name: 'a\u202eb' } }), 'name-missing');
  assert.equal(await open(prescriber, { patient: { name: 'Sam' }, label: '' }), 'event-refused');
  assert.equal(await open(prescriber, { patient: { name: 'Sam' }, label: 'a'.repeat(81) }), 'event-refused');
  assert.equal(await open(prescriber, { indications: ['fibromyalgia'] }), 'event-refused');
  assert.equal(await open(patient, {}), 'not-allowed');
  assert.equal(await open({ ...prescriber, roles: ['admin', 'coordinator', 'pharmacist'] }, {}), 'not-allowed');
  assert.equal((await ports.storage.people.people(prescriber.clinic, { limit: 100 })).people.length, before);
});

test('a patient alone opens a case about themselves and nobody else', async () => {
  const { ports, patient, prescriber } = await newCaseWorld(undefined, true);
  const own = got(await openCase(ports, patient, NEW));
  assert.equal(own.patient, patient.person);
  const { state, relations } = got(await readCase(ports, patient, own.case, 'case.read'));
  assert.deepEqual([state.solo, relations], [true, ['patient']]);
  assert.equal(codeOf(await openCase(ports, patient, { ...NEW, patient: { name: 'Sam' } })), 'not-a-patient');
  const other = { person: prescriber.person };
  assert.equal(codeOf(await openCase(ports, patient, { ...NEW, patient: other })), 'not-a-patient');
});

test('a case is closed and opened again by a prescriber, with a reason', async () => {
  const { ports, prescriber, patient, case: id } = await newCaseWorld();
  const why = { reason: 'moved away' };
  assert.equal(codeOf(await closeCase(ports, patient, id, why)), 'not-allowed');
  assert.equal(codeOf(await closeCase(ports, prescriber, id, { reason: ' ' })), 'reason-missing');
  assert.equal(codeOf(await reopenCase(ports, prescriber, id, why)), 'case-not-closed');
  assert.equal(codeOf(await closeCase(ports, prescriber, id, why)), 'done');
  assert.equal(codeOf(await closeCase(ports, prescriber, id, why)), 'case-not-open');
  assert.equal(got(await readCase(ports, prescriber, id, 'case.read')).row.status, 'closed');
  assert.equal(codeOf(await reopenCase(ports, prescriber, id, why)), 'done');
});

test('who is tied sees the case, and from the end of the tie on does not', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, case: id } = world;
  const pharmacist = await tie(world, 'Pat', ['pharmacist'], 'pharmacist');
  assert.equal(codeOf(await readCase(ports, pharmacist, id, 'plan.read')), 'done');
  const as = { person: pharmacist.person, relation: 'pharmacist' } as const;
  const again = got(await addTie(ports, prescriber, id, as));
  got(await endTie(ports, prescriber, id, as));
  assert.equal(codeOf(await endTie(ports, prescriber, id, as)), 'tie-unknown');
  assert.equal(codeOf(await readCase(ports, pharmacist, id, 'plan.read')), 'not-found');
  got(await addTie(ports, prescriber, id, as));
  assert.equal(codeOf(await readCase(ports, pharmacist, id, 'plan.read')), 'done');
  assert.equal(again.seq, 4); // opened, two ties, the pharmacist's: tying twice wrote nothing
});

test('a tie needs the role it stands for, and the patient gets no second one', async () => {
  const { ports, prescriber, patient, case: id } = await newCaseWorld();
  const clerk = await addPerson(ports, prescriber.clinic, 'Clerk', ['admin']);
  for (const relation of ['prescriber', 'pharmacist', 'coordinator'] as const) {
    assert.equal(codeOf(await addTie(ports, prescriber, id, { person: clerk.person, relation })), 'role-missing');
    const own = { person: patient.person, relation };
    assert.equal(codeOf(await addTie(ports, prescriber, id, own)), 'person-is-the-patient');
  }
  const nobody = { person: anyId<'person'>(), relation: 'carer' } as const;
  assert.equal(codeOf(await addTie(ports, prescriber, id, nobody)), 'person-unknown');
});

test('a patient chooses and ends their carers, and nobody else', async () => {
  const world = await newCaseWorld();
  const { ports, prescriber, patient, case: id } = world;
  const kim = await addPerson(ports, patient.clinic, 'Kim', []);
  const as = { person: kim.person, relation: 'carer' } as const;
  got(await addTie(ports, patient, id, as));
  assert.equal(codeOf(await readCase(ports, kim, id, 'case.read')), 'done');
  got(await endTie(ports, patient, id, as));
  const doctor = { person: prescriber.person, relation: 'prescriber' } as const;
  assert.equal(codeOf(await endTie(ports, patient, id, doctor)), 'not-allowed');
  const other = await addPerson(ports, patient.clinic, 'Dr Else', ['prescriber']);
  const wanted = { person: other.person, relation: 'prescriber' } as const;
  assert.equal(codeOf(await addTie(ports, patient, id, wanted)), 'not-allowed');
  assert.equal(codeOf(await addTie(ports, kim, id, as)), 'not-found');
});

test('an admin hands a case over when its prescriber leaves, and sees nothing of it', async () => {
  const { ports, prescriber, case: id } = await newCaseWorld();
  const admin = await addPerson(ports, prescriber.clinic, 'Ada', ['admin']);
  const next = await addPerson(ports, prescriber.clinic, 'Dr Next', ['prescriber']);
  const gone = { person: prescriber.person, relation: 'prescriber' } as const;
  assert.equal(codeOf(await endTie(ports, admin, id, gone)), 'last-prescriber');
  got(await addTie(ports, admin, id, { person: next.person, relation: 'prescriber' }));
  got(await endTie(ports, admin, id, gone));
  assert.equal(codeOf(await readCase(ports, next, id, 'case.read')), 'done');
  assert.equal(codeOf(await readCase(ports, prescriber, id, 'case.read')), 'not-found');
  assert.equal(codeOf(await readCase(ports, admin, id, 'case.read')), 'not-allowed');
});

test('a prescriber who has lost the role does nothing with the tie that is left', async () => {
  const world = await newCaseWorld();
  const clerk = { ...world.prescriber, roles: ['coordinator'] as const };
  assert.equal(codeOf(await readCase(world.ports, clerk, world.case, 'case.read')), 'not-allowed');
  await assert.rejects(write({ ...world, prescriber: clerk }), /not-allowed/);
});
