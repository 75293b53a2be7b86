import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, opening, recorded } from '../../test/records/case-maker.ts';
import { canonicalJson } from '../base/canonical.ts';
import { micrograms } from '../medicine/dose.ts';
import { foldEvents } from './course.ts';
import type { CorrectableEvent } from './event.ts';
import { stateFromText, stateToText } from './state-text.ts';

const date = fc.integer({ min: 0, max: 9 }).map((n) => day(`2026-03-0${n === 0 ? 1 : n}`));
const clock = fc.integer({ min: 0, max: 1_000 }).map((n) => ({ instant: 1_772_000_000_000 + n, offsetMinutes: 60 }));
const score = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map((value) => ({ kind: 'value' as const, value })),
  fc.constantFrom({ kind: 'skipped' as const }, { kind: 'too-ill' as const }),
);
const kept = fc.record({
  kind: fc.constant('day-kept' as const),
  version: fc.constant(1 as const),
  date,
  scores: fc.record({ pain: score, 'brain-fog': score }, { requiredKeys: [], noNullPrototype: true }),
  note: fc.constantFrom('', 'rain', 'a "quoted" word'),
  how: fc.subarray(['proxy', 'back-filled', 'same-as-yesterday'] as const),
  clock,
});
const taken = fc.record({
  kind: fc.constant('dose-recorded' as const),
  version: fc.constant(1 as const),
  date,
  status: fc.constantFrom('taken' as const, 'less' as const, 'not-taken' as const),
  dose: fc.constantFrom(0, 1500, 3000).map(micrograms),
  clock,
});

test('every state comes back from its text, days with and without notes, slots with and without conflict', () => {
  let conflicts = 0;
  const entries: fc.Arbitrary<readonly CorrectableEvent[]> = fc.array(fc.oneof(kept, taken), { maxLength: 30 });
  fc.assert(
    fc.property(entries, (events) => {
      const start = foldEvents(undefined, [recorded(1, opening)]);
      const state = foldEvents(
        start,
        events.map((event, i) => recorded(i + 2, event)),
      );
      conflicts += Object.values(state.slots).filter(({ conflict }) => conflict).length;
      assert.equal(canonicalJson(stateFromText(stateToText(state))), canonicalJson(state));
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
  assert.ok(conflicts > 50, `${conflicts} conflicts`);
});
