/**
 * One connection, many askers. Reads answer at once. Writes that wait in the same turn of the event loop share one
 * transaction and so one wait for the disk, each in a savepoint of its own: one that is refused takes no other with it,
 * and nobody is told "done" before the shared commit is on disk (H15).
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import type { Answer, Database, Script } from './sql/script.ts';
import { isOwn, sqliteError } from './sql/trouble.ts';
import { bindable } from './sqlite-dialect.ts';

/** Most writes of one transaction: a turn stays short enough for readers. */
const LONGEST_TURN = 64;
/** Statements kept ready. */
const STATEMENTS = 400;

type Waiting = {
  readonly run: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

export type Turns = Database & {
  /** Lets every write that waits be written. Later ones are bugs. */
  readonly end: () => Promise<void>;
};

/** Drives scripts over an open connection. */
export function sqliteTurns(connection: DatabaseSync): Turns {
  const statements = keptStatements(connection);
  let waiting: Waiting[] = [];
  let scheduled = false;

  const turn = (): void => {
    const now = waiting.slice(0, LONGEST_TURN);
    waiting = waiting.slice(LONGEST_TURN);
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(turn);
    commitTogether(connection, now);
  };
  const write = <T>(script: () => Script<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      let value: T;
      waiting.push({
        run: () => {
          value = drive(statements, script());
        },
        done: () => resolve(value),
        failed: reject,
      });
      if (!scheduled) setImmediate(turn);
      scheduled = true;
    });
  return {
    read: async (script) => {
      try {
        return drive(statements, script());
      } catch (error) {
        throw sqliteError(error);
      }
    },
    write,
    end: async () => {
      if (scheduled) await write(function* () {});
    },
  };
}

/** Runs the writes in one transaction and tells each what became of it. */
function commitTogether(connection: DatabaseSync, writes: readonly Waiting[]): void {
  const kept: Waiting[] = [];
  try {
    connection.exec('begin immediate');
    for (const write of writes) if (runAlone(connection, write)) kept.push(write);
    connection.exec('commit');
  } catch (thrown) {
    const error = sqliteError(thrown);
    rollBack(connection);
    for (const write of writes) write.failed(error);
    return;
  }
  for (const write of kept) write.done();
}

/** false: it was refused, told so, and left no trace. @throws what fails for every write of the turn */
function runAlone(connection: DatabaseSync, write: Waiting): boolean {
  connection.exec('savepoint own');
  try {
    write.run();
    connection.exec('release own');
    return true;
  } catch (thrown) {
    const error = sqliteError(thrown);
    if (!isOwn(error) || !connection.isTransaction) throw thrown;
    connection.exec('rollback to own');
    connection.exec('release own');
    write.failed(error);
    return false;
  }
}

/** A full disk has SQLite roll back by itself; a connection that cannot even do that shows it at its next query. */
function rollBack(connection: DatabaseSync): void {
  if (!connection.isTransaction) return;
  try {
    connection.exec('rollback');
  } catch {
    return;
  }
}

function drive<T>(statements: (text: string) => Ready, script: Script<T>): T {
  let step = script.next(NOTHING);
  while (step.done !== true) step = script.next(answer(statements, step.value));
  return step.value;
}

const NOTHING: Answer = { rows: [], affected: 0 };

type Ready = { readonly statement: StatementSync; readonly reads: boolean };

function answer(statements: (text: string) => Ready, { sql, parameters }: CompiledQuery): Answer {
  const { statement, reads } = statements(sql);
  const values = parameters.map(bindable);
  if (!reads) return { rows: [], affected: Number(statement.run(...values).changes) };
  const rows = statement.all(...values);
  return { rows, affected: rows.length };
}

/** Statements by their text; the longest unused goes first. */
function keptStatements(connection: DatabaseSync): (text: string) => Ready {
  const kept = new Map<string, Ready>();
  return (text) => {
    const found = kept.get(text) ?? prepared(connection, text);
    kept.delete(text);
    kept.set(text, found);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

function prepared(connection: DatabaseSync, text: string): Ready {
  const statement = connection.prepare(text);
  return { statement, reads: statement.columns().length > 0 };
}
