/**
 * The real `titrial` command in a process of its own, as a person runs it: what it prints, says and ends with. Tests hand
 * it files in a folder that is theirs and gone afterwards.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** A folder whose name has a space, removed after the tests of the calling file. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'titrial cli '));
  after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Writes a file of the folder and gives its path. */
export function writeInto(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What is said is a sentence: no stack of calls, and nothing that drives a terminal. */
export function assertPlain(said: string): void {
  assert.doesNotMatch(said, /^\s+at /m);
  assert.doesNotMatch(said, /[^\P{Cc}\n]/u);
}

/** Runs `titrial` with these arguments. `closeEarly` stops reading its output after the first bytes, as `| head -1` does. */
export function titrial(args: readonly string[], options: { readonly closeEarly?: boolean } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'src', 'cli', 'main.ts'), ...args], { cwd: ROOT });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      said[stream] += chunk;
      if (options.closeEarly && stream === 'stdout') child.stdout.destroy();
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
