import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, codeOf, got, HOUR, MINUTE, newWorld, openClinic, PHRASE, visit } from '../../test/server/people-world.ts';
import { memoryStorage } from '../storage/memory.ts';
import { actorOf, endAllSessions, endSession, listSessions, readToken, signOut } from './sessions.ts';
import { signInWithPassword } from './sign-in.ts';

async function signedIn() {
  const world = newWorld();
  const made = await openClinic(world);
  return { world, ...made };
}

test('a token is a clinic and 256 bits of chance; the store holds only a hash of it', async () => {
  const storage = memoryStorage();
  const world = newWorld(storage);
  const { token, actor } = await openClinic(world);
  const secret = token.split('.')[1] ?? '';
  assert.equal(Buffer.from(secret, 'base64url').length, 32);
  assert.equal(token, `${actor.clinic}.${secret}`);
  const kept = await storage.people.sessionsOf(actor.clinic, actor.person);
  assert.equal(JSON.stringify(kept).includes(secret), false);
});

test('a session ends when nobody used it for the idle time, and not before', async () => {
  const { world, token } = await signedIn();
  world.now += 30 * MINUTE - 1;
  assert.equal(codeOf(await actorOf(world.ports, token)), 'done');
  world.now += 30 * MINUTE - 1;
  assert.equal(codeOf(await actorOf(world.ports, token)), 'done', 'each use begins it anew');
  world.now += 30 * MINUTE;
  assert.equal(codeOf(await actorOf(world.ports, token)), 'not-signed-in');
});

test('a session ends at its absolute limit however busy it is', async () => {
  const { world, token } = await signedIn();
  for (let at = 0; at < 12 * HOUR - 20 * MINUTE; at += 20 * MINUTE) {
    world.now += 20 * MINUTE;
    assert.equal(codeOf(await actorOf(world.ports, token)), 'done');
  }
  world.now += 20 * MINUTE;
  assert.equal(codeOf(await actorOf(world.ports, token)), 'not-signed-in');
});

test('the store is written to at most once a minute', async () => {
  const storage = memoryStorage();
  let writes = 0;
  const people = {
    ...storage.people,
    touchSession: async (...given: Parameters<typeof storage.people.touchSession>) => {
      writes++;
      await storage.people.touchSession(...given);
    },
  };
  const world = newWorld({ ...storage, people });
  const { token } = await openClinic(world);
  for (let second = 0; second < 600; second++) {
    world.now += 1_000;
    got(await actorOf(world.ports, token));
  }
  assert.equal(writes, 10);
});

test('what is not a token, of no clinic, or altered in one letter is not signed in', async () => {
  const { world, token, actor } = await signedIn();
  const other = token.endsWith('A') ? 'B' : 'A';
  const wrong = ['', '.', actor.clinic, `${actor.clinic}.`, `${token}A`, ` ${token}`, `${token.slice(0, -1)}${other}`];
  const foreign = token.replace(/^[^.]+/, '00000000-0000-7000-8000-000000000000');
  for (const text of [...wrong, foreign, token.toUpperCase(), 'x'.repeat(100_000)])
    assert.equal(codeOf(await actorOf(world.ports, text)), 'not-signed-in', text.slice(0, 90));
  assert.equal(readToken(token)?.clinic, actor.clinic);
});

test('one sees the own devices, ends one or all, and nobody ends those of another', async () => {
  const { world, actor, token } = await signedIn();
  const phone = got(
    await signInWithPassword(world.ports, { login: 'ada', password: PHRASE }, { ...visit, device: ' Phone ' }),
  );
  const other = await add(world, actor, 'femi', ['patient']);
  const listed = await listSessions(world.ports, phone.actor);
  assert.deepEqual(listed.map(({ device, current }) => [device, current]).sort(), [
    ['Firefox on Windows', false],
    ['Phone', true],
  ]);
  assert.equal(codeOf(await endSession(world.ports, other.actor, phone.actor.session)), 'not-found');
  assert.equal(codeOf(await endSession(world.ports, phone.actor, actor.session)), 'done');
  assert.equal(codeOf(await actorOf(world.ports, token)), 'not-signed-in');
  assert.equal(codeOf(await endSession(world.ports, phone.actor, actor.session)), 'not-found');
  assert.equal(await endAllSessions(world.ports, phone.actor), 1);
  assert.equal(codeOf(await actorOf(world.ports, phone.token)), 'not-signed-in');
  assert.equal(codeOf(await actorOf(world.ports, other.token)), 'done');
});

test('signing out ends this session; signing in again ends the one it replaces', async () => {
  const { world, token } = await signedIn();
  const given = { login: 'ada', password: PHRASE };
  const next = got(await signInWithPassword(world.ports, given, { ...visit, replaces: token }));
  assert.equal(codeOf(await actorOf(world.ports, token)), 'not-signed-in');
  assert.notEqual(next.token, token);
  await signOut(world.ports, next.actor);
  assert.equal(codeOf(await actorOf(world.ports, next.token)), 'not-signed-in');
});

test('a session of somebody who is not active lets nobody in, whatever became of the session', async () => {
  const { world, actor, token } = await signedIn();
  const { people } = world.ports.storage;
  const person = (await people.person(actor.clinic, actor.person)) ?? assert.fail();
  for (const state of ['invited', 'left', 'erased'] as const) {
    await people.savePerson({ ...person, state });
    assert.equal(codeOf(await actorOf(world.ports, token)), 'not-signed-in', state);
  }
  await people.savePerson(person);
  assert.equal(codeOf(await actorOf(world.ports, token)), 'done');
});
