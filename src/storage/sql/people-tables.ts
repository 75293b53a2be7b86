/** People, their ways of signing in and their sessions in a database. The scripts are the same for both databases. */
import type { PeopleStore } from '../../records/people-store.ts';
import { cursorOf, storable, textCursor } from '../cursor.ts';
import { checkLimit } from '../limits.ts';
import { foldText, prefixEnd } from '../text-order.ts';
import type { PeopleQueries } from './people-queries.ts';
import * as rows from './people-rows.ts';
import { changedBy, type Database, rowOf, rowsOf, type Script, UniqueViolation } from './script.ts';

/** The store of people over a database. */
export function peopleTables(db: Database, ask: PeopleQueries): PeopleStore {
  return {
    ...persons(db, ask),
    ...credentials(db, ask),
    ...invitations(db, ask),
    ...sessions(db, ask),
    ...attempts(db, ask),
  };
}

type Part<K extends keyof PeopleStore> = Pick<PeopleStore, K>;

function persons(
  db: Database,
  ask: PeopleQueries,
): Part<'clinics' | 'clinic' | 'saveClinic' | 'person' | 'personByLogin' | 'savePerson' | 'people'> {
  return {
    clinics: (limit) =>
      db.read(function* () {
        checkLimit(limit);
        return (yield* rowsOf(ask.clinics({ limit }))).map(rows.clinicOf);
      }),
    clinic: (clinic) =>
      db.read(function* () {
        const row = yield* rowOf(ask.clinic({ clinic }));
        return row && rows.clinicOf(row);
      }),
    saveClinic: async (clinic) => void (await db.write(() => changedBy(ask.saveClinic(rows.clinicRow(clinic))))),
    person: (clinic, person) =>
      db.read(function* () {
        const row = yield* rowOf(ask.person({ clinic, person }));
        return row && rows.personOf(row);
      }),
    personByLogin: (clinic, login) =>
      db.read(function* () {
        const row = storable(login) ? yield* rowOf(ask.personByLogin({ clinic, login })) : undefined;
        return row && rows.personOf(row);
      }),
    savePerson: async (person) => {
      try {
        await db.write(() => changedBy(ask.savePerson(rows.personRow(person))));
        return 'saved';
      } catch (error) {
        if (error instanceof UniqueViolation) return 'login-taken';
        throw error;
      }
    },
    people: (clinic, query) => db.read(() => pageOfPeople(ask, clinic, query)),
  };
}

function* pageOfPeople(
  ask: PeopleQueries,
  clinic: string,
  { nameStart, after, limit }: { readonly nameStart?: string; readonly after?: string; readonly limit: number },
): Script<Awaited<ReturnType<PeopleStore['people']>>> {
  checkLimit(limit);
  const start = foldText(nameStart ?? '');
  const from = after === undefined ? (['', ''] as const) : textCursor(after);
  if (!storable(start) || from === undefined) return { people: [] };
  const [fold, person] = from;
  const given = { clinic, start, end: prefixEnd(start), fold, person, limit: limit + 1 };
  const found = yield* rowsOf(ask.people(given));
  const people = found.slice(0, limit).map(rows.personOf);
  const last = found.at(limit - 1);
  if (last === undefined || found.length <= limit) return { people };
  return { people, next: cursorOf([last.name_fold, last.person_id]) };
}

function credentials(
  db: Database,
  ask: PeopleQueries,
): Part<'addCredential' | 'credential' | 'credentialsOf' | 'saveCredential' | 'removeCredential'> {
  return {
    addCredential: async (given) => {
      const added = await db.write(() => changedBy(ask.addCredential(rows.credentialRow(given))));
      return added === 1 ? 'added' : 'known';
    },
    credential: (clinic, credential, person) =>
      db.read(function* () {
        if (!storable(credential)) return undefined;
        const given = { clinic, credential };
        const found = yield* rowsOf(
          person === undefined ? ask.credential(given) : ask.credentialOf({ ...given, person }),
        );
        const [only] = found;
        return found.length === 1 && only ? rows.credentialOf(only) : undefined;
      }),
    credentialsOf: (clinic, person) =>
      db.read(function* () {
        return (yield* rowsOf(ask.credentialsOf({ clinic, person }))).map(rows.credentialOf);
      }),
    saveCredential: async (given) =>
      void (await db.write(() => changedBy(ask.saveCredential(rows.credentialRow(given))))),
    removeCredential: async (clinic, person, credential) =>
      void (await db.write(() => changedBy(ask.removeCredential({ clinic, person, credential })))),
  };
}

function invitations(
  db: Database,
  ask: PeopleQueries,
): Part<'addInvitation' | 'invitation' | 'useInvitation' | 'endInvitations'> {
  return {
    addInvitation: async (given) =>
      void (await db.write(() => changedBy(ask.addInvitation(rows.invitationRow(given))))),
    invitation: (clinic, secret) =>
      db.read(function* () {
        const row = yield* rowOf(ask.invitation({ clinic, secret }));
        return row && rows.invitationOf(row);
      }),
    useInvitation: (clinic, secret, at) =>
      db.write(function* () {
        if ((yield* changedBy(ask.useInvitation({ clinic, secret, at }))) === 1) return 'done';
        return (yield* rowOf(ask.invitation({ clinic, secret }))) === undefined ? 'none' : 'used';
      }),
    endInvitations: async (clinic, person, at) =>
      void (await db.write(() => changedBy(ask.endInvitations({ clinic, person, at })))),
  };
}

function sessions(
  db: Database,
  ask: PeopleQueries,
): Part<'addSession' | 'session' | 'sessionsOf' | 'touchSession' | 'revokeSessions'> {
  return {
    addSession: async (given) => void (await db.write(() => changedBy(ask.addSession(rows.sessionRow(given))))),
    session: (clinic, secret) =>
      db.read(function* () {
        const row = yield* rowOf(ask.session({ clinic, secret }));
        return row && rows.sessionOf(row);
      }),
    sessionsOf: (clinic, person) =>
      db.read(function* () {
        return (yield* rowsOf(ask.sessionsOf({ clinic, person }))).map(rows.sessionOf);
      }),
    touchSession: async (clinic, secret, seen) =>
      void (await db.write(() => changedBy(ask.touchSession({ clinic, secret, seen })))),
    revokeSessions: (clinic, person, session, at) =>
      db.write(() =>
        changedBy(
          session === undefined
            ? ask.revokeSessions({ clinic, person, at })
            : ask.revokeSession({ clinic, person, at, session }),
        ),
      ),
  };
}

function attempts(db: Database, ask: PeopleQueries): Part<'addChallenge' | 'takeChallenge' | 'countTry' | 'sweep'> {
  return {
    addChallenge: async (given) => void (await db.write(() => changedBy(ask.addChallenge(rows.challengeRow(given))))),
    takeChallenge: (clinic, challenge) =>
      db.write(function* () {
        const row = storable(challenge) ? yield* rowOf(ask.takeChallenge({ clinic, challenge })) : undefined;
        return row && rows.challengeOf(row);
      }),
    countTry: (clinic, key, window) =>
      db.write(function* () {
        const given = { clinic_id: clinic, try_key: key, window_start: window, tries: 1 };
        return (yield* rowOf(ask.countTry(given)))?.tries ?? 0;
      }),
    sweep: (clinic, before) =>
      db.write(function* () {
        const given = { clinic, before };
        yield ask.sweepChallenges(given);
        yield ask.sweepTries(given);
        yield ask.sweepSessions(given);
        yield ask.sweepInvitations(given);
      }),
  };
}
