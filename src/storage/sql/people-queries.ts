/**
 * Every question asked of the tables of people and their sign-in, in both databases. Each names the clinic, but one: which
 * clinics there are.
 */
import { type Kysely, sql } from 'kysely';
import { rowOfSlots, type Schema } from './schema.ts';
import { template } from './template.ts';

type OfPerson = { readonly clinic: string; readonly person: string };
type OfSecret = { readonly clinic: string; readonly secret: string };

export type PeopleQueries = ReturnType<typeof peopleQueries>;

/** The questions, compiled for the database behind `db`. */
export function peopleQueries(db: Kysely<Schema>) {
  return { ...persons(db), ...credentials(db), ...invitations(db), ...sessions(db), ...attempts(db), ...sweeping(db) };
}

const persons = (db: Kysely<Schema>) => ({
  /** The only question not asked of one clinic. */
  clinics: template((given: { limit: number }) =>
    db.selectFrom('clinic').selectAll().orderBy('clinic_id').limit(given.limit),
  ),
  clinic: template((given: { clinic: string }) =>
    db.selectFrom('clinic').selectAll().where('clinic_id', '=', given.clinic),
  ),
  saveClinic: template((given: Schema['clinic']) =>
    db
      .insertInto('clinic')
      .values(rowOfSlots('clinic', given))
      .onConflict((on) =>
        on.column('clinic_id').doUpdateSet({
          ...{ name: given.name, state: given.state, maximum_ceiling: given.maximum_ceiling, at: given.at },
        }),
      ),
  ),
  person: template((given: OfPerson) =>
    db.selectFrom('person').selectAll().where('clinic_id', '=', given.clinic).where('person_id', '=', given.person),
  ),
  personByLogin: template((given: { clinic: string; login: string }) =>
    db.selectFrom('person').selectAll().where('clinic_id', '=', given.clinic).where('login', '=', given.login),
  ),
  savePerson: template((given: Schema['person']) =>
    db
      .insertInto('person')
      .values(rowOfSlots('person', given))
      .onConflict((on) =>
        on.columns(['clinic_id', 'person_id']).doUpdateSet({
          ...{ name: given.name, name_fold: given.name_fold, login: given.login },
          ...{ roles: given.roles, state: given.state, at: given.at },
        }),
      ),
  ),
  /** `fold` and `person`: key of the last row of the page before; both '' = from the start. */
  people: template((given: OfPerson & { fold: string; start: string; end: string; limit: number }) =>
    db
      .selectFrom('person')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('name_fold', '>=', given.start)
      .where('name_fold', '<', given.end)
      .where(sql<boolean>`(name_fold, person_id) > (${given.fold}, ${given.person})`)
      .orderBy('name_fold')
      .orderBy('person_id')
      .limit(given.limit),
  ),
});

const credentials = (db: Kysely<Schema>) => {
  const add = (given: Schema['credential']) => db.insertInto('credential').values(rowOfSlots('credential', given));
  return {
    addCredential: template((given: Schema['credential']) => add(given).onConflict((on) => on.doNothing())),
    saveCredential: template((given: Schema['credential']) =>
      add(given).onConflict((on) =>
        on.columns(['clinic_id', 'person_id', 'credential_id']).doUpdateSet({
          ...{ secret: given.secret, counter: given.counter, transports: given.transports },
          ...{ label: given.label, at: given.at, used_at: given.used_at, suspect_at: given.suspect_at },
        }),
      ),
    ),
    /** Two at most: more than one says nothing about whose it is. */
    credential: template((given: { clinic: string; credential: string }) =>
      db
        .selectFrom('credential')
        .selectAll()
        .where('clinic_id', '=', given.clinic)
        .where('credential_id', '=', given.credential)
        .limit(2),
    ),
    credentialOf: template((given: OfPerson & { credential: string }) =>
      db
        .selectFrom('credential')
        .selectAll()
        .where('clinic_id', '=', given.clinic)
        .where('person_id', '=', given.person)
        .where('credential_id', '=', given.credential),
    ),
    credentialsOf: template((given: OfPerson) =>
      db
        .selectFrom('credential')
        .selectAll()
        .where('clinic_id', '=', given.clinic)
        .where('person_id', '=', given.person)
        .orderBy('at')
        .orderBy('credential_id'),
    ),
    removeCredential: template((given: OfPerson & { credential: string }) =>
      db
        .deleteFrom('credential')
        .where('clinic_id', '=', given.clinic)
        .where('person_id', '=', given.person)
        .where('credential_id', '=', given.credential),
    ),
  };
};

const invitations = (db: Kysely<Schema>) => ({
  addInvitation: template((given: Schema['invitation']) =>
    db.insertInto('invitation').values(rowOfSlots('invitation', given)),
  ),
  invitation: template((given: OfSecret) =>
    db
      .selectFrom('invitation')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('secret_hash', '=', given.secret),
  ),
  useInvitation: template((given: OfSecret & { at: number }) =>
    db
      .updateTable('invitation')
      .set({ used_at: given.at })
      .where('clinic_id', '=', given.clinic)
      .where('secret_hash', '=', given.secret)
      .where('used_at', 'is', null),
  ),
  endInvitations: template((given: OfPerson & { at: number }) =>
    db
      .updateTable('invitation')
      .set({ used_at: given.at })
      .where('clinic_id', '=', given.clinic)
      .where('person_id', '=', given.person)
      .where('used_at', 'is', null),
  ),
});

const sessions = (db: Kysely<Schema>) => {
  const revoke = (given: OfPerson & { at: number }) =>
    db
      .updateTable('session')
      .set({ revoked_at: given.at })
      .where('clinic_id', '=', given.clinic)
      .where('person_id', '=', given.person)
      .where('revoked_at', 'is', null);
  return {
    addSession: template((given: Schema['session']) => db.insertInto('session').values(rowOfSlots('session', given))),
    session: template((given: OfSecret) =>
      db
        .selectFrom('session')
        .selectAll()
        .where('clinic_id', '=', given.clinic)
        .where('secret_hash', '=', given.secret),
    ),
    sessionsOf: template((given: OfPerson) =>
      db
        .selectFrom('session')
        .selectAll()
        .where('clinic_id', '=', given.clinic)
        .where('person_id', '=', given.person)
        .orderBy('seen_at', 'desc')
        .orderBy('session_id'),
    ),
    touchSession: template((given: OfSecret & { seen: number }) =>
      db
        .updateTable('session')
        .set({ seen_at: given.seen })
        .where('clinic_id', '=', given.clinic)
        .where('secret_hash', '=', given.secret)
        .where('seen_at', '<', given.seen),
    ),
    revokeSessions: template((given: OfPerson & { at: number }) => revoke(given)),
    revokeSession: template((given: OfPerson & { at: number; session: string }) =>
      revoke(given).where('session_id', '=', given.session),
    ),
  };
};

const attempts = (db: Kysely<Schema>) => ({
  addChallenge: template((given: Schema['challenge']) =>
    db
      .insertInto('challenge')
      .values(rowOfSlots('challenge', given))
      .onConflict((on) =>
        on.columns(['clinic_id', 'challenge']).doUpdateSet({
          ...{ purpose: given.purpose, person_id: given.person_id, about: given.about, expires: given.expires },
        }),
      ),
  ),
  takeChallenge: template((given: { clinic: string; challenge: string }) =>
    db
      .deleteFrom('challenge')
      .where('clinic_id', '=', given.clinic)
      .where('challenge', '=', given.challenge)
      .returningAll(),
  ),
  countTry: template((given: { clinic_id: string; try_key: string; window_start: number; tries: number }) =>
    db
      .insertInto('try_count')
      .values(rowOfSlots('try_count', given))
      .onConflict((on) =>
        on.columns(['clinic_id', 'try_key', 'window_start']).doUpdateSet({ tries: sql<number>`try_count.tries + 1` }),
      )
      .returning('tries'),
  ),
});

type Sweep = { readonly clinic: string; readonly before: number };

const sweeping = (db: Kysely<Schema>) => ({
  sweepChallenges: template((given: Sweep) =>
    db.deleteFrom('challenge').where('clinic_id', '=', given.clinic).where('expires', '<', given.before),
  ),
  sweepTries: template((given: Sweep) =>
    db.deleteFrom('try_count').where('clinic_id', '=', given.clinic).where('window_start', '<', given.before),
  ),
  sweepSessions: template((given: Sweep) =>
    db
      .deleteFrom('session')
      .where('clinic_id', '=', given.clinic)
      .where((or) => or.or([or('expires', '<', given.before), or('revoked_at', '<', given.before)])),
  ),
  sweepInvitations: template((given: Sweep) =>
    db
      .deleteFrom('invitation')
      .where('clinic_id', '=', given.clinic)
      .where((or) => or.or([or('expires', '<', given.before), or('used_at', '<', given.before)])),
  ),
});
