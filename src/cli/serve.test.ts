import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Command } from 'commander';
import { startServer } from '../http/server.ts';
import { type RawConfiguration, readConfiguration, serveOptions, withOptions } from './serve-options.ts';
import { serve } from './serve-run.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-serve-'));
mkdirSync(join(folder, 'dist'));
writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>desk</title>');
after(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'data');

/** What the options say when nobody says anything, and these. */
function raw(given: Partial<RawConfiguration>): RawConfiguration {
  const command = withOptions(new Command('serve'), serveOptions()).parse([], { from: 'user' });
  return { ...command.opts<RawConfiguration>(), data, ...given };
}

type Heard = { readonly said: string; readonly codes: readonly ExitCode[] };

async function heard(given: Partial<RawConfiguration>, place = join(folder, 'dist')): Promise<Heard> {
  const said: string[] = [];
  const codes: ExitCode[] = [];
  const terminal: Terminal = {
    print: (text) => void said.push(text),
    complain: (text) => void said.push(text),
    progress: () => ({ advance: () => {}, done: () => {} }),
    today: () => 0,
    endWith: (code) => void codes.push(code),
  };
  await serve(raw(given), terminal, { desk: place, door: place, patient: place, clinic: place });
  return { said: said.join('\n'), codes };
}

test('a port that is taken ends with a sentence that names it and exit code 3, and no data is made', async () => {
  const first = await startServer({ fetch: () => new Response('first') }, 0, '127.0.0.1');
  assert.ok(first.ok);
  const port = new URL(first.value.url).port;
  const { said, codes } = await heard({ port });
  assert.deepEqual(codes, [3]);
  assert.match(said, new RegExp(`^Port ${port} is taken`));
  assert.equal(existsSync(data), false);
  await first.value.close();
});

test('a missing build ends with a sentence that says how to build it', async () => {
  const { said, codes } = await heard({ port: '0' }, join(folder, 'nowhere'));
  assert.deepEqual(codes, [3]);
  assert.match(said, /has not been built.*npm start/s);
});

const refused: readonly [why: string, given: Partial<RawConfiguration>, code: string][] = [
  ...['', 'seven', '-1', '65536', '7420.5', '1e3', '00000007'].map((port): (typeof refused)[number] => [
    `port "${port}"`,
    { port },
    'port-unreadable',
  ]),
  ['every address without an origin', { host: '0.0.0.0' }, 'origin-missing'],
  ['an origin of other machines without https', { origin: 'http://clinic.example' }, 'origin-not-https'],
  ['an origin by number, which passkeys do not know', { origin: 'http://127.0.0.1:7420' }, 'origin-not-https'],
  ['an origin with a path', { origin: 'https://clinic.example/titrial' }, 'origin-unreadable'],
  ['an origin with a password', { origin: 'https://a:b@clinic.example' }, 'origin-unreadable'],
  ['an origin that is no address', { origin: 'clinic.example' }, 'origin-unreadable'],
  ['a database of another kind', { database: 'mysql://root@localhost/titrial' }, 'database-unreadable'],
  ['no time between anchors', { anchorMinutes: '0' }, 'option-unreadable'],
  ['a time in words', { findingAfter: 'ten' }, 'option-unreadable'],
  ['a demonstration that is neither on nor off', { demonstration: 'yes' }, 'switch-unreadable'],
  ['a session without end', { sessionDays: 'Infinity' }, 'option-unreadable'],
];
for (const [why, given, code] of refused)
  test(`${why} is refused with code 2 before anything is opened`, async () => {
    const read = readConfiguration(raw(given));
    assert.equal(read.ok ? 'read' : read.error.code, code);
    const { said, codes } = await heard(given);
    assert.deepEqual([codes, existsSync(data)], [[2], false]);
    assert.match(said, /^[A-Z0-9-][^\n]+\.$|^--/);
  });

test('what nobody says is this machine, the file in ./titrial-data, ten minutes, a fortnight and ninety days', () => {
  const read = readConfiguration(raw({ data: 'titrial-data' }));
  assert.ok(read.ok);
  const { data: place, keys, ...rest } = read.value;
  assert.deepEqual(
    [place, keys],
    [join(process.cwd(), 'titrial-data'), join(process.cwd(), 'titrial-data', 'keys.json')],
  );
  assert.deepEqual(rest, {
    port: 7420,
    host: '127.0.0.1',
    trustProxy: false,
    demonstration: true,
    anchorEvery: 600_000,
    findingAfter: 600_000,
    sessionIdle: 14 * 86_400_000,
    sessionAbsolute: 90 * 86_400_000,
  });
});

test('a flag beats the environment, and the environment beats the default', () => {
  const before = { ...process.env };
  Object.assign(process.env, { TITRIAL_PORT: '8001', TITRIAL_HOST: '::1' });
  try {
    const command = withOptions(new Command('serve'), serveOptions());
    const { port, host } = command.parse(['--port', '8002'], { from: 'user' }).opts<RawConfiguration>();
    assert.deepEqual([port, host], ['8002', '::1']);
  } finally {
    process.env = before;
  }
});

test('an origin with https opens every address; findings may be left to people', () => {
  const read = readConfiguration(raw({ host: '0.0.0.0', origin: 'https://clinic.example/', findingAfter: 'off' }));
  assert.ok(read.ok);
  assert.deepEqual([read.value.origin, read.value.findingAfter], ['https://clinic.example', undefined]);
});
