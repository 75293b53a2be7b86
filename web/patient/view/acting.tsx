/** One act at a time: a button that says it is working, and the sentence when it did not work. Doubles nothing. */
import { useRef, useState } from 'preact/hooks';
import type { Result } from '../../../src/base/result.ts';
import { say } from './said.ts';

/** Why an act did not happen: a code of the page or the phone, or the server's own sentence. */
export type Fault = { readonly code: string; readonly detail?: string };

export type Acting = {
  readonly busy: boolean;
  /** '' = nothing went wrong. */
  readonly trouble: string;
  /** Runs unless something runs already; true when it worked. */
  readonly run: (act: () => Promise<Result<unknown, Fault>>) => Promise<boolean>;
};

export function useActing(): Acting {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const run: Acting['run'] = async (act) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setTrouble('');
    try {
      const done = await act();
      if (!done.ok) setTrouble(sentenceOf(done.error));
      return done.ok;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, trouble, run };
}

/** The server's sentence as it came; else the page's own for the code. */
export function sentenceOf({ code, detail }: Fault): string {
  const { refused } = say();
  if (detail !== undefined && detail !== '') return detail;
  return code in refused ? refused[code as keyof typeof refused] : refused.other;
}

/** Told at once to whoever listens to the page; nothing is drawn where nothing went wrong. */
export function Trouble({ text }: { text: string }) {
  return <div role="alert">{text !== '' && <p class="fault">{text}</p>}</div>;
}
