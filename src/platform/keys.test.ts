import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addSigningKey, createKeys, readKeys } from './keys.ts';
import { openVault } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrial-keys-'));
after(() => rmSync(folder, { recursive: true }));
let count = 0;
const newFile = (): string => join(folder, `${++count}`, 'keys.json');
const posix = process.platform !== 'win32';

function made(file = newFile()) {
  const keys = createKeys(file, 1_000);
  assert.ok(keys.ok);
  return { file, keys: keys.value };
}
const codeOf = (read: ReturnType<typeof readKeys>): string => (read.ok ? 'read' : read.error.code);

test('keys are read back as they were made', () => {
  const { file, keys } = made();
  assert.deepEqual(readKeys(file), { ok: true, value: keys });
  assert.equal(keys.wrapping.length, 32);
  assert.match(keys.signing[0]?.id ?? '', /^[0-9a-f]{16}$/);
});

test('the file and its folder are for their owner alone', { skip: !posix }, () => {
  const { file } = made();
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(join(file, '..')).mode & 0o777, 0o700);
});

for (const mode of [0o640, 0o604, 0o660, 0o606, 0o610, 0o777])
  test(`a key file others can reach (${mode.toString(8)}) is refused`, { skip: !posix }, () => {
    const { file } = made();
    chmodSync(file, mode);
    assert.deepEqual(readKeys(file), { ok: false, error: { code: 'keys-exposed', file, mode: mode.toString(8) } });
  });

test('a read-only key file is read', { skip: !posix }, () => {
  const { file } = made();
  chmodSync(file, 0o400);
  assert.equal(codeOf(readKeys(file)), 'read');
});

test('keys are never overwritten, and missing ones are not made up', () => {
  const { file } = made();
  const before = readFileSync(file, 'utf8');
  assert.deepEqual(createKeys(file, 2_000), { ok: false, error: { code: 'keys-present', file } });
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.equal(codeOf(readKeys(newFile())), 'keys-missing');
});

test('an older signing key still verifies what it signed, and no longer signs', () => {
  const { file, keys } = made();
  const signed = openVault(keys).sign('text');
  const added = addSigningKey(file, 2_000);
  assert.ok(added.ok);
  assert.deepEqual(readKeys(file), added);
  const vault = openVault(added.value);
  assert.ok(vault.verify('text', signed.signature, signed.key));
  assert.notEqual(vault.sign('text').key, signed.key);
  if (posix) assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('a key file that was cut, mixed up or altered is refused as a whole', () => {
  const { file, keys } = made();
  const text = readFileSync(file, 'utf8');
  const other = readFileSync(made().file, 'utf8');
  const json = JSON.parse(text);
  const foreign = JSON.parse(other).signing[0];
  const [own] = json.signing;
  const broken = [
    '',
    '{}',
    'null',
    '[]',
    text.slice(0, -40),
    JSON.stringify({ ...json, version: 2 }),
    JSON.stringify({ ...json, format: 'other' }),
    JSON.stringify({ ...json, wrapping: json.wrapping.slice(0, -2) }),
    JSON.stringify({ ...json, wrapping: `${json.wrapping.slice(0, -2)}==` }),
    JSON.stringify({ ...json, signing: [] }),
    JSON.stringify({ ...json, signing: [{ ...own, public: foreign.public }] }),
    JSON.stringify({ ...json, signing: [{ ...own, id: foreign.id }] }),
    JSON.stringify({ ...json, signing: [own, { ...foreign, private: 'AAAA' }] }),
  ];
  for (const written of broken) {
    writeFileSync(file, written);
    assert.equal(codeOf(readKeys(file)), 'keys-unreadable', written.slice(0, 80));
  }
  writeFileSync(file, text);
  assert.deepEqual(readKeys(file), { ok: true, value: keys });
});

test('what the file system says is told', () => {
  assert.deepEqual(readKeys(folder), {
    ok: false,
    error:
      posix && (statSync(folder).mode & 0o077) !== 0
        ? { code: 'keys-exposed', file: folder, mode: '755' }
        : { code: 'keys-out-of-reach', file: folder, trouble: 'EISDIR' },
  });
});
