import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  addWithPasskey,
  codeOf,
  got,
  join,
  joinWithPasskey,
  MINUTE,
  newWorld,
  ORIGIN,
  openClinic,
  PHRASE,
  visit,
} from '../../test/server/people-world.ts';
import { softwareAuthenticator } from '../../test/server/software-authenticator.ts';
import type { Role } from '../records/person.ts';
import { memoryStorage } from '../storage/memory.ts';
import { invite, newDeviceLink, ownDeviceLink } from './invitations.ts';
import { acceptInvitation, previewInvitation, startPasskey } from './invitations-accept.ts';
import { leaveClinic } from './people.ts';
import { actorOf } from './sessions.ts';
import { signInWithPassword } from './sign-in.ts';

async function clinic(storage = memoryStorage()) {
  const world = newWorld(storage);
  const admin = (await openClinic(world)).actor;
  const link = got(await invite(world.ports, admin, { name: '  Femi   Sand ', roles: ['prescriber', 'prescriber'] }));
  return { world, admin, link, storage };
}
const way = { way: 'password', login: 'femi', password: PHRASE } as const;

test('a link shows who is meant, lets them in once, and its secret is not in the store', async () => {
  const { world, link, storage, admin } = await clinic();
  const seen = got(await previewInvitation(world.ports, link.token, visit.from));
  assert.deepEqual(seen, {
    purpose: 'join',
    clinicName: 'Riverside',
    name: 'Femi Sand',
    roles: ['prescriber'],
    expires: link.expires,
  });
  assert.equal(link.path, `/join#${link.token}`);
  const signedIn = await join(world, link, 'femi');
  assert.deepEqual([signedIn.actor.name, signedIn.actor.roles], ['Femi Sand', ['prescriber']]);
  assert.equal(codeOf(await acceptInvitation(world.ports, link.token, way, visit)), 'invitation-used');
  assert.equal(codeOf(await previewInvitation(world.ports, link.token, visit.from)), 'invitation-used');
  const secret = link.token.split('.')[1] ?? '';
  const kept = await storage.people.person(admin.clinic, link.person);
  assert.equal(JSON.stringify(kept).includes(secret), false);
  assert.equal(await storage.people.invitation(admin.clinic, secret), undefined);
});

test('of many who use one link at the same instant, one gets in and one way of signing in is kept', async () => {
  const { world, link, storage, admin } = await clinic();
  const tried = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      acceptInvitation(world.ports, link.token, { ...way, login: `femi${n}` }, visit),
    ),
  );
  assert.deepEqual(tried.map(codeOf).sort(), ['done', ...Array(7).fill('invitation-used')]);
  assert.equal((await storage.people.credentialsOf(admin.clinic, link.person)).length, 1);
});

test('a link runs out', async () => {
  const { world, link } = await clinic();
  world.now = link.expires - 1;
  assert.equal(codeOf(await previewInvitation(world.ports, link.token, visit.from)), 'done');
  world.now = link.expires;
  assert.equal(codeOf(await acceptInvitation(world.ports, link.token, way, visit)), 'invitation-expired');
  assert.equal(codeOf(await startPasskey(world.ports, link.token, visit.from)), 'invitation-expired');
});

test('a made-up link is unknown, whatever is wrong with it', async () => {
  const { world, link } = await clinic();
  const other = link.token.endsWith('A') ? 'B' : 'A';
  for (const token of ['', 'x', `${link.token.slice(0, -1)}${other}`, link.token.replace(/^.{8}/, '00000000')])
    assert.equal(codeOf(await previewInvitation(world.ports, token, visit.from)), 'invitation-unknown');
});

test('a mistake does not use the link up', async () => {
  const { world, link } = await clinic();
  const tried = async (given: object) =>
    codeOf(await acceptInvitation(world.ports, link.token, { ...way, ...given }, visit));
  assert.equal(await tried({ password: 'short' }), 'password-too-short');
  assert.equal(await tried({ password: 'x'.repeat(15) }), 'password-guessable');
  assert.equal(await tried({ password: 'femi sand femi sand' }), 'password-guessable');
  assert.equal(await tried({ password: 'four slow herons '.repeat(20) }), 'password-too-long');
  assert.equal(await tried({ login: 'ADA' }), 'login-taken');
  assert.equal(await tried({ login: 'f' }), 'login-unusable');
  assert.equal(await tried({ login: 'femi sand' }), 'login-unusable');
  const { options } = got(await startPasskey(world.ports, link.token, visit.from));
  const phone = softwareAuthenticator(ORIGIN);
  for (const lies of [{ origin: 'https://evil.example' }, { verified: false }, { relyingParty: 'evil.example' }]) {
    const response = phone.create(got(await startPasskey(world.ports, link.token, visit.from)).options, lies);
    assert.equal(await tried({ way: 'passkey', response, label: 'x' }), 'passkey-refused');
  }
  const response = phone.create(options, { challenge: 'bm90LWdpdmVu' });
  assert.equal(await tried({ way: 'passkey', response, label: 'x' }), 'challenge-unknown');
  assert.equal(await tried({}), 'done');
});

test("a challenge given for one person's link makes no passkey for another", async () => {
  const { world, admin, link } = await clinic();
  const other = got(await invite(world.ports, admin, { name: 'Io', roles: ['patient'] }));
  const { options } = got(await startPasskey(world.ports, link.token, visit.from));
  const response = softwareAuthenticator(ORIGIN).create(options);
  const taken = await acceptInvitation(world.ports, other.token, { way: 'passkey', response, label: '' }, visit);
  assert.equal(codeOf(taken), 'challenge-unknown');
});

const GIVES: readonly (readonly [by: Role, roles: readonly Role[], code: string])[] = [
  ['admin', ['admin'], 'done'],
  ['admin', ['prescriber', 'coordinator'], 'done'],
  ['prescriber', ['patient'], 'done'],
  ['prescriber', [], 'done'],
  ['prescriber', ['prescriber'], 'role-not-yours-to-give'],
  ['prescriber', ['patient', 'admin'], 'role-not-yours-to-give'],
  ['coordinator', ['patient'], 'done'],
  ['coordinator', ['pharmacist'], 'role-not-yours-to-give'],
  ['pharmacist', ['patient'], 'not-allowed'],
  ['patient', ['patient'], 'not-allowed'],
];
for (const [by, roles, code] of GIVES)
  test(`who is ${by} invites [${roles}]: ${code}`, async () => {
    const { world, admin } = await clinic();
    const { actor } = await add(world, admin, 'someone', [by]);
    assert.equal(codeOf(await invite(world.ports, actor, { name: 'New', roles })), code);
  });

test('a name is anything but nothing, control characters and broken Unicode', async () => {
  const { world, admin } = await clinic();
  const tried = async (name: string) => codeOf(await invite(world.ports, admin, { name, roles: ['patient'] }));
  assert.equal(await tried('   '), 'name-missing');
  assert.equal(await tried('a\u0000b'), 'name-unreadable');
  assert.equal(await tried('a\nb'), 'name-unreadable');
  assert.equal(await tried('\ud800'), 'name-unreadable');
  assert.equal(await tried('Ada \u202eofakO'), 'name-unreadable');
  assert.equal(await tried('a'.repeat(201)), 'name-too-long');
  for (const name of ['李娜', "Siân O'Brien-Şahin", 'X', '👩‍⚕️']) assert.equal(await tried(name), 'done', name);
});

test('a lost phone: the sessions and older links end, the passkey goes when asked, a new device comes in', async () => {
  const { world, admin, storage } = await clinic();
  const { key, signedIn } = await addWithPasskey(world, admin, 'Io Brandt', ['patient']);
  const doctor = (await add(world, admin, 'doctor', ['prescriber'])).actor;
  const first = got(await newDeviceLink(world.ports, doctor, { person: signedIn.actor.person }));
  assert.equal(codeOf(await actorOf(world.ports, signedIn.token)), 'not-signed-in');
  const second = got(await newDeviceLink(world.ports, doctor, { person: signedIn.actor.person, removeWays: true }));
  assert.equal(codeOf(await previewInvitation(world.ports, first.token, visit.from)), 'invitation-used');
  assert.deepEqual(await storage.people.credentialsOf(admin.clinic, signedIn.actor.person), []);
  const phone = softwareAuthenticator(ORIGIN);
  await joinWithPasskey(world, second, phone);
  const kept = await storage.people.credentialsOf(admin.clinic, signedIn.actor.person);
  assert.deepEqual(
    kept.map(({ credential }) => credential),
    phone.passkeys.map(({ id }) => id),
  );
  assert.ok(key);
});

test('a link for a device of staff is an admin’s to make, and nobody can make one for somebody unknown', async () => {
  const { world, admin } = await clinic();
  const doctor = (await add(world, admin, 'doctor', ['prescriber'])).actor;
  const link = async (by: typeof admin, person: typeof admin.person) =>
    codeOf(await newDeviceLink(world.ports, by, { person }));
  assert.equal(await link(doctor, admin.person), 'role-not-yours-to-give');
  assert.equal(await link(admin, doctor.person), 'done');
  const patient = (await add(world, admin, 'patient', ['patient'])).actor;
  assert.equal(await link(patient, patient.person), 'not-allowed');
  const elsewhere = await clinic();
  assert.equal(await link(admin, elsewhere.admin.person), 'not-found');
});

test('who left comes back by a link of an admin, with none of the old ways of signing in', async () => {
  const { world, admin, storage } = await clinic();
  const { actor } = await add(world, admin, 'femi', ['patient']);
  const doctor = (await add(world, admin, 'doctor', ['prescriber'])).actor;
  got(await leaveClinic(world.ports, admin, actor.person));
  assert.equal(codeOf(await newDeviceLink(world.ports, doctor, { person: actor.person })), 'person-gone');
  const link = got(await newDeviceLink(world.ports, admin, { person: actor.person }));
  assert.deepEqual(await storage.people.credentialsOf(admin.clinic, actor.person), []);
  const back = await join(world, link, 'femi', 'nine blue kites at noon');
  assert.equal(back.actor.person, actor.person);
});

test('a link of somebody who has left meanwhile lets nobody in', async () => {
  const { world, admin, link } = await clinic();
  got(await leaveClinic(world.ports, admin, link.person));
  assert.equal(codeOf(await acceptInvitation(world.ports, link.token, way, visit)), 'invitation-used');
});

test('a link for the own next device lasts a quarter of an hour and leaves this one signed in', async () => {
  const { world, admin } = await clinic();
  const { actor, token } = await add(world, admin, 'femi', ['patient']);
  const link = got(await ownDeviceLink(world.ports, actor));
  assert.equal(link.expires, world.now + 15 * MINUTE);
  const seen = got(await previewInvitation(world.ports, link.token, visit.from));
  assert.deepEqual([seen.purpose, seen.login], ['device', 'femi']);
  await joinWithPasskey(world, link, softwareAuthenticator(ORIGIN));
  assert.equal(codeOf(await actorOf(world.ports, token)), 'done');
  assert.equal(codeOf(await signInWithPassword(world.ports, { login: 'femi', password: PHRASE }, visit)), 'done');
  world.now += 16 * MINUTE;
  assert.equal(codeOf(await ownDeviceLink(world.ports, actor)), 'sign-in-again');
});
