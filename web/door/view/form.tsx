/**
 * How is something asked, and how is "no" told? A form that works by keyboard, is sent once at a time, and shows a refusal
 * beside the field it speaks of, with the focus there, or above the button, aloud.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../kit/ask.ts';
import type { DoorWords } from '../../kit/words/words.ts';

export type FieldName = 'clinicName' | 'name' | 'login' | 'password';
export type Faults = Readonly<Partial<Record<FieldName, string>>>;

const FIELD_OF: Readonly<Record<string, FieldName>> = {
  'clinic-name-missing': 'clinicName',
  'name-missing': 'name',
  'login-missing': 'login',
  'login-unusable': 'login',
  'login-taken': 'login',
  'password-missing': 'password',
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-guessable': 'password',
};

/** The sentence of a refusal, in the server's words or ours. */
export const sentenceOf = (words: DoorWords, refusal: Refusal): string =>
  refusal.from === 'server' ? refusal.detail : words.refused[refusal.code];

type FormProps = {
  readonly words: DoorWords;
  readonly act: (form: FormData) => Promise<Refusal | undefined>;
  readonly button: string;
  /** Said while it lasts. */
  readonly waiting?: string;
  readonly first?: boolean;
  readonly children?: (faults: Faults) => ComponentChildren;
};

export function Form({ words, act, button, waiting = words.wait, first = true, children }: FormProps) {
  const place = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [works, setWorks] = useState(false);
  useEffect(() => {
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
  const field = refusal && FIELD_OF[refusal.code];
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

type FieldProps = {
  readonly name: FieldName;
  readonly label: string;
  readonly help?: string;
  readonly fault: string | undefined;
  readonly type?: 'text' | 'password';
  readonly autocomplete: string;
  readonly maxLength: number;
  /** A sign-in name: no capitals by themselves, no spelling mended. */
  readonly isLogin?: boolean;
  /** What stands in it and stays. */
  readonly fixed?: string | undefined;
};

/** One line of text with its label, its help and what is wrong with it. */
export function Field({ name, label, help, fault, type = 'text', isLogin, fixed, ...rest }: FieldProps) {
  const described = [help && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' ');
  const shared = {
    ...{ ...rest, id: name, name, required: true, 'aria-invalid': fault !== undefined },
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(isLogin ? { autocapitalize: 'none' as const, spellcheck: false } : {}),
    ...(fixed === undefined ? {} : { defaultValue: fixed, readOnly: true }),
  };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {help && (
        <p id={`${name}-help`} class="quiet">
          {help}
        </p>
      )}
      {type === 'password' ? <input {...shared} type="password" /> : <input {...shared} type="text" />}
      {fault && (
        <p id={`${name}-fault`} class="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

type OptionProps = {
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly value?: string;
  readonly label: string;
  readonly help?: string;
  /** Missing: the form keeps it. */
  readonly checked?: boolean;
  readonly onChange?: () => void;
};

/** A radio button or a check box, with what it means beneath it. */
export function Option({ label, help, ...rest }: OptionProps) {
  const id = `${rest.name}-${rest.value ?? 'on'}`;
  return (
    <div class="option">
      <label>
        <input {...rest} {...(help ? { 'aria-describedby': id } : {})} />
        {label}
      </label>
      {help && (
        <p id={id} class="quiet">
          {help}
        </p>
      )}
    </div>
  );
}
