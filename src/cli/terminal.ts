/**
 * What a command may do to the outside: print, complain, show progress, end with a code. Built once in `main.ts`, so a
 * command is a function of its arguments and tests run it as it is.
 */
import { SingleBar } from 'cli-progress';

/** 0 answered; 1 our bug; 2 refused: the input or the question, with the reason; 3 the world: disk, network, lock. */
export type ExitCode = 0 | 1 | 2 | 3;

export type Progress = { readonly advance: (to: number) => void; readonly done: () => void };

export type Terminal = {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** A bar on stderr that appears after a second, so quick work stays quiet; silent when stderr is not a terminal. */
  readonly progress: (label: string, total: number) => Progress;
  /** Today's civil date in days since 1970-01-01, from the machine's own calendar. */
  readonly today: () => number;
  readonly endWith: (code: ExitCode) => void;
};

/** The real one: stdout, stderr, the process's exit code and the machine's calendar. */
export function processTerminal(): Terminal {
  // A reader that closed early, such as `| head`, is no fault of ours: end quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    progress: (label, total) => startProgress(label, total),
    today: () => {
      const now = new Date();
      return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
    },
    endWith: (code) => {
      process.exitCode = code;
    },
  };
}

function startProgress(label: string, total: number): Progress {
  if (!process.stderr.isTTY) return { advance: () => {}, done: () => {} };
  const bar = new SingleBar({ format: `${label} {bar} {percentage}%`, stream: process.stderr, clearOnComplete: true });
  const started = performance.now();
  let shown = false;
  return {
    advance: (to) => {
      if (!shown && performance.now() - started > 1000) {
        bar.start(total, 0);
        shown = true;
      }
      if (shown) bar.update(to);
    },
    done: () => {
      if (shown) bar.stop();
    },
  };
}
