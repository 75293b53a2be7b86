import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Command } from 'commander';
import { TEMPLATE_NAMES } from '../medicine/templates.ts';
import { addPlanCommand } from './plan.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-plan-'));
after(() => rmSync(folder, { recursive: true }));

type Said = { readonly printed: string; readonly complained: string; readonly code: ExitCode };

function plan(...args: readonly string[]): Said {
  const printed: string[] = [];
  const complained: string[] = [];
  let ended: ExitCode = 0;
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    complain: (text) => void complained.push(text),
    progress: () => ({ advance: () => {}, done: () => {} }),
    today: () => 0,
    endWith: (code) => {
      ended = code;
    },
  };
  const program = new Command('titrial').exitOverride();
  addPlanCommand(program, terminal);
  program.parse(['plan', ...args], { from: 'user' });
  return { printed: printed.join('\n'), complained: complained.join('\n'), code: ended };
}

test('the weekly schedule is laid out day by day, with dates where there is a first day', () => {
  const { printed, code } = plan('seed-weekly', '--start', '2026-03-02');
  assert.equal(code, 0);
  assert.match(printed, /Sun 2026-03-15 {2}no drug\n\n {2}day {3}15 {2}Mon 2026-03-16 {2}1\.5 mg/);
  assert.match(printed, /Sun 2026-05-24 {2}4\.5 mg$/);
});

test('every template is listed and printed no wider than a terminal of 80 columns', () => {
  for (const line of plan('--list').printed.split('\n')) assert.ok(line.length <= 80, line);
  for (const name of TEMPLATE_NAMES) {
    const { printed, code } = plan(name, '--start', '2026-03-02');
    assert.equal(code, 0);
    for (const line of printed.split('\n')) assert.ok(line.length <= 80, line);
  }
});

test('the list names every template', () => {
  for (const name of TEMPLATE_NAMES)
    assert.match(plan('--list').printed, new RegExp(`^${name.replace('.', '\\.')} `, 'm'));
  assert.equal(JSON.parse(plan('--list', '--json').printed).length, TEMPLATE_NAMES.length);
});

test('a template nobody knows is refused with the list, and so is none at all', () => {
  for (const args of [['weekly'], []]) {
    const { complained, printed, code } = plan(...args);
    assert.deepEqual([printed, code], ['', 2]);
    assert.match(complained, /seed-weekly {2}/);
  }
});

test('the JSON holds one entry a day with its dose as text', () => {
  const { days, plan: kept, signatures } = JSON.parse(plan('okelly', '--start', '2026-01-01', '--json').printed);
  assert.equal(days.length, 14 + 30 + 56);
  assert.deepEqual(days[14], { day: 15, date: '2026-01-15', kind: 'step', step: 0, dose: '1 mg' });
  assert.deepEqual([kept.format, signatures], ['titrial-plan', 1]);
});

test('a plan written to a file is read back, and the file is never written over', () => {
  const file = join(folder, 'mine.json');
  assert.equal(plan('gentle', '--out', file).code, 0);
  assert.match(plan(file).printed, /^gentle\n/);
  const before = readFileSync(file, 'utf8');
  const again = plan('okelly', '--out', file);
  assert.deepEqual([again.code, again.printed], [2, '']);
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.equal(plan('okelly', '--out', join(folder, 'no', 'such', 'folder.json')).code, 3);
});

test('a plan file with faults is refused with the place of each', () => {
  const file = join(folder, 'faulty.json');
  const text = readFileSync(join(folder, 'mine.json'), 'utf8');
  writeFileSync(
    file,
    text.replace('"dose": "4.5 mg"', '"dose": "45 mg"').replace('"baselineDays": 14', '"baselineDays": -1'),
  );
  const { complained, code } = plan(file);
  assert.equal(code, 2);
  assert.match(complained, /\$\.steps\[8\]\.dose: Step 9 cannot stand\. 45 mg is ten times 4\.5 mg/);
  assert.match(complained, /\$\.baselineDays: /);
});

test('a ceiling of 9 mg needs a site policy, and 12.01 mg has none', () => {
  const file = join(folder, 'high.json');
  writeFileSync(
    file,
    readFileSync(join(folder, 'mine.json'), 'utf8').replace('"ceiling": "4.5 mg"', '"ceiling": "9 mg"'),
  );
  assert.equal(plan(file).code, 2);
  const allowed = plan(file, '--site-maximum', '12 mg');
  assert.equal(allowed.code, 0);
  assert.match(allowed.printed, /second prescriber/);
  for (const maximum of ['12.01 mg', '12', '12,0 mg', '12 mL'])
    assert.equal(plan(file, '--site-maximum', maximum).code, 2);
});

test('bad input ends in a sentence and code 2: a directory, no file, no text, a date that is none', () => {
  const binary = join(folder, 'binary.json');
  writeFileSync(binary, Buffer.from([0x7b, 0x00, 0xff]));
  const bad = [[folder], [join(folder, 'nothing.json')], [binary], ['gentle', '--start', '2026-02-30']];
  for (const args of bad) {
    const { complained, printed, code } = plan(...args);
    assert.deepEqual([printed, code], ['', 2]);
    assert.ok(complained.length > 0);
  }
});
