/** Who read a case, and what was found in it, in a database. The scripts are the same for both databases. */
import type { AccessStore, FindingStore } from '../../records/ports.ts';
import { cursorOf, instantCursor } from '../cursor.ts';
import { checkLimit } from '../limits.ts';
import type { FileQueries } from './file-queries.ts';
import { accessOf, accessRow, findingOf, findingRow, idOf } from './ledger-rows.ts';
import { changedBy, type Database, rowOf, rowsOf, type Script } from './script.ts';
import type { Template } from './template.ts';

/** The store of accesses over a database. */
export function accessTable(db: Database, ask: FileQueries): AccessStore {
  return {
    add: async (accesses) => {
      if (accesses.length === 0) return;
      await db.write(function* () {
        for (const access of accesses) yield ask.addAccess(accessRow(access));
      });
    },
    list: (clinic, id, query) =>
      db.read(function* () {
        const { page, next } = yield* newest(
          ask.accesses,
          ask.accessesAfter,
          clinic,
          id,
          query,
          (row) => row.access_id,
        );
        return { accesses: page.map(accessOf), ...next };
      }),
  };
}

/** The store of findings over a database. */
export function findingTable(db: Database, ask: FileQueries): FindingStore {
  return {
    add: (given) =>
      db.write(function* () {
        const { clinic, case: id, diarySeq: seq } = given;
        if ((yield* changedBy(ask.markComputed({ clinic, id, seq }))) === 0)
          throw new RangeError(`no case ${id} in ${clinic}`);
        const last = yield* rowOf(ask.findings({ clinic, id, limit: 1 }));
        if (last?.data_hash === given.dataHash && last.revision === given.revision) return 'known';
        yield ask.addFinding(findingRow(given));
        return 'added';
      }),
    list: (clinic, id, query) =>
      db.read(function* () {
        const { page, next } = yield* newest(
          ask.findings,
          ask.findingsAfter,
          clinic,
          id,
          query,
          (row) => row.finding_id,
        );
        return { findings: page.map(findingOf), ...next };
      }),
    get: (clinic, id, finding) =>
      db.read(function* () {
        const row = yield* rowOf(ask.finding({ clinic, id, finding }));
        return row && findingOf(row);
      }),
    due: (clinic, before, limit) =>
      db.read(function* () {
        checkLimit(limit);
        return (yield* rowsOf(ask.due({ clinic, before, limit }))).map((row) => idOf<'case'>(row.case_id));
      }),
  };
}

type Page = { readonly clinic: string; readonly id: string; readonly limit: number };
type Rest = Page & { readonly at: number; readonly last: string };

function* newest<R extends { readonly at: number }>(
  first: Template<Page, R>,
  later: Template<Rest, R>,
  clinic: string,
  id: string,
  { after, limit }: { readonly after?: string; readonly limit: number },
  name: (row: R) => string,
): Script<{ readonly page: readonly R[]; readonly next: { readonly next?: string } }> {
  checkLimit(limit);
  const from = after === undefined ? undefined : instantCursor(after);
  if (after !== undefined && from === undefined) return { page: [], next: {} };
  const page = { clinic, id, limit: limit + 1 };
  const found = yield* rowsOf(from ? later({ ...page, at: from[0], last: from[1] }) : first(page));
  const last = found.at(limit - 1);
  const next = last !== undefined && found.length > limit ? { next: cursorOf([last.at, name(last)]) } : {};
  return { page: found.slice(0, limit), next };
}
