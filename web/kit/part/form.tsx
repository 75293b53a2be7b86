/**
 * How is something asked, and how is "no" told? A form that works by keyboard, is sent once at a time, and shows a refusal
 * beside the field it speaks of, with the focus there, or above the button, aloud. What was typed stays after a refusal.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OwnRefusalCode, Refusal } from '../ask.ts';

/** What stands wrong, by the name of its field. */
export type Faults = Readonly<Partial<Record<string, string>>>;

/** What a page says while something lasts, and what no server can say. */
export type FormWords = { readonly wait: string; readonly refused: Readonly<Record<OwnRefusalCode, string>> };

/** The sentence of a refusal, in the server's words or ours. */
export const sentenceOf = ({ refused }: Pick<FormWords, 'refused'>, refusal: Refusal): string =>
  refusal.from === 'server' ? refusal.detail : refused[refusal.code];

/** A field's text, '' where the form has none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export type FormProps = {
  readonly words: FormWords;
  /** Sends it; what is given back is shown. */
  readonly act: (form: FormData) => Promise<Refusal | undefined>;
  readonly button: string;
  /** Said while it lasts. */
  readonly waiting?: string | undefined;
  /** The main thing to do here. */
  readonly first?: boolean;
  /** Of which field does a refusal speak? By its code. */
  readonly fieldOf?: Readonly<Record<string, string>>;
  readonly children?: (faults: Faults) => ComponentChildren;
  /** Beside the button. */
  readonly beside?: ComponentChildren;
};

export function Form({ words, act, button, waiting = words.wait, first = true, fieldOf, children, beside }: FormProps) {
  const place = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [works, setWorks] = useState(false);
  useLayoutEffect(() => {
    if (refusal) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusal]);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (works || !place.current) return;
    const given = new FormData(place.current);
    setRefusal(undefined);
    setWorks(true);
    try {
      setRefusal(await act(given));
    } finally {
      setWorks(false);
    }
  };
  const field = refusal && fieldOf?.[refusal.code];
  const faults: Faults = refusal && field ? { [field]: sentenceOf(words, refusal) } : {};
  const whole = refusal && !(field && place.current?.elements.namedItem(field)) ? sentenceOf(words, refusal) : '';
  return (
    <form ref={place} noValidate onSubmit={submit}>
      {children?.(faults)}
      <Alert text={whole} />
      <div class="act">
        <button type="submit" class={first ? 'button first' : 'button'} aria-disabled={works}>
          {button}
        </button>
        {beside}
        <span role="status">{works ? waiting : ''}</span>
      </div>
    </form>
  );
}

/** Said aloud when it appears. */
export function Alert({ text }: { text: string }) {
  return (
    <div role="alert" class={text === '' ? '' : 'notice'}>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
