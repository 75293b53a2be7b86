/**
 * Makes the tables of the clinic's record. The clinic leads every primary key, unique key, foreign key and index; there
 * is no sequence, no trigger and nothing a database spread over machines could not keep.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { TableTypes } from './table-types.ts';

type Tables = CreateTableBuilder<string, string>;
type Column = 'text' | 'integer' | 'bytes' | 'text?' | 'integer?';

/** Columns of each table in order; '?' = may be null. */
const TABLES: Readonly<Record<string, { readonly key: readonly string[]; readonly columns: Record<string, Column> }>> =
  {
    clinic: {
      key: ['clinic_id'],
      columns: { clinic_id: 'text', name: 'text', state: 'text', maximum_ceiling: 'integer', at: 'integer' },
    },
    person: {
      key: ['clinic_id', 'person_id'],
      columns: {
        ...{ clinic_id: 'text', person_id: 'text', name: 'text', name_fold: 'text', login: 'text?' },
        ...{ roles: 'text', state: 'text', at: 'integer' },
      },
    },
    credential: {
      key: ['clinic_id', 'person_id', 'credential_id'],
      columns: {
        ...{ clinic_id: 'text', person_id: 'text', credential_id: 'text', secret: 'text', counter: 'integer' },
        ...{ transports: 'text', label: 'text', at: 'integer', used_at: 'integer?', suspect_at: 'integer?' },
      },
    },
    invitation: {
      key: ['clinic_id', 'secret_hash'],
      columns: {
        ...{ clinic_id: 'text', secret_hash: 'text', person_id: 'text', purpose: 'text' },
        ...{ at: 'integer', expires: 'integer', used_at: 'integer?' },
      },
    },
    session: {
      key: ['clinic_id', 'secret_hash'],
      columns: {
        ...{ clinic_id: 'text', secret_hash: 'text', session_id: 'text', person_id: 'text', device: 'text' },
        ...{ at: 'integer', seen_at: 'integer', expires: 'integer', revoked_at: 'integer?' },
      },
    },
    challenge: {
      key: ['clinic_id', 'challenge'],
      columns: {
        ...{ clinic_id: 'text', challenge: 'text', purpose: 'text', person_id: 'text?' },
        ...{ about: 'text', expires: 'integer' },
      },
    },
    try_count: {
      key: ['clinic_id', 'try_key', 'window_start'],
      columns: { clinic_id: 'text', try_key: 'text', window_start: 'integer', tries: 'integer' },
    },
    case_head: {
      key: ['clinic_id', 'case_id'],
      columns: {
        ...{ clinic_id: 'text', case_id: 'text', seq: 'integer', hash: 'text' },
        ...{ signature: 'text', signing_key: 'text' },
      },
    },
    case_row: {
      key: ['clinic_id', 'case_id'],
      columns: {
        ...{ clinic_id: 'text', case_id: 'text', patient_id: 'text', label: 'text', label_fold: 'text' },
        ...{ status: 'text', last_day: 'text', plan_until: 'text', attention: 'text', opened_at: 'integer' },
        ...{ changed_at: 'integer', diary_seq: 'integer', finding_seq: 'integer' },
      },
    },
    case_key: {
      key: ['clinic_id', 'case_id'],
      columns: { clinic_id: 'text', case_id: 'text', wrapped: 'bytes' },
    },
    snapshot: {
      key: ['clinic_id', 'case_id'],
      columns: { clinic_id: 'text', case_id: 'text', seq: 'integer', payload: 'bytes' },
    },
    ledger: {
      key: ['clinic_id', 'case_id', 'seq'],
      columns: {
        ...{ clinic_id: 'text', case_id: 'text', seq: 'integer', event_id: 'text', at: 'integer' },
        ...{ payload: 'bytes', previous: 'text', hash: 'text' },
      },
    },
    tie: {
      key: ['clinic_id', 'case_id', 'person_id', 'relation', 'since'],
      columns: {
        ...{ clinic_id: 'text', case_id: 'text', person_id: 'text', relation: 'text' },
        ...{ since: 'integer', until_at: 'integer?' },
      },
    },
    anchor: {
      key: ['clinic_id', 'seq'],
      columns: {
        ...{ clinic_id: 'text', seq: 'integer', at: 'integer', heads: 'text', previous: 'text', hash: 'text' },
        ...{ signature: 'text', signing_key: 'text' },
      },
    },
    access: {
      key: ['clinic_id', 'case_id', 'at', 'access_id'],
      columns: {
        ...{ clinic_id: 'text', case_id: 'text', at: 'integer', access_id: 'text' },
        ...{ person_id: 'text', action: 'text' },
      },
    },
    finding: {
      key: ['clinic_id', 'case_id', 'finding_id'],
      columns: {
        ...{ clinic_id: 'text', case_id: 'text', finding_id: 'text', at: 'integer', diary_seq: 'integer' },
        ...{ data_hash: 'text', revision: 'text', payload: 'bytes' },
      },
    },
  };

/** Tables whose rows belong to a row of another. */
const BELONGS: Readonly<Record<string, readonly [table: string, key: readonly string[]]>> = {
  credential: ['person', ['clinic_id', 'person_id']],
  invitation: ['person', ['clinic_id', 'person_id']],
  session: ['person', ['clinic_id', 'person_id']],
  case_row: ['case_head', ['clinic_id', 'case_id']],
  case_key: ['case_head', ['clinic_id', 'case_id']],
  snapshot: ['case_head', ['clinic_id', 'case_id']],
  ledger: ['case_head', ['clinic_id', 'case_id']],
  tie: ['case_head', ['clinic_id', 'case_id']],
  finding: ['case_head', ['clinic_id', 'case_id']],
};

/** Runs the migration with a database's own words for the three column types. */
export async function up(db: Kysely<unknown>, types: TableTypes): Promise<void> {
  for (const [name, { key, columns }] of Object.entries(TABLES)) {
    let table: Tables = db.schema.createTable(name) as Tables;
    for (const [column, type] of Object.entries(columns)) {
      const written = types[type.replace('?', '') as 'text' | 'integer' | 'bytes'];
      table = table.addColumn(column, written, (made) => (type.endsWith('?') ? made : made.notNull()));
    }
    table = table.addPrimaryKeyConstraint(`${name}_key`, [...key] as never);
    const belongs = BELONGS[name];
    if (belongs)
      table = table.addForeignKeyConstraint(`${name}_of_${belongs[0]}`, [...belongs[1]] as never, belongs[0], [
        ...belongs[1],
      ]);
    if (types.ending) table = table.modifyEnd(types.ending);
    await table.execute();
  }
  await indexes(db);
}

async function indexes(db: Kysely<unknown>): Promise<void> {
  const add = (name: string, table: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns] as never);
  await add('person_login', 'person', ['clinic_id', 'login']).unique().execute();
  await add('person_by_name', 'person', ['clinic_id', 'name_fold', 'person_id']).execute();
  await add('credential_passkey', 'credential', ['clinic_id', 'credential_id'])
    .unique()
    .where(sql`credential_id`, '<>', sql`'password'`)
    .execute();
  await add('invitation_by_person', 'invitation', ['clinic_id', 'person_id']).execute();
  await add('session_by_person', 'session', ['clinic_id', 'person_id']).execute();
  await add('ledger_event', 'ledger', ['clinic_id', 'case_id', 'event_id']).unique().execute();
  await add('tie_by_person', 'tie', ['clinic_id', 'person_id', 'until_at', 'case_id']).execute();
  await add('case_row_by_label', 'case_row', ['clinic_id', 'label_fold', 'case_id']).execute();
  await add('case_row_by_change', 'case_row', ['clinic_id', 'changed_at', 'case_id']).execute();
  await add('case_row_attention_by_label', 'case_row', ['clinic_id', 'label_fold', 'case_id'])
    .where(sql`attention`, '<>', sql`'[]'`)
    .execute();
  await add('case_row_attention_by_change', 'case_row', ['clinic_id', 'changed_at', 'case_id'])
    .where(sql`attention`, '<>', sql`'[]'`)
    .execute();
  await add('case_row_due', 'case_row', ['clinic_id', 'changed_at', 'case_id'])
    .where(sql`diary_seq`, '>', sql`finding_seq`)
    .execute();
  await add('finding_newest', 'finding', ['clinic_id', 'case_id', 'at', 'finding_id']).execute();
}
