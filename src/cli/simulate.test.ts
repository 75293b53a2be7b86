import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommand, type Said } from '../../test/cli/said.ts';
import { JOURNEYS } from '../analysis/journey.ts';
import { addSimulateCommand } from './simulate.ts';
import type { ExitCode } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-simulate-'));
after(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]): Said => runCommand(addSimulateCommand, 'simulate', args);

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

test('a journey becomes a diary with a plain header, and its truth beside it', () => {
  assert.equal(run('--journey', 'traveller', '--out', join(folder, 'diary.csv')).code, 0);
  assert.equal(read('diary.csv').split(/\r?\n/)[0], 'date,dose_mg,pain,fatigue,sleep');
  const truth = JSON.parse(read('diary.truth.json'));
  assert.deepEqual([truth.synthetic, truth.journey, truth.person], [true, 'traveller', 'T-001']);
  assert.equal(truth.symptoms.pain.effects.at(-1).doseMg, 4.5);
});

test('a blinded journey has a capsule column', () => {
  run('--journey', 'non-responder', '--out', join(folder, 'blinded.csv'));
  assert.equal(read('blinded.csv').split(/\r?\n/)[0], 'date,dose_mg,capsule,pain,fatigue,sleep');
});

test('a file that exists is left as it is, unless forced', () => {
  run('--journey', 'surgery', '--out', join(folder, 'once.csv'));
  const before = read('once.csv');
  const refused = run('--journey', 'withdrawn', '--out', join(folder, 'once.csv'));
  assert.equal(refused.code, 2);
  assert.match(refused.complained.join('\n'), /already exists/);
  assert.equal(read('once.csv'), before);
  assert.equal(run('--journey', 'withdrawn', '--force', '--out', join(folder, 'once.csv')).code, 0);
  assert.notEqual(read('once.csv'), before);
});

test('the clinic is forty diaries, one file a person, and one truth', () => {
  const said = run('--journey', 'clinic-of-40', '--json', '--out', join(folder, 'clinic.csv'));
  const { files } = JSON.parse(said.printed.join(''));
  assert.equal(files.length, 40);
  assert.equal(readdirSync(folder).filter((file) => /^clinic-T-\d{3}\.csv$/.test(file)).length, 40);
  assert.equal(JSON.parse(read('clinic.truth.json')).people.length, 40);
});

test('the list names every journey, as text and as JSON', () => {
  const text = run('--list').printed.join('\n');
  const names = JSON.parse(run('--list', '--json').printed.join('')).map(({ name }: { name: string }) => name);
  for (const { name } of JOURNEYS) assert.ok(text.includes(name) && names.includes(name));
});

const refused: readonly [args: readonly string[], says: RegExp, code: ExitCode][] = [
  [['--journey', 'miracle', '--out', 'x.csv'], /no journey "miracle"/, 2],
  [['--days', 'ten', '--out', 'x.csv'], /--days needs a whole number/, 2],
  [['--days', '4000', '--out', 'x.csv'], /4000 were asked for/, 2],
  [['--days', '-3', '--out', 'x.csv'], /--days needs a whole number/, 2],
  [['--seed', '4294967296', '--out', 'x.csv'], /A seed is/, 2],
  [[], /--out FILE\.csv/, 2],
  [['--out', 'diary.xlsx'], /must end in \.csv/, 2],
  [['--out', join(folder, 'no', 'such', 'folder', 'x.csv')], /could not be written/, 3],
];
for (const [args, says, code] of refused) {
  test(`${args.join(' ') || 'nothing said'}: refused with a sentence`, () => {
    const said = run(...args);
    assert.equal(said.code, code);
    assert.match(said.complained.join('\n'), says);
  });
}
