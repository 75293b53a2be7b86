import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { assertPlain, ROOT, testFolder, titrial, writeInto } from '../../test/cli/titrial.ts';

const folder = testFolder();
const example = join(ROOT, 'docs', 'formats', 'examples', 'problem.json');
const problem = JSON.parse(readFileSync(example, 'utf8'));
const changed = (name: string, parts: object): string =>
  writeInto(folder, name, JSON.stringify({ ...problem, ...parts }));
const ATONCE = { concurrency: 3 };

const keysOf = (part: object): readonly string[] => Object.keys(part);

describe('what is fitted', ATONCE, () => {
  test('the JSON has the shape that was promised, and nothing is said beside it', async () => {
    const { code, stdout, stderr } = await titrial(['fit', example, '--json']);
    assert.deepEqual([code, stderr], [0, '']);
    const answer = JSON.parse(stdout);
    const parts = ['revision', 'likelihood', 'beta', 'theta', 'logEvidence', 'diagnostics', 'milliseconds'];
    assert.deepEqual(keysOf(answer), parts);
    assert.equal(answer.likelihood, 'gaussian');
    assert.deepEqual(
      answer.beta.map(({ dose }: { dose: number }) => dose),
      problem.doses,
    );
    for (const beta of answer.beta) {
      assert.deepEqual(keysOf(beta), ['dose', 'mean', 'sd', 'quantiles', 'pBelow0', 'pWorthwhile']);
      assert.deepEqual(keysOf(beta.quantiles).toSorted(), ['0.05', '0.5', '0.95']);
    }
    assert.deepEqual(
      answer.theta.map((row: object) => keysOf(row)),
      Array(4).fill(['name', 'mean', 'sd']),
    );
    assert.ok(Number.isFinite(answer.logEvidence) && answer.milliseconds > 0);
  });

  test('a person reads a table, and whole scores may be read as rounded', async () => {
    const whole = problem.y.map((v: number | null) => (v === null ? null : Math.round(v)));
    const { code, stdout } = await titrial(['fit', changed('rounded.json', { y: whole, likelihood: 'rounded' })]);
    assert.equal(code, 0);
    assert.match(stdout, /^ +dose +mean +sd/);
    assert.match(stdout, /rounded likelihood/);
  });
});

const refused: readonly [name: string, path: () => string, says: RegExp, codes: readonly string[]][] = [
  ['a missing file', () => join(folder, 'none.json'), /There is no file/, ['file-missing']],
  ['an empty file', () => writeInto(folder, 'empty.json', ''), /is not JSON/, ['not-json']],
  ['a NUL byte', () => writeInto(folder, 'nul.json', '{\n\0}'), /Line 2 .* NUL/, ['file-has-nul']],
  [
    'misspelt parts, one of which colours the terminal',
    () => changed('keys.json', { sdO: [1], '\u001b[31m': 1 }),
    /"sdO" is not a part.*"\\u001b\[31m" is not a part/s,
    ['key-unknown', 'key-unknown'],
  ],
  [
    'a prior of no width, and a level without a dose',
    () => changed('values.json', { ps: [0.5, 1.2, 0, 0.8], lvl: problem.lvl.map(() => 3) }),
    /"ps" .* position 2.*level 3/s,
    ['sd-not-positive', 'level-unknown'],
  ],
  [
    'half points read as rounded',
    () => changed('half.json', { likelihood: 'rounded' }),
    /not a whole number 0 to 10/,
    ['score-not-on-scale'],
  ],
  ['many people at once', () => changed('pooled.json', { y: [problem.y, problem.y] }), /2 people/, ['several-people']],
];
describe('a refusal is code 2, a sentence on stderr, and with --json its codes on stdout', ATONCE, () => {
  for (const [i, [name, path, says, codes]] of refused.entries())
    test(name, async () => {
      const asJson = i % 2 === 1; // one process a file
      const { code, stdout, stderr } = await titrial(['fit', path(), ...(asJson ? ['--json'] : [])]);
      assert.equal(code, 2);
      assert.match(stderr, says);
      assertPlain(stderr);
      const told = asJson ? JSON.parse(stdout).refusals.map((fault: { readonly code: string }) => fault.code) : codes;
      assert.deepEqual(told, codes);
      if (!asJson) assert.equal(stdout, '');
    });
});
