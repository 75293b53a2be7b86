#!/usr/bin/env node
/**
 * The `titrial` program: runs `main.ts` in this process where Node can, and in the Node that npm installed beside us
 * where it cannot. Plain JavaScript for Node 20. Passes arguments, input, output, signals and the exit code through.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) await import('./main.ts');
else runInPackagedNode();

function runInPackagedNode() {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const node = join(here, '..', '..', 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    const need = `titrial: this is Node ${process.versions.node}; 22.18 or newer is needed (24 is best).`;
    process.stderr.write(`${need} Install Node 24, or run "npm install" in ${join(here, '..', '..')} first.\n`);
    process.exitCode = 3;
    return;
  }
  const child = spawn(node, [join(here, 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`titrial: ${node} did not start: ${error.message}\n`);
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
