/**
 * People, their ways of signing in and their sessions in memory. What goes in or comes out is a copy. A way of signing in
 * that belongs to nobody is a bug and thrown, as the databases' foreign keys have it.
 */
import type { Challenge, Credential, Invitation, PeopleStore, Session } from '../records/people-store.ts';
import type { Clinic, Person } from '../records/person.ts';
import { copyOf } from './copy.ts';
import { cursorOf, storable, textCursor } from './cursor.ts';
import { checkLimit } from './limits.ts';
import { compareText, foldText } from './text-order.ts';

type Kept = {
  readonly clinics: Map<string, Clinic>;
  readonly people: Map<string, Person>;
  readonly credentials: Map<string, Credential>;
  readonly invitations: Map<string, Invitation>;
  readonly sessions: Map<string, Session>;
  readonly challenges: Map<string, Challenge>;
  readonly tries: Map<string, { readonly clinic: string; readonly window: number; readonly count: number }>;
};

/** A key of several parts; ids and hashes hold no line break. */
const key = (...parts: readonly (string | number)[]): string => parts.join('\n');

/** An empty store of people. */
export function memoryPeople(): PeopleStore {
  const kept: Kept = {
    clinics: new Map(),
    people: new Map(),
    credentials: new Map(),
    invitations: new Map(),
    sessions: new Map(),
    challenges: new Map(),
    tries: new Map(),
  };
  return { ...persons(kept), ...credentials(kept), ...invitations(kept), ...sessions(kept), ...attempts(kept) };
}

function needPerson({ people }: Kept, { clinic, person }: { readonly clinic: string; readonly person: string }): void {
  if (!people.has(key(clinic, person))) throw new RangeError(`no person ${person} in clinic ${clinic}`);
}

type Part<K extends keyof PeopleStore> = Pick<PeopleStore, K>;

function persons({
  clinics,
  people,
}: Kept): Part<'clinics' | 'clinic' | 'saveClinic' | 'person' | 'personByLogin' | 'savePerson' | 'people'> {
  const named = (a: Person, b: readonly [string, string]): number =>
    compareText(foldText(a.name), b[0]) || compareText(a.person, b[1]);
  return {
    clinics: async (limit) => {
      checkLimit(limit);
      return copyOf([...clinics.values()].sort((a, b) => compareText(a.clinic, b.clinic)).slice(0, limit));
    },
    clinic: async (clinic) => copyOf(clinics.get(clinic)),
    saveClinic: async (clinic) => void clinics.set(clinic.clinic, copyOf(clinic)),
    person: async (clinic, person) => copyOf(people.get(key(clinic, person))),
    personByLogin: async (clinic, login) =>
      copyOf([...people.values()].find((person) => person.clinic === clinic && person.login === login)),
    savePerson: async (person) => {
      const taken = [...people.values()].some(
        (other) => other.clinic === person.clinic && other.login === person.login && other.person !== person.person,
      );
      if (taken && person.login !== undefined) return 'login-taken';
      people.set(key(person.clinic, person.person), copyOf(person));
      return 'saved';
    },
    people: async (clinic, { nameStart, after, limit }) => {
      checkLimit(limit);
      const start = nameStart === undefined ? '' : foldText(nameStart);
      const from = after === undefined ? undefined : textCursor(after);
      if (!storable(start) || (after !== undefined && from === undefined)) return { people: [] };
      const rest = [...people.values()]
        .filter((person) => person.clinic === clinic && foldText(person.name).startsWith(start))
        .filter((person) => from === undefined || named(person, from) > 0)
        .sort((a, b) => named(a, [foldText(b.name), b.person]));
      const page = copyOf(rest.slice(0, limit));
      const last = page.at(-1);
      if (last === undefined || rest.length <= limit) return { people: page };
      return { people: page, next: cursorOf([foldText(last.name), last.person]) };
    },
  };
}

function credentials(
  kept: Kept,
): Part<'addCredential' | 'credential' | 'credentialsOf' | 'saveCredential' | 'removeCredential'> {
  const all = (clinic: string): readonly Credential[] =>
    [...kept.credentials.values()].filter((one) => one.clinic === clinic);
  const keyOf = ({ clinic, person, credential }: Credential): string => key(clinic, person, credential);
  return {
    addCredential: async (given) => {
      needPerson(kept, given);
      const passkey = given.credential !== 'password';
      if (kept.credentials.has(keyOf(given))) return 'known';
      if (passkey && all(given.clinic).some(({ credential }) => credential === given.credential)) return 'known';
      kept.credentials.set(keyOf(given), copyOf(given));
      return 'added';
    },
    credential: async (clinic, credential, person) => {
      const found = all(clinic).filter((one) => one.credential === credential);
      const theirs = found.filter((one) => person === undefined || one.person === person);
      return theirs.length === 1 ? copyOf(theirs[0]) : undefined;
    },
    credentialsOf: async (clinic, person) => {
      const theirs = all(clinic).filter((one) => one.person === person);
      return copyOf(theirs.sort((a, b) => a.at - b.at || compareText(a.credential, b.credential)));
    },
    saveCredential: async (given) => {
      needPerson(kept, given);
      kept.credentials.set(keyOf(given), copyOf(given));
    },
    removeCredential: async (clinic, person, credential) =>
      void kept.credentials.delete(key(clinic, person, credential)),
  };
}

function invitations(kept: Kept): Part<'addInvitation' | 'invitation' | 'useInvitation' | 'endInvitations'> {
  const { invitations: all } = kept;
  return {
    addInvitation: async (given) => {
      needPerson(kept, given);
      if (all.has(key(given.clinic, given.secretHash))) throw new RangeError('an invitation with that secret stands');
      all.set(key(given.clinic, given.secretHash), copyOf(given));
    },
    invitation: async (clinic, secretHash) => copyOf(all.get(key(clinic, secretHash))),
    useInvitation: async (clinic, secretHash, at) => {
      const found = all.get(key(clinic, secretHash));
      if (found === undefined) return 'none';
      if (found.usedAt !== undefined) return 'used';
      all.set(key(clinic, secretHash), { ...found, usedAt: at });
      return 'done';
    },
    endInvitations: async (clinic, person, at) => {
      for (const [name, one] of all)
        if (one.clinic === clinic && one.person === person && one.usedAt === undefined)
          all.set(name, { ...one, usedAt: at });
    },
  };
}

function sessions(kept: Kept): Part<'addSession' | 'session' | 'sessionsOf' | 'touchSession' | 'revokeSessions'> {
  const { sessions: all } = kept;
  return {
    addSession: async (given) => {
      needPerson(kept, given);
      if (all.has(key(given.clinic, given.secretHash))) throw new RangeError('a session with that secret stands');
      all.set(key(given.clinic, given.secretHash), copyOf(given));
    },
    session: async (clinic, secretHash) => copyOf(all.get(key(clinic, secretHash))),
    sessionsOf: async (clinic, person) => {
      const theirs = [...all.values()].filter((one) => one.clinic === clinic && one.person === person);
      return copyOf(theirs.sort((a, b) => b.seenAt - a.seenAt || compareText(a.session, b.session)));
    },
    touchSession: async (clinic, secretHash, seenAt) => {
      const found = all.get(key(clinic, secretHash));
      if (found && found.seenAt < seenAt) all.set(key(clinic, secretHash), { ...found, seenAt });
    },
    revokeSessions: async (clinic, person, session, at) => {
      const theirs = [...all].filter(
        ([, one]) =>
          one.clinic === clinic &&
          one.person === person &&
          one.revokedAt === undefined &&
          (session === undefined || one.session === session),
      );
      for (const [name, one] of theirs) all.set(name, { ...one, revokedAt: at });
      return theirs.length;
    },
  };
}

function attempts(kept: Kept): Part<'addChallenge' | 'takeChallenge' | 'countTry' | 'sweep'> {
  const { challenges, tries } = kept;
  return {
    addChallenge: async (given) => void challenges.set(key(given.clinic, given.challenge), copyOf(given)),
    takeChallenge: async (clinic, challenge) => {
      const found = challenges.get(key(clinic, challenge));
      challenges.delete(key(clinic, challenge));
      return found;
    },
    countTry: async (clinic, name, window) => {
      const count = (tries.get(key(clinic, window, name))?.count ?? 0) + 1;
      tries.set(key(clinic, window, name), { clinic, window, count });
      return count;
    },
    sweep: async (clinic, before) => {
      const past = (at: number | undefined): boolean => at !== undefined && at < before;
      forget(challenges, (one) => one.clinic === clinic && past(one.expires));
      forget(tries, (one) => one.clinic === clinic && past(one.window));
      forget(kept.sessions, (one) => one.clinic === clinic && (past(one.expires) || past(one.revokedAt)));
      forget(kept.invitations, (one) => one.clinic === clinic && (past(one.expires) || past(one.usedAt)));
    },
  };
}

function forget<T>(all: Map<string, T>, gone: (one: T) => boolean): void {
  for (const [name, one] of all) if (gone(one)) all.delete(name);
}
