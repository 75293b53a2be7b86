import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Command } from 'commander';
import { addAnalyseCommand } from './analyse.ts';
import { addBackupCommand } from './backup.ts';
import { addExplainCommand } from './explain.ts';
import { addFitCommand } from './fit.ts';
import { addPeopleCommand } from './people.ts';
import { addPlanCommand } from './plan.ts';
import { addRestoreCommand } from './restore.ts';
import { addServeCommand } from './serve.ts';
import { addSimulateCommand } from './simulate.ts';
import { processTerminal } from './terminal.ts';
import { addVerifyCommand } from './verify.ts';

const program = join(import.meta.dirname, 'titrial.js');
const titrial = (...args: readonly string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

test('the program passes arguments in and output and a good end out', () => {
  const { status, stdout } = titrial('--help');
  assert.equal(status, 0);
  assert.match(stdout, /^Usage: titrial/);
});

test('a command nobody knows is refused with code 2 and no stack trace', () => {
  const { status, stderr } = titrial('heal');
  assert.equal(status, 2);
  assert.doesNotMatch(stderr, /\n\s+at /);
});

const ADD = [
  ...[addAnalyseCommand, addExplainCommand, addFitCommand, addPlanCommand, addServeCommand, addSimulateCommand],
  ...[addBackupCommand, addRestoreCommand, addVerifyCommand, addPeopleCommand],
];

test('every command is explained with an example and its exit codes, no wider than a terminal of 80 columns', () => {
  const program = new Command('titrial');
  const terminal = processTerminal();
  for (const add of ADD) add(program, terminal);
  const overview = titrial('--help').stdout;
  for (const command of program.commands) {
    const name = command.name();
    assert.match(overview, new RegExp(`^ {2}${name} `, 'm'));
    const parts: string[] = [];
    command.configureOutput({ writeOut: (text) => void parts.push(text) }).outputHelp();
    const told = parts.join('');
    assert.match(told, new RegExp(`^Examples:\\n(?: .*\\n)*? {2}titrial ${name} `, 'm'));
    assert.match(told, /^Exit codes: 0 /m);
    for (const line of `${overview}${told}`.split('\n')) assert.ok(line.length <= 80, line);
  }
});

test('help is no fault, and help for a command nobody knows is one', () => {
  assert.deepEqual([titrial('help', 'fit').status, titrial('help', 'heal').status], [0, 2]);
});

test('a disk that is full is code 3', { skip: !existsSync('/dev/full') && 'no /dev/full on this machine' }, () => {
  const full = openSync('/dev/full', 'w');
  try {
    const { status } = spawnSync(process.execPath, [program, 'plan', '--list'], { stdio: ['ignore', full, 'ignore'] });
    assert.equal(status, 3);
  } finally {
    closeSync(full);
  }
});

test('the program runs through a link, as npm installs it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'titrial bin '));
  try {
    const link = join(folder, 'titrial');
    symlinkSync(program, link);
    assert.equal(spawnSync(process.execPath, [link, '--help']).status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
