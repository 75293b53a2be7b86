/** The end of a long list: the next page is asked for before it is reached, and by a button, for whoever does not scroll. */
import { useEffect, useRef } from 'preact/hooks';
import type { Keyset } from '../frame/keyset.ts';
import { say } from '../frame/words.ts';
import { Notice, refusalText, Waiting } from './notice.tsx';

/** How far ahead of the window the next page is asked for. */
const AHEAD = '1500px';

export function EndOfList<T>({ list }: { list: Keyset<T> }) {
  const { frame } = say();
  const { state, refusal, isWhole, more, pages } = list;
  const end = useRef<HTMLDivElement>(null);
  const seen = pages.length;
  // Asked again after each page: a short page may leave the end in sight.
  useEffect(() => {
    if (!end.current || isWhole || seen === 0) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: AHEAD });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [more, isWhole, seen]);
  if (state === 'refused' && refusal) return <Notice text={refusalText(refusal)} again={more} />;
  return (
    <div ref={end} class="screen-only">
      {state === 'loading' && <Waiting />}
      {state === 'idle' && !isWhole && (
        <button type="button" class="button" onClick={more}>
          {frame.more}
        </button>
      )}
    </div>
  );
}
