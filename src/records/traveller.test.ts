import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CASE,
  CLINIC,
  doseRecorded,
  ledgerOf,
  moved,
  PATIENT,
  screeningOf,
  signedPlan,
} from '../../test/records/case-maker.ts';
import { idOf } from '../../test/records/event-arbitrary.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../base/calendar.ts';
import type { CaseState } from './case-state.ts';
import { courseOn, foldEvents, isOfItsDay, leastGapHours, planOn } from './course.ts';
import type { DeviceClock, Recorded } from './event.ts';

const HOUR = 3_600_000;

/** What a phone shows in a zone at an instant. Source: the IANA rules this Node carries. */
function shown(zone: string, instant: number): { readonly date: string; readonly clock: DeviceClock } {
  const parts = new Intl.DateTimeFormat('en-CA-u-ca-gregory', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const civil = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  const offsetMinutes = Math.round((civil - instant) / 60_000);
  return { date: new Date(civil).toISOString().slice(0, 10), clock: { instant, offsetMinutes, zone } };
}

/** The first instant at or after `from` at which the zone's clocks show the hour. */
function nextAt(zone: string, hour: number, from: number): number {
  for (let instant = Math.ceil(from / (HOUR / 4)) * (HOUR / 4); ; instant += HOUR / 4) {
    const { clock } = shown(zone, instant);
    if ((((instant / HOUR + clock.offsetMinutes / 60) % 24) + 24) % 24 === hour) return instant;
  }
}

function dateOf(text: string): LocalDate {
  const date = parseLocalDate(text);
  assert.ok(date.ok);
  return date.value;
}

/** Takes the dose when the phone shows 21:00, or later the same day if 18 hours have not passed since the last (H9). */
function travel(legs: Legs, start: string): readonly Recorded[] {
  const plan = signedPlan(start, { startAt: 0, validTo: (dateOf(start) + 120) as LocalDate });
  const events: Recorded[] = [...ledgerOf([plan])];
  const midnight = Date.parse(`${start}T00:00:00Z`);
  let last = midnight - shown(legs[0]?.[0] ?? 'UTC', midnight).clock.offsetMinutes * 60_000 - 15 * HOUR;
  for (const [zone, nights] of legs)
    for (let night = 0; night < nights; night++) {
      const evening = nextAt(zone, 21, last + 15 * HOUR);
      const instant = Math.max(evening, last + 18 * HOUR);
      const { date, clock } = shown(zone, instant);
      const seq = events.length + 1;
      const event = doseRecorded(date, '1.5 mg', 'taken', clock);
      events.push({ clinic: CLINIC, case: CASE, seq, id: idOf(seq), at: instant, by: PATIENT, event });
      last = instant;
    }
  return events;
}

const slots = (state: CaseState): readonly string[] => Object.keys(state.slots).sort();
const dosesOf = (events: readonly Recorded[]) =>
  events.flatMap(({ event }) => (event.kind === 'dose-recorded' ? [event] : []));

type Legs = readonly (readonly [zone: string, nights: number])[];
/** Berlin's clocks go forward on 29 March 2026. */
const SPRING: Legs = [
  ...([
    ['Europe/Berlin', 8],
    ['Atlantic/Reykjavik', 4],
    ['America/St_Johns', 6],
    ['America/New_York', 8],
  ] as const),
  ...([
    ['America/Los_Angeles', 14],
    ['Europe/Lisbon', 6],
    ['Asia/Kolkata', 7],
    ['Asia/Tokyo', 7],
  ] as const),
];
/** Berlin's go back on 25 October 2026, New York's on 1 November. */
const AUTUMN: Legs = [
  ...([
    ['Asia/Tokyo', 6],
    ['Asia/Kathmandu', 6],
    ['Europe/Berlin', 6],
    ['Europe/Lisbon', 2],
  ] as const),
  ...([
    ['America/New_York', 12],
    ['America/Denver', 8],
    ['America/Halifax', 10],
    ['Africa/Nairobi', 10],
  ] as const),
];

for (const [name, legs, start] of [
  ['eight zones and the clocks put forward', SPRING, '2026-03-24'],
  ['eight zones and the clocks put back, in Europe and in America', AUTUMN, '2026-10-10'],
] as const)
  test(`60 days over ${name}: 60 doses on 60 civil days, none double, none missing (H9)`, () => {
    const events = travel(legs, start);
    const taken = dosesOf(events);
    const offsets = new Set(taken.map(({ clock }) => clock.offsetMinutes));
    assert.ok(new Set(legs.map(([zone]) => zone)).size === 8 && offsets.size >= 8);
    const state = foldEvents(undefined, events);
    const days = Array.from({ length: 60 }, (_, i) => formatLocalDate((dateOf(start) + i) as LocalDate));
    assert.deepEqual(slots(state), days);
    assert.ok(Object.values(state.slots).every(({ conflict, dose }) => !conflict && dose === 1500));
    assert.ok(taken.every(isOfItsDay));
    const gaps = taken.map(({ date, clock }) => leastGapHours(state, date, clock.instant) ?? Number.NaN);
    assert.ok(
      gaps.every((hours) => hours >= 18),
      `least gap ${Math.min(...gaps)} h`,
    );
    const end = (dateOf(start) + 60) as LocalDate;
    const plan = planOn(state, end);
    assert.ok(plan.ok);
    const course = courseOn(state, plan.value, end, screeningOf(days[59] ?? start));
    assert.deepEqual([course.daysTaken, course.daysLogged, course.missedDaysInARow], [60, 60, 0]);
  });

test('the changes of the clocks lie inside the journeys, as the zones of the world have them', () => {
  const offsetOn = (zone: string, date: string) => shown(zone, Date.parse(`${date}T20:00:00Z`)).clock.offsetMinutes;
  const changes = [
    [SPRING, '2026-03-24', 'Europe/Berlin', '2026-03-28', '2026-03-29', 60],
    [AUTUMN, '2026-10-10', 'Europe/Berlin', '2026-10-24', '2026-10-25', -60],
    [AUTUMN, '2026-10-10', 'America/New_York', '2026-10-31', '2026-11-01', -60],
  ] as const;
  for (const [legs, start, zone, before, after, minutes] of changes) {
    assert.equal(offsetOn(zone, after) - offsetOn(zone, before), minutes);
    const there = dosesOf(travel(legs, start)).filter(({ clock }) => clock.zone === zone);
    assert.ok(there.some(({ date }) => date === dateOf(before)) && there.some(({ date }) => date === dateOf(after)));
  }
});

test('eastward over the date line a day comes twice and keeps its one slot', () => {
  const apia = shown('Pacific/Apia', Date.parse('2026-05-10T08:00:00Z'));
  const honolulu = shown('Pacific/Honolulu', Date.parse('2026-05-11T07:00:00Z'));
  assert.deepEqual([apia.date, honolulu.date], ['2026-05-10', '2026-05-10']);
  const plan = [signedPlan('2026-05-01', { startAt: 0 }), moved('2026-05-01', 0)];
  const doses = [apia, honolulu].map(({ date, clock }) => doseRecorded(date, '1.5 mg', 'taken', clock));
  const state = foldEvents(undefined, ledgerOf([...plan, ...doses]));
  assert.deepEqual(slots(state), ['2026-05-10']);
  assert.equal(state.slots['2026-05-10']?.dose, 1500);
});

test('westward over the date line a day never comes: it has no slot and counts as missed', () => {
  const honolulu = shown('Pacific/Honolulu', Date.parse('2026-05-11T07:00:00Z'));
  const apia = shown('Pacific/Apia', Date.parse('2026-05-12T08:00:00Z'));
  assert.deepEqual([honolulu.date, apia.date], ['2026-05-10', '2026-05-12']);
  const plan = signedPlan('2026-05-10', { startAt: 0 });
  const doses = [honolulu, apia].map(({ date, clock }) => doseRecorded(date, '1.5 mg', 'taken', clock));
  const state = foldEvents(undefined, ledgerOf([plan, ...doses]));
  assert.deepEqual(slots(state), ['2026-05-10', '2026-05-12']);
  const inForce = planOn(state, dateOf('2026-05-12'));
  assert.ok(inForce.ok);
  const course = courseOn(state, inForce.value, dateOf('2026-05-12'), screeningOf('2026-05-12'));
  assert.deepEqual([course.daysTaken, course.missedDaysInARow], [1, 1]);
});
