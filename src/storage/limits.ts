/**
 * Is what a caller asks of a store askable at all? A batch that does not fit together, or a page without end, is a bug of
 * ours and not of the world, so it is thrown before anything is read or written.
 */
import type { CaseQuery, LedgerBatch } from '../records/ports.ts';

/** Most rows of one page of cases. */
const LONGEST_PAGE = 200;

/** @throws RangeError unless `limit` is a whole number of rows */
export function checkLimit(limit: number, most = 100_000): void {
  if (!(Number.isSafeInteger(limit) && limit >= 1 && limit <= most)) throw new RangeError(`limit 1-${most}: ${limit}`);
}

/** @throws RangeError unless the page has a length it may have */
export const checkCaseQuery = (query: CaseQuery): void => checkLimit(query.limit, LONGEST_PAGE);

/** @throws RangeError when entries, head and row do not belong together: the chain would be broken as it is written */
export function checkBatch(batch: LedgerBatch): void {
  const { clinic, case: id, expected, entries, head, row, snapshot } = batch;
  if (entries.length === 0) throw new RangeError('a batch without entries');
  for (const [i, entry] of entries.entries())
    if (entry.seq !== expected + 1 + i) throw new RangeError(`entry ${entry.seq} follows ${expected + i}`);
  const last = expected + entries.length;
  if (head.seq !== last || head.hash !== entries.at(-1)?.hash) throw new RangeError('the head is not the last entry');
  if (snapshot !== undefined && snapshot.seq > last) throw new RangeError(`snapshot ${snapshot.seq} past ${last}`);
  if ((expected === 0) !== (batch.key !== undefined)) throw new RangeError('a key belongs to the opening of a case');
  const parts = [head, row, ...entries, ...(batch.tiesMade ?? [])];
  if (parts.some((part) => part.clinic !== clinic || part.case !== id)) throw new RangeError('parts of another case');
}
