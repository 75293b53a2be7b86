/**
 * Brings what `npm start` and `npm test` need, so that a fresh checkout needs no other command: packages, the built
 * pages and, for the tests, Chromium. Silent when nothing is missing. Plain JavaScript for Node 20, no packages.
 *
 * Called by npm as `prestart` (argument `start`) and `pretest` (argument `test`).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_SENTENCE, findChromium, findNode, NODE_SENTENCE, ROOT } from './machine.mjs';

const say = (text) => process.stderr.write(`titrial: ${text}\n`);

function give(sentence) {
  say(sentence);
  process.exit(1);
}

/** Runs a program in the checkout with its output on ours; true when it ended well. */
function run(program, args, options = {}) {
  return spawnSync(program, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options }).status === 0;
}

const installed = join(ROOT, 'node_modules', '.package-lock.json');

function packagesAreCurrent() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

/** `npm install`, with the npm that called us where there is one. Development packages too: the page is built here. */
function installPackages() {
  say('installing packages (once; about a minute) …');
  const args = ['install', '--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const own = npm?.endsWith('npm-cli.js') && existsSync(npm);
  const done = own ? run(process.execPath, [npm, ...args]) : run('npm', args, { shell: process.platform === 'win32' });
  if (!done) give('npm install did not succeed; the reason stands above. It needs the network once.');
  const now = new Date();
  utimesSync(installed, now, now); // npm may leave the file alone when nothing changed; then we would ask it each time
}

/** Path, size and time of every file the page is made from, as one hash; a deleted file changes it too. */
function pageSources() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const file = join(ROOT, path);
    if (!existsSync(file)) return;
    const { mtimeMs, size } = statSync(file);
    hash.update(`${path}\n${size} ${mtimeMs}\n`);
  };
  const walk = (folder) => {
    if (!existsSync(join(ROOT, folder))) return;
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'dist' && entry.name !== 'node_modules') walk(path);
      else if (entry.isFile() && !entry.name.includes('.test.')) visit(path);
    }
  };
  for (const folder of ['web', 'src', 'data']) walk(folder);
  visit('package-lock.json');
  return hash.digest('hex');
}

const PAGES = ['desk', 'door', 'patient', 'clinic'];

/** Builds each page into its own dist unless what lies there was built from these very sources. */
function buildPages() {
  const sources = pageSources();
  const stampOf = (page) => join(ROOT, 'web', page, 'dist', '.built-from');
  const isBuilt = (page) =>
    existsSync(join(ROOT, 'web', page, 'dist', 'index.html')) &&
    existsSync(stampOf(page)) &&
    readFileSync(stampOf(page), 'utf8') === sources;
  const due = PAGES.filter((page) => !isBuilt(page));
  if (due.length > 0) say('building the pages (a few seconds) …');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const page of due) {
    if (!run(findNode(), [vite, 'build', join('web', page), '--logLevel', 'warn']))
      give(`the page ${page} could not be built; the reason stands above.`);
    writeFileSync(stampOf(page), sources);
  }
}

/**
 * Installs Chromium, and what reads a letter's text, where the machine is Debian's kin and lets us; otherwise says how to
 * get the browser and goes on. Without the reader the tests that need it are skipped, saying so.
 */
function bringPrograms() {
  const missing = [
    ...(findChromium() || process.env.TITRIAL_CHROMIUM ? [] : ['chromium']),
    ...(spawnSync('pdftotext', ['-v']).error ? ['poppler-utils'] : []),
  ];
  const root = process.getuid?.() === 0;
  const apt = missing.length > 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (apt && (root || spawnSync('sudo', ['-n', 'true']).status === 0)) {
    say(`installing ${missing.join(' and ')} for the tests (once; a few minutes) …`);
    const quiet = {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    const as = (args) => (root ? run(args[0], args.slice(1), quiet) : run('sudo', ['-n', ...args], quiet));
    if (as(['apt-get', 'update'])) as(['apt-get', 'install', '-y', '--no-install-recommends', ...missing]);
  }
  if (!findChromium()) say(CHROMIUM_SENTENCE);
}

const purpose = process.argv[2];
if (purpose !== 'start' && purpose !== 'test') give('set-up.mjs takes "start" or "test".');
if (!packagesAreCurrent()) installPackages();
if (!findNode()) give(NODE_SENTENCE);
buildPages();
if (purpose === 'test') bringPrograms();
