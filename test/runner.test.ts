/** Can `npm test` be green for nothing? The runner is run on small checkouts with planted faults. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = dirname(import.meta.dirname);
const PASSING = "import { test } from 'node:test'; test('passes', () => {});";

/** Runs a step of the runner on a checkout made of these files; the runner must not know that it is in a test. */
function runStep(step: string, files: Readonly<Record<string, string>>) {
  const checkout = mkdtempSync(join(tmpdir(), 'titrial runner '));
  try {
    cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
    for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
      mkdirSync(dirname(join(checkout, path)), { recursive: true });
      writeFileSync(join(checkout, path), text);
    }
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const program = [join(checkout, 'scripts', 'test.mjs'), step];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8', env });
    return { status, output: stdout + stderr, last: stdout.trimEnd().split('\n').at(-1) };
  } finally {
    rmSync(checkout, { recursive: true });
  }
}

test('a green run ends with the tally alone on its line, after the test runner’s own closing lines', () => {
  const { status, output, last } = runStep('unit', { 'src/a.test.ts': PASSING, 'test/b.test.ts': PASSING });
  assert.equal(status, 0, output);
  assert.match(output, /^ℹ tests 2$/m);
  assert.equal(last, '6 passed, 0 failed');
});

const planted: readonly [why: string, files: Readonly<Record<string, string>>, reason: RegExp, last: string][] = [
  [
    'a failing test',
    { 'src/a.test.ts': PASSING, 'test/b.test.ts': PASSING.replace('{}', '{ throw new Error(); }') },
    /unit tests, TZ=UTC: 1 failed/,
    '1 passed, 1 failed',
  ],
  ['a suite without a file', { 'src/a.test.ts': PASSING }, /no test file matches test\/\*/, '0 passed, 1 failed'],
  [
    'a test file in a place nothing runs',
    { 'src/a.test.ts': PASSING, 'test/b.test.ts': PASSING, 'bench/c.test.ts': PASSING },
    /no step runs bench.c\.test\.ts/,
    '0 passed, 1 failed',
  ],
  [
    'a skip without a reason',
    { 'src/a.test.ts': PASSING, 'test/b.test.ts': PASSING.replace("'passes',", "'skips', { skip: true },") },
    /skipped without a reason/,
    '1 passed, 1 failed, 1 skipped',
  ],
  [
    'a test still to do',
    { 'src/a.test.ts': PASSING, 'test/b.test.ts': PASSING.replace("'passes',", "'waits', { todo: 'later' },") },
    /still to do/,
    '1 passed, 1 failed',
  ],
];
for (const [why, files, reason, last] of planted)
  test(`the run is red for ${why}`, () => {
    const run = runStep('unit', files);
    assert.equal(run.status, 1, run.output);
    assert.match(run.output, reason);
    assert.equal(run.last, last);
  });

test('a skip with a reason is counted and its reason is printed', () => {
  const skipping = PASSING.replace("'passes',", "'skips', { skip: 'no shared folder' },");
  const { status, output, last } = runStep('unit', { 'src/a.test.ts': PASSING, 'test/b.test.ts': skipping });
  assert.equal(status, 0, output);
  assert.match(output, /# no shared folder/);
  assert.equal(last, '3 passed, 0 failed, 3 skipped');
});

test('a step nobody knows is refused with the list of those there are', () => {
  const { status, output } = runStep('everything', {});
  assert.equal(status, 2);
  assert.match(output, /check, unit, server, calibration, pages/);
});
