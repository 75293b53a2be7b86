import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { canonicalJson } from './canonical.ts';
import { hashOf } from './hash.ts';

test('the sample of RFC 8785 section 3.2.2 gives the bytes of section 3.2.4', () => {
  const sample = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  const hex =
    '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e' +
    '756d62657273223a5b3333333333333333332e333333333333332c31652b3330' +
    '2c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac24' +
    '5c75303030665c6e4127425c225c5c5c5c5c222f227d';
  assert.equal(Buffer.from(canonicalJson(sample)).toString('hex'), hex);
});

test('keys stand in the order of RFC 8785 section 3.2.3: by UTF-16 code unit, not by code point', () => {
  const sample = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  const values = [...canonicalJson(sample).matchAll(/:"([^"]*)"/g)].map(([, value]) => value);
  const order = ['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'];
  assert.deepEqual(
    values.map((value) => value?.split(/[ :]/)[0]),
    order,
  );
});

/** RFC 8785 appendix B. */
const numbers: readonly [ieee754: string, text: string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555555', '333333333.3333333'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];
test('numbers are written as in RFC 8785 appendix B', () => {
  for (const [bits, text] of numbers) assert.equal(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE()), text);
});

test('what JSON cannot carry is refused: NaN, infinities (appendix B), functions, symbols, nothing at all', () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    () => 1,
    Symbol('s'),
    undefined,
    1n,
  ])
    assert.throws(() => canonicalJson([value]), RangeError);
});

test('canonical text reads back as the same value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      assert.equal(canonicalJson(reversed(value)), text);
    }),
    { seed: 20240501, numRuns: 500 },
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, v]) => [key, reversed(v)]),
  );
}

/** FIPS 180-4 example messages of one block, two blocks and many; and the empty message (NIST CAVP). */
const vectors: readonly [message: string, digest: string][] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
];
test('the SHA-256 in use gives the digests of FIPS 180', () => {
  for (const [message, digest] of vectors) assert.equal(bytesToHex(sha256(utf8ToBytes(message))), digest);
});

test('a hash is the SHA-256 of the canonical text in UTF-8, as OpenSSL computes it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const expected = createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
      assert.equal(hashOf(value), expected);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('what JSON cannot carry is refused, not dropped: holes, class instances, lone surrogates', () => {
  // biome-ignore lint/suspicious/noSparseArray: the hole is the point
  for (const value of [[, 1], new Map([[1, 2]]), new Date(0), '\ud800', { '\udfff': 1 }, undefined])
    assert.throws(() => canonicalJson(value), RangeError);
});
