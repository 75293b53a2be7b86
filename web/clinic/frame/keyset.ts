/**
 * A long list, a page at a time: which rows are here, and are there more? Pages come by the cursor of the last one, so
 * nothing is skipped or told twice while others write. Whoever comes back finds the rows they had read.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../kit/ask.ts';
import { isReturn } from './route.ts';
import { askSignedIn, entries } from './session.ts';

export type Keyset<T> = {
  /** Each page as it came; a page that has been drawn is the same object ever after. */
  readonly pages: readonly (readonly T[])[];
  readonly state: 'loading' | 'idle' | 'refused';
  readonly refusal?: Refusal;
  /** The last page has come. */
  readonly isWhole: boolean;
  /** Asks for the next page; nothing happens while one is on its way. */
  readonly more: () => void;
  /** From the first page again. */
  readonly reload: () => void;
};

type Held<T> = Omit<Keyset<T>, 'more' | 'reload'> & { readonly query: string; readonly next?: string };

/** The list each place was left with. */
const left = new Map<string, Held<never>>();

const nothing = <T>(query: string): Held<T> => ({ query, pages: [], state: 'loading', isWhole: false });

/**
 * @param place of the list, for coming back to it
 * @param query path with a query, "/cases?limit=100"; another one begins anew
 * @param pick  the rows of an answer
 */
export function useKeyset<T, A extends { readonly next?: string | undefined }>(
  place: string,
  query: string,
  pick: (answer: A) => readonly T[],
): Keyset<T> {
  const [held, setHeld] = useState<Held<T>>(() => {
    const kept = isReturn.peek() ? (left.get(place) as Held<T> | undefined) : undefined;
    return kept?.query === query ? kept : nothing(query);
  });
  const now = useRef(held);
  const question = useRef(0);
  const put = useCallback((value: Held<T>): void => {
    now.current = value;
    setHeld(value);
  }, []);

  const load = useCallback(
    async (after: string | undefined): Promise<void> => {
      question.current += 1;
      const mine = question.current;
      const cursor = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
      const answer = await askSignedIn<A>('GET', `${query}${cursor}`);
      if (question.current !== mine) return;
      const before = after === undefined ? [] : now.current.pages;
      if (!answer.ok) return put({ ...now.current, query, pages: before, state: 'refused', refusal: answer.error });
      const rows = pick(answer.value);
      const { next } = answer.value;
      const pages = rows.length > 0 ? [...before, rows] : before;
      put({ query, pages, state: 'idle', isWhole: next === undefined, ...(next === undefined ? {} : { next }) });
    },
    [query, pick, put],
  );

  const entered = entries.value;
  const first = useRef(true);
  // Whoever has signed in again is answered anew; what was there on coming back stays.
  useEffect(() => {
    const isKept = first.current && now.current.query === query && now.current.pages.length > 0;
    first.current = false;
    if (isKept && now.current.state === 'idle') return;
    void load(undefined);
  }, [load, entered, query]);
  useEffect(
    () => () => {
      question.current += 1;
      left.set(place, now.current as Held<never>);
    },
    [place],
  );
  const more = useCallback((): void => {
    const { state, isWhole, next, pages } = now.current;
    if (state === 'loading' || isWhole || now.current.query !== query) return;
    put({ ...now.current, state: 'loading' });
    void load(pages.length === 0 ? undefined : next);
  }, [load, put, query]);
  const reload = useCallback((): void => {
    put({ ...now.current, state: 'loading' });
    void load(undefined);
  }, [load, put]);
  const { query: _query, next: _next, ...shown } = held;
  return { ...shown, more, reload };
}
