/**
 * When is a finding computed that nobody waits for? In this process, one at a time, once per case, after its diary has
 * been left alone for a while. A computation that fails is asked for again; it never takes the server with it.
 */
import type { CaseId, ClinicId } from '../base/ids.ts';
import type { Jobs } from '../records/ports.ts';

/** A queue of findings that can be watched and ended. */
export type FindingJobs = Jobs & {
  /** Cases that wait or are being computed. */
  readonly waiting: () => number;
  /** Resolves when nothing waits and nothing runs. */
  readonly idle: () => Promise<void>;
  /** Lets what runs finish; what waits is named again by `due` at the next start. */
  readonly close: () => Promise<void>;
};

export type FindingJobsOptions = {
  readonly compute: (clinic: ClinicId, id: CaseId) => Promise<unknown>;
  /** Milliseconds a case is left alone after the last ask. */
  readonly quiet: number;
  /** Told what went wrong; nothing of a case is in it. */
  readonly failed?: (error: unknown) => void;
};

/** A computation that failed so often is left to the sweep at the next start. */
const TRIES = 3;

type Waiting = { readonly clinic: ClinicId; readonly id: CaseId; readonly from: number; readonly tries: number };

/** A queue that is gone with the process: what was due is found again by the sweep at the next start. */
export function localJobs(options: FindingJobsOptions): FindingJobs {
  const queue = new LocalQueue(options);
  return {
    computeFinding: async (clinic, id) => queue.ask(clinic, id, 0),
    waiting: () => queue.size(),
    idle: () => queue.idle(),
    close: () => queue.close(),
  };
}

class LocalQueue {
  readonly #options: FindingJobsOptions;
  /** In order of asking, so the first has waited longest: every wait has the same length. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #idlers: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: FindingJobsOptions) {
    this.#options = options;
  }

  ask(clinic: ClinicId, id: CaseId, tries: number): void {
    if (this.#closed) return;
    const key = `${clinic}/${id}`;
    this.#waiting.delete(key);
    this.#waiting.set(key, { clinic, id, from: performance.now() + this.#options.quiet, tries });
    this.#arm();
  }

  size(): number {
    return this.#waiting.size + (this.#running ? 1 : 0);
  }

  idle(): Promise<void> {
    return this.size() === 0 ? Promise.resolve() : new Promise((done) => void this.#idlers.push(done));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#waiting.clear();
    await this.#running;
    this.#tellIdlers();
  }

  #tellIdlers(): void {
    for (const done of this.#idlers.splice(0)) done();
  }

  #arm(): void {
    if (this.#closed || this.#running || this.#timer) return;
    const [first] = this.#waiting.values();
    if (!first) {
      this.#tellIdlers();
      return;
    }
    this.#timer = setTimeout(() => this.#wake(), Math.max(0, first.from - performance.now()));
    this.#timer.unref();
  }

  #wake(): void {
    this.#timer = undefined;
    const [first] = this.#waiting;
    if (first && first[1].from <= performance.now()) {
      this.#waiting.delete(first[0]);
      this.#running = this.#run(first[1]).finally(() => {
        this.#running = undefined;
        this.#arm();
      });
    } else this.#arm();
  }

  async #run({ clinic, id, tries }: Waiting): Promise<void> {
    try {
      await this.#options.compute(clinic, id);
    } catch (error) {
      this.#options.failed?.(error);
      const askedAnew = this.#waiting.has(`${clinic}/${id}`);
      if (tries + 1 < TRIES && !askedAnew) this.ask(clinic, id, tries + 1);
    }
  }
}
