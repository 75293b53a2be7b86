import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkDate,
  civilParts,
  dayOfWeek,
  formatLocalDate,
  isWeekend,
  type LocalDate,
  localDate,
  parseLocalDate,
} from './calendar.ts';

/** Written by Python's datetime: test/golden/calendar/SOURCE.md. */
const golden: {
  readonly days: readonly [iso: string, day: number, weekday: number][];
  readonly notDays: readonly [year: number, month: number, day: number][];
} = JSON.parse(readFileSync(new URL('../../test/golden/calendar/calendar.json', import.meta.url), 'utf8'));

test('days are counted, written, read and named as Python counts them, from year 1 to 9999', () => {
  for (const [iso, day, weekday] of golden.days) {
    assert.deepEqual(parseLocalDate(iso), { ok: true, value: day });
    assert.equal(formatLocalDate(day as LocalDate), iso);
    assert.equal(dayOfWeek(day as LocalDate), weekday, iso);
    assert.equal(isWeekend(day as LocalDate), weekday >= 5, iso);
  }
});

test('a day the calendar does not have is refused, never rolled over', () => {
  assert.ok(golden.notDays.some(([year, month, day]) => year === 1900 && month === 2 && day === 29));
  for (const [year, month, day] of golden.notDays) {
    const text = `${year}-${month}-${day}`;
    assert.deepEqual(checkDate(year, month, day, text), { ok: false, error: { code: 'date-not-in-calendar', text } });
  }
});

test('1970-01-01 is day 0, and 2000-03-01 is day 11017 (Hinnant, chrono-compatible low-level date algorithms)', () => {
  assert.equal(localDate(1970, 1, 1), 0);
  assert.equal(localDate(2000, 3, 1), 11_017);
});

test('every day of 20,000 years is its own parts, and the next day is one later', () => {
  const day = fc.integer({ min: -3_652_059, max: 3_652_059 });
  fc.assert(
    fc.property(day, (n) => {
      const { year, month, day: d } = civilParts(n as LocalDate);
      assert.equal(localDate(year, month, d), n);
      const next = civilParts((n + 1) as LocalDate);
      const sameMonth = next.month === month && next.day === d + 1;
      assert.ok(sameMonth || (next.day === 1 && d >= 28));
    }),
    { seed: 20240501, numRuns: 3000 },
  );
});

test('only the ISO form is read', () => {
  for (const text of [
    '',
    '2026-3-29',
    '29.03.2026',
    '03/29/2026',
    '2026-03-29T10:00',
    '20260329',
    '-026-03-29',
    '２０２６-03-29',
  ])
    assert.deepEqual(parseLocalDate(text), { ok: false, error: { code: 'date-unreadable', text } });
});

test('no text makes the reader throw', () => {
  const unit = fc.constantFrom(...'0123456789-/. T:Z\u0660\u2212');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), (text) => void parseLocalDate(text)),
    {
      seed: 2,
      numRuns: 5000,
    },
  );
});
