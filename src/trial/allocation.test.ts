/** A seal tells nothing by its length, and no bit of what was committed to can be changed unseen (H13). */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parseId, type TrialId } from '../base/ids.ts';
import { seededRng } from '../base/rng.ts';
import { type Dose, micrograms } from '../medicine/dose.ts';
import { type Allocation, commitmentOf, drawKits, seal, unseal, verifyAllocation } from './allocation.ts';
import { checkDesign, type TrialDesign } from './design.ts';
import { sequencesOf } from './sequence.ts';

const trial = idOf('01970000-0000-7000-8000-000000000009');
const other = idOf('01970000-0000-7000-8000-00000000000a');
const nonce = '0123456789abcdef'.repeat(4);
const protocolHash = 'fedcba9876543210'.repeat(4);
const kits = ['ACD349', 'EFG679', 'HJK347', 'MNP469'];
const mg = (milligrams: number): Dose => micrograms(milligrams * 1000);

function idOf(text: string): TrialId {
  const id = parseId<'trial'>(text);
  if (!id.ok) throw new RangeError(text);
  return id.value;
}

function designOf(doses: readonly number[], blocks: number, kind: TrialDesign['kind'] = 'paired-blocks'): TrialDesign {
  const design = checkDesign({
    ...{ kind, doses: doses.map(mg), periodDays: 28, blocks },
    ...{ runIn: { how: 'discarded', days: 14 }, maximumRise: mg(6) },
  });
  if (!design.ok) throw new RangeError(JSON.stringify(design.error));
  return design.value;
}

const design = designOf([4.5], 2);
const allocation: Allocation = { trial, protocolHash, nonce, sequence: [mg(0), mg(4.5), mg(4.5), mg(0)], kits };
/** Text in base64url, bound to what it is about: enough to see what goes in and comes out. */
const pharmacy = {
  key: 'k',
  seal: (text: string, about: string): string => Buffer.from(JSON.stringify([about, text])).toString('base64url'),
  open: (sealed: string, about: string): string | undefined => {
    const [bound, text] = JSON.parse(Buffer.from(sealed, 'base64url').toString());
    return bound === about ? text : undefined;
  },
};

test('the commitment is the SHA-256 of the canonical allocation, as anybody can work it out', () => {
  const text =
    '{"format":"titrial-allocation","kits":["ACD349","EFG679","HJK347","MNP469"],' +
    `"nonce":"${nonce}","protocol":"${protocolHash}","sequence":[0,1,1,0],` +
    `"trial":"01970000-0000-7000-8000-000000000009","version":1}`;
  assert.equal(commitmentOf(design, allocation), createHash('sha256').update(text).digest('hex'));
});

test('what was sealed opens as it was, for its own trial', () => {
  const sealed = seal(design, allocation, pharmacy);
  assert.deepEqual(unseal(design, trial, sealed, pharmacy), { ok: true, value: allocation });
  assert.deepEqual(unseal(design, other, sealed, pharmacy), { ok: false, error: { code: 'allocation-unreadable' } });
});

test('a commitment with any one bit altered does not fit, nor does any altered bit of what it is over', () => {
  const commitment = commitmentOf(design, allocation);
  const bits = [...Array(256).keys()].map((bit) => {
    const bytes = Buffer.from(commitment, 'hex');
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    return verifyAllocation(design, allocation, bytes.toString('hex')).ok;
  });
  assert.equal(bits.filter(Boolean).length, 0);
  const altered = [...bitsOf(nonce)].map((text) => ({ ...allocation, nonce: text }));
  const others = [...bitsOf(protocolHash)].map((text) => ({ ...allocation, protocolHash: text }));
  const coded = kits.flatMap((kit, i) => [...bitsOf(kit)].map((code) => ({ ...allocation, kits: kits.with(i, code) })));
  const orders = allNumbers(sequencesOf(design).count)
    .map((n) => sequencesOf(design).at(n))
    .filter((sequence) => sequence.join() !== allocation.sequence.join())
    .map((sequence) => ({ ...allocation, sequence }));
  const every = [...altered, ...others, ...coded, ...orders, { ...allocation, trial: other }];
  assert.ok(every.length > 1_000);
  for (const each of every) assert.equal(verifyAllocation(design, each, commitment).ok, false);
});

/** The text with each bit of each of its bytes turned, as far as that is text again. */
function* bitsOf(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++)
    for (let bit = 0; bit < 7; bit++)
      yield text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ (1 << bit)) + text.slice(i + 1);
}

const allNumbers = (count: bigint): bigint[] => Array.from({ length: Number(count) }, (_, n) => BigInt(n));

test('sealed text that was altered is refused, whichever bit it was', () => {
  const { commitment, sealed } = seal(design, allocation, pharmacy);
  const [, text] = JSON.parse(Buffer.from(sealed, 'base64url').toString());
  for (const changed of bitsOf(text as string)) {
    const opened = unseal(design, trial, { commitment, sealed: '' }, { open: () => changed });
    assert.equal(opened.ok, false, changed);
  }
});

test('the sealed text is equally long for every sequence of every design', () => {
  for (const each of [
    designOf([4.5], 3),
    designOf([1.5, 3, 4.5, 6], 2, 'dose-finding'),
    designOf([3], 6, 'randomised-start'),
  ]) {
    const all = sequencesOf(each);
    const lengths = new Set<number>();
    for (let n = 0n; n < all.count; n += all.count > 300n ? all.count / 300n : 1n) {
      const sequence = all.at(n);
      const codes = drawKits(sequence.length, bytesOf(7));
      lengths.add(seal(each, { ...allocation, sequence, kits: codes }, pharmacy).sealed.length);
    }
    assert.equal(lengths.size, 1, each.kind);
  }
});

test('kit codes are drawn evenly, none twice, whatever they are for', () => {
  const bytes = bytesOf(11);
  const counts = new Map<string, number>();
  const draws = 20_000;
  for (let i = 0; i < draws; i++) {
    const codes = drawKits(4, bytes);
    assert.equal(new Set(codes).size, 4);
    for (const code of codes) for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  assert.equal(counts.size, 25);
  const expected = (draws * 24) / 25;
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // chi-square with 24 degrees of freedom: 51.18 is passed once in a thousand
  assert.ok(chi < 51.18, `${chi}`);
});

function bytesOf(seed: number): (count: number) => Uint8Array {
  const rng = seededRng(seed);
  return (count) => Uint8Array.from({ length: count }, () => rng.below(256));
}

test('an allocation that does not fit its design is a bug, not a seal', () => {
  assert.throws(() => seal(design, { ...allocation, kits: kits.slice(1) }, pharmacy), RangeError);
  assert.throws(() => seal(design, { ...allocation, sequence: [mg(0), mg(3), mg(0), mg(3)] }, pharmacy), RangeError);
});
