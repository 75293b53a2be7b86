/**
 * Every question asked of the ledger's tables, in both databases. Each names the clinic; none looks across clinics.
 */
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type CaseRowTable, type LedgerTable, rowOfSlots, type Schema, type TieTable } from './schema.ts';
import { template } from './template.ts';

type OfCase = { readonly clinic: string; readonly id: string };

/** A case as `open` reads it; the parts of key and snapshot are null where there is none. */
export type OpenRow = CaseRowTable & {
  readonly head_seq: number;
  readonly hash: string;
  readonly signature: string;
  readonly signing_key: string;
  readonly wrapped: Uint8Array | null;
  readonly snapshot_seq: number | null;
  readonly snapshot: Uint8Array | null;
};

export type LedgerQueries = ReturnType<typeof ledgerQueries>;

/** The questions, compiled for the database behind `db`. */
export function ledgerQueries(db: Kysely<Schema>) {
  return { ...reading(db), ...writing(db), ...tying(db), ...anchoring(db), ...shredding(db), cases: casesOf(db) };
}

const reading = (db: Kysely<Schema>) => ({
  head: template((given: OfCase) =>
    db.selectFrom('case_head').selectAll().where('clinic_id', '=', given.clinic).where('case_id', '=', given.id),
  ),
  heads: template((given: { clinic: string; after: string; limit: number }) =>
    db
      .selectFrom('case_head')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '>', given.after)
      .orderBy('case_id')
      .limit(given.limit),
  ),
  open: template((given: OfCase) =>
    db
      .selectFrom('case_head as h')
      .innerJoin('case_row as r', (on) =>
        on.onRef('r.clinic_id', '=', 'h.clinic_id').onRef('r.case_id', '=', 'h.case_id'),
      )
      .leftJoin('case_key as k', (on) =>
        on.onRef('k.clinic_id', '=', 'h.clinic_id').onRef('k.case_id', '=', 'h.case_id'),
      )
      .leftJoin('snapshot as s', (on) =>
        on.onRef('s.clinic_id', '=', 'h.clinic_id').onRef('s.case_id', '=', 'h.case_id'),
      )
      .selectAll('r')
      .select(['h.seq as head_seq', 'h.hash', 'h.signature', 'h.signing_key', 'k.wrapped'])
      .select(['s.seq as snapshot_seq', 's.payload as snapshot'])
      .where('h.clinic_id', '=', given.clinic)
      .where('h.case_id', '=', given.id),
  ),
  /** After `after`, to `to` at most: a head read before is never overtaken by its own tail. */
  entries: template((given: OfCase & { after: number; to: number; limit: number }) =>
    db
      .selectFrom('ledger')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '=', given.id)
      .where('seq', '>', given.after)
      .where('seq', '<=', given.to)
      .orderBy('seq')
      .limit(given.limit),
  ),
  known: (count: number) =>
    template((given: OfCase & Readonly<Record<string, string>>) =>
      db
        .selectFrom('ledger')
        .select(['event_id', 'seq'])
        .where('clinic_id', '=', given.clinic)
        .where('case_id', '=', given.id)
        .where(
          'event_id',
          'in',
          Array.from({ length: count }, (_, i) => sql<string>`${given[`event${i}`]}`),
        ),
    ),
});

const writing = (db: Kysely<Schema>) => ({
  addHead: template((given: Schema['case_head']) => db.insertInto('case_head').values(rowOfSlots('case_head', given))),
  moveHead: template((given: Schema['case_head'] & { expected: number }) =>
    db
      .updateTable('case_head')
      .set({ seq: given.seq, hash: given.hash, signature: given.signature, signing_key: given.signing_key })
      .where('clinic_id', '=', given.clinic_id)
      .where('case_id', '=', given.case_id)
      .where('seq', '=', given.expected),
  ),
  addEntry: template((given: LedgerTable) => db.insertInto('ledger').values(rowOfSlots('ledger', given))),
  addRow: template((given: CaseRowTable) => db.insertInto('case_row').values(rowOfSlots('case_row', given))),
  /** Who the case is about, and how far its findings are, stay as they are. */
  changeRow: template((given: Omit<CaseRowTable, 'finding_seq'>) =>
    db
      .updateTable('case_row')
      .set({
        ...{ patient_id: given.patient_id, label: given.label, label_fold: given.label_fold, status: given.status },
        ...{ last_day: given.last_day, plan_until: given.plan_until, attention: given.attention },
        ...{ opened_at: given.opened_at, changed_at: given.changed_at, diary_seq: given.diary_seq },
      })
      .where('clinic_id', '=', given.clinic_id)
      .where('case_id', '=', given.case_id),
  ),
  addKey: template((given: Schema['case_key']) => db.insertInto('case_key').values(rowOfSlots('case_key', given))),
  keepSnapshot: template((given: Schema['snapshot']) =>
    db
      .insertInto('snapshot')
      .values(rowOfSlots('snapshot', given))
      .onConflict((on) => on.columns(['clinic_id', 'case_id']).doUpdateSet({ seq: given.seq, payload: given.payload })),
  ),
});

const tying = (db: Kysely<Schema>) => ({
  ties: template((given: OfCase) =>
    db
      .selectFrom('tie')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '=', given.id)
      .orderBy('since')
      .orderBy('person_id')
      .orderBy('relation'),
  ),
  relations: template((given: OfCase & { person: string }) =>
    db
      .selectFrom('tie')
      .select('relation')
      .distinct()
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '=', given.id)
      .where('person_id', '=', given.person)
      .where('until_at', 'is', null)
      .orderBy('relation'),
  ),
  /** A tie that was ended in the very millisecond it is made again holds again. */
  addTie: template((given: TieTable) =>
    db
      .insertInto('tie')
      .values(rowOfSlots('tie', given))
      .onConflict((on) =>
        on
          .columns(['clinic_id', 'case_id', 'person_id', 'relation', 'since'])
          .doUpdateSet({ until_at: given.until_at }),
      ),
  ),
  endTie: template((given: OfCase & { person: string; relation: string; at: number }) =>
    db
      .updateTable('tie')
      .set({ until_at: given.at })
      .where('clinic_id', '=', given.clinic)
      .where('case_id', '=', given.id)
      .where('person_id', '=', given.person)
      .where('relation', '=', given.relation)
      .where('until_at', 'is', null),
  ),
});

const anchoring = (db: Kysely<Schema>) => ({
  addAnchor: template((given: Schema['anchor']) => db.insertInto('anchor').values(rowOfSlots('anchor', given))),
  lastAnchor: template((given: { clinic: string }) =>
    db.selectFrom('anchor').selectAll().where('clinic_id', '=', given.clinic).orderBy('seq', 'desc').limit(1),
  ),
  anchors: template((given: { clinic: string; after: number; limit: number }) =>
    db
      .selectFrom('anchor')
      .selectAll()
      .where('clinic_id', '=', given.clinic)
      .where('seq', '>', given.after)
      .orderBy('seq')
      .limit(given.limit),
  ),
});

const shredding = (db: Kysely<Schema>) => {
  const all = (table: 'case_key' | 'snapshot' | 'finding' | 'tie') =>
    template((given: OfCase) =>
      db.deleteFrom(table).where('clinic_id', '=', given.clinic).where('case_id', '=', given.id),
    );
  return {
    shredKey: all('case_key'),
    shredSnapshot: all('snapshot'),
    shredFindings: all('finding'),
    shredTies: all('tie'),
  };
};

/** What a page of cases is narrowed by; each combination is one query text. */
export type CaseFilter = {
  readonly tied: boolean;
  readonly status: boolean;
  readonly start: boolean;
  readonly attention: boolean;
  readonly order: 'label' | 'changed';
  readonly after: boolean;
};

type CaseGiven = {
  readonly clinic: string;
  readonly person: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  /** Key of the last row of the page before. */
  readonly fold: string;
  readonly at: number;
  readonly id: string;
  readonly limit: number;
};

type Rows = SelectQueryBuilder<Schema, 'case_row', CaseRowTable>;

const casesOf = (db: Kysely<Schema>) => (filter: CaseFilter) =>
  template((given: CaseGiven) => {
    let rows: Rows = db.selectFrom('case_row').selectAll().where('clinic_id', '=', given.clinic);
    if (filter.tied) rows = rows.where('case_id', 'in', tiedTo(db, given));
    if (filter.status) rows = rows.where('status', '=', given.status);
    if (filter.start) rows = rows.where('label_fold', '>=', given.start).where('label_fold', '<', given.end);
    if (filter.attention) rows = rows.where('attention', '<>', sql<string>`'[]'`);
    return (filter.order === 'label' ? byLabel : byChange)(rows, given, filter).limit(given.limit);
  });

const tiedTo = (db: Kysely<Schema>, given: CaseGiven) =>
  db
    .selectFrom('tie')
    .select('case_id')
    .where('clinic_id', '=', given.clinic)
    .where('person_id', '=', given.person)
    .where('until_at', 'is', null);

/**
 * For the cases of one person the order is written as an expression no index has: SQLite then looks up their few cases
 * and sorts them, where it would walk through every case of the clinic for the sake of the order.
 */
function byLabel(rows: Rows, given: CaseGiven, { tied, after }: CaseFilter): Rows {
  const rest = after ? rows.where(sql<boolean>`(label_fold, case_id) > (${given.fold}, ${given.id})`) : rows;
  return rest.orderBy(tied ? sql`label_fold || ''` : 'label_fold').orderBy('case_id');
}

/** Newest change first. */
function byChange(rows: Rows, given: CaseGiven, { tied, after }: CaseFilter): Rows {
  const rest = after ? rows.where(sql<boolean>`(changed_at, case_id) < (${given.at}, ${given.id})`) : rows;
  return rest.orderBy(tied ? sql`changed_at + 0` : 'changed_at', 'desc').orderBy('case_id', 'desc');
}
