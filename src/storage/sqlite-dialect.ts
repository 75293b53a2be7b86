/**
 * How does Kysely speak to Node's own SQLite? Through one connection, for what is not asked a thousand times: migrations,
 * the catalogue, copies. The stores' own queries go past it (sqlite-turns.ts) with statements kept ready.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely';

/** SQLite's definitions are transactional; Kysely's own adapter leaves a migration that was cut short half done. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

/** A dialect over an open connection; closing it is left to whoever opened it. */
export function sqliteDialect(connection: DatabaseSync): SqliteDialect {
  return new Dialect({ database: { prepare: (text) => statementOf(connection, text), close: () => {} } });
}

function statementOf(connection: DatabaseSync, text: string): SqliteStatement {
  const statement = connection.prepare(text);
  const bound = (parameters: readonly unknown[]): SQLInputValue[] => parameters.map(bindable);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}

/** @throws RangeError for what SQLite has no type for */
export function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new RangeError(`no column holds a ${typeof value}`);
}
