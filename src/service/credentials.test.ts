import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  addWithPasskey,
  codeOf,
  DAY,
  got,
  MINUTE,
  newWorld,
  ORIGIN,
  openClinic,
  PHRASE,
} from '../../test/server/people-world.ts';
import { type Lies, softwareAuthenticator } from '../../test/server/software-authenticator.ts';
import { webauthnPasskeys } from '../platform/passkeys.ts';
import type { Signature } from '../records/signature.ts';
import { confirmPassword, finishSigning, signingOptions } from './credentials.ts';
import { addWay, listCredentials, removeCredential, startOwnPasskey } from './credentials-own.ts';
import { actorOf } from './sessions.ts';
import { signInWithPassword } from './sign-in.ts';

const HASH = '5f'.repeat(32);
const OTHER_HASH = 'a0'.repeat(32);
const ABOUT = '{"case":"a","plan":"b"}';
type PasskeySignature = Extract<Signature, { readonly method: 'passkey' }>;

async function prescriber() {
  const world = newWorld();
  const admin = await openClinic(world);
  const { key, signedIn } = await addWithPasskey(world, admin.actor, 'Femi Sand', ['prescriber']);
  return { world, admin: admin.actor, key, actor: signedIn.actor };
}

async function signed(lies: Lies = {}) {
  const made = await prescriber();
  const { options } = got(await signingOptions(made.world.ports, made.actor, ABOUT, HASH));
  const response = made.key.get(options, lies);
  return { ...made, response, result: await finishSigning(made.world.ports, made.actor, response, ABOUT, HASH) };
}

test('a signature proves the hash by itself: without a store, from another installation, years later', async () => {
  const { result } = await signed();
  const signature = got(result) as PasskeySignature;
  assert.equal(signature.hash, HASH);
  const elsewhere = webauthnPasskeys({ origin: 'https://other.example', relyingParty: 'other.example', name: '' });
  assert.equal(await elsewhere.verifySignature(signature), true);
  const client = JSON.parse(Buffer.from(signature.clientDataJSON, 'base64url').toString());
  assert.equal(Buffer.from(client.challenge, 'base64url').toString('hex'), HASH);
});

test('a kept signature fits nothing but what was signed', async () => {
  const { result, world } = await signed();
  const good = got(result) as PasskeySignature;
  const { result: others } = await signed();
  const other = got(others) as PasskeySignature;
  const bent: readonly PasskeySignature[] = [
    { ...good, hash: OTHER_HASH },
    { ...good, hash: HASH.toUpperCase() },
    { ...good, publicKey: other.publicKey },
    { ...good, signature: other.signature },
    { ...good, authenticatorData: other.authenticatorData.replace(/^..../, 'AAAA') },
    { ...good, clientDataJSON: other.clientDataJSON.slice(0, -4) },
    { ...good, origin: 'https://evil.example' },
    { ...good, relyingParty: 'evil.example' },
    { ...good, relyingParty: 'example' },
    { ...good, publicKey: '' },
  ];
  for (const signature of bent)
    assert.equal(await world.ports.passkeys.verifySignature(signature), false, JSON.stringify(signature));
  assert.equal(await world.ports.passkeys.verifySignature({ method: 'password', hash: HASH }), false);
});

for (const [why, lies] of [
  ['without the person verified', { verified: false }],
  ['from another site', { origin: 'https://evil.example' }],
  ['by another key', { otherKey: true }],
  ['over another hash', { challenge: Buffer.from(OTHER_HASH, 'hex').toString('base64url') }],
] as const)
  test(`a signature ${why} is refused`, async () => {
    assert.equal(codeOf((await signed(lies)).result), 'passkey-refused');
  });

test('one answer signs once', async () => {
  const { world, actor, response, result } = await signed();
  assert.equal(codeOf(result), 'done');
  assert.equal(codeOf(await finishSigning(world.ports, actor, response, ABOUT, HASH)), 'challenge-unknown');
});

test('an answer about one matter signs no other, and only for who was asked, and in time', async () => {
  const { world, actor, admin, key } = await prescriber();
  const { options } = got(await signingOptions(world.ports, actor, ABOUT, HASH));
  const response = key.get(options);
  const finish = async (by: typeof actor, about: string, hash: string) =>
    codeOf(await finishSigning(world.ports, by, response, about, hash));
  assert.equal(await finish(actor, ABOUT, OTHER_HASH), 'challenge-unknown');
  assert.equal(await finish(actor, '{"case":"c","plan":"b"}', HASH), 'challenge-unknown');
  got(await signingOptions(world.ports, actor, ABOUT, HASH));
  assert.equal(await finish(admin, ABOUT, HASH), 'challenge-unknown');
  got(await signingOptions(world.ports, actor, ABOUT, HASH));
  world.now += 5 * MINUTE;
  assert.equal(await finish(actor, ABOUT, HASH), 'challenge-unknown');
});

test('asking twice to sign the same plan works: the first window was closed', async () => {
  const { world, actor, key } = await prescriber();
  got(await signingOptions(world.ports, actor, ABOUT, HASH));
  const { options } = got(await signingOptions(world.ports, actor, ABOUT, HASH));
  assert.equal(codeOf(await finishSigning(world.ports, actor, key.get(options), ABOUT, HASH)), 'done');
});

test("somebody else's passkey signs nothing for me, and who has none is told so", async () => {
  const { world, admin, actor } = await prescriber();
  const { key: hers } = await addWithPasskey(world, admin, 'Io Brandt', ['prescriber']);
  const { options } = got(await signingOptions(world.ports, actor, ABOUT, HASH));
  const response = hers.get({ ...(options as object), allowCredentials: undefined });
  assert.equal(codeOf(await finishSigning(world.ports, actor, response, ABOUT, HASH)), 'passkey-refused');
  assert.equal(codeOf(await signingOptions(world.ports, admin, ABOUT, HASH)), 'no-passkey');
});

test('a password is confirmed again, and after ten tries not even the right one', async () => {
  const { world, admin, actor } = await prescriber();
  assert.equal(codeOf(await confirmPassword(world.ports, admin, PHRASE)), 'done');
  assert.equal(codeOf(await confirmPassword(world.ports, actor, PHRASE)), 'password-wrong', 'she has none');
  for (let n = 0; n < 9; n++)
    assert.equal(codeOf(await confirmPassword(world.ports, admin, 'wrong')), 'password-wrong');
  const refused = await confirmPassword(world.ports, admin, PHRASE);
  assert.deepEqual(refused, { ok: false, error: { code: 'too-many-tries', retryAfterSeconds: 15 * 60 } });
  world.now += 15 * MINUTE;
  assert.equal(codeOf(await confirmPassword(world.ports, admin, PHRASE)), 'done');
});

test('one adds a passkey and a password, sees them without their secrets, and cannot take away the last', async () => {
  const { world, actor, key } = await prescriber();
  const { options } = got(await startOwnPasskey(world.ports, actor));
  assert.throws(() => key.create(options), /InvalidStateError/, 'the same device is not asked twice');
  const tablet = softwareAuthenticator(ORIGIN);
  got(await addWay(world.ports, actor, { way: 'passkey', response: tablet.create(options), label: ' Tablet ' }));
  got(await addWay(world.ports, actor, { way: 'password', login: 'Femi', password: PHRASE }));
  const all = await listCredentials(world.ports, actor);
  assert.deepEqual(
    new Set(all.map(({ label, kind }) => `${kind} ${label}`)),
    new Set(['passkey Phone', 'passkey Tablet', 'password ']),
  );
  assert.equal(JSON.stringify(all).includes('argon2id'), false);
  for (const { credential } of all.slice(0, 2)) got(await removeCredential(world.ports, actor, credential));
  const [last] = await listCredentials(world.ports, actor);
  assert.equal(codeOf(await removeCredential(world.ports, actor, last?.credential ?? '')), 'last-credential');
  assert.equal(codeOf(await removeCredential(world.ports, actor, 'unknown')), 'not-found');
});

test('of the last two ways taken away at the same instant, one stays', async () => {
  const { world, actor } = await prescriber();
  got(await addWay(world.ports, actor, { way: 'password', login: 'femi', password: PHRASE }));
  const all = await listCredentials(world.ports, actor);
  await Promise.all(all.map(({ credential }) => removeCredential(world.ports, actor, credential)));
  assert.ok((await listCredentials(world.ports, actor)).length > 0);
});

test('a session that began a while ago may not change the ways of signing in', async () => {
  const { world, actor } = await prescriber();
  world.now += 15 * MINUTE + 1;
  const [own] = await listCredentials(world.ports, actor);
  assert.equal(codeOf(await startOwnPasskey(world.ports, actor)), 'sign-in-again');
  assert.equal(codeOf(await removeCredential(world.ports, actor, own?.credential ?? '')), 'sign-in-again');
  const way = { way: 'password', login: 'femi', password: PHRASE } as const;
  assert.equal(codeOf(await addWay(world.ports, actor, way)), 'sign-in-again');
});

test('a new password takes the old one away and signs out everywhere else', async () => {
  const world = newWorld();
  const admin = await openClinic(world);
  const home = await add(world, admin.actor, 'femi', ['patient']);
  const visit = { device: 'Phone', from: '192.0.2.7' };
  const phone = got(await signInWithPassword(world.ports, { login: 'FEMI', password: PHRASE }, visit));
  got(await addWay(world.ports, phone.actor, { way: 'password', password: 'nine blue kites at noon' }));
  assert.equal(codeOf(await actorOf(world.ports, home.token)), 'not-signed-in');
  assert.equal(codeOf(await actorOf(world.ports, phone.token)), 'done');
  const tried = async (password: string) =>
    codeOf(await signInWithPassword(world.ports, { login: 'femi', password }, visit));
  assert.equal(await tried(PHRASE), 'sign-in-refused');
  assert.equal(await tried('nine blue kites at noon'), 'done');
});

test('an answer kept for days is worth nothing', async () => {
  const { world, actor, key } = await prescriber();
  const { options } = got(await startOwnPasskey(world.ports, actor));
  const response = softwareAuthenticator(ORIGIN).create(options);
  assert.ok(key);
  world.now += 10 * MINUTE;
  const late = await addWay(world.ports, actor, { way: 'passkey', response, label: 'x' });
  assert.equal(codeOf(late), 'challenge-unknown');
  world.now += DAY;
  assert.equal(codeOf(await addWay(world.ports, actor, { way: 'passkey', response, label: 'x' })), 'sign-in-again');
});
