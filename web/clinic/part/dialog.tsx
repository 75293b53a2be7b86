/** A native dialog: modal, closed by Escape and by its button, and the focus goes back to where it came from. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../frame/words.ts';

type Props = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** Called when it has closed, however that came. Draw the dialog only while it is open. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Missing: "Close". */
  readonly closeText?: string;
};

export function Dialog({ id, title, onClose, children, closeText }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const from = document.activeElement;
    dialog.current?.showModal();
    heading.current?.focus(); // its first line, so that a small screen starts at the top
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <p class="act">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {closeText ?? say().frame.close}
        </button>
      </p>
    </dialog>
  );
}
