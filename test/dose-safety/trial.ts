/** A blinded trial among everything else: begun, its capsules kept rightly and wrongly, stopped, guessed about. */
import type { LocalDate } from '../../src/base/calendar.ts';
import { micrograms } from '../../src/medicine/dose.ts';
import { planOn } from '../../src/records/course.ts';
import { kitOn, trialEndOn, trialOn } from '../../src/records/course-trial.ts';
import type { EventOf } from '../../src/records/event.ts';
import { checkProtocol, type TrialProtocol } from '../../src/trial/protocol.ts';
import { keep, keepEvening, keepToday } from './diary.ts';
import { PEOPLE, type World } from './world.ts';

const HASH = 'ab'.repeat(32);
const PERIOD_DAYS = 7;

function protocol(): TrialProtocol {
  const checked = checkProtocol(
    {
      design: {
        ...{ kind: 'paired-blocks', doses: [micrograms(1_500)], periodDays: PERIOD_DAYS, blocks: 2 },
        ...{ runIn: { how: 'modelled', days: 0 }, maximumRise: micrograms(1_500) },
      },
      ...{ primary: { outcome: 'pain', dose: micrograms(1_500) }, others: [] },
      ...{ rule: { worthwhile: 1, settledAt: 0.9 }, analysis: { revision: '1', priors: HASH } },
      ...{ spareCapsules: 2, purpose: 'to know' },
    },
    ['pain'],
    { minimumPeriodDays: PERIOD_DAYS },
  );
  if (!checked.ok) throw new RangeError(JSON.stringify(checked.error));
  return checked.value;
}

const PROTOCOL = protocol();

/** Everything up to day 1, as the services write it once their own gates have passed. */
function begin(world: World): boolean {
  if (world.chance(30)) keepEvening(world);
  const day = world.clinicDay();
  const inForce = planOn(world.state, day);
  const { screened, solo } = world.state;
  const another = world.state.trials.some((record) => (trialEndOn(record) ?? day) > day);
  if (solo || !inForce.ok || !screened || world.screening(day).openHard > 0 || another) return false;
  const trial = world.fresh<'trial'>(5);
  const screening = { on: screened.on, listVersion: screened.listVersion };
  const kits = ['KITAAA', 'KITBBB', 'KITCCC', 'KITDDD'];
  const signature = { method: 'password', hash: HASH } as const;
  const settled = { trial, protocol: PROTOCOL, protocolHash: HASH, plan: inForce.value.plan, screening, signature };
  world.take({ kind: 'trial-designed', version: 1, trial, protocol: PROTOCOL });
  world.take({ kind: 'trial-signed', version: 1, ...settled, decidedBy: PEOPLE.first });
  world.take({ kind: 'consent-given', version: 1, trial, protocolHash: HASH, text: 'en-1', on: day }, 'patient');
  world.take({ kind: 'allocation-sealed', version: 1, trial, commitment: HASH, sealed: 'AA', key: 'k', kits });
  const given = { capsulesEach: 9, filler: 'Avicel', lots: 'AA', on: day, decidedBy: PEOPLE.second };
  const blocks = world.chance(70) ? kits : kits.slice(0, 2);
  const usableUntil = (day + world.pick([60, 60, 10])) as LocalDate;
  world.take({ kind: 'kits-dispensed', version: 1, trial, kits: blocks, usableUntil, ...given });
  const on = (day + world.pick([0, 0, 1])) as LocalDate;
  world.take({ kind: 'trial-started', version: 1, trial, on, screening, decidedBy: PEOPLE.first });
  if (world.chance(40)) keepCapsule(world);
  // Stopped on its first day, and the plan gone back to at once.
  if (world.chance(15) && stop(world)) keepToday(world);
  if (world.chance(70)) keepCapsules(world);
  return true;
}

function capsule(world: World, date: LocalDate, agoHours = 0): EventOf<'kit-dose-recorded'> | undefined {
  const record = trialOn(world.state, date) ?? world.state.trials.at(-1);
  if (!record) return undefined;
  const kit = kitOn(record, date)?.kit ?? record.kits[0] ?? 'KITAAA';
  const clock = world.clock(agoHours);
  return { kind: 'kit-dose-recorded', version: 1, trial: record.trial, kit, date, status: 'taken', clock };
}

function keepCapsule(world: World): boolean {
  const event = capsule(world, world.day());
  return event !== undefined && keep(world, event);
}

/** A week of evenings, the capsule mostly as it should be. */
function keepCapsules(world: World): boolean {
  let kept = false;
  for (let i = 0; i < 1 + world.rng.below(6); i++) {
    world.pass(24 + (world.rng.below(5) - 2));
    if (world.chance(95)) kept = keepCapsule(world) || kept;
  }
  return kept;
}

/** A capsule that is wrong in one way, or right by luck; now and then told again by a second phone. */
function oddCapsule(world: World): boolean {
  const date = (world.day() + world.pick([0, 0, 0, -1, -2, -5, 1])) as LocalDate;
  const event = capsule(world, date, world.pick([0, 0, 5, 24]));
  if (!event) return false;
  const kit = world.pick([event.kit, event.kit, 'KITBBB', 'KITDDD', 'NOKITX']);
  const status = world.pick(['taken', 'taken', 'taken', 'not-taken', 'taken-anyway'] as const);
  const first = keep(world, { ...event, kit, status });
  return (world.chance(40) && keep(world, { ...event, clock: world.clock() })) || first;
}

function stop(world: World): boolean {
  const record = trialOn(world.state, world.day());
  if (!record) return false;
  const what = { trial: record.trial, on: world.day(), why: 'patient-wish', note: '' } as const;
  world.take({ kind: 'trial-stopped', version: 1, ...what, decidedBy: PEOPLE.patient }, 'patient');
  return true;
}

function guess(world: World): boolean {
  const trial = world.state.trials.at(-1)?.trial;
  if (!trial) return false;
  const said = { period: world.rng.below(4), guess: 'drug', confidence: 2, reason: 'felt-better', note: '' } as const;
  return keep(world, { kind: 'guess-given', version: 1, trial, ...said, date: world.day(), clock: world.clock() });
}

export const TRIAL_COMMANDS: readonly (readonly [name: string, weight: number, command: (world: World) => boolean])[] =
  [
    ['begin trial', 4, begin],
    ['keep capsules', 6, keepCapsules],
    ['odd capsule', 5, oddCapsule],
    ['stop trial', 1, stop],
    ['guess', 1, guess],
  ];
