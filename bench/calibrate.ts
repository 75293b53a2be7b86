/**
 * The long form of test/calibration: 5,000 Gaussian and 1,000 rounded replicates, and the coverage of 90 % intervals on
 * the first 2,000.   npm run calibrate -- [--gaussian N] [--rounded N] [--threads N] [--seed N]
 */
import { processTerminal } from '../src/cli/terminal.ts';
import type { Likelihood } from '../src/stats/problem.ts';
import { PARAMETERS } from '../test/calibration/replicate.ts';
import { judgeUniformity } from '../test/calibration/uniformity.ts';
import { countFlag, printTable, verdict } from './report.ts';
import type { Task } from './work.ts';
import { runTasks } from './workers.ts';

const COVERED_ON = 2000;
const [LOW, HIGH] = [0.88, 0.92];
const LEAST_P = 0.001;

const seed = countFlag('seed', 42);
const threads = countFlag('threads', 2);

/** One likelihood: a row for each parameter. Coverage is a bar only where at least 2,000 replicates were run. */
async function calibrate(likelihood: Likelihood, replicates: number): Promise<void> {
  const tasks: Task[] = Array.from({ length: replicates }, (_, i) => ({ kind: 'pit', likelihood, seed, i }));
  const progress = processTerminal().progress(likelihood, replicates);
  const started = performance.now();
  const pit = await runTasks<readonly number[]>(tasks, threads, progress.advance);
  progress.done();
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${likelihood}: ${replicates} replicates in ${seconds.toFixed(0)} s, seed ${seed}`);
  const barred = replicates >= COVERED_ON;
  printTable(
    [
      'parameter',
      'chi2(19) p',
      'KS sqrt(n)',
      `90 % covers (n=${Math.min(replicates, COVERED_ON)})`,
      'p > 0.001',
      '0.88-0.92',
    ],
    PARAMETERS.map((name, j) => {
      const all = judgeUniformity(pit.map((row) => row[j] ?? Number.NaN));
      const { coverage90 } = judgeUniformity(pit.slice(0, COVERED_ON).map((row) => row[j] ?? Number.NaN));
      const covers = barred ? verdict(coverage90 >= LOW && coverage90 <= HIGH) : 'not judged under 2,000';
      return [
        name,
        all.pValue.toFixed(4),
        all.ks.toFixed(2),
        coverage90.toFixed(3),
        verdict(all.pValue > LEAST_P),
        covers,
      ];
    }),
  );
}

await calibrate('gaussian', countFlag('gaussian', 5000));
await calibrate('rounded', countFlag('rounded', 1000));
