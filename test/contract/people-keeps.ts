/** What every store must do with people and their sign-in: unique logins, one-time things given once, nothing forgotten. */
import assert from 'node:assert/strict';
import type { ClinicId } from '../../src/base/ids.ts';
import type { Challenge, Credential, Invitation, Session } from '../../src/records/people-store.ts';
import type { Clinic } from '../../src/records/person.ts';
import { CLINIC, hashOf, id, OTHER, person } from './sample.ts';
import type { OnStore } from './storage.ts';

const clinic = (of: ClinicId, changes: Partial<Clinic> = {}): Clinic => ({
  ...{ clinic: of, name: 'Clinic', state: 'open', maximumCeiling: 6_000, at: 1 },
  ...changes,
});
const credential = (name: string, of: number, changes: Partial<Credential> = {}): Credential => ({
  ...{ clinic: CLINIC, credential: name, person: id(of), secret: `secret of ${name}`, counter: 0 },
  ...{ transports: ['usb', 'nfc'], label: 'key', at: 10 },
  ...changes,
});
const invitation = (secret: string, of: number, changes: Partial<Invitation> = {}): Invitation => ({
  ...{ clinic: CLINIC, secretHash: hashOf(secret), person: id(of), purpose: 'join', at: 10, expires: 1_000 },
  ...changes,
});
const session = (secret: string, of: number, changes: Partial<Session> = {}): Session => ({
  ...{ clinic: CLINIC, secretHash: hashOf(secret), session: `name of ${secret}`, person: id(of), device: 'phone' },
  ...{ at: 10, seenAt: 10, expires: 1_000 },
  ...changes,
});
const challenge = (text: string, changes: Partial<Challenge> = {}): Challenge => ({
  ...{ clinic: CLINIC, challenge: text, purpose: 'sign-in', about: '', expires: 1_000 },
  ...changes,
});

export function peopleKeeps(on: OnStore): void {
  persons(on);
  credentials(on);
  onceOnly(on);
  sessions(on);
  forgetting(on);
}

function persons(on: OnStore): void {
  on('clinics are saved, changed and listed', async ({ people }) => {
    assert.deepEqual(await people.clinics(5), []);
    await people.saveClinic(clinic(OTHER));
    await people.saveClinic(clinic(CLINIC, { state: 'waiting' }));
    await people.saveClinic(clinic(CLINIC, { name: 'Renamed' }));
    assert.deepEqual(await people.clinics(5), [clinic(CLINIC, { name: 'Renamed' }), clinic(OTHER)]);
    assert.deepEqual(await people.clinics(1), [clinic(CLINIC, { name: 'Renamed' })]);
    assert.deepEqual(await people.clinic(OTHER), clinic(OTHER));
    assert.equal(await people.clinic(id(9)), undefined);
  });

  on('a login belongs to one person of a clinic, and can be given up', async ({ people }) => {
    assert.equal(await people.savePerson(person(1, { login: 'ada' })), 'saved');
    assert.equal(await people.savePerson(person(2, { login: 'ada' })), 'login-taken');
    assert.equal(await people.person(CLINIC, id(2)), undefined);
    assert.equal(await people.savePerson(person(2)), 'saved');
    assert.equal(await people.savePerson(person(3)), 'saved', 'any number have no login');
    assert.equal(await people.savePerson(person(2, { login: 'ada' })), 'login-taken');
    assert.deepEqual(await people.person(CLINIC, id(2)), person(2));
    assert.equal(await people.savePerson(person(1, { clinic: OTHER, login: 'ada' })), 'saved');
    assert.equal(await people.savePerson(person(1, { login: 'ada', name: 'Ada' })), 'saved', 'it is her own');
    assert.deepEqual(await people.personByLogin(CLINIC, 'ada'), person(1, { login: 'ada', name: 'Ada' }));
    assert.equal(await people.savePerson(person(1)), 'saved');
    assert.equal(await people.personByLogin(CLINIC, 'ada'), undefined);
    assert.equal(await people.savePerson(person(2, { login: 'ada' })), 'saved');
    assert.equal(await people.personByLogin(CLINIC, 'a\0'), undefined);
  });

  on('of many who ask for one login at once one gets it', async ({ people }) => {
    const asked = Array.from({ length: 12 }, (_, i) => people.savePerson(person(i, { login: 'ada' })));
    const answers = await Promise.all(asked);
    assert.equal(answers.filter((answer) => answer === 'saved').length, 1);
  });

  on('1,001 people of one name are listed once each, page by page', async ({ people }) => {
    const all = Array.from({ length: 1_001 }, (_, i) => person(i, { name: 'Same Name' }));
    await Promise.all(all.map(people.savePerson));
    await people.savePerson(person(1, { clinic: OTHER }));
    const listed: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const page = await people.people(CLINIC, { limit: 180, ...(after === undefined ? {} : { after }) });
      listed.push(...page.people);
      after = page.next;
      if (after === undefined) break;
    }
    assert.deepEqual(listed, all);
  });

  on('the start of a name finds people whatever the letters’ case', async ({ people }) => {
    for (const [i, name] of ['Öz', 'özil', 'Oz', 'anna', ''].entries()) await people.savePerson(person(i, { name }));
    const found = async (nameStart: string) =>
      (await people.people(CLINIC, { nameStart, limit: 9 })).people.map(({ name }) => name);
    assert.deepEqual(await found('ÖZ'), ['Öz', 'özil']);
    assert.deepEqual(await found('a'), ['anna']);
    assert.deepEqual(await found(''), ['', 'anna', 'Oz', 'Öz', 'özil']);
    assert.deepEqual(await found('\0'), []);
    assert.deepEqual(await people.people(CLINIC, { after: 'WzFd', limit: 9 }), { people: [] });
  });
}

function credentials(on: OnStore): void {
  on('a passkey is known once in a clinic; a password once for each person', async ({ people }) => {
    for (const number of [1, 2]) await people.savePerson(person(number));
    await people.savePerson(person(1, { clinic: OTHER }));
    assert.equal(await people.addCredential(credential('passkey', 1)), 'added');
    assert.equal(await people.addCredential(credential('passkey', 1)), 'known');
    assert.equal(await people.addCredential(credential('passkey', 2)), 'known');
    assert.equal(await people.addCredential(credential('passkey', 1, { clinic: OTHER })), 'added');
    for (const number of [1, 2]) assert.equal(await people.addCredential(credential('password', number)), 'added');
    assert.deepEqual(await people.credential(CLINIC, 'passkey'), credential('passkey', 1));
    assert.deepEqual(await people.credential(CLINIC, 'password', id(2)), credential('password', 2));
    assert.equal(await people.credential(CLINIC, 'password'), undefined, 'it does not say whose');
    assert.equal(await people.credential(CLINIC, 'passkey', id(2)), undefined);
  });

  on('credentials are listed by person, changed and removed', async ({ people }) => {
    await people.savePerson(person(1));
    await people.addCredential(credential('b', 1, { at: 20 }));
    await people.addCredential(credential('a', 1));
    await people.saveCredential(credential('a', 1, { counter: 7, usedAt: 99, suspectAt: 98 }));
    const used = credential('a', 1, { counter: 7, usedAt: 99, suspectAt: 98 });
    assert.deepEqual(await people.credentialsOf(CLINIC, id(1)), [used, credential('b', 1, { at: 20 })]);
    await people.removeCredential(CLINIC, id(1), 'b');
    await people.removeCredential(CLINIC, id(1), 'never there');
    assert.deepEqual(await people.credentialsOf(CLINIC, id(1)), [used]);
  });

  on('what signs in nobody is a bug', async ({ people }) => {
    await assert.rejects(people.addCredential(credential('a', 1)), RangeError);
    await assert.rejects(people.addInvitation(invitation('a', 1)), RangeError);
    await assert.rejects(people.addSession(session('a', 1)), RangeError);
  });
}

function onceOnly(on: OnStore): void {
  on('an invitation is used once, by one of many', async ({ people }) => {
    await people.savePerson(person(1));
    await people.addInvitation(invitation('a', 1));
    const asked = Array.from({ length: 10 }, (_, i) => people.useInvitation(CLINIC, hashOf('a'), 50 + i));
    const answers = await Promise.all(asked);
    assert.deepEqual([...answers].sort(), ['done', ...Array.from({ length: 9 }, () => 'used')]);
    assert.equal(await people.useInvitation(CLINIC, hashOf('b'), 50), 'none');
    assert.equal(await people.useInvitation(OTHER, hashOf('a'), 50), 'none');
    const kept = await people.invitation(CLINIC, hashOf('a'));
    assert.ok(kept?.usedAt !== undefined && kept.usedAt >= 50);
    await assert.rejects(people.addInvitation(invitation('a', 1)), RangeError);
  });

  on('ending a person’s invitations ends the unused ones', async ({ people }) => {
    for (const number of [1, 2]) await people.savePerson(person(number));
    await people.addInvitation(invitation('a', 1));
    await people.addInvitation(invitation('b', 1));
    await people.addInvitation(invitation('c', 2));
    await people.useInvitation(CLINIC, hashOf('a'), 50);
    await people.endInvitations(CLINIC, id(1), 60);
    assert.deepEqual(await people.invitation(CLINIC, hashOf('a')), invitation('a', 1, { usedAt: 50 }));
    assert.deepEqual(await people.invitation(CLINIC, hashOf('b')), invitation('b', 1, { usedAt: 60 }));
    assert.deepEqual(await people.invitation(CLINIC, hashOf('c')), invitation('c', 2));
  });

  on('a challenge is given once, to one of many', async ({ people }) => {
    const given = challenge('c', { person: id(1), about: '{"plan":1}' });
    await people.addChallenge(given);
    await people.addChallenge(challenge('c', { clinic: OTHER }));
    const answers = await Promise.all(Array.from({ length: 10 }, () => people.takeChallenge(CLINIC, 'c')));
    assert.deepEqual(
      answers.filter((answer) => answer !== undefined),
      [given],
    );
    assert.deepEqual(await people.takeChallenge(OTHER, 'c'), challenge('c', { clinic: OTHER }));
    assert.equal(await people.takeChallenge(CLINIC, 'c\0'), undefined);
  });

  on('a challenge given again, even at the same instant, takes the earlier one’s place', async ({ people }) => {
    await people.addChallenge(challenge('c'));
    await Promise.all([1, 2].map(() => people.addChallenge(challenge('c', { about: 'again', expires: 2_000 }))));
    assert.deepEqual(await people.takeChallenge(CLINIC, 'c'), challenge('c', { about: 'again', expires: 2_000 }));
    assert.equal(await people.takeChallenge(CLINIC, 'c'), undefined);
  });

  on('tries are counted by key and window, one by one', async ({ people }) => {
    const counts = await Promise.all(Array.from({ length: 20 }, () => people.countTry(CLINIC, 'ada', 100)));
    assert.deepEqual(
      [...counts].sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    assert.equal(await people.countTry(CLINIC, 'ada', 200), 1);
    assert.equal(await people.countTry(CLINIC, 'bob', 100), 1);
    assert.equal(await people.countTry(OTHER, 'ada', 100), 1);
  });
}

function sessions(on: OnStore): void {
  on('sessions are found, touched forwards only, listed and revoked', async ({ people }) => {
    for (const number of [1, 2]) await people.savePerson(person(number));
    await people.addSession(session('a', 1));
    await people.addSession(session('b', 1, { seenAt: 20 }));
    await people.addSession(session('c', 2));
    await people.touchSession(CLINIC, hashOf('a'), 30);
    await people.touchSession(CLINIC, hashOf('a'), 25);
    assert.deepEqual(await people.session(CLINIC, hashOf('a')), session('a', 1, { seenAt: 30 }));
    const both = [session('a', 1, { seenAt: 30 }), session('b', 1, { seenAt: 20 })];
    assert.deepEqual(await people.sessionsOf(CLINIC, id(1)), both);
    assert.equal(await people.revokeSessions(CLINIC, id(1), 'name of c', 40), 0, 'another’s');
    assert.equal(await people.revokeSessions(CLINIC, id(1), 'name of a', 40), 1);
    assert.equal(await people.revokeSessions(CLINIC, id(1), undefined, 50), 1, 'the one that is left');
    assert.equal((await people.session(CLINIC, hashOf('a')))?.revokedAt, 40);
    assert.equal((await people.session(CLINIC, hashOf('b')))?.revokedAt, 50);
    assert.equal((await people.session(CLINIC, hashOf('c')))?.revokedAt, undefined);
    await assert.rejects(people.addSession(session('c', 2)), RangeError);
  });
}

function forgetting(on: OnStore): void {
  on('a sweep forgets what ended before, in its clinic, and nothing else', async ({ people }) => {
    for (const place of [CLINIC, OTHER]) await people.savePerson(person(1, { clinic: place }));
    await people.addSession(session('expired', 1, { expires: 99 }));
    await people.addSession(session('elsewhere', 1, { expires: 99, clinic: OTHER }));
    await people.addSession(session('revoked', 1, { revokedAt: 98 }));
    await people.addSession(session('alive', 1, { expires: 100 }));
    await people.addInvitation(invitation('expired', 1, { expires: 99 }));
    await people.addInvitation(invitation('used', 1, { usedAt: 20 }));
    await people.addInvitation(invitation('alive', 1));
    await people.addChallenge(challenge('expired', { expires: 99 }));
    await people.addChallenge(challenge('alive', { expires: 100 }));
    await people.countTry(CLINIC, 'ada', 99);
    await people.countTry(CLINIC, 'ada', 100);
    await people.sweep(CLINIC, 100);
    const left = await Promise.all(['expired', 'revoked', 'alive'].map((name) => people.session(CLINIC, hashOf(name))));
    assert.deepEqual(
      left.map((one) => one?.session),
      [undefined, undefined, 'name of alive'],
    );
    assert.ok(await people.session(OTHER, hashOf('elsewhere')));
    const links = await Promise.all(
      ['expired', 'used', 'alive'].map((name) => people.invitation(CLINIC, hashOf(name))),
    );
    assert.deepEqual(
      links.map((one) => one !== undefined),
      [false, false, true],
    );
    assert.equal(await people.takeChallenge(CLINIC, 'expired'), undefined);
    assert.ok(await people.takeChallenge(CLINIC, 'alive'));
    assert.equal(await people.countTry(CLINIC, 'ada', 99), 1);
    assert.equal(await people.countTry(CLINIC, 'ada', 100), 2);
  });
}
