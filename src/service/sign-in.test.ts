import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  cheapPasswords,
  codeOf,
  DAY,
  got,
  MINUTE,
  newWorld,
  openClinic,
  PHRASE,
  visit,
  type World,
} from '../../test/server/people-world.ts';
import type { Passwords } from '../records/ports.ts';
import { memoryStorage } from '../storage/memory.ts';
import { invite } from './invitations.ts';
import { changeRoles, leaveClinic } from './people.ts';
import { actorOf } from './sessions.ts';
import { signInWithPassword, startPasskeySignIn } from './sign-in.ts';

const tried = async (world: World, login: string, password: string, from = visit.from): Promise<string> =>
  codeOf(await signInWithPassword(world.ports, { login, password }, { ...visit, from }));

test('login and password sign in, the login in any case of letters', async () => {
  const world = newWorld();
  await openClinic(world);
  assert.equal(await tried(world, ' ADA ', PHRASE), 'done');
  assert.equal(await tried(world, 'ada', PHRASE.toUpperCase()), 'sign-in-refused');
});

test('an unknown login, one without a password, one who left and a wrong password are told the same', async () => {
  const world = newWorld();
  const admin = (await openClinic(world)).actor;
  const left = await add(world, admin, 'left', ['patient']);
  got(await leaveClinic(world.ports, admin, left.actor.person));
  got(await invite(world.ports, admin, { name: 'invited', roles: ['patient'] }));
  const answers = [];
  for (const login of ['nobody', 'left', 'invited', 'ada', '', '\u0000', 'x'.repeat(10_000)])
    answers.push(await signInWithPassword(world.ports, { login, password: 'a wrong password' }, visit));
  answers.push(await signInWithPassword(world.ports, { login: 'left', password: PHRASE }, visit));
  for (const answer of answers) assert.deepEqual(answer, { ok: false, error: { code: 'sign-in-refused' } });
});

test('a login nobody has costs the same: one hash of the same price, and the same reads', async () => {
  const storage = memoryStorage();
  const asked: string[] = [];
  const passwords: Passwords = {
    ...cheapPasswords,
    verify: async (phc, password) => {
      asked.push(`verify ${phc.split('$').slice(1, 4).join('$')}`);
      return cheapPasswords.verify(phc, password);
    },
  };
  const spied = (['personByLogin', 'credential', 'person'] as const).map((name) => [
    name,
    async (...given: never[]) => {
      asked.push(name);
      return (storage.people[name] as (...all: never[]) => Promise<unknown>)(...given);
    },
  ]);
  const world = newWorld({ ...storage, people: { ...storage.people, ...Object.fromEntries(spied) } }, passwords);
  await openClinic(world);
  const work = async (login: string): Promise<readonly string[]> => {
    asked.length = 0;
    await tried(world, login, 'a wrong password');
    return [...asked];
  };
  const known = await work('ada');
  assert.deepEqual(known, ['personByLogin', 'credential', 'verify argon2id$v=19$m=8,t=1,p=1']);
  assert.deepEqual(await work('nobody'), known);
  assert.deepEqual(await work('not a login'), known);
});

test('after ten tries a login waits out the quarter of an hour, right password or not, whoever asks', async () => {
  const world = newWorld();
  await openClinic(world);
  for (let n = 0; n < 10; n++) assert.equal(await tried(world, 'ada', 'wrong', `192.0.2.${n}`), 'sign-in-refused');
  assert.equal(await tried(world, 'ADA ', PHRASE, '198.51.100.1'), 'too-many-tries');
  assert.equal(await tried(world, 'nobody', PHRASE), 'sign-in-refused', 'other logins do not wait');
  world.now += 15 * MINUTE;
  assert.equal(await tried(world, 'ada', PHRASE), 'done');
});

test('a login nobody has is limited alike, so that the limit tells nothing', async () => {
  const world = newWorld();
  await openClinic(world);
  for (let n = 0; n < 10; n++) await tried(world, 'nobody', 'wrong');
  assert.equal(await tried(world, 'nobody', 'wrong'), 'too-many-tries');
});

test('no more than a hundred guesses a day at one login, however patient the guesser', async () => {
  const world = newWorld();
  await openClinic(world);
  let guesses = 0;
  for (let quarter = 0; quarter < 96; quarter++, world.now += 15 * MINUTE)
    for (let n = 0; n < 10; n++) if ((await tried(world, 'ada', 'wrong')) === 'sign-in-refused') guesses++;
  assert.equal(guesses, 100);
  world.now += DAY;
  assert.equal(await tried(world, 'ada', PHRASE), 'done');
});

test('one address asking for challenge after challenge is stopped', async () => {
  const world = newWorld();
  await openClinic(world);
  const ask = async (from: string) => codeOf(await startPasskeySignIn(world.ports, { from }));
  for (let n = 0; n < 299; n++) assert.equal(await ask('203.0.113.9'), 'done');
  await ask('203.0.113.9');
  assert.equal(await ask('203.0.113.9'), 'too-many-tries');
  assert.equal(await ask('203.0.113.10'), 'done');
});

test('what was typed as a login is not kept: it may have been a password', async () => {
  const storage = memoryStorage();
  const keys: string[] = [];
  const countTry: typeof storage.people.countTry = async (clinic, key, window) => {
    keys.push(key);
    return storage.people.countTry(clinic, key, window);
  };
  const world = newWorld({ ...storage, people: { ...storage.people, countTry } });
  await openClinic(world);
  await tried(world, PHRASE, 'x');
  assert.ok(keys.length > 0 && keys.every((key) => /^[0-9a-f]{64}$/.test(key)));
});

test('before a clinic stands nobody signs in; with several the clinic has to be said', async () => {
  const empty = newWorld();
  assert.equal(await tried(empty, 'ada', PHRASE), 'sign-in-refused');
  const world = newWorld();
  const admin = (await openClinic(world)).actor;
  const other = { clinic: '01930000-0000-7000-8000-000000000000' as typeof admin.clinic, name: 'Other' };
  await world.ports.storage.people.saveClinic({ ...other, state: 'open', maximumCeiling: 7_000, at: 0 });
  assert.equal(await tried(world, 'ada', PHRASE), 'clinic-needed');
  const given = { login: 'ada', password: PHRASE };
  assert.equal(codeOf(await signInWithPassword(world.ports, { ...given, clinic: admin.clinic }, visit)), 'done');
  assert.equal(
    codeOf(await signInWithPassword(world.ports, { ...given, clinic: other.clinic }, visit)),
    'sign-in-refused',
  );
});

test('sessions end when a person leaves, or their roles change', async () => {
  const world = newWorld();
  const admin = (await openClinic(world)).actor;
  const femi = await add(world, admin, 'femi', ['prescriber']);
  got(await changeRoles(world.ports, admin, { person: femi.actor.person, roles: ['coordinator'] }));
  assert.equal(codeOf(await actorOf(world.ports, femi.token)), 'not-signed-in');
  const again = got(await signInWithPassword(world.ports, { login: 'femi', password: PHRASE }, visit));
  assert.deepEqual(again.actor.roles, ['coordinator']);
  got(await leaveClinic(world.ports, admin, femi.actor.person));
  assert.equal(codeOf(await actorOf(world.ports, again.token)), 'not-signed-in');
});
