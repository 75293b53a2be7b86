/**
 * Courses of 5 to 40 random commands, each judged by the rules, each accepted event judged by the oracle. The same seed
 * gives the same courses. A course that breaks a rule is told by its seed and its events.
 */
import { seededRng } from '../../src/base/rng.ts';
import type { EventKind } from '../../src/records/event.ts';
import { CLINIC_COMMANDS, type Command } from './commands.ts';
import { DIARY_COMMANDS } from './diary.ts';
import type { Rules } from './rules.ts';
import { TRIAL_COMMANDS } from './trial.ts';
import { World } from './world.ts';

const COMMANDS = [...CLINIC_COMMANDS, ...DIARY_COMMANDS, ...TRIAL_COMMANDS];
const DECK: readonly (readonly [string, Command])[] = COMMANDS.flatMap(([name, weight, command]) =>
  Array.from({ length: weight }, () => [name, command] as const),
);

export type Broken = { readonly course: number; readonly why: string; readonly events: readonly unknown[] };
export type Tally = {
  courses: number;
  /** Commands tried and accepted, by name. */
  readonly tried: Map<string, number>;
  readonly accepted: Map<string, number>;
  /** Events written, by kind; doses of 0 apart. */
  readonly events: Map<EventKind | 'dose-recorded above 0' | 'move-taken up' | 'capsule taken', number>;
  broken: Broken | undefined;
};

/** Runs courses `from` to `from + count - 1` of a seed; ends at the first that breaks a rule. */
export function runCourses(rules: Rules, seed: number, count: number, from = 0): Tally {
  const tally: Tally = { courses: 0, tried: new Map(), accepted: new Map(), events: new Map(), broken: undefined };
  const source = seededRng(seed);
  for (let course = from; course < from + count; course++) {
    const world = new World(source.split(String(course)), rules);
    tally.courses++;
    try {
      runCourse(world, tally);
    } catch (error) {
      tally.broken = { course, why: error instanceof Error ? error.message : String(error), events: world.events };
      return tally;
    }
    for (const event of world.events) {
      add(tally.events, event.kind);
      if (event.kind === 'dose-recorded' && event.dose > 0) add(tally.events, 'dose-recorded above 0');
      if (event.kind === 'kit-dose-recorded' && event.status === 'taken') add(tally.events, 'capsule taken');
      if (event.kind === 'move-taken' && event.move === 'step-up') add(tally.events, 'move-taken up');
    }
  }
  return tally;
}

function runCourse(world: World, tally: Tally): void {
  const length = 5 + world.rng.below(36);
  for (let i = 0; i < length; i++) {
    const [name, command] = i === 0 && world.chance(80) ? (DECK[0] as (typeof DECK)[number]) : world.pick(DECK);
    add(tally.tried, name);
    if (command(world)) add(tally.accepted, name);
    world.pass(world.rng.below(6));
  }
}

function add<K>(to: Map<K, number>, key: K): void {
  to.set(key, (to.get(key) ?? 0) + 1);
}

/** Accepted at least so often in a thousand courses: a run of refusals alone would prove nothing. */
const LEAST_PER_THOUSAND = {
  'plan-signed': 500,
  'plan-cosigned': 10,
  'plan-transcribed': 40,
  'plan-ended': 15,
  'move-taken': 250,
  'move-taken up': 150,
  'dose-recorded above 0': 3_000,
  'trial-started': 100,
  'trial-stopped': 10,
  'capsule taken': 300,
  'guess-given': 1,
  'entry-corrected': 60,
  'unplanned-dose-reported': 60,
  'medicine-recorded': 80,
  'red-flag-reported': 80,
  'red-flag-cleared': 20,
  'finding-overridden': 15,
} as const satisfies Partial<Record<string, number>>;

/** Events accepted too rarely for the run to mean anything, by kind. */
export function acceptedTooRarely({ events }: Pick<Tally, 'events'>, courses: number): readonly string[] {
  const least = Object.entries(LEAST_PER_THOUSAND) as [keyof typeof LEAST_PER_THOUSAND, number][];
  return least.filter(([kind, count]) => (events.get(kind) ?? 0) < (count * courses) / 1000).map(([kind]) => kind);
}
