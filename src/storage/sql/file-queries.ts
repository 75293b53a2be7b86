/** Every question asked of the tables of accesses and findings, in both databases. Each names the clinic. */
import { type Kysely, sql } from 'kysely';
import { type AccessTable, type FindingTable, rowOfSlots, type Schema } from './schema.ts';
import { template } from './template.ts';

type OfCase = { readonly clinic: string; readonly id: string };
type Page = OfCase & { readonly limit: number };
type Rest = Page & { readonly at: number; readonly last: string };

export type FileQueries = ReturnType<typeof fileQueries>;

/** The questions, compiled for the database behind `db`. */
export function fileQueries(db: Kysely<Schema>) {
  return { ...accesses(db), ...findings(db), ...computing(db) };
}

function accesses(db: Kysely<Schema>) {
  const newest = (given: Page) =>
    db
      .selectFrom('access')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '=', given.id)
      .orderBy('at', 'desc')
      .orderBy('access_id', 'desc')
      .limit(given.limit);
  return {
    addAccess: template((given: AccessTable) =>
      db
        .insertInto('access')
        .values(rowOfSlots('access', given))
        .onConflict((on) => on.doNothing()),
    ),
    accesses: template((given: Page) => newest(given)),
    accessesAfter: template((given: Rest) =>
      newest(given).where(sql<boolean>`(at, access_id) < (${given.at}, ${given.last})`),
    ),
  };
}

function findings(db: Kysely<Schema>) {
  const newest = (given: Page) =>
    db
      .selectFrom('finding')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '=', given.id)
      .orderBy('at', 'desc')
      .orderBy('finding_id', 'desc')
      .limit(given.limit);
  return {
    addFinding: template((given: FindingTable) => db.insertInto('finding').values(rowOfSlots('finding', given))),
    findings: template((given: Page) => newest(given)),
    findingsAfter: template((given: Rest) =>
      newest(given).where(sql<boolean>`(at, finding_id) < (${given.at}, ${given.last})`),
    ),
    finding: template((given: OfCase & { finding: string }) =>
      db
        .selectFrom('finding')
        .selectAll()
        .where('clinic_id', '=', given.clinic)
        .where('case_id', '=', given.id)
        .where('finding_id', '=', given.finding),
    ),
  };
}

function computing(db: Kysely<Schema>) {
  return {
    /** Locks the case while it decides whether the finding is new. A finding of older data moves nothing back. */
    markComputed: template((given: OfCase & { seq: number }) =>
      db
        .updateTable('case_row')
        .set({ finding_seq: sql`case when finding_seq < ${given.seq} then ${given.seq} else finding_seq end` })
        .where('clinic_id', '=', given.clinic)
        .where('case_id', '=', given.id),
    ),
    due: template((given: { clinic: string; before: number; limit: number }) =>
      db
        .selectFrom('case_row')
        .select('case_id')
        .where('clinic_id', '=', given.clinic)
        .where('changed_at', '<=', given.before)
        .where('diary_seq', '>', sql<number>`finding_seq`)
        .where('status', '<>', sql<string>`'erased'`)
        .orderBy('changed_at')
        .orderBy('case_id')
        .limit(given.limit),
    ),
  };
}
