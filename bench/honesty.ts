/**
 * How often is somebody told "it works" who gets nothing from the drug? Every way of being fooled, the product's own
 * settings, beside Welch's t-test on the same days.
 *   npm run bench:honesty -- [--diaries N] [--rounded N] [--threads N] [--seed N]
 */
import { processTerminal } from '../src/cli/terminal.ts';
import type { Likelihood } from '../src/stats/problem.ts';
import { EFFECT_ROWS, NULL_ROWS, type NullRow } from '../test/calibration/null-diaries.ts';
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

async function table(title: string, table: readonly NullRow[], likelihood: Likelihood, diaries: number): Promise<void> {
  const tasks: Task[] = table.flatMap(({ name }) =>
    Array.from({ length: diaries }, (_, i): Task => ({ kind: 'null', row: name, likelihood, seed, i })),
  );
  const progress = processTerminal().progress(`${title}, ${likelihood}`, tasks.length);
  const started = performance.now();
  const judged = await runTasks<NullJudgement>(tasks, threads, progress.advance);
  progress.done();
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${title}, ${likelihood} scores, ${diaries} diaries a row, seed ${seed}, ${seconds.toFixed(0)} s.`);
  console.log("Share told 'better' by the finding's verdict, and by P(benefit) > 0.975 alone; Welch one-sided 2.5 %,");
  console.log('days at the highest dose against days without.');
  printTable(
    [
      'row',
      "verdict 'better' (95 % interval)",
      'P at any dose',
      'P at top dose',
      'mean at top',
      'Welch t-test',
      'refused',
      '<= 2.5 %',
    ],
    table.map(({ name, design, change }, r) => {
      const rows = judged.slice(r * diaries, (r + 1) * diaries);
      const count = (holds: (row: NullJudgement) => boolean): number => rows.filter(holds).length;
      const told = count(({ toldBetter }) => toldBetter);
      const answered = rows.filter(({ refused }) => !refused);
      const bias = answered.reduce((sum, { mean }) => sum + mean, 0) / answered.length;
      return [
        name,
        percentWithInterval(told, rows.length),
        percent(count(({ clearAtAny }) => clearAtAny) / rows.length),
        percent(count(({ clearAtTop }) => clearAtTop) / rows.length),
        bias.toFixed(2),
        percent(count(({ welch }) => welch) / rows.length),
        rows.length - answered.length,
        design === 'titration' && change === undefined ? verdict(told / rows.length <= NOMINAL) : 'no bar',
      ];
    }),
  );
}

const diaries = countFlag('diaries', 400);
const rounded = countFlag('rounded', 100);
await table('No drug effect', NULL_ROWS, 'gaussian', diaries);
await table('A true change', EFFECT_ROWS, 'gaussian', diaries);
await table('No drug effect', NULL_ROWS, 'rounded', rounded);
