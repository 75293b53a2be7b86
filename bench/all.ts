/** The short form of every comparison, one after another.   npm run bench -- [--long] */
import { spawnSync } from 'node:child_process';
import { hasFlag } from './report.ts';

const long = hasFlag('long');
const RUNS: readonly (readonly [title: string, file: string, short: readonly string[]])[] = [
  ['Agreement with Stan', 'reference.ts', []],
  ['Accuracy of the lattice', 'accuracy.ts', ['--sets', '10', '--rounded', '3']],
  ['False "it works"', 'honesty.ts', ['--diaries', '100', '--rounded', '20']],
  ['Calibration', 'calibrate.ts', ['--gaussian', '500', '--rounded', '60']],
  ['Speed', 'engine.ts', ['--short', '--rounds', '3']],
];

for (const [title, file, short] of RUNS) {
  console.log(`\n== ${title} ${'='.repeat(60 - title.length)}`);
  const script = new URL(file, import.meta.url).pathname;
  const { status } = spawnSync(process.execPath, [script, ...(long ? [] : short)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
