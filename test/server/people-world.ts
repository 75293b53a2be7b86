/**
 * An installation in memory with real passkeys, real password hashing at low cost and a clock that is moved by hand: what
 * the tests of people and sign-in share.
 */
import assert from 'node:assert/strict';
import type { Result } from '../../src/base/result.ts';
import { systemEntropy } from '../../src/platform/entropy.ts';
import { webauthnPasskeys } from '../../src/platform/passkeys.ts';
import { argonPasswords } from '../../src/platform/passwords.ts';
import type { Role } from '../../src/records/person.ts';
import type { Passwords, Storage } from '../../src/records/ports.ts';
import type { Actor } from '../../src/service/authority.ts';
import { invite, type Link } from '../../src/service/invitations.ts';
import { acceptInvitation, startPasskey } from '../../src/service/invitations-accept.ts';
import type { Ports } from '../../src/service/ports.ts';
import type { SignedIn, Visit } from '../../src/service/sessions.ts';
import { completeSetUp, prepareInstallation } from '../../src/service/set-up.ts';
import { memoryStorage } from '../../src/storage/memory.ts';
import { type SoftwareAuthenticator, softwareAuthenticator } from './software-authenticator.ts';

export const ORIGIN = 'https://clinic.example';
export const PHRASE = 'four slow herons wade';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const visit: Visit = { device: 'Firefox on Windows', from: '192.0.2.1' };

/** The cheapest argon2id there is: the rules are tried here, not the cost. */
export const cheapPasswords: Passwords = argonPasswords({ cost: { memory: 8, passes: 1, lanes: 1 } });

export type World = { readonly ports: Ports; now: number };

/** Cases, findings and drugs are no part of it: nothing here may ask for them. */
export function newWorld(
  storage: Storage = memoryStorage(),
  passwords: Passwords = cheapPasswords,
  origin = ORIGIN,
  demonstration = false,
): World {
  const world = { now: Date.UTC(2026, 10, 1) };
  const passkeys = webauthnPasskeys({ origin, relyingParty: new URL(origin).hostname, name: 'Clinic' });
  const clock = { now: () => world.now };
  const settings = {
    ...{ origin, findingAfterQuiet: 0, demonstration },
    ...{ sessionIdle: 30 * MINUTE, sessionAbsolute: 12 * HOUR, invitationLasts: 3 * DAY },
  };
  const ports = { storage, clock, entropy: systemEntropy, passkeys, passwords, settings } as unknown as Ports;
  return Object.assign(world, { ports });
}

/** The value, or the test fails with the refusal. */
export function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) assert.fail(JSON.stringify(result.error));
  return result.value;
}

/** The code of a refusal; 'done' when there was none. */
export const codeOf = (result: Result<unknown, { readonly code: string }>): string =>
  result.ok ? 'done' : result.error.code;

/** A clinic with one admin, who signs in as "ada" with `PHRASE`. */
export async function openClinic(world: World): Promise<SignedIn> {
  const first = await prepareInstallation(world.ports);
  assert.equal(first.state, 'waiting');
  const token = first.state === 'waiting' ? first.link.token : '';
  const way = { way: 'password', login: 'ada', password: PHRASE } as const;
  return got(await completeSetUp(world.ports, token, { clinicName: 'Riverside', name: 'Ada Okafor', way }, visit));
}

/** Lets a link's person in with a password. */
export async function join(world: World, link: Link, login: string, password = PHRASE): Promise<SignedIn> {
  return got(await acceptInvitation(world.ports, link.token, { way: 'password', login, password }, visit));
}

/** Lets a link's person in with a passkey. */
export async function joinWithPasskey(world: World, link: Link, key: SoftwareAuthenticator): Promise<SignedIn> {
  const { options } = got(await startPasskey(world.ports, link.token, visit.from));
  const way = { way: 'passkey', response: key.create(options), label: 'Phone' } as const;
  return got(await acceptInvitation(world.ports, link.token, way, visit));
}

/** Invites somebody and lets them in with a password; their name is their login. */
export async function add(world: World, by: Actor, name: string, roles: readonly Role[]): Promise<SignedIn> {
  return join(world, got(await invite(world.ports, by, { name, roles })), name);
}

/** Somebody with a passkey, and the device that holds it. */
export async function addWithPasskey(world: World, by: Actor, name: string, roles: readonly Role[]) {
  const key = softwareAuthenticator(ORIGIN);
  const link = got(await invite(world.ports, by, { name, roles }));
  return { key, signedIn: await joinWithPasskey(world, link, key) };
}
