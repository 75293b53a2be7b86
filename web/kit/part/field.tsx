/** One thing asked: a line of text, a longer text, a choice or a day, each with its label, its help and what is wrong. */
import type { ComponentChildren } from 'preact';

type Told = {
  /** Also its id; unique on the page. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
};

/** What a control must carry so that its label, help and fault are told with it. */
function ties({ name, help, fault }: Told) {
  const described = [help && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return {
    ...{ id: name, name, 'aria-invalid': fault !== undefined },
    ...(described === '' ? {} : { 'aria-describedby': described }),
  };
}

function Around({ name, label, help, fault, children }: Told & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {help && (
        <p id={`${name}-help`} class="quiet">
          {help}
        </p>
      )}
      {children}
      {fault && (
        <p id={`${name}-fault`} class="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

export type FieldProps = Told & {
  readonly type?: 'text' | 'password' | 'search';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** May be left empty. */
  readonly isOptional?: boolean;
  /** A sign-in name or a code: no capitals by themselves, no spelling mended. */
  readonly isLogin?: boolean;
  /** What stands in it and stays. */
  readonly fixed?: string | undefined;
  /** What stands in it at first; the form keeps it. */
  readonly start?: string | undefined;
  /** Kept by whoever draws it. */
  readonly value?: string | undefined;
  readonly onInput?: ((text: string) => void) | undefined;
};

/** One line of text. */
export function Field({ type = 'text', isLogin, isOptional, fixed, start, value, onInput, ...rest }: FieldProps) {
  const { name, label, help, fault, ...more } = rest;
  const told = { name, label, help, fault };
  const shared = {
    ...{ autocomplete: 'off', ...more, ...ties(told), required: isOptional !== true },
    ...(isLogin ? { autocapitalize: 'none' as const, spellcheck: false } : {}),
    ...(fixed === undefined ? {} : { defaultValue: fixed, readOnly: true }),
    ...(start === undefined ? {} : { defaultValue: start }),
    ...(value === undefined ? {} : { value }),
    ...(onInput ? { onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value) } : {}),
  };
  return <Around {...told}>{inputOf(type, shared)}</Around>;
}

/** One element whatever its type, so that a password that is shown stays the one that was typed. */
function inputOf(type: 'text' | 'password' | 'search', shared: object) {
  if (type === 'password') return <input {...shared} type="password" />;
  return type === 'search' ? <input {...shared} type="search" /> : <input {...shared} type="text" />;
}

type TextProps = Told & {
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isOptional?: boolean;
  readonly start?: string;
  readonly value?: string;
  readonly onInput?: (text: string) => void;
};

/** Several lines, as somebody writes them. */
export function TextField({ rows = 3, maxLength = 2000, isOptional, start, value, onInput, ...told }: TextProps) {
  return (
    <Around {...told}>
      <textarea
        {...{ ...ties(told), rows, maxLength, required: isOptional !== true }}
        {...(start === undefined ? {} : { defaultValue: start })}
        {...(value === undefined ? {} : { value })}
        {...(onInput ? { onInput: (event) => onInput(event.currentTarget.value) } : {})}
      />
    </Around>
  );
}

type SelectProps = Told & {
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value?: string;
  readonly onInput?: (value: string) => void;
};

/** One of a few. */
export function Select({ options, value, onInput, ...told }: SelectProps) {
  return (
    <Around {...told}>
      <select
        {...ties(told)}
        {...(value === undefined ? {} : { value })}
        {...(onInput ? { onInput: (event) => onInput(event.currentTarget.value) } : {})}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </Around>
  );
}

type DayProps = Told & {
  readonly isOptional?: boolean;
  /** "2026-03-29", as the interface writes days. */
  readonly value: string;
  readonly onInput: (day: string) => void;
  /** The day that stands there, in words; browsers write dates in many orders. */
  readonly inWords: string;
  readonly min?: string;
  readonly max?: string;
};

/** A civil day: the browser's own field, and the day it holds in words beneath. */
export function DayField({ isOptional, value, onInput, inWords, min, max, ...told }: DayProps) {
  return (
    <Around {...told}>
      <input
        {...{ ...ties(told), type: 'date', required: isOptional !== true, value }}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="quiet" aria-live="polite">
        {inWords}
      </p>
    </Around>
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
  /** As `checked`, but only to begin with. */
  readonly start?: boolean;
  readonly onChange?: () => void;
};

/** A radio button or a check box, with what it means beneath it. */
export function Option({ label, help, start, ...rest }: OptionProps) {
  const id = `${rest.name}-${rest.value ?? 'on'}`;
  return (
    <div class="option">
      <label>
        <input
          {...rest}
          {...(start === undefined ? {} : { defaultChecked: start })}
          {...(help ? { 'aria-describedby': id } : {})}
        />
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
