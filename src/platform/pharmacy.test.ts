/** What is sealed to a pharmacy opens there, about the same thing and unaltered, and nowhere else (H13). */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { ClinicId } from '../base/ids.ts';
import { openPharmacy } from './pharmacy.ts';

const CLINIC = '01890000-0000-7000-8000-000000000001' as ClinicId;
const OTHER = '01890000-0000-7000-8000-000000000002' as ClinicId;
const wrapping = new Uint8Array(randomBytes(32));
const pharmacy = openPharmacy({ wrapping });
const TEXT = '{"sequence":[0,1,1,0]} ä 💊';

test('what is sealed opens again, also after the process began anew', () => {
  const sealed = pharmacy.sealerFor(CLINIC).seal(TEXT, 'a');
  assert.equal(pharmacy.openerFor(CLINIC).open(sealed, 'a'), TEXT);
  assert.equal(openPharmacy({ wrapping }).openerFor(CLINIC).open(sealed, 'a'), TEXT);
  assert.match(pharmacy.sealerFor(CLINIC).key, /^[\w-]{43}$/);
  assert.equal(pharmacy.sealerFor(CLINIC).key, openPharmacy({ wrapping }).sealerFor(CLINIC).key);
});

test('two sealings of the same text differ in all but their length', () => {
  const { seal } = pharmacy.sealerFor(CLINIC);
  const [a, b] = [seal(TEXT, 'a'), seal(TEXT, 'a')];
  assert.notEqual(a, b);
  assert.equal(a.length, b.length);
});

test('any altered bit, and any shortened or lengthened text, opens nothing', () => {
  const { open } = pharmacy.openerFor(CLINIC);
  const sealed = pharmacy.sealerFor(CLINIC).seal(TEXT, 'a');
  const bytes = Buffer.from(sealed, 'base64url');
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    const altered = Buffer.from(bytes);
    altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
    assert.equal(open(altered.toString('base64url'), 'a'), undefined, `bit ${bit}`);
  }
  for (let length = 0; length < sealed.length; length++) assert.equal(open(sealed.slice(0, length), 'a'), undefined);
  for (const more of ['A', '=', '\n', ' ']) assert.equal(open(`${sealed}${more}`, 'a'), undefined);
});

test('the last letter in another spelling opens nothing', () => {
  const { open } = pharmacy.openerFor(CLINIC);
  for (const text of ['a', 'ab', 'abc']) {
    const sealed = pharmacy.sealerFor(CLINIC).seal(text, 'a');
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const opening = [...letters].filter((last) => open(`${sealed.slice(0, -1)}${last}`, 'a') !== undefined);
    assert.deepEqual(opening, [sealed.at(-1)]);
  }
});

test('another clinic, another installation, and another thing it is about open nothing', () => {
  const sealed = pharmacy.sealerFor(CLINIC).seal(TEXT, 'a');
  assert.equal(pharmacy.openerFor(OTHER).open(sealed, 'a'), undefined);
  assert.equal(
    openPharmacy({ wrapping: new Uint8Array(32) })
      .openerFor(CLINIC)
      .open(sealed, 'a'),
    undefined,
  );
  assert.equal(pharmacy.openerFor(CLINIC).open(sealed, 'b'), undefined);
  assert.notEqual(pharmacy.sealerFor(OTHER).key, pharmacy.sealerFor(CLINIC).key);
});
