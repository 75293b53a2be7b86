/**
 * How often is somebody told "it works" who gets nothing from the drug? Every way of being fooled, the product's own
 * settings, beside Welch's t-test on the same days.
 *   npm run bench:honesty -- [--diaries N] [--rounded N] [--threads N] [--seed N]
 */
import { processTerminal } from '../src/cli/terminal.ts';
import type { Likelihood } from '../src/stats/problem.ts';
import { NULL_ROWS } from '../test/calibration/null-diaries.ts';
import type { NullJudgement } from '../test/calibration/null-judgement.ts';
import { shareInterval } from '../test/calibration/uniformity.ts';
import { countFlag, printTable, verdict } from './report.ts';
import type { Task } from './work.ts';
import { runTasks } from './workers.ts';

/** At most this share of titration diaries may be called a benefit, at any dose. */
const NOMINAL = 0.025;

const seed = countFlag('seed', 7);
const threads = countFlag('threads', 2);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function percentWithInterval(hits: number, n: number): string {
  const [low, high] = shareInterval(hits, n);
  return `${percent(hits / n)} (${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)})`;
}

async function table(likelihood: Likelihood, diaries: number): Promise<void> {
  const tasks: Task[] = NULL_ROWS.flatMap(({ name }) =>
    Array.from({ length: diaries }, (_, i): Task => ({ kind: 'null', row: name, likelihood, seed, i })),
  );
  const progress = processTerminal().progress(`no effect, ${likelihood}`, tasks.length);
  const started = performance.now();
  const judged = await runTasks<NullJudgement>(tasks, threads, progress.advance);
  progress.done();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `\nNo drug effect, ${likelihood} scores, ${diaries} diaries a row, seed ${seed}, ${seconds.toFixed(0)} s.`,
  );
  console.log(
    'Share called a benefit: ours P > 0.975; Welch one-sided 2.5 %, days at the highest dose against days without.',
  );
  printTable(
    ['row', 'ours, any dose (95 % interval)', 'ours, top dose', 'bias top', 'Welch t-test', '<= 2.5 %'],
    NULL_ROWS.map(({ name, design }, r) => {
      const rows = judged.slice(r * diaries, (r + 1) * diaries);
      const any = rows.filter((row) => row.pAny > 0.975).length;
      const top = rows.filter((row) => row.pTop > 0.975).length;
      const welch = rows.filter((row) => row.welch < 0.025).length;
      const bias = rows.reduce((sum, row) => sum + row.mean, 0) / rows.length;
      const bar = design === 'titration' ? verdict(any / rows.length <= NOMINAL) : 'no bar';
      return [
        name,
        percentWithInterval(any, rows.length),
        percent(top / rows.length),
        bias.toFixed(2),
        percent(welch / rows.length),
        bar,
      ];
    }),
  );
}

await table('gaussian', countFlag('diaries', 400));
const rounded = countFlag('rounded', 100);
await table('rounded', rounded);
