/** A list with a fault is refused whole, with the place of every fault (H6, H7). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDrugList } from './drug-list.ts';

const row = { ingredient: 'tramadol', group: 'opioid', washout: 'short', names: ['Ultram'], atc: ['N02AX02'] };
const list = {
  version: 'site-1',
  date: '2026-01-31',
  expires: '2027-01-31',
  sources: { site: 'our pharmacy' },
  ingredients: [row],
  products: [{ holds: ['tramadol', 'paracetamol'], names: ['Ultracet'], sources: ['site'] }],
  others: [{ ingredient: 'paracetamol' }],
  atcFamilies: [{ prefix: 'N02A', from: 0, why: 'opioid-candidate' }],
};
const codes = (json: unknown): readonly string[] => {
  const read = readDrugList(json);
  return read.ok ? [] : read.error.map(({ code }) => code);
};

test('a whole list is read and its names are keyed by their spelling', () => {
  const read = readDrugList(list);
  assert.ok(read.ok);
  assert.deepEqual([...read.value.names.keys()], ['tramadol', 'ultram', 'paracetamol', 'ultracet']);
  assert.equal(read.value.names.get('ultracet')?.holds.length, 2);
});

const faulty: readonly [why: string, change: Record<string, unknown>, code: string][] = [
  ['a name stands twice', { others: [{ ingredient: 'paracetamol', names: ['ULTRAM®'] }] }, 'name-twice'],
  ['a name is nothing but signs', { others: [{ ingredient: 'paracetamol', names: ['®'] }] }, 'name-empty'],
  ['a code has two meanings', { others: [{ ingredient: 'paracetamol', atc: ['N02AX02'] }] }, 'code-twice'],
  ['a code is not whole', { ingredients: [{ ...row, atc: ['N02AX'] }] }, 'code-malformed'],
  ['an unverified RxCUI came along', { ingredients: [{ ...row, rxnorm: ['3304?'] }] }, 'code-malformed'],
  ['an ingredient stands twice', { ingredients: [row, { ...row, names: [], atc: [] }] }, 'ingredient-twice'],
  ['a product holds something nobody described', { others: [] }, 'ingredient-unknown'],
  ['an opioid has no washout', { ingredients: [{ ingredient: 'tramadol', group: 'opioid' }] }, 'washout-missing'],
  ['a harmless medicine has one', { others: [{ ingredient: 'paracetamol', washout: 'short' }] }, 'washout-needless'],
  ['the group is not known', { ingredients: [{ ...row, group: 'harmless' }] }, 'json-not-one-of'],
  ['the group is missing', { ingredients: [{ ingredient: 'tramadol' }] }, 'json-key-missing'],
  ['the source is not told', { sources: {} }, 'source-unknown'],
  ['it would last longer than a year', { expires: '2027-02-01' }, 'lasts-over-a-year'],
  ['it ends before it begins', { expires: '2026-01-30' }, 'lasts-over-a-year'],
  ['a date is not in the calendar', { date: '2026-02-30' }, 'json-date-refused'],
  ['a key is not known', { note: 'x' }, 'json-key-unknown'],
  ['a family has no reason', { atcFamilies: [{ prefix: 'N02A', from: 0, why: '' }] }, 'json-not-one-of'],
];
for (const [why, change, code] of faulty)
  test(`refused: ${why}`, () =>
    assert.ok(codes({ ...list, ...change }).includes(code), codes({ ...list, ...change }).join()));

test('no value makes the reader throw, and none but a whole list passes', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(list)), (value, key) => {
      assert.notDeepEqual(codes(value), []);
      codes({ ...list, [key]: value });
    }),
    { seed: 7, numRuns: 1000 },
  );
});
