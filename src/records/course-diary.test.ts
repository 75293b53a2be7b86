import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, dayKept, dose, doseRecorded, evening, opening, recorded } from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import type { EventId } from '../base/ids.ts';
import { foldEvents, slotOn } from './course.ts';
import type { CorrectableEvent, DeviceClock, EventOf, Recorded } from './event.ts';

const DAY = day('2026-03-15');
const id = (n: number): EventId => idOf<'event'>(n);
const clock = (hour: number): DeviceClock => ({ instant: DAY * 86_400_000 + hour * 3_600_000, offsetMinutes: 0 });
const stateOf = (events: readonly Recorded[]) => foldEvents(undefined, [recorded(1, opening), ...events]);

function corrected(
  n: number,
  target: number,
  hour: number,
  replacement?: CorrectableEvent,
): Recorded<EventOf<'entry-corrected'>> {
  const said = { entry: id(target), reason: '', clock: clock(hour), ...(replacement ? { replacement } : {}) };
  return recorded(n, { kind: 'entry-corrected', version: 1, ...said });
}

const taken = (text: string) => doseRecorded('2026-03-15', text);
const shown = (events: readonly Recorded[]) => slotOn(stateOf(events), DAY)?.dose;

test('a later entry of the day replaces item by item; "not asked" and an empty note take nothing back', () => {
  const first = { ...dayKept('2026-03-15', { pain: 3, sleep: 5 }, clock(9)), note: 'rain', how: ['proxy'] as const };
  const second: EventOf<'day-kept'> = {
    ...dayKept('2026-03-15', { fatigue: 7 }, clock(20)),
    scores: { sleep: { kind: 'too-ill' }, pain: { kind: 'not-asked' }, fatigue: { kind: 'value', value: 7 } },
  };
  const kept = stateOf([recorded(8, second), recorded(9, first)]).days['2026-03-15'];
  assert.deepEqual(kept, {
    scores: {
      pain: { kind: 'value', value: 3 },
      sleep: { kind: 'too-ill' },
      fatigue: { kind: 'value', value: 7 },
    },
    note: 'rain',
    how: ['proxy'],
    entries: [id(8), id(9)],
  });
});

test('of two entries with the same clock the greater id counts, on every device', () => {
  const a = recorded(7, dayKept('2026-03-15', { pain: 1 }, clock(9)));
  const b = recorded(8, dayKept('2026-03-15', { pain: 2 }, clock(9)));
  for (const order of [
    [a, b],
    [b, a],
  ])
    assert.deepEqual(stateOf(order).days['2026-03-15']?.scores, { pain: { kind: 'value', value: 2 } });
});

test('a correction counts as the entry it is about; the latest of several counts; without replacement it withdraws', () => {
  const entry = recorded(2, taken('1.5 mg'));
  const to3 = corrected(3, 2, 21, taken('3 mg'));
  const gone = corrected(4, 2, 22);
  assert.equal(shown([entry, to3]), dose('3 mg'));
  assert.equal(shown([entry, to3, gone]), undefined);
  assert.equal(shown([entry, corrected(5, 2, 20), to3]), dose('3 mg'));
});

test('a correction that comes before its entry waits for it', () => {
  const state = stateOf([corrected(3, 2, 21, taken('3 mg'))]);
  assert.deepEqual(state.slots, {});
  assert.equal(slotOn(foldEvents(state, [recorded(2, taken('1.5 mg'))]), DAY)?.dose, dose('3 mg'));
});

test('a correction of a correction speaks of the entry that one was about', () => {
  const entry = recorded(2, taken('1.5 mg'));
  const chain = [
    entry,
    corrected(3, 2, 21, taken('3 mg')),
    corrected(4, 3, 22, taken('4.5 mg')),
    corrected(5, 4, 23, taken('1 mg')),
  ];
  assert.equal(shown(chain), dose('1 mg'));
  assert.equal(shown(chain.toReversed()), dose('1 mg'));
});

test('corrections that go round in a circle correct nothing', () => {
  const entry = recorded(2, taken('1.5 mg'));
  assert.equal(shown([entry, corrected(3, 4, 21, taken('3 mg')), corrected(4, 3, 22)]), dose('1.5 mg'));
});

test('a correction to another day leaves the first one empty', () => {
  const state = stateOf([recorded(2, taken('1.5 mg')), corrected(3, 2, 21, doseRecorded('2026-03-14', '1.5 mg'))]);
  assert.deepEqual(Object.keys(state.slots), ['2026-03-14']);
});

test('an unplanned dose beside the plan’s is a conflict, never one dose of both', () => {
  const unplanned = { kind: 'unplanned-dose-reported', version: 1, date: DAY, note: '' } as const;
  const extra = { ...unplanned, dose: dose('1.5 mg'), clock: evening(DAY) };
  const slot = slotOn(stateOf([recorded(2, taken('1.5 mg')), recorded(3, extra)]), DAY);
  assert.deepEqual([slot?.status, slot?.dose, slot?.conflict], ['unplanned', dose('1.5 mg'), true]);
});
