/** Signing in with a real passkey, in software: what is accepted, and every single thing that must not be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invite } from '../../src/service/invitations.ts';
import { actorOf } from '../../src/service/sessions.ts';
import { finishPasskeySignIn, startPasskeySignIn } from '../../src/service/sign-in.ts';
import {
  add,
  addWithPasskey,
  codeOf,
  got,
  joinWithPasskey,
  MINUTE,
  newWorld,
  ORIGIN,
  openClinic,
  visit,
  type World,
} from './people-world.ts';
import { type Lies, type SoftwareAuthenticator, softwareAuthenticator } from './software-authenticator.ts';

async function signIn(world: World, key: SoftwareAuthenticator, lies: Lies = {}) {
  const { options } = got(await startPasskeySignIn(world.ports, { from: visit.from }));
  return finishPasskeySignIn(world.ports, key.get(options, lies), visit);
}

async function clinicWith() {
  const world = newWorld();
  const admin = await openClinic(world);
  const { key, signedIn } = await addWithPasskey(world, admin.actor, 'Femi Sand', ['prescriber']);
  return { world, admin, key, person: signedIn.actor };
}

test('a passkey signs its owner in, without a name being asked', async () => {
  const { world, key, person } = await clinicWith();
  const { options } = got(await startPasskeySignIn(world.ports, { from: visit.from }));
  assert.equal('allowCredentials' in (options as object), false);
  const signedIn = got(await finishPasskeySignIn(world.ports, key.get(options), visit));
  assert.deepEqual({ ...signedIn.actor, session: '' }, { ...person, session: '' });
  assert.equal(got(await actorOf(world.ports, signedIn.token)).person, person.person);
});

test('a passkey is asked to be findable by itself, to verify its owner, and to tell nothing of its maker', async () => {
  const { world, admin } = await clinicWith();
  const { options } = await world.ports.passkeys.registration({ ...admin.actor }, []);
  const { authenticatorSelection, attestation, user, rp } = options as Record<string, Record<string, unknown>>;
  assert.equal(authenticatorSelection?.residentKey, 'required');
  assert.equal(authenticatorSelection?.userVerification, 'required');
  assert.equal(attestation, 'none');
  assert.equal(Buffer.from(String(user?.id), 'base64url').length, 32);
  assert.equal(rp?.id, 'clinic.example');
});

const REFUSED: readonly (readonly [why: string, lies: Lies])[] = [
  ['another site', { origin: 'https://clinic.example.evil.example' }],
  ['the same site without encryption', { origin: 'http://clinic.example' }],
  ['a passkey of another domain', { relyingParty: 'evil.example' }],
  ['no finger, face or PIN', { verified: false }],
  ['nobody present', { present: false }],
  ['another key', { otherKey: true }],
  ['an answer to another kind of question', { type: 'webauthn.create' }],
  ['a frame in another site', { crossOrigin: true }],
  ['a frame that names the site around it', { crossOrigin: true, topOrigin: 'https://evil.example' }],
  ['a site around it and no frame', { topOrigin: 'https://evil.example' }],
];
for (const [why, lies] of REFUSED) {
  test(`signing in is refused: ${why}`, async () => {
    const { world, key } = await clinicWith();
    assert.equal(codeOf(await signIn(world, key, lies)), 'sign-in-refused');
    assert.equal(codeOf(await signIn(world, key)), 'done', 'and it does not spoil the next try');
  });
}

test('an answer to a challenge that was never given, or to one that has run out, is refused', async () => {
  const { world, key } = await clinicWith();
  assert.equal(codeOf(await signIn(world, key, { challenge: 'bm90LWdpdmVu' })), 'challenge-unknown');
  const { options } = got(await startPasskeySignIn(world.ports, { from: visit.from }));
  const answer = key.get(options);
  world.now += 5 * MINUTE;
  assert.equal(codeOf(await finishPasskeySignIn(world.ports, answer, visit)), 'challenge-unknown');
});

test('the same answer works once, and of two at the same instant one', async () => {
  const { world, key } = await clinicWith();
  const { options } = got(await startPasskeySignIn(world.ports, { from: visit.from }));
  const answer = key.get(options);
  const codes = await Promise.all([1, 2, 3].map(() => finishPasskeySignIn(world.ports, answer, visit)));
  assert.deepEqual(codes.map(codeOf).sort(), ['challenge-unknown', 'challenge-unknown', 'done']);
  assert.equal(codeOf(await finishPasskeySignIn(world.ports, answer, visit)), 'challenge-unknown');
});

test('a counter that goes back is refused, marked on the passkey, and neither copy gets in again', async () => {
  const { world, key, person } = await clinicWith();
  assert.equal(codeOf(await signIn(world, key, { counter: 40 })), 'done');
  assert.equal(codeOf(await signIn(world, key, { counter: 40 })), 'passkey-counter-back');
  assert.equal(codeOf(await signIn(world, key, { counter: 41 })), 'passkey-counter-back');
  const [kept] = await world.ports.storage.people.credentialsOf(person.clinic, person.person);
  assert.equal(kept?.suspectAt, world.now);
  assert.equal(kept?.counter, 40);
});

test('a passkey that never counts signs in again and again', async () => {
  const world = newWorld();
  const admin = await openClinic(world);
  const synced = softwareAuthenticator(ORIGIN, { counts: false });
  await joinWithPasskey(world, got(await invite(world.ports, admin.actor, { name: 'Io', roles: ['patient'] })), synced);
  assert.deepEqual([codeOf(await signIn(world, synced)), codeOf(await signIn(world, synced))], ['done', 'done']);
});

test("a passkey cannot speak for another person, and another person's owner mark is refused", async () => {
  const { world, admin, key } = await clinicWith();
  const other = await add(world, admin.actor, 'mallory', ['patient']);
  const { user } = (await world.ports.passkeys.registration(other.actor, [])).options as { user: { id: string } };
  assert.equal(codeOf(await signIn(world, key, { userHandle: user.id })), 'sign-in-refused');
  assert.equal(codeOf(await signIn(world, key, { userHandle: 'AAAA' })), 'sign-in-refused');
});

test('a broken answer is refused and never throws', async () => {
  const { world, key } = await clinicWith();
  const { options } = got(await startPasskeySignIn(world.ports, { from: visit.from }));
  const good = key.get(options);
  const broken: unknown[] = [undefined, null, 7, 'text', [], {}, { ...good, response: null }, { ...good, id: 7 }];
  for (const part of ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])
    for (const value of [undefined, null, '', 'a', '%%%', 'e30', 'A'.repeat(20_000), { toString: 'x' }])
      if (!(part === 'userHandle' && value === good.response.userHandle))
        broken.push({ ...good, response: { ...good.response, [part]: value } });
  for (const answer of broken)
    assert.notEqual(codeOf(await finishPasskeySignIn(world.ports, answer, visit)), 'done', JSON.stringify(answer));
});
