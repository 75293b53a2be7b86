/** The real `titrial serve` in a process of its own: started, watched for memory, stopped, or ended at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What `npm start` runs after `node`: limits of memory, the program, `serve`. */
const START: readonly string[] = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'))
  .scripts.start.split(' ')
  .slice(1);

export type ServerProcess = {
  readonly origin: string;
  readonly child: ChildProcess;
  /** Largest resident memory so far, MB; Linux only, 0 elsewhere. */
  readonly peakMegabytes: () => number;
  /** Seconds of processor time so far; Linux only. */
  readonly cpuSeconds: () => number;
  /** Everything it said. */
  readonly said: () => string;
  /** Ctrl+C, and wait for the end. */
  readonly stop: () => Promise<number | null>;
  /** kill -9, and wait for the end. */
  readonly kill: () => Promise<void>;
};

/** Starts on a free port and waits until it is ready. `wrap` is put before the command, such as `prlimit`. */
export async function startServerProcess(
  args: readonly string[],
  wrap: readonly string[] = [],
): Promise<ServerProcess> {
  const [program = process.execPath, ...rest] = [...wrap, process.execPath, ...START, '--port', '0', ...args];
  const child = spawn(program, rest, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-100_000);
      const [, found] = /open at (http:\/\/\S+)/.exec(said) ?? [];
      if (found && said.includes('kept in')) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    origin,
    child,
    peakMegabytes: () => statusNumber(child.pid, 'VmHWM') / 1024,
    cpuSeconds: () => cpuOf(child.pid),
    said: () => said,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function statusNumber(pid: number | undefined, name: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
