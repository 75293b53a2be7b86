/**
 * The map of the house as data: which folder may import which, and which packages may come in where. The table in
 * docs/architecture.md says the same for people, and a test holds the two together. A change here needs a decision
 * record in docs/decisions.
 */

export type Room = {
  /** Folders it may import besides itself. */
  readonly folders: readonly string[];
  /** Folders it may import the types of, and nothing that runs. */
  readonly types?: readonly string[];
  /** Package names; 'node:*' stands for all of Node's own modules. */
  readonly packages: readonly string[];
  /** Without clock, chance, network, log or waiting; runs in a browser, a worker or a test. */
  readonly pure: boolean;
};

const CORE = ['base', 'medicine', 'trial', 'analysis', 'records', 'chart', 'table', 'report'];
const PREACT = ['preact', 'preact/hooks', '@preact/signals'];
const FONT = ['@fontsource/atkinson-hyperlegible'];

/** Folder under src/, or a folder of web/ by its path. */
export const MAP: Readonly<Record<string, Room>> = {
  base: { folders: [], packages: ['@noble/hashes'], pure: true },
  stats: { folders: ['base'], packages: [], pure: true },
  medicine: { folders: ['base'], packages: [], pure: true },
  trial: { folders: ['base', 'medicine'], packages: [], pure: true },
  analysis: { folders: ['base', 'stats', 'medicine', 'trial'], packages: [], pure: true },
  records: { folders: ['base', 'medicine', 'trial'], packages: [], pure: true },
  chart: { folders: ['base', 'medicine', 'trial', 'analysis'], packages: [], pure: true },
  fhir: { folders: ['base', 'medicine', 'trial', 'records', 'analysis'], packages: [], pure: true },
  table: { folders: ['base', 'medicine', 'trial', 'records', 'analysis'], packages: ['papaparse'], pure: true },
  report: { folders: ['base', 'medicine', 'trial', 'analysis', 'records', 'chart'], packages: [], pure: true },
  service: {
    folders: ['base', 'stats', 'medicine', 'trial', 'analysis', 'records', 'chart', 'fhir', 'table', 'report'],
    packages: [],
    pure: false,
  },
  storage: { folders: ['base', 'records'], packages: ['node:*', 'kysely', 'pg'], pure: false },
  platform: {
    folders: ['base', 'records'],
    packages: ['node:*', '@simplewebauthn/server', 'piscina', 'pg-boss', '@myriaddreamin/typst-ts-node-compiler'],
    pure: false,
  },
  http: {
    folders: ['base', 'medicine', 'trial', 'records', 'service', 'fhir', 'table', 'report', 'web/kit/words'],
    types: ['analysis'],
    packages: ['node:*', 'hono', '@hono/node-server', '@hono/zod-openapi', 'zod', 'prom-client'],
    pure: false,
  },
  cli: {
    folders: [
      ...['base', 'stats', 'medicine', 'trial', 'analysis', 'records', 'chart', 'fhir', 'table', 'report'],
      ...['service', 'storage', 'platform', 'http', 'web/kit/words'],
    ],
    packages: ['node:*', 'commander', 'cli-progress', 'uqr'],
    pure: false,
  },
  'web/kit/words': {
    folders: CORE,
    types: ['stats', 'http', 'service', 'storage', 'platform'],
    packages: [],
    pure: true,
  },
  'web/kit': {
    folders: [...CORE, 'web/kit/words'],
    types: ['http'],
    packages: [...PREACT, ...FONT, 'uqr'],
    pure: false,
  },
  'web/desk': { folders: [...CORE, 'web/kit', 'web/kit/words'], packages: [...PREACT, ...FONT], pure: false },
  'web/door': {
    folders: [...CORE, 'web/kit', 'web/kit/words'],
    types: ['http'],
    packages: [...PREACT, ...FONT],
    pure: false,
  },
  'web/patient': {
    folders: [...CORE, 'web/kit', 'web/kit/words'],
    types: ['http'],
    packages: [...PREACT, ...FONT],
    pure: false,
  },
  'web/clinic': {
    folders: [...CORE, 'web/kit', 'web/kit/words'],
    types: ['http'],
    packages: [...PREACT, ...FONT],
    pure: false,
  },
};

/** The room a file stands in, by its path from the checkout; the longest name wins; undefined = not on the map. */
export function roomOf(path: string): string | undefined {
  const place = path.startsWith('src/') ? path.slice(4) : path;
  const rooms = Object.keys(MAP).filter((room) => place.startsWith(`${room}/`) && (path !== place) !== isWeb(room));
  return rooms.sort((a, b) => b.length - a.length)[0];
}

const isWeb = (room: string): boolean => room.startsWith('web/');

/** A name only some files may import, and why. `from` is a path without its extension. */
export type Door = {
  readonly from: string;
  /** The exported name behind the door; undefined = the whole file. */
  readonly name?: string;
  /** Files that may come in: an exact path, or a folder ending in '/'. */
  readonly openTo: readonly string[];
  readonly why: string;
};

export const DOORS: readonly Door[] = [
  {
    from: 'src/trial/allocation',
    name: 'unseal',
    openTo: ['src/service/unblind.ts'],
    why: 'an allocation is opened in one place, where it is recorded who asked (H13)',
  },
  { from: 'src/trial/allocation', openTo: ['src/'], why: 'no page may hold an allocation (H13)' },
  { from: '@noble/hashes', openTo: ['src/base/hash.ts'], why: 'one hash for the whole house' },
  { from: 'papaparse', openTo: ['src/table/'], why: 'one reader of CSV' },
  { from: 'node:sqlite', openTo: ['src/storage/'], why: 'only storage stores' },
  { from: 'kysely', openTo: ['src/storage/'], why: 'only storage asks a database' },
  { from: 'pg', openTo: ['src/storage/'], why: 'only storage asks a database' },
  { from: 'pg-boss', openTo: ['src/platform/pg-jobs.ts'], why: 'one door to the queue' },
  { from: 'piscina', openTo: ['src/platform/analysis-pool.ts'], why: 'one pool of workers' },
  { from: '@simplewebauthn/server', openTo: ['src/platform/passkeys.ts'], why: 'one reader of passkeys' },
  {
    from: '@myriaddreamin/typst-ts-node-compiler',
    openTo: ['src/platform/typst-worker.ts'],
    why: 'one setter of letters, in a thread of its own',
  },
  { from: 'prom-client', openTo: ['src/http/metrics.ts'], why: 'one place where anything is counted' },
];

/**
 * Brands and the one file that may give them: everywhere else a value is checked in, never cast in. A LocalDate is not
 * among them: a date plus a number of days is one again.
 */
export const BRANDS: Readonly<Record<string, string>> = {
  Dose: 'src/medicine/dose.ts',
  Outcome: 'src/trial/outcome.ts',
  Diary: 'src/trial/diary.ts',
  TitrationPlan: 'src/medicine/titration.ts',
  TrialProtocol: 'src/trial/protocol.ts',
  PlanInForce: 'src/records/course.ts',
};
