/**
 * Which cases does this person have to do with? Lists come from the rows beside the ledger, without opening a case, and
 * hold only cases the person is tied to: a role alone shows nothing (H16). Words of the calendar, such as a patient gone
 * silent, are told on the day they are read (H20).
 */
import { civilDateAt } from '../base/calendar.ts';
import type { CaseId, PersonId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CaseQuery, CaseRow } from '../records/ports.ts';
import { type Actor, authoriseInClinic, type Denial } from './authority.ts';
import { attentionOn } from './case-record-row.ts';
import type { Ports } from './ports.ts';

/** Most rows of one page, and most rows looked through for one page of a filtered list. */
export const LONGEST_LIST = 200;
const MOST_LOOKED_AT = 2000;

export type CaseItem = Pick<CaseRow, 'case' | 'patient' | 'label' | 'status' | 'lastDay' | 'planUntil'> & {
  readonly attention: readonly string[];
  readonly openedAt: number;
  readonly changedAt: number;
};

export type CaseListQuery = {
  readonly status?: 'open' | 'closed';
  /** Start of the label, any case of letters. */
  readonly labelStart?: string;
  /** Only cases with something to look at. */
  readonly attention?: boolean;
  readonly order?: 'label' | 'changed';
  /** What a page gave as `next`. */
  readonly after?: string;
  /** 1 to 200 */
  readonly limit: number;
};

export type CaseList<Item> = { readonly cases: readonly Item[]; readonly next?: string };
export type ListRefusal = Denial | { readonly code: 'page-out-of-range'; readonly longest: number };

/** The person's cases, a page at a time. A page may hold fewer than `limit`; without `next` it was the last. */
export async function listCases(
  ports: Ports,
  actor: Actor,
  query: CaseListQuery,
): Promise<Result<CaseList<CaseItem>, ListRefusal>> {
  const may = authoriseInClinic('case.list', actor);
  if (!may.ok) return may;
  if (!isPage(query.limit)) return err({ code: 'page-out-of-range', longest: LONGEST_LIST });
  const day = civilDateAt(ports.clock.now());
  const item = (row: CaseRow): CaseItem => itemOf(row, attentionOn(row, day));
  const found = await pageOf(ports, actor, query, (row) => {
    const shown = item(row);
    return row.status !== 'erased' && (query.attention !== true || shown.attention.length > 0) ? shown : undefined;
  });
  return ok(found);
}

/** A case somebody else is tied to, for handing over: nothing of what it holds. */
export type HandOverItem = { readonly case: CaseId; readonly label: string; readonly status: CaseRow['status'] };

/** The cases another person is tied to, so that an admin can hand them over when that person leaves. */
export async function listCasesOf(
  ports: Ports,
  actor: Actor,
  person: PersonId,
  query: Pick<CaseListQuery, 'after' | 'limit'>,
): Promise<Result<CaseList<HandOverItem>, ListRefusal>> {
  const may = authoriseInClinic('case.list-of-another', actor);
  if (!may.ok) return may;
  if (!isPage(query.limit)) return err({ code: 'page-out-of-range', longest: LONGEST_LIST });
  return ok(
    await pageOf(ports, { clinic: actor.clinic, person }, query, ({ case: id, label, status }) =>
      status === 'erased' ? undefined : { case: id, label, status },
    ),
  );
}

export const isPage = (limit: number): boolean => Number.isSafeInteger(limit) && limit >= 1 && limit <= LONGEST_LIST;

/**
 * A page of the rows `show` has something for. The store's cursors are handed on, so a filtered page ends with a page of
 * the store: when it is more than half full, and at the latest after 2,000 rows.
 */
export async function pageOf<Item>(
  ports: Pick<Ports, 'storage'>,
  of: Pick<Actor, 'clinic' | 'person'>,
  { status, labelStart, order = 'label', after, limit }: CaseListQuery,
  show: (row: CaseRow) => Item | undefined,
): Promise<CaseList<Item>> {
  const base: Omit<CaseQuery, 'after' | 'limit'> = {
    tiedTo: of.person,
    order,
    ...(status === undefined ? {} : { status }),
    ...(labelStart === undefined ? {} : { labelStart }),
  };
  const cases: Item[] = [];
  let cursor = after;
  for (let looked = 0; looked < MOST_LOOKED_AT; ) {
    const wanted = limit - cases.length;
    const from = cursor === undefined ? {} : { after: cursor };
    const page = await ports.storage.ledger.cases(of.clinic, { ...base, ...from, limit: wanted });
    for (const row of page.rows) {
      const item = show(row);
      if (item !== undefined) cases.push(item);
    }
    cursor = page.next;
    looked += page.rows.length;
    if (cursor === undefined || cases.length * 2 > limit) break;
  }
  return { cases, ...(cursor === undefined ? {} : { next: cursor }) };
}

/** The row as a list shows it. */
export function itemOf(row: CaseRow, attention: readonly string[]): CaseItem {
  const { case: id, patient, label, status, lastDay, planUntil, openedAt, changedAt } = row;
  return { case: id, patient, label, status, lastDay, planUntil, attention, openedAt, changedAt };
}
