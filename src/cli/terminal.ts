/**
 * What a command may do to the outside: print, complain, show progress, end with a code. Built once in `main.ts`, so a
 * command is a function of its arguments and tests run it as it is. Text of a file can't drive the terminal it is shown on.
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

/**
 * Characters nobody sees, but for line ends and tabs, as their escapes: ESC is `\u001b`. Inside JSON that is the same
 * string. They could colour, move or erase what stands on the screen, or turn its reading order round.
 */
export function escapeUnseen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (unseen) => {
    if (unseen === '\n' || unseen === '\t') return unseen;
    const units = Array.from({ length: unseen.length }, (_, i) => unseen.charCodeAt(i));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}

/** The real one: stdout, stderr, the process's exit code and the machine's calendar. */
export function processTerminal(): Terminal {
  // A reader that closed early, such as `| head`, is no fault of ours: end quietly. A full disk is the world's.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? undefined : 3));
  return {
    print: (text) => void process.stdout.write(`${escapeUnseen(text)}\n`),
    complain: (text) => void process.stderr.write(`${escapeUnseen(text)}\n`),
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
