/**
 * How is an event kept for ever? As canonical JSON a person can read: days as "2026-03-29", doses as "1.5 mg", plans as
 * plan files. Reads every version ever written; a kind or version it does not know is a fault, never skipped. Total: no
 * text and no value makes it throw.
 */
import { canonicalJson } from '../base/canonical.ts';
import { err, ok, type Result } from '../base/result.ts';
import { parseJson } from '../medicine/json-fields.ts';
import { type CaseEvent, type CorrectableEvent, DIARY_KINDS, type DiaryEvent, type EventKind } from './event.ts';
import { eventTable, type Writer } from './event-codecs.ts';
import { type Codec, type EventFault, type EventField, type Fields, oneOf, record, whole } from './event-fields.ts';

export type { EventFault } from './event-fields.ts';

const correctable = DIARY_KINDS.filter((kind) => kind !== 'entry-corrected');
/** Looked up when it is used: a correction holds an event, so the table and its reader need each other. */
const replacement: Codec<CorrectableEvent> = {
  read: (field) => readKind(field, correctable) as CorrectableEvent | undefined,
  write: (event) => eventToJson(event),
  told: 'the event that counts instead, of a kind a device sends',
};

type Row = { readonly by: Writer; readonly told: string; readonly fields: Fields<object> };
const TABLE = eventTable(replacement);
/** Kinds in the order of the table, each with its versions from 1 on. */
export const EVENT_ROWS = Object.entries(TABLE) as unknown as readonly (readonly [EventKind, readonly Row[]])[];
const KINDS = EVENT_ROWS.map(([kind]) => kind);

/** By kind, then by version from 1 on: the codec of the whole event. */
const CODECS = new Map(
  EVENT_ROWS.map(([kind, rows]) => [
    kind,
    rows.map(({ fields }, i) => {
      const head = { kind: oneOf(kind), version: whole(i + 1, i + 1) };
      return record({ ...head, ...fields }) as unknown as Codec<CaseEvent>;
    }),
  ]),
);

/** The event as plain JSON, for an answer or inside a larger document. */
export function eventToJson(event: CaseEvent): unknown {
  const codec = CODECS.get(event.kind)?.[event.version - 1];
  if (!codec) throw new RangeError(`no such event: ${event.kind} ${event.version}`);
  return codec.write(event);
}

/** The event as it is stored: canonical JSON, so that one event has one text. */
export function encodeEvent(event: CaseEvent): string {
  return canonicalJson(eventToJson(event));
}

/** Reads a stored event of any version; every fault at once, each with its place. */
export function decodeEvent(text: string): Result<CaseEvent, readonly EventFault[]> {
  const value = parseJson(text);
  return value.ok ? readEvent(value.value) : err([value.error]);
}

/** Reads an event that stands inside other JSON, already parsed. */
export function readEvent(value: unknown): Result<CaseEvent, readonly EventFault[]> {
  return readOf(value, KINDS);
}

/** Reads what a device sent: the kinds a patient's device may send, and nothing else. */
export function readDiaryEvent(value: unknown): Result<DiaryEvent, readonly EventFault[]> {
  return readOf(value, DIARY_KINDS) as Result<DiaryEvent, readonly EventFault[]>;
}

function readOf(value: unknown, kinds: readonly EventKind[]): Result<CaseEvent, readonly EventFault[]> {
  const faults: EventFault[] = [];
  const event = readKind({ value, path: '$', faults }, kinds);
  return event && faults.length === 0 ? ok(event) : err(faults);
}

function readKind(field: EventField, kinds: readonly EventKind[]): CaseEvent | undefined {
  const { value, path, faults } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push({ path, code: 'json-wrong-kind', wanted: 'object' });
    return undefined;
  }
  const own = new Map(Object.entries(value));
  const before = faults.length;
  const kind = oneOf(...(kinds as [EventKind, ...EventKind[]])).read({
    value: own.get('kind'),
    path: `${path}.kind`,
    faults,
  });
  const codecs = faults.length > before || kind === undefined ? [] : (CODECS.get(kind) ?? []);
  if (codecs.length === 0) return undefined;
  const version = whole(1, codecs.length).read({ value: own.get('version'), path: `${path}.version`, faults });
  return codecs[(version ?? 0) - 1]?.read(field);
}
