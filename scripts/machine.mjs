/**
 * What this machine offers: a Node that runs TypeScript as it is, and a Chromium for the page tests. Looks, tells and
 * never installs; `set-up.mjs` does that. Plain JavaScript for Node 20, no packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, wherever it lies and whatever its path contains. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export const NODE_SENTENCE =
  `Titrial needs Node 22.18 or newer (24 is best); this is ${process.version} on ${process.platform}-${process.arch}, ` +
  'and npm has no ready-made Node package for it here. Install Node 24, then run the same command again.';

export const CHROMIUM_SENTENCE =
  'The page tests need Chromium and none was found. Install it (on Debian: apt-get install chromium; elsewhere Chromium ' +
  'or Google Chrome) or set TITRIAL_CHROMIUM to its program file, then run the same command again.';

/** Does this version of Node run `.ts` files without a flag? (Type stripping is on by default from 22.18.) */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** Program file of a Node that runs TypeScript: this one, or the one npm installed; undefined when there is neither. */
export function findNode() {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  return existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0 ? packaged : undefined;
}

/** Program file of Chromium or Chrome; TITRIAL_CHROMIUM wins, and when it names nothing nothing else is tried. */
export function findChromium() {
  const named = process.env.TITRIAL_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return [...programs.flatMap((p) => folders.map((f) => join(f, p))), ...elsewhere].find((file) => existsSync(file));
}
