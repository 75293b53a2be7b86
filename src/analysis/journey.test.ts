import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JOURNEY_TITLE, journeyFaultText } from '../../web/kit/words/en/journey.ts';
import { localDate } from '../base/calendar.ts';
import { checkDiary, type Diary, type DiaryDay } from '../trial/diary.ts';
import { checkJourney, FIRST_DAY, JOURNEYS, type JourneyName, simulateJourney, simulatePeople } from './journey.ts';
import { CLINIC_EFFECTS } from './journey-course.ts';

const isLogged = (day: DiaryDay): boolean => day.scores.pain?.kind === 'value';
const isTooIll = (day: DiaryDay): boolean => day.scores.pain?.kind === 'too-ill';
const shareOf = (days: readonly DiaryDay[], holds: (day: DiaryDay) => boolean): number =>
  days.filter(holds).length / days.length;

/** Stretches of days at one dose. */
function periods(diary: Diary): readonly (readonly DiaryDay[])[] {
  const found: DiaryDay[][] = [];
  for (const day of diary.days) {
    const last = found.at(-1);
    if (last && last[0]?.taken === day.taken) last.push(day);
    else found.push([day]);
  }
  return found;
}

for (const { name, days, people, openDays } of JOURNEYS) {
  test(`${name}: a diary that checks, marked synthetic, of people who are codes, none of it in the future`, () => {
    const all = simulatePeople(name);
    assert.equal(all.length, people);
    for (const { diary, truth } of all) {
      assert.equal(checkDiary(diary).ok, true);
      assert.equal(truth.synthetic, true);
      assert.match(truth.person, /^T-\d{3}$/);
      assert.equal(truth.days, days);
      assert.equal(diary.days[0]?.date, FIRST_DAY);
      assert.ok((diary.days.at(-1)?.date ?? Infinity) <= localDate(2026, 10, 31));
      assert.ok(
        diary.days.slice(0, 14).every((day) => day.taken === 0),
        'two weeks before the first dose',
      );
      assert.equal(
        diary.days.some((day) => day.capsule !== undefined),
        openDays !== undefined,
      );
    }
  });

  test(`${name}: the same seed gives the same bytes, another seed another diary`, () => {
    const [once, again, other] = [{}, {}, { seed: 77 }].map((options) =>
      JSON.stringify(simulateJourney(name, options)),
    );
    assert.equal(once, again);
    assert.notEqual(once, other);
    assert.ok(JOURNEY_TITLE[name].length > 0);
  });
}

test('the person kept off the drug by an opioid never takes a dose', () => {
  assert.ok(simulateJourney('opioid-exclusion').diary.days.every((day) => day.taken === 0));
});

test('consent withdrawn ends the diary: it cannot be made longer', () => {
  const asked = checkJourney('withdrawn', { days: 34 });
  assert.deepEqual(asked.ok ? [] : asked.error, [{ code: 'journey-days-out-of-range', days: 34, least: 7, most: 33 }]);
});

test('small doses: about 45 % of days without scores, yet half of every period is accounted for', () => {
  const { diary } = simulateJourney('small-dose', { seed: 6 });
  const missing = 1 - shareOf(diary.days, isLogged);
  assert.ok(missing > 0.38 && missing < 0.52, `missing ${missing}`);
  assert.ok(shareOf(diary.days, isTooIll) > 0.05);
  for (const period of periods(diary)) {
    const accounted = shareOf(period, (day) => isLogged(day) || isTooIll(day));
    assert.ok(accounted >= 0.5, `${accounted} of ${period.length} days at ${period[0]?.taken}`);
  }
});

test('surgery: no dose on the three days before it, and started again from the first step', () => {
  const { diary } = simulateJourney('surgery');
  const day = (n: number): number | undefined => diary.days[n]?.taken;
  assert.deepEqual([62, 63, 64, 65, 66, 82, 83].map(day), [4500, 0, 0, 0, 0, 0, 1500]);
});

test('the traveller lived no 16 March and every other date once, through both clock changes', () => {
  const dates = simulateJourney('traveller').diary.days.map(({ date }) => date);
  const gaps = dates.filter((date, i) => i > 0 && date - (dates[i - 1] ?? 0) !== 1);
  assert.deepEqual(gaps, [localDate(2026, 3, 17)]);
});

test('the clinic of forty is scattered round its stated means', () => {
  const people = simulatePeople('clinic-of-40');
  for (const id of ['pain', 'fatigue', 'sleep'] as const) {
    const tops = people.map(({ truth }) => truth.symptoms[id]?.effects.at(-1)?.change ?? Number.NaN);
    const mean = tops.reduce((a, b) => a + b, 0) / tops.length;
    const { mean: stated, sd } = CLINIC_EFFECTS[id];
    assert.ok(Math.abs(mean - stated) < (4 * sd) / Math.sqrt(people.length), `${id}: ${mean}`);
  }
});

test('any request is a journey or a refusal with a sentence, never a throw', () => {
  const names = fc.oneof(fc.constantFrom(...JOURNEYS.map(({ name }) => name)), fc.string());
  fc.assert(
    fc.property(names, fc.double(), fc.double(), (name, days, seed) => {
      const checked = checkJourney(name, { days, seed });
      if (checked.ok) simulateJourney(name as JourneyName, { days, seed });
      else for (const fault of checked.error) assert.ok(journeyFaultText(fault).endsWith('.'));
    }),
    { seed: 20260105, numRuns: 500 },
  );
});
