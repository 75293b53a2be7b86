import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, opening, recorded } from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import type { LocalDate } from '../base/calendar.ts';
import { canonicalJson } from '../base/canonical.ts';
import { NO_DOSE } from '../medicine/dose.ts';
import { foldEvents } from './course.ts';
import type { CorrectableEvent, DiaryEvent } from './event.ts';
import { DAYS_AT_HAND, needsWholeDiary, settle, settleThrough } from './settled.ts';

const FIRST = day('2026-01-01');
const clockAt = (date: number) => ({ instant: date * 86_400_000 + 3_600_000, offsetMinutes: 0 });
const dated = (n: number): LocalDate => (FIRST + n) as LocalDate;

const kept = (n: number, value: number): CorrectableEvent => ({
  kind: 'day-kept',
  version: 1,
  date: dated(n),
  scores: { pain: { kind: 'value', value } },
  note: '',
  how: [],
  clock: clockAt(dated(n)),
});
const notTaken = (n: number): CorrectableEvent => ({
  kind: 'dose-recorded',
  version: 1,
  date: dated(n),
  status: 'not-taken',
  dose: NO_DOSE,
  clock: clockAt(dated(n)),
});
const sideEffect = (n: number, grade: 0 | 1 | 2 | 3): CorrectableEvent => ({
  kind: 'side-effect-reported',
  version: 1,
  name: 'nausea',
  grade,
  date: dated(n),
  clock: clockAt(dated(n)),
});

const value = fc.integer({ min: 0, max: 10 });
const dayNumber = fc.integer({ min: 0, max: 200 });
const entry: fc.Arbitrary<CorrectableEvent> = fc.oneof(
  fc.tuple(dayNumber, value).map(([n, score]) => kept(n, score)),
  dayNumber.map(notTaken),
  fc.tuple(dayNumber, fc.constantFrom(0, 1, 2, 3)).map(([n, grade]) => sideEffect(n, grade)),
);
/** Entries of 200 days in any order, some repeated under their id, some corrected. */
const coming: fc.Arbitrary<readonly { id: number; event: DiaryEvent }[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ id: fc.integer({ min: 200, max: 400 }), event: entry }) },
    {
      weight: 1,
      arbitrary: fc
        .record({ id: fc.integer({ min: 500, max: 520 }), of: fc.integer({ min: 200, max: 400 }), by: value })
        .map(({ id, of, by }): { id: number; event: DiaryEvent } => ({
          id,
          event: {
            kind: 'entry-corrected',
            version: 1,
            entry: idOf<'event'>(of),
            replacement: kept(of % 200, by),
            reason: 'slip',
            clock: clockAt(dated(150 + by)),
          },
        })),
    },
  ),
  { minLength: 40, maxLength: 120 },
);

test('a settled state that takes an entry agrees with the whole one in everything but what it has left out', () => {
  let settledOnes = 0;
  let sentBack = 0;
  fc.assert(
    fc.property(coming, (events) => {
      const start = foldEvents(undefined, [recorded(1, opening)]);
      let whole = start;
      let near = start;
      for (const [i, { id, event }] of events.entries()) {
        const next = recorded(id, event);
        const known = whole.entries[next.id] !== undefined || whole.corrections[next.id] !== undefined;
        whole = foldEvents(whole, [next]);
        // What the server does: an entry known by its id, or one that needs old days, is taken on the whole.
        if (known || needsWholeDiary(near, [next])) {
          sentBack += near.settledThrough === undefined ? 0 : 1;
          near = whole;
        } else near = foldEvents(near, [next]);
        const { settledThrough } = near;
        const same = settledThrough === undefined ? whole : settleThrough(whole, settledThrough);
        assert.equal(canonicalJson(near), canonicalJson(same));
        if (i % 4 === 0) near = settle(near);
        settledOnes += near.settledThrough === undefined ? 0 : 1;
      }
    }),
    { seed: 20_261_122, numRuns: 120 },
  );
  assert.ok(settledOnes > 1000 && sentBack > 300, `${settledOnes} settled, ${sentBack} sent back`);
});

test('entries of the last sixty days stay at hand, and older ones that are not scores or doses', () => {
  const events = [kept(0, 3), sideEffect(0, 2), kept(100, 4), kept(100 - DAYS_AT_HAND, 5), kept(101 - DAYS_AT_HAND, 6)];
  const state = foldEvents(
    foldEvents(undefined, [recorded(1, opening)]),
    events.map((event, i) => recorded(300 + i, event)),
  );
  const left = Object.values(settle(state).entries).map(({ event }) => [event.kind, event.date - FIRST]);
  assert.deepEqual(left.sort(), [
    ['day-kept', 100],
    ['day-kept', 101 - DAYS_AT_HAND],
    ['side-effect-reported', 0],
  ]);
  assert.equal(Object.keys(settle(state).days).length, 4);
});

test('a settled state refuses what it cannot judge instead of judging it wrongly', () => {
  const events = [kept(0, 3), kept(100, 4)].map((event, i) => recorded(300 + i, event));
  const state = settle(foldEvents(foldEvents(undefined, [recorded(1, opening)]), events));
  const late = recorded(310, kept(1, 9));
  assert.throws(() => foldEvents(state, [late]), RangeError);
});
