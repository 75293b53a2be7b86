/**
 * What does the server say about this, now? An answer on its way, a refusal, or a value; asked again when the address
 * changes, when it is told to, and when somebody has signed in again. An answer to an earlier question is dropped.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../kit/ask.ts';
import { askSignedIn, entries } from './session.ts';

export type Remote<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** `again`: it is being asked for once more; the value is the last one heard. */
  | { readonly state: 'here'; readonly value: T; readonly again: boolean };

export type Answer<T> = {
  readonly remote: Remote<T>;
  /** Asks once more and keeps the value until the answer comes. */
  readonly reload: () => Promise<void>;
  /** Puts a value there that another answer has told. */
  readonly set: (value: T) => void;
};

/** Reads `path` of the interface; undefined asks for nothing yet. */
export function useAnswer<T>(path: string | undefined): Answer<T> {
  const [held, setHeld] = useState<{ readonly path: string | undefined; readonly remote: Remote<T> }>({
    path,
    remote: { state: 'loading' },
  });
  const question = useRef(0);
  const load = useCallback(async (): Promise<void> => {
    question.current += 1;
    const mine = question.current;
    if (path === undefined) return;
    setHeld((last) => ({ path, remote: last.path === path ? asking(last.remote) : { state: 'loading' } }));
    const answer = await askSignedIn<T>('GET', path);
    if (question.current !== mine) return;
    setHeld({
      path,
      remote: answer.ok
        ? { state: 'here', value: answer.value, again: false }
        : { state: 'refused', refusal: answer.error },
    });
  }, [path]);
  const entered = entries.value;
  // whoever has signed in again is answered anew
  useEffect(() => {
    void load();
    return () => {
      question.current += 1;
    };
  }, [load, entered]);
  const set = useCallback((value: T) => setHeld({ path, remote: { state: 'here', value, again: false } }), [path]);
  return { remote: held.path === path ? held.remote : { state: 'loading' }, reload: load, set };
}

const asking = <T>(remote: Remote<T>): Remote<T> =>
  remote.state === 'here' ? { ...remote, again: true } : { state: 'loading' };
