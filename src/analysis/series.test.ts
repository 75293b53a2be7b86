/** What a diary must hold to be answered, and what is filled in and said. H18 H19 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, type Day, diaryOf, found, titration } from '../../test/analysis/example-diary.ts';
import type { LocalDate } from '../base/calendar.ts';
import { checkDiary } from '../trial/diary.ts';

const flat = (days: number, taken: (t: number) => number | undefined, score: (t: number) => Day['score']): Day[] =>
  Array.from({ length: days }, (_, t) => ({
    ...(taken(t) === undefined ? {} : { taken: taken(t) as number }),
    score: score(t),
  }));
const wave = (t: number): number => 5 + Math.round(2 * Math.sin(t * 1.7));
const step = (t: number): number => (t < 14 ? 0 : 1500);

const refusedDays: readonly [why: string, days: Day[], code: string][] = [
  ['no scores at all', flat(40, step, () => undefined), 'series-too-short'],
  ['a fortnight in all', flat(16, (t) => (t < 8 ? 0 : 1500), wave), 'series-too-short'],
  ['never a dose', flat(40, () => 0, wave), 'no-days-with-drug'],
  ['never without, one dose', flat(40, () => 1500, wave), 'one-dose-only'],
  ['never without, two doses', flat(40, (t) => (t < 20 ? 1500 : 3000), wave), 'no-days-without-drug'],
  ['every score the same', flat(40, step, () => 5), 'no-variation'],
  [
    'a period with a third logged',
    flat(60, step, (t) => (t < 14 || t % 3 === 0 ? wave(t) : undefined)),
    'period-under-half-logged',
  ],
  ['doses unknown at the start', flat(40, (t) => (t < 14 ? undefined : 1500), wave), 'dose-unknown'],
  [
    'a change of dose lost in nine days',
    flat(50, (t) => (t < 20 ? 0 : t < 29 ? undefined : 1500), wave),
    'dose-unknown',
  ],
  [
    'thirteen doses',
    flat(60, (t) => (t < 14 ? 0 : 500 * (1 + Math.min(12, Math.floor((t - 14) / 3)))), wave),
    'too-many-doses',
  ],
];
for (const [why, days, code] of refusedDays)
  test(`refused: ${why}`, () => {
    const { findings, refusals } = ask(diaryOf(days));
    assert.equal(findings.length, 0);
    assert.equal(refusals[0]?.code, code);
  });

test('days too ill to log count as kept, so a bad month is not thrown away', () => {
  const days = flat(60, step, (t) => (t < 14 || t % 3 === 0 ? wave(t) : 'too-ill'));
  const finding = found(diaryOf(days));
  assert.equal(finding.diagnostics.daysTooIll, days.filter(({ score }) => score === 'too-ill').length);
  assert.ok(finding.diagnostics.missingDaysWorse);
});

test('a dose missing between equal days is filled and said; a short gap before a change carries on and is said', () => {
  const days = flat(
    60,
    (t) => (t === 5 || t === 30 ? undefined : t < 20 ? 0 : t >= 40 && t < 43 ? undefined : t < 43 ? 1500 : 3000),
    wave,
  );
  const { assumptions } = found(diaryOf(days)).diagnostics;
  assert.deepEqual(
    assumptions.find(({ code }) => code === 'dose-filled-between-equal-days'),
    {
      code: 'dose-filled-between-equal-days',
      days: 2,
    },
  );
  assert.deepEqual(
    assumptions.find(({ code }) => code === 'dose-carried-forward'),
    { code: 'dose-carried-forward', days: 3 },
  );
});

test('grades follow what was stated, then what the doses show', () => {
  const held = flat(100, (t) => (t < 20 ? 0 : t < 50 ? 1500 : t < 66 ? 0 : 1500), wave);
  assert.equal(found(diaryOf(titration(12))).grade, 'open-label');
  assert.equal(found(diaryOf(held)).grade, 'open-label-with-hold');
  assert.equal(found(diaryOf(held), { randomised: true }).grade, 'randomised-open');
  assert.equal(found(diaryOf(held), { blinded: true }).grade, 'randomised-blinded');
});

test('rounded is refused for scores that are not whole points', () => {
  const { refusals } = ask(diaryOf(titration(13)), { likelihood: 'rounded' });
  assert.equal(refusals[0]?.code, 'rounded-needs-whole-points');
});

test('from a first blinded day on, earlier scores are left out and the dose before is taken as steady', () => {
  const days = flat(150, (t) => (t < 20 ? 0 : t < 60 ? 1500 : t < 90 ? 0 : t < 120 ? 1500 : 0), wave);
  const diary = diaryOf(days);
  const blindedFrom = (diary.days[40]?.date ?? 0) as LocalDate;
  const finding = found(diary, { blinded: true, blindedFrom });
  assert.equal(finding.grade, 'randomised-blinded');
  assert.equal(finding.band.start, blindedFrom);
  assert.equal(finding.doses[0]?.daysTaken, 50);
  assert.deepEqual(finding.diagnostics.assumptions[0], {
    code: 'steady-before-the-blinded-days',
    dose: 1.5,
    unit: 'mg',
    from: blindedFrom,
  });
  const gap = (t: number): number => (finding.band.fitted.mean[t] ?? 0) - (finding.band.without.mean[t] ?? 0);
  assert.ok(Math.abs(gap(0) - (finding.doses[0]?.mean ?? 0)) < 0.05, 'the effect is already there on the first day');
  const open = found(diary, { blindedFrom });
  assert.equal(open.band.start, diary.days[0]?.date, 'without blinding the day is not used');
});

test('a day that does not say whether a capsule was taken is as the day before, and counted', () => {
  const days = flat(80, (t) => (t < 30 ? 0 : t < 55 ? 1500 : 0), wave);
  const diary = diaryOf(days);
  const said = diary.days.map((day, t) => (t === 10 || t === 60 || t === 40 ? day : { ...day, capsule: t >= 20 }));
  const checked = checkDiary({ ...diary, days: said });
  assert.ok(checked.ok);
  const { assumptions } = found(checked.value, { blinded: true }).diagnostics;
  const filled = assumptions.find(({ code }) => code === 'capsule-as-the-day-before');
  assert.deepEqual(filled, { code: 'capsule-as-the-day-before', days: 2 }, 'the day with a dose needs no guess');
});
