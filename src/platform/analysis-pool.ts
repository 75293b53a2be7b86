/**
 * Where are diaries analysed so that the server keeps answering? In a few threads of low priority, started when first
 * needed. A queue that is full is the world's trouble, not the asker's: the finding is asked for again later.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Analysts, StorageError } from '../records/ports.ts';

export type PoolOptions = {
  /** Threads at most; one less than the machine has, at least one, where absent. */
  readonly threads?: number;
  /** Requests that may wait; 64 where absent. */
  readonly waiting?: number;
};

/** Below everything that serves: Unix nice 10 of 19. Where the system has no such thing it stays as it is. */
const NICE = 10;
/** A thread without work is let go after this many milliseconds. */
const IDLE = 30_000;
/** One analysis of ten years needs less; a runaway one must not take the machine with it. */
const HEAP_MEGABYTES = 512;

/** `worker` is the file whose default export answers a request. */
export function analysisPool(worker: URL, options: PoolOptions = {}): Analysts {
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  let pool: Piscina | undefined;
  let closed = false;
  const start = (): Piscina =>
    new Piscina({
      filename: fileURLToPath(worker),
      minThreads: 0,
      maxThreads: threads,
      maxQueue: options.waiting ?? 64,
      idleTimeout: IDLE,
      niceIncrement: process.platform === 'win32' ? 0 : NICE,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
  return {
    analyse: async (request) => {
      if (closed) throw new StorageError('busy', new Error('the pool is closed'));
      pool ??= start();
      if (pool.queueSize >= (options.waiting ?? 64)) throw new StorageError('busy', new Error('the queue is full'));
      return pool.run(request);
    },
    close: async () => {
      closed = true;
      await pool?.destroy();
    },
  };
}
