/** A part of the page that comes when it is first needed; from then on it is there, network or not. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from './said.ts';

type FetchedProps<P> = { readonly load: () => Promise<ComponentType<P>>; readonly with: P; readonly quiet?: boolean };

/** `load` is the same function as long as the part is the same. `quiet`: nothing is said while it comes. */
export function Fetched<P extends object>({ load, with: props, quiet = false }: FetchedProps<P>) {
  const [View, setView] = useState<ComponentType<P>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    load().then(
      (view) => !gone && setView(() => view),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (View) return <View {...props} />;
  if (quiet && !failed) return null;
  return <p role="status">{failed ? say().refused.unreachable : say().frame.wait}</p>;
}
