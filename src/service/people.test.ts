import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, codeOf, got, newWorld, openClinic, PHRASE, visit } from '../../test/server/people-world.ts';
import type { ClinicId, PersonId } from '../base/ids.ts';
import type { Role } from '../records/person.ts';
import { changeClinic, readClinic } from './clinic.ts';
import { invite, newDeviceLink } from './invitations.ts';
import { acceptInvitation } from './invitations-accept.ts';
import { changeRoles, leaveClinic, listPeople, operatorOf, readPerson, renamePerson } from './people.ts';
import { completeSetUp, prepareInstallation, setUpSolo } from './set-up.ts';

async function clinic() {
  const world = newWorld();
  const admin = (await openClinic(world)).actor;
  return { world, admin };
}

test('a clinic keeps an admin: the last one can neither leave nor give up the role', async () => {
  const { world, admin } = await clinic();
  const own = { person: admin.person, roles: ['prescriber'] as const };
  assert.equal(codeOf(await changeRoles(world.ports, admin, own)), 'last-admin');
  assert.equal(codeOf(await leaveClinic(world.ports, admin, admin.person)), 'last-admin');
  got(await invite(world.ports, admin, { name: 'Not here yet', roles: ['admin'] }));
  assert.equal(codeOf(await leaveClinic(world.ports, admin, admin.person)), 'last-admin', 'invited is not here');
  const second = await add(world, admin, 'second', ['admin']);
  assert.equal(codeOf(await leaveClinic(world.ports, admin, admin.person)), 'done');
  assert.equal(codeOf(await leaveClinic(world.ports, second.actor, second.actor.person)), 'last-admin');
});

test('two admins who take each other out at the same instant do not both succeed', async () => {
  const { world, admin } = await clinic();
  const second = (await add(world, admin, 'second', ['admin'])).actor;
  await Promise.all([
    leaveClinic(world.ports, admin, second.person),
    changeRoles(world.ports, second, { person: admin.person, roles: [] }),
  ]);
  const { people } = await world.ports.storage.people.people(admin.clinic, { limit: 10 });
  assert.ok(people.some(({ state, roles }) => state === 'active' && roles.includes('admin')));
});

const MAY: readonly (readonly [role: Role, lists: string, changes: string])[] = [
  ['admin', 'done', 'done'],
  ['prescriber', 'done', 'not-allowed'],
  ['coordinator', 'done', 'not-allowed'],
  ['pharmacist', 'not-allowed', 'not-allowed'],
  ['patient', 'not-allowed', 'not-allowed'],
];
for (const [role, lists, changes] of MAY)
  test(`who is ${role}: listing people ${lists}, changing them ${changes}`, async () => {
    const { world, admin } = await clinic();
    const { actor } = await add(world, admin, 'someone', [role]);
    const { person } = (await add(world, admin, 'target', ['patient'])).actor;
    assert.equal(codeOf(await listPeople(world.ports, actor, { limit: 10 })), lists);
    assert.equal(codeOf(await readPerson(world.ports, actor, person)), lists);
    assert.equal(codeOf(await renamePerson(world.ports, actor, { person, name: 'Other' })), changes);
    assert.equal(codeOf(await changeRoles(world.ports, actor, { person, roles: ['patient'] })), changes);
    assert.equal(codeOf(await changeClinic(world.ports, actor, { name: 'Hill' })), changes);
    assert.equal(codeOf(await leaveClinic(world.ports, actor, person)), changes);
  });

test('people are listed by name, a page at a time, without their logins', async () => {
  const { world, admin } = await clinic();
  for (const name of ['Cai', 'Bo', 'Dee']) got(await invite(world.ports, admin, { name, roles: ['patient'] }));
  const first = got(await listPeople(world.ports, admin, { limit: 3 }));
  assert.deepEqual(
    first.people.map(({ name, hasLogin }) => [name, hasLogin]),
    [
      ['Ada Okafor', true],
      ['Bo', false],
      ['Cai', false],
    ],
  );
  assert.equal(JSON.stringify(first).includes('"ada"'), false);
  const rest = got(await listPeople(world.ports, admin, { limit: 3, after: first.next ?? '' }));
  assert.deepEqual(
    rest.people.map(({ name }) => name),
    ['Dee'],
  );
  assert.equal(rest.next, undefined);
});

test('people of another clinic are not there', async () => {
  const { world, admin } = await clinic();
  const elsewhere = (await clinic()).admin.person;
  assert.equal(codeOf(await readPerson(world.ports, admin, elsewhere)), 'not-found');
  assert.equal(codeOf(await leaveClinic(world.ports, admin, elsewhere)), 'not-found');
});

test('whoever has left is changed no more', async () => {
  const { world, admin } = await clinic();
  const { person } = (await add(world, admin, 'femi', ['prescriber'])).actor;
  got(await leaveClinic(world.ports, admin, person));
  assert.equal(codeOf(await leaveClinic(world.ports, admin, person)), 'person-gone');
  assert.equal(codeOf(await changeRoles(world.ports, admin, { person, roles: ['admin'] })), 'person-gone');
  assert.equal(codeOf(await renamePerson(world.ports, admin, { person, name: 'x' })), 'person-gone');
});

test('a clinic sets its highest ceiling within what any site may have', async () => {
  const { world, admin } = await clinic();
  assert.equal(got(await readClinic(world.ports, admin)).maximumCeiling, 7_000); // "others need 6.0-7.0"
  for (const ceiling of [12_001, 99, 0, -1, 4500.5, Number.NaN, 50_000])
    assert.equal(codeOf(await changeClinic(world.ports, admin, { maximumCeiling: ceiling })), 'ceiling-out-of-range');
  got(await changeClinic(world.ports, admin, { maximumCeiling: 12_000 }));
  assert.deepEqual(
    [got(await readClinic(world.ports, admin))].map((c) => [c.name, c.maximumCeiling]),
    [['Riverside', 12_000]],
  );
});

test('a new installation waits with one link; each start makes a new one and ends the last', async () => {
  const world = newWorld();
  const [first, second] = [await prepareInstallation(world.ports), await prepareInstallation(world.ports)];
  assert.ok(first.state === 'waiting' && second.state === 'waiting');
  assert.match(second.link.path, /^\/set-up#[0-9a-f-]{36}\.[\w-]{43}$/);
  const way = { way: 'password', login: 'ada', password: PHRASE } as const;
  const given = { clinicName: 'Riverside', name: 'Ada', way };
  assert.equal(codeOf(await completeSetUp(world.ports, first.link.token, given, visit)), 'invitation-used');
  assert.equal(codeOf(await acceptInvitation(world.ports, second.link.token, way, visit)), 'invitation-is-set-up');
  assert.equal(
    codeOf(await completeSetUp(world.ports, second.link.token, { ...given, clinicName: ' ' }, visit)),
    'name-missing',
  );
  const signedIn = got(await completeSetUp(world.ports, second.link.token, { ...given, prescribes: true }, visit));
  assert.deepEqual(signedIn.actor.roles, ['admin', 'prescriber']);
  assert.equal(codeOf(await completeSetUp(world.ports, second.link.token, given, visit)), 'invitation-used');
  assert.deepEqual(await prepareInstallation(world.ports), { state: 'ready' });
  assert.equal((await world.ports.storage.people.clinics(10)).length, 1);
});

test('of two processes that start at once, and two who open the links, one clinic stands', async () => {
  const world = newWorld();
  const links = (await Promise.all([prepareInstallation(world.ports), prepareInstallation(world.ports)])).map((made) =>
    made.state === 'waiting' ? made.link : assert.fail(),
  );
  const codes = [];
  for (const [n, { token }] of links.entries()) {
    const way = { way: 'password', login: `ada${n}`, password: PHRASE } as const;
    codes.push(codeOf(await completeSetUp(world.ports, token, { clinicName: 'Riverside', name: 'Ada', way }, visit)));
  }
  assert.equal(codes.filter((code) => code === 'done').length, 1);
  const standing = (await world.ports.storage.people.clinics(10)).filter(({ state }) => state !== 'waiting');
  assert.equal(standing.length, 1);
});

test('a join link does not set up a clinic', async () => {
  const { world, admin } = await clinic();
  const link = got(await invite(world.ports, admin, { name: 'Io', roles: ['patient'] }));
  const way = { way: 'password', login: 'iona', password: PHRASE } as const;
  const given = { clinicName: 'Mine', name: 'Io', way };
  assert.equal(codeOf(await completeSetUp(world.ports, link.token, given, visit)), 'set-up-done');
});

test('a patient alone is patient and admin in one, and a clinic of one takes in carers only', async () => {
  const world = newWorld();
  const waiting = await prepareInstallation(world.ports);
  const token = waiting.state === 'waiting' ? waiting.link.token : '';
  const way = { way: 'password', login: 'iona', password: PHRASE } as const;
  const { actor } = got(await setUpSolo(world.ports, token, { name: 'Io Brandt', way }, visit));
  assert.deepEqual(actor.roles, ['patient', 'admin']);
  assert.equal((await world.ports.storage.people.clinic(actor.clinic))?.state, 'solo');
  assert.equal(codeOf(await invite(world.ports, actor, { name: 'Dr', roles: ['prescriber'] })), 'clinic-is-solo');
  assert.equal(codeOf(await invite(world.ports, actor, { name: 'A friend who keeps the diary', roles: [] })), 'done');
  const operator = (await operatorOf(world.ports, actor.clinic)) ?? assert.fail();
  assert.equal(codeOf(await newDeviceLink(world.ports, operator, { person: actor.person })), 'done');
  const own = { person: actor.person, roles: ['patient', 'prescriber', 'admin'] as const };
  assert.equal(codeOf(await changeRoles(world.ports, actor, own)), 'clinic-is-solo');
  assert.deepEqual(await prepareInstallation(world.ports), { state: 'ready' });
});

test('whoever holds the machine can let somebody in again', async () => {
  const { world, admin } = await clinic();
  const operator = (await operatorOf(world.ports, admin.clinic)) ?? assert.fail();
  assert.deepEqual([operator.person, operator.roles], [admin.person, ['admin']]);
  assert.equal(codeOf(await newDeviceLink(world.ports, operator, { person: admin.person, removeWays: true })), 'done');
  assert.equal(await operatorOf(world.ports, '01930000-0000-7000-8000-000000000000' as ClinicId), undefined);
  assert.equal(codeOf(await readPerson(world.ports, operator, 'x' as PersonId)), 'not-found');
});
