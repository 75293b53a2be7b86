/**
 * Who sets a letter as a PDF? One thread, started by the first letter and ended when none was asked for a while. Where
 * the compiler does not exist for a machine, letters are the world's trouble and everything else goes on.
 */
import { Worker } from 'node:worker_threads';
import { StorageError, type Typesetter } from '../records/ports.ts';
import type { Answered, Asked } from './typst-worker.ts';

const WORKER = new URL('./typst-worker.ts', import.meta.url);
/** Milliseconds without a letter after which the thread and its typeface are let go. */
const IDLE = 120_000;
/** Letters that may wait; one takes some hundredths of a second. */
const MOST_WAITING = 64;

type Waiting = { readonly done: (pdf: Uint8Array) => void; readonly failed: (error: Error) => void };

/** Letters of this process, one after the other. */
export function typstTypesetter(): Typesetter {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  let closed = false;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const answer = (answered: Answered): void => {
    const asked = waiting.get(answered.id);
    waiting.delete(answered.id);
    if (waiting.size === 0) rest();
    if ('fault' in answered) asked?.failed(new RangeError(`a letter that cannot be set: ${answered.fault}`));
    else asked?.done(answered.pdf);
  };
  const rest = (): void => {
    worker?.unref();
    idle = setTimeout(() => void end(), IDLE).unref();
  };
  const failAll = (error: unknown): void => {
    const all = [...waiting.values()];
    waiting.clear();
    // Not 'broken': that would say that nothing can be written any more.
    for (const { failed } of all) failed(new StorageError('busy', error));
  };
  const start = (): Worker => {
    const started = new Worker(WORKER);
    started.on('message', answer);
    started.on('error', (error) => {
      worker = undefined;
      failAll(error);
    });
    return started;
  };
  return {
    typeset: (texts, pages) =>
      new Promise((done, failed) => {
        if (closed || waiting.size >= MOST_WAITING) {
          failed(new StorageError('busy', new Error('no letter can be set now')));
          return;
        }
        clearTimeout(idle);
        worker ??= start();
        worker.ref();
        last += 1;
        waiting.set(last, { done, failed });
        worker.postMessage({ id: last, texts, pages } satisfies Asked);
      }),
    close: async () => {
      closed = true;
      await end();
      failAll(new Error('closed'));
    },
  };
}
