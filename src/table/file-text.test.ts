import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeFile, firstNotUtf8 } from './file-text.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const read = (bytes: Uint8Array): object => decodeFile(bytes, 'a.csv', decode);

/** The platform's own strict decoder: what it takes, and nothing else, is UTF-8. */
function platformTakes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Leads, continuations and the edges between them, where a decoder goes wrong. */
const EDGES = [0x0a, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed];
const MORE = [0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];

test('what the platform takes for UTF-8 is taken, and nothing else', () => {
  const byte = fc.oneof(fc.constantFrom(...EDGES, ...MORE), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), fc.array(byte, { maxLength: 8 }), (any, edgy) => {
      for (const bytes of [any, Uint8Array.from(edgy)]) {
        const bad = firstNotUtf8(bytes);
        assert.equal(bad < 0, platformTakes(bytes));
        if (bad >= 0) assert.ok(platformTakes(bytes.slice(0, bad)), 'what stands before the first bad byte is good');
      }
    }),
    { seed: 5, numRuns: 2000 },
  );
});

test('every text survives being written and read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      if (text.includes('\0') || text.startsWith('\uFEFF')) return;
      assert.deepEqual(read(new TextEncoder().encode(text)), { ok: true, value: text });
    }),
    { seed: 6, numRuns: 100 },
  );
});

test('a bad byte is named by its line, however lines end', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('a\r\nb\rc\nd'), 0xfc]);
  assert.deepEqual(read(bytes), { ok: false, error: { code: 'file-not-utf8', path: 'a.csv', row: 4 } });
});
