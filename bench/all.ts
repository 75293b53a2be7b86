/**
 * Is every figure still true? The short form of every comparison, one after another, and a summary of the bars met.
 *   npm run bench              the short forms, a minute or two; with R some more for compiling Stan's models once
 *   npm run bench -- --long    every comparison in full, an hour or more
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasFlag, printTable } from './report.ts';

type Run = { readonly title: string; readonly file: string; readonly short: readonly string[]; readonly long: string };
type Outcome = { readonly met: number; readonly missed: number; readonly code: number; readonly seconds: number };

const RUNS: readonly Run[] = [
  { title: 'Agreement with Stan', file: 'reference.ts', short: [], long: 'node bench/reference.ts' },
  {
    title: 'Accuracy of the lattice',
    file: 'accuracy.ts',
    short: ['--sets', '10', '--rounded', '3'],
    long: 'node bench/accuracy.ts',
  },
  {
    title: 'False "it works"',
    file: 'honesty.ts',
    short: ['--diaries', '100', '--rounded', '20'],
    long: 'npm run bench:honesty',
  },
  {
    title: 'Blinded trials',
    file: 'trial-honesty.ts',
    short: ['--trials', '60'],
    long: 'npm run bench:trial-honesty',
  },
  {
    title: 'Calibration',
    file: 'calibrate.ts',
    short: ['--gaussian', '500', '--rounded', '60'],
    long: 'npm run calibrate',
  },
  { title: 'Speed', file: 'engine.ts', short: ['--short', '--rounds', '3'], long: 'npm run bench:engine' },
  { title: 'Letters', file: 'letter.ts', short: ['--rounds', '5'], long: 'node bench/letter.ts' },
  { title: 'Server, SQLite', file: 'server.ts', short: ['--short'], long: 'npm run bench:server' },
  { title: 'Pages', file: 'pages.ts', short: ['--cases', '500'], long: 'npm run bench:pages' },
  { title: 'Faults', file: 'faults.ts', short: ['--kills', '5', '--postgres-kills', '1'], long: 'npm run faults' },
];

/** Runs one comparison with its output on ours, and counts the bars it says were met and missed. */
function compare({ file, short }: Run, long: boolean): Promise<Outcome> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...(long ? [] : short)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => {
      const count = (word: RegExp): number => said.match(word)?.length ?? 0;
      const seconds = (performance.now() - started) / 1000;
      resolve({ met: count(/\bpass$|\bpass\b(?= )/gm), missed: count(/\bFAIL\b/g), code: code ?? 1, seconds });
    });
  });
}

/** A comparison that ends badly with no bar missed has broken; one without a bar has compared nothing. */
function judge({ met, missed, code }: Outcome): string {
  if (missed > 0) return `FAIL: ${missed} of ${met + missed} bars missed`;
  if (code !== 0) return `FAIL: ended with code ${code}`;
  return met === 0 ? 'not compared: the reason stands above' : `pass: all ${met} bars met`;
}

const asked = process.argv.slice(2).filter((argument) => argument !== '--long');
if (asked.length > 0) {
  console.error(`npm run bench knows one option, --long; not: ${asked.join(' ')}`);
  process.exit(2);
}
const long = hasFlag('long');
const summary: (readonly string[])[] = [];
for (const [i, run] of RUNS.entries()) {
  console.log(`\n== ${i + 1} of ${RUNS.length}: ${run.title} ${'='.repeat(60 - run.title.length)}`);
  const outcome = await compare(run, long);
  if (outcome.code !== 0) process.exitCode = 1;
  summary.push([run.title, judge(outcome), `${outcome.seconds.toFixed(0)} s`, run.long]);
}
console.log(`\n== Summary ${'='.repeat(58)}`);
printTable(['comparison', 'result', 'time', 'its long form'], summary);
console.log(process.exitCode === 1 ? '\nA bar was missed, or a comparison broke: see FAIL.' : '\nNo bar was missed.');
