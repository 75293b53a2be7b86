import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { addExplainCommand } from '../src/cli/explain.ts';
import { runCommand, type Said } from './cli/said.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-explain-'));
after(() => rmSync(folder, { recursive: true }));
const files = globSync(join(import.meta.dirname, 'scenarios', '*.json')).sort();

const explain = (...args: readonly string[]): Said => runCommand(addExplainCommand, 'explain', args);

/** A scenario with some of its text replaced, as a file of its own. */
function altered(name: string, from: string | RegExp, to: string): string {
  const text = readFileSync(join(import.meta.dirname, 'scenarios', `${name}.json`), 'utf8');
  assert.notEqual(text.replace(from, to), text, `${from} is not in ${name}`);
  const file = join(folder, `${name}-altered.json`);
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe('the rules do what each scenario expects', () => {
  assert.ok(files.length >= 12, `only ${files.length} scenarios were found`);
  for (const file of files)
    test(basename(file, '.json').replaceAll('-', ' '), () => {
      const { printed, complained, code } = explain(file);
      assert.deepEqual(complained, []);
      assert.match(printed.join('\n'), /As expected\.$/);
      assert.equal(code, 0);
    });
});

test('an expectation that is not met is named and ends with code 2', () => {
  const { printed, code } = explain(
    altered('one-day-too-early', '"stop": "0 mg"', '"stop": "0 mg", "step-up": "3 mg"'),
  );
  assert.match(printed.join('\n'), /Not as expected:\n {2}expected the move step up \(3 mg\); it is not open\./);
  assert.equal(code, 2);
});

test('an expected dose that differs by a little is not met', () => {
  const { printed, code } = explain(altered('step-up-earned', '"step-up": "3 mg"', '"step-up": "3.01 mg"'));
  assert.match(printed.join('\n'), /expected the move step up \(3\.01 mg\)/);
  assert.match(printed.join('\n'), /the move step up \(3 mg\) is open; it was not expected/);
  assert.equal(code, 2);
});

test('the answer as JSON carries moves, reasons and whether the expectation held', () => {
  const { printed } = explain(files.find((file) => file.includes('dose-twelve-hours-late')) ?? '', '--json');
  const answer = JSON.parse(printed.join(''));
  assert.equal(answer.held, true);
  assert.deepEqual(answer.moves, [
    { move: 'hold', dose: '1.5 mg' },
    { move: 'step-up', dose: '3 mg' },
    { move: 'stop', dose: '0 mg' },
  ]);
  assert.deepEqual(answer.lateDose.dose, '1.5 mg');
});

const refused: readonly [name: string, from: string | RegExp, to: string, says: RegExp, why: string][] = [
  ['step-up-earned', '"labsPending": 0,', '', /\$\.given\.course: "labsPending" is missing/, 'nothing is guessed'],
  ['step-up-earned', '"seed-weekly"', '"weekly"', /\$\.given\.plan: There is no template "weekly"/, 'no such plan'],
  ['step-up-earned', '"step": 1', '"step": 4', /\$\.given\.course\.step: Step 4 is not in a plan of 3/, 'no such step'],
  ['step-up-earned', '"step": 1', '"step": 0', /0 is not between 1 and/, 'steps count from 1'],
  [
    'step-up-earned',
    '"2026-03-02"',
    '"2026-03-10"',
    /\$\.given\.course\.since: This date is after 2026-03-09/,
    'future',
  ],
  ['step-up-earned', '"daysTaken": 7', '"daysTaken": 8', /8 is more than the 7 that can be/, 'more doses than days'],
  ['step-up-earned', '"3 mg"', '"3 mL"', /\$\.expect\.moves\.step-up: "3 mL" is a volume/, 'a volume'],
  ['step-up-earned', '"days-served"', '"days-serv"', /\$\.expect\.reasons\[0\]: Here one of these is needed/, 'a slip'],
  ['step-up-earned', '"2026-03-09"', '"2026-02-30"', /\$\.when\.day: "2026-02-30" is not a date/, 'no such day'],
  ['step-up-earned', '"given"', '"scenario"', /"scenario" stands twice/, 'which one?'],
  ['step-up-earned', '{', '', /is not JSON/, 'a bracket lost'],
  ['dose-taken-already', /,\s*"lateDose": \{\s*"min[^}]*\}/, '', /has no "lateDose"/, 'nothing to compare with'],
];
for (const [name, from, to, says, why] of refused)
  test(`a scenario is refused with its place: ${why} (${to || from})`, () => {
    const { printed, complained, code } = explain(altered(name, from, to));
    assert.match(complained.join('\n'), says);
    assert.deepEqual(printed, []);
    assert.equal(code, 2);
  });

test('a file that is missing or a directory is refused in a sentence', () => {
  for (const path of [join(folder, 'nothing.json'), folder]) {
    const { complained, code } = explain(path);
    assert.equal(complained.length, 1);
    assert.equal(code, 2);
  }
});

test('the program itself explains a scenario', () => {
  const program = join(import.meta.dirname, '..', 'src', 'cli', 'titrial.js');
  const file = files.find((each) => each.includes('tramadol-reported')) ?? '';
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'explain', file], { encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /As expected\.\n$/);
});
