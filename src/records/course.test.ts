import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cosigned,
  day,
  HIGH,
  ledgerOf,
  moved,
  opening,
  planEnded,
  recorded,
  screened,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { anyEvent, idOf } from '../../test/records/event-arbitrary.ts';
import { canonicalJson } from '../base/canonical.ts';
import { micrograms } from '../medicine/dose.ts';
import { STOP_RULES } from '../medicine/titration.ts';
import type { CaseState } from './case-state.ts';
import { foldEvents } from './course.ts';
import type { CaseEvent, CorrectableEvent, DiaryEvent, Recorded } from './event.ts';

const FIRST = day('2026-03-25');
/** Few names, days, clocks and ids, so that entries meet, agree, disagree and correct each other. */
const few = {
  id: fc.integer({ min: 101, max: 112 }).map((n) => idOf<'event'>(n)),
  date: fc.integer({ min: 0, max: 3 }).map((n) => day(`2026-03-2${5 + n}`)),
  clock: fc.integer({ min: 0, max: 5 }).map((n) => ({ instant: (FIRST + n) * 86_400_000, offsetMinutes: 0 })),
  dose: fc.constantFrom(1500, 3000).map(micrograms),
  score: fc.constantFrom(
    { kind: 'value', value: 0 } as const,
    { kind: 'value', value: 7 } as const,
    { kind: 'too-ill' } as const,
    { kind: 'not-asked' } as const,
  ),
};
const plain = { noNullPrototype: true } as const;
const scores = fc.record({ pain: few.score, sleep: few.score }, { requiredKeys: [], ...plain });
const how = fc.subarray(['proxy', 'back-filled', 'same-as-yesterday'] as const);
const statuses = fc.constantFrom('taken', 'less', 'not-taken');

const entry: fc.Arbitrary<CorrectableEvent> = fc.oneof(
  of('day-kept', { date: few.date, scores, note: fc.constantFrom('', 'rain', 'snow'), how, clock: few.clock }),
  of('dose-recorded', { date: few.date, status: statuses, dose: few.dose, clock: few.clock }),
  of('unplanned-dose-reported', { date: few.date, dose: few.dose, note: fc.constant(''), clock: few.clock }),
  of('side-effect-reported', {
    name: fc.constantFrom('nausea', 'dreams'),
    grade: fc.constantFrom(0, 1, 2, 3),
    date: few.date,
    clock: few.clock,
  }),
  of('red-flag-reported', {
    rule: fc.constantFrom(...STOP_RULES),
    date: few.date,
    note: fc.constant(''),
    clock: few.clock,
  }),
  of('change-reported', {
    what: fc.constantFrom('new-medicine', 'nothing-new'),
    text: fc.constant('ibuprofen'),
    date: few.date,
    clock: few.clock,
  }),
);
const correction = fc.record(
  {
    kind: fc.constant('entry-corrected' as const),
    version: fc.constant(1 as const),
    entry: few.id,
    replacement: entry,
    reason: fc.constant(''),
    clock: few.clock,
  },
  { requiredKeys: ['kind', 'version', 'entry', 'reason', 'clock'], ...plain },
) as fc.Arbitrary<DiaryEvent>;

function of(kind: CorrectableEvent['kind'], fields: Record<string, fc.Arbitrary<unknown>>) {
  const model = { kind: fc.constant(kind), version: fc.constant(1 as const), ...fields };
  return fc.record(model, plain) as unknown as fc.Arbitrary<CorrectableEvent>;
}

/** Each id once, each with its own entry, as a ledger holds them. */
const diary = fc
  .uniqueArray(fc.record({ id: few.id, event: fc.oneof({ weight: 3, arbitrary: entry }, correction) }, plain), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  .map((list) => list.map(({ id, event }, i): Recorded => ({ ...recorded(200 + i, event), id })));

const flags = fc.uniqueArray(few.id, { maxLength: 3 });
const clinicEvents: fc.Arbitrary<readonly CaseEvent[]> = fc.record({ flags, reports: flags }).map((seen) => [
  signedPlan('2026-03-25'),
  {
    kind: 'red-flag-cleared',
    version: 1,
    rule: 'jaundice',
    flags: seen.flags,
    on: FIRST,
    reason: '',
    decidedBy: idOf(1),
  },
  screened('2026-03-26', seen.reports),
  moved('2026-03-26', 0),
  planEnded('2026-04-20'),
]);

const bytesOf = (events: readonly Recorded[]): string => canonicalJson(foldEvents(undefined, events));

/** The two lists woven into one: the clinic's in their order, the diary's wherever they fall. */
function woven(
  clinic: readonly Recorded[],
  entries: readonly Recorded[],
  cuts: readonly number[],
): readonly Recorded[] {
  const all: Recorded[] = [...clinic];
  for (const [i, one] of entries.entries()) all.splice(1 + ((cuts[i] ?? 0) % all.length), 0, one);
  return all;
}

test('diary entries in any order, repeated, among the clinic’s events: the same state to the byte (H10)', () => {
  let corrected = 0;
  fc.assert(
    fc.property(
      diary,
      clinicEvents,
      fc.infiniteStream(fc.nat()),
      fc.infiniteStream(fc.nat()),
      (entries, events, a, b) => {
        const clinic = ledgerOf(events);
        const expected = bytesOf([...clinic, ...entries]);
        const order = entries.map((each) => ({ each, at: a.next().value })).sort((x, y) => x.at - y.at);
        const mixed = order.flatMap(({ each, at }) => (at % 3 === 0 ? [each, each] : [each]));
        const cuts = mixed.map(() => b.next().value as number);
        assert.equal(bytesOf(woven(clinic, mixed, cuts)), expected);
        if (Object.values(foldEvents(undefined, [...clinic, ...entries]).entries).some((e) => e.correctedBy))
          corrected++;
      },
    ),
    { numRuns: 1000, seed: 10 },
  );
  assert.ok(corrected > 300, `only ${corrected} diaries held a correction that counts`);
});

test('events one by one, all at once, or from a snapshot at any place: the same state to the byte', () => {
  const clinicEvent = anyEvent.filter(({ kind }) => kind !== 'case-opened');
  fc.assert(
    fc.property(
      diary,
      fc.array(clinicEvent, { maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      (entries, others, cuts) => {
        const wild = others.map((event, i) => recorded(300 + i, event));
        const clinic = [...ledgerOf([signedPlan('2026-03-25'), screened('2026-03-26')]), ...wild];
        const all = woven(
          clinic,
          entries,
          entries.map(() => cuts.next().value as number),
        );
        const expected = bytesOf(all);
        let one: CaseState | undefined;
        for (const event of all) one = foldEvents(one, [event]);
        assert.equal(canonicalJson(one), expected);
        const cut = 1 + (cuts.next().value % all.length);
        const snapshot: CaseState = JSON.parse(canonicalJson(foldEvents(undefined, all.slice(0, cut))));
        assert.equal(canonicalJson(foldEvents(snapshot, all.slice(cut))), expected);
      },
    ),
    { numRuns: 500, seed: 11 },
  );
});

test('the fold changes nothing it is given', () => {
  const before = foldEvents(undefined, ledgerOf([signedPlan('2026-03-25', { content: HIGH }), cosigned('2026-03-25')]));
  const kept = canonicalJson(before);
  fc.assert(
    fc.property(fc.array(anyEvent.filter(({ kind }) => kind !== 'case-opened')), (events) => {
      foldEvents(
        before,
        events.map((event, i) => recorded(50 + i, event)),
      );
      assert.equal(canonicalJson(before), kept);
    }),
    { numRuns: 200, seed: 12 },
  );
});

test('a case begins with its opening, and has one only', () => {
  assert.throws(() => foldEvents(undefined, []), RangeError);
  assert.throws(() => foldEvents(undefined, [recorded(1, signedPlan('2026-03-25'))]), RangeError);
  assert.throws(() => foldEvents(undefined, [recorded(1, opening), recorded(2, opening)]), RangeError);
});
