import assert from 'node:assert/strict';
import { createCipheriv, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { VaultError } from '../records/ports.ts';
import type { Keys } from './keys.ts';
import { openVault } from './vault.ts';

/** Keys of an installation, without a file. */
function madeKeys(wrapping = new Uint8Array(32).fill(7)): Keys {
  const pair = generateKeyPairSync('ed25519');
  const der = (key: Buffer): Uint8Array => new Uint8Array(key);
  const own = der(pair.privateKey.export({ type: 'pkcs8', format: 'der' }));
  const open = der(pair.publicKey.export({ type: 'spki', format: 'der' }));
  return { wrapping, signing: [{ id: '0123456789abcdef', private: own, public: open, from: 0 }] };
}

const vault = openVault(madeKeys());

test('what is sealed opens again, whatever the text, and is never sealed twice alike', () => {
  const key = vault.newKey();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, about) => {
      const sealed = vault.seal(key, text, about);
      assert.equal(vault.open(key, sealed, about), text);
      assert.notDeepEqual(vault.seal(key, text, about), sealed);
    }),
    { seed: 20261122 },
  );
});

test('every single bit of a sealed text matters', () => {
  const key = vault.newKey();
  const sealed = vault.seal(key, 'three bad nights', 'clinic/case/1/event');
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const altered = Uint8Array.from(sealed);
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.throws(() => vault.open(key, altered, 'clinic/case/1/event'), VaultError, `bit ${bit}`);
  }
});

test('every single bit of a wrapped key matters', () => {
  const key = vault.newKey();
  const sealed = vault.seal(key, 'text', 'about');
  for (let bit = 0; bit < key.length * 8; bit++) {
    const altered = Uint8Array.from(key);
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.throws(() => vault.open(altered, sealed, 'about'), VaultError, `bit ${bit}`);
  }
});

test('bytes cut short, moved elsewhere, or sealed by another case or installation do not open', () => {
  const [key, other] = [vault.newKey(), vault.newKey()];
  const sealed = vault.seal(key, 'text', 'clinic/case/1');
  for (let length = 0; length < sealed.length; length++)
    assert.throws(() => vault.open(key, sealed.subarray(0, length), 'clinic/case/1'), VaultError);
  assert.throws(() => vault.open(key, sealed, 'clinic/case/2'), VaultError);
  assert.throws(() => vault.open(other, sealed, 'clinic/case/1'), VaultError);
  const elsewhere = openVault(madeKeys(new Uint8Array(32).fill(8)));
  assert.throws(() => elsewhere.open(key, sealed, 'clinic/case/1'), VaultError);
});

test('a wrapped key is not a sealed text, nor the other way round', () => {
  const key = vault.newKey();
  assert.throws(() => vault.open(key, key, 'case-key'), VaultError);
  assert.throws(() => vault.open(vault.seal(key, 'x'.repeat(32), 'case-key'), key, 'about'), VaultError);
});

test('sealing is AES-256-GCM: another implementation of it makes bytes that open', () => {
  // Form byte, nonce, ciphertext, tag, put together here by hand.
  const seal = (key: Uint8Array, bytes: Buffer, about: string): Uint8Array => {
    const nonce = Buffer.alloc(12, 3);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return new Uint8Array(Buffer.concat([Buffer.from([1]), nonce, body, cipher.getAuthTag()]));
  };
  const key = Buffer.alloc(32, 5);
  const wrapped = seal(new Uint8Array(32).fill(7), key, 'case-key');
  assert.equal(vault.open(wrapped, seal(key, Buffer.from('made elsewhere'), 'a/b'), 'a/b'), 'made elsewhere');
});

test('more cases than the vault keeps keys for are opened all the same', () => {
  const keys = Array.from({ length: 4200 }, () => vault.newKey());
  const sealed = keys.map((key, n) => vault.seal(key, `${n}`, 'about'));
  for (const n of [0, 4199, 1, 0])
    assert.equal(vault.open(keys[n] as Uint8Array, sealed[n] as Uint8Array, 'about'), `${n}`);
});

test('text that is not Unicode is refused before it is sealed', () => {
  assert.throws(() => vault.seal(vault.newKey(), '\ud800', 'about'), RangeError);
});

test('a signature is Ed25519 over the text, and fits no other text, key or spelling', () => {
  const keys = madeKeys();
  const signer = openVault(keys);
  const { signature, key } = signer.sign('head 3');
  const open = createPublicKey({ key: Buffer.from(keys.signing[0]?.public ?? []), type: 'spki', format: 'der' });
  assert.ok(verify(null, Buffer.from('head 3'), open, Buffer.from(signature, 'base64url')));
  assert.ok(signer.verify('head 3', signature, key));
  assert.equal(signer.verify('head 4', signature, key), false);
  assert.equal(signer.verify('head 3', signature, 'ffffffffffffffff'), false);
  assert.equal(openVault(madeKeys()).verify('head 3', signature, key), false);
  for (const spelled of [`${signature}==`, `${signature} `, '', 'A'.repeat(86)])
    assert.equal(signer.verify('head 3', spelled, key), false);
});
