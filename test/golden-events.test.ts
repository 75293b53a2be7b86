/** Ledgers are for ever: a frozen event of every kind and version reads as it always did and is written the same. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeEvent, EVENT_ROWS, encodeEvent } from '../src/records/event-json.ts';
import { EXPECTED } from './golden/events/v1/expected.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'golden', 'events');
const files = globSync('v*/*.json', { cwd: folder }).map((path) => path.replaceAll('\\', '/'));

test('every kind and version there is has its frozen event, and no other file lies there', () => {
  const known = EVENT_ROWS.flatMap(([kind, versions]) => versions.map((_, i) => `v${i + 1}/${kind}.json`));
  assert.deepEqual(files.sort(), known.sort());
});

for (const [kind, expected] of EXPECTED) {
  const text = readFileSync(join(folder, 'v1', `${kind}.json`), 'utf8').replace(/\n$/, '');
  test(`v1/${kind}.json reads as it must, and is written back as the same bytes`, () => {
    const read = decodeEvent(text);
    assert.deepEqual(read, { ok: true, value: expected });
    assert.equal(read.ok && encodeEvent(read.value), text);
  });
}
