/**
 * A store that forgets when the program ends: for tests, for the demonstration, and as the plainest statement of what
 * every store must do. One contract suite holds it and the databases to the same answers.
 */
import type { Access, AccessStore, FindingStore, Storage, StoredFinding } from '../records/ports.ts';
import { copyOf } from './copy.ts';
import { cursorOf, instantCursor } from './cursor.ts';
import { checkLimit } from './limits.ts';
import { type KeptCase, type KeptClinic, memoryLedger } from './memory-ledger.ts';
import { memoryPeople } from './memory-people.ts';
import { compareText } from './text-order.ts';

/** An empty store. */
export function memoryStorage(): Storage {
  const clinics = new Map<string, KeptClinic>();
  const findings = new Map<string, StoredFinding[]>();
  const of = (clinic: string): KeptClinic => {
    const found = clinics.get(clinic) ?? { cases: new Map(), anchors: [] };
    clinics.set(clinic, found);
    return found;
  };
  return {
    kind: 'memory',
    ledger: memoryLedger({ of, forget: (clinic, id) => void findings.delete(`${clinic}\n${id}`) }),
    people: memoryPeople(),
    access: memoryAccess(),
    findings: memoryFindings(findings, (clinic) => of(clinic).cases),
    check: async () => {},
    close: async () => {},
  };
}

function memoryAccess(): AccessStore {
  const kept = new Map<string, Access[]>();
  return {
    add: async (accesses) => {
      for (const access of accesses) {
        const name = `${access.clinic}\n${access.case}`;
        const list = kept.get(name) ?? [];
        if (!list.some(({ id, at }) => id === access.id && at === access.at)) list.push({ ...access });
        kept.set(name, list);
      }
    },
    list: async (clinic, id, { after, limit }) => {
      const { page, next } = newestFirst(kept.get(`${clinic}\n${id}`) ?? [], (one) => one.id, after, limit);
      return { accesses: page, ...next };
    },
  };
}

function memoryFindings(
  kept: Map<string, StoredFinding[]>,
  cases: (clinic: string) => ReadonlyMap<string, KeptCase>,
): FindingStore {
  /** Newest event a finding was computed from, whether it said anything new or not. */
  const computed = new Map<string, number>();
  const place = (one: { readonly clinic: string; readonly case: string }): string => `${one.clinic}\n${one.case}`;
  const all = (clinic: string, id: string): readonly StoredFinding[] => kept.get(`${clinic}\n${id}`) ?? [];
  return {
    add: async (given) => {
      if (!cases(given.clinic).has(given.case)) throw new RangeError(`no case ${given.case} in ${given.clinic}`);
      const list = all(given.clinic, given.case);
      computed.set(place(given), Math.max(computed.get(place(given)) ?? 0, given.diarySeq));
      const newest = newestFirst(list, (one) => one.finding, undefined, 1).page[0];
      if (newest?.dataHash === given.dataHash && newest.revision === given.revision) return 'known';
      kept.set(`${given.clinic}\n${given.case}`, [...list, copyOf(given)]);
      return 'added';
    },
    list: async (clinic, id, { after, limit }) => {
      const { page, next } = newestFirst(all(clinic, id), (one) => one.finding, after, limit);
      return { findings: page, ...next };
    },
    get: async (clinic, id, finding) => copyOf(all(clinic, id).find((one) => one.finding === finding)),
    due: async (clinic, before, limit) => {
      checkLimit(limit);
      return [...cases(clinic).values()]
        .map(({ row }) => row)
        .filter(
          (row) => row.status !== 'erased' && row.changedAt <= before && row.diarySeq > (computed.get(place(row)) ?? 0),
        )
        .sort((a, b) => a.changedAt - b.changedAt || compareText(a.case, b.case))
        .slice(0, limit)
        .map((row) => row.case);
    },
  };
}

function newestFirst<T extends { readonly at: number }>(
  all: readonly T[],
  idOf: (one: T) => string,
  after: string | undefined,
  limit: number,
): { readonly page: readonly T[]; readonly next: { readonly next?: string } } {
  checkLimit(limit);
  const from = after === undefined ? undefined : instantCursor(after);
  if (after !== undefined && from === undefined) return { page: [], next: {} };
  const order = (one: T, at: number, id: string): number => at - one.at || compareText(id, idOf(one));
  const rest = all.filter((one) => from === undefined || order(one, ...from) > 0);
  const page = rest.sort((a, b) => order(a, b.at, idOf(b))).slice(0, limit);
  const last = page.at(-1);
  const more = last !== undefined && rest.length > limit;
  return { page: copyOf(page), next: more ? { next: cursorOf([last.at, idOf(last)]) } : {} };
}
