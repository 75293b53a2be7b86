/**
 * Passkeys made and used by a real Chromium with its own virtual authenticator, through the real services: registering,
 * signing in without a name, signing a decision. What a page will do, without a page.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
// @ts-expect-error: plain JavaScript for Node 20, without types
import { CHROMIUM_SENTENCE, findChromium } from '../../scripts/machine.mjs';
import { finishSigning, signingOptions } from '../../src/service/credentials.ts';
import { invite } from '../../src/service/invitations.ts';
import { acceptInvitation, startPasskey } from '../../src/service/invitations-accept.ts';
import { finishPasskeySignIn, startPasskeySignIn } from '../../src/service/sign-in.ts';
import { cheapPasswords, codeOf, got, newWorld, openClinic, visit, type World } from '../server/people-world.ts';

const HASH = '5f'.repeat(32);
const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<title>blank</title>'));
let browser: Browser;
let page: Page;
let devices: CDPSession;
let world: World;

before(async () => {
  const executablePath: string | undefined = findChromium();
  if (!executablePath) throw new Error(CHROMIUM_SENTENCE);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  world = newWorld(undefined, cheapPasswords, origin);
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  await page.goto(origin);
  devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
});
after(async () => {
  await browser?.close();
  server.close();
});

/** A device that can verify its owner, and does or does not. */
async function plugIn(verifies: boolean): Promise<string> {
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: verifies, automaticPresenceSimulation: true },
    },
  });
  return authenticatorId;
}

/** What a page does with options: the browser's own reading and writing of WebAuthn's JSON. */
const create = (options: unknown): Promise<unknown> =>
  page.evaluate(`(async () => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(${JSON.stringify(options)});
    return (await navigator.credentials.create({ publicKey })).toJSON();
  })()`);
const get = (options: unknown): Promise<unknown> =>
  page.evaluate(`(async () => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)});
    return (await navigator.credentials.get({ publicKey })).toJSON();
  })()`);

test('Chromium makes a passkey for an invitation, signs in with it unnamed, and signs a decision with it', async () => {
  const { ports } = world;
  const device = await plugIn(true);
  const admin = (await openClinic(world)).actor;
  const link = got(await invite(ports, admin, { name: 'Femi Sand', roles: ['prescriber'] }));
  const { options } = got(await startPasskey(ports, link.token, visit.from));
  const way = { way: 'passkey', response: await create(options), label: 'Chromium' } as const;
  const joined = got(await acceptInvitation(ports, link.token, way, visit));
  assert.equal(joined.actor.name, 'Femi Sand');

  const answer = await get(got(await startPasskeySignIn(ports, { from: visit.from })).options);
  const signedIn = got(await finishPasskeySignIn(ports, answer, visit));
  assert.equal(signedIn.actor.person, joined.actor.person);
  assert.equal(codeOf(await finishPasskeySignIn(ports, answer, visit)), 'challenge-unknown');

  const asked = got(await signingOptions(ports, signedIn.actor, 'plan', HASH));
  const signature = got(await finishSigning(ports, signedIn.actor, await get(asked.options), 'plan', HASH));
  assert.equal(await ports.passkeys.verifySignature(signature), true);
  assert.equal(await ports.passkeys.verifySignature({ ...signature, hash: 'a0'.repeat(32) }), false);

  const again = got(await startPasskey(ports, got(await invite(ports, admin, { name: 'Io', roles: [] })).token, 'x'));
  await assert.doesNotReject(create(again.options), 'another person may have a passkey on the same device');
  await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: device });
});

test('Chromium gives nothing when its owner is not verified', async () => {
  const { ports } = world;
  await plugIn(false);
  const { options } = got(await startPasskeySignIn(ports, { from: visit.from }));
  await assert.rejects(get(options), /NotAllowedError/);
});
