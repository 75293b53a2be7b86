/**
 * A number that can be opened: its definition, model, data count and revision in a native dialog, which returns the
 * focus to the number when it closes. One dialog serves the page.
 */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ToldNumber } from '../../../../src/report/told-number.ts';

const opened = signal<ToldNumber | undefined>(undefined);

/** The label and the value as one button. */
export function OpenNumber({ number }: { number: ToldNumber }) {
  const open = (): void => {
    opened.value = number;
  };
  return (
    <button type="button" class="number" aria-haspopup="dialog" onClick={open}>
      <span class="label">{number.label}</span> <span class="value">{number.value}</span>
    </button>
  );
}

type Labels = Readonly<Record<'model' | 'data' | 'revision' | 'hash' | 'close', string>>;

/** Place it once, at the end of the page. */
export function NumberDialog({ labels }: { labels: Labels }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = opened.value;
  useLayoutEffect(() => {
    if (!shown || dialog.current?.open) return;
    dialog.current?.showModal();
    dialog.current?.querySelector('h2')?.focus(); // its first line, so that a small screen starts at the top
  }, [shown]);
  const close = (): void => dialog.current?.close();
  const forget = (): void => {
    opened.value = undefined;
  };
  return (
    <dialog ref={dialog} class="meaning" aria-labelledby="meaning-name" onClose={forget}>
      {shown && <Meaning number={shown} labels={labels} close={close} />}
    </dialog>
  );
}

function Meaning({ number, labels, close }: { number: ToldNumber; labels: Labels; close: () => void }) {
  return (
    <>
      <h2 id="meaning-name" tabIndex={-1}>
        {number.name}
      </h2>
      <p class="value">{number.value}</p>
      <p>{number.meaning}</p>
      <dl>
        <dt>{labels.model}</dt>
        <dd>{number.model}</dd>
        <dt>{labels.data}</dt>
        <dd>{number.data}</dd>
        <dt>{labels.revision}</dt>
        <dd>{number.revision}</dd>
        <dt>{labels.hash}</dt>
        <dd class="hash">{number.hash}</dd>
      </dl>
      <button type="button" class="button" onClick={close}>
        {labels.close}
      </button>
    </>
  );
}
