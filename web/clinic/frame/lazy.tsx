/** A part of the page that is fetched when it is first needed; what cannot be fetched is said, and asked for again. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice, Waiting } from '../part/notice.tsx';
import { say } from './words.ts';

/** `load` gives the component; it is kept from then on. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => preact.JSX.Element {
  let kept: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [Part, setPart] = useState<{ readonly it: ComponentType<P> } | undefined>(kept && { it: kept });
    const [failed, setFailed] = useState(false);
    const fetchPart = (): void => {
      setFailed(false);
      load().then(
        (it) => {
          kept = it;
          setPart({ it });
        },
        () => setFailed(true),
      );
    };
    // once, when it is first drawn
    useEffect(() => {
      if (!Part) fetchPart();
    }, []);
    if (Part) return <Part.it {...props} />;
    const { frame } = say();
    return failed ? <Notice text={frame.partMissing} again={fetchPart} /> : <Waiting />;
  };
}
