import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatDose,
  micrograms,
  parseDose,
  parseDoseInUnit,
  parseDoseWithSeparator,
  READABLE_MAXIMUM,
} from './dose.ts';

const readable = fc.integer({ min: 0, max: READABLE_MAXIMUM }).map(micrograms);
const doseLike = fc.string({ unit: fc.constantFrom(...'0123459.,µumgclL -/\u00a0'), maxLength: 14 });

test('every dose survives being written and read', () => {
  for (let dose = 0; dose <= READABLE_MAXIMUM; dose++)
    assert.deepEqual(parseDose(formatDose(micrograms(dose))), { ok: true, value: dose });
});

test('no dose is written with a naked decimal, a trailing zero or a comma (ISMP error-prone dose designations)', () => {
  fc.assert(
    fc.property(readable, (dose) => assert.match(formatDose(dose), /^(0|[1-9]\d*)(\.\d?[1-9])? (mg|ug)$/)),
    { seed: 20240501, numRuns: 2000 },
  );
});

test('no text makes the reader throw, and what is read lies within what can be read', () => {
  fc.assert(
    fc.property(fc.oneof(doseLike, fc.string({ unit: 'binary' })), (text) => {
      for (const read of [
        parseDose(text),
        parseDoseWithSeparator(text, ','),
        parseDoseWithSeparator(text, '.'),
        parseDoseInUnit(text, 'mg', ','),
      ])
        if (read.ok) assert.ok(Number.isSafeInteger(read.value) && read.value >= 0 && read.value <= READABLE_MAXIMUM);
    }),
    { seed: 1, numRuns: 40_000 },
  );
});

test('no text with a comma is ever read where the separator is not established', () => {
  fc.assert(
    fc.property(doseLike, doseLike, (left, right) => assert.equal(parseDose(`${left},${right}`).ok, false)),
    { seed: 2, numRuns: 10_000 },
  );
});

const read: readonly [text: string, ug: number, why: string][] = [
  ['4.5 mg', 4500, 'plain'],
  ['3.0 mg', 3000, 'a trailing zero has one reading; it is only never written'],
  ['4.5mg', 4500, 'no space'],
  [' 4.5 MG ', 4500, 'capitals and white space'],
  ['4.5\u00a0mg', 4500, 'a space that does not break, from a word processor'],
  ['0.125 mg', 125, 'three decimals after 0 can be no thousands'],
  ['500 ug', 500, 'micrograms'],
  ['500 mcg', 500, 'micrograms as pharmacies write them'],
  ['500 \u00b5g', 500, 'the micro sign'],
  ['500 \u03bcg', 500, 'the Greek letter'],
  ['50 mg', 50_000, 'a tablet of the other therapy can be read; whether it may be planned is asked elsewhere'],
  ['0 mg', 0, 'no dose'],
];
for (const [text, ug, why] of read)
  test(`${text} is read: ${why}`, () => assert.deepEqual(parseDose(text), { ok: true, value: ug }));

const refused: readonly [text: string, code: string, why: string][] = [
  ['4.5', 'dose-unit-missing', 'mg or mL?'],
  ['45', 'dose-unit-missing', 'and 4.5 or 45?'],
  ['4,5', 'dose-separator-ambiguous', 'a comma where nobody said what commas mean'],
  ['4,5 mg', 'dose-separator-ambiguous', 'the same with a unit'],
  ['1,500 mg', 'dose-separator-ambiguous', '1.5 mg in Berlin, 1500 mg in Boston'],
  ['1.500 mg', 'dose-separator-ambiguous', '1500 mg in Berlin, 1.5 mg in Boston'],
  ['4.5 mL', 'dose-is-a-volume', 'a volume is a dose only with a concentration'],
  ['4.5 mg/mL', 'dose-is-a-concentration', 'how strong, not how much'],
  ['4.5 mg / ml', 'dose-is-a-concentration', 'the same with spaces'],
  ['.5 mg', 'dose-naked-decimal', 'ISMP: read as 5 mg'],
  ['05 mg', 'dose-leading-zero', '0.5 mg with its point lost?'],
  ['5. mg', 'dose-unreadable', 'a point and nothing after it'],
  ['450 mg', 'dose-too-large', 'no compounded naltrexone is 450 mg'],
  ['50.001 mg', 'dose-separator-ambiguous', 'three decimals'],
  ['50.01 mg', 'dose-too-large', 'just above the largest'],
  ['50001 ug', 'dose-too-large', 'just above the largest, in micrograms'],
  ['0.5 ug', 'dose-unreadable', 'nobody compounds half a microgram'],
  ['-1.5 mg', 'dose-unreadable', 'a sign'],
  ['1.5-3 mg', 'dose-unreadable', 'a range'],
  ['1e1 mg', 'dose-unreadable', 'a power'],
  ['4\u00b75 mg', 'dose-unreadable', 'a raised point'],
  ['1 500 ug', 'dose-unreadable', 'a space for thousands'],
  ['0.0045 g', 'dose-unreadable', 'grams'],
  ['4.5 mg\u0000', 'dose-unreadable', 'a character nobody sees'],
  ['\u0664.\u0665 mg', 'dose-unreadable', 'digits of another script'],
  ['', 'dose-unreadable', 'nothing'],
  ['mg', 'dose-unreadable', 'a unit and nothing'],
];
for (const [text, code, why] of refused)
  test(`${JSON.stringify(text)} is refused: ${why}`, () => {
    const answer = parseDose(text);
    assert.equal(answer.ok ? 'read' : answer.error.code, code);
  });

test('in a file of decimal commas a comma is read and a point is refused, and the other way round', () => {
  assert.deepEqual(parseDoseWithSeparator('4,5 mg', ','), { ok: true, value: 4500 });
  assert.deepEqual(parseDoseWithSeparator('1,125 mg', ','), { ok: true, value: 1125 });
  for (const [text, separator] of [
    ['4.5 mg', ','],
    ['4,5 mg', '.'],
  ] as const) {
    const answer = parseDoseWithSeparator(text, separator);
    assert.equal(answer.ok ? 'read' : answer.error.code, 'dose-separator-ambiguous');
  }
});

test('a cell takes the unit of its column, repeats it, or is refused', () => {
  assert.deepEqual(parseDoseInUnit('4.5', 'mg', '.'), { ok: true, value: 4500 });
  assert.deepEqual(parseDoseInUnit('4,5 mg', 'mg', ','), { ok: true, value: 4500 });
  assert.deepEqual(parseDoseInUnit('1500', 'ug', '.'), { ok: true, value: 1500 });
  for (const [cell, code] of [
    ['4500 ug', 'dose-unit-conflict'],
    ['4.5 mL', 'dose-is-a-volume'],
    ['.5', 'dose-naked-decimal'],
  ]) {
    const answer = parseDoseInUnit(cell ?? '', 'mg', '.');
    assert.equal(answer.ok ? 'read' : answer.error.code, code);
  }
});

test('micrograms that are not whole, or negative, are a bug', () => {
  for (const n of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => micrograms(n), RangeError);
});
