import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FILE_LIMIT } from '../table/file-text.ts';
import { readTextFile } from './input-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-input-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('a UTF-8 file is read as it is, without its byte order mark', () => {
  assert.deepEqual(readTextFile(file('plain.csv', 'Müdigkeit,µg\n')), { ok: true, value: 'Müdigkeit,µg\n' });
  assert.deepEqual(readTextFile(file('bom.csv', '\uFEFFdate,pain\n')), { ok: true, value: 'date,pain\n' });
  assert.deepEqual(readTextFile(file('empty.csv', '')), { ok: true, value: '' });
});

const refused: readonly [name: string, path: string, fault: object][] = [
  ['a file that is not there', join(folder, 'none.csv'), { code: 'file-missing' }],
  ['a path through a file', join(file('a.txt', 'x'), 'b.csv'), { code: 'file-missing' }],
  ['a path with a NUL in it', `${folder}/\0`, { code: 'file-missing' }],
  ['a name longer than any file has', join(folder, 'n'.repeat(5000)), { code: 'file-missing' }],
  ['a directory', folder, { code: 'file-is-a-directory' }],
  ['a device', '/dev/null', { code: 'file-not-regular' }],
  [
    'Latin-1 bytes',
    file('latin1.csv', Buffer.from('date,pain\n1,2\nM\xfcde\n', 'latin1')),
    { code: 'file-not-utf8', row: 3 },
  ],
  ['a cut-off character', file('cut.csv', Uint8Array.of(97, 10, 0xc3)), { code: 'file-not-utf8', row: 2 }],
  ['UTF-16, little end first', file('le.csv', Buffer.from('\uFEFFdate', 'utf16le')), { code: 'file-is-utf16' }],
  ['UTF-16, big end first', file('be.csv', Uint8Array.of(0xfe, 0xff, 0, 97)), { code: 'file-is-utf16' }],
  ['a NUL byte', file('nul.csv', 'date\r\n1\r2\0'), { code: 'file-has-nul', row: 3 }],
];
for (const [name, path, fault] of refused) {
  test(`${name} is refused`, { skip: path === '/dev/null' && process.platform === 'win32' }, () => {
    assert.deepEqual(readTextFile(path), { ok: false, error: { ...fault, path } });
  });
}

test('a file over the limit is refused before it is read', () => {
  const path = file('large.csv', '');
  truncateSync(path, FILE_LIMIT + 1);
  const fault = { code: 'file-too-large', path, bytes: FILE_LIMIT + 1, limit: FILE_LIMIT };
  assert.deepEqual(readTextFile(path), { ok: false, error: fault });
});

test('a file this person may not read is refused', {
  skip: process.getuid?.() === 0 && 'root may read everything',
}, () => {
  const path = file('locked.csv', 'x');
  chmodSync(path, 0);
  assert.deepEqual(readTextFile(path), { ok: false, error: { code: 'file-not-readable', path } });
});
