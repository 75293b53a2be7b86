/** The map in docs/architecture.md, as a test: who may import whom, and what pure code may not touch. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MAP } from './architecture/map.ts';
import { faultsOf } from './architecture/rules.ts';
import { importsOf, scan } from './architecture/scan.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = globSync('{src,web,test,bench,scripts}/**/*.{ts,tsx,js,mjs}', {
  cwd: root,
  exclude: ['**/dist/**', '**/node_modules/**'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describe('every file keeps the rules of the house', () => {
  assert.ok(files.length > 20, 'the rules were read against next to no files');
  for (const path of files) test(path, () => assert.deepEqual(faultsOf(path, read(path)), []));
});

test('the table in docs/architecture.md is the map', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| ([\w/, ]+) \| ([^|]*) \| [^|]* \| (yes|no)[^|]*\|$/gm)];
  const told = new Map<string, { folders: string[]; pure: boolean }>();
  for (const [, rooms = '', folders = '', pure] of rows)
    for (const room of rooms.split(', ')) {
      const list = folders.split(',').map((folder) => folder.trim());
      told.set(room, { folders: list.filter((folder) => /^[\w/]+$/.test(folder)).sort(), pure: pure === 'yes' });
    }
  const drawn = Object.entries(MAP).map(([room, { folders, pure }]) => [room, { folders: [...folders].sort(), pure }]);
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(drawn));
});

test('the compiler checks every pure folder without a clock, a network or a page', () => {
  const include: readonly string[] = JSON.parse(read('tsconfig.pure.json')).include;
  const pure = Object.keys(MAP).filter((room) => MAP[room]?.pure);
  const missing = pure
    .map((room) => (room.startsWith('web/') ? room : `src/${room}`))
    .filter((folder) => existsSync(join(root, folder)) && !include.some((glob) => glob.startsWith(`${folder}/`)));
  assert.deepEqual(missing, []);
});

const opening = '/** What? */\n';
/** Among them H11: who but a person's recorded decision could move a dose. */
const planted: readonly [path: string, text: string, fault: RegExp][] = [
  ['src/stats/a.ts', "import { x } from '../medicine/dose.ts';", /stats may not import medicine/],
  ['src/medicine/a.ts', "export { x } from '../stats/a.ts';", /medicine may not import stats/],
  ['src/medicine/a.ts', "import type { X } from '../analysis/finding.ts';", /medicine may not import analysis/],
  ['src/medicine/a.ts', "import {\n  x,\n} from '../stats/a.ts';", /medicine may not import stats/],
  ['src/trial/a.ts', "const x = import('../analysis/a.ts');", /trial may not import analysis/],
  ['src/trial/a.ts', 'const x = import(name);', /computed name/],
  ['src/stats/a.ts', "import d3 from 'd3-array';", /stats may not use the package d3-array/],
  ['src/chart/a.ts', "import 'node:fs';", /chart may not use the package node:fs/],
  ['src/service/a.ts', "import { x } from '../storage/a.ts';", /service may not import storage/],
  ['src/http/a.ts', "import { x } from '../cli/a.ts';", /http may not import cli/],
  ['src/cli/a.ts', "import { x } from '../../web/desk/a.ts';", /cli may not import web\/desk/],
  ['src/analysis/a.ts', "import { x } from '../../bench/a.ts';", /not on the map/],
  ['src/somewhere/a.ts', '', /not on the map/],
  ['src/a.ts', '', /not on the map/],
  ['web/desk/a.tsx', "import { x } from '../../src/stats/a.ts';", /web\/desk may not import stats/],
  ['web/desk/a.ts', "new Worker(new URL('../../src/storage/a.ts', import.meta.url));", /may not import storage/],
  ['web/patient/a.ts', "import { x } from '../clinic/a.ts';", /web\/patient may not import web\/clinic/],
  ['web/patient/a.ts', "import { x } from '../../src/http/a.ts';", /web\/patient may not import http/],
  ['web/patient/a.ts', "import { seal } from '../../src/trial/allocation.ts';", /no page may hold an allocation/],
  ['src/service/a.ts', "import { unseal } from '../trial/allocation.ts';", /may not import unseal/],
  ['src/service/a.ts', "import * as sealed from '../trial/allocation.ts';", /may not import unseal/],
  ['src/service/a.ts', 'const o = pharmacy.openerFor(clinic);', /asks for what opens a seal/],
  ['src/service/a.ts', "const e = { kind: 'trial-started', on };", /only src\/service\/titration.ts may/],
  ['src/base/a.ts', "import { sha256 } from '@noble/hashes/sha2.js';", /one hash/],
  ['src/service/a.ts', "const e = { type: 'move-taken', dose };", /only src\/service\/titration.ts may/],
  ['src/records/event.ts', "type E = { type: 'move-taken'; dose: Dose };", /without decidedBy/],
  ['src/cli/a.ts', 'const d = 4500 as Dose;', /casts a value to Dose/],
  ['src/stats/a.ts', 'const t = new Date();', /uses Date/],
  ['src/stats/a.ts', 'const t = Math.random();', /uses Math.random/],
  ['src/table/a.ts', 'async () => { await x; };', /uses await/],
  ['src/chart/a.ts', `const t = \`<g>\${performance.now()}</g>\`;`, /uses performance/],
  ['src/chart/a.ts', 'x.toLocaleString();', /uses toLocale/],
  ['web/kit/words/en/a.ts', 'console.log(1);', /uses console/],
  ['src/stats/a.ts', 'const y = Math.exp(x);', /uses Math.exp: its last bit is the engine's/],
  ['src/analysis/a.ts', 'const y = values.map(Math.log1p);', /uses Math.log1p/],
  ['src/base/a.ts', 'const { sin } = Math;', /uses Math:/],
  ['src/stats/a.ts', "const y = Math['pow'](x, 2);", /uses Math:/],
  ['src/stats/a.ts', 'const y = x ** 2;', /uses \*\*:/],
  ['src/base/utils.ts', '', /not named for the noun/],
  ['src/trial/types.ts', '', /not named for the noun/],
  ['web/desk/index.tsx', '', /not named for the noun/],
  ['src/helpers/a.ts', '', /not named for the noun/],
  ['src/base/localDate.ts', '', /kebab-case/],
  ['src/base/a.ts', '\n'.repeat(300), /301 lines/],
];
for (const [path, text, fault] of planted)
  test(`a planted fault is found: ${path}: ${text.trim().slice(0, 70)}`, () =>
    assert.match(faultsOf(path, opening + text).join('; '), fault));

const harmless: readonly [path: string, text: string, why: string][] = [
  ['src/stats/a.ts', '// new Date() would be wrong here\n/* fetch */', 'a comment is not code'],
  ['src/stats/a.ts', "const code = 'process-noise await';", 'a string is not code'],
  [
    'src/stats/a.ts',
    "const it's = `import { x } from '../medicine/dose.ts'`;".replace("it's", 'its'),
    'nor a template',
  ],
  ['src/stats/a.ts', 'const processSd = 1; const update = 2;', 'part of a word is not the word'],
  ['src/stats/a.ts', 'const r = /\'"`/; const s = 1 / 2 / 3;', 'a regular expression opens no string'],
  ['src/stats/a.ts', 'const y = Math.sqrt(Math.PI) * Math.max(1, x);', 'IEEE 754 fixes these'],
  ['src/stats/a.ts', '/** x ** 2, Math.exp */', 'nor are powers in a comment'],
  ['src/chart/a.ts', 'const y = Math.log10(x) ** 2;', 'a drawing is not a finding'],
  ['src/service/unblind.ts', "import { unseal } from '../trial/allocation.ts';", 'the one door'],
  ['src/service/titration.ts', "const e = { type: 'move-taken', decidedBy };", 'the one maker'],
  ['src/records/event.ts', "type E = { type: 'move-taken'; decidedBy: PersonId };", 'the one declaration'],
  ['src/records/course.ts', "switch (e.type) { case 'move-taken': break; }", 'reading is open to all'],
  ['web/patient/a.ts', "import type { Api } from '../../src/http/app.ts';", 'types of http may be known'],
  ['src/medicine/dose.ts', 'export const NO_DOSE = 0 as Dose;', 'the home of the brand'],
  ['web/desk/a.ts', "import './desk.css';", 'style is not code'],
];
for (const [path, text, why] of harmless)
  test(`no fault where there is none: ${why}`, () => assert.deepEqual(faultsOf(path, opening + text), []));

test('a file without its opening comment is found', () => {
  assert.match(faultsOf('src/base/a.ts', 'export const x = 1;\n').join(), /does not open with the question/);
});

test('imports are read in every form they are written in', () => {
  const text = [
    "import a, { b, type C as D } from './one.ts';",
    "import * as e from './two.ts';",
    "export * from './three.ts';",
    "import type { F } from './four.ts';",
    "import './five.css';",
    "const g = () => import('./six.ts');",
  ].join('\n');
  assert.deepEqual(
    importsOf(scan(text)).map(({ from, names, typeOnly }) => [from, names.join(), typeOnly]),
    [
      ['./one.ts', 'default,b,C', false],
      ['./two.ts', '*', false],
      ['./three.ts', '*', false],
      ['./four.ts', 'F', true],
      ['./five.css', '', false],
      ['./six.ts', '*', false],
    ],
  );
});
