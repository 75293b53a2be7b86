/** Spreads replicates over worker threads; results come back in the order of the tasks, however the threads raced. */
import { Worker } from 'node:worker_threads';
import type { Done, Task } from './work.ts';

/** Runs every task. `onDone` hears how many are finished. Rejects with the first worker that fails. */
export async function runTasks<D extends Done>(
  tasks: readonly Task[],
  threads: number,
  onDone: (finished: number) => void,
): Promise<readonly D[]> {
  const results = new Array<D>(tasks.length);
  let next = 0;
  let finished = 0;
  const runOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./work.ts', import.meta.url));
      let at = -1;
      const give = (): void => {
        at = next++;
        if (at < tasks.length) worker.postMessage(tasks[at]);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', (done: D) => {
        results[at] = done;
        onDone(++finished);
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, runOne));
  return results;
}
