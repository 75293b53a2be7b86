/** The list is held to what the statement's abstract says of itself: 25 items, 44 sub-items (BMJ 2015;350:h1738). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CENT_ITEMS, CENT_MARKS, CENT_SECTIONS, sectionOf } from './cent.ts';

test('44 sub-items of 25 items, none twice, in order', () => {
  assert.equal(CENT_ITEMS.length, 44);
  assert.equal(new Set(CENT_ITEMS).size, 44);
  const numbers = CENT_ITEMS.map((item) => Number.parseInt(item, 10));
  assert.deepEqual(
    [...new Set(numbers)],
    Array.from({ length: 25 }, (_, i) => i + 1),
  );
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
});

test('they are the 37 of CONSORT 2010 and seven that CENT adds for one person', () => {
  const added = ['2a.2', '4c', '6a.2', '8c', '12c', '13a.2', '17a.2'];
  const consort = CENT_ITEMS.filter((item) => !added.includes(item)).map((item) => item.replace('.1', ''));
  assert.deepEqual(
    consort,
    '1a 1b 2a 2b 3a 3b 4a 4b 5 6a 6b 7a 7b 8a 8b 9 10 11a 11b 12a 12b 13a 13b 14a 14b 15 16 17a 17b 18 19 20 21 22 23 24 25'.split(
      ' ',
    ),
  );
});

test('every one is filled or marked with a reason, and stands in a section', () => {
  assert.deepEqual(Object.keys(CENT_MARKS).toSorted(), [...CENT_ITEMS].toSorted());
  for (const item of CENT_ITEMS) {
    const mark = CENT_MARKS[item];
    assert.ok(mark.status === 'filled' || mark.why.length > 0, item);
    assert.ok(CENT_SECTIONS.includes(sectionOf(item)), item);
  }
});
