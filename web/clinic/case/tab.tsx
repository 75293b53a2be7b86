/** A part of a case with its words: both are fetched when it is first opened, the words anew in another language. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Language, language } from '../../kit/language.ts';
import { say } from '../frame/words.ts';
import { Notice, Waiting } from '../part/notice.tsx';
import type { Here } from './here.ts';

export type TabProps<W> = { readonly here: Here; readonly words: W };
type Packs<W> = Readonly<Record<Language, () => Promise<W>>>;
type Ready<W> = { readonly Part: ComponentType<TabProps<W>>; readonly words: W };

/** `load` and the pack of the language come together; while another language is on its way, the last one stays. */
export function tab<W>(
  load: () => Promise<ComponentType<TabProps<W>>>,
  packs: Packs<W>,
): (props: { readonly here: Here }) => JSX.Element {
  return function Tab({ here }) {
    const [ready, setReady] = useState<Ready<W>>();
    const [failed, setFailed] = useState(false);
    const name = language.value;
    const fetchPart = (): (() => void) => {
      let wanted = true;
      setFailed(false);
      Promise.all([load(), packs[name]()]).then(
        ([Part, words]) => wanted && setReady({ Part, words }),
        () => wanted && setFailed(true),
      );
      return () => {
        wanted = false;
      };
    };
    useEffect(fetchPart, [name]);
    if (failed) return <Notice text={say().frame.partMissing} again={() => void fetchPart()} />;
    return ready ? <ready.Part here={here} words={ready.words} /> : <Waiting />;
  };
}
