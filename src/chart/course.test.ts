import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDrawing } from '../../test/golden/charts/compare.ts';
import { exampleBlinded, exampleCourse, exampleOpened, exampleWeeks } from '../../test/golden/charts/example-course.ts';
import { courseWords as german } from '../../web/kit/words/de/course.ts';
import { courseWords as words } from '../../web/kit/words/en/course.ts';
import type { Finding } from '../analysis/finding.ts';
import { micrograms } from '../medicine/dose.ts';
import { DAILY_OUTCOMES } from '../trial/outcome.ts';
import type { CourseDay, CourseMark, TherapyCourse } from '../trial/therapy-course.ts';
import { courseTable } from './course/table.ts';
import { courseSvg } from './course.ts';

const of = (name: string) => DAILY_OUTCOMES.find(({ id }) => id === name) ?? assert.fail();
const sleep = of('sleep');
const example: Finding = JSON.parse(
  readFileSync(new URL('../../test/golden/charts/example-finding.json', import.meta.url), 'utf8'),
);
const drawn =
  (course: TherapyCourse, say = words) =>
  (width: number): string =>
    courseSvg({ course, outcome: sleep }, say, { width, id: 'course' });

testDrawing('course', drawn(exampleCourse), [300, 900]);
testDrawing('course-weeks', drawn(exampleWeeks), [300]);
testDrawing('course-german', drawn(exampleCourse, german), [300]);
testDrawing(
  'course-finding',
  (width) =>
    courseSvg({ course: exampleCourse, outcome: of('pain'), finding: example }, words, { width, id: 'course' }),
  [300, 1100],
);
testDrawing('course-blinded', drawn(exampleBlinded), [300, 900]);
testDrawing('course-opened', drawn(exampleOpened, german), [300]);

const at = { width: 400, id: 'c' };
const day = (change: Partial<CourseDay>): CourseDay => ({
  ...{ scores: {}, dose: { kind: 'none' }, planned: micrograms(0), secondHand: false, kept: false },
  ...change,
});
const course = (days: readonly CourseDay[], marks: readonly CourseMark[] = []): TherapyCourse => ({
  from: exampleCourse.from,
  days,
  complaints: [],
  marks,
});
const svgOf = (days: readonly CourseDay[]): string => courseSvg({ course: course(days), outcome: sleep }, words, at);
const score = (value: number): CourseDay => day({ scores: { sleep: { kind: 'value', value } }, kept: true });

/** Centres of the dots of days, those of the legend left out. */
const dots = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"\/>/g)].map((m) => m.slice(1));

test('a score of 0 is drawn as a dot of the size of any other', () => {
  const [zero, seven] = dots(svgOf([score(0), score(7)]));
  assert.ok(zero && seven);
  assert.equal(zero[2], seven[2]);
  assert.ok(Number(zero[1]) > Number(seven[1]));
});

test('days too ill to log, days without a score and days with one are three different marks', () => {
  const ill = day({ scores: { sleep: { kind: 'too-ill' } }, kept: true });
  const skipped = day({ scores: { sleep: { kind: 'skipped' } }, kept: true });
  const [withScore, withIll, withSkipped, withNothing] = [score(4), ill, skipped, day({})].map((one) =>
    svgOf([one]).replace(/^.*<\/desc>/s, ''),
  );
  assert.equal(new Set([withScore, withIll, withSkipped]).size, 3);
  assert.equal(withSkipped, withNothing, 'an item left out is a day without a score');
  assert.match(withIll ?? '', />too ill to log</);
});

test('a dose not taken, one nobody told of and one taken are drawn apart, and only what is drawn is in the legend', () => {
  const planned = micrograms(3000);
  const taken = svgOf([day({ planned, dose: { kind: 'taken', dose: planned } })]);
  const missed = svgOf([day({ planned, dose: { kind: 'not-taken' } })]);
  const unknown = svgOf([day({ planned, dose: { kind: 'unknown' } })]);
  const conflict = svgOf([day({ planned, dose: { kind: 'conflict' } })]);
  assert.match(taken, />dose taken</);
  assert.doesNotMatch(taken, />not taken<|>not known</);
  assert.match(missed, />not taken</);
  assert.doesNotMatch(missed, />dose taken</);
  assert.match(unknown, />not known</);
  assert.match(conflict, />not known</);
});

test('a mark without room for its name keeps its sign', () => {
  const marks = Array.from(
    { length: 9 },
    (): CourseMark => ({ on: exampleCourse.from, kind: 'change', what: 'crash' }),
  );
  const svg = courseSvg({ course: course([score(1)], marks), outcome: sleep }, words, at);
  assert.equal([...svg.matchAll(/>crash</g)].length, 4);
  assert.equal([...svg.matchAll(/m-5,0h10m-5,-5v10/g)].length, 9);
});

test('the bands of a finding are cut to the days drawn', () => {
  const { start } = example.band;
  const few = { ...course(Array.from({ length: 10 }, () => score(5))), from: (start + 20) as TherapyCourse['from'] };
  const svg = courseSvg({ course: few, outcome: of('pain'), finding: example }, words, at);
  const fitted = /<path d="([^"]*)" fill="none" stroke="var\(--chart-accent[^>]*stroke-width="2"/.exec(svg)?.[1] ?? '';
  assert.equal(fitted.split('L').length, 10);
});

test('the table has a row for each planned dose, with doses known to be taken, scores and events', () => {
  for (const say of [words, german]) {
    const { head, rows } = courseTable(exampleCourse, sleep, say);
    assert.equal(rows.length, 6);
    for (const row of rows) assert.equal(row.length, head.length);
  }
  const [, first, second] = courseTable(exampleCourse, sleep, words).rows;
  assert.deepEqual(first?.slice(2, 5), ['1.5 mg', '13 of 14 days', '13 of 14 days']);
  assert.match(first?.at(-1) ?? '', /^2 Mar to 1\.5 mg; 3 Mar headache, mild; 11 Mar infection$/);
  assert.deepEqual(second?.slice(2, 4), ['3 mg', '14 of 18 days']);
});

test('a blinded capsule has a mark of its own, as high whatever the doses are, and its table names no dose', () => {
  const blinded = { dose: { kind: 'blinded' }, blinded: true } as const;
  const { planned: _, ...none } = day({});
  const before = (dose: number): CourseDay =>
    day({ planned: micrograms(dose), dose: { kind: 'taken', dose: micrograms(dose) } });
  const hatched = (svg: string): string =>
    [...svg.matchAll(/<rect [^>]*height="([\d.]+)"[^>]*url\(#c-hatch-blind\)"\/>/g)].at(-1)?.[1] ?? 'none';
  const [low, high] = [before(1500), before(4500)].map((first) => hatched(svgOf([first, { ...none, ...blinded }])));
  assert.ok(Number(low) > 50, `a bar of the plot, not the sign of the legend: ${low}`);
  assert.equal(low, high);
  for (const say of [words, german]) {
    const [, , , row] = courseTable(exampleBlinded, sleep, say).rows;
    assert.deepEqual(row?.slice(2, 4), [say.label.blinded, say.label['dose-blinded']]);
  }
});
