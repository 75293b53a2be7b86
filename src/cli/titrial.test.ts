import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

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
