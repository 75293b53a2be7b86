/** Are you sure? A question in the place of the button that asked it: the answer that does something comes second in sight. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from './said.ts';

type ConfirmProps = {
  readonly button: string;
  readonly question: string;
  readonly help?: ComponentChildren;
  readonly yes: string;
  readonly act: () => void;
  readonly busy?: boolean;
  readonly strong?: boolean;
};

export function Confirm({ button, question, help, yes, act, busy = false, strong = false }: ConfirmProps) {
  const [asked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLParagraphElement>(null);
  const closed = useRef(false);
  useLayoutEffect(() => {
    if (asked) first.current?.focus();
    else if (closed.current) opener.current?.focus();
    closed.current = asked;
  }, [asked]);
  if (!asked)
    return (
      <button ref={opener} type="button" class={`button${strong ? ' strong' : ''}`} onClick={() => setAsked(true)}>
        {button}
      </button>
    );
  const doIt = (): void => {
    setAsked(false);
    act();
  };
  return (
    <div class="ask">
      <p ref={first} tabIndex={-1}>
        <strong>{question}</strong>
      </p>
      {help !== undefined && <p>{help}</p>}
      <div class="act">
        <button type="button" class="button first" aria-disabled={busy} onClick={doIt}>
          {yes}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {say().frame.cancel}
        </button>
      </div>
    </div>
  );
}
