/**
 * Everything `npm test` runs, in order, each step announced with its time; the first failing step ends it. Refuses to be
 * green for nothing: a step that finds no test file, a test file no step runs, a skip without a reason
 * and a test still to do all fail.
 *
 * `npm test -- unit` runs one step, `npm test -- check unit` two: check, unit, server, calibration, pages.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_SENTENCE, findChromium, ROOT } from './machine.mjs';

const SUITES = {
  unit: ['src/**/*.test.ts', 'test/*.test.ts', 'web/**/*.test.ts'],
  server: ['test/contract/*.test.ts', 'test/server/*.test.ts'],
  calibration: ['test/calibration/*.test.ts'],
  pages: ['test/pages/*.test.ts'],
};
/** Globs that may match nothing: no page has a test beside it yet. */
const MAY_BE_EMPTY = ['web/**/*.test.ts'];

const bin = (...path) => join(ROOT, 'node_modules', ...path);
const types = (project) => ({ name: `types: ${project}`, args: [bin('typescript', 'bin', 'tsc'), '-p', project] });
const suite = (name, note, env) => ({ name: `${name} tests${note}`, suite: name, env });
/** No offset, the far side of the date line, and half an hour off with summer time. */
const ZONES = ['UTC', 'Pacific/Apia', 'America/St_Johns'];
const STEPS = {
  check: [
    types('tsconfig.json'),
    types('tsconfig.pure.json'),
    types('web/tsconfig.json'),
    { name: 'format and lint', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check'] },
  ],
  unit: ZONES.map((TZ) => suite('unit', `, TZ=${TZ}`, { TZ })),
  server: [suite('server', ', on memory, SQLite and PostgreSQL', {})],
  calibration: [suite('calibration', '', {})],
  pages: [suite('pages', ', in Chromium', {})],
};

/** Compiled sources are kept between the many processes the tests start: half the time of a suite. Node checks them. */
const NODE_COMPILE_CACHE = bin('.cache', 'titrial-compiled');

const totals = { passed: 0, failed: 0, skipped: 0 };

/** Ends the run: the tally alone on the last line, so that a person and a machine read the same thing. Never returns. */
function finish(failure) {
  if (failure) console.log(`\nstopped: ${failure}`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  const tally = `\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`;
  return new Promise(() => process.stdout.write(tally, () => process.exit(failure ? 1 : 0)));
}

/** Runs a program in the checkout; its output is kept, and counted for a person who waits at a terminal. */
function run(args, env, count) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_COMPILE_CACHE, ...env } });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (count && process.stdout.isTTY)
        process.stdout.write(`\r  ${output.match(/^\s*✔/gm)?.length ?? 0} passed so far`);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('close', (code) => {
      if (count && process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      resolve({ output, code: code ?? 1 });
    });
  });
}

/** Files of a suite; a glob that matches none is a suite that would silently run nothing. */
function filesOf(name) {
  const found = SUITES[name].map((glob) => ({
    glob,
    files: globSync(glob, { cwd: ROOT, exclude: ['**/node_modules/**'] }),
  }));
  const empty = found.find(({ glob, files }) => files.length === 0 && !MAY_BE_EMPTY.includes(glob));
  return empty
    ? { fault: `no test file matches ${empty.glob}` }
    : { files: found.flatMap(({ files }) => files).sort() };
}

/** Test files that no suite would run. */
function strays() {
  const known = new Set(Object.values(SUITES).flatMap((globs) => globs.flatMap((g) => globSync(g, { cwd: ROOT }))));
  const all = globSync('{src,test,web,bench,scripts}/**/*.test.*', {
    cwd: ROOT,
    exclude: ['**/node_modules/**', '**/dist/**'],
  });
  return all.filter((file) => !known.has(file));
}

async function runSuite(step) {
  const { files, fault } = filesOf(step.suite);
  if (fault) return fault;
  const env = { ...step.env };
  if (step.suite === 'pages') {
    env.TITRIAL_CHROMIUM = findChromium();
    if (!env.TITRIAL_CHROMIUM) return CHROMIUM_SENTENCE;
  }
  // A page test has a server and a browser of its own, and waits for one or the other half of its time.
  const atOnce = step.suite === 'pages' ? Math.min(4, availableParallelism()) : availableParallelism();
  const args = ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`, ...files];
  const { output, code } = await run(args, env, true);
  return judge(output, code);
}

/** Reads the runner's closing lines. A green run prints those and its skips; a red one prints all it has. */
function judge(output, code) {
  const closing = output.split('\n').filter((line) => /^ℹ /.test(line));
  const counted = (word) => Number(closing.find((line) => line.startsWith(`ℹ ${word} `))?.split(' ')[2] ?? 0);
  const skips = output.split('\n').filter((line) => /^\s*﹣ /.test(line));
  const failed = counted('fail') + counted('cancelled');
  const unexplained = skips.filter((line) => !/\) # (?!SKIP\s*$)\S/.test(line));
  totals.passed += counted('pass');
  totals.failed += failed;
  totals.skipped += counted('skipped');
  console.log(code === 0 ? [...new Set(skips), ...closing].join('\n') : output);
  if (code !== 0 || failed > 0) return failed > 0 ? `${failed} failed` : `the test runner ended with code ${code}`;
  if (counted('tests') === 0) return 'the test runner ran no test';
  if (counted('todo') > 0) return 'a test is marked as still to do';
  return unexplained.length > 0 ? 'a test is skipped without a reason' : undefined;
}

async function runStep(step) {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  let failure;
  if (step.suite) failure = await runSuite(step);
  else {
    const { output, code } = await run(step.args, {}, false);
    if (code !== 0) {
      console.log(output);
      failure = `ended with code ${code}`;
    }
  }
  console.log(`   ${failure ? 'failed' : 'done'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!failure) return;
  if (totals.failed === 0) totals.failed = 1;
  await finish(`${step.name}: ${failure}`);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`npm test knows these steps: ${Object.keys(STEPS).join(', ')}; not: ${unknown.join(', ')}`);
  process.exit(2);
}
const stray = strays();
if (stray.length > 0) {
  totals.failed = 1;
  await finish(`no step runs ${stray.join(', ')}`);
}
for (const name of asked.length > 0 ? asked : Object.keys(STEPS)) for (const step of STEPS[name]) await runStep(step);
await finish();
