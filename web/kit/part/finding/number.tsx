/**
 * A number that can be opened: its definition, model, data count and revision in a native dialog, which returns the
 * focus to the number when it closes. One dialog serves the page.
 */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from '../../../../src/analysis/finding.ts';
import type { NumberName } from '../../../../src/report/words.ts';
import type { FindingPack } from './answer-words.ts';

type Opened = { readonly name: NumberName; readonly value: string; readonly finding: Finding; readonly days?: string };
const opened = signal<Opened | undefined>(undefined);

type Props = Opened & { readonly label: string };

/** The label and the value as one button. */
export function OpenNumber({ label, ...number }: Props) {
  const open = (): void => {
    opened.value = number;
  };
  return (
    <button type="button" class="number" aria-haspopup="dialog" onClick={open}>
      <span class="label">{label}</span> <span class="value">{number.value}</span>
    </button>
  );
}

/** Place it once, at the end of the page. */
export function NumberDialog({ words }: { words: FindingPack }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = opened.value;
  useEffect(() => {
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
      {shown && <Meaning opened={shown} words={words} close={close} />}
    </dialog>
  );
}

function Meaning({
  opened: { name, value, finding, days },
  words,
  close,
}: {
  opened: Opened;
  words: FindingPack;
  close: () => void;
}) {
  const { finding: say, answer } = words;
  const definition = say.definition[name];
  const { revision, dataHash } = finding.diagnostics;
  return (
    <>
      <h2 id="meaning-name" tabIndex={-1}>
        {definition.name}
      </h2>
      <p class="value">{value}</p>
      <p>{definition.meaning}</p>
      <dl>
        <dt>{answer.model}</dt>
        <dd>{say.model(finding)}</dd>
        <dt>{answer.data}</dt>
        <dd>{days ? `${days}; ${say.data(finding)}` : say.data(finding)}</dd>
        <dt>{answer.revision}</dt>
        <dd>{revision}</dd>
        <dt>{answer.hash}</dt>
        <dd class="hash">{dataHash.slice(0, 16)}</dd>
      </dl>
      <button type="button" class="button" onClick={close}>
        {answer.close}
      </button>
    </>
  );
}
