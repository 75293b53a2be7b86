/**
 * Who computes a finding when several server processes share one PostgreSQL? The queue in that database: each case
 * stands in it once, whichever process asked, and any process takes it up. Asked by polling; nothing listens.
 *
 * The queue's tables stand in a schema of their own beside the clinic's. Asks are gathered for a moment and written
 * together, so that keeping a diary day costs no write here; what a crash loses, `due` finds again.
 */
import { PgBoss } from 'pg-boss';
import { parseId } from '../base/ids.ts';
import type { FindingJobs, FindingJobsOptions } from './local-jobs.ts';

export type PgJobsOptions = FindingJobsOptions & {
  /** postgres://… of the database the clinic stands in. */
  readonly url: string;
  /** Schema of the queue's own tables; 'pgboss' where absent. */
  readonly schema?: string;
  /** Milliseconds asks are gathered before they are written; 5 seconds where absent. */
  readonly gather?: number;
  /** Milliseconds between looks for work; 2 seconds where absent. */
  readonly look?: number;
};

const QUEUE = 'compute-finding';
/** Connections of one process for the queue alone; the clinic's pool is another. */
const CONNECTIONS = 3;
/** A finding that takes longer than this is given to another process. */
const GIVEN_UP_SECONDS = 600;
const DAY_SECONDS = 86_400;

type Asked = { readonly clinic: string; readonly case: string };

/** Opens the queue and starts to work on it. @throws what the database said when it could not be had */
export async function pgJobs(options: PgJobsOptions): Promise<FindingJobs> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: options.schema ?? 'pgboss',
    max: CONNECTIONS,
    schedule: false,
    application_name: 'titrial-jobs',
  });
  boss.on('error', (error) => options.failed?.(error));
  await boss.start();
  // 'short': of one key only one waits; while it is being computed the next one may already wait.
  await boss.createQueue(QUEUE, {
    policy: 'short',
    retryLimit: 2,
    retryDelay: 60,
    expireInSeconds: GIVEN_UP_SECONDS,
    deleteAfterSeconds: DAY_SECONDS,
  });
  let computing = 0;
  await boss.work<Asked>(
    QUEUE,
    { pollingIntervalSeconds: (options.look ?? 2000) / 1000, batchSize: 1 },
    async (jobs) => {
      computing++;
      try {
        for (const { data } of jobs) await computeOne(options, data);
      } catch (error) {
        options.failed?.(error);
        throw error;
      } finally {
        computing--;
      }
    },
  );
  const asks = gatherAsks(boss, options);
  return {
    computeFinding: asks.ask,
    waiting: () => asks.size() + computing,
    idle: async () => {
      while (asks.size() + computing + (await unfinished(boss)) > 0) {
        await asks.write();
        await new Promise((later) => setTimeout(later, 50));
      }
    },
    close: async () => {
      await asks.close();
      await boss.stop({ graceful: true, close: true, timeout: 10_000 });
    },
  };
}

async function computeOne({ compute }: FindingJobsOptions, asked: Asked): Promise<void> {
  const clinic = parseId<'clinic'>(asked.clinic);
  const id = parseId<'case'>(asked.case);
  if (clinic.ok && id.ok) await compute(clinic.value, id.value);
}

/** Jobs that have not ended, in every process. */
async function unfinished(boss: PgBoss): Promise<number> {
  const jobs = await boss.findJobs(QUEUE, { limit: 100_000 });
  return jobs.filter(({ state }) => UNFINISHED.includes(state)).length;
}
const UNFINISHED: readonly string[] = ['created', 'retry', 'active'];

function gatherAsks(boss: PgBoss, { quiet, gather = 5000, failed }: PgJobsOptions) {
  const asked = new Map<string, Asked>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const jobs = [...asked].map(([singletonKey, data]) => ({
      singletonKey,
      data,
      startAfter: Math.ceil(quiet / 1000),
    }));
    asked.clear();
    if (jobs.length > 0)
      writing = writing.then(() =>
        boss.insert(QUEUE, jobs).then(
          () => undefined,
          (error: unknown) => failed?.(error),
        ),
      );
    return writing;
  };
  return {
    ask: async (clinic: string, id: string): Promise<void> => {
      asked.set(`${clinic}/${id}`, { clinic, case: id });
      timer ??= setTimeout(() => void write(), gather).unref();
    },
    size: () => asked.size,
    write,
    close: write,
  };
}
