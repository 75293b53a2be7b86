/**
 * What runs beside the requests while a server is up? Findings that nobody waits for, anchors by the clock, and forgetting
 * what has expired. All of it may fail without taking the server with it, and all of it ends in order.
 */
import { analysisPool } from '../platform/analysis-pool.ts';
import { type FindingJobs, localJobs } from '../platform/local-jobs.ts';
import { typstTypesetter } from '../platform/typst.ts';
import type { Analysts } from '../records/ports.ts';
import { type AnchorMemories, anchorClinics } from '../service/anchor.ts';
import { askForDueFindings, computeFinding } from '../service/find.ts';
import type { Ports, Settings } from '../service/ports.ts';
import { appendAnchors } from './anchor-file.ts';
import { INVITATION_LASTS, type Installation, portsOf } from './installation.ts';
import type { Configuration } from './serve-options.ts';

const WORKER = new URL('../service/analyse-diary.ts', import.meta.url);
const HOUR = 3_600_000;
/** Challenges, tries and ended sessions are forgotten a day after their end. */
const KEPT = 24 * HOUR;
const MOST_CLINICS = 1000;

export type ServingPorts = {
  readonly ports: Ports;
  readonly queueLength: () => number;
  /** Starts what the clock drives. */
  readonly start: () => void;
  /** Ends the jobs and writes a last anchor; the storage stays open. */
  readonly stop: () => Promise<void>;
};

export type Trouble = 'anchor' | 'finding' | 'sweep';

/** `origin` as browsers show it; `trouble` is told what failed and will be tried again. */
export async function servingPorts(
  installation: Installation,
  configuration: Configuration,
  origin: string,
  trouble: (what: Trouble) => void,
): Promise<ServingPorts> {
  const analysts = analysisPool(WORKER);
  const settings = settingsOf(configuration, origin);
  let ports: Ports | undefined;
  const jobs = await jobsFor(configuration, {
    quiet: settings.findingAfterQuiet,
    failed: () => trouble('finding'),
    compute: async (clinic, id) => ports && computeFinding(ports, clinic, id),
  });
  ports = portsOf(installation, { settings, jobs, analysts, typesetter: typstTypesetter() });
  return withClockwork(ports, jobs, analysts, configuration, trouble);
}

function settingsOf(
  { sessionIdle, sessionAbsolute, findingAfter, demonstration }: Configuration,
  origin: string,
): Settings {
  return {
    origin,
    sessionIdle,
    sessionAbsolute,
    invitationLasts: INVITATION_LASTS,
    findingAfterQuiet: findingAfter ?? 0,
    demonstration,
  };
}

type JobOptions = Parameters<typeof localJobs>[0];

/** 'off': asked for by nobody but people. */
async function jobsFor({ findingAfter, database }: Configuration, options: JobOptions): Promise<FindingJobs> {
  if (findingAfter === undefined)
    return { computeFinding: async () => {}, waiting: () => 0, idle: async () => {}, close: async () => {} };
  if (database === undefined) return localJobs(options);
  // Read only where there is a PostgreSQL: it would cost every other start time and memory.
  const { pgJobs } = await import('../platform/pg-jobs.ts');
  return pgJobs({ ...options, url: database });
}

function withClockwork(
  ports: Ports,
  jobs: FindingJobs,
  analysts: Analysts,
  { data, anchorEvery, findingAfter }: Configuration,
  trouble: (what: Trouble) => void,
): ServingPorts {
  const memories: AnchorMemories = new Map();
  const timers: NodeJS.Timeout[] = [];
  const anchor = async (): Promise<void> => appendAnchors(data, await anchorClinics(ports, memories));
  const every = (what: Trouble, ms: number, act: () => Promise<unknown>): void => {
    const run = once(() => act().then(undefined, () => trouble(what)));
    timers.push(setInterval(run, ms).unref());
  };
  return {
    ports,
    queueLength: jobs.waiting,
    start: () => {
      every('anchor', anchorEvery, anchor);
      every('sweep', HOUR, () => sweep(ports));
      if (findingAfter === undefined) return;
      // What nobody could ask for, because the process ended or the queue was away, is found due again.
      every('finding', HOUR, () => askForDueFindings(ports, findingAfter));
      askForDueFindings(ports, findingAfter).then(undefined, () => trouble('finding'));
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await analysts.close();
      await ports.typesetter.close();
      await jobs.close();
      await anchor().then(undefined, () => trouble('anchor'));
    },
  };
}

/** Runs one at a time: a turn that comes while the last one still works is left out. */
function once(act: () => Promise<void>): () => void {
  let works = false;
  return () => {
    if (works) return;
    works = true;
    void act().finally(() => {
      works = false;
    });
  };
}

async function sweep({ storage, clock }: Ports): Promise<void> {
  for (const { clinic } of await storage.people.clinics(MOST_CLINICS))
    await storage.people.sweep(clinic, clock.now() - KEPT);
}
