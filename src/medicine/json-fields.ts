/**
 * How is a field read out of JSON text somebody wrote? With its path, so that a fault can be found, and strictly: a key
 * that is missing, unknown or stands twice is refused, never filled in or skipped. Total: no text makes it throw.
 */
import { type LocalDate, parseLocalDate } from '../base/calendar.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Dose, type DoseTextFault, NO_DOSE, parseDose } from './dose.ts';

export type JsonKind = 'object' | 'list' | 'text' | 'whole number' | 'true or false';

/** `path` is JSONPath, "$.steps[2].dose"; steps count from 0 there, as JSON does. */
export type JsonFault = { readonly path: string } & (
  | { readonly code: 'json-too-large'; readonly characters: number; readonly limit: number }
  | { readonly code: 'json-unreadable' }
  | { readonly code: 'json-key-twice'; readonly key: string }
  | { readonly code: 'json-key-unknown'; readonly key: string; readonly known: readonly string[] }
  | { readonly code: 'json-key-missing'; readonly key: string }
  | { readonly code: 'json-wrong-kind'; readonly wanted: JsonKind }
  | { readonly code: 'json-not-one-of'; readonly allowed: readonly string[] }
  | {
      readonly code: 'json-number-out-of-range';
      readonly value: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly code: 'json-list-too-long'; readonly entries: number; readonly limit: number }
  | { readonly code: 'json-dose-refused'; readonly why: DoseTextFault }
  | { readonly code: 'json-date-refused'; readonly text: string }
);

/** Longest text read, in UTF-16 units: a plan is 2 kB. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_LIST = 1000;

/** A value still to be read, and where it stands. */
export type JsonField = { readonly value: unknown; readonly path: string; readonly faults: JsonFault[] };

/** Parses the text; a leading byte order mark is skipped, a key that stands twice in one object is refused. */
export function parseJson(text: string): Result<unknown, JsonFault> {
  const limit = LONGEST_TEXT;
  if (text.length > limit) return err({ path: '$', code: 'json-too-large', characters: text.length, limit });
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(bare);
    const key = keyTwice(bare);
    return key === undefined ? ok(value) : err({ path: '$', code: 'json-key-twice', key });
  } catch {
    return err({ path: '$', code: 'json-unreadable' });
  }
}

/** The fields of an object with exactly these keys; undefined (and a fault) when it is none. */
export function readObject<K extends string, O extends string = never>(
  { value, path, faults }: JsonField,
  keys: readonly K[],
  optional: readonly O[] = [],
): (Record<K, JsonField> & Partial<Record<O, JsonField>>) | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push({ path, code: 'json-wrong-kind', wanted: 'object' });
    return undefined;
  }
  const known: readonly string[] = [...keys, ...optional];
  const found = new Map<string, unknown>(Object.entries(value));
  for (const key of found.keys())
    if (!known.includes(key)) faults.push({ path, code: 'json-key-unknown', key: key.slice(0, 40), known });
  const missing = keys.filter((key) => !found.has(key));
  for (const key of missing) faults.push({ path, code: 'json-key-missing', key });
  if (missing.length > 0) return undefined;
  const fields = [...found].map(([key, inner]) => [key, { value: inner, path: `${path}.${key}`, faults }]);
  return Object.fromEntries(fields) as Record<K, JsonField> & Partial<Record<O, JsonField>>;
}

/** The entries of a list, 1000 at most; undefined (and a fault) when it is none. */
export function readList({ value, path, faults }: JsonField): readonly JsonField[] | undefined {
  if (!Array.isArray(value)) {
    faults.push({ path, code: 'json-wrong-kind', wanted: 'list' });
    return undefined;
  }
  if (value.length > LONGEST_LIST) {
    faults.push({ path, code: 'json-list-too-long', entries: value.length, limit: LONGEST_LIST });
    return undefined;
  }
  return value.map((entry: unknown, i) => ({ value: entry, path: `${path}[${i}]`, faults }));
}

/** Text; '' and a fault when it is none. */
export function readText({ value, path, faults }: JsonField): string {
  if (typeof value === 'string') return value;
  faults.push({ path, code: 'json-wrong-kind', wanted: 'text' });
  return '';
}

/** true or false; false and a fault when it is neither. */
export function readFlag({ value, path, faults }: JsonField): boolean {
  if (typeof value === 'boolean') return value;
  faults.push({ path, code: 'json-wrong-kind', wanted: 'true or false' });
  return false;
}

/** A whole number in a range; NaN and a fault when it is none. */
export function readWhole({ value, path, faults }: JsonField, minimum: number, maximum: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    faults.push({ path, code: 'json-wrong-kind', wanted: 'whole number' });
    return Number.NaN;
  }
  if (value >= minimum && value <= maximum) return value;
  faults.push({ path, code: 'json-number-out-of-range', value, minimum, maximum });
  return Number.NaN;
}

/** One of a few words; the first of them and a fault when it is none. */
export function readOneOf<W extends string>(field: JsonField, allowed: readonly [W, ...W[]]): W {
  const word = allowed.find((each) => each === field.value);
  if (word !== undefined) return word;
  field.faults.push({ path: field.path, code: 'json-not-one-of', allowed });
  return allowed[0];
}

/** A dose as text with its unit, "1.5 mg"; a bare number is refused. No dose and a fault when unreadable. */
export function readDose(field: JsonField): Dose {
  if (typeof field.value !== 'string') {
    field.faults.push({ path: field.path, code: 'json-wrong-kind', wanted: 'text' });
    return NO_DOSE;
  }
  const dose = parseDose(field.value);
  if (dose.ok) return dose.value;
  field.faults.push({ path: field.path, code: 'json-dose-refused', why: shortened(dose.error) });
  return NO_DOSE;
}

/** A fault quotes the start of what was written, not a megabyte of it. */
function shortened(fault: DoseTextFault): DoseTextFault {
  return 'text' in fault ? { ...fault, text: fault.text.slice(0, 40) } : fault;
}

/** An ISO date; day 0 and a fault when it is none. */
export function readDate(field: JsonField): LocalDate {
  const text = readText(field);
  const date = parseLocalDate(text);
  if (date.ok) return date.value;
  if (typeof field.value === 'string')
    field.faults.push({ path: field.path, code: 'json-date-refused', text: text.slice(0, 40) });
  return 0 as LocalDate;
}

/**
 * The first key that stands twice in one object of valid JSON text: `JSON.parse` would keep the last and say nothing,
 * and a plan with two ceilings has none.
 */
function keyTwice(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let name: string | undefined;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') name = token;
    else if (name !== undefined) {
      const key = String(JSON.parse(name));
      const keys = open.at(-1);
      if (keys?.has(key)) return key.slice(0, 40);
      keys?.add(key);
      name = undefined;
    }
  }
  return undefined;
}
