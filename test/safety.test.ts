/** The hazard log in docs/safety.md, held against the code: nothing claimed that is not there, nothing there unclaimed. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const HAZARDS = Array.from({ length: 38 }, (_, i) => `H${i + 1}`);

type Row = {
  readonly id: string;
  readonly cells: readonly string[];
  readonly status: string;
  readonly controls: readonly string[];
  readonly tests: readonly string[];
};
/** Text of a file by its path from the checkout, undefined when there is none. */
type Read = (path: string) => string | undefined;

const paths = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

function rowsOf(log: string): readonly Row[] {
  return [...log.matchAll(/^\| (H\d+) \|(.*)\|$/gm)].map(([, id = '', rest = '']) => {
    const cells = rest.split('|').map((cell) => cell.trim());
    const status = cells[3] ?? '';
    const [controls = '', tests = ''] = status.split(', tested in ');
    return { id, cells, status, controls: paths(controls), tests: paths(tests) };
  });
}

const mentions = (text: string, id: string): boolean => new RegExp(`\\b${id}\\b`).test(text);

/** What the log gets wrong about itself and about the files it names. */
function logFaults(log: string, read: Read): readonly string[] {
  const rows = rowsOf(log);
  const count = (id: string): number => rows.filter((row) => row.id === id).length;
  const missing = HAZARDS.filter((id) => count(id) !== 1).map((id) => `${id} stands ${count(id)} times`);
  const strange = rows.filter(({ id }) => !HAZARDS.includes(id)).map(({ id }) => `${id} is not a hazard we know`);
  return [...missing, ...strange, ...rows.flatMap((row) => rowFaults(row, read))];
}

function rowFaults({ id, cells, status, controls, tests }: Row, read: Read): readonly string[] {
  if (cells.length !== 4 || cells.some((cell) => cell === '')) return [`${id} has an empty or missing cell`];
  if (/^open: \S/.test(status)) return [];
  if (!status.startsWith('controlled by `')) return [`${id} is neither controlled nor open`];
  const faults: string[] = [];
  if (controls.length === 0) faults.push(`${id} is controlled by no file`);
  if (!tests.some((path) => path.endsWith('.test.ts'))) faults.push(`${id} is controlled but not tested`);
  for (const path of [...controls, ...tests]) {
    const text = read(path);
    if (text === undefined) faults.push(`${id}: ${path} does not exist`);
    else if (!mentions(text, id)) faults.push(`${id}: ${path} does not mention it`);
  }
  return faults;
}

/** Hazard numbers that code speaks of and the log does not have. */
function unknownIn(path: string, text: string): readonly string[] {
  const named = [...text.matchAll(/(?<![\w.#-])H([1-9]\d*)\b/g)].map(([, n = '']) => `H${n}`);
  return [...new Set(named)].filter((id) => !HAZARDS.includes(id)).map((id) => `${path} speaks of ${id}`);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readFile: Read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);

test('the hazard log is whole and every control and test it names is there', () => {
  assert.deepEqual(logFaults(readFile('docs/safety.md') ?? '', readFile), []);
});

test('the code speaks of no hazard the log does not have', () => {
  const files = globSync('{src,web,bench,test}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/dist/**'] });
  assert.ok(files.length > 20, 'next to no files were read');
  const own = join('test', 'safety.test.ts');
  assert.deepEqual(
    files.filter((path) => path !== own).flatMap((path) => unknownIn(path, readFile(path) ?? '')),
    [],
  );
});

const whole = HAZARDS.map((id) => `| ${id} | hazard | cause | control | open: later |`).join('\n');
const controlled = '| H1 | hazard | cause | control | controlled by `a.ts`, tested in `a.test.ts` |';
const withControl = whole.replace(/^.*$/m, controlled);
const files: Readonly<Record<string, string>> = { 'a.ts': '/** (H1) */', 'a.test.ts': '// H1' };

test('a whole log has no fault', () => {
  assert.deepEqual(
    logFaults(whole, () => undefined),
    [],
  );
  assert.deepEqual(
    logFaults(withControl, (path) => files[path]),
    [],
  );
});

const planted: readonly [why: string, log: string, files: Readonly<Record<string, string>>, fault: RegExp][] = [
  ['a missing row', whole.replace(/^.*H7 .*\n/m, ''), files, /H7 stands 0 times/],
  ['a doubled row', `${whole}\n| H7 | h | c | c | open: later |`, files, /H7 stands 2 times/],
  ['a row of its own making', `${whole}\n| H39 | h | c | c | open: later |`, files, /H39 is not a hazard/],
  ['an open row that names no part', whole.replace('open: later', 'open:'), files, /H1 is neither/],
  ['a status of its own making', whole.replace('open: later', 'mitigated'), files, /H1 is neither/],
  ['an empty cell', whole.replace('hazard', ''), files, /H1 has an empty/],
  ['a control that is not there', withControl, { 'a.test.ts': 'H1' }, /a\.ts does not exist/],
  ['a test that is not there', withControl, { 'a.ts': 'H1' }, /a\.test\.ts does not exist/],
  ['a control that never mentions it', withControl, { ...files, 'a.ts': 'H11' }, /a\.ts does not mention/],
  ['a test that never mentions it', withControl, { ...files, 'a.test.ts': '' }, /a\.test\.ts does not mention/],
  ['a control without a test', withControl.replace(/, tested.*(?= \|)/, ''), files, /H1 is controlled but not tested/],
];
for (const [why, log, there, fault] of planted)
  test(`a planted fault is found: ${why}`, () => assert.match(logFaults(log, (path) => there[path]).join('; '), fault));

test('a number beyond the log is found in code, and a matrix or a colour is not taken for one', () => {
  assert.deepEqual(unknownIn('a.ts', '// keeps H39 away, and H1'), ['a.ts speaks of H39']);
  assert.deepEqual(unknownIn('a.ts', "const H0 = 1; const ATH40 = '#H99';"), []);
});
