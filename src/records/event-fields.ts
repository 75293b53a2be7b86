/**
 * How is one field of an event written as JSON and read back? Each kind of field once, both ways and in words, so that
 * writing, reading and the catalogue in docs/formats/events.md cannot drift apart. Strict and total: nothing is filled
 * in, nothing unknown is skipped, no value makes a reader throw (H34, H36).
 */
import { formatLocalDate, type LocalDate } from '../base/calendar.ts';
import { type Id, parseId } from '../base/ids.ts';
import { type Dose, formatDose } from '../medicine/dose.ts';
import {
  type JsonFault,
  type JsonField,
  readDate,
  readDose,
  readFlag,
  readList,
  readObject,
  readOneOf,
  readText,
  readWhole,
} from '../medicine/json-fields.ts';
import type { PlanTextFault } from '../medicine/plan-json.ts';

export type TextForm =
  | 'uuid'
  | 'kebab-case'
  | 'sha-256'
  | 'base64url'
  | 'time-zone'
  | 'address'
  | 'code'
  | 'concentration'
  | 'volume'
  | 'product'
  | 'trial-protocol'
  | 'kit-code';

/** What can be wrong with an event as JSON, with its place: "$.clock.instant". */
export type EventFault =
  | PlanTextFault
  | ({ readonly path: string } & (
      | { readonly code: 'text-too-long'; readonly characters: number; readonly limit: number }
      | { readonly code: 'text-empty' }
      | { readonly code: 'text-unseen-characters' }
      | { readonly code: 'text-not-in-form'; readonly form: TextForm }
      | { readonly code: 'number-unreadable' }
    ));

/** A value still to be read, and where it stands. */
export type EventField = { readonly value: unknown; readonly path: string; readonly faults: EventFault[] };

/** Both ways of one kind of field. `read` gives undefined, or any value, with a fault; `write` gives plain JSON. */
export type Codec<T> = {
  readonly read: (field: EventField) => T | undefined;
  readonly write: (value: T) => unknown;
  /** For the catalogue: what stands there, with unit and range. */
  readonly told: string;
  /** For the catalogue: the fields of an object, or of the objects of a list. */
  readonly parts?: Readonly<Record<string, Told>>;
};
export type Told = Pick<Codec<unknown>, 'told' | 'parts'> & { readonly optional?: true };
/** A field that may be left out. */
export type Optional<T> = Codec<T> & { readonly optional: true };

/** One codec for each field of T and no other. */
export type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Codec<T[K]>;
};

/** Marks a field that may be left out; left out it is absent, never null. */
export function optional<T>(codec: Codec<T>): Optional<T> {
  return { ...codec, optional: true };
}

/** An object with exactly these fields. */
export function record<T extends object>(fields: Fields<T>, told = 'an object'): Codec<T> {
  const parts = Object.entries(fields) as [string, Codec<unknown> & { optional?: true }][];
  const optionals = parts.filter(([, part]) => part.optional).map(([key]) => key);
  const needed = parts.filter(([, part]) => !part.optional).map(([key]) => key);
  return {
    read: (field) => {
      const found = readObject(plain(field), needed, optionals);
      if (!found) return undefined;
      const read = parts.flatMap(([key, part]) => {
        const inner = found[key];
        return inner === undefined ? [] : [[key, part.read(inner)] as const];
      });
      return Object.fromEntries(read) as T;
    },
    write: (value) => {
      const values = value as Record<string, unknown>;
      return Object.fromEntries(
        parts.filter(([key]) => values[key] !== undefined).map(([key, part]) => [key, part.write(values[key])]),
      );
    },
    told,
    parts: Object.fromEntries(parts),
  };
}

/** The readers of plain JSON push faults of their own kind, which are all event faults too. */
export function plain(field: EventField): JsonField {
  return { ...field, faults: field.faults as JsonFault[] };
}

const same = <T>(value: T): unknown => value;

/** One of a few words. */
export function oneOf<W extends string>(...words: readonly [W, ...W[]]): Codec<W> {
  return { read: (field) => readOneOf(plain(field), words), write: same, told: words.map((w) => `"${w}"`).join(', ') };
}

/** A whole number in a range. */
export function whole(minimum: number, maximum: number, told = `${minimum} to ${maximum}`): Codec<number> {
  // adding 0 turns -0, which JSON text can carry and canonical JSON cannot, into 0
  return { read: (field) => readWhole(plain(field), minimum, maximum) + 0, write: same, told };
}

/** A number in a range, not necessarily whole. */
export function measured(minimum: number, maximum: number, told: string): Codec<number> {
  const read = ({ value, path, faults }: EventField): number => {
    if (typeof value !== 'number' || !Number.isFinite(value)) faults.push({ path, code: 'number-unreadable' });
    else if (value >= minimum && value <= maximum) return value + 0;
    else faults.push({ path, code: 'json-number-out-of-range', value, minimum, maximum });
    return Number.NaN;
  };
  return { read, write: same, told };
}

export const flag: Codec<boolean> = { read: (field) => readFlag(plain(field)), write: same, told: 'true or false' };

/** A civil day, "2026-03-29". */
export const date: Codec<LocalDate> = {
  read: (field) => readDate(plain(field)),
  write: formatLocalDate,
  told: 'civil day, "2026-03-29"',
};

/** A dose with its unit, "1.5 mg"; whole micrograms in memory. */
export const dose: Codec<Dose> = {
  read: (field) => readDose(plain(field)),
  write: formatDose,
  told: 'dose with its unit, "1.5 mg" or "125 ug", up to 50 mg',
};

/** Milliseconds since 1970-01-01 UTC, to the end of the year 9999. */
export const instant = whole(0, 253_402_300_799_999, 'milliseconds since 1970-01-01 UTC');

/** Characters nobody sees, among them those that turn a line of text around or drive a terminal. */
const UNSEEN_IN_LINE = /[\p{C}\p{Zl}\p{Zp}]/u;
/** In a note, lines may end and emoji may be joined. */
const UNSEEN_IN_NOTE = /[^\P{Cc}\n\t]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

function text(limit: number, unseen: RegExp, least: 0 | 1, told: string): Codec<string> {
  const read = (field: EventField): string => {
    const { path, faults } = field;
    const before = faults.length;
    const value = readText(plain(field));
    if (faults.length > before) return '';
    if (value.length > limit) faults.push({ path, code: 'text-too-long', characters: value.length, limit });
    else if (unseen.test(value)) faults.push({ path, code: 'text-unseen-characters' });
    else if (value.trim().length < least) faults.push({ path, code: 'text-empty' });
    return value;
  };
  return { read, write: same, told };
}

/** One line of visible text, not empty. */
export const line = (limit: number): Codec<string> => text(limit, UNSEEN_IN_LINE, 1, `text, 1 to ${limit} characters`);
/** One line of visible text, or none. */
export const lineOrNone = (limit: number): Codec<string> =>
  text(limit, UNSEEN_IN_LINE, 0, `text, up to ${limit} characters, may be empty`);
/** What a person wrote, several lines or none. */
export const note: Codec<string> = text(2000, UNSEEN_IN_NOTE, 0, 'text, up to 2000 characters, may be empty');

/** Text of a fixed form. */
export function formed(form: TextForm, limit: number, pattern: RegExp, told: string): Codec<string> {
  const read = (field: EventField): string => {
    const { path, faults } = field;
    const before = faults.length;
    const value = readText(plain(field));
    if (faults.length === before && !(value.length <= limit && pattern.test(value)))
      faults.push({ path, code: 'text-not-in-form', form });
    return value;
  };
  return { read, write: same, told };
}

export const kebab = formed('kebab-case', 80, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'kebab-case word');
export const sha256 = formed('sha-256', 64, /^[0-9a-f]{64}$/, 'SHA-256, 64 hexadecimal digits');
export const base64url = formed('base64url', 8192, /^[A-Za-z0-9_-]*$/, 'base64url');

/** A UUID in lower case. */
export function id<Of extends string>(of: Of): Codec<Id<Of>> {
  const read = (field: EventField): Id<Of> | undefined => {
    const value = parseId<Of>(typeof field.value === 'string' ? field.value : '');
    if (value.ok) return value.value;
    field.faults.push({ path: field.path, code: 'text-not-in-form', form: 'uuid' });
    return undefined;
  };
  return { read, write: same, told: `id of ${/^[aeiou]/.test(of) ? 'an' : 'a'} ${of}` };
}

/** A list, as long as `limit` at most. */
export function listOf<T>(codec: Codec<T>, limit = 1000): Codec<readonly T[]> {
  const read = (field: EventField): readonly T[] => {
    const entries = readList(plain(field)) ?? [];
    const { path, faults } = field;
    if (entries.length > limit) {
      faults.push({ path, code: 'json-list-too-long', entries: entries.length, limit });
      return [];
    }
    return entries.map((entry) => codec.read(entry) as T);
  };
  return {
    read,
    write: (values) => values.map(codec.write),
    told: `list of up to ${limit}: ${codec.told}`,
    ...(codec.parts ? { parts: codec.parts } : {}),
  };
}
