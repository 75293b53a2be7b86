/** What the documents promise: every link leads somewhere, and every `titrial` example runs. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { analyseDiary } from '../src/analysis/analyse.ts';
import { simulateJourney } from '../src/analysis/journey.ts';
import { argumentsOf, examplesIn, linksIn } from './docs/examples.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

for (const path of documents)
  test(`every link in ${path} leads to a file`, () => {
    const broken = linksIn(read(path)).filter((target) => !existsSync(join(root, dirname(path), decodeURI(target))));
    assert.deepEqual(broken, []);
  });

/** Runs a document's examples one after the other in a folder of their own, where the checkout's files can be named. */
function runExamples(path: string, examples: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'titrial docs '));
  try {
    for (const name of ['test', 'docs', 'data'])
      if (existsSync(join(root, name))) symlinkSync(join(root, name), join(folder, name), 'junction');
    for (const example of examples) {
      const program = [join(root, 'src', 'cli', 'main.ts'), ...argumentsOf(example)];
      const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, `${path}: ${example}\n${stderr}`);
      assert.notEqual(stdout.trim(), '', `${path}: ${example} says nothing`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const path of documents) {
  const examples = examplesIn(read(path));
  if (examples.length > 0) test(`the ${examples.length} examples in ${path} run`, () => runExamples(path, examples));
}

test('the README shows examples, so that the tests above are not empty', () => {
  assert.ok(examplesIn(read('README.md')).length >= 3);
});

test('every format shows an example that runs', () => {
  const silent = documents.filter((path) => path.startsWith('docs/formats/') && examplesIn(read(path)).length === 0);
  assert.deepEqual(silent, []);
});

/** Names of the parts of a value at any depth; quantiles are told by their probabilities. */
function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.length > 0 ? value.flatMap(keysOf) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...keysOf(part)]);
}

test('docs/formats/finding.md names every part of real findings, open and blinded, and every code there is', () => {
  const told = new Set([...read('docs/formats/finding.md').matchAll(/`([^`\s]+)`/g)].map(([, name]) => name));
  const findings = (['responder', 'non-responder'] as const).flatMap((journey) => {
    const { diary } = simulateJourney(journey);
    const blinded = journey === 'non-responder'; // it has a capsule column
    return analyseDiary({ diary, likelihood: 'auto', blinded, randomised: false }).findings;
  });
  const keys = new Set(findings.flatMap(keysOf));
  assert.ok(keys.has('expectancy') && keys.has('missingDaysWorse'), 'the findings are too plain to hold the page to');
  const source = read('src/analysis/finding.ts');
  const codes = [...source.matchAll(/(?:code: |= |\| )'([a-z0-9-]+)'/g)].map(([, code = '']) => code);
  const fields = [...source.matchAll(/readonly (\w+)\??:/g)].map(([, field = '']) => field);
  assert.deepEqual(
    [...keys, ...codes, ...fields].filter((name) => !told.has(name)),
    [],
  );
});

test('links are found, and code and outside addresses are not taken for one', () => {
  const text = '[a](b.md#c) ![d](<e.png>) [f](https://example.org) [g](#h) `[i](j)`\n```\n[k](l)\n```\n[m](n/ "o")';
  assert.deepEqual(linksIn(text), ['b.md', 'e.png', 'n/']);
});

test('examples are read from sh blocks and need no shell', () => {
  assert.deepEqual(examplesIn('```sh\ntitrial a\n# b\nnpm c\n```\n```\ntitrial d\n```'), ['titrial a']);
  assert.deepEqual(argumentsOf('titrial plan "a b" --json  # why'), ['plan', 'a b', '--json']);
  assert.throws(() => argumentsOf('titrial plan a | less'), RangeError);
});
