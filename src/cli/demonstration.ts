/**
 * Where do the parts of the demonstration come together? A store in memory, keys made for it, passwords that guard nothing,
 * chance from a seed while it is built and from the system afterwards. Begun anew on another day, because its courses end
 * today, and when visitors have filled it; never shares anything with the installation's record (H16, H35).
 */
import { demonstrationTexts } from '../../web/kit/words/en/demonstration.ts';
import { seededRng } from '../base/rng.ts';
import { clinicApp } from '../http/clinic-app.ts';
import type { Log } from '../http/log.ts';
import { ROUTES } from '../http/routes/all.ts';
import { demonstrationRoutes } from '../http/routes/demonstration.ts';
import type { App } from '../http/site.ts';
import { BUILT_IN_LIST } from '../medicine/screening/built-in-list.ts';
import type { DrugList } from '../medicine/screening/drug-list.ts';
import { systemClock } from '../platform/clock.ts';
import { systemEntropy } from '../platform/entropy.ts';
import { newKeys } from '../platform/keys.ts';
import { localJobs } from '../platform/local-jobs.ts';
import { webauthnPasskeys } from '../platform/passkeys.ts';
import { argonPasswords } from '../platform/passwords.ts';
import { openPharmacy } from '../platform/pharmacy.ts';
import { openVault } from '../platform/vault.ts';
import type { Analysts, Clock, Entropy, Typesetter } from '../records/ports.ts';
import { type Demonstration, demonstration } from '../service/demonstration/demonstration.ts';
import { dayAt, movedClock, type Stage } from '../service/demonstration/stage.ts';
import { computeFinding } from '../service/find.ts';
import type { Ports, Settings } from '../service/ports.ts';
import { boundedStorage } from '../storage/bounded.ts';
import { memoryStorage } from '../storage/memory.ts';

const HOUR = 3_600_000;
/** What visitors may write before it is full. */
const ROOM = 24 * 1024 * 1024;
/** A full one is begun anew, but not more often than this. */
const LEAST_LIFE = 10 * 60_000;
/** The demonstration's findings are computed soon after the last entry. */
const QUIET = 2_000;
const SEED = 7;
/** argon2id at next to no cost: the password is told to everybody. */
const NO_PROTECTION = { memory: 64, passes: 1, lanes: 1 };

export type DemonstrationOptions = {
  readonly origin: string;
  /** Shared with the installation, as is what sets letters: both keep nothing. */
  readonly analysts: Analysts;
  readonly typesetter: Typesetter;
  readonly log: Log;
  readonly isStopping: () => boolean;
};

export type RunningDemonstration = {
  /** The interface; `fresh`: somebody is coming in. */
  readonly api: (fresh: boolean) => App;
  readonly stop: () => Promise<void>;
};

/** One demonstration, from the moment it was begun until it is too old or too full. */
export type DemonstrationWorld = {
  readonly app: App;
  /** As visitors act. */
  readonly live: Ports;
  readonly of: Demonstration;
  readonly isOver: () => boolean;
  readonly stop: () => Promise<void>;
};

/** Nothing is built before somebody comes in. */
export function openDemonstration(options: DemonstrationOptions): RunningDemonstration {
  let world: DemonstrationWorld | undefined;
  return {
    api: (fresh) => {
      if (fresh && world?.isOver()) {
        void world.stop();
        world = undefined;
      }
      world ??= demonstrationWorld(options, systemClock, -new Date().getTimezoneOffset());
      return world.app;
    },
    stop: async () => world?.stop(),
  };
}

/** Begins one now, where clocks are `offsetMinutes` ahead of UTC. */
export function demonstrationWorld(
  options: DemonstrationOptions,
  clock: Clock,
  offsetMinutes: number,
): DemonstrationWorld {
  const { log, isStopping } = options;
  const made = clock.now();
  const storage = boundedStorage(memoryStorage(), ROOM, () => of.state().state !== 'ready');
  const jobs = localJobs({ quiet: QUIET, compute: async (clinic, id) => computeFinding(live, clinic, id) });
  const live = livePorts(options, clock, storage, jobs);
  const of = demonstration(live, stageOf(live, offsetMinutes));
  const app = clinicApp(live, { log, isStopping, demonstration: true }, [...ROUTES, ...demonstrationRoutes(of)]);
  const dayOf = (instant: number): number => dayAt({ offsetMinutes }, instant);
  const isOver = (): boolean => {
    const now = clock.now();
    const isOld = dayOf(made) !== dayOf(now);
    return isOld || of.state().state === 'failed' || (storage.isFull() && now - made > LEAST_LIFE);
  };
  return { app, live, of, isOver, stop: () => jobs.close() };
}

function livePorts(
  { origin, analysts, typesetter }: Pick<DemonstrationOptions, 'origin' | 'analysts' | 'typesetter'>,
  clock: Clock,
  storage: Ports['storage'],
  jobs: Ports['jobs'],
): Ports {
  const settings: Settings = {
    ...{ origin, sessionIdle: 12 * HOUR, sessionAbsolute: 24 * HOUR, invitationLasts: 24 * HOUR },
    ...{ findingAfterQuiet: QUIET, demonstration: true, synthetic: true },
  };
  const keys = newKeys(clock.now());
  return {
    ...{ storage, jobs, analysts, typesetter, settings, clock },
    vault: openVault(keys),
    pharmacy: openPharmacy(keys),
    entropy: systemEntropy,
    drugs: lastingList(dayAt({ offsetMinutes: 0 }, clock.now())),
    passkeys: webauthnPasskeys({ origin, relyingParty: new URL(origin).hostname, name: 'Titrial demonstration' }),
    passwords: argonPasswords({ cost: NO_PROTECTION }),
  };
}

/** The list of medicines guards nobody here, so an old installation can still show what it did when the list was new. */
function lastingList(today: number): DrugList {
  const year = (today + 366) as DrugList['expires'];
  return { ...BUILT_IN_LIST, expires: BUILT_IN_LIST.expires > year ? BUILT_IN_LIST.expires : year };
}

/** The same store under a clock that is moved, with chance from a seed and nothing computed unasked. */
function stageOf(live: Ports, offsetMinutes: number): Stage {
  const now = live.clock.now();
  const clock = movedClock(now);
  const jobs = { computeFinding: async (): Promise<void> => {} };
  return {
    ...{ now, clock, offsetMinutes, zoneOffset, texts: demonstrationTexts },
    ports: { ...live, clock, jobs, entropy: seededEntropy(SEED) },
    pause: () => new Promise((go) => setImmediate(go)),
  };
}

/** Ids of invented things; never a secret that guards something. */
function seededEntropy(seed: number): Entropy {
  const rng = seededRng(seed);
  return { bytes: (count) => Uint8Array.from({ length: count }, () => rng.below(256)) };
}

/** What clocks in a zone show, by this machine's tables of zones. */
function zoneOffset(zone: string, instant: number): number {
  const shown = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = shown.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  if (hours === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
