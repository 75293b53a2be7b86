import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDrawing } from '../../test/golden/charts/compare.ts';
import { exampleCourse } from '../../test/golden/charts/example-course.ts';
import { courseWords as german } from '../../web/kit/words/de/course.ts';
import { courseWords as words } from '../../web/kit/words/en/course.ts';
import { micrograms } from '../medicine/dose.ts';
import type { CourseDay, TherapyCourse } from '../trial/therapy-course.ts';
import { sideEffectsSvg, sideEffectsTable } from './side-effects.ts';

testDrawing('side-effects', (width) => sideEffectsSvg(exampleCourse, words, { width, id: 'effects' }), [300, 900]);
testDrawing('side-effects-german', (width) => sideEffectsSvg(exampleCourse, german, { width, id: 'effects' }), [300]);

const { from } = exampleCourse;
const day = (planned: number, kept = true): CourseDay => ({
  ...{ scores: {}, dose: { kind: 'none' }, secondHand: false },
  ...{ planned: micrograms(planned), kept },
});
const on = (t: number) => (from + t) as typeof from;
/** Four days of 1.5 mg, the third without an entry; then four of 3 mg. Nausea on days 1 to 3 of the first. */
const course: TherapyCourse = {
  from,
  days: [day(1500), day(1500), day(1500, false), day(1500), day(3000), day(3000), day(3000, false), day(3000, false)],
  complaints: [{ name: 'nausea', grade: 1, since: on(1), ended: on(4) }],
  marks: [],
};

test('a day without an entry is neither a day with the side effect nor one without it', () => {
  assert.deepEqual(
    sideEffectsTable(course, words).rows.map((row) => [row[1], ...row.slice(3)]),
    [
      ['1.5 mg', '2 of 3 days', '–', '–'],
      ['3 mg', '0 of 2 days', '–', '–'],
    ],
  );
  const svg = sideEffectsSvg(course, words, { width: 400, id: 'e' });
  assert.match(svg, />2 \/ 3</);
  assert.match(svg, />0 \/ 2</);
  assert.match(svg, />open, nothing entered that day</);
});

test('an open complaint that spans a change of dose counts under both doses', () => {
  const spanning = { ...course, complaints: [{ name: 'nausea', grade: 2 as const, since: on(3) }] };
  assert.deepEqual(
    sideEffectsTable(spanning, words).rows.map((row) => row[3]),
    ['1 of 3 days', '2 of 2 days'],
  );
});

test('every row of the table has as many cells as its head, in either language', () => {
  for (const say of [words, german]) {
    const { head, rows } = sideEffectsTable(exampleCourse, say);
    assert.equal(rows.length, 18);
    for (const row of rows) assert.equal(row.length, head.length);
  }
});

test('a side effect that comes later than the days drawn is pointed to and counted', () => {
  const long = Array.from({ length: 60 }, () => day(1500));
  const late = { ...course, days: long, complaints: [{ name: 'nausea', grade: 3 as const, since: on(50) }] };
  const svg = sideEffectsSvg(late, words, { width: 400, id: 'e' });
  assert.match(svg, />there later, too: see the table</);
  assert.match(svg, />10 \/ 60</);
  assert.doesNotMatch(sideEffectsSvg(course, words, { width: 400, id: 'e' }), />there later/);
});
