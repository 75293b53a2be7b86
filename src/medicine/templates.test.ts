import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '../base/calendar.ts';
import { planDays, planRuns } from './plan-days.ts';
import { isTemplateName, TEMPLATE_NAMES, type TemplateName, templatePlan } from './templates.ts';

/** Doses in micrograms and days at each, from the sources named in templates.ts. */
const published: Readonly<Record<TemplateName, readonly [doses: readonly number[], days: number]>> = {
  'seed-weekly': [[1500, 3000, 4500], 7],
  gentle: [[500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500], 14],
  '0.75-ladder': [[750, 1500, 2250, 3000, 3750, 4500, 5250, 6000], 14],
  'final-6': [[1500, 3000, 4500, 6000], 7],
  okelly: [[1000, 2000], 30],
  'uab-dose-finding': [[1500, 3000, 4500, 6000], 60],
  'lift-scaleback': [[1500, 3000, 4500], 7],
};
for (const name of TEMPLATE_NAMES)
  test(`${name} passes as a plan and holds the doses of its source`, () => {
    const { steps, ceiling } = templatePlan(name);
    const [doses, days] = published[name];
    assert.deepEqual(
      steps,
      doses.map((dose) => ({ dose, minimumDays: days })),
    );
    assert.equal(ceiling, doses.at(-1));
  });

test('only the dose-finding template is blinded and watches on without the drug', () => {
  const blinded = TEMPLATE_NAMES.filter((name) => templatePlan(name).blinded);
  assert.deepEqual(blinded, ['uab-dose-finding']);
  const { baselineDays, endlineDays } = templatePlan('uab-dose-finding');
  assert.deepEqual([baselineDays, endlineDays], [30, 30]);
});

test('a name nobody gave is no template', () => assert.equal(isTemplateName('toString'), false));

test('the weekly schedule is two weeks of diary, two weeks of steps and eight weeks at the last', () => {
  const runs = planRuns(templatePlan('seed-weekly'));
  assert.deepEqual(
    runs.map(({ kind, dose, firstDay, days }) => [kind, dose, firstDay, days]),
    [
      ['baseline', 0, 1, 14],
      ['step', 1500, 15, 7],
      ['step', 3000, 22, 7],
      ['step', 4500, 29, 56],
    ],
  );
});

test('the dose-finding schedule lasts 30 + 4 x 60 + 30 days', () => {
  const days = planDays(templatePlan('uab-dose-finding'), localDate(2026, 4, 1));
  assert.equal(days.length, 300);
  assert.equal(days[0]?.date, localDate(2026, 4, 1));
  assert.deepEqual([days.at(-1)?.kind, days.at(-1)?.dose, days.at(-1)?.date], ['endline', 0, localDate(2027, 1, 25)]);
  assert.deepEqual(
    days.map(({ day }) => day),
    Array.from({ length: 300 }, (_, i) => i + 1),
  );
});
