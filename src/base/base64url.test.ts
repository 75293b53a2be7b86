import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesFromHex, fromBase64url, toBase64url } from './base64url.ts';

test("bytes read as Node's own base64url writes them, and back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url');
      assert.equal(toBase64url(bytes), text);
      assert.deepEqual(fromBase64url(text), { ok: true, value: bytes });
    }),
    { seed: 20261122 },
  );
});

test('a second spelling of the same bytes is refused', () => {
  // RFC 4648 section 10: "f" is Zg; Zh, Zg== and "Zg " would decode to the same byte in a lenient reader.
  assert.deepEqual(fromBase64url('Zg'), { ok: true, value: Uint8Array.of(102) });
  for (const text of ['Zh', 'Zg==', 'Zg ', 'Z', '+/', 'Zg\n', 'Zé'])
    assert.deepEqual(fromBase64url(text), { ok: false, error: { code: 'base64url-unreadable' } }, text);
});

test('hexadecimal digits become their bytes, and anything else is a bug of the caller', () => {
  assert.deepEqual(bytesFromHex('00ff10'), Uint8Array.of(0, 255, 16));
  for (const text of ['0', 'FF', 'zz', '0x']) assert.throws(() => bytesFromHex(text), RangeError);
});
