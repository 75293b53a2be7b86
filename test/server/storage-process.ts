/** Starts a process that appends, listens to it, and ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, 'appending-process.ts');

export type Appending = {
  readonly process: ChildProcess;
  /** Acknowledged so far: seq → number of the event. */
  readonly acknowledged: ReadonlyMap<number, number>;
  /** The next line that starts so; rejects when the process ends without it. */
  readonly line: (start: string) => Promise<string>;
  /** Ends it as a power cut does, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Waits until it has ended by itself. */
  readonly end: () => Promise<number | null>;
};

export function startAppending(...args: readonly string[]): Appending {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const acknowledged = new Map<number, number>();
  const waiting = new Set<{ readonly start: string; readonly resolve: (line: string) => void }>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, seq, event] = line.split(' ');
    if (word === 'done') acknowledged.set(Number(seq), Number(event));
    for (const one of waiting) if (line.startsWith(one.start)) one.resolve(line);
  });
  return {
    process: child,
    acknowledged,
    line: (start) =>
      new Promise((resolve, reject) => {
        const one = { start, resolve };
        waiting.add(one);
        void ended.then(() => reject(new Error(`ended before "${start}"`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async () => {
      await ended;
      return child.exitCode;
    },
  };
}
