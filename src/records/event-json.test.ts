import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { anyEvent, EVENT_ARBITRARIES } from '../../test/records/event-arbitrary.ts';
import { DIARY_KINDS, type EventKind } from './event.ts';
import { decodeEvent, EVENT_ROWS, encodeEvent, eventToJson, readDiaryEvent, readEvent } from './event-json.ts';

const PLAIN = { numRuns: 200, seed: 20_260_329 };

describe('an event of every kind is read back as it was written', () => {
  for (const [kind, arbitrary] of Object.entries(EVENT_ARBITRARIES))
    test(kind, () => {
      fc.assert(
        fc.property(arbitrary, (event) => {
          const text = encodeEvent(event);
          const read = decodeEvent(text);
          assert.deepEqual(read, { ok: true, value: event });
          assert.equal(read.ok && encodeEvent(read.value), text);
        }),
        PLAIN,
      );
    });
});

test('every kind has a row, and no row is of no kind', () => {
  assert.deepEqual(EVENT_ROWS.map(([kind]) => kind).sort(), Object.keys(EVENT_ARBITRARIES).sort());
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => void decodeEvent(text)),
    { numRuns: 2000, seed: 2 },
  );
});

/** A stored event with one of its values, at any depth, replaced or left out, or a key added. */
const spoiled = fc
  .tuple(anyEvent, fc.nat(), fc.jsonValue({ maxDepth: 2 }), fc.nat(3))
  .map(([event, at, value, how]) => {
    const json: unknown = JSON.parse(encodeEvent(event));
    const places: (() => void)[] = [];
    const walk = (inner: unknown): void => {
      if (typeof inner !== 'object' || inner === null) return;
      for (const key of Object.keys(inner)) {
        const here = inner as Record<string, unknown>;
        places.push(() => {
          if (how === 0) delete here[key];
          else if (how === 1) here[`${key}x`] = value;
          else here[key] = value;
        });
        walk(here[key]);
      }
    };
    walk(json);
    places[at % places.length]?.();
    return JSON.parse(JSON.stringify(json)) as unknown; // a list with a hole is not JSON
  });

test('a spoiled event is refused with a place, or is another event that reads as it is written', () => {
  let refused = 0;
  fc.assert(
    fc.property(spoiled, (json) => {
      const read = readEvent(json);
      if (read.ok) assert.deepEqual(decodeEvent(encodeEvent(read.value)), read);
      else {
        refused++;
        assert.ok(read.error.length > 0 && read.error.every(({ path }) => path.startsWith('$')));
      }
    }),
    { numRuns: 3000, seed: 3 },
  );
  assert.ok(refused > 1500, `only ${refused} were refused`);
});

test('a device may send the kinds of a diary and nothing else', () => {
  const may: readonly EventKind[] = DIARY_KINDS;
  for (const [kind, arbitrary] of Object.entries(EVENT_ARBITRARIES)) {
    const [event] = fc.sample(arbitrary, { numRuns: 1, seed: 4 });
    assert.equal(event && readDiaryEvent(eventToJson(event)).ok, may.includes(kind as EventKind), kind);
  }
});

const clock = { instant: 1_774_800_000_000, offsetMinutes: 120 };
const day = { kind: 'day-kept', version: 1, date: '2026-03-29', scores: {}, note: '', how: [], clock };
const dose = { kind: 'dose-recorded', version: 1, date: '2026-03-29', status: 'taken', dose: '1.5 mg', clock };
const effect = { kind: 'side-effect-reported', version: 1, name: 'vivid dreams', grade: 2, date: '2026-03-29', clock };
const refusals: readonly [value: unknown, path: string, code: string, why: string][] = [
  [[], '$', 'json-wrong-kind', 'a list is no event'],
  [{ ...day, kind: 'day-lost' }, '$.kind', 'json-not-one-of', 'an unknown kind is never skipped'],
  [{ ...day, version: 2 }, '$.version', 'json-number-out-of-range', 'nor is a version from the future'],
  [{ ...day, version: '1' }, '$.version', 'json-wrong-kind', 'a number is not text'],
  [{ ...day, mood: 3 }, '$', 'json-key-unknown', 'what nobody would read is not taken'],
  [{ ...day, date: '2026-02-30' }, '$.date', 'json-date-refused', 'a day the calendar lacks'],
  [{ ...day, scores: { pain: 11 } }, '$.scores.pain', 'json-number-out-of-range', 'off the scale'],
  [{ ...day, scores: { pain: 4.5 } }, '$.scores.pain', 'json-wrong-kind', 'between two marks'],
  [{ ...day, scores: { Pain: 4 } }, '$.scores.Pain', 'text-not-in-form', 'outcome ids are kebab-case'],
  [{ ...day, scores: { pain: 'bad' } }, '$.scores.pain', 'json-not-one-of', 'a word nobody agreed on'],
  [{ ...day, note: 'x'.repeat(2001) }, '$.note', 'text-too-long', 'a note is not a book'],
  [{ ...day, note: 'a\u0000b' }, '$.note', 'text-unseen-characters', 'a null byte'],
  [{ ...day, note: 'a\u202eb' }, '$.note', 'text-unseen-characters', 'text turned around'],
  [{ ...day, note: '\ud800' }, '$.note', 'text-unseen-characters', 'half a character has no canonical form'],
  [{ ...day, how: Array(4).fill('proxy') }, '$.how', 'json-list-too-long', 'there are three words'],
  [
    { ...day, clock: { ...clock, offsetMinutes: 841 } },
    '$.clock.offsetMinutes',
    'json-number-out-of-range',
    'UTC+14 at most',
  ],
  [{ ...dose, dose: 1500 }, '$.dose', 'json-wrong-kind', 'a bare number is no dose'],
  [{ ...dose, dose: '1,5 mg' }, '$.dose', 'json-dose-refused', 'a comma is read two ways'],
  [{ ...dose, dose: '60 mg' }, '$.dose', 'json-dose-refused', 'above every tablet'],
  [{ ...effect, grade: 4 }, '$.grade', 'json-number-out-of-range', 'three grades'],
  [{ ...effect, name: 'vivid\ndreams' }, '$.name', 'text-unseen-characters', 'one line'],
  [{ ...effect, name: ' ' }, '$.name', 'text-empty', 'nothing to see'],
];
for (const [value, path, code, why] of refusals)
  test(`refused at ${path}: ${why}`, () => {
    const read = readDiaryEvent(value);
    assert.ok(!read.ok);
    assert.deepEqual(
      read.error.map((fault) => [fault.path, fault.code]),
      [[path, code]],
    );
  });

test('a minus before a nought is read as nought, which is how it would be written', () => {
  const read = readDiaryEvent({ ...day, scores: { pain: -0 } });
  assert.ok(read.ok && read.value.kind === 'day-kept');
  assert.deepEqual(read.value.scores, { pain: { kind: 'value', value: 0 } });
});

test('scores: twenty outcomes a day are read, twenty-one are refused', () => {
  const scores = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`item-${i}`, 3]));
  assert.ok(readDiaryEvent({ ...day, scores: scores(20) }).ok);
  assert.ok(!readDiaryEvent({ ...day, scores: scores(21) }).ok);
});

test('a correction holds an entry, not another correction and nothing of the clinic', () => {
  const correction = { kind: 'entry-corrected', version: 1, entry: '00000000-0000-7000-8000-000000000001', clock };
  const of = (replacement: unknown) => readDiaryEvent({ ...correction, reason: '', replacement });
  assert.ok(of(day).ok);
  assert.ok(!of({ ...correction, reason: '', replacement: day }).ok);
  assert.ok(!of({ kind: 'case-closed', version: 1, reason: '' }).ok);
  const deep = of({ ...day, scores: { pain: 11 } });
  assert.deepEqual(!deep.ok && deep.error.map(({ path }) => path), ['$.replacement.scores.pain']);
});

test('a key that stands twice is refused, as in every file', () => {
  const text = JSON.stringify({ kind: 'case-closed', version: 1, reason: 'a' }).replace('}', ',"reason":"b"}');
  const read = decodeEvent(text);
  assert.deepEqual(!read.ok && read.error[0]?.code, 'json-key-twice');
});

test('a plan in an event is checked like a plan file', () => {
  const [event] = fc.sample(EVENT_ARBITRARIES['plan-drafted'], { numRuns: 1, seed: 5 });
  const json = JSON.parse(JSON.stringify(event && eventToJson(event)));
  json.content.ceiling = '45 mg';
  const read = readEvent(json);
  assert.ok(
    !read.ok && read.error.some(({ path, code }) => path === '$.content.ceiling' && code === 'ceiling-refused'),
  );
});
