/** What phones send: days of doses as they should be, and doses that must not be kept. */
import type { LocalDate } from '../../src/base/calendar.ts';
import { civilDateAt } from '../../src/base/calendar.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import type { Screening } from '../../src/medicine/screening/screening.ts';
import { planOn } from '../../src/records/course.ts';
import type { DiaryEvent, EventOf } from '../../src/records/event.ts';
import { SLIP } from './rules.ts';
import type { World } from './world.ts';

/** Sends an entry through the rule of the world; true when it was kept. */
export function keep(world: World, event: DiaryEvent): boolean {
  const screeningOn = (day: LocalDate): Screening => world.screening(day);
  const { now, openedAt } = world;
  const grounds = { today: civilDateAt(now), screeningOn, now, openedAt, byCarer: false };
  if (world.rules.diary(world.state, event, grounds)) return false;
  world.take(event, 'patient');
  return true;
}

function planned(world: World, date: LocalDate): number {
  const inForce = planOn(world.state, date);
  if (!inForce.ok || inForce.value.place === 'baseline') return 0;
  return inForce.value.content.steps[inForce.value.place]?.dose ?? 0;
}

function dose(world: World, date: LocalDate, ug: number, agoHours = 0): EventOf<'dose-recorded'> {
  const status = ug === 0 ? 'not-taken' : 'taken';
  return { kind: 'dose-recorded', version: 1, date, status, dose: micrograms(ug), clock: world.clock(agoHours) };
}

/** The plan's dose of today, as it stands. */
export function keepToday(world: World): boolean {
  const ug = planned(world, world.day());
  return ug > 0 && keep(world, dose(world, world.day(), ug));
}

/** A day later, the dose as the plan has it; now and then forgotten. */
export function keepEvening(world: World): boolean {
  world.pass(24 + (world.rng.below(5) - 2));
  const day = world.day();
  const ug = planned(world, day);
  return ug > 0 && world.chance(95) && keep(world, dose(world, day, ug));
}

function keepDays(world: World): boolean {
  const evenings = 1 + world.rng.below(5);
  let kept = false;
  for (let i = 0; i < evenings; i++) kept = keepEvening(world) || kept;
  return kept;
}

/** A dose that is wrong in one way, or right by luck. */
function oddDose(world: World): boolean {
  const day = world.day();
  const date = (day + world.pick([0, 0, 0, -1, -2, -5, 1, 30])) as LocalDate;
  const right = planned(world, date);
  const ug = world.pick([right, right, right + 1_500, 1_500, 3_000, 4_500, 6_000, 7_000, 9_000, SLIP, 0]);
  const event = dose(world, date, ug, world.pick([0, 0, 0, 5, 24, 24 * 5, 24 * 30]));
  return keep(world, world.chance(20) && ug > 0 ? { ...event, status: 'less' } : event);
}

/** A second phone tells the same day again, the same or otherwise. */
function secondDevice(world: World): boolean {
  const day = world.day();
  const again = world.chance(50) ? planned(world, day) : world.pick([1_500, 3_000, 0]);
  const first = keep(world, dose(world, day, planned(world, day), 3));
  return keep(world, dose(world, day, again)) || first;
}

function correct(world: World): boolean {
  const ids = Object.keys(world.state.entries) as (keyof typeof world.state.entries)[];
  const entry = world.state.slots[ids.length > 0 ? (Object.keys(world.state.slots).at(-1) ?? '') : '']?.entry;
  if (entry === undefined) return false;
  const old = world.state.entries[entry]?.event;
  if (old?.kind !== 'dose-recorded') return false;
  const ug = world.pick([planned(world, old.date), 1_500, 4_500, 9_000, 0]);
  const corrected = { kind: 'entry-corrected', version: 1, entry, reason: 'a slip', clock: world.clock() } as const;
  return keep(world, world.chance(80) ? { ...corrected, replacement: dose(world, old.date, ug) } : corrected);
}

function unplanned(world: World): boolean {
  const date = world.day();
  const what = { dose: micrograms(world.pick([1_500, 4_500])), note: 'took it anyway', clock: world.clock() };
  return keep(world, { kind: 'unplanned-dose-reported', version: 1, date, ...what });
}

function sideEffect(world: World): boolean {
  const grade = world.pick([0, 0, 0, 1, 2, 3] as const);
  const what = { name: 'headache', grade, date: world.day(), clock: world.clock() };
  return keep(world, { kind: 'side-effect-reported', version: 1, ...what });
}

function redFlag(world: World): boolean {
  const what = { rule: 'jaundice', date: world.day(), note: '', clock: world.clock() } as const;
  return keep(world, { kind: 'red-flag-reported', version: 1, ...what });
}

function news(world: World): boolean {
  const what = world.pick(['new-medicine', 'nothing-new'] as const);
  return keep(world, { kind: 'change-reported', version: 1, what, text: '', date: world.day(), clock: world.clock() });
}

export const DIARY_COMMANDS: readonly (readonly [name: string, weight: number, command: (world: World) => boolean])[] =
  [
    ['keep days', 10, keepDays],
    ['odd dose', 8, oddDose],
    ['second device', 4, secondDevice],
    ['correct', 3, correct],
    ['unplanned', 1, unplanned],
    ['side effect', 2, sideEffect],
    ['red flag', 1, redFlag],
    ['news', 1, news],
  ];
